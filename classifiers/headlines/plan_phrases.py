"""Clauses of headlines about plans: renamed, with what they now cost, or given up for others."""

from collections.abc import Sequence
from decimal import Decimal

from classifiers.headlines.offer_phrases import cost_of
from classifiers.headlines.price_moves import dated, moved_line, up_or_down
from classifiers.headlines.spoken_facts import new_plans
from classifiers.wording.said_amounts import FITS, fitting, listed, money, percent, several, unit
from domain.changes import Edit
from domain.findings import Fact, Price, PriceKind


def renamed_line(subject: str, prices: Sequence[Price], moved: Sequence[Price]) -> str:
    """ "X renames Team to Growth and raises it to $59 per seat a month (+20.4%)", and what else rose or fell."""
    renamed = [price for price in prices if price.kind is PriceKind.PLAN_RENAMED and price.before and price.after]
    if not renamed:
        return ""
    costs = {price.plan: price for price in moved}
    names = {price.after for price in renamed}
    others = [price for price in moved if price.plan not in names]
    if len(renamed) == 1:
        cost = costs.get(renamed[0].after)
        line = f"{subject} renames {renamed[0].before} to {renamed[0].after} and {repriced(cost)}" if cost else ""
        line = line or f"{subject} renames its {renamed[0].before} plan {renamed[0].after}{hidden(renamed[0], prices)}"
    else:
        steps = [f"{one.before} → {one.after}{bracketed(costs.get(one.after))}" for one in renamed]
        line = f"{subject} renames {several(len(renamed), 'plan')}: {fitting(steps)}"
    further = moved_line(subject, others).removeprefix(f"{subject} ")
    also = len(line) + len(further) <= 2 * FITS
    return f"{line}; {further}" if others and also else dated(line, [one for one in moved if one.plan in names])


def hidden(renamed: Price, prices: Sequence[Price]) -> str:
    """ " and no longer shows its price ($100 a month)", where words of contact took the place of its amount."""
    gone = [
        price
        for price in prices
        if price.kind is PriceKind.AMOUNT and price.plan == renamed.after and price.amount_after is None
    ]
    return f" and no longer shows its price ({cost_of(gone[0])})" if len(gone) == 1 else ""


def repriced(price: Price) -> str:
    """ "raises it to $59 per seat a month (+20.4%)"."""
    before, after = price.amount_before or Decimal(0), price.amount_after or Decimal(0)
    if not before or not after:
        return f"now asks {money(after, price.currency)}{unit(price)} for it" if after else "makes it free"
    verb = ("changes", "raises", "cuts")[up_or_down(price)]
    return f"{verb} it to {money(after, price.currency)}{unit(price)}{percent(before, after)}"


def bracketed(price: Price | None) -> str:
    if price is None:
        return ""
    before, after = price.amount_before or Decimal(0), price.amount_after or Decimal(0)
    return f" ({money(before, price.currency_before or price.currency)} → {money(after, price.currency)})"


def new_plans_line(subject: str, facts: Sequence[Fact], edits: Sequence[Edit]) -> str:
    """ "X drops Solo and Team and adds Personal at $8 and Crew at $19": plans that gave way to others."""
    came, went = new_plans(facts, edits)
    if not came:
        return ""
    prices = {fact.value.plan: fact.value for fact in reversed(facts) if isinstance(fact.value, Price)}
    shown = [f"{name} at {money(prices[name].amount_after or Decimal(0), prices[name].currency)}" for name in came]
    return f"{subject} drops {listed(went)} and adds {listed(shown)}"
