"""What was once read wrongly from pages and feeds, and is not any more."""

from collections.abc import Callable

import pytest

from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Appointment, Move, Opening, Price, PriceKind, ProductMove, Regulation
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
Site = Callable[..., Source]
PRICING = "https://brightvane.example/pricing"


def test_a_row_about_a_model_is_no_product_with_the_version_of_its_weight(seen: See, edit: Make, source: Site) -> None:
    row = edit("KT-220R | 230 V | 2.5 kg", "KT-220R | 230 V | 2.7 kg", "table", ("Products",))
    (sighting,) = seen(row, of=source())
    assert not [fact for fact in sighting.facts if isinstance(fact.value, ProductMove)]


def test_a_new_row_goes_by_its_first_cell(seen: See, edit: Make, source: Site) -> None:
    row = edit(None, "KT-300R | 400 V | 2.5 kg", "table", ("Products",))
    (sighting,) = seen(row, of=source())
    (found,) = [fact.value for fact in sighting.facts if isinstance(fact.value, ProductMove)]
    assert (found.name, found.version) == ("KT-300R", None)


@pytest.mark.parametrize("title", ["Gatherly vs. Tabulon", "Gatherly versus Tabulon", "24 months", "12-month contract"])
def test_a_comparison_and_a_term_of_contract_are_no_plans(seen: See, edit: Make, source: Site, title: str) -> None:
    heading = edit(None, title, "heading", ("Plans",))
    amount = edit("$20 / month", "$25 / month", "card", ("Plans", "Fibre 100", title))
    (sighting,) = seen(heading, amount, of=source(url=PRICING))
    prices = [fact.value for fact in sighting.facts if isinstance(fact.value, Price)]
    assert [(one.kind, one.plan) for one in prices] == [(PriceKind.AMOUNT, "Fibre 100")]


@pytest.mark.parametrize(
    "text",
    [
        "Save 20% when you pay for a year.",
        "All plans come with a 30-day free trial.",
        "Every plan: 10% off this month.",
        "15% off annual plans.",
    ],
)
def test_a_line_about_every_plan_belongs_to_none(seen: See, edit: Make, source: Site, text: str) -> None:
    (sighting,) = seen(edit(None, text, "paragraph", ("Plans", "Solo")), of=source(url=PRICING))
    prices = [fact.value for fact in sighting.facts if isinstance(fact.value, Price)]
    assert prices
    assert {one.plan for one in prices} == {None}


@pytest.mark.parametrize(
    "lead",
    [
        "Lena Brandt previously served as Chief Executive Officer of Calder Labs.",
        "Before joining Brightvane, Lena Brandt was appointed Treasurer of Calder Labs.",
        "Lena Brandt joined Calder Labs in 2014 as Chief Financial Officer.",
        "Lena Brandt was named Chief Operating Officer in 2019.",
        "Lena Brandt has been Chief Financial Officer of Calder Labs since 2015.",
    ],
)
def test_a_life_that_is_told_is_no_move(seen: See, entry: Make, source: Site, lead: str) -> None:
    (sighting,) = seen(entry("A word with Lena Brandt", lead), of=source(kind="feed"))
    assert not [fact for fact in sighting.facts if isinstance(fact.value, Appointment)]


def test_where_somebody_served_before_is_where_they_come_from(seen: See, entry: Make, source: Site) -> None:
    lead = "On 1 May Brightvane appointed Lena Brandt as CFO. Ms. Brandt served as Treasurer of Calder."
    (sighting,) = seen(entry("A new Chief Financial Officer", lead), of=source(kind="feed"))
    found = [fact.value for fact in sighting.facts if isinstance(fact.value, Appointment)]
    assert [(one.person, one.move, one.came_from) for one in found] == [("Lena Brandt", Move.JOINED, "Calder")]


def test_a_title_that_speaks_of_a_review_is_no_praise(seen: See, entry: Make, source: Site) -> None:
    (sighting,) = seen(entry("FDA grants Zelvora priority review and approves it"), of=source(kind="feed"))
    assert [fact.value.agency for fact in sighting.facts if isinstance(fact.value, Regulation)] == ["FDA"]


@pytest.mark.parametrize("text", ["Orders over $75 ship free.", "Purchases above €50 come with a gift."])
def test_a_threshold_is_no_price(seen: See, edit: Make, source: Site, text: str) -> None:
    (sighting,) = seen(edit(None, text, "paragraph", ("Delivery",)), of=source(url=PRICING))
    prices = [fact.value for fact in sighting.facts if isinstance(fact.value, Price)]
    assert not [one for one in prices if one.kind is PriceKind.AMOUNT]


def test_a_way_of_working_is_no_place(seen: See, edit: Make, source: Site) -> None:
    line = edit(None, "Product Designer | Lisbon | Full-time", "list", ("Careers",))
    (sighting,) = seen(line, of=source())
    (found,) = [fact.value for fact in sighting.facts if isinstance(fact.value, Opening)]
    assert (found.role, found.place) == ("Product Designer", "Lisbon")
