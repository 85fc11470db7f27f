"""Open roles: what, where, and how many."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from classifiers.wording.names import LETTER, UPPER
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from domain.changes import EditKind
from domain.content import Cell, Where
from domain.findings import Fact, Opening, Side
from domain.sources import Source

PLACE_LABEL = Pattern(r"(?i)^(?:.*\b)?(?:location|locations|city|office|place|site|standort|lieu)\b(?:.*name)?$")
ROLE_LABEL = Pattern(r"(?i)^(?:.*\b)?(?:title|role|position|job|opening|stelle|poste|vacancy)(?:\b.*)?$")
FUNCTION_LABEL = Pattern(r"(?i)^(?:.*\b)?(?:department|departments|team|function|category|area|abteilung)\b.*$")
ROLE = Pattern(
    r"(?i)\b(?:manager|engineer|developer|director|analyst|specialist|consultant|representative|"
    r"executive|officer|designer|scientist|"
    r"architect|administrator|assistant|associate|coordinator|lead|head of|vp|vice president|chief|counsel|accountant|"
    r"recruiter|technician|nurse|sales|"
    r"partner|strategist|planner|buyer|driver|intern|trainee|advisor|agent|supervisor|"
    r"controller|writer|editor|kauf(?:mann|frau)|responsable|ing[ée]nieure?|d[ée]veloppeu(?:r|se)|charg[ée]e? de|"
    r"directeur|"
    r"directrice|commercial|technicienne?|conseill[eè]re?|chef(?:fe)? de|gerente|ingenier[oa]|desarrollador[a]?|"
    r"analista|consultora?|comercial|jef[ea] de|t[ée]cnic[oa]|"
    r"asesora?)\b|(?:leiter|berater|entwickler|ingenieur|verkäufer|techniker|sachbearbeiter|referent|"
    r"assistent)(?:in)?\b"
)
JOBS = Pattern(
    r"(?i)\b(?:jobs?|careers?|openings?|vacanc\w+|open (?:roles|positions)|join (?:us|our team)|"
    r"we(?:'|’)re hiring|stellen\w*|karriere|carri[èe]res?|offres d['’]emploi|recrute\w*|recrutement|empleos?|vacantes|"
    r"trabaja con nosotros|ofertas de (?:empleo|trabajo))\b"
)
# Under these headings every short line is an opening, whatever the trade calls it.
LISTED = Pattern(
    r"(?i)^(?:(?:our |current |all )?(?:open (?:roles|positions)|(?:job )?openings|vacancies|stellenangebote))$"
)
PARTS = Pattern(r"\s*(?:\||·|•|–|—)\s*|\s-\s")
# What stands beside a role and is no place.
EMPLOYED = Pattern(
    r"(?i)^(?:full[- ]?time|part[- ]?time|permanent|contract|temporary|internship|freelance|hybrid|on-?site|"
    r"vollzeit|teilzeit|"
    r"unbefristet|temps (?:plein|partiel)|cd[id]|jornada completa|media jornada|apply(?: now)?|new|\d+ .*)$"
)
# "(m/w/d)", "(H/F)": for anybody; "(3 openings)": how many.
ANYBODY = Pattern(r"(?i)\s*\((?:[mwfdhx](?:/[mwfdhx]){1,3}|all genders|gn)\)")
SEVERAL = Pattern(r"(?i)\s*\((\d{1,2}) (?:openings?|positions?|roles?|stellen|postes?|plazas?)\)")
COUNTED = Pattern(r"^\s*(\d{1,2}) ?[x×] (?:an? )?")  # "2 x Backend Engineer"
IN_BRACKETS = Pattern(rf"^(.{{3,80}}?)\s*\(([{UPPER}][{LETTER} .'-]+)\)$")
BEHIND_COMMA = Pattern(rf"^(.{{3,80}}?), ([{UPPER}][{LETTER} .'()-]+?(?: (?:or|ou|oder|o) [{UPPER}][{LETTER}]+)?)$")
LONGEST_PLACE = 45
LONGEST_ROLE = 9
LONGEST_LISTED = 5


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A role as a line or row names it."""

    role: str
    place: str | None = None
    function: str | None = None
    count: int = 1


def find_openings(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """One fact for each role and place that was added, with how many of it."""
    found: list[tuple[Vacancy, Passage]] = []
    for passage in read:
        if passage.side is Side.AFTER and passage.edit.kind is EditKind.ADDED:
            vacancy = vacancy_of(passage, source)
            if vacancy is not None:
                found.append((vacancy, passage))
    counts: Counter[tuple[str, str | None]] = Counter()
    for vacancy, _ in found:
        counts[vacancy.role, vacancy.place] += vacancy.count
    first = {(vacancy.role, vacancy.place): (vacancy, passage) for vacancy, passage in reversed(found)}
    return tuple(fact(first[key][0], count, first[key][1]) for key, count in counts.items())


def vacancy_of(passage: Passage, source: Source) -> Vacancy | None:
    """The opening of one added record, row or list item; None where it is none."""
    if passage.edit.where is Where.RECORD or passage.cells:
        role = cell_of(passage.cells, ROLE_LABEL) or passage.edit.title
        place = cell_of(passage.cells, PLACE_LABEL)
        known = bool(ROLE.search(role)) and role in passage.text and (place is not None or on_job_page(passage, source))
        return Vacancy(role, place, cell_of(passage.cells, FUNCTION_LABEL)) if known else None
    if passage.edit.where in (Where.LIST, Where.CARD, Where.LINK, Where.HEADING) and on_job_page(passage, source):
        vacancy = in_line(passage.text.strip())
        listed = any(LISTED.match(title) for title in passage.headings[-1:])
        known = ROLE.search(vacancy.role) is not None and len(vacancy.role.split()) <= LONGEST_ROLE
        short = listed and len(vacancy.role.split()) <= LONGEST_LISTED and vacancy.role[:1].isupper()
        return vacancy if known or short else None
    return None


def in_line(text: str) -> Vacancy:
    """Role and place of a line: set apart by a bar or dash, else by a comma or brackets."""
    several = SEVERAL.search(text) or COUNTED.match(text)
    plain = COUNTED.sub("", SEVERAL.sub("", ANYBODY.sub("", text)))
    role, *others = (part for part in PARTS.split(plain) if part)
    count = int(several.group(1)) if several else 1
    places = [part for part in others if not EMPLOYED.match(part) and part[:1].isupper()]
    if places:
        return Vacancy(role, places[0].rstrip(), count=count)
    apart = BEHIND_COMMA.match(role) or IN_BRACKETS.match(role)
    if (
        apart
        and len(apart.group(2)) <= LONGEST_PLACE
        and not others
        and ROLE.search(apart.group(1))
        and not ROLE.search(apart.group(2))
    ):
        return Vacancy(apart.group(1), apart.group(2).strip(), count=count)
    return Vacancy(role, count=count)


def cell_of(cells: Sequence[Cell], label: Any) -> str | None:
    return next((cell.text for cell in cells if cell.text and label.match(cell.header)), None)


def on_job_page(passage: Passage, source: Source) -> bool:
    return "hiring" in source.tags or bool(
        JOBS.search(" ".join((*passage.headings, source.url.replace("-", " ").replace("/", " "))))
    )


def fact(vacancy: Vacancy, count: int, passage: Passage) -> Fact:
    start = max(0, passage.text.find(vacancy.role))
    return Fact(
        type="opening",
        value=Opening(role=vacancy.role, place=vacancy.place, count=count, function=vacancy.function),
        quote=passage.quote(start, min(len(passage.text), start + len(vacancy.role))),
        confidence=0.85 if vacancy.place else 0.6,
    )
