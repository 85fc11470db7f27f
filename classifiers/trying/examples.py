"""Running a rule's examples: each one a small edit through the product's own path."""

from collections.abc import Sequence
from dataclasses import dataclass

from classifiers.rulebook.loading import RuleBook
from classifiers.rulebook.records import Example, Fields, Rule
from classifiers.tagging.matching import Firing, Objection
from classifiers.trying.explaining import Reasons, explain
from classifiers.trying.lacking import lacking
from classifiers.wording.passages import LEAD_LENGTH
from domain.changes import Edit, EditKind
from domain.content import Cell, Where
from domain.sources import Schedule, Source, Subject, SubjectKind

COMPETITOR = "Brightvane"
ADDRESS = "https://brightvane.example/"


def example_edit(example: Example) -> Edit:
    """A title is an entry or record that came; a before and an after is what changed at the place named."""
    where = Where(example.at)
    before, after = said(example.before, where), said(example.after, where)
    if example.title is not None and before is None and after is None:
        after = entry_text(example)
    return Edit(
        key="e",
        kind=EditKind.REPLACED if before and after else EditKind.ADDED if after else EditKind.REMOVED,
        where=where,
        path=example.path or ((example.title,) if example.title else ()),
        before=before,
        after=after,
        cells_before=cells(example.before),
        cells_after=cells(example.after),
        title=example.title or "",
    )


def entry_text(example: Example) -> str:
    """The title, the lead and, past the lead, what stands deep in the text."""
    text = "\n".join(part for part in (example.title, example.lead) if part)
    if not example.deep:
        return text
    return text.ljust(len(example.title or "") + LEAD_LENGTH) + "\n" + example.deep


def said(value: str | Fields | None, where: Where) -> str | None:
    """The text of a row or record, as pages and registers are read."""
    if value is None or isinstance(value, str):
        return value
    if where is Where.RECORD:
        return "\n".join(f"{label}: {text}" for label, text in value)
    return " | ".join(text for _, text in value)


def cells(value: str | Fields | None) -> tuple[Cell, ...]:
    return () if value is None or isinstance(value, str) else tuple(Cell(header=one, text=text) for one, text in value)


def example_source(example: Example) -> Source:
    return Source(
        name="example",
        kind=example.kind,
        url=example.address or ADDRESS,
        subject=Subject(kind=SubjectKind.COMPETITOR, name=COMPETITOR),
        schedule=Schedule(text="1d"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An example that a rule gets wrong: where it stands, what was `expected`, why it went otherwise, who did fire."""

    rule: Rule
    example: Example
    expected: bool
    why: str
    fired: tuple[str, ...]

    @property
    def text(self) -> str:
        """The example in a few words: its title, or what is new in it."""
        where = Where(self.example.at)
        new = said(self.example.after, where) or said(self.example.before, where)
        return self.example.title or new or ""

    def __str__(self) -> str:
        where = f"{self.rule.origin.file}:{self.example.line}:{self.example.column}"
        fires = "does not fire on" if self.expected else "fires on"
        others = f"; fired there: {', '.join(self.fired)}" if self.fired else ""
        return f"{where}: {self.rule.id} {fires} “{self.text}”: {self.why}{others}"


def reasons(example: Example, book: RuleBook) -> Reasons:
    """What all rules say of the example."""
    return explain((example_edit(example),), example_source(example), rules=book, names=(COMPETITOR,))


def firings_in(found: Reasons) -> tuple[Firing, ...]:
    return (*(firing for weighing in found.weighings for firing in weighing.fired), *found.takers)


def fires(rule: Rule, example: Example, book: RuleBook) -> bool:
    """Whether the rule, by itself, fires on the example."""
    return any(firing.rule.id == rule.id for firing in firings_in(reasons(example, book)))


def failures(book: RuleBook, rules: Sequence[Rule] | None = None) -> tuple[Failure, ...]:
    """Each example that one of the rules (None: any) gets wrong, in the order of the files."""
    found = []
    for rule in book.rules if rules is None else rules:
        for expected, examples in ((True, rule.examples_for), (False, rule.examples_against)):
            for example in examples:
                failure = tried(rule, example, expected, book)
                found += [failure] if failure is not None else []
    return tuple(found)


def tried(rule: Rule, example: Example, expected: bool, book: RuleBook) -> Failure | None:
    said = reasons(example, book)
    firing = next((one for one in firings_in(said) if one.rule.id == rule.id), None)
    if (firing is not None) is expected:
        return None
    if firing is not None:
        why = "its words are " + ", ".join(f"“{quote.text}”" for quote in firing.quotes)
    else:
        refusal = next((one for one in said.refusals if one.rule.id == rule.id), None)
        why = objection_said(refusal.objection) if refusal else lacks(rule, example, book)
    others = dict.fromkeys(one.rule.id for one in firings_in(said) if one.rule.id != rule.id)
    return Failure(rule=rule, example=example, expected=expected, why=why, fired=tuple(others))


def lacks(rule: Rule, example: Example, book: RuleBook) -> str:
    """What the rule misses in the example."""
    edits, source = (example_edit(example),), example_source(example)
    return lacking(rule, edits, source, rules=book, names=(COMPETITOR,)) or "its words do not stand there together"


def objection_said(objection: Objection) -> str:
    """ "negated by “not”", "stands in: chrome, nav"."""
    by = ", ".join(f"“{quote.text}”" for quote in objection.by)
    return f"{objection.cause} by {by}" if by else objection.cause


def failed_examples(book: RuleBook) -> tuple[str, ...]:
    """One line for each example a rule gets wrong; empty when all are right."""
    return tuple(str(failure) for failure in failures(book))
