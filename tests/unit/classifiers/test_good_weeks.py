"""The signals of a good week get the tags, facts and headlines a reader expects."""

from collections.abc import Callable
from decimal import Decimal

from classifiers import group
from domain.changes import Edit
from domain.events import Sighting
from domain.findings import (
    Appointment,
    Figure,
    Move,
    Opening,
    Partnership,
    Price,
    PriceKind,
    ProductMove,
    Regulation,
    TagName,
)
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
Site = Callable[..., Source]


def tags(sighting: Sighting) -> set[TagName]:
    return {tag.tag for tag in sighting.tags}


def test_price_tiers_on_a_page_that_had_none(seen: See, edit: Make, source: Site) -> None:
    tiers = {"Lite": 500, "Basic": "1,000", "Pro": "4,000", "Team": "9,000", "Scale": "15,000", "Max": "28,000"}
    path = ("Google Hotels API", "Pricing")
    rows = [
        edit(None, f"{plan} | ${price} / month", "table", path, cells=(("Plan", plan), ("Price", f"${price} / month")))
        for plan, price in tiers.items()
    ]
    (sighting,) = seen(edit("Contact us for a quote.", None, path=path), *rows, of=source("Scrapingdog"))
    prices = [fact.value for fact in sighting.facts if isinstance(fact.value, Price)]
    found = [price for price in prices if price.kind is PriceKind.AMOUNT]
    assert [price.plan for price in found] == list(tiers)
    assert {(price.currency, price.period) for price in found} == {("USD", "month")}
    assert found[-1].amount_after == Decimal(28000)
    assert sighting.headline == "Scrapingdog adds six price tiers to Google Hotels API, $500 to $28,000 a month"
    assert tags(sighting) == {TagName.PRICING}


def test_a_federal_registration(seen: See, entry: Make, source: Site) -> None:
    lead = "The herbicide may be applied over the top of dicamba-tolerant crops from February 2026."
    title = "BASF's Engenia herbicide receives federal registration from U.S. EPA"
    (sighting,) = seen(entry(title, lead), of=source("BASF", "feed"))
    (rule,) = [fact.value for fact in sighting.facts if isinstance(fact.value, Regulation)]
    assert (rule.what, rule.agency, rule.product) == ("registration", "EPA", "Engenia")
    assert tags(sighting) == {TagName.REGULATORY}


def test_an_agreement_of_two_parties_with_its_region(seen: See, entry: Make, source: Site) -> None:
    title = "Tilray's CC Pharma enters an agreement with Smartway Pharmaceuticals to widen availability in the UK"
    (sighting,) = seen(entry(title), of=source("Tilray", "feed"))
    (deal,) = [fact.value for fact in sighting.facts if isinstance(fact.value, Partnership)]
    assert (deal.parties, deal.region) == (("CC Pharma", "Smartway Pharmaceuticals"), "UK")
    assert tags(sighting) == {TagName.PARTNERSHIP}


def test_a_compliance_page_with_a_swapped_testimonial(seen: See, edit: Make, source: Site) -> None:
    after = "Our platform is FedRAMP 20x Moderate authorized on AWS GovCloud."
    (sighting,) = seen(
        edit("Our platform helps you get FedRAMP ready.", after, path=("FedRAMP",)),
        edit(None, "SSP generation", "list", ("FedRAMP", "Features")),
        edit("“A relief.” Jo Ray, CEO of Calder", "“Done in weeks.” Al Kim, CTO of Penhale", path=("FedRAMP",)),
        of=source("Vanta", url="https://vanta.example/products/fedramp"),
    )
    assert tags(sighting) == {TagName.REGULATORY, TagName.PRODUCT}
    rule = next(fact.value for fact in sighting.facts if isinstance(fact.value, Regulation))
    assert (rule.name, rule.level) == ("FedRAMP", "20x Moderate")
    start = "Vanta's FedRAMP page now says “20x Moderate authorized on AWS GovCloud”; adds SSP generation to “Features”"
    assert sighting.headline.startswith(start)


def test_results_are_financial_and_not_executive_because_a_chief_is_quoted(
    seen: See, entry: Make, source: Site
) -> None:
    lead = (
        "Revenue EUR 35M (+14%), EBITDA EUR 18M (+27%), net profit EUR 10M (+48%), 9,000+ merchants (+48%), "
        "790,000 users (+20%), said CEO Mikk Metsa."
    )
    (sighting,) = seen(entry("ESTO Group reports 2025", lead), of=source("ESTO Group", "feed"))
    figures = {f.value.metric: f.value for f in sighting.facts if isinstance(f.value, Figure)}
    assert {name: (figure.amount, figure.growth) for name, figure in figures.items()} == {
        "revenue": (Decimal(35_000_000), Decimal(14)),
        "EBITDA": (Decimal(18_000_000), Decimal(27)),
        "net profit": (Decimal(10_000_000), Decimal(48)),
        "merchants": (Decimal(9_000), Decimal(48)),
        "users": (Decimal(790_000), Decimal(20)),
    }
    assert [name for name, figure in figures.items() if figure.at_least] == ["merchants"]
    assert tags(sighting) == {TagName.FINANCIAL}


def test_one_list_item_that_took_anothers_place(seen: See, edit: Make, source: Site) -> None:
    expected = "CapCut replaces “Happy Horse 1.0” with “GPT Image 2” in “AI tools”"
    path = ("AI tools",)
    (one,) = seen(edit("Happy Horse 1.0", "GPT Image 2", "list", path), of=source("CapCut"))
    (two,) = seen(
        edit("Happy Horse 1.0", None, "list", path), edit(None, "GPT Image 2", "list", path), of=source("CapCut")
    )
    for sighting in (one, two):
        assert sighting.headline == expected
        assert tags(sighting) == {TagName.PRODUCT}
        (move,) = [fact.value for fact in sighting.facts if isinstance(fact.value, ProductMove)]
        assert (move.name, move.before, move.move) == ("GPT Image 2", "Happy Horse 1.0", "replaced")


def test_a_head_of_regulatory_affairs_is_executive_and_regulatory(seen: See, entry: Make, source: Site) -> None:
    lead = "She joins months before the EU wallet rule takes effect."
    title = "Veridale hires Lena Brandt as head of regulatory affairs"
    (sighting,) = seen(entry(title, lead), of=source("Veridale", "feed"))
    (move,) = [fact.value for fact in sighting.facts if isinstance(fact.value, Appointment)]
    assert (move.person, move.role, move.move) == ("Lena Brandt", "head of regulatory affairs", Move.JOINED)
    assert tags(sighting) == {TagName.EXECUTIVE, TagName.REGULATORY}


def test_three_roles_of_one_kind_in_one_city_are_one_event(seen: See, edit: Make, source: Site) -> None:
    cells = (("Title", "Key Account Manager"), ("Location", "Leeds"))
    text = "Title: Key Account Manager\nLocation: Leeds"
    records = [
        edit(None, text, "record", (str(n), "Key Account Manager"), title="Key Account Manager", cells=cells)
        for n in range(3)
    ]
    sightings = seen(*records, of=source("Brightvane", "registry"))
    assert len(sightings) == 3
    (event,) = group(sightings, {}, iter(("E1",)).__next__)
    (opening,) = [fact.value for fact in event.facts if isinstance(fact.value, Opening)]
    assert (opening.role, opening.place, opening.count) == ("Key Account Manager", "Leeds", 3)
    assert event.headline == "Brightvane opens three Key Account Manager roles in Leeds"
    assert [tag.tag for tag in event.tags] == [TagName.HIRING]


def test_a_quiet_change_of_testimonials_gets_no_tag(seen: See, edit: Make) -> None:
    (sighting,) = seen(edit("“A relief.” Jo Ray, CEO of Calder", "“Done in weeks.” Al Kim, CTO of Penhale"))
    assert not sighting.tags
    assert not sighting.facts


def test_the_row_that_names_the_columns_of_a_new_table_is_no_feature(seen: See, edit: Make, source: Site) -> None:
    path = ("Hotels API", "Pricing")
    (sighting,) = seen(
        edit(None, "Tier | Price", "table", path, cells=(("", "Tier"), ("", "Price"))),
        edit(None, "Entry | $500 a month", "table", path, cells=(("Tier", "Entry"), ("Price", "$500 a month"))),
        edit(None, "Global | $900 a month", "table", path, cells=(("Tier", "Global"), ("Price", "$900 a month"))),
        of=source(url="https://brightvane.example/products/hotels-api"),
    )
    assert not [fact for fact in sighting.facts if isinstance(fact.value, ProductMove)]
    assert sighting.headline == "Brightvane adds two price tiers to Hotels API, $500 to $900 a month"
