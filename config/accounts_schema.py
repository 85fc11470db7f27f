"""What may stand in `accounts.yaml`."""

from datetime import time
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from config.schedules import parse_clock, parse_day, parse_zone
from config.schema import Fault, Many, Strict
from config.sources_schema import PausedEntry, Tag
from config.values import Day, Domain, Email, Name, Text, revenue


def digest_hour(text: str) -> tuple[int, time]:
    """Weekday (0 for Monday) and hour of "mon 07:00"."""
    words = text.split()
    if len(words) != 2:
        raise Fault(f"'{text}' is no day and hour", "write mon 07:00")
    return parse_day(words[0]), parse_clock(words[1])


def _digest(text: str) -> str:
    digest_hour(text)
    return text


def _revenue(text: str) -> str:
    revenue(text)
    return text


class ProductEntry(Strict):
    """One of our products; `rivals` is checked by hand because a rival's products may be one, many or none."""

    name: Name
    what: Text = ""
    topics: Many[Name] = ()
    rivals: dict[Name, Many[Name] | None] = Field(default_factory=dict)


class UsEntry(Strict):
    """Our own company."""

    name: Name
    products: tuple[ProductEntry, ...] = ()


class AlertRuleEntry(Strict):
    """One kind of thing that cannot wait."""

    EXAMPLE: ClassVar[str] = "{tag: pricing, stake: 250000 EUR}"

    tag: Tag | None = None
    stake: Annotated[str, AfterValidator(_revenue)] | None = None
    notice: Annotated[int, Field(ge=1, le=400)] | None = None

    @model_validator(mode="after")
    def something(self) -> Self:
        if self.tag is None and self.stake is None and self.notice is None:
            raise Fault("a rule for alerts names a tag, a stake or a notice", "write {tag: pricing, stake: 250000 EUR}")
        return self


class AlertsEntry(Strict):
    """What a person is told at once."""

    EXAMPLE: ClassVar[str] = "{when: [{tag: regulatory}, {notice: 60}], by: [mail], at_most: 3}"

    when: tuple[AlertRuleEntry, ...]
    by: Many[Name] = ("mail",)
    at_most: Annotated[int, Field(ge=1, le=20)] = 3


class AwayEntry(Strict):
    """From when until when somebody is away, and who stands in for them."""

    EXAMPLE: ClassVar[str] = "{until: 2027-03-15, deputy: owen}"

    deputy: Name
    since: Day | None = None
    until: Day | None = None


class PersonEntry(Strict):
    """A reader of the digest."""

    name: Name
    email: Email
    zone: Annotated[str, AfterValidator(parse_zone)]
    digest: Annotated[str, AfterValidator(_digest)] = "mon 07:00"
    analyst: bool = False
    leads: Many[Name] = ()
    away: AwayEntry | None = None
    paused: PausedEntry | None = None
    alerts: AlertsEntry | None = None


class RenewalEntry(Strict):
    """The contract's end and the last day to give notice."""

    EXAMPLE: ClassVar[str] = "{ends: 2027-07-01, notice: 2027-04-02}"

    ends: Day
    notice: Day
    auto: bool = False

    @model_validator(mode="after")
    def in_order(self) -> Self:
        if self.notice > self.ends:
            raise Fault(f"notice {self.notice} is after the end {self.ends}", "notice is the last day to cancel")
        return self


class MuteEntry(Strict):
    """What not to say, until when, and why."""

    EXAMPLE: ClassVar[str] = "[{tag: hiring, until: 2027-06-30, why: Their freeze}]"

    why: Text
    tag: Tag | None = None
    competitor: Name | None = None
    until: Day | None = None

    @model_validator(mode="after")
    def something(self) -> Self:
        if self.tag is None and self.competitor is None:
            raise Fault("a mute names a tag or a competitor", "write {tag: hiring, until: 2026-06-30, why: ...}")
        return self


class AccountEntry(Strict):
    """One of our customers."""

    name: Name
    aliases: Many[Name] = ()
    former_names: Many[Name] = ()
    tickers: Many[Name] = ()
    domains: Many[Domain] = ()
    ambiguous: bool = False
    tier: Name | None = None
    stage: Literal["suspect", "prospect", "customer", "key account"] | None = None
    owner: Name | None = None
    team: Many[Name] = ()
    industry: Name | None = None
    places: Many[Name] = ()
    buys: Many[Name] = ()
    also_uses: dict[Name, Many[Name] | None] = Field(default_factory=dict)
    bound_by: Many[Name] = ()
    topics: Many[Name] = ()
    partners: Many[Name] = ()
    revenue: Annotated[str, AfterValidator(_revenue)] | None = None
    renewal: RenewalEntry | None = None
    next_meeting: Day | None = None
    mute: Many[MuteEntry] = ()
    crm: Name | None = None


class AccountsDocument(Strict):
    """The top of `accounts.yaml`; people and accounts are checked one by one."""

    us: dict[str, Any]
    people: dict[str, Any] = Field(default_factory=dict)
    accounts: tuple[Any, ...] = ()
    topics: dict[str, Any] = Field(default_factory=dict)
    rates: dict[str, Any] = Field(default_factory=dict)
    tables: Many[Any] = ()
    calendars: Many[Name] = ()
