"""`bellwether changes judge`: say that a change is noise, is right, or has a tag too many or too few."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from commands.base import home_option, json_option, opened, print_json, told_plainly
from commands.shapes import verdict_value
from diffing.noise.learned import LearnedNoise
from digest.words import clip
from domain.errors import UsageError
from domain.events import Sighting
from domain.findings import TagName
from domain.verdicts import AnalystVerdict, Says
from guard.escaping import terminal_text
from pipeline import World
from pipeline.composing.judging import judge, meant, verdicts_about
from pipeline.detecting.noise import silenced

TAG = click.Choice([tag.value for tag in TagName])
SHOWN = "TAG"
APART_WORDS = 12
USER = ("BELLWETHER_USER", "USER", "LOGNAME", "USERNAME")
WORDS = {
    Says.NOISE: "noise: left out of every later edition, for all readers, and counted",
    Says.RIGHT: "right as it is",
}


@click.command("judge", short_help="Say that a change is noise or right, or correct its tags.")
@click.argument("key")
@click.option("--noise", is_flag=True, help="It means nothing: leave it out for all readers.")
@click.option("--right", is_flag=True, help="Its tags are right, none is missing: it keeps them.")
@click.option("--tag", "tags", multiple=True, type=TAG, metavar=SHOWN, help="It has this tag, too.")
@click.option("--not-tag", "not_tags", multiple=True, type=TAG, metavar=SHOWN, help="It has not this tag.")
@click.option("--all", "every", is_flag=True, help="Each entry, where the change holds several.")
@click.option("--undo", is_flag=True, help="Take back all that was said of it.")
@click.option("--note", default="", help="Why, for whoever reads it next.")
@click.option("--by", metavar="NAME", help="Who says so; else the user's name from the environment.")
@json_option
@home_option
@told_plainly
def judge_command(
    key: str,
    noise: bool,
    right: bool,
    tags: tuple[str, ...],
    not_tags: tuple[str, ...],
    every: bool,
    undo: bool,
    note: str,
    by: str | None,
    as_json: bool,
    home: Path,
) -> None:
    """Say what a change is worth. KEY is that of a change, or of one entry's edit; it may be shortened.

    What you say outlives a replay and teaches which rules to trust: `bellwether rules list` shows how often each was
    right. What is noise on a page stays noise at its place; a price, a date or a text never seen there is told after
    all where it stays.
    """
    said = matters(noise=noise, right=right, tags=tags, not_tags=not_tags, undo=undo)
    world = opened(home)
    change, sightings = meant(world, key)
    if len(sightings) > 1 and not (every or undo):
        raise UsageError(several(change.key, sightings))
    before = standing_of(world, sightings)
    if undo:
        count = world.archive.verdicts.withdraw([one.key for one in sightings])
        click.echo(f"{change.key[:10]}: {count} verdict{'s' if count != 1 else ''} taken back", err=as_json)
    else:
        judge(world, change, sightings, said, by=by or user_of(world.environ), note=note)
    standing = standing_of(world, sightings)
    replaced = [verdict for verdict in before if verdict not in standing]
    if as_json:
        print_json({"key": change.key, "source": change.source, **verdicts_value(standing, replaced)})
    elif not undo:
        for sighting in sightings:
            click.echo(terminal_text(f"{change.key[:10]}  {change.source}  {sighting.headline}"))
        for line in dict.fromkeys(verdict_line(one) for one in standing):
            click.echo(terminal_text(f"  {line}"))
        for line in dict.fromkeys(verdict_line(one) for one in replaced):
            click.echo(terminal_text(f"  in place of: {line}"))
        for line in silenced_lines(change.source, silenced(world, change)) if noise else ():
            click.echo(terminal_text(f"  {line}"))


def standing_of(world: World, sightings: Sequence[Sighting]) -> list[AnalystVerdict]:
    return [verdict for one in sightings for verdict in verdicts_about(world, one)]


def verdicts_value(standing: Sequence[AnalystVerdict], replaced: Sequence[AnalystVerdict]) -> dict[str, Any]:
    return {
        "verdicts": [verdict_value(one) for one in standing],
        "replaced": [verdict_value(one) for one in replaced],
    }


def silenced_lines(source: str, places: Sequence[LearnedNoise]) -> list[str]:
    """Which places are left out from now on, and how to be told of them again."""
    if not places:
        return []
    lines = [f"from the next visit on, left out: {one.slot}  {one.says}" for one in places]
    return [*lines, f"to be told of one again: bellwether sources noise {source} --undo ID"]


def matters(
    *, noise: bool, right: bool, tags: Sequence[str], not_tags: Sequence[str], undo: bool
) -> list[tuple[Says, TagName | None]]:
    """What is said, in order; UsageError where it is nothing or contradicts itself."""
    if noise + right + undo + bool(tags or not_tags) != 1:
        raise UsageError("say one thing: --noise, --right, --tag TAG and --not-tag TAG together, or --undo")
    both = sorted(set(tags) & set(not_tags))
    if both:
        raise UsageError(f"it cannot have the tag {both[0]} and not have it")
    said: list[tuple[Says, TagName | None]] = [(Says.TAG, TagName(tag)) for tag in tags]
    said += [(Says.NOT_TAG, TagName(tag)) for tag in not_tags]
    return said + ([(Says.NOISE, None)] if noise else []) + ([(Says.RIGHT, None)] if right else [])


def several(key: str, sightings: Sequence[Sighting]) -> str:
    """Its entries with their keys, and what tells apart those of one headline."""
    lines = [f"  {one.edits[0].key[:10]}  {one.headline}{apart(one, sightings)}" for one in sightings]
    asked = f"{key[:10]} holds {len(sightings)} entries; judge one of them by its own key, or each with --all:\n"
    return terminal_text(asked) + "\n".join(terminal_text(line) for line in lines)


def apart(one: Sighting, among: Sequence[Sighting]) -> str:
    """What an entry says that no other entry of the same headline does; nothing where the headline is its own."""
    others = [other for other in among if other is not one and other.headline == one.headline]
    known = {line for other in others for line in lines_of(other)}
    own = [line for line in lines_of(one) if line not in known] if others else []
    return f" ({clip(', '.join(own), APART_WORDS)})" if own else ""


def lines_of(one: Sighting) -> list[str]:
    texts = "\n".join(f"{edit.after or ''}\n{edit.before or ''}" for edit in one.edits)
    return list(dict.fromkeys(line.strip() for line in texts.splitlines() if line.strip()))


def user_of(environ: Mapping[str, str]) -> str:
    found = next((environ[name] for name in USER if environ.get(name)), None)
    if found is None:
        raise UsageError("nobody is named in the environment: say who judges with --by NAME")
    return found


def verdict_line(verdict: AnalystVerdict) -> str:
    """ "pricing: not a tag of it (ines, 2026-02-16: only the notation moved)"."""
    tag = verdict.tag or ""
    said = WORDS.get(verdict.says) or f"{tag}: {'given' if verdict.says is Says.TAG else 'taken away'}"
    note = f": {verdict.note}" if verdict.note else ""
    return f"{said} ({verdict.by}, {verdict.at:%Y-%m-%d}{note})"
