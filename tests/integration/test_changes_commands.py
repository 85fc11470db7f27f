"""Changes shown and explained from a real database: visits with and without a change, and what cannot be shown."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from commands import main
from domain.keys import source_revision
from pipeline import World, detect, open_world
from tests.integration.support_pipeline import SOURCES, Moments, Record, attempt_at, clock, record, world

__all__ = ["clock", "record", "world"]

PAGE = "<main><h1>Plans</h1><p>StayFeed hands hotel prices to revenue managers.</p><p>Trusted by {} teams</p></main>"
WIRE = """markets:
  - {name: wire, kind: feed, url: "https://wire.example/feed", match: [competitors]}
"""
ITEM = "<item><guid>{0}</guid><link>https://wire.example/{0}</link><title>{1}</title></item>"
Ask = Callable[..., str]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Run a command against the world's home; its exit code must be `code`. Both streams come back as one text."""

    def ask(*arguments: str, code: int = 0) -> str:
        done = CliRunner().invoke(main, ["changes", *arguments, "--home", str(tmp_path)])
        assert done.exit_code == code, done.output
        return done.output

    return ask


def asked(ask: Ask, *arguments: str) -> Any:
    return json.loads(ask(*arguments, "--json"))


def body(world: World, clock: Moments, text: str) -> dict[str, object]:
    """What `record` needs to store a visit with another body than the price page's."""
    part = attempt_at(world.sources[0], clock.now, "-").parts[0]
    return {"parts": (replace(part, body=text.encode()),)}


def test_a_visit_without_a_change_is_explained_too(world: World, record: Record, clock: Moments, ask: Ask) -> None:
    assert "not visited yet" in ask("explain", "--source", "prices")
    record("-", **body(world, clock, PAGE.format("12,345")))
    assert "the first good visit" in ask("explain", "--source", "prices")
    record("-", **body(world, clock, PAGE.format("12,391")))
    said = ask("explain", "--source", "prices")
    assert "no change: 1 difference left out" in said
    assert "Trusted by [-12,345-] {+12,391+} teams" in said
    record("-", **body(world, clock, PAGE.format("12,391")))
    assert "the same, byte for byte" in ask("explain", "--source", "prices")
    record(None, status=503)
    said = ask("explain", "--source", "prices")
    assert "the answer was error, so it is not compared" in said


def test_bytes_that_differ_where_no_words_do_are_said_to(
    world: World, record: Record, clock: Moments, ask: Ask
) -> None:
    record("-", **body(world, clock, PAGE.format("12,345")))
    record("-", **body(world, clock, PAGE.format("12,345") + "<!-- token 4711 -->"))
    assert "the bytes differ and no words do" in ask("explain", "--source", "prices")


def test_an_unpublished_page_is_explained_as_gone_and_its_lines_are_not_listed(
    world: World, record: Record, clock: Moments, ask: Ask
) -> None:
    record("49")
    for _ in range(2):
        clock.now += timedelta(days=1)
        record("9", status=410)
    (change,) = world.archive.derived.changes()
    (difference,) = asked(ask, "explain", change.key)["differences"]
    assert difference["fate"] == "news"
    assert "confirmed while the site is well" in difference["why"]


def test_an_edited_ignore_is_explained_at_once_and_nothing_is_fetched(
    world: World, record: Record, ask: Ask, tmp_path: Path
) -> None:
    record("$49")
    record("$59")
    key = asked(ask, "list")[0]["key"]
    (tmp_path / "sources.yaml").write_text(SOURCES.replace('prices"}', "prices\", ignore: '\\$\\d+'}"))
    found = asked(ask, "explain", key)
    assert found["key"] == key
    (one,) = found["differences"]
    assert one["fate"] == "news"
    assert one["why"] == "told at the time; read again today it would be left out: matches `ignore`: \\$\\d+"


def test_entries_about_nobody_we_watch_are_told_as_such(tmp_path: Path, world: World, clock: Moments, ask: Ask) -> None:
    (tmp_path / "sources.yaml").write_text(SOURCES + WIRE)
    titles = [
        ("a", "Harbour fees stay as they are"),
        ("b", "Brightvane opens in Leeds"),
        ("c", "A bakery buys two mills"),
    ]
    with open_world(tmp_path, {}, clock).archive as archive:
        wider = replace(world, configuration=open_world(tmp_path, {}, clock).configuration, archive=archive)
        archive.visits.register(wider.sources)
        wire = wider.sources[1]
        for shown in (titles[:1], titles):
            items = "".join(ITEM.format(*one) for one in shown)
            feed = f"<rss version='2.0'><channel><title>Wire</title>{items}</channel></rss>"
            attempt = attempt_at(wire, clock.now, "-")
            part = replace(attempt.parts[0], headers=(("Content-Type", "application/rss+xml"),), body=feed.encode())
            archive.visits.record(replace(attempt, revision=source_revision(wire), parts=(part,)))
            detect(wider, wire)
    found = asked(ask, "explain", "--source", "wire")
    assert {one["path"][0]: one["fate"] for one in found["differences"]} == {
        "Brightvane opens in Leeds": "news",
        "A bakery buys two mills": "nobody",
    }


def test_a_source_that_left_the_files_is_still_shown(record: Record, ask: Ask, tmp_path: Path) -> None:
    record("$49")
    record("$59")
    key = asked(ask, "list")[0]["key"]
    (tmp_path / "sources.yaml").write_text("competitors:\n  - name: Brightvane\n")
    assert "[-$49-] {+$59+}" in ask("show", key)
    assert "not in sources.yaml any more" in ask("explain", key, code=2)
    page = tmp_path / "change.html"
    ask("show", key, "--html", str(page))
    assert "not in sources.yaml any more" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("explain",), "say which"),
        (("explain", "abc", "--source", "prices"), "say which"),
        (("explain", "nothing"), "0 changes or entries begin with 'nothing'"),
        (("explain", "--source", "price"), "did you mean 'prices'"),
        (("show", "nothing"), "0 changes or entries begin with 'nothing'"),
        (("show", "", "--html", "/nowhere/at/all.html"), "cannot be written"),
    ],
)
def test_what_cannot_be_shown_says_what_to_do(record: Record, ask: Ask, arguments: tuple[str, ...], told: str) -> None:
    record("$49")
    record("$59")
    assert told in ask(*arguments, code=2)


def test_left_out_edits_are_listed_only_when_asked_for(world: World, record: Record, ask: Ask) -> None:
    record("$49")
    record("$59")
    derived = world.archive.derived
    (change,) = derived.changes()
    latest = derived.latest("prices")
    assert latest is not None
    left = replace(
        change, edits=tuple(replace(edit, noise="moves at every visit", waits=True) for edit in change.edits)
    )
    derived.store(latest[1], left, derivation=world.derivation())
    assert asked(ask, "list")[0]["edits"] == []
    (edit,) = asked(ask, "list", "--all")[0]["edits"]
    assert edit["noise"] == "moves at every visit"
    assert "[-$49-]" not in ask("show", change.key)
    assert "left out: moves at every visit; told if it stands at the next visit" in ask("show", change.key, "--full")
    said = ask("explain", change.key)
    assert "Left out · Changes by itself, as earlier visits showed (1)" in said
