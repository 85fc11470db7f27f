"""The first edition of a new home says how things stand: prices of pages, and entries of feeds by their own day."""

from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import digest
from domain.visits import FetchedPart
from pipeline import compose, detect, relate
from tests.integration.support_pipeline import SOURCES, Moments, attempt_at, clock, opened

__all__ = ["clock"]
FEED = SOURCES + '      - {name: news, kind: feed, url: "https://brightvane.example/feed.xml"}\n'


def feed(clock: Moments, *days: int) -> bytes:
    items = "".join(
        f"<item><title>Brightvane did thing {n}</title><guid>{n}</guid><link>https://brightvane.example/{n}</link>"
        f"<pubDate>{format_datetime(clock.now - timedelta(days=n))}</pubDate></item>"
        for n in days
    )
    head = "<title>News</title><link>https://brightvane.example/</link><description>News</description>"
    return f'<rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()


def test_the_first_mail_has_todays_prices_and_the_entries_of_fourteen_days(tmp_path: Path, clock: Moments) -> None:
    with opened(tmp_path, clock, FEED) as world:
        page, news = world.sources
        world.archive.visits.record(attempt_at(page, clock.now, "$49 / month"))
        attempt = attempt_at(news, clock.now, "")
        headers = (("Content-Type", "application/rss+xml"),)
        part = FetchedPart(
            part="page", url=news.url, requested_url=news.url, status=200, headers=headers, body=feed(clock, 3, 13, 15)
        )
        world.archive.visits.record(replace(attempt, parts=(part,)))
        for source in world.sources:
            detect(world, source)
        relate(world)
        (audience,) = digest.audiences(world.configuration.accounts)
        said = " ".join(compose(world, audience, clock.now).text.split())
    assert "Marlowe Travel: runs Brightvane's StayFeed beside your Hotel Rates." in said
    assert "TODAY'S PRICES Brightvane: Pro $49 a month. [1]" in said
    assert "13 Feb, Brightvane: Brightvane did thing 3 [2] 3 Feb, Brightvane: Brightvane did thing 13 [3]" in said
    assert "thing 15" not in said
    assert "Watched: Brightvane 2." in said


def test_the_second_mail_is_no_welcome(tmp_path: Path, clock: Moments) -> None:
    with opened(tmp_path, clock) as world:
        world.archive.visits.record(attempt_at(world.sources[0], clock.now, "$49"))
        detect(world, world.sources[0])
        (audience,) = digest.audiences(world.configuration.accounts)
        world.archive.editions.save(compose(world, audience, clock.now))
        clock.now += timedelta(days=7)
        assert "Quiet week" in compose(world, audience, clock.now).subject
