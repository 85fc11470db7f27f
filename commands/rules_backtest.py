"""`bellwether rules backtest`: what the rules as they are now would have changed on stored history."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from classifiers import OUR_RULES, load_rules
from commands.base import answer, home_option, json_option, opened, print_json, table, told_plainly
from commands.shapes import plain, tag_value
from domain.errors import UsageError
from domain.findings import PACKS, Tag, TagName
from guard.escaping import terminal_text
from pipeline.detecting.rules import Backtest, Retagged, Score, backtest, witnesses

SHOWN = 50
LONGEST_WORDS = 60


@click.command("backtest", short_help="Show what the rules of now would change on stored history.")
@click.option("--since", required=True, metavar="DATE", help="Changes seen from this day on, as 2026-02-01.")
@click.option(
    "--rules",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Try this folder's rules instead of yours.",
)
@json_option
@home_option
@told_plainly
def backtest_command(since: str, folder: Path | None, as_json: bool, home: Path) -> None:
    """Tag stored changes again by the rules as they are now, beside the tags they have. Writes nothing.

    Run it after you edited a rule and before you trust it; `bellwether replay` then makes it so.
    """
    start = day(since)
    if folder is not None and not folder.is_dir():
        raise UsageError(f"there is no folder {folder}")
    world = opened(home)
    rules = world.rules
    if folder is not None:
        packs = [pack.value for pack in PACKS if pack.value not in world.configuration.sources.packs_off]
        rules = load_rules((OUR_RULES, folder), packs)
    found = backtest(world, rules, start)
    if as_json:
        print_json(backtest_value(found))
    else:
        show(answer(), found, since)


def day(text: str) -> datetime:
    """The beginning of a day, UTC; UsageError for what is none."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError as error:
        raise UsageError(f"'{text}' is no day; write it as 2026-02-01") from error


def show(say: Console, found: Backtest, since: str) -> None:
    different = (*found.retagged, *found.reweighed)
    for one in different[:SHOWN]:
        for line in retagged_lines(one):
            say.print(terminal_text(line), markup=False)
    more = len(different) - SHOWN
    if more > 0:
        say.print(f"... and {more} more; --json has them all")
    if found.gained or found.lost:
        rules = sorted(
            {*found.gained, *found.lost}, key=lambda rule: (-found.gained.get(rule, 0) - found.lost.get(rule, 0), rule)
        )
        rows = [[rule, f"+{found.gained.get(rule, 0)}", f"-{found.lost.get(rule, 0)}"] for rule in rules]
        say.print("\n" + terminal_text(table(rows, ("RULE", "MORE", "FEWER"))), markup=False)
    for line in score_lines(found):
        say.print(line, markup=False)
    for name in found.left_out:
        say.print(terminal_text(f"left out: {name} is no longer in sources.yaml"), markup=False)
    say.print(
        f"{found.sightings} findings of {found.changes} changes since {since}: "
        f"{len(found.retagged)} would have other tags{reweighed(found)}; nothing was written"
    )


def reweighed(found: Backtest) -> str:
    return f", {len(found.reweighed)} the same with another confidence" if found.reweighed else ""


def retagged_lines(one: Retagged) -> list[str]:
    sighting = one.sighting
    lines = [
        f"{one.change.key[:10]}  {one.change.after.captured_at:%Y-%m-%d}  {one.change.source}  {sighting.headline}"
    ]
    lines += [f"  + {tag.tag} {tag.confidence:.2f} by {tag.rule}: {words(tag)}" for tag in one.added]
    lines += [f"  - {tag.tag} {tag.confidence:.2f} by {tag.rule}: {words(tag)}" for tag in one.removed]
    return lines + [
        f"  ~ {new.tag} {old.confidence:.2f} → {new.confidence:.2f} by {', '.join(witnesses(new))}: {words(new)}"
        for old, new in one.reweighed
    ]


def words(tag: Tag) -> str:
    said = dict.fromkeys(" ".join(quote.text.split())[:LONGEST_WORDS] for quote in tag.quotes)
    return ", ".join(f"“{one}”" for one in said)


def score_lines(found: Backtest) -> list[str]:
    """ "pricing: 8 of 10 judged right before, 8 of 9 after"."""
    tags = [tag for tag in TagName if tag in found.before or tag in found.after]
    if not tags:
        return ["no analyst's verdict stands on any of it; `bellwether changes judge` gives one"]
    lines = []
    for tag in tags:
        before, after = found.before.get(tag, Score()), found.after.get(tag, Score())
        lines.append(f"{tag}: right by analysts' verdicts {said(before)} before, {said(after)} after")
    return lines


def said(score: Score) -> str:
    return f"{score.right} of {score.judged} ({score.precision:.0%})" if score.precision is not None else "0 of 0"


def backtest_value(found: Backtest) -> dict[str, Any]:
    return {
        "changes": found.changes,
        "findings": found.sightings,
        "reweighed": [retagged_value(one) for one in found.reweighed],
        "retagged": [retagged_value(one) for one in found.retagged],
        "rules": {
            rule: {"gives": found.gained.get(rule, 0), "gave": found.lost.get(rule, 0)}
            for rule in sorted({*found.gained, *found.lost})
        },
        "precision": {"before": scores_value(found.before), "after": scores_value(found.after)},
        "left_out": list(found.left_out),
    }


def retagged_value(one: Retagged) -> dict[str, Any]:
    return {
        "key": one.change.key,
        "edit": one.sighting.edits[0].key,
        "source": one.change.source,
        "seen": plain(one.change.after.captured_at),
        "headline": one.sighting.headline,
        "added": [tag_value(tag) | {"rules": list(witnesses(tag))} for tag in one.added],
        "removed": [tag_value(tag) | {"rules": list(witnesses(tag))} for tag in one.removed],
        "reweighed": [
            tag_value(new) | {"rules": list(witnesses(new)), "confidence_before": old.confidence}
            for old, new in one.reweighed
        ],
    }


def scores_value(scores: Mapping[TagName, Score]) -> dict[str, Any]:
    return {
        tag.value: {"right": score.right, "judged": score.judged, "precision": score.precision}
        for tag, score in scores.items()
    }
