"""The nine signals of a good week, as events with their facts."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from domain.accounts import Account
from domain.changes import Edit, EditKind, Word
from domain.content import Where
from domain.editions import (
    Evidence,
    Exhibit,
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
from domain.sources import SourceKind, Subject, SubjectKind

SEEN = datetime(2026, 2, 19, 9, 12, tzinfo=UTC)
STILL = datetime(2026, 2, 23, 5, 40, tzinfo=UTC)


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
