"""The signals of a good week, seen on pages, in feeds and registers, reach the accounts they touch and no others."""

from datetime import UTC, date, datetime

from accounts import MAIL_THRESHOLD, Names, link
from domain.accounts import Account, Accounts, Mute, Product, Renewal, Us, Use
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.events import Event, Impact, ReasonKind, Sighting, Stance
from domain.findings import Fact, Price, PriceKind, Quote, Side, Tag, TagName
from domain.sources import Competitor, SourceKind, Subject, SubjectKind

NOW = datetime(2026, 2, 20, 6, tzinfo=UTC)
TODAY = date(2026, 2, 23)

RIVALS = tuple(
    Competitor(name=name, aliases=aliases)
    for name, aliases in {
        "Scrapingdog": (),
        "Brightvane": ("BV Data",),
        "Vanta": (),
        "Veridale": (),
        "Tilray": ("CC Pharma",),
        "BASF": ("BASF Corporation",),
        "ESTO": ("ESTO Group",),
        "CapCut": (),
    }.items()
)
US = Us(
    name="Halden",
    products=(
        Product(
            name="Hotel Rates",
            topics=("hotel prices",),
            rivals=(("Scrapingdog", ("Google Hotels API",)), ("Brightvane", ("StayFeed",))),
        ),
        Product(name="Halden Trust", topics=("compliance automation", "FedRAMP"), rivals=(("Vanta", ("FedRAMP",)),)),
        Product(name="Halden Pay", topics=("digital identity",), rivals=(("Veridale", ("Veridale ID",)), ("ESTO", ()))),
        Product(name="Halden Weed", topics=("weed control",), rivals=(("BASF", ("Engenia",)),)),
        Product(name="Halden Pharma", topics=("pharmaceutical distribution",), rivals=(("Tilray", ("CC Pharma",)),)),
        Product(name="Halden Freight", topics=("freight",)),
    ),
)
MARLOWE = Account(
    name="Marlowe Travel",
    aliases=("Marlowe",),
    ambiguous=True,
    tier="key",
    industry="travel",
    places=("London", "GB"),
    buys=("Hotel Rates",),
    also_uses=(Use(competitor="Scrapingdog", product="Google Hotels API"),),
    renewal=Renewal(ends=date(2026, 7, 1), notice=date(2026, 4, 2), auto=True),
)
TESSERA = Account(
    name="Tessera Pay",
    tier="key",
    industry="fintech",
    places=("Tallinn", "EE"),
    buys=("Halden Trust", "Halden Pay"),
    also_uses=(Use(competitor="Vanta", product=None),),
    bound_by=("eIDAS wallet", "DORA"),
    next_meeting=date(2026, 2, 25),
    mute=(Mute(tag="hiring", until=date(2026, 6, 30), why="their own hiring freeze"),),
)
CALDER = Account(
    name="Calder Pharma Wholesale",
    aliases=("Calder",),
    ambiguous=True,
    industry="pharmaceutical distribution",
    places=("Leeds", "GB"),
    buys=("Halden Pharma",),
)
PENHALE = Account(
    name="Penhale Growers",
    industry="agriculture",
    places=("Des Moines", "US"),
    buys=("Halden Weed",),
    topics=("crop protection",),
)
KELD = Account(name="Keld Water", industry="utilities", places=("Kendal", "GB"), buys=("Halden Freight",))
TREE = (("dicamba", "weed control"), ("weed control", "crop protection"), ("crop protection", "agriculture"))
ACCOUNTS = (MARLOWE, TESSERA, CALDER, PENHALE, KELD)
WORLD = Accounts(us=US, accounts=ACCOUNTS, topics=TREE)
NAMES = Names(RIVALS, ACCOUNTS)


def edit(text: str, path: tuple[str, ...] = (), before: str | None = None) -> Edit:
    kind = EditKind.REPLACED if before else EditKind.ADDED
    return Edit(key=text, kind=kind, where=Where.PARAGRAPH, path=path, before=before, after=text)


def event(
    rival: str, tags: tuple[TagName, ...], *edits: Edit, facts: tuple[Fact, ...] = (), topics: tuple[str, ...] = ()
) -> Event:
    subject = Subject(kind=SubjectKind.COMPETITOR, name=rival)
    found = tuple(Tag(tag=tag, confidence=0.9, rule="r", quotes=()) for tag in tags)
    headline = edits[0].after or ""
    sighting = Sighting(
        key="s",
        change="c",
        source="watched",
        source_kind=SourceKind.PAGE,
        url="https://rival.example/",
        subject=subject,
        edits=edits,
        tags=found,
        facts=facts,
        headline=headline,
        happened_on=None,
        first_seen=NOW,
        last_confirmed=NOW,
        seq=3,
        topics=topics,
    )
    return Event(
        id="E1",
        subject=subject,
        headline=headline,
        sightings=(sighting,),
        tags=found,
        facts=facts,
        happened_on=None,
        first_seen=NOW,
        last_confirmed=NOW,
    )


def told(happening: Event, today: date = TODAY) -> dict[str, Impact]:
    return {one.account: one for one in link(happening, WORLD, NAMES, today) if one.score >= MAIL_THRESHOLD}


def kinds(impact: Impact) -> set[ReasonKind]:
    return {reason.kind for reason in impact.reasons}


def test_price_tiers_reach_the_account_that_runs_the_priced_product_with_its_notice_date() -> None:
    tier = edit("Lite | $500 / month | 100,000", ("Google Hotels API", "Pricing"))
    price = Price(kind=PriceKind.PLAN_ADDED, plan="Lite", currency="USD")
    quote = Quote(edit=tier.key, side=Side.AFTER, start=0, end=4, text="Lite")
    fact = Fact(type="price", value=price, quote=quote, confidence=1.0)
    found = told(event("Scrapingdog", (TagName.PRICING,), tier, facts=(fact,)))
    assert set(found) == {"Marlowe Travel"}
    impact = found["Marlowe Travel"]
    assert impact.stance is Stance.THREAT
    assert impact.lifts == ("notice 2 Apr, 38 days",)
    assert impact.reasons[0].text == "Marlowe runs Scrapingdog's Google Hotels API beside your Hotel Rates"
    assert {ReasonKind.INCUMBENT_THERE, ReasonKind.SAME_PRODUCT} <= kinds(impact)


def test_a_registration_reaches_agriculture_through_the_topic_tree_though_nobody_is_named() -> None:
    record = edit(
        "U.S. EPA | BASF Corporation | Engenia herbicide | dicamba | "
        "Over-the-top use on dicamba-tolerant crops | Registered"
    )
    found = told(event("BASF", (TagName.REGULATORY,), record, topics=("dicamba", "weed control")))
    assert set(found) == {"Penhale Growers"}
    impact = found["Penhale Growers"]
    assert impact.stance in (Stance.WATCH, Stance.THREAT)
    assert {ReasonKind.TOPIC, ReasonKind.SAME_PRODUCT} <= kinds(impact)
    assert "Penhale Growers deals with crop protection" in {reason.text for reason in impact.reasons}


def test_an_agreement_for_the_uk_reaches_the_pharma_wholesaler_there_only() -> None:
    entry = edit(
        "Tilray's CC Pharma enters agreement with Smartway Pharmaceuticals to widen availability in the UK. "
        "CC Pharma, a subsidiary of Tilray, and Smartway Pharmaceuticals have signed an agreement."
    )
    found = told(event("Tilray", (TagName.PARTNERSHIP,), entry))
    assert set(found) == {"Calder Pharma Wholesale"}
    assert {ReasonKind.REGION, ReasonKind.SAME_PRODUCT} <= kinds(found["Calder Pharma Wholesale"])


def test_a_party_to_the_agreement_that_is_our_account_is_named_first() -> None:
    smartway = Account(name="Smartway Pharmaceuticals Ltd", places=("London", "GB"), buys=("Halden Pharma",))
    world = Accounts(us=US, accounts=(*ACCOUNTS, smartway), topics=TREE)
    entry = edit("Tilray's CC Pharma enters agreement with Smartway Pharmaceuticals to widen availability in the UK")
    impacts = link(event("Tilray", (TagName.PARTNERSHIP,), entry), world, Names(RIVALS, world.accounts), TODAY)
    assert impacts[0].account == "Smartway Pharmaceuticals Ltd"
    assert impacts[0].reasons[0].kind is ReasonKind.NAMED_IN_TEXT


def test_a_certificate_of_the_incumbent_reaches_the_account_before_its_meeting() -> None:
    page = edit(
        "Vanta is a FedRAMP 20x Moderate authorized platform, hosted on AWS GovCloud.",
        ("FedRAMP compliance, automated",),
        before="Vanta automates FedRAMP compliance.",
    )
    found = told(event("Vanta", (TagName.PRODUCT, TagName.REGULATORY), page))
    assert set(found) == {"Tessera Pay"}
    assert found["Tessera Pay"].lifts == ("you meet Wed",)
    assert "Tessera Pay runs Vanta beside your Halden Trust" in {reason.text for reason in found["Tessera Pay"].reasons}


def test_a_rivals_hire_before_a_rule_reaches_the_account_that_the_rule_binds() -> None:
    entry = edit(
        "Veridale hires Lena Brandt as head of regulatory affairs. Under the eIDAS regulation, banks and payment "
        "companies must accept the EU wallet from late 2026, some months from now.",
    )
    found = told(event("Veridale", (TagName.EXECUTIVE, TagName.REGULATORY), entry))
    assert set(found) == {"Tessera Pay"}
    assert found["Tessera Pay"].stance is Stance.WATCH
    assert ReasonKind.BOUND_BY in kinds(found["Tessera Pay"])


def test_a_rivals_results_reach_the_account_in_its_region_as_something_to_watch() -> None:
    entry = edit(
        "ESTO Group reports 2025: revenue EUR 35M, up 14%. More than 9,000 merchants (+48%) now pay with ESTO in the "
        "Baltics, said CEO Mikk Metsa."
    )
    found = told(event("ESTO", (TagName.FINANCIAL,), entry))
    assert set(found) == {"Tessera Pay"}
    assert found["Tessera Pay"].stance is Stance.WATCH


def test_openings_in_an_accounts_city_are_an_early_warning_for_it_alone() -> None:
    jobs = [edit(f"Key account manager, {what} | Key Accounts | Leeds") for what in ("pharmacy", "travel", "retail")]
    found = told(event("Brightvane", (TagName.HIRING,), *jobs))
    assert set(found) == {"Calder Pharma Wholesale"}
    said = {reason.text: reason.theirs for reason in found["Calder Pharma Wholesale"].reasons}
    assert said["Leeds is Calder's city"] == "Leeds is their city"


def test_a_product_that_nobody_buys_or_runs_touches_no_account() -> None:
    assert (
        link(event("CapCut", (TagName.PRODUCT,), edit("GPT Image 2", before="Happy Horse 1.0")), WORLD, NAMES, TODAY)
        == ()
    )


def test_what_is_muted_stays_away_until_the_mute_ends() -> None:
    jobs = event("Vanta", (TagName.HIRING,), edit("Account executive | Tallinn"))
    assert "Tessera Pay" not in told(jobs)
    assert "Tessera Pay" in told(jobs, date(2026, 7, 1))


def test_a_nearer_notice_date_scores_higher_and_marginal_pairs_never_reach_the_mail() -> None:
    tier = event("Scrapingdog", (TagName.PRICING,), edit("Lite | $500", ("Google Hotels API",)))
    scores = [
        told(tier, day)["Marlowe Travel"].score for day in (date(2025, 10, 1), date(2026, 1, 15), date(2026, 3, 20))
    ]
    assert scores == sorted(scores)
    assert len(set(scores)) == 3
    everyone = link(tier, WORLD, NAMES, date(2026, 3, 20))
    assert all(impact.reasons and 0 <= impact.score <= 100 for impact in everyone)
