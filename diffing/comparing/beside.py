"""The unchanged lines beside an amount that changed: the one that names it, and those right above and below it."""

from collections.abc import Sequence

from diffing.comparing.compare import Pair
from diffing.wording.text import names_amount
from domain.changes import Beside
from domain.content import Block, Where

SHORT = 60  # characters: a longer line is a text of its own
FEW = 2  # amounts of one place: of fewer nobody can say that each has a name above it
Path = tuple[str, ...]


def lines_beside(pairs: Sequence[Pair], before: Sequence[Block], after: Sequence[Block]) -> list[Beside | None]:
    """For each pair what stands beside its amount; None where it is no short line with one, or nothing is there."""
    shown = [(new or old, after if new else before) for old, new in pairs]
    wanted = [block is not None and is_amount(block) for block, _ in shown]
    if not any(wanted):
        return [None] * len(pairs)
    changed = {id(block) for pair in pairs for block in pair if block is not None}
    places = {id(side): {id(block): at for at, block in enumerate(side)} for side in (before, after)}
    names = {id(side): _names(side) for side in (before, after)}
    found: list[Beside | None] = []
    for (block, side), is_wanted in zip(shown, wanted, strict=True):
        at = places[id(side)].get(id(block)) if is_wanted else None
        found.append(None if at is None else _beside(side, at, changed, names[id(side)].get(side[at].path, ())))
    return found


def is_amount(block: Block) -> bool:
    return len(block.text) <= SHORT and not block.cells and names_amount(block.text)


def _beside(side: Sequence[Block], at: int, changed: set[int], names: Sequence[str]) -> Beside | None:
    above, below = _line(side, at, at - 1, changed), _line(side, at, at + 1, changed)
    named = _each_is_named(names)
    if named and below and _is_next_name(side, at + 1, names[0]):
        below = ""
    name = above if named and above and not names_amount(above) else ""
    return Beside(name=name, above=above, below=below) if above or below else None


def _is_next_name(side: Sequence[Block], at: int, first: str) -> bool:
    """Whether a line stands right above another amount and begins as a name: "Daily", and not "per month".

    Where the first amount's own name begins with a small letter, so may each.
    """
    line, below = side[at], side[at + 1] if at + 1 < len(side) else None
    over = below is not None and below.path == line.path and is_amount(below)
    return over and (line.text[0].isupper() or first[0].islower())


def _line(side: Sequence[Block], at: int, other: int, changed: set[int]) -> str:
    """The text of a neighbour that stayed and stands under the same heading; an amount may be a heading itself."""
    if not 0 <= other < len(side):
        return ""
    block, line = side[at], side[other]
    under = line.path == block.path or (block.where is Where.HEADING and line.path == (*block.path, block.text))
    stayed = id(line) not in changed and line.where is not Where.HEADING and not line.cells
    return line.text if under and stayed and len(line.text) <= SHORT else ""


def _each_is_named(names: Sequence[str]) -> bool:
    """Whether several amounts stand under a heading, each right below a short line of its own."""
    return len(names) >= FEW and all(names) and len(set(names)) == len(names)


def _names(side: Sequence[Block]) -> dict[Path, list[str]]:
    """The line right above each amount, by the heading that both stand under; "" where none stands there."""
    found: dict[Path, list[str]] = {}
    above, under = "", None
    for block in side:
        inside = block.where is not Where.HEADING and not block.cells
        if inside and is_amount(block):
            found.setdefault(block.path, []).append(above if under == block.path else "")
        names = inside and len(block.text) <= SHORT and not names_amount(block.text)
        above, under = (block.text, block.path) if names else ("", None)
    return found
