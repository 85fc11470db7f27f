"""Feeds over several visits: an entry that rolled off and comes back is no news."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.changes import Change
from pipeline import World, detect
from tests.integration.support_pipeline import Moments, attempt_at, clock, opened

__all__ = ["clock"]

SOURCES = """competitors:
  - name: Brightvane
    sources:
      - {name: news, kind: feed, url: "https://brightvane.example/feed.xml"}
"""
FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{}</channel></rss>'
ITEM = "<item><title>{0} is out for hotels</title><link>https://brightvane.example/{0}</link><guid>{0}</guid></item>"


@pytest.fixture
def world(tmp_path: Path, clock: Moments) -> Iterator[World]:
    with opened(tmp_path, clock, SOURCES) as world:
        yield world


def show(world: World, clock: Moments, *names: str) -> tuple[Change, ...]:
    """Store one answer of the feed with these entries, detect, let an hour pass; the changes of that visit."""
    [source] = world.sources
    attempt = attempt_at(source, clock.now, "-")
    part = replace(
        attempt.parts[0],
        headers=(("Content-Type", "application/rss+xml"),),
        body=FEED.format("".join(map(ITEM.format, names))).encode(),
    )
    visit = world.archive.visits.record(replace(attempt, parts=(part,)))
    detect(world, source)
    clock.now += timedelta(hours=1)
    return world.archive.derived.changes(after_seq=visit.seq - 1)


def test_an_entry_that_rolled_off_and_comes_back_is_no_news(world: World, clock: Moments) -> None:
    show(world, clock, "alder", "birch", "cedar")
    [change] = show(world, clock, "dogwood", "alder", "birch")
    assert [edit.title for edit in change.edits] == ["dogwood is out for hotels"]
    assert show(world, clock, "dogwood", "alder", "birch", "cedar") == ()
    [change] = show(world, clock, "elm", "cedar", "dogwood")
    assert [edit.title for edit in change.edits] == ["elm is out for hotels"]
