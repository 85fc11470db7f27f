"""What must agree inside `accounts.yaml` and with `sources.yaml`: every name leads to someone, and to one only."""

from collections.abc import Sequence
from dataclasses import dataclass

from config.accounts_schema import AccountEntry, PersonEntry, UsEntry
from config.schema import did_you_mean
from config.yaml_tree import Loc, Tree
from domain.accounts import Person
from domain.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The names an account may refer to; None where they could not be read, so that nothing is said about them."""

    competitors: tuple[str, ...] | None
    products: tuple[str, ...] | None
    people: tuple[str, ...] | None


def rival_problems(tree: Tree, path: Loc, us: UsEntry, competitors: tuple[str, ...] | None) -> list[Problem]:
    """Products given twice, and rivals that `sources.yaml` does not know."""
    found: list[Problem] = []
    seen: set[str] = set()
    for index, product in enumerate(us.products):
        if product.name.casefold() in seen:
            message = f"the product '{product.name}' is given twice"
            found.append(tree.problem((*path, index, "name"), message, "keep one"))
        seen.add(product.name.casefold())
        for rival in product.rivals:
            found += _competitor(tree, (*path, index, "rivals", rival), rival, competitors, key=True)
    return found


def account_problems(tree: Tree, path: Loc, account: AccountEntry, known: Known) -> list[Problem]:
    """People, products and competitors that this account names and nobody declares."""
    found: list[Problem] = []
    if account.owner is not None:
        found += _person(tree, (*path, "owner"), account.owner, known.people)
    for index, key in enumerate(account.team):
        found += _person(tree, (*path, "team", index), key, known.people)
    for index, product in enumerate(account.buys):
        if known.products is not None and product not in known.products:
            hint = did_you_mean(product, known.products) or "declare it under us: products:"
            found.append(tree.problem((*path, "buys", index), f"we sell no '{product}'", hint))
    for rival in account.also_uses:
        found += _competitor(tree, (*path, "also_uses", rival), rival, known.competitors, key=True)
    for index, mute in enumerate(account.mute):
        if mute.competitor is not None:
            place = (*path, "mute", index, "competitor")
            found += _competitor(tree, place, mute.competitor, known.competitors)
    return found


def person_problems(tree: Tree, path: Loc, key: str, person: PersonEntry, people: tuple[str, ...]) -> list[Problem]:
    """People that this person names and nobody declares, or who name themselves."""
    found: list[Problem] = []
    named: list[tuple[Loc, str]] = [((*path, "leads", index), one) for index, one in enumerate(person.leads)]
    named += [((*path, "away", "deputy"), person.away.deputy)] if person.away else []
    for place, one in named:
        found += _person(tree, place, one, people)
        if one == key:
            found.append(tree.problem(place, f"'{one}' is the person themselves", "name somebody else"))
    return found


def channel_problems(tree: Tree, people: Sequence[Person], channels: Sequence[str]) -> list[Problem]:
    """Channels that people want alerts by and `bellwether.toml` does not have."""
    found: list[Problem] = []
    for person in people:
        for index, name in enumerate(person.alerts.channels):
            if name not in ("mail", *channels):
                hint = did_you_mean(name, ("mail", *channels)) or f"the operator adds [alerts.channels.{name}]"
                place = ("people", person.key, "alerts", "by", index)
                found.append(tree.problem(place, f"bellwether.toml has no channel '{name}'", hint))
    return found


def _competitor(
    tree: Tree, place: Loc, name: str, competitors: tuple[str, ...] | None, *, key: bool = False
) -> list[Problem]:
    if competitors is None or name in competitors:
        return []
    hint = did_you_mean(name, competitors) or "add it under competitors: there"
    return [tree.problem(place, f"sources.yaml has no competitor '{name}'", hint, key=key)]


def _person(tree: Tree, place: Loc, key: str, people: tuple[str, ...] | None) -> list[Problem]:
    if people is None or key in people:
        return []
    return [tree.problem(place, f"'{key}' is not under people", did_you_mean(key, people) or "add them there")]
