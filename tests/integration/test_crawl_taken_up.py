"""A crawl that was killed between a page and its articles: whoever takes it over fetches the articles, once."""

from dataclasses import replace
from pathlib import Path

from domain.keys import source_revision
from domain.times import utc_now
from domain.visits import Attempt, FetchedPart, Purpose
from pipeline import World, detect
from pipeline.crawling.crawl import Crawl
from spiders.plan import Plan
from tests.integration.support_pipeline import Moments, opened

SOURCES = """competitors:
  - name: Brightvane
    sources:
      - {name: blog, kind: feed, url: "https://brightvane.example/feed", follow: {at_most: 5}}
"""
ENTRY = "<item><title>Post {0}</title><link>https://brightvane.example/{0}</link><guid>{0}</guid></item>"
ARTICLE = b"<html><body><main><p>StayFeed gives hotel prices every single morning of the year.</p></main></body></html>"


def part(url: str, body: bytes, kind: str, name: str = "page") -> FetchedPart:
    headers = (("Content-Type", kind),)
    return FetchedPart(part=name, url=url, requested_url=url, status=200, headers=headers, body=body)


def feed_of(world: World, *entries: str) -> Attempt:
    (source,) = world.sources
    items = "".join(ENTRY.format(entry) for entry in entries)
    body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Blog</title>{items}</channel></rss>'.encode()
    return Attempt(
        source=source.name,
        revision=source_revision(source),
        purpose=Purpose.CHECK,
        captured_at=world.clock(),
        seconds=0.1,
        parts=(part(source.url, body, "application/rss+xml"),),
    )


def batches(world: World) -> tuple[tuple[Plan, ...], tuple[Plan, ...]]:
    """What is asked for at first and then, of a run that visited the source before it was taken over."""
    with world.archive.runs.hold(["blog"]) as held:
        crawl = Crawl(world, world.sources, lambda report: None, held=held, read_later=True, visited={"blog"})
        return crawl.first_batch(), tuple(crawl.next_batch())


def test_articles_are_fetched_by_whoever_takes_a_crawl_over(tmp_path: Path) -> None:
    clock = Moments(utc_now())
    with opened(tmp_path, clock, SOURCES) as world:
        world.archive.visits.record(feed_of(world, "one"))
        detect(world, world.sources[0])
        visit = world.archive.visits.record(replace(feed_of(world, "one", "two"), seconds=0.2))
        first, (follow,) = batches(world)
        assert first == (), "the page itself is there"
        assert (follow.purpose, follow.urls, follow.about) == (
            Purpose.FOLLOW,
            ("https://brightvane.example/two",),
            visit.id,
        )
        article = part("https://brightvane.example/two", ARTICLE, "text/html", "article:1")
        served = replace(feed_of(world), purpose=Purpose.FOLLOW, about=visit.id, parts=(article,))
        world.archive.visits.record(served)
        assert batches(world) == ((), ()), "what was fetched is not fetched again"
