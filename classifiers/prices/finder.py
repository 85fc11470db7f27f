"""Prices that changed: the offers on both sides of a change, matched by plan."""

from collections.abc import Sequence
from dataclasses import replace

from classifiers.prices.billing import turns
from classifiers.prices.contracts import contracted
from classifiers.prices.days import dated, rising_on
from classifiers.prices.differences import moves_by
from classifiers.prices.facts import changed, single
from classifiers.prices.labels import heading_of
from classifiers.prices.offers import ON_REQUEST, Offer, offers
from classifiers.prices.pairs import is_free, matched, settled
from classifiers.prices.plans import renames
from classifiers.prices.sentences import told_whole
from classifiers.prices.shares import shares
from classifiers.prices.views import of_all_prices
from classifiers.wording.clauses import sentence_of
from classifiers.wording.money import usual_mark_of
from classifiers.wording.passages import Passage
from domain.content import Where
from domain.findings import Fact, Price, Quote, Side
from domain.sources import Source


def find_prices(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """Amounts changed, added and removed, by plan. An amount that only moved or is only written otherwise is none."""
    if source.decimal is None:
        source = replace(source, decimal=usual_mark_of(passage.text for passage in read))
    whole = [fact for passage in read for fact in told_whole(passage, source)]
    steps = [fact for passage in read for fact in moves_by(passage, source)]
    # What such an edit showed before is the old price that it tells.
    told = [fact.quote for fact in (*whole, *steps) if isinstance(price := fact.value, Price) and price.amount_after]
    found = [offer for passage in read for offer in offers(passage, source) if not is_told(offer, told)]
    facts = [*whole, *steps, *shares(read, source), *(moved(found, read, source) if found else ())]
    once = tuple({fact.value: fact for fact in reversed(facts)}.values())[::-1]
    return dated(once, read)


def moved(found: Sequence[Offer], read: Sequence[Passage], source: Source) -> list[Fact]:
    """What became of the offers of both sides."""
    found = of_all_prices(settled(contracted(found), read, renames(read, source)), read)
    old = [offer for offer in found if offer.passage.side is Side.BEFORE]
    new = [offer for offer in found if offer.passage.side is Side.AFTER]
    pairs, gone, come = matched(old, new)
    raised, come = rising_on(pairs, come)
    turned = turns(read, old, new)
    page = turned.get("")
    facts = [
        fact for a, b in (*pairs, *raised) if (fact := changed(a, b, toggled=turned.get(b.plan_key, page))) is not None
    ]
    return [*facts, *alone(come, gone, read, old)]


def is_told(offer: Offer, told: Sequence[Quote]) -> bool:
    """Whether a sentence that tells a change whole tells the amount, too; in an entry only that sentence does."""
    passage = offer.passage
    mine = [quote for quote in told if quote.edit == passage.edit.key]
    if passage.edit.where is not Where.ENTRY:
        return bool(mine)
    start, stop = sentence_of(passage.text, offer.money.start)
    return any(start <= quote.start < stop for quote in mine)


def alone(come: Sequence[Offer], gone: Sequence[Offer], read: Sequence[Passage], old: Sequence[Offer]) -> list[Fact]:
    """Amounts that only one side has, with the words of contact that took their place or gave way to them."""
    requests = on_request(read)
    free = {side: says_free(read, side) for side in Side}
    facts = []
    for offer in (*come, *gone):
        other = Side.BEFORE if offer.passage.side is Side.AFTER else Side.AFTER
        if is_free(offer) or (not offer.money.amount and (free[other] or named_free(offer, old))):
            continue
        places = (other, offer.plan_key), (other, offer.passage.edit.key)
        instead = next((requests[place] for place in places if place[1] and place in requests), None)
        facts.append(single(offer, instead=instead))
    return facts


def named_free(offer: Offer, old: Sequence[Offer]) -> bool:
    """Whether an amount of nothing came to a plan called free: its name said so before."""
    return offer.passage.side is Side.AFTER and "free" in offer.plan_key


def says_free(read: Sequence[Passage], side: Side) -> bool:
    """Whether the word "free" stands alone there: the same offer as an amount of nothing, in other words."""
    return any(passage.side is side and passage.text.strip().lower() == "free" for passage in read)


def on_request(read: Sequence[Passage]) -> dict[tuple[Side, str], str]:
    """The words that stand where an amount would, by side and by plan and edit."""
    found: dict[tuple[Side, str], str] = {}
    for passage in read:
        if not passage.aside and ON_REQUEST.match(passage.text.strip()):
            plan = heading_of(passage.headings)
            for place in ((plan or "").casefold(), passage.edit.key):
                found.setdefault((passage.side, place), passage.text.strip())
    return found
