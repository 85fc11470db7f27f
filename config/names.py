"""Names that lead to two companies: a text could not say which of them it means."""

from collections.abc import Iterable, Sequence
from typing import Any

from config.yaml_tree import Loc, Tree
from domain.problems import Problem

ONE = {"competitors": "competitor", "accounts": "account"}


def names_shared(section: str, documents: Iterable[tuple[Tree, Sequence[Any]]]) -> list[Problem]:
    """Names, aliases, former names and domains in `section` that two entries have, compared without regard to case."""
    owners: dict[str, tuple[object, str]] = {}
    found: list[Problem] = []
    for tree, entries in documents:
        for index, entry in enumerate(entries):
            for name, place in _names(entry, (section, index)):
                here = f"{tree.file}:{tree.place(place).line}"
                owner, first = owners.setdefault(name.casefold(), ((tree.file, index), here))
                if owner != (tree.file, index):
                    hint = f"it stands in {first} already; a name leads to one {ONE[section]}"
                    found.append(tree.problem(place, f"'{name}' names two {section}", hint))
    return found


def _names(entry: Any, path: Loc) -> Iterable[tuple[str, Loc]]:
    if not isinstance(entry, dict):
        return
    for key in ("name", "aliases", "former_names", "domains"):
        value = entry.get(key)
        if isinstance(value, str):
            yield value, (*path, key)
        elif isinstance(value, list):
            yield from ((each, (*path, key, index)) for index, each in enumerate(value) if isinstance(each, str))
