"""Price facts made of offers: what changed between a pair, what one side has alone, and what a sentence tells whole."""

from dataclasses import replace

from classifiers.prices.offers import Offer, bound_words
from classifiers.prices.pairs import is_free
from classifiers.prices.views import bound_fact, tax_fact, tax_view, view_of
from domain.findings import Fact, Price, PriceKind, Side


def changed(before: Offer, after: Offer, *, toggled: str | None = None) -> Fact | None:
    """The fact of a pair, or None where it says the same: same amount, currency, period and per-what.

    `toggled` is the period that the whole page now shows its prices for ("year": those of a yearly contract).
    """
    if before.regular or after.regular:
        return reduction(before, after)
    a, b = before.money, after.money
    same_amount = a.amount == b.amount and (a.currency == b.currency or is_free(before) or is_free(after))
    if not is_free(after) and tax_view(before, after):
        return tax_fact(before, after)
    if same_amount and ((a.period, a.per) == (b.period, b.per) or not a.amount):
        return bound_fact(before, after) if a.amount else None
    view = view_of(before, after, toggled)
    words = bound_words if view == "bound" else plain_words
    return Fact(
        type="price",
        value=Price(
            kind=PriceKind.BILLING_TERM if same_amount else PriceKind.AMOUNT,
            plan=after.name,
            before=words(before),
            after=words(after),
            amount_before=a.amount,
            amount_after=b.amount,
            currency=b.currency or a.currency,
            period=b.period or (a.period if is_free(after) else None),
            per=b.per or (a.per if is_free(after) else None),
            bound=after.bound,
            charge=after.charge,
            billed=after.billed,
            view=view,
            currency_before=a.currency if a.currency and b.currency and a.currency != b.currency else None,
            period_before=a.period if a.period != b.period else None,
        ),
        quote=after.passage.quote(after.start, b.stop),
        confidence=min(before.confidence, after.confidence),
    )


def plain_words(offer: Offer) -> str:
    return offer.words


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
        billed=offer.billed,
    )
    quote = offer.passage.quote(offer.start, money.stop)
    return Fact(type="price", value=value, quote=quote, confidence=offer.confidence)
