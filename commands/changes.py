"""`bellwether changes`: what changed, edit by edit."""

import csv
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import click
from rich.padding import Padding
from rich.text import Text

from commands.base import answer, home_option, json_option, opened, print_json, table, told_plainly
from commands.changes_explain import explain_command
from commands.changes_judge import judge_command
from commands.changes_show import show_command
from commands.shapes import change_value
from domain.changes import Change, ChangeStatus
from domain.errors import UsageError
from guard.escaping import csv_cell, terminal_text
from pipeline import World

TOLD = (ChangeStatus.NEWS, ChangeStatus.HELD, ChangeStatus.REVERTED)
COLUMNS = ("KEY", "SEEN", "STATUS", "SOURCE", "TAGS", "WHAT")


@click.group("changes")
def changes_group() -> None:
    """What changed, edit by edit."""


for command in (show_command, explain_command, judge_command):
    changes_group.add_command(command)


@changes_group.command("list")
@click.option("--source", metavar="NAME", help="Only this source.")
@click.option("--status", type=click.Choice([str(status) for status in ChangeStatus]), help="Only of this status.")
@click.option("--days", type=click.IntRange(min=1), help="Only the last so many days.")
@click.option("--all", "everything", is_flag=True, help="Also the edits that were left out as noise.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV, one line per edit.")
@json_option
@home_option
@told_plainly
def list_command(
    source: str | None, status: str | None, days: int | None, everything: bool, as_csv: bool, as_json: bool, home: Path
) -> None:
    """List the changes found so far, oldest first; `changes show KEY` shows one."""
    world = opened(home)
    if source is not None and world.configuration.sources.named(source) is None:
        raise UsageError(f"no source is called '{source}'; `bellwether sources list` shows them all")
    wanted = ChangeStatus(status) if status else None
    changes = world.archive.derived.changes(source=source, status=wanted)
    if days is not None:
        since = world.clock() - timedelta(days=days)
        changes = tuple(change for change in changes if change.after.captured_at >= since)
    if not everything:
        changes = tuple(replace(change, edits=change.counted) for change in changes)
    if as_json:
        print_json([change_value(world, change) for change in changes])
    elif as_csv:
        print_csv(world, changes)
    else:
        print_table(world, changes, none_said(world, source, wanted, days))


def none_said(world: World, source: str | None, status: ChangeStatus | None, days: int | None) -> str:
    """What to say where the list is empty: nothing yet at all, or nothing of what was asked for."""
    everything = len(world.archive.derived.changes())
    if not everything:
        return "no changes yet; the first good snapshot of a source is its baseline"
    asked = [f"of {source}"] if source else []
    asked += [f"of status {status}"] if status else []
    asked += [f"in the last {days} days"] if days else []
    return f"no changes {' '.join(asked)}; {everything} in all"


def print_table(world: World, changes: tuple[Change, ...], none: str) -> None:
    """One line per happening: a feed's change has one for each new entry, with its own tags; equal ones are counted."""
    if not changes:
        click.echo(none)
        return
    rows = []
    for change in changes:
        begin = (change.key[:10], day(change.after.captured_at), change.status, change.source)
        sightings = world.archive.derived.sightings_of(change.key)
        said = Counter((", ".join(tag.tag for tag in one.tags) or "-", one.headline) for one in sightings)
        rows += [
            [*begin, tags, f"{what} ({count} times)" if count > 1 else what] for (tags, what), count in said.items()
        ]
        rows += [] if said else [[*begin, "-", change.explanation]]
    print_columns([[terminal_text(str(cell)) for cell in row] for row in rows])


def print_columns(rows: Sequence[Sequence[str]]) -> None:
    """On a terminal a line for the change and one for what it says; elsewhere a row is one line, for grep."""
    say = answer()
    if not say.is_terminal:
        click.echo(table(rows, COLUMNS))
        return
    for *begin, what in rows:
        say.print("  ".join(begin), markup=False)
        say.print(Padding(Text(what, style="bold" if begin[2] in TOLD else "dim"), (0, 0, 0, 2)))


def print_csv(world: World, changes: tuple[Change, ...]) -> None:
    """A line for each edit, with the tags and the sentence of each happening that it belongs to."""
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(("key", "source", "status", "seen", "kind", "path", "before", "after", "tags", "what"))
    for change in changes:
        sightings = world.archive.derived.sightings_of(change.key)
        for edit in change.edits:
            mine = [one for one in sightings if any(each.key == edit.key for each in one.edits)]
            tags = dict.fromkeys(tag.tag.value for one in mine for tag in one.tags)
            what = dict.fromkeys(one.headline for one in mine)
            cells = (change.key, change.source, change.status, change.after.captured_at.isoformat(), edit.kind)
            texts = (" > ".join(edit.path), edit.before or "", edit.after or "")
            rows.writerow([csv_cell(str(cell)) for cell in (*cells, *texts, ", ".join(tags), "; ".join(what))])


def day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
