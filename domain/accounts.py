"""Who we are, what we sell, and whom we must not lose: the records that `accounts.yaml` is read into."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from domain.sources import Origin


class Stage(StrEnum):
    """How far we have come with an account."""

    SUSPECT = "suspect"
    PROSPECT = "prospect"
    CUSTOMER = "customer"
    KEY_ACCOUNT = "key account"


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One of our products, its topics, and which products of which rival it meets (empty: all of them).

    `what` says in a line what it is for, so that a rule can be seen to concern it.
    """

    name: str
    topics: tuple[str, ...] = ()
    rivals: tuple[tuple[str, tuple[str, ...]], ...] = ()
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Us:
    """Our own company."""

    name: str
    products: tuple[Product, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRule:
    """What cannot wait for the weekly mail: all that is given must hold of an event and an account it touches.

    `tag` of the event; `stake` is the least yearly revenue, in its currency; `notice` the most days until the last day
    to give notice.
    """

    tag: str | None = None
    stake: "Revenue | None" = None
    notice: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alerts:
    """When a person is told at once, by which channels ("mail", or a name of bellwether.toml), and how often a day."""

    rules: tuple[AlertRule, ...] = ()
    channels: tuple[str, ...] = ("mail",)
    at_most: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """An absence, its first and last day (None: already, and until deleted), and the key of who stands in."""

    deputy: str
    since: date | None = None
    until: date | None = None

    def on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """No mails until that day (None: until deleted), and why."""

    why: str
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A reader. `digest_day` is 0 for Monday; the hour is local to `zone`. An analyst gets the analysts' edition.

    `leads` are the keys of the owners whose accounts this person reads of in one mail, added up.
    """

    key: str
    name: str
    email: str
    zone: str
    digest_day: int = 0
    digest_time: time = time(7, 0)
    analyst: bool = False
    alerts: Alerts = Alerts()
    leads: tuple[str, ...] = ()
    away: Away | None = None
    paused: Paused | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A rival's product this account runs beside or instead of ours; None: which one is not known."""

    competitor: str
    product: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revenue:
    """Yearly revenue, or the two ends of a band (equal where exact), in one currency."""

    low: Decimal
    high: Decimal
    currency: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What one unit of a currency was worth in ours on a day."""

    day: date
    currency: str
    worth: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Our currency, and what others were worth in it; the newest day not after today counts."""

    currency: str
    days: tuple[Rate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """When the contract ends, and the last day to give notice: that one is the deadline."""

    ends: date
    notice: date
    auto: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    """What this account's readers do not want to hear of, until when, and why."""

    why: str
    tag: str | None = None
    competitor: str | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One of our customers; a key account is one with a tier. `stage` is what the file says, if anything."""

    name: str
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    ambiguous: bool = False
    tier: str | None = None
    owner: str | None = None
    team: tuple[str, ...] = ()
    industry: str | None = None
    places: tuple[str, ...] = ()
    buys: tuple[str, ...] = ()
    also_uses: tuple[Use, ...] = ()
    bound_by: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    revenue: Revenue | None = None
    renewal: Renewal | None = None
    next_meeting: date | None = None
    mute: tuple[Mute, ...] = ()
    crm: str | None = None  # its id in the CRM
    origin: Origin | None = None
    stage: Stage | None = None

    @property
    def reached(self) -> Stage:
        """The stage, as written or by the tier."""
        return self.stage or (Stage.KEY_ACCOUNT if self.tier else Stage.CUSTOMER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """Everything `accounts.yaml` declares. `topics` are (narrow, broad) pairs of the topic tree."""

    us: Us
    people: tuple[Person, ...] = ()
    accounts: tuple[Account, ...] = ()
    topics: tuple[tuple[str, str], ...] = ()
    rates: Rates | None = None

    def person(self, key: str) -> Person | None:
        return next((person for person in self.people if person.key == key), None)

    def named(self, name: str) -> Account | None:
        return next((account for account in self.accounts if account.name == name), None)
