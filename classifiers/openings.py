"""Open roles: what, where, and how many."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import re2

from classifiers.passages import Passage
from domain.changes import EditKind
from domain.content import Cell, Where
from domain.findings import Fact, Opening, Side
from domain.sources import Source

PLACE_LABEL = re2.compile(r"(?i)^(?:.*\b)?(?:location|locations|city|office|place|site|standort|lieu)\b(?:.*name)?$")
ROLE_LABEL = re2.compile(r"(?i)^(?:.*\b)?(?:title|role|position|job|opening|stelle|poste|vacancy)(?:\b.*)?$")
FUNCTION_LABEL = re2.compile(r"(?i)^(?:.*\b)?(?:department|departments|team|function|category|area|abteilung)\b.*$")
ROLE = re2.compile(
    r"(?i)\b(?:manager|engineer|developer|director|analyst|specialist|consultant|representative|"
    r"executive|officer|designer|scientist|"
    r"architect|administrator|assistant|associate|coordinator|lead|head of|counsel|accountant|"
    r"recruiter|technician|nurse|sales|"
    r"partner|strategist|planner|buyer|driver|intern|trainee|advisor|agent|supervisor|"
    r"controller|writer|editor|kaufmann|berater|leiter)\b"
)
JOBS = re2.compile(
    r"(?i)\b(?:jobs?|careers?|openings?|vacanc\w+|open (?:roles|positions)|join (?:us|our team)|"
    r"we(?:'|’)re hiring|stellen\w*|karriere)\b"
)
LINE = re2.compile(
    r"^(.{3,80}?)\s*(?:\||,|–|—| - |\(|·|•)\s*([A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž .'-]{1,40}?)\s*(?:\)|,.*|\||·.*)?$"
)


def find_openings(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """One fact for each role and place that was added, with how many of it."""
    found: list[tuple[str, str | None, str | None, Passage]] = []
    for passage in read:
        if passage.side is Side.AFTER and passage.edit.kind is EditKind.ADDED:
            role, place, function = opening_of(passage, source)
            if role is not None:
                found.append((role, place, function, passage))
    counts = Counter((role, place) for role, place, _, _ in found)
    first = {(role, place): (function, passage) for role, place, function, passage in reversed(found)}
    return tuple(fact(role, place, count, *first[role, place]) for (role, place), count in counts.items())


def opening_of(passage: Passage, source: Source) -> tuple[str | None, str | None, str | None]:
    """Role, place and function of one added record, row or list item; a role of None where it is no opening."""
    if passage.edit.where is Where.RECORD or passage.cells:
        role = cell_of(passage.cells, ROLE_LABEL) or passage.edit.title
        place = cell_of(passage.cells, PLACE_LABEL)
        known = bool(ROLE.search(role)) and role in passage.text and (place is not None or on_job_page(passage, source))
        return (role, place, cell_of(passage.cells, FUNCTION_LABEL)) if known else (None, None, None)
    if passage.edit.where in (Where.LIST, Where.CARD, Where.LINK, Where.HEADING) and on_job_page(passage, source):
        match = LINE.match(passage.text)
        role, place = (match.group(1).strip(), match.group(2).strip()) if match else (passage.text, None)
        if ROLE.search(role) and len(role.split()) <= 9:
            return role, place, None
    return None, None, None


def cell_of(cells: Sequence[Cell], label: Any) -> str | None:
    return next((cell.text for cell in cells if cell.text and label.match(cell.header)), None)


def on_job_page(passage: Passage, source: Source) -> bool:
    return "hiring" in source.tags or bool(
        JOBS.search(" ".join((*passage.headings, source.url.replace("-", " ").replace("/", " "))))
    )


def fact(role: str, place: str | None, count: int, function: str | None, passage: Passage) -> Fact:
    start = passage.text.find(role)
    return Fact(
        type="opening",
        value=Opening(role=role, place=place, count=count, function=function),
        quote=passage.quote(start, start + len(role)),
        confidence=0.85 if place else 0.6,
    )
