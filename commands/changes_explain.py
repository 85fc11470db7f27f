"""`bellwether changes explain`: every difference between two visits, and what became of it."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from commands.base import answer, home_option, json_option, opened, print_json, told_plainly
from commands.changes_show import chosen, judged_lines, named, place
from commands.choosing import unknown
from commands.marked import marked
from commands.shapes import verdict_value, visit_value
from digest.fate_words import TITLES, TOLD
from digest.words import counted
from domain.errors import UsageError
from domain.explanations import Explained, Fate
from domain.verdicts import AnalystVerdict
from domain.visits import Visit
from guard.escaping import terminal_text
from pipeline import World
from pipeline.detecting.explanations import Explanation, explain_change, explain_newest

SHOWN = 3


@click.command("explain")
@click.argument("key", required=False)
@click.option("--source", metavar="NAME", help="The newest visit of this source, whether it made a change or not.")
@click.option("--all", "everything", is_flag=True, help="Every difference, each as a whole.")
@json_option
@home_option
@told_plainly
def explain_command(key: str | None, source: str | None, everything: bool, as_json: bool, home: Path) -> None:
    """Show every difference between two visits and what became of each. Fetches nothing."""
    if (key is None) == (source is None):
        raise UsageError("say which: the KEY of a change, or --source NAME for its newest visit")
    world = opened(home)
    found = asked(world, key, source)
    if as_json:
        print_json(explanation_value(found) | {"verdicts": [verdict_value(one) for one in verdicts_on(world, found)]})
    else:
        judged = judged_lines(world, found.change) if found.change else []
        show(answer(), found, judged, everything=everything)


def verdicts_on(world: World, found: Explanation) -> Sequence[AnalystVerdict]:
    return world.archive.verdicts.standing(found.change.key) if found.change else ()


def asked(world: World, key: str | None, name: str | None) -> Explanation:
    """The explanation of a change or of a source's newest visit; UsageError where there is no such thing."""
    change = chosen(world, key) if key is not None else None
    wanted = change.source if change else name or ""
    source = world.configuration.sources.named(wanted)
    if source is None and change is not None:
        raise UsageError(f"{wanted} is not in sources.yaml any more: nothing says how to read it")
    if source is None:
        raise UsageError(unknown("source", wanted, [each.name for each in world.sources]))
    return explain_change(world, source, change) if change else explain_newest(world, source)


def show(say: Console, found: Explanation, judged: Sequence[str] = (), *, everything: bool) -> None:
    """First what was compared, what came of it and what analysts said, then the differences by what became of them."""
    say.print(terminal_text(f"{named(found.source.name, found.source.subject)} · {found.source.url}"), markup=False)
    say.print(f"{moment(found.before)} → {moment(found.visit)}", markup=False)
    for line in (outcome(found), *judged):
        say.print(terminal_text(line), markup=False)
    for fate in Fate:
        group = [one for one in found.found if one.fate is fate]
        if group:
            left = "" if fate in TOLD else "Left out · "
            say.print(f"\n{left}{TITLES[fate]} ({len(group)})", markup=False, style="bold")
            show_group(say, group, everything=everything)
            if fate is Fate.LEARNED:
                name = found.source.name
                say.print(f"    each place and its ID: `bellwether sources noise {name}`", markup=False)
    if not everything and any(len(group) > SHOWN for group in by_reason(found.found)):
        say.print("\nall of them, as a whole: --all", markup=False)


def moment(visit: Visit | None) -> str:
    return f"{visit.captured_at:%Y-%m-%d %H:%M} UTC" if visit else "nothing before"


def outcome(found: Explanation) -> str:
    """One line: the status with its reason, or that there was no change."""
    if found.said and found.change is None:
        return found.said
    if found.change is not None:
        told = f"{found.change.status}: {found.change.explanation}  (key {found.change.key[:10]})"
        return f"{told}\n{found.said}" if found.said else told
    return (
        f"no change: {counted(len(found.found), 'difference')} left out"
        if found.found
        else ("no change: the bytes differ and no words do")
    )


def by_reason(found: Sequence[Explained]) -> list[list[Explained]]:
    groups: dict[tuple[Fate, str], list[Explained]] = {}
    for one in found:
        groups.setdefault((one.fate, one.why), []).append(one)
    return list(groups.values())


def show_group(say: Console, group: Sequence[Explained], *, everything: bool) -> None:
    for same in by_reason(group):
        say.print(terminal_text(f"  {same[0].why} ({len(same)})"), markup=False)
        above = ""
        for one in same if everything else same[:SHOWN]:
            head = f"    {place(one.path)} [{one.where}]"
            if head != above:
                say.print(head, markup=False, style="dim")
            above = head
            line = marked(say, one.before, one.after, full=everything)
            line.pad_left(4)
            say.print(line)
        if not everything and len(same) > SHOWN:
            say.print(f"    … and {len(same) - SHOWN} more", markup=False)


def explanation_value(found: Explanation) -> dict[str, Any]:
    """What `changes explain --json` prints."""
    change = found.change
    return {
        "source": found.source.name,
        "key": change.key if change else None,
        "status": change.status if change else None,
        "explanation": change.explanation if change else found.said or outcome(found),
        "from": visit_value(found.before),
        "to": visit_value(found.visit),
        "counts": dict(Counter(str(one.fate) for one in found.found)),
        "differences": [explained_value(one) for one in found.found],
    }


def explained_value(one: Explained) -> dict[str, Any]:
    return {
        "fate": one.fate,
        "why": one.why,
        "where": one.where,
        "path": list(one.path),
        "before": one.before,
        "after": one.after,
        "edit": one.key or None,
    }
