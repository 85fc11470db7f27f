"""Clauses of headlines about plans: renamed, with what they now cost, or given up for others."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from classifiers.headlines.offer_phrases import Edits, cost_of
from classifiers.headlines.price_moves import dated, moved_line, up_or_down
from classifiers.headlines.spoken_facts import new_plans
from classifiers.wording.said_amounts import FITS, fitting, listed, money, percent, several, unit
from domain.changes import Edit, EditKind
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


def replaced_line(subject: str, facts: Sequence[Fact], edits: Edits) -> str:
    """ "X replaces Business ($30 a month) with Pro (€30 a month) and adds Starter at €15 a month".

    Where the amount of a plan that is gone gave way to that of a new one in its place; what moved besides comes first.
    """
    pairs = list(in_place(facts, edits))
    if not pairs:
        return ""
    prices = [fact.value for fact in facts if isinstance(fact.value, Price)]
    taken = {price.plan for pair in pairs for price in pair}
    new = named(prices, PriceKind.PLAN_ADDED)
    added = [price for price in prices if is_alone(price) and price.amount_after is not None]
    steps = [f"replaces {old.plan} ({cost_of(old)}) with {come.plan} ({cost_of(come)})" for old, come in pairs]
    steps += [f"adds {one.plan} at {cost_of(one)}" for one in added if one.plan in new - taken]
    gone = sorted(named(prices, PriceKind.PLAN_REMOVED) - taken)
    moved = moved_line(subject, [price for price in prices if price.kind is PriceKind.AMOUNT and price.comparable])
    told = [moved.removeprefix(f"{subject} "), *steps, f"drops {listed(gone)}" if gone else ""]
    told = [step for step in told if step]
    while len(told) > 1 and len(f"{subject} {listed(told, len(told))}") > 2 * FITS:
        told.pop()
    return f"{subject} {listed(told, len(told))}"


def in_place(facts: Sequence[Fact], edits: Edits) -> Iterator[tuple[Price, Price]]:
    """Amounts of plans that are gone, each with the one of a new plan that stands where it stood."""
    prices = [fact.value for fact in facts if isinstance(fact.value, Price)]
    gone, new = named(prices, PriceKind.PLAN_REMOVED), named(prices, PriceKind.PLAN_ADDED)
    old: dict[str, Price] = {}
    come: dict[str, Price] = {}
    for fact in facts:
        price, edit = fact.value, edits.get(fact.quote.edit)
        if isinstance(price, Price) and is_alone(price) and edit and edit.kind is EditKind.REPLACED:
            if price.plan in gone and price.amount_after is None:
                old[edit.key] = price
            elif price.plan in new and price.amount_before is None:
                come[edit.key] = price
    yield from ((price, come[key]) for key, price in old.items() if key in come)


def is_alone(price: Price) -> bool:
    """Whether an amount stands on one side only."""
    return price.kind is PriceKind.AMOUNT and (price.amount_before is None) != (price.amount_after is None)


def named(prices: Sequence[Price], kind: PriceKind) -> set[str]:
    return {price.plan for price in prices if price.kind is kind and price.plan}


def gone_plans(facts: Sequence[Fact], edits: Edits) -> list[str]:
    """The plans whose amounts went, with all that named it: one whose line was only worded anew may be there still."""
    prices = [fact.value for fact in facts if isinstance(fact.value, Price)]
    removed = named(prices, PriceKind.PLAN_REMOVED)
    found = []
    for fact in facts:
        price, edit = fact.value, edits.get(fact.quote.edit)
        went = edit is None or edit.kind is EditKind.REMOVED
        if not isinstance(price, Price) or not is_alone(price) or price.amount_after is not None or not price.plan:
            continue
        if went or price.plan in removed:
            found.append(price.plan)
    return list(dict.fromkeys(found))


def new_plans_line(subject: str, facts: Sequence[Fact], edits: Sequence[Edit]) -> str:
    """ "X drops Solo and Team and adds Personal at $8 and Crew at $19": plans that gave way to others."""
    came, went = new_plans(facts, edits)
    if not came:
        return ""
    prices = {fact.value.plan: fact.value for fact in reversed(facts) if isinstance(fact.value, Price)}
    shown = [f"{name} at {money(prices[name].amount_after or Decimal(0), prices[name].currency)}" for name in came]
    return f"{subject} drops {listed(went)} and adds {listed(shown)}"
