# ruff: noqa: E501 (a problem stands on one line here, as on the screen)
"""`accounts.yaml`: what each key becomes, what must agree with `sources.yaml`, and every mistake with its place."""

from datetime import date, time
from decimal import Decimal

import pytest

from config.accounts_file import read_accounts
from domain.accounts import Accounts, AlertRule, Alerts, Mute, Person, Product, Renewal, Revenue, Use
from domain.sources import Competitor, Origin, Sources

SOURCES = Sources(competitors=(Competitor(name="Scrapingdog"), Competitor(name="Vanta")), sources=())
US = "us: {name: Halden, products: [{name: Hotel Rates}]}\n"
PEOPLE = "people: {ines: {name: Ines, email: ines@halden.example, zone: Europe/Paris}}\n"
HEAD = US + PEOPLE + "accounts:\n  - name: Marlowe\n"


def told(text: str, sources: Sources | None = SOURCES) -> list[str]:
    _, problems = read_accounts(text, "accounts.yaml", sources)
    return [str(problem).removeprefix("accounts.yaml:") for problem in problems]


def read(text: str) -> Accounts:
    accounts, problems = read_accounts(text, "accounts.yaml", SOURCES)
    assert problems == ()
    return accounts


def test_every_key_of_an_account_is_read() -> None:
    found = read(
        HEAD
        + """\
    aliases: [Marlowe Group]
    former_names: Marlow & Sons
    tickers: [MRL]
    domains: [marlowe.example]
    ambiguous: true
    tier: key
    owner: ines
    team: [ines]
    industry: travel
    places: [London, NO]
    buys: [Hotel Rates]
    also_uses: {Scrapingdog: [Google Hotels API, SERP API], Vanta: null}
    bound_by: [DORA]
    topics: [hotel prices]
    partners: [Calder]
    revenue: 250k-500k EUR
    renewal: {ends: 2027-07-01, notice: 2027-04-02, auto: true}
    next_meeting: 2027-03-11
    mute: [{tag: hiring, competitor: Vanta, until: 2027-06-30, why: Enough}]
"""
    ).accounts[0]
    assert (found.aliases, found.former_names, found.tickers) == (("Marlowe Group",), ("Marlow & Sons",), ("MRL",))
    assert (found.domains, found.ambiguous, found.tier) == (("marlowe.example",), True, "key")
    assert (found.owner, found.team, found.industry) == ("ines", ("ines",), "travel")
    assert found.places == ("London", "NO"), "Norway is not false"
    assert found.buys == ("Hotel Rates",)
    assert found.also_uses == (
        Use(competitor="Scrapingdog", product="Google Hotels API"),
        Use(competitor="Scrapingdog", product="SERP API"),
        Use(competitor="Vanta", product=None),
    )
    assert (found.bound_by, found.topics, found.partners) == (("DORA",), ("hotel prices",), ("Calder",))
    assert found.revenue == Revenue(low=Decimal(250000), high=Decimal(500000), currency="EUR", text="250k-500k EUR")
    assert found.renewal == Renewal(ends=date(2027, 7, 1), notice=date(2027, 4, 2), auto=True)
    assert found.next_meeting == date(2027, 3, 11)
    assert found.mute == (Mute(why="Enough", tag="hiring", competitor="Vanta", until=date(2027, 6, 30)),)
    assert found.origin == Origin(file="accounts.yaml", line=4)


def test_our_products_name_the_rivals_they_meet() -> None:
    text = """\
us:
  name: Halden
  products:
    - name: Hotel Rates
      topics: hotel prices
      rivals: {Scrapingdog: Google Hotels API, Vanta: null}
"""
    assert read(text).us.products == (
        Product(
            name="Hotel Rates",
            topics=("hotel prices",),
            rivals=(("Scrapingdog", ("Google Hotels API",)), ("Vanta", ())),
        ),
    )


def test_a_person_reads_on_monday_at_seven_unless_told_otherwise() -> None:
    ada = "  ada: {name: Ada, email: ada@halden.example, zone: UTC, digest: friday 16:30, analyst: true}\n"
    people = read(US + "people:\n  ines: {name: Ines, email: ines@halden.example, zone: Europe/Paris}\n" + ada).people
    assert people == (
        Person(key="ines", name="Ines", email="ines@halden.example", zone="Europe/Paris"),
        Person(
            key="ada",
            name="Ada",
            email="ada@halden.example",
            zone="UTC",
            digest_day=4,
            digest_time=time(16, 30),
            analyst=True,
        ),
    )


@pytest.mark.parametrize(
    ("written", "low", "high", "currency"),
    [
        ("410000 EUR", 410_000, 410_000, "EUR"),
        ("410,000 eur", 410_000, 410_000, "EUR"),
        ("410 000 EUR", 410_000, 410_000, "EUR"),
        ("1.25m USD", 1_250_000, 1_250_000, "USD"),
        ("250-500k EUR", 250_000, 500_000, "EUR"),
        ("900k-1.2M GBP", 900_000, 1_200_000, "GBP"),
    ],
)
def test_revenue_is_an_amount_or_a_band(written: str, low: int, high: int, currency: str) -> None:
    found = read(HEAD + f"    revenue: {written}\n").accounts[0].revenue
    assert found is not None
    assert (found.low, found.high, found.currency) == (Decimal(low), Decimal(high), currency)


def test_topics_are_read_as_narrow_to_broad() -> None:
    topics = read(US + "topics: {dicamba: weed control, weed control: crop protection}\n").topics
    assert topics == (("dicamba", "weed control"), ("weed control", "crop protection"))


def test_topics_may_be_nested_under_the_broad_one() -> None:
    topics = read(US + "topics:\n  agriculture:\n    crop protection: [dicamba, engenia]\n    seeds:\n").topics
    assert topics == (
        ("crop protection", "agriculture"),
        ("dicamba", "crop protection"),
        ("engenia", "crop protection"),
        ("seeds", "agriculture"),
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("ownr: ines", "5:5: unknown key 'ownr' (did you mean 'owner'?)"),
        ("owner: inez", "5:12: 'inez' is not under people (did you mean 'ines'?)"),
        ("team: [ines, owen]", "5:18: 'owen' is not under people (known: ines)"),
        ("buys: [Hotel Rate]", "5:12: we sell no 'Hotel Rate' (did you mean 'Hotel Rates'?)"),
        ("also_uses: {Scrapingdg: x}", "5:17: sources.yaml has no competitor 'Scrapingdg' (did you mean 'Scrapingdog'?)"),
        ("also_uses: Vanta", "5:16: 'Vanta' stands where keys and values belong (write it as {Vanta: Trust Center}, or {Vanta: null})"),
        ("renewal: 2027-07-01", "5:14: '2027-07-01' stands where keys and values belong (write it as {ends: 2027-07-01, notice: 2027-04-02})"),
        ("mute: hiring", "5:11: 'hiring' stands where keys and values belong (write it as [{tag: hiring, until: 2027-06-30, why: Their freeze}])"),
        ("revenue: 410000", "5:14: '410000' is no revenue (write 410000 EUR, or a band: 250k-500k EUR)"),
        ("revenue: €410k", "5:14: '€410k' is no revenue (write 410000 EUR, or a band: 250k-500k EUR)"),
        ("revenue: 410.000 EUR", "5:14: '410.000 EUR' is no revenue (write 410000 EUR, or a band: 250k-500k EUR)"),
        ("revenue: 500k-250k EUR", "5:14: the band '500k-250k EUR' runs downwards (write the smaller end first)"),
        ("renewal: {ends: 2027-07-01}", "5:14: 'notice' is missing (add 'notice: ...')"),
        ("renewal: {ends: 2027-07-01, notice: 2027-07-02}", "5:14: notice 2027-07-02 is after the end 2027-07-01 (notice is the last day to cancel)"),
        ("renewal: {ends: 01/07/2027, notice: 2027-04-02}", "5:21: '01/07/2027' is not a day (write it as 2026-07-01)"),
        ("next_meeting: 1798761600", "5:19: '1798761600' is not a day (write it as 2026-07-01)"),
        ("mute: [{tag: hiring}]", "5:12: 'why' is missing (add 'why: ...')"),
        ("mute: [{why: x}]", "5:12: a mute names a tag or a competitor (write {tag: hiring, until: 2026-06-30, why: ...})"),
        ("mute: [{tag: hirng, why: x}]", "5:18: unknown tag 'hirng' (did you mean 'hiring'?)"),
        ("mute: {competitor: Acme, why: x}", "5:24: sources.yaml has no competitor 'Acme' (known: Scrapingdog, Vanta)"),
        ("domains: marlowe", "5:14: 'marlowe' is not a domain (write acme.example)"),
        ("ambiguous: perhaps", "5:16: 'perhaps' is neither true nor false (write true or false)"),
    ],
)  # fmt: skip
def test_a_mistake_in_an_account_is_told_with_its_place(line: str, said: str) -> None:
    assert told(HEAD + f"    {line}\n") == [said]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("email: ines", "2:53: 'ines' is no mail address (write it as ines@halden.example)"),
        ("email: 'a@b.example, c@d.example'", "2:53: 'a@b.example, c@d.example' is no mail address (write it as ines@halden.example)"),
        ("zone: Paris", "2:52: unknown zone 'Paris' (write it as Europe/Berlin, America/New_York or UTC)"),
        ("digest: 1 07:00", "2:54: weekday number 1 (numbers mean other days elsewhere; write mon, tue, wed, thu, fri, sat, sun)"),
        ("digest: mon 7 am", "2:54: 'mon 7 am' is no day and hour (write mon 07:00)"),
        ("digest: mon 24:00", "2:54: '24:00' is no time of day (write it as 07:00)"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_person_is_told_with_its_place(entry: str, said: str) -> None:
    person = {"email": "a@b.example", "zone": "UTC"}
    person.pop(entry.split(":")[0], None)
    rest = "".join(f", {key}: {value}" for key, value in person.items())
    assert told(US + f"people: {{ines: {{name: Ines Moreau of Halden, {entry}{rest}}}}}\n") == [said]


def test_a_person_is_called_by_a_short_name() -> None:
    line = "people: {Ines Moreau: {name: Ines, email: ines@halden.example, zone: UTC}}\n"
    assert told(US + line) == ["2:10: 'Ines Moreau' cannot be a person's key (small letters, digits, dashes)"]


def test_a_rival_must_be_a_competitor() -> None:
    text = "us: {name: Halden, products: [{name: Rates, rivals: {Vannta: null}}, {name: rates}]}\n"
    assert told(text) == [
        "1:54: sources.yaml has no competitor 'Vannta' (did you mean 'Vanta'?)",
        "1:77: the product 'rates' is given twice (keep one)",
    ]


def test_rivals_are_not_checked_where_the_sources_could_not_be_read() -> None:
    assert told("us: {name: Halden, products: [{name: Rates, rivals: {Acme: null}}]}\n", None) == []


def test_a_name_leads_to_one_account() -> None:
    text = (
        US + "accounts:\n  - {name: Marlowe Travel, aliases: [Marlowe]}\n  - {name: Marlowe Rail, aliases: [MARLOWE]}\n"
    )
    assert told(text) == [
        "4:36: 'MARLOWE' names two accounts (it stands in accounts.yaml:3 already; a name leads to one account)"
    ]


def test_a_topic_is_not_broader_than_itself() -> None:
    text = US + "topics:\n  a: b\n  b: c\n  c: a\n"
    assert told(text) == ["5:3: 'c' would be broader than itself (a tree runs from narrow to broad only)"]


def test_without_us_there_is_no_reason_and_that_is_told() -> None:
    assert told("people: {}\n") == ["1:1: 'us' is missing (add 'us: ...')"]
    assert told("# later\n") == ["1:1: the file is empty (begin with 'us:')"]


def test_an_account_with_a_mistake_is_still_known_by_name() -> None:
    accounts, problems = read_accounts(HEAD + "    tire: key\n", "accounts.yaml", SOURCES)
    assert len(problems) == 1
    assert accounts.named("Marlowe") is not None


def test_all_mistakes_are_told_at_once_in_file_order() -> None:
    text = """\
us: {name: Halden, prducts: []}
people:
  ines: {name: Ines, email: x, zone: Mars}
accounts:
  - name: Marlowe
    owner: nobody
    next_meeting: soon
topics: {a: [b, {c: d}]}
"""
    assert told(text) == [
        "1:20: unknown key 'prducts' (did you mean 'products'?)",
        "3:29: 'x' is no mail address (write it as ines@halden.example)",
        "3:38: unknown zone 'Mars' (write it as Europe/Berlin, America/New_York or UTC)",
        "7:19: 'soon' is not a day (write it as 2026-07-01)",
        "8:17: a topic is one text (write [weed control, dicamba])",
    ]


def test_leads_deputies_and_pauses_of_people_are_read_and_checked() -> None:
    text = """us: {name: Halden}
people:
  ines: {name: Ines, email: i@halden.example, zone: UTC, away: {deputy: owen, until: 2027-03-15}}
  owen: {name: Owen, email: o@halden.example, zone: UTC, paused: {why: Leave, until: 2027-01-01}}
  lena: {name: Lena, email: l@halden.example, zone: UTC, leads: [ines, owenn, lena]}
"""
    accounts, problems = read_accounts(text, "accounts.yaml", None)
    assert [problem.message for problem in problems] == [
        "'owenn' is not under people",
        "'lena' is the person themselves",
    ]
    ines, owen, _ = accounts.people
    assert ines.away is not None
    assert (ines.away.deputy, ines.away.until) == ("owen", date(2027, 3, 15))
    assert owen.paused is not None


def test_what_cannot_wait_is_read_and_a_rule_that_names_nothing_is_told() -> None:
    person = "people: {ines: {name: Ines, email: ines@halden.example, zone: Europe/Paris, alerts: ALERTS}}\n"
    when = "{when: [{tag: pricing, stake: 250k EUR}, {notice: 60}], by: [mail, sales], at_most: 2}"
    (ines,) = read(US + person.replace("ALERTS", when)).people
    stake = Revenue(low=Decimal(250000), high=Decimal(250000), currency="EUR", text="250k EUR")
    assert ines.alerts == Alerts(
        rules=(AlertRule(tag="pricing", stake=stake), AlertRule(notice=60)), channels=("mail", "sales"), at_most=2
    )
    for wrong, said in (
        ("{when: [{}]}", "names a tag, a stake or a notice"),
        ("{when: [{tag: pricng}]}", "pricng"),
        ("{when: [{notice: 0}]}", "too small"),
        ("{when: [{notice: 9}], at_most: 0}", "too small"),
    ):
        problems = told(US + person.replace("ALERTS", wrong))
        assert len(problems) == 1, problems
        assert said in problems[0]
