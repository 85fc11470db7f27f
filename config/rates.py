"""Reads the exchange rates of `accounts.yaml`: our currency, and by day what one unit of others is worth in it."""

from decimal import Decimal, InvalidOperation
from typing import Any

from config.schema import Fault
from config.values import currency, day
from config.yaml_tree import Loc, Tree
from domain.accounts import Rate, Rates
from domain.problems import Problem

EXAMPLE = "{currency: EUR, 2026-02-20: {USD: 0.92, GBP: 1.18}}"


def read_rates(tree: Tree, path: Loc, data: Any) -> tuple[Rates | None, list[Problem]]:
    """None where there are none; a day that is no day, a currency that is none and a rate of nothing are problems."""
    if data is None:
        return None, []
    if not isinstance(data, dict) or "currency" not in data:
        return None, [tree.problem(path, "rates name no currency of ours", f"write {EXAMPLE}")]
    problems: list[Problem] = []
    ours = _checked(tree, (*path, "currency"), currency, str(data["currency"]), problems)
    found: list[Rate] = []
    for key, worths in data.items():
        if key != "currency":
            found += _of_a_day(tree, (*path, key), key, worths, problems)
    return (Rates(currency=ours, days=tuple(found)) if ours else None), problems


def _of_a_day(tree: Tree, path: Loc, key: Any, worths: Any, problems: list[Problem]) -> list[Rate]:
    on = _checked(tree, path, day, key, problems)
    if not isinstance(worths, dict):
        problems.append(tree.problem(path, "a day has its rates under it", f"write {EXAMPLE}"))
        return []
    found = []
    for code, worth in worths.items():
        checked = _checked(tree, (*path, code), currency, str(code), problems)
        amount = _amount(worth)
        if amount is None:
            problems.append(
                tree.problem((*path, code), f"'{worth}' is no rate", "what one unit is worth in ours: 0.92")
            )
        elif checked and on:
            found.append(Rate(day=on, currency=checked, worth=amount))
    return found


def _amount(worth: Any) -> Decimal | None:
    try:
        amount = Decimal(str(worth))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and amount > 0 else None


def _checked(tree: Tree, path: Loc, check: Any, value: Any, problems: list[Problem]) -> Any:
    try:
        return check(value)
    except Fault as fault:
        problems.append(tree.problem(path, fault.message, fault.hint, key=True))
        return None
