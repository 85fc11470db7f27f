"""Reads a week's draft, the file in which an analyst changes the mails before they go out."""

from collections.abc import Callable, Collection
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator

from config.schema import Fault, Strict, check
from config.yaml_tree import Tree, parse
from domain.drafts import Draft, Ruling
from domain.problems import Problem
from domain.verdicts import Says

REWORD_WORDS = 44
NOTE_WORDS = 30
AGAIN = "`bellwether digest draft` writes the findings of the week"


def _at_most(words: int) -> Callable[[str], str]:
    def fits(text: str) -> str:
        if len(text.split()) > words or len(text) > words * 12:
            raise Fault(f"{len(text.split())} words are too many for a mail", f"at most {words}, none very long")
        return " ".join(text.split())

    return fits


def _nothing(value: object) -> object:
    return "" if value is None else value


Line = Annotated[str, BeforeValidator(_nothing), AfterValidator(_at_most(NOTE_WORDS))]
Sentence = Annotated[str, BeforeValidator(_nothing), AfterValidator(_at_most(REWORD_WORDS))]
Verdict = Annotated[Literal["", "noise", "right"], BeforeValidator(_nothing)]


class FindingEntry(Strict):
    """One finding of the week."""

    event: str
    hide: bool = False
    pin: bool = False
    reword: Sentence = ""
    note: Line = ""
    same_as: Annotated[str, BeforeValidator(_nothing)] = ""
    judge: Verdict = ""


class DraftDocument(Strict):
    """The top of the file."""

    week: str
    by: str
    note: Line = ""
    rest: Annotated[Literal["", "right"], BeforeValidator(_nothing)] = ""
    findings: tuple[FindingEntry, ...] = ()


def read_draft(text: str, name: str, week: str, known: Collection[str]) -> tuple[Draft | None, tuple[Problem, ...]]:
    """The draft of that week, or every problem of the file called `name`. `known` are the ids of findings there are."""
    tree, problems = parse(text, name)
    if tree is None or problems:
        return None, problems
    document, problems = check(DraftDocument, tree, (), tree.data)
    if document is None:
        return None, problems
    found = [*_whole(tree, document, week), *_each(tree, document, known)]
    return (None, tuple(found)) if found else (_draft(document, text), ())


def _whole(tree: Tree, document: DraftDocument, week: str) -> list[Problem]:
    found = []
    if document.week != week:
        found.append(tree.problem(("week",), f"'{document.week}' is not the week of this file", f"write {week}"))
    if not document.by:
        found.append(tree.problem(("by",), "nobody is named", "say who changes the mails"))
    return found


def _each(tree: Tree, document: DraftDocument, known: Collection[str]) -> list[Problem]:
    """Problems between entries: ids that are unknown, named twice, or told in one another."""
    found, seen = [], set[str]()
    into = {entry.event: entry.same_as for entry in document.findings if entry.same_as}
    for place, entry in enumerate(document.findings):
        path = ("findings", place)
        if entry.event in seen:
            found.append(tree.problem((*path, "event"), f"'{entry.event}' stands here twice", "keep one of them"))
        elif entry.event not in known:
            found.append(tree.problem((*path, "event"), f"there is no finding '{entry.event}'", AGAIN))
        seen.add(entry.event)
        target = entry.same_as
        if target and target not in known:
            found.append(tree.problem((*path, "same_as"), f"there is no finding '{target}'", AGAIN))
        elif target and (target == entry.event or target in into):
            other = into.get(target, "another one")
            said = "itself" if target == entry.event else f"'{target}', which is told in '{other}' itself"
            found.append(tree.problem((*path, "same_as"), f"it would be told in {said}", "name the one that stays"))
        if entry.hide and entry.pin:
            found.append(tree.problem((*path, "hide"), "it cannot stand first and be left out", "choose one"))
    return found


def _draft(document: DraftDocument, text: str) -> Draft:
    def verdict(entry: FindingEntry) -> Says | None:
        said = entry.judge or ("" if entry.hide or entry.same_as else document.rest)
        return Says(said) if said else None

    rulings = tuple(
        Ruling(
            event=entry.event,
            hide=entry.hide,
            pin=entry.pin,
            reword=entry.reword,
            note=entry.note,
            same_as=entry.same_as,
            judge=verdict(entry),
        )
        for entry in document.findings
    )
    return Draft(week=document.week, by=document.by, rulings=rulings, text=text, note=document.note)
