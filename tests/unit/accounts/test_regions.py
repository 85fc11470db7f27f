"""What a rival opens is near an account in its city or its region, and not in another region of its country."""

from datetime import UTC, date, datetime

import pytest

from accounts import Names, link
from bench.scale_world import made_event
from domain.accounts import Account, Accounts, Product, Us, Use
from domain.events import Impact, ReasonKind, Stance
from domain.findings import TagName
from domain.sources import Competitor, Subject, SubjectKind

NOW = datetime(2026, 3, 2, 6, tzinfo=UTC)
US = Us(
    name="Fernhold",
    products=(Product(name="Fernhold Dock", rivals=(("Depotix", ("Depotix Sorter", "Depotix Yard")),)),),
)
USES = (Use(competitor="Depotix", product="Depotix Yard"),)


def account(name: str, *places: str, uses: tuple[Use, ...] = USES) -> Account:
    return Account(name=name, places=places, buys=("Fernhold Dock",), also_uses=uses)


def touched(text: str, tag: TagName, *accounts: Account) -> dict[str, Impact]:
    world = Accounts(us=US, accounts=accounts)
    names = Names((Competitor(name="Depotix"),), accounts)
    event = made_event("e", Subject(kind=SubjectKind.COMPETITOR, name="Depotix"), text, (tag,), NOW)
    return {one.account: one for one in link(event, world, names, date(2026, 3, 2))}


def reason_of_place(impact: Impact) -> str:
    return next(one.text for one in impact.reasons if one.kind is ReasonKind.REGION)


@pytest.mark.parametrize(
    ("places", "told", "words"),
    [
        (("Munich", "DE"), True, "Munich is Aldermere's city"),
        (("Bavaria", "DE"), True, "Munich is in Bavaria, where Aldermere is"),
        (("Nürnberg", "DE"), True, "Munich is in Bavaria, where Aldermere is"),
        (("DE",), True, "Munich is in Germany, where Aldermere is"),
        (("Hamburg", "DE"), False, "Munich is in Germany, where Aldermere is"),
    ],
)
def test_a_rival_that_opens_in_a_town_is_told_in_its_region(places: tuple[str, ...], told: bool, words: str) -> None:
    (found,) = touched(
        "Depotix opens a second branch in Munich.", TagName.EXPANSION, account("Aldermere", *places)
    ).values()
    assert (found.told, reason_of_place(found)) == (told, words)


def test_an_opening_in_the_city_of_one_who_buys_what_the_rival_meets_is_told_without_any_use() -> None:
    found = touched(
        "Depotix opens a sales office in Palma.", TagName.EXPANSION, account("Aldermere", "Palma", "ES", uses=())
    )
    assert found["Aldermere"].told


def test_one_who_hires_seeks_people_where_they_are_to_be_based() -> None:
    found = touched(
        "Depotix is hiring a Key Account Manager, based in Ulm.", TagName.HIRING, account("Aldermere", "Ulm", "DE")
    )
    assert found["Aldermere"].told


def test_a_product_that_nobody_runs_is_told_to_nobody_though_its_maker_has_few() -> None:
    found = touched("Depotix Recruit now screens drivers.", TagName.PRODUCT, account("Aldermere", "Hull", "GB"))
    assert not any(one.told for one in found.values())


def test_a_rival_that_somebody_else_chooses_is_only_counted_where_it_runs_already() -> None:
    found = touched("Cartwheel picks Depotix for its depots.", TagName.PARTNERSHIP, account("Aldermere", "Hull", "GB"))
    assert not any(one.told for one in found.values())


@pytest.mark.parametrize(
    ("text", "tag", "stance"),
    [
        ("Depotix Yard Preise: 4,10 € statt 3,60 € je Tor und Monat", TagName.PRICING, Stance.OPPORTUNITY),
        ("Depotix Yard: 1,200 € instead of 1,350 € a year", TagName.PRICING, Stance.THREAT),
        ("Depotix Yard is now 30% cheaper for ports", TagName.PRICING, Stance.THREAT),
        ("Depotix Yard erhält TÜV-Zertifikat", TagName.REGULATORY, Stance.THREAT),
        ("Depotix Yard loses its EU authorisation as it is not renewed", TagName.REGULATORY, Stance.OPPORTUNITY),
    ],
)
def test_the_stance_follows_which_way_it_goes(text: str, tag: TagName, stance: Stance) -> None:
    assert touched(text, tag, account("Aldermere", "Hull", "GB"))["Aldermere"].stance is stance
