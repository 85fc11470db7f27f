"""Reads `sources.yaml` and its includes into the sources to watch, or every problem in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from config.catalog import USED, expanded
from config.includes import Document, read_documents
from config.names import names_shared
from config.schema import check
from config.source_build import build_source
from config.source_rules import ADVICE, entry_problems, names_used_twice
from config.sources_schema import CompetitorEntry, Defaults, SourceEntry
from config.yaml_tree import Loc, Tree, in_file_order
from domain.problems import Problem
from domain.sources import Competitor, Origin, Source, Sources, Subject, SubjectKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Inherited:
    """The defaults that hold in a file, and where each of them is written."""

    values: Defaults = field(default_factory=Defaults)
    origins: Mapping[str, Origin] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One source as written: where it stands, whom it is about, and the defaults it has."""

    tree: Tree
    path: Loc
    kind: SubjectKind
    owner: str
    data: Any
    inherited: Inherited


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesReading:
    """What the files say, every problem in them, and the entries with their places. `texts` are (file, text).

    Not `readable`: a section could not be read, so that a name missing here may stand there.
    """

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
    """As load_sources, with what the checks across files need beside it."""
    return understand(*read_documents(path))


def understand(
    documents: Sequence[Document], problems: Sequence[Problem] = (), texts: tuple[tuple[str, str], ...] = ()
) -> SourcesReading:
    """What parsed documents say, the first of them being `sources.yaml`; reads nothing."""
    gathered = _Gathered(problems=list(problems))
    inherited = Inherited()
    for document in documents:
        own = _defaults(document, inherited, gathered)
        inherited = own if document.first else inherited
        _gather(document, own, gathered)
    sources = [source for entry in gathered.entries if (source := _source(entry, gathered)) is not None]
    gathered.problems += names_used_twice([(entry.tree, entry.path, entry.data) for entry in gathered.entries])
    gathered.problems += names_shared(
        "competitors", [(document.tree, document.top.competitors) for document in documents]
    )
    return SourcesReading(
        sources=Sources(
            competitors=tuple(gathered.competitors),
            sources=tuple(sources),
            packs_off=documents[0].top.packs_off if documents else (),
        ),
        problems=in_file_order(gathered.problems, [document.tree.file for document in documents]),
        entries=tuple(gathered.entries),
        texts=texts,
        readable=bool(documents) and all(document.whole for document in documents),
    )


def _defaults(document: Document, inherited: Inherited, gathered: _Gathered) -> Inherited:
    """A file's own defaults come before those of `sources.yaml`, and hold in that file only."""
    if document.top.defaults is None:
        return inherited
    tree = document.tree
    own, problems = check(Defaults, tree, ("defaults",), document.top.defaults)
    gathered.problems += problems
    if own is None:
        return inherited
    given = own.model_dump(exclude_unset=True)
    origins = {key: _origin(tree, ("defaults", key)) for key in given}
    return Inherited(values=inherited.values.model_copy(update=given), origins=dict(inherited.origins) | origins)


def _gather(document: Document, inherited: Inherited, gathered: _Gathered) -> None:
    tree, top = document.tree, document.top
    for index, data in enumerate(top.competitors):
        _competitor(tree, ("competitors", index), data, inherited, gathered)
    for section, kind in (("accounts", SubjectKind.ACCOUNT), ("markets", SubjectKind.MARKET)):
        for index, data in enumerate(getattr(top, section)):
            path = (section, index)
            entry = Entry(tree=tree, path=path, kind=kind, owner="", data=data, inherited=inherited)
            gathered.entries.append(entry)


def _competitor(tree: Tree, path: Loc, data: Any, inherited: Inherited, gathered: _Gathered) -> None:
    model, problems = check(CompetitorEntry, tree, path, data)
    gathered.problems += problems
    name = data.get("name") if isinstance(data, dict) else None
    if not isinstance(name, str):
        return
    aliases, domains, ambiguous = (model.aliases, model.domains, model.ambiguous) if model else ((), (), False)
    gathered.competitors.append(Competitor(name=name, aliases=aliases, domains=domains, ambiguous=ambiguous))
    sources = data.get("sources")
    for index, each in enumerate(sources if isinstance(sources, list) else []):
        place = (*path, "sources", index)
        gathered.entries.append(
            Entry(tree=tree, path=place, kind=SubjectKind.COMPETITOR, owner=name, data=each, inherited=inherited)
        )


def _source(entry: Entry, gathered: _Gathered) -> Source | None:
    data, lacking = expanded(entry.tree, entry.path, entry.data)
    if lacking:
        gathered.problems += lacking
        return None
    model, problems = check(SourceEntry, entry.tree, entry.path, data, advice=ADVICE)
    if model is not None:
        problems = entry_problems(entry.tree, entry.path, entry.kind, model)
    gathered.problems += problems
    if model is None or problems:
        return None
    about = {SubjectKind.MARKET: model.name, SubjectKind.ACCOUNT: model.of or ""}.get(entry.kind, entry.owner)
    return build_source(
        model,
        Subject(kind=entry.kind, name=about),
        entry.inherited.values,
        origin=_origin(entry.tree, entry.path),
        written=_written(entry, model),
    )


def _written(entry: Entry, model: SourceEntry) -> tuple[tuple[str, Origin], ...]:
    """Where each key stands that has not its built-in value: in the entry, the catalog, or the defaults of a file."""
    catalog = Origin(file=f"catalog {entry.data.get(USED)}", line=0)
    own = {
        key: _origin(entry.tree, (*entry.path, key)) if key in entry.data else catalog for key in model.model_fields_set
    }
    return tuple((dict(entry.inherited.origins) | own).items())


def _origin(tree: Tree, path: Loc) -> Origin:
    return Origin(file=tree.file, line=tree.place(path, key=True).line)
