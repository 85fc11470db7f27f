"""Reads the playbook: ours, and above it the `playbook.yaml` of a home."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from config.playbook_schema import PlaybookDocument, PlayEntry, deadline
from config.schema import check, did_you_mean
from config.yaml_tree import Tree, in_file_order, parse, read_text
from domain.accounts import Accounts, Stage
from domain.errors import ConfigurationError
from domain.events import ReasonKind, Stance
from domain.findings import TagName
from domain.playbook import ANALYST, DEPUTY, OWNER, Play, Playbook
from domain.problems import Problem
from domain.sources import Origin

FILE = "playbook.yaml"
OURS = Path(__file__).with_name(FILE)
OUR_NAME = f"config/{FILE}"
SHOW = "`bellwether playbook show` lists them"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One file as far as it can be read: its plays with their places in it, and the rest; None where that is wrong."""

    tree: Tree
    plays: tuple[tuple[int, Play], ...]
    document: PlaybookDocument | None


@cache
def our_playbook() -> Playbook:
    """The plays that Bellwether comes with; ConfigurationError names every line of them that is wrong."""
    reading, problems = read_plays(OURS.read_text(encoding="utf-8"), OUR_NAME, mine=False)
    if problems or reading is None:
        raise ConfigurationError(problems)
    return ordered([play for _, play in reading.plays], ())


def load_playbook(home: Path, accounts: Accounts | None) -> tuple[Playbook, tuple[Problem, ...]]:
    """Ours with what the home's file adds, replaces and switches off, and every problem in that file.

    Without `accounts`, who does a play is not looked up among people.
    """
    path = home / FILE
    if not path.exists():
        return our_playbook(), ()
    text, problems = read_text(path, FILE, "")
    if problems:
        return our_playbook(), problems
    reading, problems = read_plays(text, FILE, mine=True)
    if reading is None:
        return our_playbook(), problems
    ours, document = our_playbook(), reading.document or PlaybookDocument()
    found = list(problems)
    if reading.document is not None:  # else which roles there are is not known
        found += [*unknown_off(document, reading.tree, ours), *unknown_people(reading, document, accounts)]
    mine = [play for _, play in reading.plays]
    gone = {*document.off, *(play.name for play in mine)}
    kept = [play for play in ours.plays if play.name not in gone]
    return ordered([*mine, *kept], document.roles.items()), in_file_order(found, [FILE])


def read_plays(text: str, name: str, *, mine: bool) -> tuple[Reading | None, tuple[Problem, ...]]:
    """The plays of one file as far as they can be read, or None, and all problems in it."""
    tree, problems = parse(text, name)
    if tree is None:
        return None, problems
    if tree.data is None:
        return None, (*problems, tree.problem((), "the file is empty", "begin with 'plays:'"))
    document, more = check(PlaybookDocument, tree, (), tree.data)
    found = [*problems, *more]
    given = tree.data.get("plays") if isinstance(tree.data, dict) else None
    plays = []
    for index, data in enumerate(given if isinstance(given, list) else ()):
        entry, wrong = check(PlayEntry, tree, ("plays", index), data)
        found += wrong
        if entry is not None:
            origin = Origin(file=name, line=tree.place(("plays", index)).line)
            plays.append((index, play_of(entry, origin, mine=mine)))
    found += twins(plays, tree)
    return Reading(tree=tree, plays=tuple(plays), document=document), tuple(found)


def play_of(entry: PlayEntry, origin: Origin, *, mine: bool) -> Play:
    return Play(
        name=entry.name,
        do=entry.do,
        tags=frozenset(map(TagName, entry.tag)),
        reasons=frozenset(map(ReasonKind, entry.reason)),
        stances=frozenset(map(Stance, entry.stance)),
        stages=frozenset(map(Stage, entry.stage)),
        who=entry.who,
        by=tuple(map(deadline, entry.by)),
        mine=mine,
        origin=origin,
    )


def twins(plays: Sequence[tuple[int, Play]], tree: Tree) -> list[Problem]:
    """Plays of one name, and plays for the same that an earlier one of the file always goes before."""
    problems = []
    for place, (index, play) in enumerate(plays):
        for _, earlier in plays[:place]:
            at = f"{earlier.name} in line {earlier.origin.line}"
            if earlier.name == play.name:
                problems.append(tree.problem(("plays", index, "name"), f"{at} has that name", "give it another"))
            elif asks(earlier) == asks(play):
                message = f"{play.name} is never taken: {at} is for the same"
                problems.append(
                    tree.problem(("plays", index), message, "delete one, or name a reason, stance or stage")
                )
    return problems


def asks(play: Play) -> tuple[frozenset[str], ...]:
    return (frozenset(play.tags), frozenset(play.reasons), frozenset(play.stances), frozenset(play.stages))


def unknown_off(document: PlaybookDocument, tree: Tree, ours: Playbook) -> list[Problem]:
    """Plays that are switched off and not ours."""
    names = [play.name for play in ours.plays]
    return [
        tree.problem(("off", index), f"no play of ours is called '{name}'", did_you_mean(name, names) or SHOW)
        for index, name in enumerate(document.off)
        if name not in names
    ]


def unknown_people(reading: Reading, document: PlaybookDocument, accounts: Accounts | None) -> list[Problem]:
    """Plays for somebody who is neither a role nor a person."""
    if accounts is None:
        return []
    known = [OWNER, DEPUTY, ANALYST, *document.roles, *(person.key for person in accounts.people)]
    return [
        reading.tree.problem(
            ("plays", index, "who"),
            f"'{play.who}' is neither a role nor under people",
            did_you_mean(play.who, known) or f"add it under roles, as in 'roles: {{{play.who}: our lawyers}}'",
        )
        for index, play in reading.plays
        if play.who not in known
    ]


def ordered(plays: Iterable[Play], roles: Iterable[tuple[str, str]]) -> Playbook:
    """The most closely meant first; among equals as they stand."""
    return Playbook(plays=tuple(sorted(plays, key=lambda play: play.rank, reverse=True)), roles=tuple(roles))
