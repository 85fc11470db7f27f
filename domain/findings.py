"""What a change means: tags with the words that fired, and typed facts with the quote they came from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class TagName(StrEnum):
    """The five tags, then those of the rule packs."""

    PRICING = "pricing"
    PRODUCT = "product"
    PARTNERSHIP = "partnership"
    REGULATORY = "regulatory"
    EXECUTIVE = "executive"
    FINANCIAL = "financial"
    HIRING = "hiring"
    EVENT = "event"
    EXPANSION = "expansion"
    SETBACK = "setback"


FIVE_TAGS = (TagName.PRICING, TagName.PRODUCT, TagName.PARTNERSHIP, TagName.REGULATORY, TagName.EXECUTIVE)
PACKS = tuple(tag for tag in TagName if tag not in FIVE_TAGS)


class Side(StrEnum):
    """Which text of an edit a quote stands in."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of an edit: code-point offsets `start`..`end` into its before or after text."""

    edit: str
    side: Side
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One tag with its confidence (0..1), the rule that gave it and the words that fired.

    `rules` are the ids of all rules that agreed on it, that one first; empty in what an earlier version stored.
    """

    tag: TagName
    confidence: float
    rule: str
    quotes: tuple[Quote, ...]
    rules: tuple[str, ...] = ()


class PriceKind(StrEnum):
    """What about an offer changed."""

    AMOUNT = "amount"
    PLAN_ADDED = "plan_added"
    PLAN_REMOVED = "plan_removed"
    PLAN_RENAMED = "plan_renamed"
    QUOTA = "quota"
    BILLING_TERM = "billing_term"
    FREE_TIER = "free_tier"
    DISCOUNT = "discount"


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """One price fact. Amounts are None where there was or is none; `before`/`after` are words of the page.

    `bound` is "from" or "up to". `charge` is what besides the plan is paid for: "add-on", "usage" or "one-off".
    `view` says that the page only shows the offer another way ("billing", "currency", "tax", "bound"): nothing rose or
    fell. `currency_before` and `period_before` stand only where they were others. `percent` is told of prices that move
    by a share, without their amounts; `difference` is by how much a price is said to move (below zero where it falls),
    and stands alone or beside the new amount; `ends_on` is the last day of a discount. `billed` is "year" where an
    amount told by the month is paid for a year at once.
    """

    kind: PriceKind
    plan: str | None
    before: str | None = None
    after: str | None = None
    amount_before: Decimal | None = None
    amount_after: Decimal | None = None
    currency: str | None = None
    period: str | None = None
    per: str | None = None
    bound: str | None = None
    charge: str | None = None
    view: str | None = None
    currency_before: str | None = None
    period_before: str | None = None
    effective_on: date | None = None
    ends_on: date | None = None
    percent: Decimal | None = None
    billed: str | None = None
    difference: Decimal | None = None

    @property
    def comparable(self) -> bool:
        """Whether its two amounts may be told as a rise or a fall."""
        return self.view is None and self.amount_before is not None and self.amount_after is not None

    @property
    def rise(self) -> Decimal | None:
        """By how much it goes up, below zero where down: by two amounts, else as told (an amount, or a share)."""
        if self.view is not None:
            return None
        if self.amount_before is not None and self.amount_after is not None:
            return self.amount_after - self.amount_before
        return self.difference if self.difference is not None else self.percent


class Move(StrEnum):
    """What a person did, or is to do; `in_office` is said of who stands on a team page now."""

    JOINED = "joined"
    LEFT = "left"
    PROMOTED = "promoted"
    INTERIM = "interim"
    BOARD = "board"
    IN_OFFICE = "in_office"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A person's move: name, role, organisation left or joined if stated, who follows, whom they follow, from when."""

    person: str
    role: str | None
    move: Move
    organisation: str | None = None
    came_from: str | None = None
    successor: str | None = None
    predecessor: str | None = None
    effective_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership:
    """Two or more named parties doing something together.

    `kind` is partnership, agreement, alliance, reseller, distribution, integration, joint venture, licensing, customer,
    sponsorship, acquisition (the first party buys the second), or ended.
    """

    parties: tuple[str, ...]
    kind: str
    region: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductMove:
    """A product launched, previewed, retired, renamed, replaced, or with a feature added or removed."""

    name: str
    move: str
    before: str | None = None
    version: str | None = None
    effective_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Regulation:
    """An agency's act, a registration, a certificate or a filing; `amount` is what a fine or settlement costs."""

    what: str
    agency: str | None = None
    name: str | None = None
    level: str | None = None
    product: str | None = None
    number: str | None = None
    effective_on: date | None = None
    amount: Decimal | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A reported figure: metric, amount (unscaled), currency or unit, growth in percent, period.

    `at_least` says that the amount was written as a floor: "9,000+ merchants".
    """

    metric: str
    amount: Decimal | None
    currency: str | None = None
    growth: Decimal | None = None
    period: str | None = None
    at_least: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Open roles: how many of one role, in one place."""

    role: str
    place: str | None
    count: int = 1
    function: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setback:
    """What weakens a company: `kind` is lay_offs, closure, outage, breach, insolvency or profit_warning.

    `count` is people laid off or customers touched, `share` the percentage of the staff, `what` the product or site.
    """

    kind: str
    what: str | None = None
    count: int | None = None
    share: Decimal | None = None
    place: str | None = None


FactValue = Price | Appointment | Partnership | ProductMove | Regulation | Figure | Opening | Setback


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A typed finding with the quote it came from and the finder's confidence (0..1)."""

    type: str
    value: FactValue
    quote: Quote
    confidence: float
    part: str = "page"


FACT_TYPES: dict[str, type] = {
    "price": Price,
    "appointment": Appointment,
    "partnership": Partnership,
    "product": ProductMove,
    "regulation": Regulation,
    "figure": Figure,
    "opening": Opening,
    "setback": Setback,
}
