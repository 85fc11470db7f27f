"""An invented haulage world, labelled by the readers' rule before any tuning, against fitting to one file."""

from datetime import UTC, date, datetime

import pytest

from accounts import MAIL_THRESHOLD, Names, link
from domain.accounts import Account, Accounts, Product, Us, Use
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.events import Event, Impact, Sighting, Stance
from domain.findings import Tag, TagName
from domain.sources import Competitor, SourceKind, Subject, SubjectKind

NOW = datetime(2026, 3, 2, 6, tzinfo=UTC)

RIVALS = (
    Competitor(name="Trackline", aliases=("Trackline Telematics Inc.",)),
    Competitor(name="Motivane"),
    Competitor(name="Depotix", aliases=("Depotix Robotics GmbH",)),
    Competitor(name="Frostkey"),
)

US = Us(
    name="Fernhold",
    products=(
        Product(
            name="Fernhold Fleet",
            topics=("vehicle tracking", "tachograph", "fuel cards"),
            rivals=(("Trackline", ("Trackline Vision", "Trackline Fuel")), ("Motivane", ("Motivane Pro",))),
        ),
        Product(
            name="Fernhold Dock",
            topics=("warehouse robots", "pallet sorting", "yard management"),
            rivals=(("Depotix", ("Depotix Sorter", "Depotix Yard")),),
        ),
        Product(
            name="Fernhold Cold",
            topics=("temperature monitoring", "cold chain"),
            rivals=(("Trackline", ("Trackline Reefer",)), ("Frostkey", ("Frostkey Logger",))),
        ),
        Product(name="Fernhold Pay", topics=("toll payments",), rivals=(("Motivane", ("Motivane Toll",)),)),
    ),
)

ACCOUNTS = (
    Account(
        name="Aldermere Haulage Ltd",
        aliases=("Aldermere",),
        industry="road haulage",
        places=("Hull", "GB"),
        buys=("Fernhold Fleet", "Fernhold Pay"),
        also_uses=(Use(competitor="Trackline", product="Trackline Vision"),),
        bound_by=("EU Mobility Package", "DVSA"),
        topics=("tachograph", "toll payments"),
    ),
    Account(
        name="Brennick Foods plc",
        aliases=("Brennick",),
        industry="food processing",
        places=("Leeds", "GB", "Cork", "IE"),
        buys=("Fernhold Cold",),
        also_uses=(Use(competitor="Frostkey", product="Frostkey Logger"),),
        topics=("cold chain",),
    ),
    Account(
        name="Cordova Pharma Logistics SA",
        aliases=("Cordova",),
        industry="pharmaceutical logistics",
        places=("Madrid", "ES"),
        buys=("Fernhold Cold", "Fernhold Dock"),
        also_uses=(Use(competitor="Trackline", product="Trackline Reefer"),),
        bound_by=("EU GDP guideline",),
        topics=("temperature monitoring", "cold chain"),
    ),
    Account(
        name="Dunmore Parcel",
        industry="parcel delivery",
        places=("Warsaw", "PL", "Gdańsk", "PL"),
        buys=("Fernhold Dock",),
        also_uses=(Use(competitor="Depotix", product="Depotix Sorter (two-belt)"),),
        topics=("pallet sorting", "warehouse robots"),
    ),
    Account(
        name="Harbour Lines AB",
        aliases=("Harbour",),
        ambiguous=True,
        industry="shipping",
        places=("Gothenburg", "SE"),
        buys=("Fernhold Dock", "Fernhold Pay"),
        also_uses=(Use(competitor="Motivane", product="Motivane Toll"),),
        topics=("yard management", "toll payments"),
    ),
    Account(
        name="Eastmoor Council",
        industry="local government",
        places=("Norwich", "GB"),
        buys=("Fernhold Fleet",),
        also_uses=(Use(competitor="Motivane", product="Motivane Pro"),),
        topics=("electric vans", "vehicle tracking"),
    ),
    Account(
        name="Falkenried Chemie GmbH",
        industry="chemicals",
        places=("Hamburg", "DE"),
        buys=("Fernhold Fleet", "Fernhold Cold"),
        bound_by=("ADR dangerous goods",),
        topics=("dangerous goods",),
        partners=("Ostwall Bahn",),
    ),
    Account(
        name="Grenfell Grocers",
        industry="grocery retail",
        places=("Bristol", "GB"),
        buys=("Fernhold Cold", "Fernhold Dock"),
        also_uses=(Use(competitor="Depotix", product="Depotix Yard"),),
        topics=("yard management",),
    ),
)

WORLD = Accounts(us=US, accounts=ACCOUNTS)
NAMES = Names(RIVALS, ACCOUNTS)

# (company, tags, text, accounts to tell with the stance, accounts that are at most counted)
Row = tuple[str, tuple[str, ...], str, dict[str, str], tuple[str, ...]]
ROWS: tuple[Row, ...] = (
    ("Trackline", ("pricing",), "Trackline Vision price increase of 12% in the United Kingdom from 1 March",
     {"Aldermere": "opportunity"}, ("Eastmoor",)),
    ("Depotix", ("product",), "Retirement: support for the Depotix Sorter two-belt controller ends on 30 June 2027",
     {"Dunmore": "opportunity"}, ("Cordova", "Grenfell", "Harbour")),
    ("Frostkey", ("product",), "Frostkey Logger now available in Ireland", {"Brennick": "threat"}, ("Cordova",)),
    ("Motivane", (), "Motivane wins Best Workplace award for the third year", {}, ()),
    ("Harbour Lines AB", ("executive",), "Harbour Lines names Eva Lindqvist chief operating officer",
     {"Harbour": "watch"}, ()),
    ("Depotix", (), "The harbour expects a busy summer, and so do its crane drivers, says Depotix in a blog", {}, ()),
    ("ec.example", ("regulatory",), "EU Commission amends the EU GDP guideline on temperature monitoring of medicines",
     {"Cordova": "opportunity"}, ()),
    ("Trackline", ("partnership",), "Ostwall Bahn signs a three-year agreement with Trackline",
     {}, ("Falkenried", "Aldermere", "Cordova")),
    ("Depotix", ("partnership",), "Depotix Robotics acquires Frostkey for EUR 40 million",
     {"Brennick": "watch"}, ("Dunmore", "Grenfell", "Cordova")),
    ("dunmore.example", ("expansion",), "Dunmore Parcel opens a sorting hub in Gdansk and orders 400 electric vans",
     {"Dunmore": "opportunity"}, ()),
    ("Motivane", ("partnership",), "Aldermere Haulage signs a three-year agreement with Motivane",
     {"Aldermere": "threat"}, ()),
    ("Brennick Foods plc", ("financial",), "Brennick Foods declares an interim dividend of 4p", {}, ()),
    ("Trackline", ("executive",), "Trackline appoints Jo Marsh as chief financial officer", {}, ()),
    ("kestrel.example", (), "Survey of hauliers in the United Kingdom finds fuel is the first worry", {}, ()),
    ("Motivane", ("product",), "Motivane Toll adds Sweden and Norway", {"Harbour": "threat"}, ("Aldermere",)),
    ("Trackline", ("product",), "Trackline Reefer launches same-day sensor swaps in Madrid", {"Cordova": "threat"}, ()),
    ("Trackline", ("product",), "Generally available: Trackline Vision dashcam API in Brazil", {}, ("Aldermere",)),
    ("Falkenried Chemie GmbH", (), "Falkenried Chemie to spin off its plastics unit", {"Falkenried": "watch"}, ()),
    ("Frostkey", ("product",), "Frostkey hosts a summit on artificial intelligence in Hamburg", {}, ()),
    ("Trackline", ("partnership",), "Trackline partners with a parcel delivery start-up in Poland", {}, ()),
    ("Motivane", ("pricing",), "Motivane Pro: price reduction of 20 percent for all customers",
     {"Eastmoor": "threat"}, ("Aldermere", "Falkenried")),
)  # fmt: skip


def event(company: str, tags: tuple[str, ...], text: str) -> Event:
    """A feed entry as the pipeline would see it, about the company it is filed under."""
    whom = next((mention.subject for mention in NAMES.find(company)), None)
    subject = whom or Subject(kind=SubjectKind.MARKET, name=company)
    edit = Edit(key="e", kind=EditKind.ADDED, where=Where.ENTRY, path=(text,), before=None, after=text, title=text)
    found = tuple(Tag(tag=TagName(tag), confidence=1.0, rule="test", quotes=()) for tag in tags)
    sighting = Sighting(
        key="s", change="c", source="news", source_kind=SourceKind.FEED, url="https://news.example/", subject=subject,
        edits=(edit,), tags=found, facts=(), headline=text, happened_on=None, first_seen=NOW, last_confirmed=NOW, seq=1,
    )  # fmt: skip
    return Event(
        id="E1", subject=subject, headline=text, sightings=(sighting,), tags=found, facts=(), happened_on=None,
        first_seen=NOW, last_confirmed=NOW,
    )  # fmt: skip


def told(company: str, tags: tuple[str, ...], text: str) -> dict[str, Impact]:
    """First word of the account's name -> its impact, of those above the mail's threshold."""
    impacts = link(event(company, tags, text), WORLD, NAMES, date(2026, 3, 2))
    return {impact.account.split()[0]: impact for impact in impacts if impact.score >= MAIL_THRESHOLD}


@pytest.mark.parametrize(("company", "tags", "text", "tell", "counted"), ROWS, ids=lambda value: str(value)[:40])
def test_only_the_accounts_an_event_has_a_consequence_for_are_told(
    company: str, tags: tuple[str, ...], text: str, tell: dict[str, str], counted: tuple[str, ...]
) -> None:
    found = told(company, tags, text)
    assert set(found) == set(tell)
    assert not set(found) & set(counted)
    for account, stance in tell.items():
        assert found[account].stance is Stance(stance)


def test_an_empty_world_is_no_error() -> None:
    nobody = Accounts(us=Us(name="Fernhold"))
    row = ROWS[0]
    assert link(event(row[0], row[1], row[2]), nobody, Names((), ()), date(2026, 3, 2)) == ()


def test_linking_is_the_same_whatever_the_order_of_the_accounts() -> None:
    backwards = Accounts(us=US, accounts=ACCOUNTS[::-1])
    for company, tags, text, _, _ in ROWS:
        happening = event(company, tags, text)
        there = link(happening, WORLD, NAMES, date(2026, 3, 2))
        assert link(happening, backwards, NAMES, date(2026, 3, 2)) == there
