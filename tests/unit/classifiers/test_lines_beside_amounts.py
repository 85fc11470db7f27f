"""Prices whose name, unit, bound or contract stands in a line of its own beside the amount."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from classifiers.prices.labels import unit_of_cells
from classifiers.wording.money import find_money
from domain.changes import Beside, Edit
from domain.content import Cell
from domain.events import Sighting
from domain.findings import Price
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
Read = Callable[..., Price]


@pytest.fixture
def price(seen: See, edit: Make, source: Callable[..., Source]) -> Read:
    page = source(url="https://brightvane.example/pricing")

    def read(before: str, after: str, beside: Beside, path: tuple[str, ...] = ("Pricing", "Pro")) -> Price:
        (sighting,) = seen(replace(edit(before, after, "card", path), beside=beside), of=page)
        (found,) = [fact.value for fact in sighting.facts if isinstance(fact.value, Price)]
        return found

    return read


@pytest.mark.parametrize(
    ("below", "period", "per"),
    [
        ("per active learner, per month", "month", "active learner"),
        ("/ seat / mo, billed monthly", "month", "seat"),
        ("per year, GST extra", "year", None),
        ("měsíčně", "month", None),
        ("Monthly reports included", None, None),
        ("or $90 a year", None, None),
    ],
)
def test_a_line_below_that_is_a_unit_says_how_often_and_for_what(
    price: Read, below: str, period: str | None, per: str | None
) -> None:
    found = price("$25", "$29", Beside(below=below))
    assert (found.plan, found.period, found.per) == ("Pro", period, per)


@pytest.mark.parametrize(
    ("above", "period", "per"),
    [
        ("Hourly", "hour", None),
        ("Weekly:", "week", None),
        ("Per month", "month", None),
        ("Each user", None, "user"),
        ("Price per seat / month", "month", "seat"),
    ],
)
def test_a_label_above_that_is_a_unit_says_how_often_and_names_no_plan(
    price: Read, above: str, period: str | None, per: str | None
) -> None:
    found = price("$25", "$29", Beside(name=above, above=above))
    assert (found.period, found.per) == (period, per)
    assert found.plan == "Pro"


def test_two_labels_of_different_periods_beside_an_amount_say_none(price: Read) -> None:
    assert price("$25", "$29", Beside(above="Per month", below="Per year")).period is None
    assert price("$25", "$29", Beside(above="per month", below="per year")).period == "year"


@pytest.mark.parametrize(
    ("name", "plan"),
    [("Booster", "Booster"), ("Most popular", None), ("Price per seat", None), ("Save 20% today", None)],
)
def test_a_line_above_names_the_plan_and_a_badge_does_not(price: Read, name: str, plan: str | None) -> None:
    found = price("$25 / month", "$29 / month", Beside(name=name, above=name), ("Pick a plan",))
    assert found.plan in (plan, "$29 / month" if plan is None else plan)


@pytest.mark.parametrize("name", ["For freelancers", "Old price", "New price", "Base fee", "Overages", "Boosters"])
def test_no_line_above_names_an_amount_of_a_plan_with_a_heading_of_its_own(price: Read, name: str) -> None:
    assert price("$20", "$25", Beside(name=name, above=name), ("Pricing", "Starter")).plan == "Starter"


@pytest.mark.parametrize("name", ["For freelancers", "Old price", "New price", "Base fee", "Overages"])
def test_a_line_for_whom_or_which_amount_it_is_names_no_plan(price: Read, name: str) -> None:
    assert price("$20", "$25", Beside(name=name, above=name), ("Pricing", "Glider")).plan == "Glider"


@pytest.mark.parametrize(
    ("heading", "plan"),
    [
        ("1) Silver", "Silver"),
        ("1. Cleaning", "Cleaning"),
        ("Our Family Pass", "Family Pass"),
        ("Our Platinum Card", "Platinum Card"),
        ("Notre Abonnement", "Abonnement"),
        ("Our prices", None),
        ("Our simple prices", None),
        ("Our Services", None),
        ("3. Payment terms", None),
        ("§ 4. Werbung", None),
    ],
)
def test_a_number_or_our_before_a_heading_is_no_part_of_the_plans_name(
    price: Read, heading: str, plan: str | None
) -> None:
    found = price("£60 per day", "£65 per day", Beside(), ("Pricing", heading))
    assert found.plan == (plan or "£65 per day")


def test_a_line_above_that_says_from_makes_a_floor_of_the_amount(price: Read) -> None:
    found = price("$25 / month", "$29 / month", Beside(above="Starting at"))
    assert found.bound == "from"


def test_a_months_amount_that_is_billed_for_a_year_keeps_its_month_and_says_so(price: Read) -> None:
    found = price("$24 billed annually", "$26 billed annually", Beside(above="$29 monthly"))
    assert (found.amount_before, found.amount_after) == (Decimal(24), Decimal(26))
    assert (found.period, found.billed) == ("month", "year")


def test_a_years_amount_that_is_billed_annually_stays_one_of_a_year(price: Read) -> None:
    found = price("$240 billed annually", "$260 billed annually", Beside(above="$29 monthly"))
    assert (found.period, found.billed) == ("year", None)


@pytest.mark.parametrize(
    ("below", "billed"),
    [
        ("Billed annually", "year"),
        ("per seat, billed annually", "year"),
        ("when billed annually", "year"),
        ("Save 20% when billed annually", None),
        ("Not billed annually", None),
        ("Or switch to annual billing", None),
        ("Two months off with annual billing", None),
        ("Billed annually or monthly", None),
    ],
)
def test_a_line_below_tells_the_contract_only_where_it_begins_with_it(
    price: Read, below: str, billed: str | None
) -> None:
    assert price("$59 per month", "$69 per month", Beside(below=below)).billed == billed


@pytest.mark.parametrize(
    ("words", "billed"),
    [
        ("per month when billed annually", "year"),
        ("per month, billed annually", "year"),
        ("per month (not billed annually)", None),
        ("per month, less with annual billing", None),
    ],
)
def test_words_behind_an_amount_that_offer_or_deny_a_contract_are_not_its_own(
    price: Read, words: str, billed: str | None
) -> None:
    assert price(f"$59 {words}", f"$69 {words}", Beside()).billed == billed


@pytest.mark.parametrize("above", ["Web hosting $15 monthly", "$99 monthly", "$9 monthly"])
def test_a_years_amount_below_the_months_amount_of_something_else_stays_one_of_a_year(price: Read, above: str) -> None:
    found = price("$12 billed annually", "$14 billed annually", Beside(above=above), ("Pricing", "Hosting"))
    assert (found.period, found.billed) == ("year", None)


def test_a_name_between_keeps_a_months_amount_from_a_years(
    seen: See, edit: Make, source: Callable[..., Source]
) -> None:
    path = ("Pricing", "Hosting")
    (sighting,) = seen(
        edit("$15 monthly", "$16 monthly", "card", path),
        replace(edit("$12 billed annually", "$14 billed annually", "card", path), beside=Beside(above="Domain name")),
        of=source(url="https://brightvane.example/pricing"),
    )
    prices = [fact.value for fact in sighting.facts if isinstance(fact.value, Price)]
    assert [one.period for one in prices] == ["month", "year"]


@pytest.mark.parametrize(
    ("unit", "period", "per"),
    [
        ("GB", None, "gb"),
        ("per GB", None, "gb"),
        ("User / month", "month", "user"),
        ("month", "month", None),
        ("Best for teams", None, None),
    ],
)
def test_a_column_of_units_says_what_the_amounts_of_a_row_are_paid_for(
    unit: str, period: str | None, per: str | None
) -> None:
    cells = tuple(Cell(header=header, text=text) for header, text in (("", "Disk"), ("Unit", unit), ("Price", "$5")))
    text = f"Disk | {unit} | $5"
    (money,) = find_money(text)
    assert unit_of_cells(text, cells, money) == (period, per)
