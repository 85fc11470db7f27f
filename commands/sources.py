"""`bellwether sources`: check the files, list and show sources, and try one without storing anything."""

import os
from pathlib import Path

import click

import config
import diffing
import spiders.crawl
from commands.base import answer, home_option, json_option, opened, print_json, stamp, stop, table, told_plainly
from commands.choosing import unknown
from commands.sources_noise import noise_command
from config.secrets import resolve
from config.show import effective
from domain.changes import Edit
from domain.content import Extraction, Record
from domain.errors import UnreadableContent, UsageError
from domain.keys import source_revision
from domain.sources import Source
from domain.times import utc_now
from domain.visits import Attempt, PageState, Purpose
from guard.escaping import terminal_text
from pipeline import World
from pipeline.crawling.plainly import learned
from pipeline.world import read_home
from spiders.plan import Plan

SHOWN = 12


@click.group("sources")
def sources_group() -> None:
    """Check, list, show and try what sources.yaml declares."""


sources_group.add_command(noise_command)


@sources_group.command("check")
@home_option
@told_plainly
def check_command(home: Path) -> None:
    """Read every file people edit and show all problems with file, line and column. Fetches nothing."""
    if not home.is_dir():
        raise UsageError(f"there is no folder {home}")
    found, rules = read_home(home, os.environ, utc_now().date())
    for warning in found.warnings:
        click.echo(f"warning: {warning}", err=True)
    counts = f"{len(found.sources.sources)} sources, {len(found.sources.competitors)} competitors"
    doubts = f", {len(found.warnings)} worth a look" if found.warnings else ""
    click.echo(f"{counts}, {len(found.accounts.accounts)} accounts, {len(rules.rules)} rules: no problems{doubts}")


@sources_group.command("list")
@json_option
@home_option
@told_plainly
def list_command(as_json: bool, home: Path) -> None:
    """List the sources with their last state."""
    world = opened(home)
    rows = [source_row(world, source) for source in world.sources]
    if as_json:
        print_json(rows)
        return
    headers = ("name", "kind", "subject", "every", "state", "last_visit")
    cells = [[terminal_text(str(row[name] or "-")) for name in headers] for row in rows]
    click.echo(table(cells, [header.upper().replace("_", " ") for header in headers]))


def source_row(world: World, source: Source) -> dict[str, object]:
    newest = world.archive.derived.latest(source.name)
    state = "not visited" if newest is None else str(newest[1].verdict.state)
    if source.rests_on(world.clock().date()):
        state = "paused"
    return {
        "name": source.name,
        "kind": source.kind,
        "subject": source.subject.name,
        "url": source.url,
        "every": source.schedule.text,
        "state": state,
        "last_visit": stamp(newest[0].captured_at) if newest else None,
    }


@sources_group.command("show")
@click.argument("name")
@home_option
@told_plainly
def show_command(name: str, home: Path) -> None:
    """Show every setting of one source and where it comes from; of a browser source, whether it needs the browser."""
    found = config.load(home, os.environ)
    source = found.sources.named(name)
    if source is None:
        raise UsageError(unknown("source", name, [each.name for each in found.sources.sources]))
    rows = [[terminal_text(cell) for cell in row] for row in effective(source)]
    click.echo(table(rows, ("SETTING", "VALUE", "FROM")))
    if source.browser:
        told = learned(opened(home), source)
        click.echo(f"\n{told or 'Whether it needs the browser is not learned yet: a crawl asks once a month.'}")


@sources_group.command("test")
@click.argument("name")
@home_option
@told_plainly
def test_command(name: str, home: Path) -> None:
    """Fetch one source and show what would be stored and found. Writes nothing."""
    world = opened(home)
    source = world.configuration.sources.named(name)
    if source is None:
        raise UsageError(unknown("source", name, [each.name for each in world.sources]))
    attempt = fetched_once(world, source)
    verdict = diffing.judge(source, attempt.parts, attempt.failure)
    say = answer()
    for part in attempt.parts:
        size = f"{len(part.body or b'') / 1000:.1f} kB"
        say.print(terminal_text(f"{part.part}: {part.status} {part.url} ({size})"), markup=False)
    say.print(terminal_text(f"state: {verdict.state} {verdict.reason} {verdict.explanation}".rstrip()), markup=False)
    if verdict.state is not PageState.OK:
        stop(3)
    show_reading(world, source, attempt)


def fetched_once(world: World, source: Source) -> Attempt:
    attempts: list[Attempt] = []
    headers = tuple((header.name, resolve(header.value, world.environ)) for header in source.headers)
    plan = Plan(source=source, revision=source_revision(source), purpose=Purpose.CHECK, headers=headers)
    spiders.crawl.run(
        [plan],
        fetching=world.configuration.settings.fetching,
        clock=world.clock,
        on_attempt=attempts.append,
        next_batch=lambda: (),
    )
    return attempts[0]


def show_reading(world: World, source: Source, attempt: Attempt) -> None:
    """What the source says now, and what a crawl would report against the stored baseline."""
    say = answer()
    try:
        reading = diffing.read(source, attempt.parts)
    except UnreadableContent as error:
        stop(3, f"{source.name}: {error}")
    lines = readable(reading)
    say.print(f"reads as {len(lines)} blocks, entries or records; the first {min(SHOWN, len(lines))}:")
    for line in lines[:SHOWN]:
        say.print(terminal_text(f"  {line[:160]}"), markup=False)
    baseline = world.archive.derived.baseline(source.name)
    if baseline is None:
        say.print("no baseline yet: the first crawl makes one")
        return
    found = diffing.examine(
        source,
        source_id=baseline.source_id,
        before=world.archive.visits.fetched(baseline),
        after=attempt.parts,
        captured_at=attempt.captured_at,
    )
    say.print(f"against the baseline of {baseline.captured_at:%Y-%m-%d %H:%M}: {found.status or 'no change'}")
    for edit in found.edits[:SHOWN]:
        say.print(terminal_text(f"  {edit_line(edit)}"), markup=False)


def readable(reading: Extraction) -> list[str]:
    blocks = [f"{' > '.join(block.path)}: {block.text}" for block in reading.blocks if not block.chrome]
    entries = [f"{entry.published_at or '-'} {entry.title} {entry.link}" for entry in reading.entries]
    records = [f"{record.key} {record.title}: {fields_of(record)}" for record in reading.records if record.wanted]
    return blocks + entries + records


def fields_of(record: Record) -> str:
    return "; ".join(f"{cell.header}={cell.text}" for cell in record.fields)


def edit_line(edit: Edit) -> str:
    return f"{edit.kind}: {(edit.before or '')[:70]!r} -> {(edit.after or '')[:70]!r}"
