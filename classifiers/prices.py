"""Prices that changed: the offers on both sides of a change, matched by plan."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from classifiers.money import Money
from classifiers.offers import Offer, offers
from classifiers.passages import Passage
from domain.changes import EditKind
from domain.content import Where
from domain.findings import Fact, Price, PriceKind, Side
from domain.sources import Source


def find_prices(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """Amounts changed, added and removed, by plan. An amount that only moved or is only written otherwise is none."""
    found = [moved(offer, read) for passage in read for offer in offers(passage, source)]
    old = [offer for offer in found if offer.passage.side is Side.BEFORE]
    new = [offer for offer in found if offer.passage.side is Side.AFTER]
    pairs, gone, come = matched(old, new)
    facts = [fact for a, b in pairs if (fact := changed(a, b)) is not None]
    facts += [single(offer) for offer in [*come, *gone] if not says_free(offer, read)]
    return tuple({fact.value: fact for fact in reversed(facts)}.values())[::-1]


def moved(offer: Offer, read: Sequence[Passage]) -> Offer:
    """An old amount replaced under the heading of a new plan belonged to another plan: the one heading that went."""
    if offer.passage.side is Side.AFTER or offer.passage.edit.kind is not EditKind.REPLACED:
        return offer
    headings = [passage for passage in read if passage.edit.where is Where.HEADING]
    if offer.plan not in {passage.text for passage in headings if passage.edit.kind is EditKind.ADDED}:
        return offer
    gone = [passage for passage in read if passage.edit.kind is EditKind.REMOVED]
    filled = {title for passage in gone for title in passage.headings[-1:]}
    left = [passage.text for passage in gone if passage in headings and passage.text not in filled]
    return replace(offer, plan=left[0] if len(left) == 1 else None)


def says_free(offer: Offer, read: Sequence[Passage]) -> bool:
    """Whether an amount of nothing came or went beside the word "free": the same offer in other words."""
    if offer.money.amount:
        return False
    others = (passage.text for passage in read if passage.side is not offer.passage.side)
    return "free" in offer.plan_key or any(text.strip().lower() == "free" for text in others)


@dataclass(frozen=True, slots=True)
class Step:
    """One way to pair offers, the surest first: which of their features must agree."""

    same_edit: bool
    same_plan: bool
    same_amount: bool = False


STEPS = (
    Step(same_edit=False, same_plan=True, same_amount=True),
    Step(same_edit=True, same_plan=True),
    Step(same_edit=False, same_plan=True),
    Step(same_edit=True, same_plan=False),
)


def matched(old: list[Offer], new: list[Offer]) -> tuple[list[tuple[Offer, Offer]], list[Offer], list[Offer]]:
    """Pairs of old and new offers, then the old ones and the new ones left alone."""
    pairs: list[tuple[Offer, Offer]] = []
    for step in STEPS:
        for before in list(old):
            after = next((offer for offer in new if agrees(before, offer, step)), None)
            if after is not None:
                pairs.append((before, after))
                old.remove(before)
                new.remove(after)
    return pairs, old, new


def agrees(before: Offer, after: Offer, step: Step) -> bool:
    if step.same_edit and before.passage.edit.key != after.passage.edit.key:
        return False
    if before.plan_key != after.plan_key and (step.same_plan or (before.plan_key and after.plan_key)):
        return False
    if not before.plan_key and bool(before.money.amount) != bool(after.money.amount):
        return False
    if step.same_amount and before.money.amount != after.money.amount:
        return False
    return before.money.period == after.money.period or step.same_edit


def changed(before: Offer, after: Offer) -> Fact | None:
    """The fact of a pair, or None where it says the same: same amount, currency, period and per-what."""
    a, b = before.money, after.money
    same_unit = (a.period, a.per) == (b.period, b.per)
    if (a.amount, a.currency) == (b.amount, b.currency) and same_unit:
        return None
    if tax_view(before, after):
        return None
    kind = PriceKind.BILLING_TERM if (a.amount, a.currency) == (b.amount, b.currency) else PriceKind.AMOUNT
    return Fact(
        type="price",
        value=Price(
            kind=kind,
            plan=after.name,
            before=before.words,
            after=after.words,
            amount_before=a.amount,
            amount_after=b.amount,
            currency=b.currency,
            period=b.period,
            per=b.per,
        ),
        quote=after.passage.quote(b.start, b.stop),
        confidence=min(before.confidence, after.confidence),
    )


def tax_view(before: Offer, after: Offer) -> bool:
    """Whether only the view of tax changed: one side with, one without, and apart by a usual rate."""
    if before.taxed is None or after.taxed is None or before.taxed == after.taxed:
        return False
    net, gross = (before, after) if after.taxed else (after, before)
    if not net.money.amount or net.money.currency != gross.money.currency:
        return False
    return Decimal("1.02") < gross.money.amount / net.money.amount < Decimal("1.28")


def single(offer: Offer) -> Fact:
    """An amount that only one side has."""
    money: Money = offer.money
    new = offer.passage.side is Side.AFTER
    return Fact(
        type="price",
        value=Price(
            kind=PriceKind.AMOUNT,
            plan=offer.name,
            before=None if new else offer.words,
            after=offer.words if new else None,
            amount_before=None if new else money.amount,
            amount_after=money.amount if new else None,
            currency=money.currency,
            period=money.period,
            per=money.per,
        ),
        quote=offer.passage.quote(money.start, money.stop),
        confidence=offer.confidence,
    )
