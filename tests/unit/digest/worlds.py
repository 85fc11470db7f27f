"""Hand-made weeks for the digest's tests: the nine signals of a good week, and readers they matter to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from html.parser import HTMLParser

import digest
from config.playbook_file import our_playbook
from digest.words import revenue
from domain.accounts import Account, Accounts, Person, Product, Renewal, Revenue, Us, Use
from domain.changes import Edit, EditKind, Word
from domain.content import Where
from domain.editions import (
    ActivityLine,
    Audience,
    Edition,
    EditionKind,
    Evidence,
    Exhibit,
    Period,
    Rendered,
    Unseen,
    Watching,
    Week,
)
from domain.events import Event, Impact, ImpactReason, ReasonKind, Sighting, Stance
from domain.findings import (
    Appointment,
    Fact,
    FactValue,
    Figure,
    Move,
    Opening,
    Partnership,
    Price,
    PriceKind,
    ProductMove,
    Quote,
    Regulation,
    Side,
    Tag,
    TagName,
)
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind
from domain.visits import PageState, Reason

SENDS = datetime(2026, 2, 23, 6, 0, tzinfo=UTC)
SEEN = datetime(2026, 2, 19, 9, 12, tzinfo=UTC)
STILL = datetime(2026, 2, 23, 5, 40, tzinfo=UTC)

INES = Person(key="ines", name="Ines Moreau", email="ines@halden.example", zone="Europe/Paris")
OWEN = Person(key="owen", name="Owen Hale", email="owen@halden.example", zone="Europe/London")
ROSA = Person(key="rosa", name="Rosa Lind", email="rosa@halden.example", zone="Europe/Berlin")
JONAS = Person(key="jonas", name="Jonas Weil", email="jonas@halden.example", zone="Europe/Berlin", analyst=True)


def euros(amount: int) -> Revenue:
    return Revenue(low=Decimal(amount), high=Decimal(amount), currency="EUR", text=f"{amount} EUR")


MARLOWE = Account(
    name="Marlowe Travel",
    aliases=("Marlowe", "Marlowe Group plc"),
    tier="key",
    owner="ines",
    team=("owen",),
    industry="travel",
    places=("London", "GB"),
    buys=("Hotel Rates",),
    also_uses=(Use(competitor="Scrapingdog", product="Google Hotels API"),),
    revenue=euros(410_000),
    renewal=Renewal(ends=date(2026, 7, 1), notice=date(2026, 4, 2), auto=True),
    next_meeting=date(2026, 3, 11),
)
TESSERA = Account(
    name="Tessera Pay",
    aliases=("Tessera",),
    tier="key",
    owner="ines",
    industry="fintech",
    places=("Tallinn", "EE"),
    buys=("Halden Trust",),
    revenue=euros(265_000),
    next_meeting=date(2026, 2, 25),
)
CALDER = Account(
    name="Calder Pharma Wholesale",
    aliases=("Calder",),
    tier="key",
    owner="ines",
    team=("owen",),
    industry="pharmaceutical distribution",
    places=("Leeds", "GB"),
    revenue=euros(180_000),
)
PENHALE = Account(
    name="Penhale Growers",
    aliases=("Penhale",),
    tier="key",
    owner="ines",
    industry="agriculture",
    revenue=euros(230_000),
    renewal=Renewal(ends=date(2026, 8, 20), notice=date(2026, 5, 20)),
)
QUIET = tuple(
    Account(name=name, tier="key", owner="ines", industry=industry, revenue=euros(90_000))
    for name, industry in (
        ("Orrin Foods", "food"),
        ("Vale Optics", "optics"),
        ("Kestrel Rail", "rail"),
        ("Dunmore Glass", "glass"),
        ("Halyard Marine", "shipping"),
        ("Quince Retail", "retail"),
        ("Sable Insurance", "insurance"),
        ("Tamsin Media", "media"),
        ("Upland Energy", "energy"),
        ("Wren Textiles", "textiles"),
    )
)
FOREIGN = Account(
    name="Zephyr Aerospace",
    aliases=("Zephyr",),
    tier="key",
    owner="rosa",
    industry="travel",
    revenue=euros(777_000),
    renewal=Renewal(ends=date(2026, 6, 30), notice=date(2026, 3, 30)),
)
WORLD = Accounts(
    us=Us(
        name="Halden Group",
        products=(
            Product(name="Hotel Rates", rivals=(("Scrapingdog", ()), ("Brightvane", ()))),
            Product(name="Halden Trust", rivals=(("Vanta", ()), ("Veridale", ()))),
        ),
    ),
    people=(INES, OWEN, ROSA, JONAS),
    accounts=(MARLOWE, TESSERA, CALDER, PENHALE, *QUIET, FOREIGN),
)


def rival(name: str) -> Subject:
    return Subject(kind=SubjectKind.COMPETITOR, name=name)


def edit(
    key: str,
    before: str | None,
    after: str | None,
    *,
    where: Where = Where.PARAGRAPH,
    path: tuple[str, ...] = (),
    words: tuple[Word, ...] = (),
    title: str = "",
    minor: bool = False,
) -> Edit:
    kind = EditKind.ADDED if before is None else EditKind.REMOVED if after is None else EditKind.REPLACED
    return Edit(
        key=key, kind=kind, where=where, path=path, before=before, after=after, words=words, title=title, minor=minor
    )


def fact(kind: str, value: FactValue, of: Edit, words: str = "") -> Fact:
    text = of.after or of.before or ""
    start = max(text.find(words), 0)
    quoted = words or text
    side = Side.AFTER if of.after is not None else Side.BEFORE
    quote = Quote(edit=of.key, side=side, start=start, end=start + len(quoted), text=quoted)
    return Fact(type=kind, value=value, quote=quote, confidence=0.9)


def event(
    id: str,
    subject: Subject,
    headline: str,
    tags: Sequence[TagName],
    edits: Sequence[Edit],
    facts: Sequence[Fact] = (),
    *,
    kind: SourceKind = SourceKind.PAGE,
    url: str = "",
    source: str = "",
    happened_on: date | None = None,
    seen: datetime = SEEN,
    still: datetime = STILL,
) -> Event:
    slug = subject.name.casefold().replace(" ", "-")
    found = tuple(
        Tag(
            tag=tag,
            confidence=0.9,
            rule=f"{tag.value}.rule",
            quotes=(Quote(edit=edits[0].key, side=Side.AFTER, start=0, end=4, text=(edits[0].after or "")[:4]),),
        )
        for tag in tags
    )
    sighting = Sighting(
        key=f"s-{id}",
        change=f"c-{id}",
        source=source or f"{slug}-{kind.value}",
        source_kind=kind,
        url=url or f"https://{slug}.example/{id}",
        subject=subject,
        edits=tuple(edits),
        tags=found,
        facts=tuple(facts),
        headline=headline,
        happened_on=happened_on,
        first_seen=seen,
        last_confirmed=still,
        seq=7,
    )
    return Event(
        id=id,
        subject=subject,
        headline=headline,
        sightings=(sighting,),
        tags=found,
        facts=tuple(facts),
        happened_on=happened_on,
        first_seen=seen,
        last_confirmed=still,
    )


def scrapingdog() -> Event:
    contact = edit("e1", "Contact us for pricing", None, path=("Google Hotels API",))
    rows = [("Starter", 500), ("Growth", 2_000), ("Business", 9_500), ("Scale", 28_000)]
    edits = [
        edit(f"e1-{plan}", None, f"{plan} | ${price:,} / month | hotel rates, {count} markets", where=Where.TABLE)
        for count, (plan, price) in enumerate(rows, start=1)
    ]
    facts = [
        fact(
            "price",
            Price(
                kind=PriceKind.PLAN_ADDED,
                plan=plan,
                after=f"${price:,} / month",
                amount_after=Decimal(price),
                currency="USD",
                period="month",
            ),
            row,
            f"${price:,}",
        )
        for (plan, price), row in zip(rows, edits, strict=True)
    ]
    return event(
        "ev1", rival("Scrapingdog"), "Scrapingdog's Google Hotels API adds price tiers", (TagName.PRICING,),
        [contact, *edits], facts,
    )  # fmt: skip


def engenia() -> Event:
    record = edit(
        "e2", None, "Engenia herbicide | BASF | registered | over-the-top use on dicamba-tolerant crops",
        where=Where.RECORD, path=("524-1", "Engenia herbicide"), title="Engenia herbicide",
    )  # fmt: skip
    value = Regulation(what="registered", agency="U.S. EPA", product="Engenia herbicide")
    return event(
        "ev2", rival("BASF"), "BASF's Engenia herbicide receives federal registration from the U.S. EPA for "
        "over-the-top use on dicamba-tolerant crops", (TagName.REGULATORY,), [record],
        [fact("regulation", value, record)], kind=SourceKind.REGISTRY, happened_on=date(2026, 2, 12),
    )  # fmt: skip


def cc_pharma() -> Event:
    title = "Tilray's CC Pharma enters an agreement with Smartway Pharmaceuticals to widen availability in the UK"
    entry = edit("e3", None, title, where=Where.ENTRY, path=(title,), title=title)
    value = Partnership(parties=("CC Pharma", "Smartway Pharmaceuticals"), kind="agreement", region="UK")
    return event(
        "ev3", rival("Tilray"), title, (TagName.PARTNERSHIP,), [entry], [fact("partnership", value, entry)],
        kind=SourceKind.FEED, happened_on=date(2026, 2, 17),
    )  # fmt: skip


def vanta() -> Event:
    platform = edit(
        "e4",
        "A FedRAMP Moderate ready platform",
        "A FedRAMP 20x Moderate authorized platform on AWS GovCloud",
        where=Where.HEADING,
        path=("FedRAMP",),
        words=(
            Word(op="same", text="A FedRAMP"),
            Word(op="added", text="20x"),
            Word(op="same", text="Moderate"),
            Word(op="removed", text="ready"),
            Word(op="added", text="authorized"),
            Word(op="same", text="platform"),
            Word(op="added", text="on AWS GovCloud"),
        ),
    )
    ssp = edit("e4b", None, "SSP generation: write your system security plan from live evidence", where=Where.CARD)
    quote = edit("e4c", "“Months became weeks.” Ana, CISO", "“It passed the audit.” Bo, CTO", minor=True)
    facts = [
        fact("regulation", Regulation(what="authorized", agency="FedRAMP", name="FedRAMP 20x", level="Moderate"),
             platform, "20x Moderate authorized"),
        fact("product", ProductMove(name="SSP generation", move="feature_added"), ssp, "SSP generation"),
    ]  # fmt: skip
    return event(
        "ev4", rival("Vanta"), "Vanta's FedRAMP page: 20x Moderate authorized", (TagName.PRODUCT, TagName.REGULATORY),
        [platform, ssp, quote], facts,
    )  # fmt: skip


def esto() -> Event:
    title = "ESTO Group reports 2025: revenue EUR 35M, EBITDA EUR 18M, net profit EUR 10M"
    entry = edit("e5", None, f"{title}. 9,000+ merchants, 790,000 users, said CEO Mikk Metsa.", where=Where.ENTRY,
                 path=(title,), title=title)  # fmt: skip
    figures = (
        ("revenue", 35_000_000, "EUR", 14),
        ("EBITDA", 18_000_000, "EUR", 27),
        ("net profit", 10_000_000, "EUR", 48),
        ("merchants", 9_000, None, 48),
        ("users", 790_000, None, 20),
    )
    facts = [
        fact("figure", Figure(metric=metric, amount=Decimal(value), currency=currency, growth=Decimal(growth),
                              period="2025", at_least=metric == "merchants"), entry)
        for metric, value, currency, growth in figures
    ]  # fmt: skip
    return event("ev5", rival("ESTO"), title, (TagName.FINANCIAL,), [entry], facts, kind=SourceKind.FEED)


def capcut() -> Event:
    item = edit(
        "e6", "Happy Horse 1.0", "GPT Image 2", where=Where.LIST, path=("AI tools",),
        words=(Word(op="removed", text="Happy Horse 1.0"), Word(op="added", text="GPT Image 2")),
    )  # fmt: skip
    value = ProductMove(name="GPT Image 2", move="replaced", before="Happy Horse 1.0")
    return event("ev6", rival("CapCut"), "CapCut swaps Happy Horse 1.0 for GPT Image 2", (TagName.PRODUCT,), [item],
                 [fact("product", value, item)])  # fmt: skip


def veridale() -> Event:
    title = "Veridale appoints Lena Brandt as head of regulatory affairs"
    entry = edit("e7", None, title, where=Where.ENTRY, path=(title,), title=title)
    value = Appointment(person="Lena Brandt", role="head of regulatory affairs", move=Move.JOINED)
    return event("ev7", rival("Veridale"), title, (TagName.EXECUTIVE, TagName.REGULATORY), [entry],
                 [fact("appointment", value, entry, "Lena Brandt")], kind=SourceKind.FEED)  # fmt: skip


def brightvane_jobs() -> Event:
    jobs = [edit(f"e8-{n}", None, f"Key Account Manager | Leeds | {n}", where=Where.RECORD) for n in range(3)]
    value = Opening(role="key account manager", place="Leeds", count=3)
    return event("ev8", rival("Brightvane"), "Brightvane opens three key account manager roles in Leeds",
                 (TagName.HIRING,), jobs, [fact("opening", value, jobs[0])], kind=SourceKind.REGISTRY)  # fmt: skip


def impact(of: Event, account: Account, score: float, stance: Stance, *reasons: tuple[ReasonKind, str]) -> Impact:
    return Impact(
        event=of.id,
        account=account.name,
        score=score,
        stance=stance,
        reasons=tuple(
            ImpactReason(kind=kind, text=text, weight=1.0 - place / 10) for place, (kind, text) in enumerate(reasons)
        ),
    )


def unseen(name: str, subject: Subject, reason: Reason, days: int, sends: datetime = SENDS) -> Unseen:
    source = Source(
        name=name, kind=SourceKind.PAGE, url=f"https://{name}.example/", subject=subject,
        schedule=Schedule(text="1d", every=timedelta(days=1)),
    )  # fmt: skip
    since = sends - timedelta(days=days)
    return Unseen(
        source=source, state=PageState.BLOCKED, reason=reason, explanation="a wall", since=since, last_good=since
    )


def walls(sends: datetime) -> tuple[Unseen, ...]:
    """Two bot walls, since Tuesday and Friday of the week before the edition."""
    return (
        unseen("brightvane-prices", rival("Brightvane"), Reason.BOT_WALL, 6, sends),
        unseen("veridale-newsroom", rival("Veridale"), Reason.BOT_WALL, 3, sends),
    )


UNSEEN = walls(SENDS)


def period(label: str = "2026-W08", after: int = 5, sends: datetime = SENDS) -> Period:
    return Period(label=label, after_seq=after, cut_seq=90, sends_at=sends)


def full_week() -> Week:
    """Signals 1 to 8, linked as an account manager would."""
    one, two, three, four, five, six, seven, eight = (
        scrapingdog(), engenia(), cc_pharma(), vanta(), esto(), capcut(), veridale(), brightvane_jobs(),
    )  # fmt: skip
    impacts = (
        impact(one, MARLOWE, 88, Stance.THREAT,
               (ReasonKind.INCUMBENT_THERE, "Marlowe runs Scrapingdog's Google Hotels API beside your Hotel Rates")),
        impact(one, FOREIGN, 60, Stance.THREAT, (ReasonKind.SAME_PRODUCT, "Zephyr buys Hotel Rates from us")),
        impact(four, TESSERA, 76, Stance.THREAT, (ReasonKind.INCUMBENT_THERE, "Vanta is incumbent there"),
               (ReasonKind.INDUSTRY, "fintech")),
        impact(eight, CALDER, 64, Stance.WATCH, (ReasonKind.REGION, "Leeds is Calder's city")),
        impact(three, CALDER, 58, Stance.WATCH, (ReasonKind.INDUSTRY, "UK pharmaceutical distribution")),
        impact(two, PENHALE, 52, Stance.WATCH, (ReasonKind.TOPIC, "dicamba is crop protection, which they buy")),
        impact(seven, TESSERA, 48, Stance.WATCH, (ReasonKind.BOUND_BY, "bound by the eIDAS wallet rule")),
        impact(five, TESSERA, 44, Stance.WATCH, (ReasonKind.REGION, "merchants in Tallinn")),
    )  # fmt: skip
    return Week(
        period=period(),
        accounts=WORLD,
        playbook=our_playbook(),
        events=(one, two, three, four, five, six, seven, eight),
        impacts=impacts,
        earlier_impacts=(),
        changes=(),
        unseen=UNSEEN,
        watched=63,
        noise=23,
        baselines=0,
        corrections=('Correction to W06: Brightvane "Team" fell 10%, not 20% (yearly view misread).',),
        activity=(
            ActivityLine(account="Marlowe Travel", value=62, last=48),
            ActivityLine(account="Tessera Pay", value=41, last=22),
            ActivityLine(account="Calder Pharma Wholesale", value=38, last=9),
            ActivityLine(account="Penhale Growers", value=15, last=15),
            ActivityLine(account="Zephyr Aerospace", value=70, last=70),
        ),
    )


def quiet_week() -> Week:
    """Signal 9: nothing real changed; two sites answered with a bot wall."""
    return Week(
        period=period("2026-W09", 90, SENDS + timedelta(days=7)), accounts=WORLD, events=(), impacts=(),
        earlier_impacts=(), changes=(), unseen=walls(SENDS + timedelta(days=7)), watched=63, noise=23, baselines=0,
    )  # fmt: skip


def first_week() -> Week:
    """Only baselines."""
    return Week(
        period=period("2026-W07", 0, SENDS - timedelta(days=7)), accounts=WORLD, events=(), impacts=(),
        earlier_impacts=(), changes=(), unseen=walls(SENDS - timedelta(days=7))[:1], watched=63, noise=0, baselines=62,
        watching=(
            Watching(subject=rival("Brightvane"), sources=6),
            Watching(subject=rival("Vanta"), sources=4),
            Watching(subject=Subject(kind=SubjectKind.ACCOUNT, name="Zephyr Aerospace"), sources=1),
        ),
    )  # fmt: skip


def owner(person: Person = INES) -> Audience:
    mine = tuple(account for account in WORLD.accounts if person.key in (account.owner, *account.team))
    return Audience(kind=EditionKind.OWNER, person=person, accounts=mine)


def analyst() -> Audience:
    return Audience(kind=EditionKind.ANALYST, person=JONAS, accounts=WORLD.accounts)


def shown(of: Event) -> Evidence:
    """Exhibits with invented hashes, and no screenshots."""
    exhibits = tuple(
        Exhibit(
            sighting=sighting.key,
            source=sighting.source,
            url=sighting.url,
            before_at=sighting.first_seen - timedelta(days=1),
            before_sha256="a" * 64,
            after_at=sighting.first_seen,
            after_sha256="b" * 64,
        )
        for sighting in of.sightings
    )
    return Evidence(event=of.id, exhibits=exhibits)


def band(low: int, high: int) -> Revenue:
    return Revenue(low=Decimal(low), high=Decimal(high), currency="EUR", text=f"{low}-{high} EUR")


def owner_of(account: Account) -> Audience:
    return Audience(kind=EditionKind.OWNER, person=INES, accounts=(account,))


def with_account(week: Week, account: Account) -> Week:
    others = tuple(one for one in week.accounts.accounts if one.name != account.name)
    return replace(week, accounts=replace(week.accounts, accounts=(account, *others)))


def with_foreign_traces(week: Week) -> Week:
    """The same week with Rosa's account in every field that could carry its name, money or dates."""
    own = unseen("zephyr-aerospace-newsroom", Subject(kind=SubjectKind.ACCOUNT, name=FOREIGN.name), Reason.TIMEOUT, 1)
    activity = ActivityLine(account=FOREIGN.name, value=88, last=70)
    return replace(
        week,
        unseen=(*week.unseen, own),
        corrections=(*week.corrections, "Correction to W06: Zephyr is not touched by BASF, €777k is not at stake."),
        activity=(*week.activity, activity),
    )


def crowded_week(count: int) -> Week:
    """Many wordy events, each touching one of Ines's accounts."""
    wordy = " ".join(f"word{n}" for n in range(80))
    accounts = [account for account in WORLD.accounts if account.owner == "ines"]
    events, impacts = [], []
    for n in range(count):
        made = event(
            f"many{n}", rival(f"Rival {n}"), f"Rival {n} announces {wordy}", (TagName.PRODUCT,),
            [edit(f"m{n}", f"old {wordy}", f"new {wordy}", path=("Heading",))],
        )  # fmt: skip
        events.append(made)
        reasons = [(ReasonKind.TOPIC, f"reason {place} {wordy}") for place in range(4)]
        impacts.append(impact(made, accounts[n % len(accounts)], 90 - n / 2, tuple(Stance)[n % 3], *reasons))
    return replace(full_week(), events=tuple(events), impacts=tuple(impacts))


class _Visible(HTMLParser):
    """Collects what a reader sees of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("style", "script", "title")
        if tag in ("br", "p", "td", "div", "li", "h2", "h3"):
            self.found.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("style", "script", "title")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.found.append(data)


def visible(page: str) -> str:
    """The words of an HTML page as read."""
    reader = _Visible()
    reader.feed(page)
    return "".join(reader.found).replace("\u00a0", " ")


def edition_of(rendered: Rendered, audience: Audience, label: str = "2026-W08") -> Edition:
    """The edition as the pipeline would store it."""
    id = f"{label}-{audience.kind.value}-{audience.person.key}"
    sender = "Bellwether <bellwether@halden.example>"
    return Edition(
        id=id,
        kind=audience.kind,
        recipient=audience.person.key,
        email=audience.person.email,
        label=label,
        after_seq=5,
        cut_seq=90,
        composed_at=SENDS,
        subject=rendered.subject,
        message_id=digest.message_id(id, sender),
        event_ids=rendered.event_ids,
        eml=digest.message(rendered, audience=audience, edition_id=id, sender=sender, composed_at=SENDS),
        html=rendered.html,
        text=rendered.text,
        evidence=rendered.evidence,
    )


def said_revenue(account: Account) -> str:
    """The account's revenue as a mail would say it, in small letters."""
    assert account.revenue is not None
    return revenue(account.revenue).casefold()
