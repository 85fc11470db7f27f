"""Reads the playbook: ours, and above it the `playbook.yaml` of a home."""

from collections.abc import Iterable, Sequence
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
Read = tuple[tuple[Play, ...], PlaybookDocument, Tree]


@cache
def our_playbook() -> Playbook:
    """The plays that Bellwether comes with; ConfigurationError names every line of them that is wrong."""
    read, problems = read_plays(OURS.read_text(encoding="utf-8"), OUR_NAME, mine=False)
    if problems or read is None:
        raise ConfigurationError(problems)
    return ordered(read[0], ())


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
    read, problems = read_plays(text, FILE, mine=True)
    if read is None:
        return our_playbook(), problems
    plays, document, tree = read
    ours = our_playbook()
    found = [*problems, *unknown_off(document, tree, ours), *unknown_people(document, tree, accounts)]
    gone = {*document.off, *(play.name for play in plays)}
    kept = [play for play in ours.plays if play.name not in gone]
    return ordered([*plays, *kept], document.roles.items()), in_file_order(found, [FILE])


def read_plays(text: str, name: str, *, mine: bool) -> tuple[Read | None, tuple[Problem, ...]]:
    """The plays of one file, or None where it cannot be read, and all problems in it."""
    tree, problems = parse(text, name)
    if tree is None:
        return None, problems
    if tree.data is None:
        return None, (*problems, tree.problem((), "the file is empty", "begin with 'plays:'"))
    document, more = check(PlaybookDocument, tree, (), tree.data)
    if document is None:
        return None, (*problems, *more)
    plays = tuple(
        play_of(entry, Origin(file=name, line=tree.place(("plays", index)).line), mine=mine)
        for index, entry in enumerate(document.plays)
    )
    return (plays, document, tree), (*problems, *more, *twins(plays, tree))


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


def twins(plays: Sequence[Play], tree: Tree) -> list[Problem]:
    """Plays of one name, and plays for the same that an earlier one of the file always goes before."""
    problems = []
    for index, play in enumerate(plays):
        for earlier in plays[:index]:
            at = f"{earlier.name} in line {earlier.origin.line}"
            if earlier.name == play.name:
                problems.append(tree.problem(("plays", index, "name"), f"{at} has that name", "give it another"))
            elif asks(earlier) == asks(play):
                message = f"{play.name} is never taken: {at} is for the same"
                problems.append(
                    tree.problem(("plays", index), message, "delete one, or name a reason, stance or stage")
                )
    return problems


def asks(play: Play) -> tuple[frozenset[object], ...]:
    return (frozenset(play.tags), frozenset(play.reasons), frozenset(play.stances), frozenset(play.stages))


def unknown_off(document: PlaybookDocument, tree: Tree, ours: Playbook) -> list[Problem]:
    names = [play.name for play in ours.plays]
    return [
        tree.problem(("off", index), f"no play of ours is called '{name}'", did_you_mean(name, names) or SHOW)
        for index, name in enumerate(document.off)
        if name not in names
    ]


SHOW = "`bellwether playbook show` lists them"


def unknown_people(document: PlaybookDocument, tree: Tree, accounts: Accounts | None) -> list[Problem]:
    """Plays for somebody who is neither a role nor a person."""
    if accounts is None:
        return []
    known = [OWNER, DEPUTY, ANALYST, *document.roles, *(person.key for person in accounts.people)]
    return [
        tree.problem(
            ("plays", index, "who"),
            f"'{entry.who}' is neither a role nor under people",
            did_you_mean(entry.who, known) or f"add {entry.who} under roles, as in 'roles: {{legal: our lawyers}}'",
        )
        for index, entry in enumerate(document.plays)
        if entry.who not in known
    ]


def ordered(plays: Iterable[Play], roles: Iterable[tuple[str, str]]) -> Playbook:
    """The most closely meant first; among equals as they stand."""
    return Playbook(plays=tuple(sorted(plays, key=lambda play: play.rank, reverse=True)), roles=tuple(roles))
