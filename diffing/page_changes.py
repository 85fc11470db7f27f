"""Two visits of one page: what changed, whether it is news, and one sentence on why or why not."""

from diffing.compare import compare_blocks, make_edit
from diffing.examination import Examination
from diffing.noise import without_noise
from diffing.page_state import OK
from diffing.pages import read_page
from domain.changes import ChangeStatus
from domain.content import Block
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
    pairs = compare_blocks(_content(old.blocks), _content(new.blocks))
    kept, noise = without_noise(pairs, new.title or old.title)
    if not kept:
        return _none(_why_none(old.blocks, new.blocks, noise))
    edits = tuple(make_edit(source_id, one, other) for one, other in kept)
    words = f"{len(edits)} edit{'s' if len(edits) != 1 else ''} in the page's content"
    return Examination(
        verdict=OK,
        baseline=True,
        status=ChangeStatus.NEWS,
        edits=edits,
        explanation="; left out: ".join([words, *([", ".join(noise)] if noise else [])]) + ".",
    )


def _content(blocks: tuple[Block, ...]) -> list[Block]:
    return [block for block in blocks if not block.chrome]


def _why_none(before: tuple[Block, ...], after: tuple[Block, ...], noise: list[str]) -> str:
    if noise:
        return f"Only noise: {', '.join(noise)}."
    if [block.text for block in before] == [block.text for block in after]:
        return "Nothing a reader would see has changed."
    return "Only site chrome, order or notation has changed."


def _none(explanation: str) -> Examination:
    return Examination(verdict=OK, baseline=True, status=None, edits=(), explanation=explanation)
