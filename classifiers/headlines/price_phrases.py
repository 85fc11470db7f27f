"""The clause of a headline about prices: what rose, fell, came, went, or is only shown another way."""

from collections.abc import Sequence

from classifiers.headlines.offer_phrases import Edits, come_or_gone_line, extra_line
from classifiers.headlines.plan_phrases import gone_plans, renamed_line, replaced_line
from classifiers.headlines.price_moves import difference_line, moved_line
from classifiers.headlines.price_term_phrases import contact_line, reduced_line, share_line, terms_line, view_line
from classifiers.prices.labels import heading_of
from domain.findings import Fact, Price, PriceKind


def price_line(subject: str, facts: Sequence[Fact], edits: Edits) -> str:
    """The weightiest thing that price facts tell: moves, then views, discounts, what came or went, terms."""
    prices = [fact.value for fact in facts if isinstance(fact.value, Price)]
    amounts = [price for price in prices if price.kind is PriceKind.AMOUNT]
    place = page_of(facts, edits)
    place = "" if place.casefold() == subject.casefold() else place
    moved = [price for price in amounts if price.comparable]
    reduced = [price for price in prices if price.kind is PriceKind.DISCOUNT and price.amount_after is not None]
    return (
        renamed_line(subject, prices, moved)
        or extra_line(subject, facts, edits)
        or replaced_line(subject, facts, edits)
        or moved_line(subject, moved)
        or share_line(subject, [price for price in prices if price.percent is not None])
        or difference_line(subject, prices)
        or view_line(subject, [price for price in prices if price.view])
        or reduced_line(subject, reduced)
        or contact_line(subject, [price for price in amounts if price not in moved])
        or come_or_gone_line(subject, prices, place, gone_plans(facts, edits))
        or terms_line(subject, prices)
    )


def page_of(facts: Sequence[Fact], edits: Edits) -> str:
    """The heading that all prices stand under, if there is one that is not just "Pricing"."""
    paths = [edits[fact.quote.edit].path for fact in facts if fact.quote.edit in edits]
    plans = {fact.value.plan for fact in facts if isinstance(fact.value, Price)}
    shared = [
        title for title in (paths[0] if paths else ()) if all(title in path for path in paths) and title not in plans
    ]
    return heading_of(shared[:1]) or heading_of(shared) or ""
