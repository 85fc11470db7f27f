"""Clauses for headlines, one for each type of fact."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import re2

from classifiers.prices.labels import heading_of
from classifiers.wording.clauses import quoted
from classifiers.wording.said_amounts import SIGNS, listed, number, scaled, several
from domain.changes import Edit
from domain.content import Where
from domain.findings import (
    Fact,
    Figure,
    Opening,
    Partnership,
    ProductMove,
    Regulation,
    Setback,
)
from domain.grammar import owned

CLAUSE_END = re2.compile(r"[.;:(\n]| (?:that|which|and|so|for|with|to)\b")
SHORT_FORM = re2.compile(r"^(?:[A-Z][\w-]* (?:[a-z]{1,3} )?){2,6}\(([A-Z][A-Z\d-]{1,6})\)")
# "Webhooks Partial outage": the last word says how bad it is.
OUT_OF = re2.compile(r"(?i) (partial|major|minor|full|complete)$")
VERBS = {"launched": "launches", "previewed": "previews", "retired": "retires"}
# Words that many roles begin with, and that are no names.
BEGINNINGS = (
    "account administrative application area assistant associate back-end backend branch brand business care chief "
    "client cloud commercial communications compliance content contract customer data delivery deputy design digital "
    "district electrical enterprise events executive facilities field finance financial front-end frontend full-stack "
    "general graduate group growth head health human industrial information infrastructure inside internal it junior "
    "key lead learning legal logistics machine maintenance managing marketing mechanical media medical network office "
    "operations outbound partner people platform plant principal process procurement product production program "
    "programme project property public purchasing quality regional registered regulatory research restaurant retail "
    "risk safety sales security senior service shift shop site social software solutions staff store strategic supply "
    "support system systems talent tax technical territory test training travel truck user vice warehouse web"
)
ROLES_BEGIN = frozenset(BEGINNINGS.split())
# Regions that English puts an article before.
WITH_THE = frozenset(
    ("UK", "U.K.", "United Kingdom", "US", "U.S.", "United States", "EU", "Nordics", "Baltics", "Netherlands", "UAE",
     "United Arab Emirates", "Middle East")
)  # fmt: skip


def rule_line(subject: str, facts: Sequence[Fact], edits: Mapping[str, Edit]) -> str:
    if not facts:
        return ""
    fact = facts[0]
    value = fact.value
    if not isinstance(value, Regulation):
        return ""
    edit = edits.get(fact.quote.edit)
    if edit and edit.where is Where.RECORD and value.name:
        return ""
    if value.name and value.what == "certification lost":
        level = f" {value.level}" if value.level else ""
        return f"{subject} no longer holds its {value.name}{level} certification"
    if value.name and edit and edit.after:
        if any(value.name.casefold() in title.casefold() for title in edit.path):
            return (
                f"{owned(subject)} {value.name} page now says “{clause(edit.after, level_at(edit.after, fact, value))}”"
            )
        return f"{owned(subject)} page now says “{clause(edit.after, fact.quote.start)}”"
    product = f" of {value.product}" if value.product else ""
    return f"{subject}: {value.agency or 'agency'} {value.what}{product}"


def level_at(text: str, fact: Fact, value: Regulation) -> int:
    """Where the certificate's level stands, or its name where no level is said."""
    found = text.find(value.level, fact.quote.start) if value.level else -1
    return found if found >= 0 else fact.quote.start


def clause(text: str, start: int) -> str:
    """From there on, the words up to the end of the clause, at most ten."""
    rest = text[start:]
    end = CLAUSE_END.search(rest)
    return " ".join((rest[: end.start()] if end else rest).split()[:10]).rstrip(",")


DEALS = {
    "acquisition": "{0} buys {1}",
    "integration": "{0} integrates with {1}",
    "sponsorship": "{0} sponsors {1}",
    "customer": "{0} chooses {1}",
    "ended": "{0} and {1} end their partnership",
    "partnership": "{0} and {1} become partners",
    "alliance": "{0} and {1} join in an alliance",
    "joint venture": "{0} and {1} form a joint venture",
    "agreement": "{0} and {1} sign an agreement",
}


def partner_line(found: Sequence[Partnership]) -> str:
    """ "X and Y sign a reseller agreement in the Nordics"; further ones are counted."""
    if not found:
        return ""
    one = found[0]
    pattern = DEALS.get(one.kind, f"{{0}} and {{1}} sign a {one.kind} agreement")
    line = pattern.format(", ".join(one.parties[:-1]), one.parties[-1])
    region = f" in {'the ' if one.region in WITH_THE else ''}{one.region}" if one.region else ""
    return line + region + (f", and {several(len(found) - 1, 'other agreement')}" if len(found) > 1 else "")


def product_line(subject: str, facts: Sequence[Fact], edits: Mapping[str, Edit]) -> str:
    if not facts:
        return ""
    fact = facts[0]
    value = fact.value
    if not isinstance(value, ProductMove):
        return ""
    edit = edits.get(fact.quote.edit)
    under = heading_of(edit.path) if edit else None
    place = under if under and under != value.name else ""
    moves = [one.value for one in facts if isinstance(one.value, ProductMove)]
    same = [short(move.name) for move in moves if move.move == value.move]
    names = listed(same)
    if value.move == "replaced":
        return f"{subject} replaces “{value.before}” with “{value.name}”{f' in {quoted(place)}' if place else ''}"
    if value.move in ("feature_added", "feature_removed"):
        verb, joint = ("adds", "to") if value.move == "feature_added" else ("drops", "from")
        return f"{subject} {verb} {names}{f' {joint} {quoted(place)}' if place else ''}"
    when = f" on {value.effective_on.day} {value.effective_on:%B %Y}" if value.effective_on else ""
    if value.move == "renamed":
        return f"{subject} renames “{value.before}” “{value.name}”"
    version = f" {value.version}" if value.version and len(same) == 1 and value.version not in value.name else ""
    return f"{subject} {VERBS.get(value.move, value.move)} {names}{version}{when}"


def short(name: str) -> str:
    """ "System Security Plan (SSP) generation" as "SSP generation"."""
    found = SHORT_FORM.search(name)
    return found.group(1) + name[found.end() :] if found else name


COUNTED = frozenset(
    ("merchants", "users", "customers", "employees", "subscribers", "members", "stores", "partners", "countries")
)


def figure_line(subject: str, figures: Sequence[Figure]) -> str:
    shown = []
    for figure in figures[:3]:
        amount = scaled(figure.amount) if figure.amount is not None else ""
        sign = SIGNS.get(figure.currency or "", f"{figure.currency} " if figure.currency else "")
        growth = f" ({figure.growth:+}%)" if figure.growth is not None else ""
        floor = "+" if figure.at_least else ""
        money = figure.currency or figure.metric not in COUNTED
        shown.append(
            f"{figure.metric} {sign}{amount}{floor}{growth}" if money else f"{amount}{floor} {figure.metric}{growth}"
        )
    return f"{subject} reports {', '.join(shown)}" if shown else ""


def opening_line(subject: str, openings: Sequence[Opening]) -> str:
    """ "X opens three Key Account Manager roles in Leeds"; of several roles, how many."""
    if not openings:
        return ""
    one = replace(openings[0], role=amid(openings[0].role))
    count = sum(opening.count for opening in openings)
    places = {opening.place for opening in openings}
    where = f" in {one.place}" if len(places) == 1 and one.place else ""
    if len({opening.role for opening in openings}) > 1:
        return f"{subject} opens {number(count)} roles{where}, among them {one.role}"
    if count == 1:
        return f"{subject} opens a role as {one.role}{where}"
    return f"{subject} opens {number(count)} {one.role} roles{where}"


def amid(role: str) -> str:
    """A role as it stands amid a sentence: "Key account manager" begins small, "Java developer" does not."""
    first, _, rest = role.partition(" ")
    plain = rest and rest == rest.lower() and first.casefold() in ROLES_BEGIN
    return f"{first.casefold()} {rest}" if plain else role


def setback_line(subject: str, found: Sequence[Setback]) -> str:
    """ "X lays off 120 people (10% of its staff)", "X closes its office in Dublin"."""
    if not found:
        return ""
    one = found[0]
    where = f" in {one.place}" if one.place else ""
    what, broken = OUT_OF.sub("", one.what or ""), OUT_OF.search(one.what or "")
    share = f"{one.share.normalize():f}% of its staff" if one.share is not None else ""
    if one.kind == "lay_offs":
        people = several(one.count, "person", "people") if one.count else share or "staff"
        return f"{subject} lays off {people}" + (f" ({share})" if share and one.count else "") + where
    if one.kind == "breach":
        harmed = f" that touches {one.count:,}" if one.count else ""
        return f"{subject} reports a breach{harmed}"
    said = {
        "closure": f"closes its {one.what}{where}",
        "outage": f"has a{f' {broken.group(1).casefold()}' if broken else 'n'} outage of {what}",
        "insolvency": "is insolvent",
        "profit_warning": "warns of lower profits",
    }
    return f"{subject} {said[one.kind]}"
