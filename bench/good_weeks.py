"""The good weeks at the size of a sales team: 200 accounts in ten trades, two dozen events, and who should hear.

Who should hear is written as a rule over the account file, by what each event means, without a look at the linker.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from accounts import Names, link
from bench.scale_world import made_event
from domain.accounts import Account, Accounts, Product, Us, Use
from domain.events import Impact
from domain.findings import TagName
from domain.sources import Competitor, Subject, SubjectKind

TODAY = date(2026, 2, 23)
NOW = datetime(2026, 2, 20, 6, tzinfo=UTC)
RIVALS = tuple(
    Competitor(name=name, aliases=aliases)
    for name, aliases in {
        "Scrapingdog": (),
        "Brightvane": (),
        "Vanta": (),
        "Veridale": (),
        "Tilray": ("CC Pharma",),
        "BASF": (),
        "ESTO": ("ESTO Group",),
        "CapCut": (),
    }.items()
)
OURS = (
    Product(
        name="Hotel Rates",
        topics=("hotel prices", "room availability"),
        rivals=(("Scrapingdog", ("Google Hotels API",)), ("Brightvane", ("StayFeed",))),
    ),
    Product(name="Halden Trust", topics=("compliance automation", "FedRAMP"), rivals=(("Vanta", ("FedRAMP",)),)),
    Product(name="Halden Pay", topics=("digital identity",), rivals=(("Veridale", ("Veridale ID",)), ("ESTO", ()))),
    Product(name="Halden Weed", topics=("weed control",), rivals=(("BASF", ("Engenia",)),)),
    Product(name="Halden Pharma", topics=("pharmaceutical distribution",), rivals=(("Tilray", ("CC Pharma",)),)),
)
TREE = (("dicamba", "weed control"), ("weed control", "crop protection"), ("crop protection", "agriculture"))
_TOWNS = (
    *(("London", "GB"), ("Leeds", "GB"), ("Bristol", "GB"), ("Paris", "FR"), ("Lyon", "FR"), ("Tallinn", "EE")),
    *(
        ("Berlin", "DE"),
        ("Hamburg", "DE"),
        ("Des Moines", "US"),
        ("Omaha", "US"),
        ("Arlington", "US"),
        ("Madrid", "ES"),
    ),
)
# Trade, what it buys, which rival's product it may run, its topics, the rules that bind it.
_TRADES = (
    ("travel", "Hotel Rates", ("Scrapingdog", "Google Hotels API"), ("hotel prices",), ()),
    ("hotel booking", "Hotel Rates", ("Brightvane", "StayFeed"), ("room availability",), ()),
    ("fintech", "Halden Pay", ("Veridale", "Veridale ID"), ("digital identity",), ("eIDAS wallet", "DORA")),
    ("consumer credit", "Halden Pay", ("ESTO", None), ("digital identity",), ("Consumer Credit Directive",)),
    ("government", "Halden Trust", ("Vanta", "FedRAMP"), ("FedRAMP",), ("FISMA",)),
    ("software", "Halden Trust", ("Vanta", None), ("compliance automation",), ("SOC 2",)),
    ("agriculture", "Halden Weed", ("BASF", "Engenia"), ("crop protection",), ("EPA pesticide registration",)),
    ("seed breeding", "Halden Weed", ("BASF", "Clearfield"), ("seed traits",), ()),
    ("pharmaceutical distribution", "Halden Pharma", ("Tilray", "CC Pharma"), ("parallel imports",), ("MHRA GDP",)),
    ("furniture retail", "Hotel Rates", None, ("store openings",), ()),
)
_SYLLABLES = "al ber cor dan el fir gan hol in jas kel lor mun nor os per quil ram sol tern ul vas wen yor zan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event, and which accounts should hear of it."""

    key: str
    company: str
    tags: tuple[TagName, ...]
    text: str
    concerns: Callable[[Account], bool]


def runs(rival: str, *products: str | None) -> Callable[[Account], bool]:
    return lambda one: any(use.competitor == rival and use.product in products for use in one.also_uses)


def lives(place: str) -> Callable[[Account], bool]:
    return lambda one: place in one.places


def buys(product: str) -> Callable[[Account], bool]:
    return lambda one: product in one.buys


def bound(rule: str) -> Callable[[Account], bool]:
    return lambda one: rule in one.bound_by


def both(*rules: Callable[[Account], bool]) -> Callable[[Account], bool]:
    return lambda one: all(rule(one) for rule in rules)


def either(*rules: Callable[[Account], bool]) -> Callable[[Account], bool]:
    return lambda one: any(rule(one) for rule in rules)


def called(*names: str) -> Callable[[Account], bool]:
    return lambda one: one.name in names


def on(topic: str) -> Callable[[Account], bool]:
    return lambda one: topic in one.topics


def nobody(_: Account) -> bool:
    return False


def good_world() -> Accounts:
    """200 accounts, twenty of each trade, spread over twelve towns; half of them run the rival of their trade."""
    chance = random.Random(7)
    found: list[Account] = []
    names: set[str] = set()
    for trade, product, rival, topics, rules in _TRADES:
        for at in range(20):
            name = _name(chance, names)
            city, code = _TOWNS[chance.randrange(len(_TOWNS))]
            uses = (Use(competitor=rival[0], product=rival[1]),) if rival and at % 2 == 0 else ()
            found.append(
                Account(
                    name=f"{name} {trade.split()[0].title()} Ltd",
                    aliases=(name,),
                    tier="key" if at < 4 else None,
                    industry=trade,
                    places=(city, code),
                    buys=(product,),
                    also_uses=uses,
                    topics=topics if at % 4 < 3 else (),
                    bound_by=rules if at % 3 else (),
                )
            )
    return Accounts(us=Us(name="Halden Group", products=OURS), accounts=tuple(found), topics=TREE)


def _name(chance: random.Random, taken: set[str]) -> str:
    name = ""
    while not name or name in taken:
        name = "".join(chance.choices(_SYLLABLES.split(), k=3)).title()
    taken.add(name)
    return name


def told(world: Accounts, happenings: tuple[Happening, ...]) -> dict[str, tuple[Impact, ...]]:
    """Event key -> the impacts that are told."""
    names = Names(RIVALS, world.accounts)
    found = {}
    for one in happenings:
        whose = names.whose(one.company)
        subject = whose[0] if whose else Subject(kind=SubjectKind.MARKET, name=one.company)
        event = made_event(one.key, subject, one.text, one.tags, NOW)
        found[one.key] = tuple(impact for impact in link(event, world, names, TODAY) if impact.told)
    return found
