"""A week of a busy feed, from its bytes to the mails of an owner and an analyst."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from pipeline import World, detect, relate
from tests.integration.support_pipeline import Moments, attempt_at, clock, opened
from tests.integration.support_week import PEOPLE, edition, ines, noor, words

__all__ = ["clock"]

SOURCES = """competitors:
  - name: Brightvane
    sources:
      - {name: brightvane-news, kind: feed, url: "https://brightvane.example/feed.xml"}
"""
# Nobody's rival and nobody's supplier, so that no entry touches an account.
STRANGERS = PEOPLE.replace(", rivals: {Brightvane: [StayFeed]}", "").replace(", also_uses: {Brightvane: StayFeed}", "")
FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{}</channel></rss>'
ITEM = "<item><title>{0}</title><link>https://brightvane.example/{1}</link><guid>{1}</guid></item>"
CHATTER = ("How to choose a room rate", "10 reasons to love spreadsheets", "A day in the life of our support team")
THINGS = (
    "Harbour app",
    "Ledger tool",
    "Cabin scanner",
    "Ticket robot",
    "Freight radar",
    "Menu editor",
    "Tide map",
    "Deck phone",
)
VERBS = ("launches", "unveils", "rolls out", "introduces")
NEWS = tuple(f"Brightvane {VERBS[n % 4]} {thing} for ferries" for n, thing in enumerate(THINGS))


@pytest.fixture
def world(tmp_path: Path, clock: Moments) -> Iterator[World]:
    with opened(tmp_path, clock, SOURCES, STRANGERS) as world:
        yield world


def show(world: World, clock: Moments, *titles: str) -> None:
    """Store one answer of the feed with these entries, understand it, let an hour pass."""
    [source] = world.sources
    attempt = attempt_at(source, clock.now, "-")
    body = FEED.format("".join(ITEM.format(title, number) for number, title in enumerate(titles))).encode()
    part = replace(attempt.parts[0], headers=(("Content-Type", "application/rss+xml"),), body=body)
    world.archive.visits.record(replace(attempt, parts=(part,)))
    detect(world, source)
    relate(world)
    clock.now += timedelta(hours=1)


def test_a_week_of_chatter_and_eight_launches_is_five_lines_and_a_count(world: World, clock: Moments) -> None:
    show(world, clock, "Welcome to our blog")
    show(world, clock, "Welcome to our blog", *CHATTER, *NEWS)
    # An owner reads three findings that touch no account, and that the evidence has more.
    for reader, told in ((noor(world), 5), (ines(world), 3)):
        mail = edition(world, clock, reader)
        text = words(mail)
        assert not any(title in text + mail.html + mail.evidence for title in CHATTER)
        assert sum(title.removeprefix("Brightvane ") in text for title in NEWS) == told
        assert ("2 more in the evidence" in text) == (told == 3)
        assert "3 more entries of Brightvane news" in text
    changes = world.archive.derived.changes()
    listed = {edit.title for change in changes for edit in change.edits}
    assert listed >= {*CHATTER, *NEWS}
