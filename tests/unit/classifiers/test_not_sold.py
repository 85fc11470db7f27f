"""Amounts that the company does not ask for become no price of its: others' prices, wages, losses, credits."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from classifiers import present_facts
from domain.changes import Edit
from domain.content import Block, Cell, Extraction, Where
from domain.events import Sighting
from domain.findings import Price, PriceKind
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
PRICING = "https://brightvane.example/pricing"
FORTY_NINE = [("Pro", Decimal(49))]


def page(url: str = PRICING) -> Source:
    subject = Subject(kind=SubjectKind.COMPETITOR, name="Brightvane")
    return Source(name="page", kind=SourceKind.PAGE, url=url, subject=subject, schedule=Schedule(text="1d"))


def priced(*blocks: Block, url: str = PRICING) -> list[tuple[str | None, Decimal | None]]:
    stated = present_facts(Extraction(version="1", blocks=blocks), page(url))
    return [(one.fact.value.plan, one.fact.value.amount_after) for one in stated if isinstance(one.fact.value, Price)]


def text(words: str, *path: str) -> Block:
    return Block(where=Where.PARAGRAPH, path=path or ("Pro",), text=words)


def compared(*cells: tuple[str, str], path: tuple[str, ...] = ("Prices",)) -> Block:
    read = tuple(Cell(header=header, text=words) for header, words in cells)
    return Block(where=Where.TABLE, path=path, text=" | ".join(cell.text for cell in read), cells=read)


@pytest.mark.parametrize(
    "words",
    [
        "Hotels lose $400 to $500 a month without a feed.",
        "Earn from $120,000 to $140,000 a year.",
        "Average customers earn $1,500 per month.",
        "Our customers earn at $1,500 a month.",
        "Account manager: $90,000 a year",
        "Salaries from $90,000 a year",
        "Not available yet: $99 per month",
        "$99 per month (not yet available)",
        "Was $59 per month",
        "Statt 59 € pro Monat",
        "You get a $25 credit.",
        "New hotels start with $20 in free credits.",
        "A late fee of $35 applies.",
        "There is a $35 late fee.",
        "Existing customers keep $39 per month.",
        "Our competitors charge $99 per month.",
        "Our rival Acme costs $129 per month.",
        "Compare: Acme Pro at $79 per month",
        "Other vendors ask for $79 per month.",
        "Acme charges $99 per month.",
        "Andere Mitbewerber verlangen 99 € pro Monat.",
    ],
)
def test_what_nobody_sells_here_is_no_price(words: str) -> None:
    assert priced(text("$49 per month"), text(words)) == FORTY_NINE


@pytest.mark.parametrize(
    "words",
    [
        "$49 per month, less than our competitors",
        "Unlike our competitors, we charge $49 per month.",
        "Competitors charge more: with us it is $49 per month.",
        "It undercuts its rivals at $49 per month.",
        "$49 per month. Earn points with every booking.",
        "Was $59, now $49 per month",
        "$49 per month. Credits never end.",
    ],
)
def test_an_own_price_beside_such_words_stays_one(words: str) -> None:
    assert priced(text(words)) == FORTY_NINE


def test_a_pack_of_credits_and_a_price_per_credit_are_sold() -> None:
    packs = priced(text("$25 credit pack", "Top-ups"), text("$0.02 per credit", "Usage"))
    assert [amount for _, amount in packs] == [Decimal(25), Decimal("0.02")]


@pytest.mark.parametrize("address", ["careers", "en/jobs/account-manager", "company/vacancies"])
def test_a_page_about_work_tells_wages(address: str) -> None:
    assert priced(text("$120,000 a year", "Sales"), url=f"https://brightvane.example/{address}") == []


def test_a_section_about_work_tells_wages() -> None:
    assert priced(text("$49 per month"), text("$60,000 a year", "About", "Open roles")) == FORTY_NINE


def test_a_seller_of_job_adverts_has_prices() -> None:
    url = "https://brightvane.example/jobs/pricing"
    assert priced(text("$49 per job advert"), url=url) == FORTY_NINE


def test_a_column_of_somebody_else_gives_no_price() -> None:
    row = compared(("", "Price per month"), ("Brightvane", "$49"), ("Acme", "$99"))
    assert [amount for _, amount in priced(row)] == [Decimal(49)]


def test_plans_beside_the_own_name_stay_columns() -> None:
    row = compared(("", "Price per month"), ("Brightvane Free", "$0"), ("Pro", "$49"))
    assert Decimal(49) in [amount for _, amount in priced(row)]


@pytest.mark.parametrize("address", ["acme-alternative", "vs-acme", "compare/acme"])
def test_a_page_against_somebody_tells_only_what_it_says_of_the_own(address: str) -> None:
    found = priced(
        compared(("Vendor", "Acme"), ("Price", "$99 per month")),
        compared(("Vendor", "Brightvane"), ("Price", "$49 per month")),
        text("The Growth plan is $79 per month.", "Acme pricing"),
        url=f"https://brightvane.example/{address}",
    )
    assert [amount for _, amount in found] == [Decimal(49)]


def test_a_page_that_compares_own_plans_tells_their_prices() -> None:
    row = compared(("", "Price per month"), ("Pro", "$49"), ("Team", "$99"))
    assert len(priced(row, url="https://brightvane.example/compare-plans")) == 2
    assert len(priced(row, url="https://brightvane.example/compare")) == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Hotels lose $400 per month without us.", "Hotels lose $500 per month without us."),
        ("Earn $120,000 a year", "Earn $140,000 a year"),
        ("Our rival Acme costs $99 per month.", "Our rival Acme costs $129 per month."),
        ("We wait.", "Our rival Acme raised its price from $99 to $129 per month."),
    ],
)
def test_another_amount_of_what_nobody_sells_is_no_rise(
    seen: See, edit: Make, source: Callable[..., Source], before: str, after: str
) -> None:
    made = seen(edit(before, after, "paragraph", ("Pricing",)), of=source(url=PRICING))
    facts = [fact.value for one in made for fact in one.facts if isinstance(fact.value, Price)]
    assert [price for price in facts if price.kind is PriceKind.AMOUNT] == []
    assert all("raises" not in one.headline for one in made)
