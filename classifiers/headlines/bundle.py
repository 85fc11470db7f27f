"""Edits told in one clause, and how they are told."""

from dataclasses import dataclass
from enum import StrEnum

from domain.changes import Edit


class Shape(StrEnum):
    """How a bundle is told."""

    EDIT = "edit"
    SECTION = "section"
    ITEMS = "items"
    SWAP = "swap"
    EVERYWHERE = "everywhere"
    SECTIONS = "sections"
    ROWS = "rows"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Edits told in one clause. `gone` and `come` are the words of a swap or of what changed everywhere."""

    shape: Shape
    edits: tuple[Edit, ...]
    weight: float
    gone: str = ""
    come: str = ""

    @property
    def lead(self) -> Edit:
        return self.edits[0]
