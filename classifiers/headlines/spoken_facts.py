"""The facts that a headline is written from: those that say more than the edit itself, each by a name that tells it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import re2

from classifiers.people.team import is_name
from classifiers.prices.labels import GENERIC, cell_at
from classifiers.wording.differing import bare
from classifiers.wording.offered_to import EVERY_PLAN
from classifiers.wording.page_names import PageName, kind_of
from classifiers.wording.units import unit_of_label
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.findings import Appointment, Fact, Price, PriceKind, ProductMove

# A plan called by a number or a length of time: its heading, or its column, names it.
COUNT_ONLY = re2.compile(
    r"(?i)^\d[\d.,]*$|^\d[\d.,]* ?(?:days?|hours?|weeks?|months?|minutes?|people|persons?|guests?|seats?|users?|places|"
    r"tage?|jours?|días|stunden|heures?)$"
)
TERMS = frozenset({PriceKind.QUOTA, PriceKind.BILLING_TERM, PriceKind.FREE_TIER, PriceKind.DISCOUNT})
LONGEST_HEADER = 24
CENTS = re2.compile(r"^\d\d$")
OURS = re2.compile(r"(?i)^(?:our|the|choose|nos|notre|unsere?|nuestr[oa]s)\s")
# A line of a changelog that begins with what was done.
LOGGED = re2.compile(r"^(?:Added|Removed|Changed|Fixed|Improved|Deprecated|Security|Updated?|New)\b:? ")
LONGEST_NAME = 5  # words
LONG = 60  # characters: an amount in a text as long is one word of many


def spoken(facts: Sequence[Fact], edits: Sequence[Edit], page: PageName) -> tuple[Fact, ...]:
    """The facts worth a headline. Of a policy only prices that rose or fell: what its clauses name is seldom news."""
    by_key = {edit.key: edit for edit in edits}
    kept = [fact for fact in facts if speaks(fact, by_key.get(fact.quote.edit), page)]
    kept = [with_cents(named(fact, by_key, page), edits) for fact in kept]
    kept = in_ranges(respelled(kept))
    if unlike_headings(kept, edits):
        kept = [fact for fact in kept if not isinstance(fact.value, Appointment)]
    twice = Counter(
        (fact.quote.edit, fact.value.plan) for fact in kept if moved(fact) and isinstance(fact.value, Price)
    )
    return tuple(
        by_column(fact, by_key)
        if isinstance(fact.value, Price) and moved(fact) and twice[(fact.quote.edit, fact.value.plan)] > 1
        else fact
        for fact in kept
    )


def respelled(facts: Sequence[Fact]) -> list[Fact]:
    """An amount that went and one that came in one edit, for a plan that is only spelt otherwise, as one that moved."""
    gone = {
        (fact.quote.edit, bare(fact.value.plan)): fact.value
        for fact in facts
        if isinstance(fact.value, Price) and fact.value.plan and fact.value.amount_after is None
        if fact.value.kind is PriceKind.AMOUNT
    }
    made: list[Fact] = []
    used: set[int] = set()
    for fact in facts:
        value = fact.value
        price = value if isinstance(value, Price) and value.plan and value.amount_before is None else None
        old = gone.get((fact.quote.edit, bare(price.plan or ""))) if price else None
        if price and old and price.kind is PriceKind.AMOUNT and price.currency == old.currency:
            used.add(id(old))
            fact = replace(fact, value=replace(price, amount_before=old.amount_before, before=old.before))
        made.append(fact)
    plans = {bare(value.plan or "") for value in gone.values() if id(value) in used}
    return [fact for fact in made if id(fact.value) not in used and not renames(fact, plans)]


def renames(fact: Fact, plans: set[str]) -> bool:
    """Whether a fact only says that a plan of these came or went."""
    value = fact.value
    kinds = (PriceKind.PLAN_ADDED, PriceKind.PLAN_REMOVED)
    return isinstance(value, Price) and value.kind in kinds and bare(value.plan or "") in plans


def unlike_headings(facts: Sequence[Fact], edits: Sequence[Edit]) -> bool:
    """Whether more people came and went by the headings of a page than appointments tell."""
    names = {
        edit.after or edit.before
        for edit in edits
        if edit.where is Where.HEADING
        and edit.kind is not EditKind.REPLACED
        and is_name(edit.after or edit.before or "")
    }
    return len(names) > sum(isinstance(fact.value, Appointment) for fact in facts) > 1


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


def moved(fact: Fact) -> bool:
    return isinstance(fact.value, Price) and fact.value.comparable


def by_column(fact: Fact, edits: Mapping[str, Edit]) -> Fact:
    """One of two prices of a row, called by its column too: "Large input", "Large output"."""
    header = column_of(fact, edits)
    value = fact.value
    says_period = unit_of_label(header)[0] is not None and isinstance(value, Price) and value.period is not None
    if not header or not isinstance(value, Price) or len(header) > LONGEST_HEADER or says_period:
        return fact
    return replace(fact, value=replace(value, plan=f"{value.plan} {lowered(header)}"))


def speaks(fact: Fact, edit: Edit | None, page: PageName) -> bool:
    """Whether a fact says what happened to its edit."""
    value = fact.value
    if edit is not None and edit.noise:
        return False
    if isinstance(value, ProductMove) and (LOGGED.search(value.name) or is_sentence(value)):
        return False
    if not isinstance(value, Price):
        return not page.policy
    if value.kind is PriceKind.PLAN_RENAMED:
        return not page.policy
    if edit is not None and edit.where is Where.HEADING and not edit.path:
        return False
    if (value.comparable and value.plan) or value.view or value.percent is not None:
        return True
    if page.policy:
        return False
    if edit is None:
        return True
    if value.kind in TERMS and value.amount_after is None and edit.kind is EditKind.REPLACED:
        of_all = EVERY_PLAN.search(edit.after or "") is not None
        return bool(value.before and value.after and value.plan and value.plan != page.title) and not of_all
    in_prose = edit.where in (Where.PARAGRAPH, Where.LIST) and len(edit.after or edit.before or "") > LONG
    bare = not value.plan or value.plan == page.title
    alone = value.kind is PriceKind.AMOUNT and not value.comparable and bare and value.charge is None
    if value.kind is PriceKind.AMOUNT and not value.comparable and answers(edit):
        return False
    return not (alone and (edit.kind is EditKind.REPLACED or in_prose))


def is_sentence(value: ProductMove) -> bool:
    """Whether what gave way to another line is no name: the line tells it better."""
    return value.move == "replaced" and len(value.name.split()) > LONGEST_NAME


def answers(edit: Edit) -> bool:
    """Whether an edit stands under a question."""
    return bool(edit.path) and edit.path[-1].endswith("?")


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


def lowered(words: str) -> str:
    """A heading as it stands inside a line: "Messages" as "messages", "SMS" as it is."""
    return words if words[:2].isupper() else words[:1].casefold() + words[1:]


def column_of(fact: Fact, edits: Mapping[str, Edit]) -> str:
    """The header of the column that an amount stands in, if it stands in a table."""
    edit = edits.get(fact.quote.edit)
    if edit is None or not edit.cells_after:
        return ""
    at = cell_at(edit.after or "", edit.cells_after, fact.quote.start)
    return edit.cells_after[at].header if at else ""


def new_plans(facts: Sequence[Fact], edits: Sequence[Edit]) -> tuple[list[str], list[str]]:
    """Plans that came and plans that went, by their headings, where a price was told of a plan that was not there.

    None where plans were only renamed.
    """
    if any(isinstance(fact.value, Price) and fact.value.kind is PriceKind.PLAN_RENAMED for fact in facts):
        return [], []
    came = [edit.after for edit in edits if edit.where is Where.HEADING and edit.kind is EditKind.ADDED]
    went = [edit.before for edit in edits if edit.where is Where.HEADING and edit.kind is EditKind.REMOVED]
    priced = {fact.value.plan for fact in facts if isinstance(fact.value, Price) and fact.value.comparable}
    new = [name for name in came if name and name in priced]
    return (new, [name for name in went if name]) if new and went else ([], [])


def is_weak(fact: Fact) -> bool:
    """Whether other edits may say more: a line of a list that came, went or gave way."""
    value = fact.value
    return isinstance(value, ProductMove) and value.move in ("replaced", "feature_added", "feature_removed")
