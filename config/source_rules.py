"""What a source entry may hold beyond the form of each key: which keys go with which kind, and names used once."""

from typing import Any

from config.sources_schema import SourceEntry
from config.yaml_tree import Loc, Tree
from domain.problems import Problem
from domain.sources import SourceKind, SubjectKind

LATER_KEYS = {
    "use": ("'use' is not read yet: the catalogue comes later", "write kind, url and the rest yourself"),
    "board": ("'board' is not read yet: it belongs to the catalogue", "write kind: registry and the board's JSON url"),
    "only": ("'only' is not read yet: it belongs to kind sitemap", "delete it"),
}
PAGE_KEYS = ("steps", "select", "remove")
REGISTRY_KEYS = ("records", "key", "fields", "columnar", "title", "date", "link", "names", "paging", "where")


def entry_problems(tree: Tree, path: Loc, subject: SubjectKind, model: SourceEntry) -> tuple[Problem, ...]:
    """Keys that do not fit the entry's kind or place, and keys its kind cannot do without."""
    given = model.model_fields_set
    found: list[Problem] = []

    def refuse(key: str, message: str, hint: str) -> None:
        if key in given:
            found.append(tree.problem((*path, key), message, hint, key=True))

    for key in PAGE_KEYS:
        if model.kind is not SourceKind.PAGE:
            refuse(key, f"'{key}' belongs to kind: page", "delete it, or change the kind")
    for key in REGISTRY_KEYS:
        if model.kind is not SourceKind.REGISTRY:
            refuse(key, f"'{key}' belongs to kind: registry", "delete it, or add kind: registry")
    if model.kind is not SourceKind.FEED:
        refuse("follow", "'follow' belongs to kind: feed", "delete it, or add kind: feed")
    if model.kind is not SourceKind.PAGE and model.render == "browser":
        refuse("render", "a browser is for pages only", "delete it, or watch the page itself")
    if model.render != "browser":
        refuse("steps", "'steps' need a browser", "add render: browser")
    if model.kind is SourceKind.REGISTRY and not model.key:
        found.append(tree.problem(path, "'key' is missing", "name the field that tells records apart: 'key: id'"))
    if subject is not SubjectKind.ACCOUNT:
        refuse("of", "'of' belongs to sources under accounts", "move the entry there, or delete 'of'")
    elif model.of is None:
        found.append(tree.problem(path, "'of' is missing", "name the account as in accounts.yaml: 'of: Tessera Pay'"))
    if subject is not SubjectKind.MARKET:
        refuse("match", "'match' belongs to sources under markets", "move the entry there, or delete 'match'")
    return tuple(found)


def names_used_twice(entries: list[tuple[Tree, Loc, Any]]) -> list[Problem]:
    """A source's name is its identity: it is unique over all files, and over former names (`was`) too."""
    seen: dict[str, str] = {}
    found: list[Problem] = []
    for tree, path, data in entries:
        for name, place in _names(path, data):
            here = tree.place(place)
            if name in seen:
                hint = f"the first is in {seen[name]}; names are unique, former ones too"
                found.append(tree.problem(place, f"the name '{name}' is used twice", hint))
            else:
                seen[name] = f"{tree.file}:{here.line}"
    return found


def _names(path: Loc, data: Any) -> list[tuple[str, Loc]]:
    if not isinstance(data, dict):
        return []
    was = data.get("was")
    former = [(name, (*path, "was", index)) for index, name in enumerate(was)] if isinstance(was, list) else []
    if isinstance(was, str):
        former = [(was, (*path, "was"))]
    named = [(data.get("name"), (*path, "name")), *former]
    return [(name, place) for name, place in named if isinstance(name, str)]
