"""All pairs of the corpus, by the kind of page."""

from bench.own_pages import company_pairs, pricing_cards_pairs, pricing_tables_pairs, product_pairs
from bench.own_pages.pair import Pair

PAIRS: tuple[Pair, ...] = (
    *company_pairs.PAIRS,
    *pricing_tables_pairs.PAIRS,
    *pricing_cards_pairs.PAIRS,
    *product_pairs.PAIRS,
)
