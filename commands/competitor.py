"""`bellwether competitor`: all that is known of one rival, now and over time."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from commands.base import answer, home_option, json_option, opened, print_json, stamp, table, told_plainly
from commands.changes_judge import verdict_line
from commands.choosing import unknown
from commands.fact_rows import KINDS, fact_json, sheets
from commands.facts import chosen, of_rivals, old_lines, sheet_table, short
from commands.shapes import plain, verdict_value
from domain.errors import UsageError
from domain.sources import Competitor
from domain.verdicts import AnalystVerdict
from guard.escaping import terminal_text
from pipeline import World
from pipeline.detecting.present import Present, PresentFact, Told, left_out, present, timeline

Row = tuple[str, str, str, str, str, str]
LATEST = 20
JUDGED = 4  # the column of verdicts, left out where there are none
LEGEND = "HAPPENED: the day that the source gives, else the day we first saw it"
SINCE = "SINCE: the visit of the newest change to it, or of the first sight of it"


@click.group("competitor")
def competitor_group() -> None:
    """What is known of one rival."""


@competitor_group.command("show")
@click.argument("name")
@click.option("--all", "everything", is_flag=True, help=f"The whole timeline, not only the latest {LATEST}.")
@json_option
@home_option
@told_plainly
def show_command(name: str, everything: bool, as_json: bool, home: Path) -> None:
    """Show a rival's present state (prices, people, certificates, roles, figures) and its timeline, newest first."""
    world = opened(home)
    rival = named(world, name)
    found = present(world, chosen(world, rival.name, None))
    facts = of_rivals(found, rival.name, None)
    told = timeline(world, rival.name)
    if as_json:
        print_json(rival_json(world, rival, found, facts, told))
        return
    head(world, rival)
    for sheet in sheets(facts):
        if sheet.rows:
            click.echo(f"\n{sheet.kind.title.upper()}\n{sheet_table(sheet, hide=('competitor', 'quote'))}")
    if facts:
        click.echo(f"\n{SINCE}")
    for line in old_lines(world, facts):
        click.echo(terminal_text(line))
    noise = left_out(world, rival.name)
    show_timeline(told, everything, none="no changes but those left out:" if noise else "no changes yet")
    show_left_out(noise)
    for source, why in found.unseen:
        click.echo(terminal_text(f"not seen: {source}: {why}"), err=True)


def named(world: World, name: str) -> Competitor:
    """The competitor of that name or alias, in any case of letters; UsageError where there is none."""
    rivals = world.configuration.sources.competitors
    for rival in rivals:
        if name.casefold() in {known.casefold() for known in (rival.name, *rival.aliases)}:
            return rival
    raise UsageError(unknown("competitor", name, [rival.name for rival in rivals]))


def head(world: World, rival: Competitor) -> None:
    also = f" (also {', '.join(rival.aliases)})" if rival.aliases else ""
    own = [source.name for source in world.sources if source.subject.name == rival.name]
    answer().print(terminal_text(f"{rival.name}{also}: {', '.join(own) or 'no source of its own'}"), markup=False)


def show_timeline(told: tuple[Told, ...], everything: bool, none: str) -> None:
    if not told:
        click.echo(f"\n{none}")
        return
    rows = merged([timeline_row(one) for one in told])
    latest = rows if everything else rows[:LATEST]
    headers = ("HAPPENED", "STATUS", "TAGS", "SOURCE", "JUDGED", "WHAT")
    judged = any(row[JUDGED] for row in latest)
    keep = [at for at in range(len(headers)) if at != JUDGED or judged]
    shown = [[row[at] for at in keep] for row in latest]
    click.echo("\nTIMELINE\n" + table(shown, [headers[at] for at in keep]))
    if len(rows) > len(latest):
        click.echo(f"{len(rows) - len(latest)} earlier ones; --all shows them")
    click.echo(LEGEND)


def timeline_row(one: Told) -> Row:
    return (
        f"{one.sighting.happened_on or one.sighting.first_seen.date():%Y-%m-%d}",
        str(one.status),
        ", ".join(tag.tag for tag in one.sighting.tags) or "-",
        short(one.sighting.source),
        terminal_text("; ".join(verdict_line(verdict) for verdict in one.verdicts)),
        terminal_text(one.sighting.headline),
    )


def show_left_out(verdicts: tuple[AnalystVerdict, ...]) -> None:
    """What no timeline has, for somebody said that it is noise."""
    if verdicts:
        newest = verdicts[0]
        note = f": {newest.note}" if newest.note else ""
        said = f"{len(verdicts)} judged to be noise, the newest by {newest.by} on {newest.at:%Y-%m-%d}{note}"
        click.echo(terminal_text(f"left out: {said}"))


def merged(rows: Sequence[Row]) -> list[Row]:
    """Rows that say the very same become one, with how many times it was told."""
    return [(*row[:-1], f"{row[-1]} ({count} times)" if count > 1 else row[-1]) for row, count in Counter(rows).items()]


def rival_json(
    world: World, rival: Competitor, found: Present, facts: tuple[PresentFact, ...], told: tuple[Told, ...]
) -> dict[str, Any]:
    """A rival as `--json` prints it: its present state by kind, and every sighting, newest first."""
    state = {
        kind.title.lower().replace(" ", "_"): [fact_json(one) for one in facts if isinstance(one.fact.value, kind.type)]
        for kind in KINDS
    }
    return {
        "competitor": rival.name,
        "aliases": list(rival.aliases),
        "sources": [source.name for source in world.sources if source.subject.name == rival.name],
        "present": state,
        "timeline": [told_json(one) for one in told],
        "judged_noise": [verdict_value(one) for one in left_out(world, rival.name)],
        "not_seen": [{"source": source, "why": why} for source, why in found.unseen],
    }


def told_json(one: Told) -> dict[str, Any]:
    return {
        "event": one.event,
        "change": one.sighting.change,
        "happened_on": plain(one.sighting.happened_on),
        "first_seen": stamp(one.sighting.first_seen),
        "status": str(one.status),
        "tags": [str(tag.tag) for tag in one.sighting.tags],
        "headline": one.sighting.headline,
        "source": one.sighting.source,
        "url": one.sighting.url,
        "verdicts": [verdict_value(verdict) for verdict in one.verdicts],
    }
