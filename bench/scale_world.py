"""A made world of any size for the scale bench: accounts, rivals and a year of events, the same on every run."""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from domain.accounts import Account, Accounts, Person, Product, Renewal, Revenue, Us, Use
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.events import Event, Sighting
from domain.findings import Tag, TagName
from domain.keys import edit_key, sighting_key
from domain.sources import Competitor, SourceKind, Subject, SubjectKind

NOW = datetime(2026, 3, 2, 6, tzinfo=UTC)
TODAY = date(2026, 3, 2)
_SYLLABLES = "bar cor dun fel gar hal jor kel lor mar nor pel quin ros sal tor ul ven wes yar zel bri cal dre"
_COUNTRIES = "GB DE FR NL SE NO DK FI ES PT IT AT CH PL IE BE US CA AU JP"
_KINDS = "fleet payroll archive cooling packaging lighting routing dosing metering staffing invoicing sampling"
_FIELDS = "monitoring forecasting recovery scheduling labelling inspection billing storage tracking testing"
_LINES = (
    "haulage hotels dairies hospitals ferries bakeries breweries printers foundries clinics vineyards schools airports "
    "insurers grocers utilities nurseries quarries laundries theatres"
)
_FILLER = (
    "The company said that the change follows a review with its customers over the past year . Further details are "
    "given in the notes for customers , and the support team answers questions on working days ."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeWorld:
    """`events` are in order of time, `cities` what accounts and events share."""

    world: Accounts
    competitors: tuple[Competitor, ...]
    events: tuple[Event, ...]


def made_world(accounts: int, events: int, people: int) -> MadeWorld:
    """`accounts` customers owned by `people` persons, 60 rivals with 4 products each, and `events` texts about them."""
    chance = random.Random(0)
    words = _invented(chance, 4_000 + 2 * accounts)
    rivals = {rival: [f"{rival} {words.pop()}" for _ in range(4)] for rival in [words.pop() for _ in range(60)]}
    topics = [f"{kind} {field}" for kind in _KINDS.split() for field in _FIELDS.split()]
    cities = [(words.pop(), code) for code in _COUNTRIES.split() for _ in range(15)]
    rules = [f"{words.pop()} Act" for _ in range(80)]
    ours = _products(chance, rivals, topics)
    owners = tuple(
        Person(key=f"p{at}", name=f"Owner {at}", email=f"p{at}@halden.example", zone="Europe/London")
        for at in range(people)
    )
    known = tuple(
        _account(chance, words.pop(), at % max(1, people), ours, rivals, topics, cities, rules)
        for at in range(accounts)
    )
    world = Accounts(us=Us(name="Halden Group", products=ours), people=owners, accounts=known)
    happenings = tuple(_event(chance, at, known, rivals, topics, cities, rules) for at in range(events))
    competitors = tuple(Competitor(name=rival) for rival in rivals)
    return MadeWorld(world=world, competitors=competitors, events=happenings)


def _invented(chance: random.Random, count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(chance.choices(_SYLLABLES.split(), k=3)).title()] = None
        if len(found) > 10_000:
            found["".join(chance.choices(_SYLLABLES.split(), k=4)).title()] = None
    return list(found)


def _products(chance: random.Random, rivals: dict[str, list[str]], topics: list[str]) -> tuple[Product, ...]:
    return tuple(
        Product(
            name=f"Halden {kind.title()}",
            topics=tuple(topic for topic in topics if topic.startswith(kind))[:6],
            rivals=tuple((rival, tuple(rivals[rival][:2])) for rival in chance.sample(sorted(rivals), 8)),
        )
        for kind in _KINDS.split()
    )


def _account(
    chance: random.Random,
    name: str,
    owner: int,
    ours: tuple[Product, ...],
    rivals: dict[str, list[str]],
    topics: list[str],
    cities: list[tuple[str, str]],
    rules: list[str],
) -> Account:
    city, code = chance.choice(cities)
    used = chance.sample(sorted(rivals), chance.choice((0, 1, 1, 2)))
    ends = TODAY + timedelta(days=chance.randint(20, 700))
    money = Decimal(chance.randint(10, 900) * 1_000)
    return Account(
        name=f"{name} {chance.choice(('Ltd', 'GmbH', 'SA', 'Inc.', 'AB'))}",
        aliases=(name,),
        domains=(f"{name.lower()}.example",),
        tier="key" if chance.random() < 0.2 else None,
        owner=f"p{owner}",
        industry=chance.choice(_LINES.split()),
        places=(city, code),
        buys=tuple(one.name for one in chance.sample(ours, chance.choice((1, 1, 2, 3)))),
        also_uses=tuple(Use(competitor=rival, product=chance.choice(rivals[rival])) for rival in used),
        bound_by=(chance.choice(rules),),
        topics=tuple(chance.sample(topics, 2)),
        revenue=Revenue(low=money, high=money, currency="EUR", text=f"{money} EUR"),
        renewal=Renewal(ends=ends, notice=ends - timedelta(days=90)),
    )


def _event(
    chance: random.Random,
    at: int,
    accounts: tuple[Account, ...],
    rivals: dict[str, list[str]],
    topics: list[str],
    cities: list[tuple[str, str]],
    rules: list[str],
) -> Event:
    """Two in five say nothing that any account should hear of; the others price, launch, retire, ally, rule, hire."""
    rival = chance.choice(sorted(rivals))
    product, city, account = chance.choice(rivals[rival]), chance.choice(cities)[0], chance.choice(accounts)
    low, high = chance.randint(10, 40), chance.randint(41, 90)
    topic, rule = chance.choice(topics), chance.choice(rules)
    written = {
        "idle": (f"{rival} celebrates ten years with a charity run.", ()),
        "price": (f"{product}: the price rises from €{low} to €{high} a month.", (TagName.PRICING,)),
        "launch": (f"{product} now available in {city} with {topic}.", (TagName.PRODUCT,)),
        "retire": (f"Retirement: {product} will be retired in June.", (TagName.PRODUCT,)),
        "ally": (f"{account.name} chooses {rival} for its {account.industry}.", (TagName.PARTNERSHIP,)),
        "rule": (f"Regulator adopts new guidance under the {rule} on {topic}.", (TagName.REGULATORY,)),
        "hire": (f"{rival} is hiring: key account manager in {city}.", (TagName.HIRING,)),
    }
    kind = chance.choices(sorted(written), weights=[15 if one == "idle" else 4 for one in sorted(written)])[0]
    text, tags = written[kind]
    by_rival = kind != "rule"
    name = rival if by_rival else "Official gazette"
    subject = Subject(kind=SubjectKind.COMPETITOR if by_rival else SubjectKind.MARKET, name=name)
    seen = NOW - timedelta(minutes=at)
    return made_event(f"e{at}", subject, f"{text} {_FILLER}", tags, seen)


def made_event(key: str, subject: Subject, text: str, tags: tuple[TagName, ...], seen: datetime) -> Event:
    """One entry of a feed as the event the pipeline makes of it; its headline is how it begins."""
    edit = Edit(
        key=edit_key(0, (key,), None, text),
        kind=EditKind.ADDED,
        where=Where.ENTRY,
        path=(),
        before=None,
        after=text,
    )
    given = tuple(Tag(tag=tag, confidence=1.0, rule="given", quotes=()) for tag in tags)
    headline = text[:240]
    sighting = Sighting(
        key=sighting_key(0, (edit.key,)),
        change=key,
        source="made",
        source_kind=SourceKind.FEED,
        url="https://made.invalid/",
        subject=subject,
        edits=(edit,),
        tags=given,
        facts=(),
        headline=headline,
        happened_on=None,
        first_seen=seen,
        last_confirmed=seen,
        seq=1,
    )
    return Event(
        id=key,
        subject=subject,
        headline=headline,
        sightings=(sighting,),
        tags=given,
        facts=(),
        happened_on=None,
        first_seen=seen,
        last_confirmed=seen,
    )
