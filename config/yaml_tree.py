"""Reads a YAML file into plain texts, lists and mappings, and remembers where each of them stands.

Every scalar stays the text that was typed, so that `no`, `07:00` or `1e3` mean what the reader of the file sees; the
schema decides which texts are days, numbers or yes and no.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError, YAMLStreamError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from config.indentation import out_of_line
from config.yaml_nodes import compose
from domain.problems import Problem

MAX_BYTES = 2_000_000
MAX_ALIASED = 20_000  # values that aliases repeat, so that a few lines cannot fill the memory
DEEP = re.compile(r"(?:[\[{]\s*){60}")
NO_COLON = "could not find expected ':'"
CLOSE = "close the bracket, or put a text with ': ' in quotes"
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
STANDARD = "tag:yaml.org,2002:"
PLAIN_TAGS = frozenset(
    STANDARD + name for name in ("str", "int", "float", "bool", "null", "timestamp", "merge", "value")
)

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A 1-based line and column."""

    line: int
    column: int


@dataclass(slots=True, kw_only=True)
class Tree:
    """A document: `data` of dict, list, str and None; `keys` and `values` tell where what stands at a path begins."""

    file: str
    data: Any = None
    keys: dict[Loc, Place] = field(default_factory=dict)
    values: dict[Loc, Place] = field(default_factory=dict)

    def place(self, path: Loc, *, key: bool = False) -> Place:
        """Where `path` stands, or the nearest thing around it; one value may stand for a list of one."""
        near: Loc = path if path in self.values or path in self.keys else ()
        for step in path[len(near) :]:
            if (*near, step) in self.values or (*near, step) in self.keys:
                near = (*near, step)
            elif step != 0:
                key = False
                break
        found = (self.keys.get(near) if key else None) or self.values.get(near) or self.keys.get(near)
        return found or Place(line=1, column=1)

    def problem(self, path: Loc, message: str, hint: str = "", *, key: bool = False) -> Problem:
        place = self.place(path, key=key)
        return Problem(file=self.file, line=place.line, column=place.column, message=message, hint=hint)


class _Stop(Exception):
    """Reading the document cannot go on; carries the one problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read_text(
    path: Path, name: str, hint: str, *, too_large: str = "make it smaller"
) -> tuple[str, tuple[Problem, ...]]:
    """The file's text, or a problem of the whole file; `hint` says how a missing one comes to be, `too_large` what to
    do with one that is."""

    def whole(message: str, advice: str) -> tuple[str, tuple[Problem, ...]]:
        return "", (Problem(file=name, line=0, column=0, message=message, hint=advice),)

    try:
        if path.stat().st_size > MAX_BYTES:
            return whole(f"the file is larger than {MAX_BYTES // 1_000_000} MB", too_large)
        raw = path.read_bytes()
    except FileNotFoundError:
        return whole("the file is missing", hint)
    except OSError as error:
        return whole(f"the file cannot be read: {error.strerror}", "check its permissions")
    try:
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        place = _place_of(before, len(before))
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        problem = Problem(file=name, line=place.line, column=place.column, message=message, hint="save it as UTF-8")
        return "", (problem,)


@lru_cache(maxsize=64)  # the scheduler reads the same files at every look; nobody alters a tree once it is built
def parse(text: str, name: str) -> tuple[Tree | None, tuple[Problem, ...]]:
    """The tree of a YAML text; None where its syntax is broken, with the one problem that can be known then."""
    tree = Tree(file=name)
    deep = DEEP.search(text)
    if deep is not None:  # the scanner would take minutes over it
        place = _place_of(text, deep.start())
        return None, (_too_deep(name, place),)
    try:
        problems = _Builder(tree).build(compose(text))
    except _Stop as stop:
        return None, (stop.problem,)
    except RecursionError:
        return None, (_too_deep(name, Place(line=1, column=1)),)
    except (YAMLError, YAMLStreamError) as error:
        return None, (_syntax_problem(error, text, name),)
    return tree, tuple(problems)


def _too_deep(name: str, place: Place) -> Problem:
    return Problem(
        file=name, line=place.line, column=place.column, message="nested too deeply", hint="write fewer levels"
    )


def in_file_order(problems: Iterable[Problem], files: Sequence[str]) -> tuple[Problem, ...]:
    """Problems from the top of the first file to the end of the last, each once."""
    rank = {name: number for number, name in enumerate(files)}
    ordered = sorted(problems, key=lambda problem: (rank.get(problem.file, len(rank)), problem.line, problem.column))
    return tuple(dict.fromkeys(ordered))


def _place_of(text: str, offset: int) -> Place:
    before = text[:offset]
    return Place(line=before.count("\n") + 1, column=offset - (before.rfind("\n") + 1) + 1)


def _syntax_problem(error: Exception, text: str, name: str) -> Problem:
    if isinstance(error, ReaderError):
        place = _place_of(text, error.position)
        code = error.character if isinstance(error.character, int) else ord(error.character)
        return Problem(
            file=name,
            line=place.line,
            column=place.column,
            message=f"the character #x{code:04x} is not allowed in YAML",
            hint="delete it",
        )
    if isinstance(error, MarkedYAMLError) and error.problem_mark is not None:
        message, hint = _said_of_lines(error, text) or _plain_words(str(error.problem), str(error.context or ""))
        # For a line without its colon, or a quote that is left open, the parser points behind it.
        behind = NO_COLON in str(error.problem) or "unexpected end of stream" in str(error.problem)
        mark = error.context_mark if behind and error.context_mark else error.problem_mark
        return Problem(file=name, line=mark.line + 1, column=mark.column + 1, message=message, hint=hint)
    return Problem(file=name, line=1, column=1, message=f"not readable as YAML: {str(error).splitlines()[0]}")


def _said_of_lines(error: MarkedYAMLError, text: str) -> tuple[str, str] | None:
    """What is wrong with the way lines are indented, if that is what stopped the parser."""
    problem = str(error.problem)
    colon = problem.startswith("mapping values are not allowed here")
    if not colon and "expected <block end>" not in problem:
        return None
    mark = error.problem_mark
    if colon and ":" in text.splitlines()[mark.line][: mark.column]:
        return None  # a second colon in the line: the text wants quotes
    odd = out_of_line(text, mark.line)
    if odd is not None:
        message = f"this line is indented by {odd[0]}, its neighbours by {odd[1]}"
        return message, "line it up with those it belongs to" + (", or put a text with ': ' in quotes" if colon else "")
    if not colon and problem.endswith("found '-'"):
        return "a list item stands where a key is expected", "indent it under the key it belongs to"
    return None if colon else ("this line does not fit those above it", "check quotes, brackets and indentation here")


def _plain_words(problem: str, context: str) -> tuple[str, str]:
    """The parser's words, and what to do about the mistakes people make most."""
    if "'\\t'" in problem or "'\t'" in problem:
        return "a tab is used for indentation", "indent with spaces"
    if problem.startswith("mapping values are not allowed here"):
        return "a ': ' stands where none is expected", "put the text in quotes, or check the indentation"
    if problem.startswith("but found another document"):
        return "a second document begins here", "delete the line of dashes"
    if problem.startswith("found undefined alias"):
        return problem.removeprefix("found "), "declare it with & above, or put the text in quotes"
    if NO_COLON in problem:
        return "this line is neither 'key: value' nor a list item", "add the colon, or check the indentation"
    if "quoted scalar" in context and "unexpected end of stream" in problem:
        return "the quote that opens here is never closed", "close it, or put the other kind of quotes around the text"
    if problem.startswith("found unknown escape character"):
        return f"{problem.removeprefix('found ')} behind a backslash in double quotes", "write it in single quotes"
    if problem.startswith("expected ',' or "):
        return f"{problem.partition(', but')[0]} before this".replace("expected", "there is no"), CLOSE
    return " ".join(f"{context}, {problem}".strip(", ").split()), "check quotes, brackets and indentation near here"


class _Builder:
    """Turns composed nodes into plain data; keeps going past duplicate keys so that all are told at once."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.problems: list[Problem] = []
        self.aliased = 0
        self.seen: set[int] = set()
        self.open: set[int] = set()

    def build(self, node: Node | None) -> list[Problem]:
        if node is not None:
            self.tree.data = self.value(node, ())
        return self.problems

    def value(self, node: Node, path: Loc) -> Any:
        self.tree.values.setdefault(path, _mark(node))
        self.aliased += id(node) in self.seen
        self.seen.add(id(node))
        if self.aliased > MAX_ALIASED:
            raise _Stop(self.problem(node, "aliases (*name) expand to too much", "write the values out"))
        if isinstance(node, ScalarNode):
            return self.scalar(node)
        if id(node) in self.open:
            raise _Stop(self.problem(node, "an anchor (&name) contains itself", "write the values out"))
        self.open.add(id(node))
        built: Any
        if isinstance(node, SequenceNode):
            built = [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        elif isinstance(node, MappingNode):
            built = self.mapping(node, path)
        self.open.discard(id(node))
        return built

    def mapping(self, node: MappingNode, path: Loc) -> dict[str, Any]:
        built: dict[str, Any] = {}
        merged: list[Node] = []
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                self.problems.append(self.problem(key_node, "a key must be a word", "put it in quotes"))
                continue
            if _tag(key_node) == STANDARD + "merge" and key_node.value == "<<":
                merged += value_node.value if isinstance(value_node, SequenceNode) else [value_node]
                continue
            key = str(key_node.value)
            if key in built:
                first = self.tree.keys[(*path, key)]
                message = f"the key '{key}' is given twice"
                self.problems.append(self.problem(key_node, message, f"the first is in line {first.line}; keep one"))
                continue
            self.tree.keys[(*path, key)] = _mark(key_node)
            built[key] = self.value(value_node, (*path, key))
            if isinstance(value_node, ScalarNode) and value_node.value == "":
                self.tree.values[(*path, key)] = _mark(key_node)  # nothing stands nowhere: tell it at the key
        for source in merged:
            self.merge(source, path, built)
        return built

    def merge(self, source: Node, path: Loc, built: dict[str, Any]) -> None:
        """YAML's `<<`: what is not given here comes from there."""
        if not isinstance(source, MappingNode):
            self.problems.append(self.problem(source, "'<<' takes a mapping", "point it at an anchor of keys"))
            return
        for key, value in self.mapping_of(source, path).items():
            built.setdefault(key, value)

    def mapping_of(self, source: MappingNode, path: Loc) -> dict[str, Any]:
        kept_keys, kept_values = dict(self.tree.keys), dict(self.tree.values)
        found = self.mapping(source, path)
        self.tree.keys.update(kept_keys)
        self.tree.values.update(kept_values)
        return found

    def scalar(self, node: ScalarNode) -> str | None:
        tag = _tag(node)
        if tag not in PLAIN_TAGS and not (tag is None or tag == "!"):
            self.problems.append(self.problem(node, f"the tag '{tag}' is not read here", "write plain text"))
        plain = node.style is None or node.style == ""
        return None if plain and node.value in NULLS else str(node.value)

    def problem(self, node: Node, message: str, hint: str) -> Problem:
        place = _mark(node)
        return Problem(file=self.tree.file, line=place.line, column=place.column, message=message, hint=hint)


def _mark(node: Node) -> Place:
    return Place(line=node.start_mark.line + 1, column=node.start_mark.column + 1)


def _tag(node: Node) -> str | None:
    return None if node.tag is None else str(node.tag)
