"""Whether what an earlier visit showed for the first time still stands on a page, and whether it stands there once."""

from collections.abc import Sequence

from diffing.reading.pages import read_page
from diffing.wording.text import compared
from domain.changes import Edit
from domain.sources import Source
from domain.visits import FetchedPart


def still_standing(source: Source, parts: tuple[FetchedPart, ...], edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits that a good visit of a page bears out: what came is there, what went is not.

    Raises UnreadableContent as `read` does.
    """
    blocks = read_page(source, parts).blocks
    texts = {compared(block.text) for block in blocks}
    texts |= {compared(link.text) for block in blocks for link in block.links}
    return tuple(edit for edit in edits if _stands(edit, texts))


def stands_twice(source: Source, parts: tuple[FetchedPart, ...], edit: Edit) -> bool:
    """Whether the text an edit replaces or takes away stands more than once under its headings on the page before it.

    Then nothing tells which of the blocks it was. Raises UnreadableContent as `read` does.
    """
    gone = compared(edit.before or "")
    blocks = read_page(source, parts).blocks
    return sum(block.path == edit.path and compared(block.text) == gone for block in blocks) > 1


def _stands(edit: Edit, texts: set[str]) -> bool:
    if edit.after is None:
        return compared(edit.before or "") not in texts
    return compared(edit.after) in texts
