"""Patterns compiled when they are first asked: most processes meet no name so doubtful that all of them are."""

from collections.abc import Iterator
from typing import Any

import re2


class Pattern:
    """A pattern of re2, by the calls that are made of one; a wrong one is only found when asked, so tests ask each."""

    __slots__ = ("_compiled", "written")

    def __init__(self, written: str) -> None:
        self.written = written
        self._compiled: Any = None

    def _asked(self) -> Any:
        if self._compiled is None:
            self._compiled = re2.compile(self.written)
        return self._compiled

    def search(self, text: str) -> Any:
        return self._asked().search(text)

    def match(self, text: str) -> Any:
        return self._asked().match(text)

    def finditer(self, text: str) -> Iterator[Any]:
        found: Iterator[Any] = self._asked().finditer(text)
        return found

    def findall(self, text: str) -> list[Any]:
        found: list[Any] = self._asked().findall(text)
        return found

    def sub(self, by: Any, text: str) -> str:
        left: str = self._asked().sub(by, text)
        return left
