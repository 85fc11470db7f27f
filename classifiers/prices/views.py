"""Offers only shown another way: with tax or without, in another currency, for another contract, as another bound."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from classifiers.prices.offers import Offer, bound_words
from classifiers.prices.pairs import is_free
from classifiers.prices.tax import taxed
from classifiers.wording.money import has_money
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from domain.findings import Fact, Price, PriceKind, Side

PRICES = Pattern(r"(?i)\b(?:prices?|amounts?|fees?|rates?|preise?|prix|tarifs?|precios?|prezzi)\b")
LONGEST_STATEMENT = 160
TAIL = 16
# Words that a text cut off leaves behind: "$40 ex VAT per".
DANGLING = Pattern(
    r"(?i)(?:[\s,;(/–-]+(?:per|an?|and|or|of|for|the|with|plus|pro|und|par|et|por|y|[(/–-]))*[\s,;(/–-]*$"
)
# Rates at which sales are taxed somewhere, in percent; amounts are rounded, so that a little apart is still the rate.
RATE_LIST = "5 5.5 7 7.7 8 8.1 9 10 12 13 14 15 16 17 18 19 20 21 22 23 24 25 25.5 27"
RATES = tuple(1 + Decimal(rate) / 100 for rate in RATE_LIST.split())
ROUNDED = Decimal("0.004")


def of_all_prices(offers: Sequence[Offer], read: Sequence[Passage]) -> list[Offer]:
    """The offers that say nothing of tax themselves with what a changed statement says of all prices on their side."""
    said = {side: stated(read, side) for side in Side}
    return [
        replace(offer, taxed=said[offer.passage.side]) if offer.taxed is None and offer.money.amount else offer
        for offer in offers
    ]


def stated(read: Iterable[Passage], side: Side) -> bool | None:
    """What short statements without an amount agree on: "All prices exclude VAT"; None where there are none."""
    short = [one.text for one in read if one.side is side and len(one.text) <= LONGEST_STATEMENT]
    texts = [text for text in short if PRICES.search(text) and not has_money(text)]
    said = {one for text in texts if (one := taxed(text)) is not None}
    return said.pop() if len(said) == 1 else None


def tax_view(before: Offer, after: Offer) -> bool:
    """Whether one side is told with tax and one without, so that nobody can compare the amounts.

    Where one side says nothing of tax, the amounts are the same, or apart by the very rate of one.
    """
    low, high = sorted((before.money.amount, after.money.amount))
    if after.taxed is None or before.taxed == after.taxed or not low or before.money.currency != after.money.currency:
        return False
    if before.taxed is None:
        rises = after.money.amount == high
        return low == high or (rises == after.taxed and any(abs(high / low - rate) <= ROUNDED for rate in RATES))
    return True


def tax_fact(before: Offer, after: Offer) -> Fact:
    """The same price now told with or without tax: a term, and never an amount that moved."""
    stop = min(len(after.passage.text), after.money.stop + TAIL)
    value = Price(
        kind=PriceKind.BILLING_TERM,
        plan=after.name,
        before=words_with_tax(before),
        after=words_with_tax(after),
        view="tax",
    )
    quote = after.passage.quote(after.money.start, stop)
    return Fact(type="price", value=value, quote=quote, confidence=min(before.confidence, after.confidence))


def words_with_tax(offer: Offer) -> str:
    """The amount with the words about tax behind it: sixteen characters more, to a word that may end them."""
    text, stop = offer.passage.text, offer.money.stop + TAIL
    while stop < len(text) and text[stop - 1].isalnum() and text[stop].isalnum():
        stop -= 1
    said: str = text[offer.money.start : max(stop, offer.money.stop)]
    whole: str = DANGLING.sub("", said)
    return whole.strip()


def bound_view(before: Offer, after: Offer) -> bool:
    """Whether a floor became a ceiling or the other way: amounts that nobody can compare."""
    known = before.bound and after.bound and before.bound != after.bound
    return bool(known) and not before.money.ends and not after.money.ends


def bound_fact(before: Offer, after: Offer) -> Fact | None:
    """The same amount, now as the least or the most that is asked; None where its bound stayed or is no more told."""
    if not after.bound or before.bound == after.bound or before.money.ends or after.money.ends:
        return None
    value = Price(
        kind=PriceKind.BILLING_TERM,
        plan=after.name,
        before=bound_words(before),
        after=bound_words(after),
        amount_before=before.money.amount,
        amount_after=after.money.amount,
        currency=after.money.currency,
        period=after.money.period,
        per=after.money.per,
        bound=after.bound,
        view="bound",
    )
    quote = after.passage.quote(after.start, after.money.stop)
    return Fact(type="price", value=value, quote=quote, confidence=min(before.confidence, after.confidence))


def view_of(before: Offer, after: Offer, toggled: str | None) -> str | None:
    """Whether only the way of showing the amount is known to have changed, and which.

    Another currency or another period makes amounts that nobody can compare; with a page that turned from monthly to
    yearly contracts all lower amounts are those of the other contract, and with one that turned back all higher ones.
    """
    a, b = before.money, after.money
    nothing = (a.amount == 0) + (b.amount == 0)
    if is_free(before) or is_free(after) or nothing == 1:
        return None
    if a.currency != b.currency:
        return "currency"
    if a.period and b.period and a.period != b.period:
        return "billing"
    if bound_view(before, after):
        return "bound"
    lower = b.amount < a.amount
    return "billing" if (toggled == "year" and lower) or (toggled == "month" and b.amount > a.amount) else None
