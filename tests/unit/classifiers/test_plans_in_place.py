"""A plan whose card another one takes over is told with both amounts, and one that asks for nothing now as free."""

from decimal import Decimal

import pytest

from classifiers.headlines.price_phrases import price_line
from classifiers.headlines.spoken_facts import freed
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.findings import Fact, Price, PriceKind, Quote, Side


def card(key: str, before: str | None, after: str | None) -> Edit:
    kind = EditKind.REPLACED if before and after else EditKind.ADDED if after else EditKind.REMOVED
    return Edit(key=key, kind=kind, where=Where.LIST, path=("Skerry",), before=before, after=after)


def fact(key: str, value: Price) -> Fact:
    return Fact(
        type="price", value=value, quote=Quote(edit=key, side=Side.AFTER, start=0, end=1, text="x"), confidence=1
    )


def amount(plan: str, before: int | None, after: int | None, currency: str = "USD") -> Price:
    amounts = [Decimal(one) if one is not None else None for one in (before, after)]
    return Price(
        kind=PriceKind.AMOUNT,
        plan=plan,
        amount_before=amounts[0],
        amount_after=amounts[1],
        currency=currency,
        period="month",
    )


def plan(kind: PriceKind, name: str) -> Price:
    return Price(kind=kind, plan=name)


EDITS = {
    "place": card("place", "$40/month", "€40/month"),
    "new": card("new", None, "€20/month"),
    "line": card("line", "Free in the pilot; $5/month later", "Free but tips are welcome"),
    "heads": card("heads", "Fleet", None),
}
HEADS = [
    fact("heads", plan(PriceKind.PLAN_REMOVED, "Fleet")),
    fact("heads", plan(PriceKind.PLAN_ADDED, "Harbour")),
    fact("heads", plan(PriceKind.PLAN_ADDED, "Dinghy")),
]


def test_a_plan_that_stands_in_the_place_of_another_is_told_with_both_amounts() -> None:
    facts = [fact("place", amount("Harbour", None, 40, "EUR")), fact("place", amount("Fleet", 40, None)), *HEADS]
    said = price_line("Skerry", [*facts, fact("new", amount("Dinghy", None, 20, "EUR"))], EDITS)
    assert said == "Skerry replaces Fleet ($40 a month) with Harbour (€40 a month) and adds Dinghy at €20 a month"


def test_what_no_room_is_left_for_is_told_last() -> None:
    facts = [fact("place", amount("Harbour", None, 40, "EUR")), fact("place", amount("Fleet", 40, None)), *HEADS]
    facts += [fact("new", amount(f"Very large vessels {n}", None, 20, "EUR")) for n in range(9)]
    facts += [fact("heads", plan(PriceKind.PLAN_ADDED, f"Very large vessels {n}")) for n in range(9)]
    said = price_line("Skerry", facts, EDITS)
    assert said.startswith("Skerry replaces Fleet ($40 a month) with Harbour (€40 a month)")
    assert len(said) <= 156


def test_a_plan_whose_heading_stayed_is_not_told_as_gone() -> None:
    facts = [fact("new", amount("Dinghy", None, 20)), fact("line", amount("Crew", 5, None))]
    assert "gone" not in price_line("Skerry", facts, EDITS)


def test_a_plan_that_went_with_its_heading_is_told_as_gone() -> None:
    facts = [fact("new", amount("Dinghy", None, 20)), fact("place", amount("Fleet", 40, None)), HEADS[0]]
    assert price_line("Skerry", facts, EDITS).endswith("; Fleet gone")


@pytest.mark.parametrize("words", ["Free but tips are welcome", "Free", "Now free!", "Free forever"])
def test_a_line_that_now_says_free_makes_its_plan_free(words: str) -> None:
    free = Price(kind=PriceKind.FREE_TIER, plan="Crew", before="Free in the pilot; $5/month later", after=words)
    told = freed([fact("line", amount("Crew", 5, None)), fact("line", free)])
    assert price_line("Skerry", told, EDITS) == "Skerry makes Crew free (was $5 a month)"


@pytest.mark.parametrize("words", ["Free for 14 days", "Free trial", "Free up to 3 boats", "Free during the pilot"])
def test_a_line_that_says_free_for_a_while_does_not(words: str) -> None:
    free = Price(kind=PriceKind.FREE_TIER, plan="Crew", before="$5/month", after=words)
    facts = [fact("line", amount("Crew", 5, None)), fact("line", free)]
    assert freed(facts) == facts
