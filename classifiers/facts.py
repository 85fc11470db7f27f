"""Every fact finder, in the order of their facts in a mail."""

from collections.abc import Callable, Sequence

from classifiers.acts.finder import find_regulation
from classifiers.happenings.figures import find_figures
from classifiers.happenings.openings import find_openings
from classifiers.happenings.partners import find_partners
from classifiers.happenings.products import find_products
from classifiers.happenings.setbacks import find_setbacks
from classifiers.people.finder import find_people
from classifiers.prices.finder import find_prices
from classifiers.prices.offers import FREE
from classifiers.prices.plans import find_plans
from classifiers.wording.passages import Passage
from domain.findings import Fact, FactValue, Price, PriceKind, ProductMove
from domain.sources import Source

Finder = Callable[[Sequence[Passage], Source], tuple[Fact, ...]]

FINDERS: tuple[Finder, ...] = (
    find_prices,
    find_plans,
    find_people,
    find_partners,
    find_products,
    find_regulation,
    find_figures,
    find_openings,
    find_setbacks,
)


def find_facts(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """All facts of a change's passages; each quote is in the text of its edit at its offsets."""
    facts = tuple(fact for finder in FINDERS for fact in finder(read, source))
    return without_echoes(facts)


def without_echoes(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts without those that another tells already.

    A term of a plan is no product; that a plan was free, or its price told on request, is said by its amount, and a
    discount by the reduced price beside it.
    """
    priced = {fact.quote.edit for fact in facts if isinstance(fact.value, Price)}
    facts = tuple(fact for fact in facts if not (isinstance(fact.value, ProductMove) and fact.quote.edit in priced))
    amounts = [fact.value for fact in facts if isinstance(fact.value, Price) and fact.value.kind is PriceKind.AMOUNT]
    said = {(price.plan, words) for price in amounts for words in (price.before, price.after) if words}
    free = {price.plan for price in amounts if 0 in (price.amount_before, price.amount_after)}
    reduced = {
        fact.value.plan
        for fact in facts
        if isinstance(fact.value, Price) and fact.value.kind is PriceKind.DISCOUNT and fact.value.amount_after
    }

    def echoes(value: FactValue) -> bool:
        if isinstance(value, Price) and value.kind is PriceKind.DISCOUNT:
            return value.amount_after is None and value.before is None and value.plan in reduced
        if not isinstance(value, Price) or value.kind not in (PriceKind.FREE_TIER, PriceKind.BILLING_TERM):
            return False
        if value.kind is PriceKind.FREE_TIER and value.plan in free:
            return FREE.match(value.before or value.after or "") is not None
        return (value.plan, value.before or value.after) in said

    return tuple(fact for fact in facts if not echoes(fact.value))
