"""What a page falls into when it is read: its pieces, each with its place in the tree, out of which blocks are made."""

from dataclasses import dataclass, field

from diffing.reading.chrome import Region
from domain.content import Block, Cell, Link, Where


@dataclass(slots=True, eq=False)
class Setting:
    """What the boxes around a piece say of all that stands in them; one for all pieces with the same ones around.

    `regions` are numbers in `Page.regions`, from the outside.
    """

    regions: tuple[int, ...] = ()
    hidden: bool = False
    shadow: bool = False
    card: bool = False
    item: bool = False
    heading: bool = False
    article: bool = False


@dataclass(slots=True)
class Piece:
    """What will be a block, with what is needed to tell content from furniture: where it stands, what of it is links.

    `linked` are the characters inside links; `priced` says that it names an amount.
    """

    where: Where
    path: tuple[str, ...]
    text: str
    cells: tuple[Cell, ...]
    links: tuple[Link, ...]
    node: int
    linked: int
    setting: Setting
    priced: bool = False

    def block(self) -> Block:
        return Block(where=self.where, path=self.path, text=self.text, cells=self.cells, links=self.links)

    def furniture(self, where: Where, sign: str) -> Block:
        """The piece as site furniture that stands in another place, with what told it so."""
        return Block(
            where=where, path=self.path, text=self.text, cells=self.cells, links=self.links, chrome=True, sign=sign
        )


@dataclass(slots=True)
class Page:
    """The pieces of a page in reading order; `parents[n]` is the node above node n (the first is its own parent)."""

    pieces: list[Piece] = field(default_factory=list)
    parents: list[int] = field(default_factory=lambda: [0])
    mains: set[int] = field(default_factory=set)
    regions: list[Region] = field(default_factory=list)
