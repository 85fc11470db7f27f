"""Amounts told by the month that are paid for a year at once: "$24 billed annually" beside "$29 monthly"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from classifiers.prices.billing import BILLED_YEARLY
from classifiers.prices.labels import label_before
from classifiers.prices.lines import name_in
from classifiers.prices.offers import Offer
from classifiers.wording.money import find_money
from classifiers.wording.patterns import Pattern
from classifiers.wording.units import how_often
from domain.findings import Side

BEHIND = 40
# "billed annually" is how a year's amount is told, too; "per year" and "/yr" tell only that.
PAID = Pattern(r"(?i)\b(?:billed|paid|charged|invoiced) (?:annually|yearly|once a year)\b")
# "or save 20% when billed annually" offers another contract; "when billed annually" right behind an amount is its own.
OTHERWISE = Pattern(
    r"(?i)%|\b(?:sav\w+|or|not|never|no|without|switch\w*|unless|less|cheaper|lower|discount\w*|off|free|oder|ou|sans|kein\w*|ohne|nicht)\b"
)
EITHER = Pattern(r"(?i)^\s?(?:or|/|oder|ou|o)\s?(?:month|monatlich|mensuel|mensual)")
# All that may stand ahead of the words in a line of their own, but for a unit.
AHEAD = Pattern(r"(?i)^[\s,;:.(·•|+*–—-]*(?:(?:if|when|and|price|wenn|si)\s)?[\s(]*$")
HALF = 2
Place = tuple[Side, str, str]


def contracted(found: Sequence[Offer]) -> list[Offer]:
    """The offers with what is said of their contract.

    "billed annually" behind an amount is no period of a year where the plan asks a little more than that for a month.
    """
    monthly: dict[Place, Decimal] = {}
    for offer in found:
        if offer.money.period == "month":
            monthly[place_of(offer)] = max(offer.money.amount, monthly.get(place_of(offer), Decimal(0)))
    return [by_contract(offer, monthly.get(place_of(offer))) for offer in found]


def place_of(offer: Offer) -> Place:
    return offer.passage.side, offer.plan_key, offer.money.currency


def is_one_month(offer: Offer, month: Decimal | None) -> bool:
    """Whether a month costs as much or a little more, by a line beside the amount or by another offer of its plan."""
    beside = offer.passage.edit.beside
    apart = not offer.plan or (beside is not None and name_in(beside.above) is not None)
    known = [*monthly_beside(offer), *([month] if month is not None and not apart else [])]
    return any(0 < offer.money.amount <= one <= HALF * offer.money.amount for one in known)


def monthly_beside(offer: Offer) -> Iterator[Decimal]:
    """Amounts of a month in the unchanged lines beside the offer that name nothing else."""
    beside = offer.passage.edit.beside
    for line in (beside.above, beside.below) if beside else ():
        for money in find_money(line):
            same = money.period == "month" and money.currency == offer.money.currency
            if same and label_before(line[: money.start]) is None:
                yield money.amount


def by_contract(offer: Offer, month: Decimal | None) -> Offer:
    money = offer.money
    paid = PAID.search(offer.passage.text[money.end : money.stop])
    if paid and money.period == "year" and is_one_month(offer, month):
        return replace(offer, money=replace(money, period="month"), billed="year")
    own = money.period == "month" and (says_yearly(behind(offer)) or says_yearly_below(offer))
    return replace(offer, billed="year") if own else offer


def behind(offer: Offer) -> str:
    """The words behind an amount, up to the next one."""
    words: str = offer.passage.text[offer.money.end : offer.money.stop + BEHIND]
    other = next(iter(find_money(words)), None)
    return words[: other.start] if other else words


def says_yearly(words: str) -> bool:
    """Whether words say that a year is paid at once, and neither deny it nor offer it as another choice."""
    match = BILLED_YEARLY.search(words)
    return match is not None and not OTHERWISE.search(words[: match.start()]) and not EITHER.match(words[match.end() :])


def says_yearly_below(offer: Offer) -> bool:
    """Whether the line below begins with such words, or with a unit and then them."""
    line = offer.passage.edit.beside.below if offer.passage.edit.beside else ""
    match = BILLED_YEARLY.search(line)
    if match is None or find_money(line):
        return False
    ahead = line[: match.start()]
    return says_yearly(line) and AHEAD.match(ahead[how_often(ahead, 0)[2] :]) is not None
