"""What a text takes back, denies, got over or calls mended is no trouble of a rival's, and no chance for us."""

from datetime import UTC, datetime

import pytest

from accounts import Names, link
from accounts.reading.undone import without_undone
from bench.scale_world import made_event
from domain.accounts import Account, Accounts, Product, Us, Use
from domain.events import Impact, Stance
from domain.findings import TagName
from domain.sources import Competitor, Subject, SubjectKind

SEEN = datetime(2026, 2, 20, 6, tzinfo=UTC)
RIVAL = Subject(kind=SubjectKind.COMPETITOR, name="Depotix")
OURS = Product(name="Keld Gate", topics=("parking kiosks",), rivals=(("Depotix", ("Depotix Kiosk",)),))
MARLOWE = Account(
    name="Marlowe Parking",
    places=("Leeds", "GB"),
    buys=("Keld Gate",),
    also_uses=(Use(competitor="Depotix", product="Depotix Kiosk"),),
)
WORLD = Accounts(us=Us(name="Keld", products=(OURS,)), accounts=(MARLOWE,))
NAMES = Names((Competitor(name="Depotix"), Competitor(name="Ticketra")), WORLD.accounts)


def marlowe(text: str, *tags: TagName) -> Impact | None:
    found = link(made_event("E", RIVAL, text, tags, SEEN), WORLD, NAMES, SEEN.date())
    return next((impact for impact in found if impact.told), None)


def stance(text: str, *tags: TagName) -> Stance | None:
    impact = marlowe(text, *tags)
    return impact.stance if impact else None


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Depotix reverses its price increase for Depotix Kiosk", TagName.PRICING),
        ("Depotix postpones the price increase of Depotix Kiosk", TagName.PRICING),
        ("The price increase of Depotix Kiosk has been called off", TagName.PRICING),
        ("Depotix takes back the retirement of Depotix Kiosk", TagName.PRODUCT),
        ("Depotix Kiosk will not be discontinued, Depotix says", TagName.PRODUCT),
        ("After protests, the Depotix Kiosk price rise is put on hold", TagName.PRICING),
        ("Depotix promises not to raise prices of Depotix Kiosk before 2029", TagName.PRICING),
        ("Antitrust probe into Depotix closed without charges", TagName.SETBACK),
        ("Depotix averts strike at its support desk", TagName.SETBACK),
        ("Depotix denies that data of Depotix Kiosk leaked", TagName.SETBACK),
        ("Depotix is not affected by the breach at Quayside, it says", TagName.SETBACK),
        ("Depotix wins its appeal, the fine is annulled", TagName.SETBACK),
        ("Depotix emerges from creditor protection with new money", TagName.SETBACK),
        ("Depotix rehires staff that it laid off in May", TagName.SETBACK),
        ("Depotix Kiosk: bug that lost tickets is fixed", TagName.PRODUCT),
        ("Depotix Kiosk update fixes delays and missing receipts", TagName.PRODUCT),
        ("Depotix Kiosk no longer crashes after the update", TagName.PRODUCT),
        ("Depotix freezes prices of Depotix Kiosk until 2028", TagName.PRICING),
        ("Depotix guarantees Depotix Kiosk prices for three years", TagName.PRICING),
    ],
)
def test_what_is_undone_denied_or_mended_is_watched_at_most(text: str, tag: TagName) -> None:
    assert stance(text, tag) in (None, Stance.WATCH)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Depotix raises the price of Depotix Kiosk and calls off its fair", TagName.PRICING),
        ("Depotix Kiosk was down for nine hours; no data was lost", TagName.SETBACK),
        ("Depotix Kiosk outage is resolved after nine hours", TagName.SETBACK),
        ("Depotix denies that it hid the breach: hackers stole records of customers", TagName.SETBACK),
        ("Depotix freezes hiring and lays off 90 people in Leeds", TagName.SETBACK),
        ("Depotix came into administration on Friday", TagName.SETBACK),
    ],
)
def test_trouble_that_stays_beside_what_is_undone_is_a_chance_all_the_same(text: str, tag: TagName) -> None:
    assert stance(text, tag) is Stance.OPPORTUNITY


def test_what_gets_worse_gains_nothing() -> None:
    assert stance("Depotix Kiosk gets slower after the update, users complain") is Stance.OPPORTUNITY


def test_a_fault_that_is_mended_goes_only_where_no_setback_is_told() -> None:
    text = "kiosk bug that lost tickets is fixed"
    assert "bug" in without_undone(text, mended=False)
    assert "bug" not in without_undone(text, mended=True)


def test_only_the_clause_is_struck_that_is_undone() -> None:
    struck = without_undone("depotix denies that data leaked, raises prices by 9%", mended=True)
    assert struck.split() == ["depotix", ",", "raises", "prices", "by", "9%"]


@pytest.mark.parametrize(
    "text",
    [
        "Marlowe Parking leaves Depotix after three years",
        "Marlowe Parking ends its contract with Depotix",
        "Marlowe Parking replaces Depotix with Northclear",
        "Marlowe Parking lets its Depotix licence lapse",
        "Marlowe Parking will not renew its agreement with Depotix",
        "Depotix loses its contract with Marlowe Parking",
        "Depotix loses Marlowe Parking as a customer",
    ],
)
def test_an_account_that_parts_with_a_rival_is_a_chance(text: str) -> None:
    assert stance(text, TagName.PARTNERSHIP) is Stance.OPPORTUNITY


@pytest.mark.parametrize(
    "text",
    [
        "Marlowe Parking replaces Northclear with Depotix",
        "Marlowe Parking drops its own kiosks for Depotix",
        "Marlowe Parking leaves Ticketra for Depotix",
        "Marlowe Parking denies that it leaves Depotix, signs for five more years with Depotix",
        "Marlowe Parking renews its contract with Depotix",
    ],
)
def test_an_account_that_comes_to_a_rival_or_stays_is_a_threat(text: str) -> None:
    assert stance(text, TagName.PARTNERSHIP) is Stance.THREAT
