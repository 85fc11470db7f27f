"""`bellwether facts`: what rivals say now, above all today's price book."""

import csv
import sys
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import click

from commands.base import home_option, json_option, opened, print_json, table, talk, told_plainly
from commands.choosing import unknown
from commands.fact_rows import KINDS, Sheet, fact_json, sheets, shown, told
from commands.workbook import workbook
from domain.errors import UsageError
from domain.sources import Source, SubjectKind
from domain.visits import Reason
from guard.escaping import csv_cell, terminal_text
from pipeline import World
from pipeline.composing.unseen import unseen
from pipeline.detecting.present import Present, PresentFact, moves, present

LONGEST = 44
NOT_ASKED = (Reason.NOT_VISITED, Reason.NOT_LOOKED_AT)


@click.group("facts")
def facts_group() -> None:
    """What rivals say now: prices, people, certificates, open roles, and the figures last reported."""


@facts_group.command("list")
@click.option("--tag", type=click.Choice([kind.tag for kind in KINDS]), help="Only facts of this kind.")
@click.option("--competitor", metavar="NAME", help="Only of this competitor.")
@click.option("--source", metavar="NAME", help="Only of this source.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, one line per fact; with --tag.")
@click.option("--xlsx", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write a workbook.")
@json_option
@home_option
@told_plainly
def list_command(
    tag: str | None,
    competitor: str | None,
    source: str | None,
    as_csv: bool,
    xlsx: Path | None,
    as_json: bool,
    home: Path,
) -> None:
    """List the facts that stand on the sources' last good pages; nothing is fetched."""
    if sum((as_csv, xlsx is not None, as_json)) > 1:
        raise UsageError("say one of --csv, --xlsx and --json")
    if as_csv and tag is None:
        raise UsageError("a CSV file holds one kind of facts: say which with --tag")
    world = opened(home)
    found = present(world, chosen(world, competitor, source))
    facts = of_rivals(found, competitor, source)
    made = sheets(facts, tag)
    if as_json:
        print_json([fact_json(one) for one in facts_in(facts, tag)])
    elif as_csv:
        print_csv(made[0])
    elif xlsx is not None:
        save(xlsx, workbook(made, world.clock()))
    else:
        print_sheets(made)
        told_lines = moves_lines(moves(world, chosen(world, competitor, source), tag, competitor)) if tag else []
        for line in (*old_lines(world, facts_in(facts, tag)), *told_lines):
            click.echo(terminal_text(line))
    for name, why in found.unseen:
        talk().print(terminal_text(f"not seen: {name}: {why}"), markup=False)


def chosen(world: World, competitor: str | None, source: str | None) -> tuple[Source, ...]:
    """The sources to read: one by name; a competitor's own and the markets'; all. UsageError for an unknown name."""
    names = [one.name for one in world.sources]
    if source is not None and source not in names:
        raise UsageError(unknown("source", source, names))
    rivals = [rival.name for rival in world.configuration.sources.competitors]
    if competitor is not None and competitor not in rivals:
        raise UsageError(unknown("competitor", competitor, rivals))
    return tuple(
        one
        for one in world.sources
        if (source is None or one.name == source)
        and (competitor is None or one.subject.kind is SubjectKind.MARKET or one.subject.name == competitor)
    )


def of_rivals(found: Present, competitor: str | None, source: str | None) -> tuple[PresentFact, ...]:
    """The facts of rivals; of a source asked for by name, whomever they are about."""
    return tuple(
        one
        for one in found.facts
        if (source is not None or one.subject.kind is SubjectKind.COMPETITOR)
        and (competitor is None or one.subject.name == competitor)
    )


def print_csv(sheet: Sheet) -> None:
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(sheet.headers)
    for row in sheet.rows:
        # A number is written as one: "-11" is no formula, and an apostrophe would make it a text.
        rows.writerow([shown(value) if isinstance(value, Decimal) else csv_cell(shown(value)) for value in row])


def save(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error
    talk().print(f"wrote {path}", markup=False)


def facts_in(facts: Sequence[PresentFact], tag: str | None) -> list[PresentFact]:
    kinds = tuple(kind.type for kind in KINDS if tag in (None, kind.tag))
    return [one for one in facts if isinstance(one.fact.value, kinds)]


def old_lines(world: World, facts: Sequence[PresentFact]) -> list[str]:
    """Which of the pages that these facts stand on were not read well since when they should have been, and why."""
    read = {one.source.name: one.seen for one in facts}
    lost = [one for one in unseen(world) if one.source.name in read]
    return [
        f"last read {read[one.source.name]:%Y-%m-%d}: {one.source.name}; since then "
        f"{one.state if one.reason not in NOT_ASKED else 'nobody looked'}, so its facts are of that day"
        for one in lost
    ]


def moves_lines(found: Mapping[str, int]) -> list[str]:
    """Where to see what feeds tell; it is no fact of today."""
    return [
        f"{name} tells moves, not what stands today: {count} so far; `bellwether changes list --source {name}`"
        for name, count in found.items()
    ]


def print_sheets(made: tuple[Sheet, ...]) -> None:
    """One table after another; kinds of which nothing is known are left out."""
    filled = [sheet for sheet in made if sheet.rows]
    if not filled:
        click.echo("no facts yet; the last good pages of these sources state none")
    for number, sheet in enumerate(filled):
        title = sheet.kind.title.upper() if len(made) > 1 else ""
        click.echo("\n" * bool(number) + (f"{title}\n" if title else "") + sheet_table(sheet, hide=()))


def sheet_table(sheet: Sheet, *, hide: tuple[str, ...]) -> str:
    """The rows as a table without addresses, hidden columns, and columns in which nothing stands."""
    texts = [[short(told(name, value)) for name, value in zip(sheet.headers, row, strict=True)] for row in sheet.rows]
    gone = {"url", "seen", *hide}
    keep = [
        at
        for at, name in enumerate(sheet.headers)
        if name not in gone and any(texts[line][at] for line in range(len(texts)))
    ]
    return table([[row[at] for at in keep] for row in texts], [sheet.headers[at].upper() for at in keep])


def short(text: str) -> str:
    line = terminal_text(" ".join(text.split()))
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
