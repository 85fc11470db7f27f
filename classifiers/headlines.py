"""One line that says what happened, written from the facts."""

from collections.abc import Sequence

from classifiers.phrases import (
    figure_line,
    opening_line,
    partner_line,
    people_line,
    product_line,
    rule_line,
    setback_line,
)
from classifiers.price_phrases import price_line
from classifiers.telling import LONGEST, most_telling, said, shortened
from domain.changes import Edit
from domain.findings import (
    Appointment,
    Fact,
    Figure,
    Opening,
    Partnership,
    Price,
    ProductMove,
    Regulation,
    Setback,
    Tag,
)
from domain.sources import Source, SourceKind

# A second clause is told only where both together are read at a glance.
READABLE = 130
MORE = 2  # other edits: with fewer, the one that is told is the change


def headline(subject: str, source: Source, edits: Sequence[Edit], tags: Sequence[Tag], facts: Sequence[Fact]) -> str:
    """The entry's own title; else what the facts say, at most two clauses; else the most telling edit."""
    title = next((edit.title for edit in edits if edit.title), "")
    if title and source.kind is SourceKind.FEED:
        return shortened(title if subject.casefold() in title.casefold() else f"{subject}: {title}")
    clauses = told(subject, edits, facts)
    if clauses:
        both = "; ".join([clauses[0], *(later(clause, subject) for clause in clauses[1:2])])
        return shortened(both if len(both) <= READABLE else clauses[0])
    telling = most_telling(edits, tags)
    others = sum(not edit.minor for edit in edits if edit is not telling)
    more = f", and {others} more edits" if others >= MORE else ""
    return f"{subject}: {said(telling, LONGEST - len(subject) - len(more) - 2)}{more}"


def told(subject: str, edits: Sequence[Edit], facts: Sequence[Fact]) -> list[str]:
    """A clause for each kind of fact, the weightiest kind first."""
    by_key = {edit.key: edit for edit in edits}
    lines = (
        price_line(subject, [fact for fact in facts if isinstance(fact.value, Price)], by_key),
        people_line(subject, [fact.value for fact in facts if isinstance(fact.value, Appointment)]),
        rule_line(subject, [fact for fact in facts if isinstance(fact.value, Regulation)], by_key),
        partner_line([fact.value for fact in facts if isinstance(fact.value, Partnership)]),
        product_line(subject, [fact for fact in facts if isinstance(fact.value, ProductMove)], by_key),
        figure_line(subject, [fact.value for fact in facts if isinstance(fact.value, Figure)]),
        opening_line(subject, [fact.value for fact in facts if isinstance(fact.value, Opening)]),
        setback_line(subject, [fact.value for fact in facts if isinstance(fact.value, Setback)]),
    )
    return [line for line in lines if line]


def later(clause: str, subject: str) -> str:
    """A second clause does not name the subject again."""
    return clause.removeprefix(f"{subject}: ").removeprefix(f"{subject} ")
