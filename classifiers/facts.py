"""Every fact finder, in the order of their facts in a mail."""

from collections.abc import Callable, Sequence

from classifiers.figures import find_figures
from classifiers.openings import find_openings
from classifiers.partners import find_partners
from classifiers.passages import Passage
from classifiers.people import find_people
from classifiers.plans import find_plans
from classifiers.prices import find_prices
from classifiers.products import find_products
from classifiers.regulation import find_regulation
from domain.findings import Fact
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
)


def find_facts(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """All facts of a change's passages; each quote is in the text of its edit at its offsets."""
    return tuple(fact for finder in FINDERS for fact in finder(read, source))
