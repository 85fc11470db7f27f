"""All pairs of the corpus, by the kind of page."""

from bench.own_pages import (
    broken,
    company_pairs,
    fresh_pairs,
    languages_pairs,
    major_pairs,
    more_pairs,
    network_pairs,
    pricing_cards_pairs,
    pricing_tables_pairs,
    product_pairs,
    public_pairs,
    rewrites_pairs,
)
from bench.own_pages.pair import Pair

PAIRS: tuple[Pair, ...] = (
    *pricing_tables_pairs.PAIRS,
    *pricing_cards_pairs.PAIRS,
    *product_pairs.PAIRS,
    *company_pairs.PAIRS,
    *network_pairs.PAIRS,
    *public_pairs.PAIRS,
    *languages_pairs.PAIRS,
    *more_pairs.PAIRS,
    *rewrites_pairs.PAIRS,
    *major_pairs.PAIRS,
    *broken.PAIRS,
    *fresh_pairs.PAIRS,
)
