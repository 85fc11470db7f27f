"""The unchanged lines beside an amount that changed: the one that names it, and those right above and below it."""

from collections.abc import Iterator, Sequence

from diffing.comparing.compare import Pair
from diffing.wording.text import names_amount
from domain.changes import Beside
from domain.content import Block, Where

SHORT = 60  # characters: a longer line is a text of its own
FEW = 2  # amounts of one place: of fewer nobody can say that each has a name above it


def lines_beside(pairs: Sequence[Pair], before: Sequence[Block], after: Sequence[Block]) -> list[Beside | None]:
    """For each pair what stands beside its amount; None where it is no short line with one, or nothing is there."""
    shown = [(new or old, after if new else before) for old, new in pairs]
    wanted = [block is not None and is_amount(block) for block, _ in shown]
    if not any(wanted):
        return [None] * len(pairs)
    changed = {id(block) for pair in pairs for block in pair if block is not None}
    places = {id(side): {id(block): at for at, block in enumerate(side)} for side in (before, after)}
    named: dict[tuple[int, tuple[str, ...]], bool] = {}
    found: list[Beside | None] = []
    for (block, side), is_wanted in zip(shown, wanted, strict=True):
        at = places[id(side)].get(id(block)) if is_wanted else None
        if at is None:
            found.append(None)
            continue
        place = id(side), side[at].path
        if place not in named:
            named[place] = _each_is_named(side, side[at].path)
        found.append(_beside(side, at, changed, named=named[place]))
    return found


def is_amount(block: Block) -> bool:
    return len(block.text) <= SHORT and not block.cells and names_amount(block.text)


def _beside(side: Sequence[Block], at: int, changed: set[int], *, named: bool) -> Beside | None:
    above, below = _line(side, at, at - 1, changed), _line(side, at, at + 1, changed)
    name = above if named and above and not names_amount(above) else ""
    return Beside(name=name, above=above, below=below) if above or below else None


def _line(side: Sequence[Block], at: int, other: int, changed: set[int]) -> str:
    """The text of a neighbour that stayed and stands under the same heading; an amount may be a heading itself."""
    if not 0 <= other < len(side):
        return ""
    block, line = side[at], side[other]
    under = line.path == block.path or (block.where is Where.HEADING and line.path == (*block.path, block.text))
    stayed = id(line) not in changed and line.where is not Where.HEADING and not line.cells
    return line.text if under and stayed and len(line.text) <= SHORT else ""


def _each_is_named(side: Sequence[Block], path: tuple[str, ...]) -> bool:
    """Whether several amounts stand under the heading, each right below a short line of its own."""
    names = list(_names(side, path))
    return len(names) >= FEW and all(names) and len(set(names)) == len(names)


def _names(side: Sequence[Block], path: tuple[str, ...]) -> Iterator[str]:
    """The line right above each amount of one place; "" where none stands there."""
    above = ""
    for block in side:
        inside = block.path == path and block.where is not Where.HEADING and not block.cells
        if inside and is_amount(block):
            yield above
        above = block.text if inside and len(block.text) <= SHORT and not names_amount(block.text) else ""
