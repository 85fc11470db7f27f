"""Reads `accounts.yaml`: who we are, who reads, and whom we must not lose."""

from pathlib import Path
from typing import Any

from config.accounts_build import build_account, build_person, build_us
from config.accounts_rules import Known, account_problems, person_problems, rival_problems
from config.accounts_schema import AccountEntry, AccountsDocument, PersonEntry, UsEntry
from config.names import names_shared
from config.rates import read_rates
from config.schema import check
from config.topics import read_topics
from config.values import SLUG
from config.yaml_tree import Loc, Tree, in_file_order, parse, read_text
from domain.accounts import Account, Accounts, Person, Us
from domain.problems import Problem
from domain.sources import Sources

MISSING = "create it, or let `bellwether init` write one to start from"
TOO_LARGE = "keep the accounts in a CSV export, named under 'tables:', and here what the export does not say of them"
NOBODY = Accounts(us=Us(name=""))


def load_accounts(path: Path, sources: Sources | None) -> tuple[Accounts, tuple[Problem, ...]]:
    """The accounts that can be read, and every problem. `sources` None: rivals' names cannot be checked now."""
    text, problems = read_text(path, path.name, MISSING, too_large=TOO_LARGE)
    if problems:
        return NOBODY, problems
    return read_accounts(text, path.name, sources)


def read_accounts(text: str, name: str, sources: Sources | None) -> tuple[Accounts, tuple[Problem, ...]]:
    """As load_accounts, from the text of a file called `name`."""
    tree, problems = parse(text, name)
    if tree is None:
        return NOBODY, problems
    if tree.data is None:
        return NOBODY, (*problems, tree.problem((), "the file is empty", "begin with 'us:'"))
    document, more = check(AccountsDocument, tree, (), tree.data)
    given = tree.data if isinstance(tree.data, dict) else {}
    found = [*problems, *more]
    rivals = None if sources is None else tuple(competitor.name for competitor in sources.competitors)
    us = _us(tree, given.get("us"), rivals, found)
    people = _people(tree, given.get("people"), found)
    known = Known(
        competitors=rivals,
        products=tuple(product.name for product in us.products) if document else None,
        people=_keys(given.get("people"), whole=document is not None),
    )
    accounts = _accounts(tree, given.get("accounts"), known, found)
    topics, wrong = read_topics(tree, ("topics",), given.get("topics"))
    rates, amiss = read_rates(tree, ("rates",), given.get("rates"))
    found += [*wrong, *amiss]
    return Accounts(us=us, people=people, accounts=accounts, topics=topics, rates=rates), in_file_order(found, [name])


def _keys(people: Any, *, whole: bool) -> tuple[str, ...] | None:
    """People's short names; None where the section may stand under a key that is no key."""
    if isinstance(people, dict):
        return tuple(people)
    return () if whole else None


def _us(tree: Tree, data: Any, rivals: tuple[str, ...] | None, found: list[Problem]) -> Us:
    if not isinstance(data, dict):
        return Us(name="")
    model, problems = check(UsEntry, tree, ("us",), data)
    found += problems
    if model is None:
        return Us(name="")
    found += rival_problems(tree, ("us", "products"), model, rivals)
    return build_us(model)


def _people(tree: Tree, data: Any, found: list[Problem]) -> tuple[Person, ...]:
    people: list[Person] = []
    for key, each in (data if isinstance(data, dict) else {}).items():
        path: Loc = ("people", key)
        if not SLUG.fullmatch(key):
            found.append(
                tree.problem(path, f"'{key}' cannot be a person's key", "small letters, digits, dashes", key=True)
            )
        model, problems = check(PersonEntry, tree, path, each)
        found += problems
        if model is not None:
            found += person_problems(tree, path, key, model, tuple(data))
            people.append(build_person(key, model))
    return tuple(people)


def _accounts(tree: Tree, data: Any, known: Known, found: list[Problem]) -> tuple[Account, ...]:
    accounts: list[Account] = []
    for index, each in enumerate(data if isinstance(data, list) else []):
        path: Loc = ("accounts", index)
        model, problems = check(AccountEntry, tree, path, each)
        found += problems
        if model is not None:
            found += account_problems(tree, path, model, known)
            accounts.append(build_account(model, file=tree.file, line=tree.place(path).line))
        elif isinstance(each, dict) and isinstance(each.get("name"), str):
            accounts.append(Account(name=each["name"]))  # known by name, so that `of:` finds it
    found += names_shared("accounts", [(tree, data if isinstance(data, list) else [])])
    return tuple(accounts)
