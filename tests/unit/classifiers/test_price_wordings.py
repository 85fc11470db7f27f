"""Prices as pages write them: fractions of a cent, ranges, "from", "contact us", shares of each sale, plan lists."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from classifiers.wording.money import find_money
from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Price, PriceKind, TagName
from domain.sources import Source

PRICING = "https://brightvane.example/pricing"
See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
Site = Callable[..., Source]


@pytest.mark.parametrize(
    ("text", "amount"),
    [("$0.004 per request", "0.004"), ("€0,125 pro GB", "0.125"), ("$0.00025 / token", "0.00025"), ("€1.250", "1250")],
)
def test_less_than_one_is_never_thousands(text: str, amount: str) -> None:
    (money,) = find_money(text)
    assert money.amount == Decimal(amount)


def test_a_price_that_gives_way_to_contact_us_is_said_so(seen: See, edit: Make, source: Site) -> None:
    path = ("Pricing", "Enterprise")
    (sighting,) = seen(edit("$499 per month", "Contact for pricing", "card", path), of=source(url=PRICING))
    assert (
        sighting.headline == "Brightvane no longer shows the price of Enterprise ($499 a month): “Contact for pricing”"
    )
    assert TagName.PRICING in {tag.tag for tag in sighting.tags}


def test_a_share_of_each_sale_that_moved_is_one_term(seen: See, edit: Make, source: Site) -> None:
    (sighting,) = seen(
        edit("2.9% + 30¢ per transaction", "3.1% + 30¢ per transaction", "paragraph", ("Pricing",)),
        of=source(url=PRICING),
    )
    (price,) = [fact.value for fact in sighting.facts if isinstance(fact.value, Price)]
    assert (price.kind, price.before, price.after) == (
        PriceKind.BILLING_TERM,
        "2.9% + 30¢ per transaction",
        "3.1% + 30¢ per transaction",
    )


def test_both_ends_of_a_range_are_matched(seen: See, edit: Make, source: Site) -> None:
    (sighting,) = seen(
        edit("$10–$20 per user", "$12–$25 per user", "card", ("Pricing", "Team")), of=source(url=PRICING)
    )
    moved = [
        (fact.value.amount_before, fact.value.amount_after) for fact in sighting.facts if isinstance(fact.value, Price)
    ]
    assert moved == [(Decimal(10), Decimal(12)), (Decimal(20), Decimal(25))]


def test_plans_renamed_on_a_home_page_are_seen_by_what_sellers_call_plans(seen: See, edit: Make, source: Site) -> None:
    path = ("StayFeed",)
    edits = [edit(name, None, "heading", path) for name in ("Starter", "Pro")]
    edits += [edit(None, name, "heading", path) for name in ("Business", "Business Plus")]
    (sighting,) = seen(*edits, of=source(url="https://brightvane.example/"))
    renamed = [fact.value for fact in sighting.facts if isinstance(fact.value, Price)]
    assert [(one.before, one.after) for one in renamed] == [("Starter", "Business"), ("Pro", "Business Plus")]
    assert [tag.tag for tag in sighting.tags] == [TagName.PRICING]


def test_other_headings_that_were_renamed_are_no_plans(seen: See, edit: Make, source: Site) -> None:
    edits = [edit(name, None, "heading", ("About",)) for name in ("Our story", "Values")]
    edits += [edit(None, name, "heading", ("About",)) for name in ("Who we are", "Beliefs")]
    (sighting,) = seen(*edits, of=source(url="https://brightvane.example/"))
    assert not [fact for fact in sighting.facts if isinstance(fact.value, Price)]


def test_an_amount_inside_a_sentence_of_a_list_is_no_offer(seen: See, edit: Make, source: Site) -> None:
    text = (
        "Very fast: handles a thousand requests a second on a $5 rented server with its default settings, and much "
        "more with another database behind it"
    )
    (sighting,) = seen(edit(None, text, "list", ("StayFeed", "Features")), of=source(url="https://brightvane.example/"))
    assert not [fact for fact in sighting.facts if isinstance(fact.value, Price)]
