"""One place in a rule file: its value, where it stands, and what is wrong with it."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from domain.problems import Problem

Choice = TypeVar("Choice")


class Node:
    """A value with its file, line and column (1-based). A missing key is a Node too, so that reading never branches."""

    def __init__(
        self, problems: list[Problem], file: str, data: Any, line: int, column: int, *, missing: bool = False
    ) -> None:
        self.problems = problems
        self.file = file
        self.data = data
        self.line = line
        self.column = column
        self.missing = missing

    def problem(self, message: str, hint: str = "") -> None:
        self.problems.append(Problem(file=self.file, line=self.line, column=self.column, message=message, hint=hint))

    def _at(self, data: Any, position: tuple[int, int]) -> "Node":
        return Node(self.problems, self.file, data, position[0] + 1, position[1] + 1)

    def child(self, key: str) -> "Node":
        if isinstance(self.data, CommentedMap) and key in self.data and self.data[key] is not None:
            return self._at(self.data[key], self.data.lc.value(key))
        return Node(self.problems, self.file, None, self.line, self.column, missing=True)

    def fields(self) -> Iterator[tuple[str, "Node"]]:
        if self.missing:
            return
        if not isinstance(self.data, CommentedMap):
            self.problem("a mapping is expected here")
            return
        for key in self.data:
            yield str(key), self._at(self.data[key], self.data.lc.key(key))

    def items(self) -> list["Node"]:
        """The items of a list; a single value counts as a list of one."""
        if self.missing:
            return []
        if isinstance(self.data, CommentedSeq):
            return [self._at(item, self.data.lc.item(index)) for index, item in enumerate(self.data)]
        return [self]

    def only(self, *keys: str) -> None:
        """A Problem for anything but a mapping, and for each key not among `keys`, with the nearest known one."""
        for key, child in self.fields():
            if key not in keys:
                near = get_close_matches(key, keys, 1)
                child.problem(
                    f"unknown key {key!r}", f"did you mean {near[0]!r}?" if near else "one of " + ", ".join(keys)
                )

    def text(self) -> str:
        if self.missing:
            return ""
        if isinstance(self.data, CommentedMap | CommentedSeq | bool):
            self.problem("words are expected here", "put them in quotes")
            return ""
        return str(self.data)

    def whole(self, *, default: int) -> int:
        if self.missing:
            return default
        if isinstance(self.data, bool) or not isinstance(self.data, int) or self.data < 0:
            self.problem("a whole number is expected here")
            return default
        return int(self.data)

    def flag(self, *, default: bool) -> bool:
        if self.missing:
            return default
        if not isinstance(self.data, bool):
            self.problem("true or false is expected here")
            return default
        return self.data

    def choice(self, choices: Sequence[str], *, default: str) -> str:
        """One of the words, or the default where the key is missing or wrong (then with a Problem)."""
        return default if self.missing else self.one_of({name: name for name in choices}) or default

    def one_of(self, choices: Mapping[str, Choice]) -> Choice | None:
        written = self.text()
        if written in choices:
            return choices[written]
        near = get_close_matches(written, list(choices), 1)
        self.problem(
            f"{written!r} is not known here", f"did you mean {near[0]!r}?" if near else "one of " + ", ".join(choices)
        )
        return None
