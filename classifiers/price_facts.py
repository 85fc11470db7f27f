"""Price facts made of offers: what changed between a pair, what one side has alone, and what a sentence tells whole."""

from dataclasses import replace
from decimal import Decimal

from classifiers.offers import Offer
from classifiers.price_pairs import is_free
from domain.findings import Fact, Price, PriceKind, Side


def changed(before: Offer, after: Offer, *, toggled: str | None = None) -> Fact | None:
    """The fact of a pair, or None where it says the same: same amount, currency, period and per-what.

    `toggled` is the period that the whole page now shows its prices for ("year": those of a yearly contract).
    """
    if before.regular or after.regular:
        return reduction(before, after)
    a, b = before.money, after.money
    same_amount = a.amount == b.amount and (a.currency == b.currency or is_free(before) or is_free(after))
    if same_amount and ((a.period, a.per) == (b.period, b.per) or not a.amount):
        return None
    if tax_view(before, after):
        return tax_fact(before, after)
    return Fact(
        type="price",
        value=Price(
            kind=PriceKind.BILLING_TERM if same_amount else PriceKind.AMOUNT,
            plan=after.name,
            before=before.words,
            after=after.words,
            amount_before=a.amount,
            amount_after=b.amount,
            currency=b.currency or a.currency,
            period=b.period or (a.period if is_free(after) else None),
            per=b.per or (a.per if is_free(after) else None),
            bound=after.bound,
            charge=after.charge,
            view=view_of(before, after, toggled),
            currency_before=a.currency if a.currency and b.currency and a.currency != b.currency else None,
            period_before=a.period if a.period != b.period else None,
        ),
        quote=after.passage.quote(after.start, b.stop),
        confidence=min(before.confidence, after.confidence),
    )


def view_of(before: Offer, after: Offer, toggled: str | None) -> str | None:
    """Whether only the way of showing the amount is known to have changed, and which.

    Another currency or another period makes amounts that nobody can compare; with a page that turned from monthly to
    yearly contracts all lower amounts are those of the other contract, and with one that turned back all higher ones.
    """
    a, b = before.money, after.money
    if is_free(before) or is_free(after) or a.amount == 0 or b.amount == 0:
        return None
    if a.currency != b.currency:
        return "currency"
    if a.period and b.period and a.period != b.period:
        return "billing"
    lower = b.amount < a.amount
    return "billing" if (toggled == "year" and lower) or (toggled == "month" and b.amount > a.amount) else None


def reduction(before: Offer, after: Offer) -> Fact | None:
    """A reduced price beside the regular one that came, went or moved; a regular price that moved is an amount."""
    if before.words == after.words:
        return None
    if before.regular and after.regular and before.money.amount == after.money.amount:
        a, b = replace(before, money=before.regular, regular=None), replace(after, money=after.regular, regular=None)
        return changed(a, b)
    unit = after.money if after.money.period or not before.money.period else before.money
    return Fact(
        type="price",
        value=Price(
            kind=PriceKind.DISCOUNT,
            plan=after.name,
            before=before.words,
            after=after.words,
            amount_before=before.money.amount,
            amount_after=after.money.amount,
            currency=after.money.currency,
            period=unit.period,
            per=unit.per,
        ),
        quote=after.passage.quote(after.start, after.money.stop),
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


def tax_fact(before: Offer, after: Offer) -> Fact:
    """The same price now told with or without tax: a term, and never an amount that moved."""
    stop = min(len(after.passage.text), after.money.stop + 16)
    return Fact(
        type="price",
        value=Price(
            kind=PriceKind.BILLING_TERM,
            plan=after.name,
            before=words_with_tax(before),
            after=words_with_tax(after),
            view="tax",
        ),
        quote=after.passage.quote(after.money.start, stop),
        confidence=min(before.confidence, after.confidence),
    )


def words_with_tax(offer: Offer) -> str:
    """The amount with the words about tax behind it, at most sixteen characters more."""
    return offer.passage.text[offer.money.start : offer.money.stop + 16].strip()


def single(offer: Offer, *, instead: str | None = None) -> Fact:
    """An amount that only one side has; `instead` are the words that stood or stand in its place ("Contact sales")."""
    money = offer.money
    new = offer.passage.side is Side.AFTER
    value = Price(
        kind=PriceKind.AMOUNT,
        plan=offer.name,
        before=instead if new else offer.words,
        after=offer.words if new else instead,
        amount_before=None if new else money.amount,
        amount_after=money.amount if new else None,
        currency=money.currency,
        period=money.period,
        per=money.per,
        bound=offer.bound,
        charge=offer.charge,
    )
    quote = offer.passage.quote(offer.start, money.stop)
    return Fact(type="price", value=value, quote=quote, confidence=offer.confidence)
