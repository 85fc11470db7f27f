"""Under which name a fact is told, the same in a headline and in the lists of what a page says now."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import re2

from classifiers.prices.labels import GENERIC, cell_at
from classifiers.wording.money import find_money
from classifiers.wording.page_names import PageName, kind_of
from classifiers.wording.units import unit_of_label
from domain.changes import Edit
from domain.findings import Fact, Price, TagName
from domain.sources import Source

# A plan called by a number or a length of time: its heading, or its column, names it.
COUNT_ONLY = re2.compile(
    r"(?i)^\d[\d.,]*$|^\d[\d.,]* ?(?:days?|hours?|weeks?|months?|minutes?|people|persons?|guests?|seats?|users?|places|"
    r"tage?|jours?|días|stunden|heures?)$"
)
LONGEST_HEADER = 24
CENTS = re2.compile(r"^\d\d$")
OURS = re2.compile(r"(?i)^(?:our|the|choose|nos|notre|unsere?|nuestr[oa]s)\s")


def tells_prices(page: PageName, source: Source) -> bool:
    """Whether a page's amounts are what customers pay: terms and policies name fees, limits and fines."""
    return TagName.PRICING in source.tags or not page.policy


def called(facts: Sequence[Fact], edits: Sequence[Edit], page: PageName) -> list[Fact]:
    """The facts, each price called as a reader knows it: by heading or column where a count or a row is not enough."""
    by_key = {edit.key: edit for edit in edits}
    facts = in_ranges([with_cents(named(fact, by_key, page), edits) for fact in facts])
    return [by_column(fact, by_key) if is_one_of_row(fact, by_key) else fact for fact in facts]


def is_one_of_row(fact: Fact, edits: Mapping[str, Edit]) -> bool:
    """Whether a price stands in a row that has another amount beside it: its plan's name alone does not tell which."""
    edit = edits.get(fact.quote.edit)
    price = fact.value
    if edit is None or not isinstance(price, Price) or price.view:
        return False
    cells = (edit.cells_after or edit.cells_before)[1:]
    return sum(bool(find_money(cell.text)) for cell in cells) > 1


def moved(fact: Fact) -> bool:
    return isinstance(fact.value, Price) and fact.value.comparable


def named(fact: Fact, edits: Mapping[str, Edit], page: PageName) -> Fact:
    """The fact with its plan called by the heading, or with the column, where it was called by a mere count.

    A page's title is no plan where it only says what kind of page it is: "Our plans".
    """
    value, edit = fact.value, edits.get(fact.quote.edit)
    if isinstance(value, Price) and value.plan == page.title and (kind_of(page.title) or OURS.search(page.title)):
        return replace(fact, value=replace(value, plan=None))
    if not isinstance(value, Price) or edit is None or not value.plan or not COUNT_ONLY.search(value.plan):
        return fact
    cells = edit.cells_after or edit.cells_before
    if cells and cells[0].text == value.plan and cells[0].header:
        return replace(fact, value=replace(value, plan=f"{value.plan} {lowered(cells[0].header)}"))
    above = edit.path[-1] if edit.path and not GENERIC.search(edit.path[-1]) else None
    return replace(fact, value=replace(value, plan=above)) if above else fact


def with_cents(fact: Fact, edits: Sequence[Edit]) -> Fact:
    """A price that a page sets in two blocks, "£ 52" and "50", as one amount."""
    value = fact.value
    at = next((at for at, edit in enumerate(edits) if edit.key == fact.quote.edit), len(edits))
    if not isinstance(value, Price) or not value.comparable or at + 1 >= len(edits):
        return fact
    edit, behind = edits[at], edits[at + 1]
    cents = [CENTS.search(text or "") for text in (behind.before, behind.after)]
    if behind.path != edit.path or not all(cents) or not (edit.after or "").rstrip()[-1:].isdigit():
        return fact
    amounts = [
        (amount or Decimal(0)) + Decimal(text or "0") / 100
        for amount, text in ((value.amount_before, behind.before), (value.amount_after, behind.after))
    ]
    return replace(fact, value=replace(value, amount_before=amounts[0], amount_after=amounts[1]))


def in_ranges(facts: Sequence[Fact]) -> list[Fact]:
    """Both ends of one range called alike: by the name that its lower end has."""
    lower = {
        fact.quote.edit: fact.value.plan for fact in facts if isinstance(fact.value, Price) and bound(fact) == "from"
    }
    return [
        replace(fact, value=replace(fact.value, plan=lower[fact.quote.edit]))
        if isinstance(fact.value, Price) and moved(fact) and bound(fact) == "up to" and fact.quote.edit in lower
        else fact
        for fact in facts
    ]


def bound(fact: Fact) -> str | None:
    return fact.value.bound if isinstance(fact.value, Price) else None


def by_column(fact: Fact, edits: Mapping[str, Edit]) -> Fact:
    """One of two prices of a row, called by its column too: "Large input", "Large output"."""
    header = column_of(fact, edits)
    value = fact.value
    says_period = unit_of_label(header)[0] is not None and isinstance(value, Price) and value.period is not None
    if not header or not isinstance(value, Price) or len(header) > LONGEST_HEADER or says_period:
        return fact
    return replace(fact, value=replace(value, plan=f"{value.plan} {lowered(header)}"))


def column_of(fact: Fact, edits: Mapping[str, Edit]) -> str:
    """The header of the column that an amount stands in, if it stands in a table."""
    edit = edits.get(fact.quote.edit)
    if edit is None or not edit.cells_after:
        return ""
    at = cell_at(edit.after or "", edit.cells_after, fact.quote.start)
    return edit.cells_after[at].header if at else ""


def lowered(words: str) -> str:
    """A heading as it stands inside a line: "Messages" as "messages", "SMS" as it is."""
    return words if words[:2].isupper() else words[:1].casefold() + words[1:]
