"""Two visits of one page: what changed, whether it is news, and one sentence on why or why not."""

from diffing.compare import compare_blocks
from diffing.examination import Examination
from diffing.page_state import OK
from diffing.pages import read_page
from domain.changes import ChangeStatus
from domain.errors import UnreadableContent
from domain.sources import Source
from domain.visits import FetchedPart


def examine_page(
    source: Source, *, source_id: int, before: tuple[FetchedPart, ...], after: tuple[FetchedPart, ...]
) -> Examination:
    """The change between two answers of a page; `after` was judged good already."""
    new = read_page(source, after)
    try:
        old = read_page(source, before)
    except UnreadableContent:
        return _none("The earlier visit cannot be read with the source as it is configured now.")
    edits = compare_blocks(
        source_id,
        [block for block in old.blocks if not block.chrome],
        [block for block in new.blocks if not block.chrome],
    )
    if not edits:
        return _none("Nothing a reader would see has changed, or only site chrome.")
    words = f"{len(edits)} edit{'s' if len(edits) != 1 else ''} in the page's content."
    return Examination(verdict=OK, baseline=True, status=ChangeStatus.NEWS, edits=edits, explanation=words)


def _none(explanation: str) -> Examination:
    return Examination(verdict=OK, baseline=True, status=None, edits=(), explanation=explanation)
