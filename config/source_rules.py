"""What a source entry may hold beyond the form of each key: which keys go with which kind, and names used once."""

from typing import Any

from config.sources_schema import SourceEntry
from config.yaml_tree import Loc, Tree
from domain.problems import Problem
from domain.sources import SourceKind, SubjectKind

SCHEDULE = "write it under every: '30 5 * * mon,thu Europe/Berlin'"
ADVICE = {  # keys that other tools have
    "cron": SCHEDULE,
    "schedule": SCHEDULE,
    "interval": "write every: 6h",
    "selector": "did you mean 'select'?",
    "css": "write select: 'main .plans'",
    "xpath": "write select: '//main'",
    "filter": "did you mean 'ignore', 'remove' or 'where'?",
    "type": "did you mean 'kind'?",
    "id": "a source's identity is its 'name'",
    "board": "it goes with use: greenhouse-jobs, or another of `bellwether catalog list`",
    "enabled": "to rest a source write paused: {why: ...}",
}
REGISTRY_KEYS = ("records", "key", "fields", "columnar", "title", "date", "link", "names", "paging", "where")
KEYS_OF_KIND = {
    SourceKind.PAGE: ("steps", "select", "remove"),
    SourceKind.FEED: ("follow",),
    SourceKind.REGISTRY: REGISTRY_KEYS,
    SourceKind.SITEMAP: ("only",),
}
KEYS_OF_SUBJECT = {SubjectKind.ACCOUNT: ("of",), SubjectKind.MARKET: ("match",)}


def entry_problems(tree: Tree, path: Loc, subject: SubjectKind, model: SourceEntry) -> tuple[Problem, ...]:
    """Keys that do not fit the entry's kind or place, and keys its kind cannot do without."""
    given = model.model_fields_set
    found: list[Problem] = []

    def refuse(key: str, message: str, hint: str) -> None:
        found.append(tree.problem((*path, key), message, hint, key=True))

    for kind, keys in KEYS_OF_KIND.items():
        for key in given.intersection(keys) if model.kind is not kind else ():
            refuse(key, f"'{key}' belongs to kind: {kind}", f"delete it, or write kind: {kind}")
    for about, keys in KEYS_OF_SUBJECT.items():
        for key in given.intersection(keys) if subject is not about else ():
            refuse(key, f"'{key}' belongs to sources under {about}s", "move the entry there, or delete the key")
    if model.kind is not SourceKind.PAGE and model.render == "browser":
        refuse("render", "a browser is for pages only", "delete it, or watch the page itself")
    if model.kind is SourceKind.PAGE and model.render != "browser" and model.steps:
        refuse("steps", "'steps' need a browser", "add render: browser")
    if model.kind is SourceKind.REGISTRY and not model.key:
        found.append(tree.problem(path, "'key' is missing", "name the field that tells records apart: 'key: id'"))
    if model.kind is SourceKind.SITEMAP and subject is SubjectKind.MARKET:
        refuse("kind", "a sitemap lists one company's pages", "move it under that competitor or account")
    if subject is SubjectKind.ACCOUNT and model.of is None:
        found.append(tree.problem(path, "'of' is missing", "name the account as in accounts.yaml: 'of: Tessera Pay'"))
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
