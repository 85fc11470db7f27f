"""A table whose columns were put in another order: each of them holds what it held."""

from collections import Counter
from collections.abc import Iterator, Sequence

from diffing.noise.scene import Pair, Scene, Split
from diffing.wording.text import compared
from domain.content import Block

MOST_TABLES = 50


def drop_reordered_columns(pairs: list[Pair], scene: Scene) -> Split:
    """Drops the rows of a table that holds the same columns as one of the visit before, all rows in the same order.

    A column is compared whole, with its header: an amount that moved to another plan makes another column of it.
    """
    if not any(block is not None and block.cells for pair in pairs for block in pair):
        return Split(pairs, [])
    old, new = list(_tables(scene.before)), list(_tables(scene.after))
    if len(old) > MOST_TABLES or len(new) > MOST_TABLES:
        return Split(pairs, [])
    known = [(table, _columns(table)) for table in old]
    moved: set[int] = set()
    for table in new:
        columns = _columns(table)
        match = next((one for one, other in known if columns and other == columns), None)
        if match is not None:
            moved.update(id(row) for row in (*match, *table))
    kept = [pair for pair in pairs if not _inside(pair, moved)]
    return Split(kept, [pair for pair in pairs if _inside(pair, moved)])


def _inside(pair: Pair, moved: set[int]) -> bool:
    return all(id(block) in moved for block in pair if block is not None)


def _tables(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Runs of rows with the same number of cells under the same headings; two rows or more."""
    run: list[Block] = []
    for block in blocks:
        if run and (len(block.cells) != len(run[0].cells) or block.path != run[0].path):
            if len(run) > 1:
                yield run
            run = []
        if block.cells:
            run.append(block)
    if len(run) > 1:
        yield run


def _columns(table: Sequence[Block]) -> Counter[tuple[str, ...]]:
    """Each column from top to bottom, with its header."""
    rows = [[(f"{compared(cell.header)}\n{compared(cell.text)}") for cell in row.cells] for row in table]
    return Counter(zip(*rows, strict=True))
