"""Clauses of headlines about prices that rose or fell: one plan, several, both ends of a range, or by how much."""

from collections.abc import Sequence
from decimal import Decimal

import re2

from classifiers.headlines.price_term_phrases import since
from classifiers.wording.money import find_money
from classifiers.wording.said_amounts import FITS, fitting, money, percent, several, unit
from domain.findings import Price
from domain.grammar import owned

BOTH_FIT = 110  # characters: two prices are told to the end where they are no longer
FEE_NAME = re2.compile(r"(?i)\b(?:fee|charge|cost|gebühr)s?$")  # names itself what is paid once


def moved_line(subject: str, moved: Sequence[Price]) -> str:
    """ "X raises Pro from $49 to $59 per seat a month (+20.4%)"; of several, as many as fit."""
    if not moved:
        return ""
    if len(moved) == 1:
        return dated(one_moved(subject, moved[0]), moved)
    if len(moved) == 2 and {price.bound for price in moved} == {"from", "up to"} and moved[0].plan == moved[1].plan:
        return dated(range_moved(subject, *moved), moved)
    ups = [up_or_down(price) for price in moved]
    verb = "raises" if set(ups) == {1} else "cuts" if set(ups) == {-1} else "changes"
    unlike = len({(one.period, one.per, one.billed) for one in moved}) > 1
    least = all(price.bound == "from" for price in moved)
    steps = [step(price, unlike, mixed=not least) for price in moved]
    if not unlike and len(", ".join(steps)) <= FITS:
        steps[-1] += unit(moved[-1])
    said = ", ".join(steps) if len(steps) == 2 and len(", ".join(steps)) <= BOTH_FIT else fitting(steps)
    return dated(f"{subject} {verb} {several(len(moved), 'starting price' if least else 'price')}: {said}", moved)


def difference_line(subject: str, told: Sequence[Price]) -> str:
    """ "X raises Pro by $4 to $29 a month, from 1 June 2027": by how much a price moves, whatever it was."""
    steps = [price for price in told if price.difference and not price.comparable]
    if not steps:
        return ""
    price = steps[0]
    verb = "raises" if (price.difference or 0) > 0 else "cuts"
    by = money(abs(price.difference or Decimal(0)), price.currency)
    cost = f" to {money(price.amount_after, price.currency)}" if price.amount_after is not None else ""
    more = f", and {several(len(steps) - 1, 'more price')}" if len(steps) > 1 else ""
    named = price.plan if price.plan and not find_money(price.plan) else "its price"
    return f"{subject} {verb} {named} by {by}{cost}{unit(price)}{since(price.effective_on)}{more}"


def one_moved(subject: str, price: Price) -> str:
    before, after = price.amount_before or Decimal(0), price.amount_after or Decimal(0)
    to = f"{money(after, price.currency)}{unit(price)}"
    if not before:
        named = price.plan or "plan"
        return f"{subject} ends the free {named}{'' if named.casefold().endswith('plan') else ' plan'}: now {to}"
    if not after:
        return f"{subject} makes {price.plan or 'a plan'} free (was {money(before, price.currency)}{unit(price)})"
    verb = ("changes", "raises", "cuts")[up_or_down(price)]
    return f"{subject} {verb} {thing(price)} from {money(before, price.currency)} to {to}{percent(before, after)}"


def range_moved(subject: str, low: Price, high: Price) -> str:
    """ "X raises Migration from £500–£2,500 to £600–£3,000 per project"."""
    verb = ("changes", "raises", "cuts")[up_or_down(low) if up_or_down(low) == up_or_down(high) else 0]
    before, after = (
        "–".join(money(amount or Decimal(0), low.currency) for amount in ends)
        for ends in ((low.amount_before, high.amount_before), (low.amount_after, high.amount_after))
    )
    return f"{subject} {verb} {low.plan or 'a price'} from {before} to {after}{unit(high)}"


def up_or_down(price: Price) -> int:
    before, after = price.amount_before or Decimal(0), price.amount_after or Decimal(0)
    return (after > before) - (after < before)


def thing(price: Price) -> str:
    """What costs it: the plan, its starting price, its one-off fee; a plan called by its price is just a price."""
    named = price.plan if price.plan and not find_money(price.plan) else None
    if price.charge == "one-off" and named:
        return named if FEE_NAME.search(named) else f"{owned(named)} one-off fee"
    if price.bound == "from" and named:
        return f"{owned(named)} starting price"
    if named:
        return named
    return "its starting price" if price.bound == "from" else "a price"


def step(price: Price, unlike: bool, *, mixed: bool) -> str:
    """ "Pro €19 → €22", with its period where not all have the same, and "from" where not all are starting prices."""
    before, after = price.amount_before or Decimal(0), price.amount_after or Decimal(0)
    named = f"{price.plan} " if price.plan and not find_money(price.plan) else ""
    least = "from " if mixed and price.bound == "from" else ""
    was = f"{least}{money(before, price.currency_before or price.currency)}"
    return f"{named}{was} → {least}{money(after, price.currency)}{unit(price) if unlike else ''}"


def dated(line: str, prices: Sequence[Price]) -> str:
    """The line with the day from which the new prices hold, where all name one."""
    days = {price.effective_on for price in prices}
    return line + since(days.pop()) if len(days) == 1 else line
