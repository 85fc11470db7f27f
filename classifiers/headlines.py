"""One line that says what happened, written from the facts."""

from collections.abc import Sequence

from classifiers.changed import changed_spans
from classifiers.passages import CHROME
from classifiers.phrases import (
    figure_line,
    opening_line,
    partner_line,
    people_line,
    price_line,
    product_line,
    rule_line,
)
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.findings import (
    Appointment,
    Fact,
    Figure,
    Opening,
    Partnership,
    Price,
    ProductMove,
    Regulation,
    Tag,
)
from domain.sources import Source, SourceKind

LONGEST = 160
TELLING = {Where.TITLE: 4, Where.HEADING: 3, Where.TABLE: 3, Where.CARD: 3, Where.LIST: 2, Where.PARAGRAPH: 2}


def headline(subject: str, source: Source, edits: Sequence[Edit], tags: Sequence[Tag], facts: Sequence[Fact]) -> str:
    """The entry's own title; else what the facts say, at most two clauses; else the most telling edit."""
    title = next((edit.title for edit in edits if edit.title), "")
    if title and source.kind is SourceKind.FEED:
        return shortened(title if subject.casefold() in title.casefold() else f"{subject}: {title}")
    clauses = told(subject, edits, facts)
    if clauses:
        return shortened("; ".join([clauses[0], *(later(clause, subject) for clause in clauses[1:2])]))
    return shortened(f"{subject}: {said(most_telling(edits, tags))}")


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
    )
    return [line for line in lines if line]


def later(clause: str, subject: str) -> str:
    """A second clause does not name the subject again."""
    return clause.removeprefix(f"{subject}: ").removeprefix(f"{subject} ")


def most_telling(edits: Sequence[Edit], tags: Sequence[Tag]) -> Edit:
    """The edit a tag quotes; else the one that stands highest and says most. Chrome and minor edits come last."""
    quoted = {quote.edit for tag in tags for quote in tag.quotes}

    def weight(edit: Edit) -> tuple[bool, bool, bool, int, int]:
        size = len(edit.after or "") + len(edit.before or "")
        return (
            edit.key in quoted,
            not edit.minor,
            edit.where not in CHROME,
            TELLING.get(edit.where, 1),
            min(size, 400),
        )

    return max(edits, key=weight)


def said(edit: Edit) -> str:
    """One edit in words: what became what, what is new, or what is gone."""
    if edit.where is Where.RECORD:
        return record_said(edit)
    if edit.kind is EditKind.REPLACED and edit.before and edit.after:
        gone, new = changed_spans(edit)
        before, after = around(edit.before, gone), around(edit.after, new)
        if before and after:
            return f"“{before}” becomes “{after}”"
        return f"“{after}” is new" if after else f"“{before}” is gone"
    if edit.after:
        return f"“{shortened(edit.after, 110)}” is new"
    return f"“{shortened(edit.before or '', 110)}” is gone"


def record_said(edit: Edit) -> str:
    name = edit.title or (edit.path[-1] if edit.path else "record")
    if edit.kind is EditKind.ADDED:
        status = next((cell.text for cell in edit.cells_after if "status" in cell.header.casefold()), "")
        return f"new entry “{shortened(name, 90)}”" + (f", {shortened(status, 40)}" if status else "")
    if edit.kind is EditKind.REMOVED:
        return f"“{shortened(name, 90)}” is no longer listed"
    before = " ".join((edit.before or "").split("\n")[:1])
    after = (edit.after or "").split("\n")[0].split(": ")[-1]
    return f"{shortened(name, 60)}, {shortened(before, 50)} becomes {shortened(after, 40)}"


def around(text: str, spans: Sequence[tuple[int, int]], longest: int = 64) -> str:
    """The changed words with a little of what stands before them, cut at words."""
    if not spans:
        return ""
    start, end = spans[0][0], spans[-1][1]
    lead = text[:start].split()[-2:]
    shown = " ".join([*lead, *text[start:end].split()])
    return shortened(shown.strip(" ,;:"), longest)


def shortened(text: str, longest: int = LONGEST) -> str:
    """At most so many characters, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(",;:") + "…"
