"""What a page falls into when it is read: its blocks, each with its place in the tree."""

from dataclasses import dataclass, field

from diffing.reading.chrome import Region
from domain.content import Block


@dataclass(slots=True)
class Piece:
    """A block with what is needed to tell content from furniture: its place in the tree and its share of link text."""

    block: Block
    node: int
    linked: int
    hidden: bool
    shadow: bool
    regions: tuple[int, ...]
    priced: bool


@dataclass(slots=True)
class Page:
    """The pieces of a page in reading order; `parents[n]` is the node above node n (the first is its own parent)."""

    pieces: list[Piece] = field(default_factory=list)
    parents: list[int] = field(default_factory=lambda: [0])
    mains: set[int] = field(default_factory=set)
    regions: list[Region] = field(default_factory=list)
