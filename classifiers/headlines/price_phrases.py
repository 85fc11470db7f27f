"""Clauses of headlines about prices: what rose, fell, came, went, or is only shown another way."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import re2

from classifiers.headlines.price_term_phrases import (
    contact_line,
    reduced_line,
    share_line,
    since,
    terms_line,
    view_line,
)
from classifiers.headlines.spoken_facts import new_plans
from classifiers.prices.labels import heading_of
from classifiers.wording.days import ANY_DAY, MONTHS
from classifiers.wording.money import find_money
from classifiers.wording.said_amounts import FITS, fitting, listed, money, percent, several, unit
from domain.changes import Edit
from domain.findings import Fact, Price, PriceKind
from domain.grammar import owned

Edits = Mapping[str, Edit]

# "Changes to our pricing", "An update on prices": a title of these words says that there is news, and not what.
VAGUE_LIST = (
    "a an the our its your new updated upcoming important some changes change update updates updating changing notice "
    "information to on of about for in and pricing price prices plan plans subscription subscriptions billing "
    "announcement announcing effective taking effect from"
)
BOTH_FIT = 110  # characters: two prices are told to the end where they are no longer
YEAR = re2.compile(r"\b20\d\d\b")
# "Tern plans to open a yard": somebody means to do it.
INTENDS = re2.compile(r"(?i)\bplans? (?:to|an?|its|another|more|\d+)\b")
FEE_NAME = re2.compile(r"(?i)\b(?:fee|charge|cost|gebühr)s?$")  # names itself what is paid once
PRICE_TITLE = re2.compile(r"(?i)\b(?:pric(?:e|es|ing)|fees?|rates?|tariffs?|subscriptions?|plans?)\b")

VAGUE = frozenset(VAGUE_LIST.split())


def only_about_prices(title: str, subject: str) -> bool:
    """Whether a title says no more than that something is new about prices or plans."""
    words = {word.strip(" .,:;!").casefold() for word in ANY_DAY.sub(" ", title).split()}
    dates = {word for word in words if word.isdigit() or word in MONTHS}
    return words - dates <= VAGUE | {word.casefold() for word in subject.split()}


def leaves_out_prices(title: str, facts: Sequence[Fact]) -> bool:
    """Whether a title speaks of prices without a number, and a sentence beneath tells from what to what."""
    told = any(isinstance(fact.value, Price) and fact.value.comparable and fact.value.plan for fact in facts)
    return (
        told
        and PRICE_TITLE.search(INTENDS.sub("", title)) is not None
        and not any(map(str.isdigit, YEAR.sub("", title)))
    )


def price_line(subject: str, facts: Sequence[Fact], edits: Edits) -> str:
    """The weightiest thing that price facts tell: moves, then views, discounts, what came or went, terms."""
    prices = [fact.value for fact in facts if isinstance(fact.value, Price)]
    amounts = [price for price in prices if price.kind is PriceKind.AMOUNT]
    place = page_of(facts, edits)
    place = "" if place.casefold() == subject.casefold() else place
    moved = [price for price in amounts if price.comparable]
    reduced = [price for price in prices if price.kind is PriceKind.DISCOUNT and price.amount_after is not None]
    return (
        renamed_line(subject, prices, moved)
        or moved_line(subject, moved)
        or share_line(subject, [price for price in prices if price.percent is not None])
        or view_line(subject, [price for price in prices if price.view])
        or reduced_line(subject, reduced)
        or contact_line(subject, [price for price in amounts if price not in moved])
        or extra_line(subject, facts, edits)
        or come_or_gone_line(subject, prices, place)
        or terms_line(subject, prices)
    )


def new_plans_line(subject: str, facts: Sequence[Fact], edits: Sequence[Edit]) -> str:
    """ "X drops Solo and Team and adds Personal at $8 and Crew at $19": plans that gave way to others."""
    came, went = new_plans(facts, edits)
    if not came:
        return ""
    prices = {fact.value.plan: fact.value for fact in reversed(facts) if isinstance(fact.value, Price)}
    shown = [f"{name} at {money(prices[name].amount_after or Decimal(0), prices[name].currency)}" for name in came]
    return f"{subject} drops {listed(went)} and adds {listed(shown)}"


def dated(line: str, prices: Sequence[Price]) -> str:
    """The line with the day from which the new prices hold, where all name one."""
    days = {price.effective_on for price in prices}
    return line + since(days.pop()) if len(days) == 1 else line


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


def extra_line(subject: str, facts: Sequence[Fact], edits: Edits) -> str:
    """ "X adds an extra at $5 for Personal": the one amount that came or went is that of an extra, under a plan."""
    amounts = [fact for fact in facts if isinstance(fact.value, Price) and fact.value.kind is PriceKind.AMOUNT]
    edit = edits.get(amounts[0].quote.edit) if len(amounts) == 1 else None
    price = amounts[0].value if edit is not None else None
    if edit is None or not isinstance(price, Price) or price.charge != "add-on" or edit.path[-1:] != (price.plan,):
        return ""
    return (
        f"{subject} {'drops' if price.amount_after is None else 'adds'} an extra at {cost_of(price)} for {price.plan}"
    )


def come_or_gone_line(subject: str, prices: Sequence[Price], place: str) -> str:
    """Offers that came, else those that went; what went beside what came is told behind it."""
    amounts = [price for price in prices if price.kind is PriceKind.AMOUNT]
    added = [price for price in amounts if price.amount_before is None and price.amount_after is not None]
    removed = [price for price in amounts if price.amount_before is not None and price.amount_after is None]
    plans = {price.plan for price in prices if price.kind in (PriceKind.PLAN_ADDED, PriceKind.PLAN_REMOVED)}
    if len(added) == 1 and added[0].effective_on and added[0].plan and added[0].plan not in plans:
        return dated(f"{subject} asks {cost_of(added[0])} for {added[0].plan}", added)
    if added:
        line = listed_line(subject, "adds", "to", added, place, plans)
        gone = list(dict.fromkeys(price.plan for price in removed if price.plan))
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


def page_of(facts: Sequence[Fact], edits: Edits) -> str:
    """The heading that all prices stand under, if there is one that is not just "Pricing"."""
    paths = [edits[fact.quote.edit].path for fact in facts if fact.quote.edit in edits]
    plans = {fact.value.plan for fact in facts if isinstance(fact.value, Price)}
    shared = [
        title for title in (paths[0] if paths else ()) if all(title in path for path in paths) and title not in plans
    ]
    return heading_of(shared[:1]) or heading_of(shared) or ""
