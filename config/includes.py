"""Finds and parses `sources.yaml` and the files it includes; includes stay inside the home folder."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pydantic import ValidationError

from config.schema import check
from config.sources_schema import SourcesDocument
from config.yaml_tree import Tree, parse, read_text
from domain.problems import Problem

MISSING = "`bellwether init` writes one to start from"
TOO_LARGE = "split it up: sources.yaml names further files under 'include:'"
MAX_FILES = 1000
WILD = frozenset("*?[")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One parsed file; `first` is `sources.yaml` itself. Not `whole`: its sections are not all read."""

    tree: Tree
    top: SourcesDocument
    first: bool
    whole: bool = True


def read_documents(path: Path) -> tuple[list[Document], tuple[Problem, ...], tuple[tuple[str, str], ...]]:
    """The documents that could be parsed, every problem so far, and (file, text) of each file read."""
    document, problems, text = _read(path, path.name, first=True)
    texts = [(path.name, text)]
    if document is None:
        return [], problems, tuple(texts)
    documents, found = [document], list(problems)
    included, refused = _included(path, document)
    found += refused
    for file, name in included:
        document, problems, text = _read(file, name, first=False)
        texts.append((name, text))
        found += problems
        if document is not None:
            documents.append(document)
    return documents, tuple(found), tuple(texts)


def _read(path: Path, name: str, *, first: bool) -> tuple[Document | None, tuple[Problem, ...], str]:
    text, problems = read_text(path, name, MISSING, too_large=TOO_LARGE)
    if problems:
        return None, problems, text
    document, problems = document_of(text, name, first=first)
    return document, problems, text


def document_of(text: str, name: str, *, first: bool = True) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document in the text of a file called `name`, and every problem that stops it from being read whole."""
    tree, problems = parse(text, name)
    if tree is None:
        return None, problems
    if tree.data is None:
        return None, (*problems, tree.problem((), "the file is empty", "begin with 'competitors:'"))
    top, more = check(SourcesDocument, tree, (), tree.data)
    found = [*problems, *more]
    whole = top is not None
    if top is None:
        top = SourcesDocument.model_validate(_sound(tree.data))
    if top.include and not first:
        found.append(tree.problem(("include",), "an included file may not include more", "list it in sources.yaml"))
    if top.packs_off and not first:
        found.append(tree.problem(("packs_off",), "packs are switched off in sources.yaml only", "move it there"))
    return Document(tree=tree, top=top, first=first, whole=whole), tuple(found)


def _sound(data: object) -> dict[str, object]:
    """The sections of the right shape in a document that has others, so that their own problems are told too."""
    given = data if isinstance(data, dict) else {}
    sound: dict[str, object] = {}
    for key, value in given.items():
        if key in SourcesDocument.model_fields:
            try:
                SourcesDocument.model_validate({key: value})
            except ValidationError:
                continue
            sound[key] = value
    return sound


def _included(path: Path, document: Document) -> tuple[list[tuple[Path, str]], list[Problem]]:
    home = path.parent.resolve()
    files: dict[Path, str] = {}
    problems: list[Problem] = []
    for index, glob in enumerate(document.top.include):
        place = ("include", index) if isinstance(document.tree.data["include"], list) else ("include",)
        outside = document.tree.problem(place, f"'{glob}' leads out of the home folder", "write sources.d/*.yaml")
        if PurePosixPath(glob).is_absolute() or ".." in PurePosixPath(glob).parts or glob.startswith("~"):
            problems.append(outside)
            continue
        try:
            found = [file for file in sorted(home.glob(glob)) if file.is_file()]
        except ValueError as error:
            problems.append(document.tree.problem(place, f"'{glob}' is no pattern: {error}", "write sources.d/*.yaml"))
            continue
        if any(not file.resolve().is_relative_to(home) for file in found):
            problems.append(outside)
            continue
        if not found and not WILD & set(glob):
            problems.append(document.tree.problem(place, f"there is no file '{glob}'", "create it, or delete this"))
        files |= {file: file.relative_to(home).as_posix() for file in found if file != home / path.name}
    if len(files) > MAX_FILES:
        problems.append(document.tree.problem(("include",), f"more than {MAX_FILES} files", "include fewer"))
        return [], problems
    return list(files.items()), problems
