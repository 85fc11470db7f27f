"""What a customer signs is said before smaller edits, and what stands beside prices is never passed over."""

from decimal import Decimal

import pytest

from digest.say import sentence
from digest.terms import terms
from domain.changes import Edit
from domain.content import Where
from domain.events import Event
from domain.findings import Fact, Price, PriceKind, TagName
from tests.unit.digest import worlds

PLANS = ("Plans",)


def amount(key: str, plan: str, before: int, after: int) -> tuple[Edit, Fact]:
    row = worlds.edit(key, f"{plan} | €{before}", f"{plan} | €{after}", where=Where.TABLE, path=PLANS)
    price = Price(
        kind=PriceKind.AMOUNT, plan=plan, before=f"€{before}", after=f"€{after}",
        amount_before=Decimal(before), amount_after=Decimal(after), currency="EUR",
    )  # fmt: skip
    return row, worlds.fact("price", price, row)


def page(*edits: Edit, facts: tuple[Fact, ...] = ()) -> Event:
    return worlds.event("t", worlds.rival("Fathom Rates"), "Fathom Rates: prices", (TagName.PRICING,), edits, facts)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Cancel at any time", "Cancel with three months notice"),
        ("Billed monthly", "Billed yearly in advance"),
        ("10,000 searches included", "4,000 searches included"),
        ("No minimum term", "Minimum term: 24 months"),
        ("99.9% uptime", "99% uptime"),
        ("Monatlich kündbar", "Kündigung zum Jahresende"),
    ],
)
def test_a_changed_term_beside_prices_is_said_with_both_its_sides(before: str, after: str) -> None:
    row, fact = amount("a", "Starter", 100, 80)
    term = worlds.edit("b", before, after, path=PLANS, minor=True)
    other = worlds.edit("c", "A tidy line of words", "Another tidy line", path=PLANS)
    said = sentence(page(row, term, other, facts=(fact,)))
    assert f"“{before}” → “{after}”" in said
    assert said.index(after) < said.index("1 smaller edit")


def test_a_term_is_said_right_behind_the_prices_so_that_no_cut_takes_it() -> None:
    row, fact = amount("a", "Starter", 100, 80)
    term = worlds.edit("b", "Cancel at any time", "Cancel with three months notice", path=PLANS)
    assert sentence(page(row, term, facts=(fact,))) == (
        "Fathom Rates, Plans: Starter: €100 → €80 (-20%); “Cancel at any time” → “Cancel with three months notice”."
    )


def test_what_was_replaced_beside_prices_is_counted() -> None:
    row, fact = amount("a", "Starter", 100, 80)
    other = worlds.edit("c", "A tidy line of words", "Another tidy line", path=PLANS)
    assert sentence(page(row, other, facts=(fact,))).endswith("; 1 smaller edit.")


def test_a_quota_has_its_place_behind_many_amounts() -> None:
    many = [amount(f"a{n}", f"Plan {n}", 100, 80) for n in range(5)]
    row = worlds.edit("q", "5,000 calls", "2,000 calls", where=Where.TABLE, path=PLANS)
    quota = Price(kind=PriceKind.QUOTA, plan="Team", before="5,000 calls", after="2,000 calls")
    facts = (*(fact for _, fact in many), worlds.fact("price", quota, row))
    said = sentence(page(*(edit for edit, _ in many), row, facts=facts))
    assert "Team: 5,000 calls → 2,000 calls" in said
    assert "3 more prices" in said


def test_a_text_of_a_million_digits_is_no_term() -> None:
    long = worlds.edit("l", None, "7" * 1_000_000, path=PLANS)
    assert terms([long]) == []
