"""Pairs with much that is new: all plans replaced, a wave of jobs, a rewritten help page, a hiring freeze."""

from functools import partial
from typing import Any

from bench.own_pages import company, languages, more, network, pricing_cards, product, public
from bench.own_pages.pair import Pair, drop, insert, news, put

PLANS = [
    ["Personal", "One seat, all features", "8", "6", ["2 inboxes", "Calendar", "Read receipts"]],
    ["Crew", "Up to fifty seats", "19", "16", ["20 inboxes", "Workflows", "Salesforce sync", "Priority chat"]],
]
WAVE = [
    ["Country Manager, Poland", "Warsaw"],
    ["Account Executive, Poland", "Warsaw"],
    ["Sales Engineer, Poland", "Warsaw"],
    ["Marketing Manager, Poland", "Warsaw"],
    ["Country Manager, Czechia", "Brno"],
    ["Account Executive, Czechia", "Brno"],
    ["Partner Manager, Czechia", "Brno"],
    ["Customer Advocate, Polish", "Warsaw"],
]
RELEASES = [
    [
        "2026-03-09",
        "5.1",
        "March 9, 2026",
        ["Added", "Sign-in with bank identity"],
        ["Fixed", "Slow exports above 10,000 rows"],
    ],
    ["2026-03-05", "5.0.1", "March 5, 2026", ["Fixed", "Migration of custom roles"]],
    ["2026-03-03", "5.0", "March 3, 2026", ["Added", "Multi-entity ledgers"], ["Removed", "The classic editor"]],
]
ANSWERS = [
    ["Where do my parcels come from?", "From our own warehouse in Venlo, by night train."],
    ["Is there a minimum order?", "No, but below €25 we charge €3.95 for postage."],
    ["Can I pause my box?", "For up to three months, from your account."],
    ["Who delivers?", "Cargo bikes in cities, the national post elsewhere."],
]
TOWNS = [
    [town, f"IB{at:02}", "400 kW", "CCS"]
    for at, town in enumerate(("Badajoz", "Braga", "Burgos", "Huelva", "Leiria", "Lugo", "Merida", "Viseu", "Zamora"))
]
PARTNERS = [
    ["Platinum partners", ["Hallmere Technologies", "Nordhus IT", "Sennholz Beratung"]],
    ["Gold partners", ["Kolibri Systems", "Tandem Data", "Ypsilon Works"]],
]
TEAM = [
    ["Freya Lindholm", "Chief Executive Officer", "Ran the northern region of a parcel group."],
    ["Marco Bellini", "Chief Financial Officer", "Was treasurer of a shipyard."],
    ["Sunniva Dahl", "Chief Operating Officer", "Turned three terminals electric."],
]
TARIFF = [
    ["Strom Zeit", "22,4 ct/kWh nachts", "12,40 €", "24 Monate"],
    ["Strom Wärme", "24,9 ct/kWh", "11,20 €", "12 Monate"],
]


def words(value: Any) -> str:
    """All words of a piece of content in reading order."""
    return value if isinstance(value, str) else " ".join(words(item) for item in value)


def plan(p: list[Any]) -> str:
    """The words of a plan card with both of its prices."""
    return f"{p[0]} {p[1]} ${p[2]} user month ${p[3]} user month, billed yearly Get started {words(p[4])}"


toggle = partial(
    Pair, page="pricing cards", path="/pricing", shape=pricing_cards.card_toggle, content=pricing_cards.TOGGLE
)
jobs = partial(Pair, page="job board", path="/jobs", shape=company.job_board, content=company.JOBS)
OLD_JOBS = company.JOBS["groups"]
PAIRS = (
    toggle(
        id="major-plans-replaced",
        company="Postbird",
        noise="viewers",
        edits=(put("plans", PLANS),),
        answer=news(
            "Solo, Team and Business give way to Personal ($8) and Crew ($19).",
            " ".join(plan(p) for p in pricing_cards.TOGGLE["plans"]),
            " ".join(plan(p) for p in PLANS),
            ("Personal", "", "$8"),
            ("Crew", "", "$19"),
        ),
    ),
    jobs(
        id="major-jobs-wave",
        company="Clampworks",
        noise="session",
        edits=(insert("groups/4", ["Eastern Europe", WAVE]),),
        answer=news(
            "Eight jobs in a new group Eastern Europe, in Warsaw and Brno.", "7", "15 Eastern Europe " + words(WAVE)
        ),
    ),
    jobs(
        id="major-hiring-freeze",
        company="Ratchet Systems",
        edits=(drop("groups/3"), drop("groups/1"), drop("groups/0")),
        answer=news(
            "Five of seven openings are gone; only customer success still hires.",
            "7 " + words([OLD_JOBS[0], OLD_JOBS[1], OLD_JOBS[3]]),
            "2",
        ),
    ),
    Pair(
        id="major-three-releases",
        page="changelog",
        company="Tenor Books",
        path="/changelog",
        shape=product.changelog,
        content=product.CHANGES,
        noise="counter relative",
        edits=(
            *(insert("releases/0", release) for release in reversed(RELEASES)),
            *(drop("releases/5") for _ in range(3)),
        ),
        answer=news(
            (
                "Versions 5.0, 5.0.1 and 5.1: multi-entity ledgers, sign-in with bank identity; the classic "
                "editor is removed."
            ),
            "",
            " ".join(f"Version {r[1]} {r[2]} {words(r[3:])}" for r in RELEASES),
        ),
    ),
    Pair(
        id="major-help-rewritten",
        page="questions",
        company="Fernbox",
        path="/help",
        shape=public.faq_accordion,
        content=public.FAQ,
        noise="ids",
        edits=(put("questions", ANSWERS),),
        answer=news(
            "All questions are new: Venlo, no minimum order but €3.95 below €25, pauses of three months, cargo bikes.",
            words(public.FAQ["questions"]),
            words(ANSWERS),
        ),
    ),
    Pair(
        id="major-nine-towns",
        page="large directory",
        company="Kilowatt Inns",
        path="/sites",
        shape=more.large_directory,
        content=more.DIRECTORY,
        noise="clock",
        edits=tuple(insert(f"rows/{10 + 5 * at}", town) for at, town in enumerate(TOWNS)),
        answer=news("Nine new sites of 400 kW, in Spain and Portugal.", "", words(TOWNS)),
    ),
    Pair(
        id="major-partner-programme",
        page="partners",
        company="Keystone ERP",
        path="/partners",
        shape=network.partner_tiers,
        content=network.PARTNERS,
        edits=(put("tiers", PARTNERS),),
        answer=news(
            "Two tiers, platinum and gold, replace three; six partners are left, two of them new.",
            words(network.PARTNERS["tiers"]),
            words(PARTNERS),
        ),
    ),
    Pair(
        id="major-new-management",
        page="leadership",
        company="Gangway Logistics",
        path="/leadership",
        shape=company.team_cards,
        content=company.TEAM,
        noise="session",
        edits=(put("people", TEAM),),
        answer=news(
            "The whole management is new: Freya Lindholm, Marco Bellini, Sunniva Dahl.",
            words(company.TEAM["people"]),
            words(TEAM),
        ),
    ),
    Pair(
        id="major-market-two-apis",
        page="marketplace",
        company="Parsewell",
        path="/apis/hotel-prices",
        shape=more.market_listing,
        content=more.MARKET,
        noise="classes",
        edits=(
            put("name", "Travel Prices API"),
            put("lead", "Room rates and air fares of three hundred carriers, by date and guest count."),
            insert("facts/3", ["Coverage", "190 countries"]),
        ),
        answer=news(
            (
                "The Hotel Prices API is now the Travel Prices API with air fares of three hundred carriers, in "
                "190 countries."
            ),
            "Hotel of two million hotels",
            "Travel and air fares of three hundred carriers Coverage 190 countries",
        ),
    ),
    Pair(
        id="major-tariffs-added",
        page="German tariffs",
        company="Stadtwerke Edertal",
        path="/strom",
        shape=languages.tarife,
        content=languages.TARIFE,
        noise="clock session",
        lang="de",
        edits=(insert("tarife/3", TARIFF[0]), insert("tarife/4", TARIFF[1])),
        answer=news(
            "Zwei neue Tarife: Strom Zeit (22,4 ct/kWh nachts) und Strom Wärme (24,9 ct/kWh).",
            "",
            " ".join(
                f"{t[0]} Arbeitspreis {t[1]} Grundpreis im Monat {t[2]} Laufzeit {t[3]} Jetzt wechseln" for t in TARIFF
            ),
            ("Strom Zeit", "", "22,4 ct/kWh"),
            ("Strom Wärme", "", "24,9 ct/kWh"),
        ),
    ),
)
