"""What of our accounts is kept elsewhere: exports and calendars that `accounts.yaml` names, and how they join it."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from config.account_tables import merged, read_tables
from config.accounts_rules import Known
from config.yaml_tree import Tree
from domain.accounts import Accounts
from domain.problems import Problem
from domain.sources import Sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The accounts of all places together. `problems` stop everything, `warnings` nothing; `texts` are (file, text)."""

    accounts: Accounts
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()


def joined(
    home: Path,
    tree: Tree | None,
    own: Accounts,
    sources: Sources | None,
    *,
    today: date | None = None,
    awaited: str = "",
) -> Joined:
    """`own`, which `tree` was read into, with what exports add, and calendars where there is a `today`."""
    data: Any = tree.data if tree is not None and isinstance(tree.data, dict) else {}
    found = Joined(accounts=own)
    if tree is None or not (data.get("tables") or data.get("calendars")):
        return found
    known = Known(
        competitors=tuple(rival.name for rival in sources.competitors) if sources is not None else None,
        products=tuple(product.name for product in own.us.products),
        people=tuple(person.key for person in own.people),
    )
    tables = read_tables(home, tree, listed(data.get("tables")), known, own.people, awaited=awaited)
    accounts = merged(own.accounts, tables.accounts)
    found = replace(found, problems=tables.problems, warnings=tables.warnings, texts=tables.texts)
    if today is not None and data.get("calendars"):
        from config.calendars import read_calendars, with_meetings  # its library is slow to load, and seldom needed

        calendars = read_calendars(home, tree, [str(name) for name in listed(data["calendars"])], today)
        accounts = with_meetings(accounts, calendars.meetings, today)
        problems, texts = (*found.problems, *calendars.problems), (*found.texts, *calendars.texts)
        found = replace(found, problems=problems, texts=texts)
    return replace(found, accounts=replace(own, accounts=accounts))


def listed(value: Any) -> list[Any]:
    """One value where a list may stand is a list of one."""
    return value if isinstance(value, list) else [value] if value else []
