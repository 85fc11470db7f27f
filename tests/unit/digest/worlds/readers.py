"""People and accounts that the hand-made weeks matter to."""

from datetime import date
from decimal import Decimal

from domain.accounts import Account, Accounts, Person, Product, Renewal, Revenue, Us, Use
from domain.editions import (
    Audience,
    EditionKind,
)

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


def owner(person: Person = INES) -> Audience:
    mine = tuple(account for account in WORLD.accounts if person.key in (account.owner, *account.team))
    return Audience(kind=EditionKind.OWNER, person=person, accounts=mine)


def analyst() -> Audience:
    return Audience(kind=EditionKind.ANALYST, person=JONAS, accounts=WORLD.accounts)


def band(low: int, high: int) -> Revenue:
    return Revenue(low=Decimal(low), high=Decimal(high), currency="EUR", text=f"{low}-{high} EUR")


def owner_of(account: Account) -> Audience:
    return Audience(kind=EditionKind.OWNER, person=INES, accounts=(account,))
