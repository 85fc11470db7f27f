"""What a rival reported last stands among today's facts, by metric, until it reports anew."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from commands import main
from domain.findings import Figure
from pipeline import World, detect, relate
from pipeline.detecting.present import present
from tests.integration.support_pipeline import Moments, attempt_at, clock, opened

__all__ = ["clock"]

SOURCES = """competitors:
  - name: Brightvane
    sources:
      - {name: news, kind: feed, url: "https://brightvane.example/feed.xml"}
"""
FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{}</channel></rss>'
ITEM = "<item><title>{0}</title><link>https://brightvane.example/{1}</link><guid>{1}</guid></item>"
FIRST = "Brightvane reports 2025: revenue €35M (+14%), net profit €4M (+2%)"
NEXT = "Brightvane reports 2026: revenue €31M (-11%)"


@pytest.fixture
def world(tmp_path: Path, clock: Moments) -> Iterator[World]:
    with opened(tmp_path, clock, SOURCES) as world:
        for titles in (["Hello"], [FIRST, "Hello"], [NEXT, "We serve 9,000 hotels", FIRST, "Hello"]):
            show(world, clock, titles)
        yield world


def show(world: World, clock: Moments, titles: list[str]) -> None:
    """Store one answer of the feed with these entries, newest first, detect, and let a day pass."""
    [source] = world.sources
    items = "".join(ITEM.format(title, title.lower().replace(" ", "-")) for title in titles)
    attempt = attempt_at(source, clock.now, "-")
    headers = (("Content-Type", "application/rss+xml"),)
    part = replace(attempt.parts[0], headers=headers, body=FEED.format(items).encode())
    world.archive.visits.record(replace(attempt, parts=(part,)))
    detect(world, source)
    relate(world)
    clock.now += timedelta(days=1)


def test_the_newest_figure_of_each_metric_stands(world: World) -> None:
    facts = [one.fact.value for one in present(world, world.sources).facts]
    figures = {(one.metric, one.growth, one.period) for one in facts if isinstance(one, Figure)}
    assert {(metric, str(growth), period) for metric, growth, period in figures} == {
        ("revenue", "-11", "2026"),
        ("net profit", "2", "2025"),
    }


def test_figures_are_listed_with_their_growth_in_brackets(world: World, tmp_path: Path) -> None:
    listed = CliRunner().invoke(main, ["facts", "list", "--tag", "financial", "--home", str(tmp_path)])
    assert listed.exit_code == 0
    assert "(-11%)" in listed.stdout
    assert "(+2%)" in listed.stdout
    assert "9,000" not in listed.stdout


def test_growth_is_a_number_in_an_export(world: World, tmp_path: Path) -> None:
    words = ["facts", "list", "--tag", "financial", "--csv", "--home", str(tmp_path)]
    rows = csv.DictReader(io.StringIO(CliRunner().invoke(main, words).stdout))
    assert {row["growth"] for row in rows} == {"-11", "2"}


def test_where_no_page_states_a_fact_the_feed_that_tells_moves_is_named(
    world: World, clock: Moments, tmp_path: Path
) -> None:
    show(world, clock, ["Brightvane appoints Mary Hale as chief executive officer", "Hello"])
    words = ["facts", "list", "--tag", "executive", "--home", str(tmp_path)]
    said = CliRunner().invoke(main, words).stdout
    assert "news tells moves, not what stands today: 1 so far; `bellwether changes list --source news`" in said
