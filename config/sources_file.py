"""Reads `sources.yaml` and its includes into the sources to watch, or every problem in them."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from config.includes import Document, read_documents
from config.schema import check
from config.source_build import build_source
from config.source_rules import LATER_KEYS, entry_problems, names_used_twice
from config.sources_schema import CompetitorEntry, Defaults, SourceEntry
from config.yaml_tree import Loc, Tree
from domain.problems import Problem
from domain.sources import Competitor, Source, Sources, Subject, SubjectKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One source as written: where it stands, whom it is about, and what its file's defaults are."""

    tree: Tree
    path: Loc
    kind: SubjectKind
    owner: str
    data: Any
    defaults: Defaults


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesReading:
    """What the files say, every problem in them, and the entries with their places. `texts` are (file, text)."""

    sources: Sources
    problems: tuple[Problem, ...]
    entries: tuple[Entry, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    readable: bool = True


@dataclass(slots=True)
class _Gathered:
    """What one pass over the documents collects, in file order."""

    problems: list[Problem] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    competitors: list[Competitor] = field(default_factory=list)


def load_sources(path: Path) -> tuple[Sources, tuple[Problem, ...]]:
    """The sources of `path` and its includes that can be read, and every problem in those files."""
    reading = read_sources(path)
    return reading.sources, reading.problems


def read_sources(path: Path) -> SourcesReading:
    """As load_sources, with what `sources show` and the checks across files need beside it."""
    documents, problems, texts = read_documents(path)
    gathered = _Gathered(problems=list(problems))
    defaults = Defaults()
    for document in documents:
        defaults = _gather(document, defaults, gathered)
    sources = [source for entry in gathered.entries if (source := _source(entry, gathered)) is not None]
    gathered.problems += names_used_twice([(entry.tree, entry.path, entry.data) for entry in gathered.entries])
    return SourcesReading(
        sources=Sources(competitors=tuple(gathered.competitors), sources=tuple(sources)),
        problems=tuple(gathered.problems),
        entries=tuple(gathered.entries),
        texts=texts,
        readable=bool(documents),
    )


def _gather(document: Document, inherited: Defaults, gathered: _Gathered) -> Defaults:
    """Collects a document's entries; returns the defaults that hold in it (its own over those of the first file)."""
    tree, top = document.tree, document.top
    own, problems = check(Defaults, tree, ("defaults",), top.defaults or {})
    gathered.problems += problems
    defaults = inherited.model_copy(update=own.model_dump(exclude_unset=True)) if own else inherited
    for index, data in enumerate(top.competitors):
        _competitor(tree, ("competitors", index), data, defaults, gathered)
    for section, kind in (("accounts", SubjectKind.ACCOUNT), ("markets", SubjectKind.MARKET)):
        for index, data in enumerate(getattr(top, section)):
            entry = Entry(tree=tree, path=(section, index), kind=kind, owner="", data=data, defaults=defaults)
            gathered.entries.append(entry)
    return defaults if document.first else inherited


def _competitor(tree: Tree, path: Loc, data: Any, defaults: Defaults, gathered: _Gathered) -> None:
    model, problems = check(CompetitorEntry, tree, path, data)
    gathered.problems += problems
    name = data.get("name") if isinstance(data, dict) else None
    if not isinstance(name, str):
        return
    first = next((known for known in gathered.competitors if known.name.casefold() == name.casefold()), None)
    if first is not None:
        hint = "put all of its sources under one entry"
        gathered.problems.append(tree.problem((*path, "name"), f"the competitor '{name}' is given twice", hint))
    aliases, domains, ambiguous = (model.aliases, model.domains, model.ambiguous) if model else ((), (), False)
    gathered.competitors.append(Competitor(name=name, aliases=aliases, domains=domains, ambiguous=ambiguous))
    sources = data.get("sources")
    for index, each in enumerate(sources if isinstance(sources, list) else []):
        place = (*path, "sources", index)
        entry = Entry(tree=tree, path=place, kind=SubjectKind.COMPETITOR, owner=name, data=each, defaults=defaults)
        gathered.entries.append(entry)


def _source(entry: Entry, gathered: _Gathered) -> Source | None:
    later = entry_later(entry)
    if later:
        gathered.problems += later
        return None
    model, problems = check(SourceEntry, entry.tree, entry.path, entry.data)
    if model is None:
        gathered.problems += problems
        return None
    problems = entry_problems(entry.tree, entry.path, entry.kind, model)
    gathered.problems += problems
    if problems:
        return None
    owner = {SubjectKind.MARKET: model.name, SubjectKind.ACCOUNT: model.of or ""}.get(entry.kind, entry.owner)
    subject = Subject(kind=entry.kind, name=owner)
    return build_source(model, subject, entry.defaults, file=entry.tree.file, line=entry.tree.place(entry.path).line)


def entry_later(entry: Entry) -> list[Problem]:
    """Keys that a later version reads, each said so."""
    given = entry.data if isinstance(entry.data, dict) else {}
    return [
        entry.tree.problem((*entry.path, key), message, hint, key=True)
        for key, (message, hint) in LATER_KEYS.items()
        if key in given
    ]
