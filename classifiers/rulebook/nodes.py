"""One place in a rule file: its value, where it stands, and what is wrong with it."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar

from config.yaml_tree import Loc, Tree
from domain.problems import Problem

Choice = TypeVar("Choice")
KEY_AND_VALUE = "write 'key: value', each on a line of its own or in braces"


class Node:
    """A value with its place. A missing key is a Node too, so that reading never branches."""

    def __init__(
        self, problems: list[Problem], tree: Tree, path: Loc, data: Any, *, missing: bool = False, key: bool = False
    ) -> None:
        self.problems = problems
        self.tree = tree
        self.path = path
        self.data = data
        self.missing = missing
        place = tree.place(path, key=key)
        self.line, self.column = place.line, place.column

    def problem(self, message: str, hint: str) -> None:
        self.problems.append(
            Problem(file=self.tree.file, line=self.line, column=self.column, message=message, hint=hint)
        )

    def _at(self, step: str | int, data: Any, *, key: bool = False) -> "Node":
        return Node(self.problems, self.tree, (*self.path, step), data, key=key)

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.data, dict)

    def child(self, key: str) -> "Node":
        if isinstance(self.data, dict) and self.data.get(key) is not None:
            return self._at(key, self.data[key])
        return Node(self.problems, self.tree, self.path, None, missing=True)

    def fields(self) -> Iterator[tuple[str, "Node"]]:
        """The keys with their values, each node standing at its key."""
        if self.missing:
            return
        if not isinstance(self.data, dict):
            self.problem("keys with values are expected here", KEY_AND_VALUE)
            return
        for key, value in self.data.items():
            yield key, self._at(key, value, key=True)

    def items(self) -> list["Node"]:
        """The items of a list; a single value counts as a list of one."""
        if self.missing:
            return []
        if isinstance(self.data, list):
            return [self._at(index, item) for index, item in enumerate(self.data)]
        return [self]

    def only(self, *keys: str) -> None:
        """A Problem for anything but a mapping, and for each key not among `keys`, with the nearest known one."""
        for key, child in self.fields():
            if key not in keys:
                child.problem(f"unknown key '{key}'", nearest(key, keys))

    def text(self) -> str:
        if self.missing:
            return ""
        if not isinstance(self.data, str) or not self.data.strip():
            self.problem(
                "words are expected here", "write them, in quotes where they hold ': ' or begin with { [ * & #"
            )
            return ""
        return self.data

    def whole(self, *, default: int) -> int:
        if self.missing:
            return default
        if not isinstance(self.data, str) or not self.data.isdecimal() or len(self.data) > 4:
            self.problem("a whole number is expected here", f"as in {default}")
            return default
        return int(self.data)

    def flag(self, *, default: bool) -> bool:
        if self.missing:
            return default
        if self.data not in ("true", "false"):
            self.problem("true or false is expected here", "write true or false")
            return default
        return bool(self.data == "true")

    def choice(self, choices: Sequence[str], *, default: str) -> str:
        """One of the words, or the default where the key is missing or wrong (then with a Problem)."""
        return default if self.missing else self.one_of({name: name for name in choices}) or default

    def one_of(self, choices: Mapping[str, Choice]) -> Choice | None:
        written = self.text()
        if written in choices:
            return choices[written]
        if written:
            self.problem(f"'{written}' is not known here", nearest_of_few(written, list(choices)))
        return None


def nearest_of_many(written: str, known: Sequence[str]) -> str:
    """As `nearest`, where the known ones are too many to list."""
    near = get_close_matches(written, known, 1)
    return f"did you mean '{near[0]}'?" if near else "`bellwether rules list` shows them all"


def nearest_of_few(written: str, known: Sequence[str]) -> str:
    """As `nearest`, with all of them behind the one that is meant perhaps."""
    near = get_close_matches(written, known, 1)
    return (f"did you mean '{near[0]}'? " if near else "") + "one of " + ", ".join(known)


def nearest(written: str, known: Sequence[str]) -> str:
    near = get_close_matches(written, known, 1)
    return f"did you mean '{near[0]}'?" if near else "one of " + ", ".join(known)
