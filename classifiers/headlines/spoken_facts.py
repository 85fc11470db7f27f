"""The facts that a headline is written from: those that say more than the edit itself, each by a name that tells it."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import re2

from classifiers.headlines.fact_names import called
from classifiers.people.team import is_name
from classifiers.wording.differing import bare
from classifiers.wording.offered_to import EVERY_PLAN
from classifiers.wording.page_names import PageName
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.findings import Appointment, Fact, Price, PriceKind, ProductMove

TERMS = frozenset({PriceKind.QUOTA, PriceKind.BILLING_TERM, PriceKind.FREE_TIER, PriceKind.DISCOUNT})
# A line of a changelog that begins with what was done.
LOGGED = re2.compile(r"^(?:Added|Removed|Changed|Fixed|Improved|Deprecated|Security|Updated?|New)\b:? ")
# "Free but donations are welcome" asks for nothing; "Free for 14 days" does, later.
FREE = re2.compile(r"(?i)^(?:now )?free(?:$|[!.,;]| (?:forever|but|of charge)\b)")
LONGEST_NAME = 5  # words
LONG = 60  # characters: an amount in a text as long is one word of many


def spoken(facts: Sequence[Fact], edits: Sequence[Edit], page: PageName, *, priced: bool) -> tuple[Fact, ...]:
    """The facts worth a headline, under the names that lists of present facts have, too.

    Where a page is not `priced` only prices that rose or fell are told: what the clauses of a policy name is seldom
    news.
    """
    by_key = {edit.key: edit for edit in edits}
    kept = freed(respelled([fact for fact in facts if speaks(fact, by_key.get(fact.quote.edit), page, priced)]))
    if unlike_headings(kept, edits):
        kept = [fact for fact in kept if not isinstance(fact.value, Appointment)]
    return tuple(called(kept, edits, page))


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


def freed(facts: Sequence[Fact]) -> list[Fact]:
    """The amount that went where a plan's line now says that it is free, as one that moved to nothing."""
    free = {
        (fact.quote.edit, fact.value.plan): fact.value.after
        for fact in facts
        if isinstance(fact.value, Price) and is_free_line(fact) and FREE.search(fact.value.after or "")
    }
    made: list[Fact] = []
    told: set[tuple[str, str | None]] = set()
    for fact in facts:
        value = fact.value
        if isinstance(value, Price) and value.kind is PriceKind.AMOUNT and value.amount_before and not value.after:
            key = (fact.quote.edit, value.plan)
            if key in free:
                told.add(key)
                fact = replace(fact, value=replace(value, amount_after=Decimal(0), after=free[key]))
        made.append(fact)
    return [fact for fact in made if not is_free_line(fact) or (fact.quote.edit, plan_of(fact)) not in told]


def is_free_line(fact: Fact) -> bool:
    return isinstance(fact.value, Price) and fact.value.kind is PriceKind.FREE_TIER


def plan_of(fact: Fact) -> str | None:
    return fact.value.plan if isinstance(fact.value, Price) else None


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


def speaks(fact: Fact, edit: Edit | None, page: PageName, priced: bool) -> bool:
    """Whether a fact says what happened to its edit."""
    value = fact.value
    if edit is not None and edit.noise:
        return False
    if isinstance(value, ProductMove) and (LOGGED.search(value.name) or is_sentence(value)):
        return False
    if not isinstance(value, Price):
        return not page.policy
    if value.kind is PriceKind.PLAN_RENAMED:
        return priced
    if edit is not None and edit.where is Where.HEADING and not edit.path:
        return False
    if (value.comparable and value.plan) or value.view or value.percent is not None or value.difference is not None:
        return True
    if not priced:
        return False
    if edit is None:
        return True
    if value.kind in TERMS and value.amount_after is None and edit.kind is EditKind.REPLACED:
        of_all = EVERY_PLAN.search(edit.after or "") is not None
        named = value.plan and value.plan != page.title
        return bool(value.before and value.after and (named or is_limit(value))) and not of_all
    in_prose = edit.where in (Where.PARAGRAPH, Where.LIST) and len(edit.after or edit.before or "") > LONG
    bare = not value.plan or value.plan == page.title
    alone = value.kind is PriceKind.AMOUNT and not value.comparable and bare and value.charge is None
    if value.kind is PriceKind.AMOUNT and not value.comparable and answers(edit):
        return False
    return not (alone and (edit.kind is EditKind.REPLACED or in_prose))


def is_limit(value: Price) -> bool:
    """Whether a quota tells a number, or that there is none, on both sides: "Unlimited boats" and "20 boats"."""
    counts = [words.split()[0].casefold() for words in (value.before or "", value.after or "") if words.strip()]
    numbers = [count for count in counts if count[0].isdigit() or count == "unlimited"]
    return value.kind is PriceKind.QUOTA and len(numbers) == len((value.before, value.after))


def is_sentence(value: ProductMove) -> bool:
    """Whether what gave way to another line is no name: the line tells it better."""
    return value.move == "replaced" and len(value.name.split()) > LONGEST_NAME


def answers(edit: Edit) -> bool:
    """Whether an edit stands under a question."""
    return bool(edit.path) and edit.path[-1].endswith("?")


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


def is_untold(fact: Fact, line: str) -> bool:
    """Whether a line about other prices says nothing of a term, by its words or as one more of them."""
    value = fact.value
    if not isinstance(value, Price) or value.kind not in (PriceKind.QUOTA, PriceKind.FREE_TIER):
        return False
    said = any(words and words in line for words in (value.after, value.before))
    return not said and "more term" not in line
