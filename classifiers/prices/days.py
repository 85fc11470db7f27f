"""From which day prices hold, and until which day a discount does."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from classifiers.prices.labels import heading_of
from classifiers.prices.offers import Offer
from classifiers.wording.clauses import sentence_of
from classifiers.wording.effective import ending_on, starting_on
from classifiers.wording.money import find_money
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from domain.findings import Fact, Price, PriceKind, Side

LONGEST = 600
ABOUT_PRICES = Pattern(
    r"(?i)\b(?:pric(?:e|es|ed|ing)|rates?|fees?|tariffs?|charges?|costs?|preis\w*|tarif\w*|prix|precios?|cuotas?|"
    r"abonnements?|rate card|price list)\b"
)
OFFER_WORD = Pattern(
    r"(?i)%|\b(?:offers?|sale|discount\w*|deals?|promo\w*|sav(?:e|ings)|aktion|angebot|rabatt|offre|remise|oferta|descuento|"
    r"valid|until|ends?|expires?|bis|jusqu|hasta)\b"
)
UNTIL = Pattern(r"(?i)\b(?:until|till|through|bis|jusqu['’]\pL+|hasta)\b")
# A sentence that takes something off the market.
ENDS_PLAN = Pattern(
    r"(?i)[^.!?\n]*\b(?:retir(?:e|es|ed|ing)|discontinu\w+|withdraw\w*|sunset\w*|clos(?:e|es|ing) (?:the|our)|"
    r"goes away|end of (?:life|sale))\b[^.!?\n]*"
)
Pairs = list[tuple[Offer, Offer]]


def from_day(text: str) -> date | None:
    """The day from which prices hold; a day until which something holds is none."""
    day = starting_on(text)
    return None if day is not None and day == ending_on(text) else day


def rising_on(pairs: Sequence[tuple[Offer, Offer]], come: Sequence[Offer]) -> tuple[Pairs, list[Offer]]:
    """Offers that came with a day beside an amount that stayed, paired with it, and the others.

    "$49 / month" that becomes "$49 / month ($59 / month from 1 May 2027)" goes from 49 to 59 that day.
    """
    stayed = {
        (after.passage.edit.key, after.plan_key, after.money.currency, after.money.period): before
        for before, after in pairs
        if before.money.amount == after.money.amount and after.money.amount
    }
    raised: Pairs = []
    left = []
    for offer in come:
        place = offer.passage.edit.key, offer.plan_key, offer.money.currency, offer.money.period
        if place in stayed and from_day(offer.passage.text) is not None:
            raised.append((stayed[place], offer))
        else:
            left.append(offer)
    return raised, left


def dated(facts: tuple[Fact, ...], read: Sequence[Passage]) -> tuple[Fact, ...]:
    """The facts with the day from which prices hold, or until which a discount does, where the change names it."""
    if not facts:
        return ()
    texts = [one for one in read if one.side is Side.AFTER and len(one.text) <= LONGEST]
    general = general_days(texts)
    return tuple(with_day(fact, texts, general) for fact in facts)


def general_days(texts: Sequence[Passage]) -> frozenset[date]:
    """The days that texts without amounts name for all prices."""
    return frozenset(
        day
        for one in texts
        if ABOUT_PRICES.search(one.text) and not find_money(one.text) and (day := from_day(one.text)) is not None
    )


def with_day(fact: Fact, texts: Sequence[Passage], general: frozenset[date]) -> Fact:
    price = fact.value
    if not isinstance(price, Price):
        return fact
    if price.kind is PriceKind.DISCOUNT:
        day = last_day(fact, price, texts)
        return replace(fact, value=replace(price, ends_on=day)) if day else fact
    told = (price.amount_after, price.percent, price.difference)
    if price.effective_on is not None or told == (None, None, None):
        return fact
    day = first_day(fact, texts, general)
    return replace(fact, value=replace(price, effective_on=day)) if day else fact


def first_day(fact: Fact, texts: Sequence[Passage], general: frozenset[date]) -> date | None:
    """The day in the fact's own text; else the only one that texts without amounts name for all prices."""
    own = next((one for one in texts if one.edit.key == fact.quote.edit), None)
    if own is not None:
        sentence = own.text[slice(*sentence_of(own.text, fact.quote.start))]
        if (day := from_day(sentence)) is not None:
            return day
        # Where it says until when it holds, the day of another sentence is that of another price.
        if (day := from_day(ENDS_PLAN.sub(" ", own.text))) is not None:
            return None if UNTIL.search(sentence) else day
    return next(iter(general)) if len(general) == 1 else None


def last_day(fact: Fact, price: Price, texts: Sequence[Passage]) -> date | None:
    """The last day in the discount's own text; else in one under the same plan, or that the change's offers share."""
    own = next((one for one in texts if one.edit.key == fact.quote.edit), None)
    if own is not None and (day := ending_on(own.text)) is not None:
        return day
    said = {
        one: day
        for one in texts
        if OFFER_WORD.search(one.text) and not find_money(one.text) and (day := ending_on(one.text)) is not None
    }
    plan = (price.plan or "").casefold()
    mine = {day for one, day in said.items() if plan and (heading_of(one.headings) or "").casefold() == plan}
    days = mine or set(said.values())
    return days.pop() if len(days) == 1 else None
