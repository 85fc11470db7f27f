"""What a text says happens is read in several languages, and which way it points for us."""

from datetime import UTC, datetime

import pytest

from accounts import Names, link
from accounts.reading.gist import Gist, gists, moves_a_decider
from accounts.texts.phrases import read, speaks_of
from bench.scale_world import made_event
from domain.accounts import Account, Accounts, Product, Us, Use
from domain.events import Impact, Stance
from domain.findings import TagName
from domain.sources import Competitor, Subject, SubjectKind

SEEN = datetime(2026, 2, 20, 6, tzinfo=UTC)
RIVAL = Subject(kind=SubjectKind.COMPETITOR, name="Depotix")
OURS = Product(
    name="Keld Gate",
    what="gates and kiosks for parking",
    topics=("parking kiosks",),
    rivals=(("Depotix", ("Depotix Kiosk", "Depotix Barrier", "Depotix Pay")),),
)
RUNS = Account(
    name="Marlowe Parking", places=("Leeds", "GB"), buys=("Keld Gate",),
    also_uses=(Use(competitor="Depotix", product="Depotix Kiosk"),), bound_by=("EU Parking Package",),
)  # fmt: skip
BUYS = Account(name="Calder Parking", places=("Lyon", "FR"), buys=("Keld Gate",))
OTHER = Account(
    name="Penhale Parking", places=("Leeds", "GB"), buys=("Keld Gate",),
    also_uses=(Use(competitor="Depotix", product="Depotix Pay"),),
)  # fmt: skip
WORLD = Accounts(us=Us(name="Keld", products=(OURS,)), accounts=(RUNS, BUYS, OTHER))
NAMES = Names((Competitor(name="Depotix"),), WORLD.accounts)


def told(text: str, *tags: TagName, subject: Subject = RIVAL) -> dict[str, Impact]:
    found = link(made_event("E", subject, text, tags, SEEN), WORLD, NAMES, SEEN.date())
    return {impact.account: impact for impact in found if impact.told}


@pytest.mark.parametrize(
    ("text", "tag", "gist"),
    [
        ("Depotix stellt den Kiosk zum Jahresende ein", TagName.PRODUCT, Gist.RETIRES),
        ("Depotix met fin a son kiosque", TagName.PRODUCT, Gist.RETIRES),
        ("Depotix Kiosk will stop working on old cards", TagName.PRODUCT, Gist.RETIRES),
        ("Depotix höjer priset på Kiosk", TagName.PRICING, Gist.DEARER),
        ("Depotix Kiosk goes from £14 to £19 a month", TagName.PRICING, Gist.DEARER),
        ("Depotix Kiosk: €9 a month (was €12)", TagName.PRICING, Gist.CHEAPER),
        ("La baisse des tarifs de Depotix", TagName.PRICING, Gist.CHEAPER),
        ("Depotix Kiosk in tiers from $500 to $28,000", TagName.PRICING, Gist.REPRICES),
        ("Marlowe wird von Depotix ausgestattet", TagName.PARTNERSHIP, Gist.ALLIES),
        ("Calder rachète Keldon", TagName.PARTNERSHIP, Gist.BUYS),
        ("Depotix says customer data of 900 car parks was exposed", TagName.SETBACK, Gist.FAILS),
        ("Depotix to lay off 40 people", TagName.SETBACK, Gist.DISTRESS),
        ("The kiosks were unreachable for nine hours", TagName.SETBACK, Gist.FAILS),
        ("A faulty update of Depotix Kiosk reached garages on Friday", TagName.SETBACK, Gist.FAILS),
        ("Depotix Kiosk production ends in May", TagName.PRODUCT, Gist.RETIRES),
        ("Marlowe freezes hiring after a deficit", TagName.FINANCIAL, Gist.DISTRESS),
        ("Depotix to be taken private by Corvid", TagName.PARTNERSHIP, Gist.BUYS),
        ("Marlowe remporte le chantier de Nantes", TagName.PARTNERSHIP, Gist.BUILDS),
    ],
)
def test_a_happening_is_read_by_its_words(text: str, tag: TagName, gist: Gist) -> None:
    event = made_event("E", RIVAL, text, (tag,), SEEN)
    folded = text.casefold().replace("ö", "o").replace("è", "e")
    assert gist in gists(event, folded)


def test_the_name_of_whose_news_it_is_says_nothing_of_prices() -> None:
    keld_rates = Subject(kind=SubjectKind.COMPETITOR, name="Keld Rates")
    event = made_event("E", keld_rates, "Keld Rates drops its app and teams up with Ria", (), SEEN)
    assert not gists(event, "keld rates drops its app and teams up with ria") & {Gist.DEARER, Gist.CHEAPER}


def test_a_range_of_prices_is_no_rise() -> None:
    event = made_event("E", RIVAL, "Kiosk in tiers from $500 to $28,000", (TagName.PRICING,), SEEN)
    assert not gists(event, "kiosk in tiers from $500 to $28,000") & {Gist.DEARER, Gist.CHEAPER}


def test_a_rivals_failure_is_a_chance_with_those_who_run_what_fails() -> None:
    found = told("Depotix Kiosk outage of nine hours on Friday", TagName.SETBACK)
    assert {name: impact.stance for name, impact in found.items()} == {"Marlowe Parking": Stance.OPPORTUNITY}


def test_what_befalls_the_whole_rival_is_a_chance_with_all_who_run_it() -> None:
    found = told("Depotix confirms that attackers copied the addresses of its customers")
    assert set(found) == {"Marlowe Parking", "Penhale Parking"}
    assert {one.stance for one in found.values()} == {Stance.OPPORTUNITY}


def test_who_takes_over_a_post_takes_over_no_company() -> None:
    marlowe = Subject(kind=SubjectKind.ACCOUNT, name="Marlowe Parking")
    found = told("Marlowe Parking: Ann Lee takes over as head of procurement", TagName.EXECUTIVE, subject=marlowe)
    assert found["Marlowe Parking"].stance is Stance.WATCH


def test_a_rivals_layoffs_are_told_where_they_happen() -> None:
    assert set(told("Depotix to lay off 80 people in Leeds", TagName.SETBACK)) == {"Marlowe Parking", "Penhale Parking"}
    assert told("Depotix to lay off 80 people in Madrid", TagName.SETBACK) == {}


def test_a_rule_is_told_where_it_speaks_of_what_our_product_is_for() -> None:
    gazette = Subject(kind=SubjectKind.MARKET, name="Gazette")
    ours = told("Parliament amends the Parking Package: kiosks must take cash", TagName.REGULATORY, subject=gazette)
    theirs = told("Parliament amends the Parking Package: attendants' pay", TagName.REGULATORY, subject=gazette)
    assert (set(ours), set(theirs)) == ({"Marlowe Parking"}, set())


def test_a_rule_that_is_only_proposed_is_to_be_watched() -> None:
    gazette = Subject(kind=SubjectKind.MARKET, name="Gazette")
    proposed = told("Commission proposes Parking Package kiosk rules", TagName.REGULATORY, subject=gazette)
    adopted = told("Commission adopts Parking Package kiosk rules", TagName.REGULATORY, subject=gazette)
    assert proposed["Marlowe Parking"].stance is Stance.WATCH
    assert adopted["Marlowe Parking"].stance is Stance.OPPORTUNITY


def test_who_heads_purchasing_decides_though_called_a_director() -> None:
    assert moves_a_decider("anchor foods appoints priya raman as procurement director")
    assert not moves_a_decider("anchor foods appoints priya raman as independent director")
    assert moves_a_decider("maison verlaine nomme claire aubert directrice financiere")


def test_both_spellings_of_english_are_one() -> None:
    assert speaks_of(read("New labeling rules for organized fiber"), "labelling rules")
    assert speaks_of(read("The color organisation"), "colour organization")


def test_a_rivals_own_feed_names_a_product_by_its_last_word() -> None:
    assert set(told("Kiosk 4.2: the legacy receipt layout is going away", TagName.PRODUCT)) == {"Marlowe Parking"}


def test_a_place_where_it_began_does_not_bind_a_recall_to_it() -> None:
    found = told("Depotix recalls the Depotix Kiosk after two fires in Spain", TagName.REGULATORY)
    assert found["Marlowe Parking"].stance is Stance.OPPORTUNITY


def test_what_gets_cheaper_for_those_who_leave_a_rival_is_a_chance() -> None:
    found = told("Depotix waives exit fees for Depotix Kiosk contracts", TagName.PRICING)
    assert found["Marlowe Parking"].stance is Stance.OPPORTUNITY
    found = told("Depotix waives set-up fees for Depotix Kiosk contracts", TagName.PRICING)
    assert found["Marlowe Parking"].stance is Stance.THREAT


@pytest.mark.parametrize(
    "text",
    [
        "Depotix cuts prices of Depotix Kiosk for garages switching from Keld",
        "Depotix Kiosk: cheaper from March, switching from another provider is free",
        "Depotix Kiosk now 30% cheaper; data transfer included",
        "Depotix cuts the Depotix Kiosk price by 20%, early termination terms stay as they are",
        "Depotix lowers the termination fee and the monthly price of Depotix Kiosk",
        "Depotix Kiosk: €9 a month (was €12), egress included",
    ],
)
def test_a_rival_that_gets_cheaper_is_a_threat_though_leaving_is_spoken_of_too(text: str) -> None:
    assert told(text, TagName.PRICING)["Marlowe Parking"].stance is Stance.THREAT


@pytest.mark.parametrize(
    "text",
    [
        "Depotix drops the cancellation fees of Depotix Kiosk",
        "Depotix Kiosk: data transfer out is now free of charge",
        "Depotix halves data transfer prices of Depotix Kiosk",
        "Depotix Kiosk: egress now 30% cheaper",
        "Depotix Kiosk, data transfer out: $0.05 per GB (was $0.09)",
        "Depotix Kiosk: early termination fee halved",
        "Depotix makes egress from Depotix Kiosk free",
        "Depotix cuts exit fees and raises the price of Depotix Kiosk",
    ],
)
def test_a_way_out_of_a_rival_that_gets_cheaper_is_a_chance(text: str) -> None:
    assert told(text, TagName.PRICING)["Marlowe Parking"].stance is Stance.OPPORTUNITY


def test_a_launch_against_outages_and_leaks_is_no_failure() -> None:
    found = told("Depotix Kiosk now supports ransomware and data leak protection", TagName.PRODUCT)
    assert found["Marlowe Parking"].stance is Stance.THREAT


def test_what_a_rival_answers_for_to_its_own_people_is_not_told_to_those_who_run_it() -> None:
    assert told("Depotix fined over age discrimination in hiring", TagName.REGULATORY) == {}
    assert set(told("Depotix fined over leaked card numbers", TagName.REGULATORY)) == {
        "Marlowe Parking",
        "Penhale Parking",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Depotix breach: hackers stole driver and shareholder records",
        "Depotix: attackers copied customer and tax data",
        "Depotix: hackers stole records of drivers, investors sue",
        "Patent office of Depotix hacked, payment data of customers leaked",
    ],
)
def test_data_of_customers_in_strange_hands_is_told_whatever_else_was_taken(text: str) -> None:
    assert set(told(text, TagName.SETBACK)) == {"Marlowe Parking", "Penhale Parking"}


@pytest.mark.parametrize(
    "text",
    [
        "Depotix: hackers stole tax records of its shareholders",
        "Depotix sued for breach of patents by a maker of customer data tools",
    ],
)
def test_what_is_stolen_from_its_own_house_alone_is_not_told(text: str) -> None:
    assert told(text, TagName.SETBACK) == {}


def test_a_service_hub_that_a_rival_opens_in_town_is_told() -> None:
    assert set(told("Depotix opens a service hub in Leeds")) == {"Marlowe Parking", "Penhale Parking"}


def test_what_is_amiss_with_a_product_is_no_launch_of_it() -> None:
    found = told("Depotix Kiosk: printers of batch 12 quarantined after fires", TagName.PRODUCT)
    assert found["Marlowe Parking"].stance is Stance.OPPORTUNITY
    found = told("Depotix Kiosk gains alerts for door faults", TagName.PRODUCT)
    assert found["Marlowe Parking"].stance is Stance.THREAT


def test_trouble_without_a_tag_is_told_to_those_who_run_the_very_product() -> None:
    found = told("Invented receipts of Depotix Kiosk land two drivers before a judge")
    assert {name: impact.stance for name, impact in found.items()} == {"Marlowe Parking": Stance.OPPORTUNITY}
    assert told("Depotix Kiosk has served Leeds since 1998") == {}


def test_rates_that_are_no_prices_make_nothing_cheaper() -> None:
    found = told("Depotix Kiosk works with reduced refresh rates after a fault")
    assert found["Marlowe Parking"].stance is Stance.OPPORTUNITY


def test_a_rival_that_is_bought_in_german_is_bought() -> None:
    assert told("Depotix von Vaisund übernommen")["Marlowe Parking"].stance is Stance.WATCH


def test_a_rise_that_is_written_with_a_plus_and_an_offer_with_a_percentage_off_point_as_they_should() -> None:
    dearer = told("Depotix Kiosk: service fee adjusted from April (this year +3.4%)", TagName.PRICING)
    cheaper = told("Spring offer: 15% off Depotix Kiosk", TagName.PRICING)
    assert (dearer["Marlowe Parking"].stance, cheaper["Marlowe Parking"].stance) == (Stance.OPPORTUNITY, Stance.THREAT)


def test_the_business_of_a_product_that_is_sold_is_watched_by_those_who_run_it() -> None:
    assert told("Depotix sells its Kiosk business to Northclear")["Marlowe Parking"].stance is Stance.WATCH
