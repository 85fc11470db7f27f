"""Clauses of headlines about offers that came or went: price tiers, one plan, an extra, a one-off fee."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import re2

from classifiers.headlines.price_moves import FEE_NAME, dated
from classifiers.prices.lines import name_beside
from classifiers.wording.clauses import quoted
from classifiers.wording.money import find_money
from classifiers.wording.said_amounts import listed, money, several, unit
from domain.changes import Edit
from domain.findings import Fact, Price, PriceKind

Edits = Mapping[str, Edit]
LONGEST_EXTRA = 48
# What stands between a thing and its amount: "Custom domain for $5", "Eigene Domain ab 5 €".
AHEAD = re2.compile(r"(?i)[\s,:(–—-]*(?:\b(?:for|at|from|only|just|costs?|is|ab|für|nur|à|pour|dès|por|desde)\s*)*$")


def extra_line(subject: str, facts: Sequence[Fact], edits: Edits) -> str:
    """ "X adds “Custom domain” at $5 to Solo": where the one amount that came, went or moved is that of an extra."""
    amounts = [fact for fact in facts if isinstance(fact.value, Price) and tells_amount(fact.value)]
    edit = edits.get(amounts[0].quote.edit) if len(amounts) == 1 else None
    price = amounts[0].value if edit is not None else None
    if edit is None or not isinstance(price, Price) or price.charge != "add-on" or edit.path[-1:] != (price.plan,):
        return ""
    extra = extra_name(edit)
    if price.amount_before is not None and price.amount_after is not None:
        return extra_moved(subject, extra, price) if extra and not price.view else ""
    gone = price.amount_after is None
    told = quoted(extra) if extra else "an extra"
    line = f"{subject} {'drops' if gone else 'adds'} {told} at {cost_of(price)} {'from' if gone else 'to'} {price.plan}"
    return dated(line, [price])


def tells_amount(price: Price) -> bool:
    told = price.amount_before is not None or price.amount_after is not None
    return price.kind is PriceKind.AMOUNT or (price.kind is PriceKind.BILLING_TERM and told)


def extra_moved(subject: str, extra: str, price: Price) -> str:
    """ "X raises “Custom domain” of Solo from $5 to $6 a month"; of another period only what is asked now and was."""
    before, after = price.amount_before or Decimal(0), price.amount_after or Decimal(0)
    verb = "changes" if price.period_before else "raises" if after > before else "cuts" if after < before else "changes"
    line = f"{subject} {verb} {quoted(extra)} of {price.plan} from {money(before, price.currency)} to {cost_of(price)}"
    return dated(line, [price])


def extra_name(edit: Edit) -> str:
    """What the words before an amount, or the line above it, call the thing that it is asked for."""
    text = edit.after or edit.before or ""
    found = find_money(text)
    lead = AHEAD.sub("", text[: found[0].start]) if found else ""
    name = lead.strip(" :–—-,(")
    if not any(map(str.isalpha, name)):
        name = (name_beside(edit) or "") if found and not text[: found[0].start].strip() else ""
    return name if len(name) <= LONGEST_EXTRA else ""


def come_or_gone_line(subject: str, prices: Sequence[Price], place: str, gone: Sequence[str]) -> str:
    """Offers that came, else those that went; the plans `gone` beside what came are told behind it."""
    amounts = [price for price in prices if price.kind is PriceKind.AMOUNT]
    added = [price for price in amounts if price.amount_before is None and price.amount_after is not None]
    removed = [price for price in amounts if price.amount_before is not None and price.amount_after is None]
    plans = {price.plan for price in prices if price.kind in (PriceKind.PLAN_ADDED, PriceKind.PLAN_REMOVED)}
    if len(added) == 1 and added[0].effective_on and added[0].plan and added[0].plan not in plans:
        return dated(f"{subject} asks {cost_of(added[0])} for {added[0].plan}", added)
    if added:
        line = listed_line(subject, "adds", "to", added, place, plans)
        return dated(line, added) + (f"; {listed(gone, 2)} gone" if gone else "")
    return listed_line(subject, "drops", "from", removed, place, plans) if removed else ""


def listed_line(
    subject: str, verb: str, joint: str, prices: Sequence[Price], place: str, plans: set[str | None]
) -> str:
    """ "X adds six price tiers to Hotels API, $500 to $28,000 a month"; of one plan, its name and price."""
    where = f" {joint} {place}" if place else ""
    if len(prices) == 1:
        return f"{subject} {verb} {one_listed(prices[0], place, plans)}{where if prices[0].plan not in plans else ''}"
    amounts = [
        amount
        for p in prices
        if (amount := p.amount_after if p.amount_after is not None else p.amount_before) is not None
    ]
    low, high = min(amounts), max(amounts)
    named = {price.plan for price in prices}
    same = {(price.period, price.per, price.currency) for price in prices}
    tail = unit(prices[0]) if len(same) == 1 else ""
    span = money(low, prices[0].currency) + (f" to {money(high, prices[0].currency)}" if low != high else "")
    if len(named) == 1 and None not in named and place not in named:
        return f"{subject} {verb} {prices[0].plan}{where}, {span}{tail}"
    return f"{subject} {verb} {several(len(prices), 'price tier')}{where}, {span}{tail}"


def one_listed(price: Price, place: str, plans: set[str | None]) -> str:
    """ "the Scale plan at $120 a month", "$79 per seat", "the free Hobby plan"."""
    only = (price.amount_before if price.amount_after is None else price.amount_after) or Decimal(0)
    cost = cost_of(price)
    if price.charge == "one-off" and price.plan and FEE_NAME.search(price.plan):
        return f"the {price.plan} of {cost}"
    if price.charge == "one-off" and price.plan:
        return f"a one-off fee of {cost}{'' if price.plan == place else f' for {price.plan}'}"
    if not price.plan or price.plan == place or find_money(price.plan):
        return f"a price of {cost}"
    if price.plan in plans:
        free = "its " if price.plan.casefold() == "free" else "the free "
        named = price.plan if price.plan.casefold().endswith("plan") else f"{price.plan} plan"
        gone = price.amount_after is None
        asks = f", from {cost}" if price.bound == "from" else f" at {cost}"
        return (f"the {named} ({cost})" if gone else f"the {named}{asks}") if only else f"{free}{named}"
    return f"{price.plan} {'from' if price.bound == 'from' else 'at'} {cost}"


def cost_of(price: Price) -> str:
    """ "up to $59 per seat a month": the amount that there is, with its bound."""
    only = (price.amount_before if price.amount_after is None else price.amount_after) or Decimal(0)
    bound = f"{price.bound} " if price.bound == "up to" else ""
    return f"{bound}{money(only, price.currency)}{unit(price)}"
