"""Two visits of one page: what changed, whether it is news, and one sentence on why or why not."""

from diffing.charsets import decode
from diffing.compare import Pair, compare_blocks, make_edit
from diffing.examination import Examination
from diffing.noise import kinds, without_noise
from diffing.page_state import OK
from diffing.pages import page_parts, read_page
from diffing.signs import UNLOADED
from diffing.template import other_template
from diffing.text import compared, names_amount
from domain.changes import ChangeStatus, Edit
from domain.content import Block, Extraction, Where
from domain.errors import UnreadableContent
from domain.sources import Source
from domain.visits import FetchedPart

Parts = tuple[FetchedPart, ...]
RUN = 3  # words in a row by which two texts are likened
OTHER = 0.03  # of the runs of words: with less in common, one of the two is another page
RETOLD = 0.4  # of the runs of the shorter text: with as much kept, the page grew or shrank and is no other
SHRUNK = 0.2
KEPT = 0.8  # of the runs of both texts: a page that keeps as much was dressed anew rather than written anew
WORTH_LIKENING = 50
WORTH_MISSING = 20
COMPARABLE = 2.0
PLACEHOLDER = 120
MOST_ASIDES = 60
ASIDE_PROSE = 40
MOST_EDITS = 2_000  # past it a page is noise to any reader, and hostile at worst


def examine_page(source: Source, *, source_id: int, before: Parts, after: Parts, new: Extraction) -> Examination:
    """The change between an earlier answer of a page and one that was judged good already."""
    try:
        old = read_page(source, before)
    except UnreadableContent:
        return _outcome(None, (), "The earlier visit cannot be read with the source as it is configured now.")
    old_content, new_content = _content(old.blocks), _content(new.blocks)
    pairs = _elsewhere(compare_blocks(old_content, new_content, source.ignore), old.blocks, new.blocks)
    kept, dropped = without_noise(pairs, new.title or old.title, _headings(old_content) & _headings(new_content))
    noise = kinds(dropped)
    if not kept:
        return _outcome(None, (), _why_none(old.blocks, new.blocks, noise))
    edits = tuple(make_edit(source_id, one, other) for one, other in kept[:MOST_EDITS])
    edits += tuple(make_edit(source_id, one, other, minor=True) for one, other in _beside(old, new, source))
    doubt = (
        _doubt(old, new, old_content, new_content)
        or _unloaded(kept, old, new)
        or _dressed_anew(before, after, old_content, new_content)
    )
    if doubt:
        return _outcome(ChangeStatus.HELD, edits, doubt)
    count = f"{len(edits)} edit{'s' if len(edits) != 1 else ''} in the page's content"
    return _outcome(ChangeStatus.NEWS, edits, f"{count}; left out: {', '.join(noise)}." if noise else f"{count}.")


def _outcome(status: ChangeStatus | None, edits: tuple[Edit, ...], explanation: str) -> Examination:
    held = status is ChangeStatus.HELD
    return Examination(verdict=OK, baseline=not held, status=status, edits=edits, explanation=explanation)


def _headings(blocks: list[Block]) -> frozenset[str]:
    return frozenset(compared(block.text) for block in blocks if block.where is Where.HEADING)


def _content(blocks: tuple[Block, ...]) -> list[Block]:
    return [block for block in blocks if not block.chrome]


def _elsewhere(pairs: list[Pair], before: tuple[Block, ...], after: tuple[Block, ...]) -> list[Pair]:
    """The pairs without lines that stood in the furniture before, or do now; an amount that moved there stays."""
    there = [{compared(block.text) for block in blocks if block.chrome} for blocks in (before, after)]

    def moved(pair: Pair) -> bool:
        old, new = pair
        shown = new or old
        return (
            None in pair
            and shown is not None
            and not names_amount(shown.text)
            and compared(shown.text) in there[0 if new else 1]
        )

    return [pair for pair in pairs if not moved(pair)]


def _beside(old: Extraction, new: Extraction, source: Source) -> list[Pair]:
    """What was replaced beside the content at the same time, say a testimonial: no news, but part of the change."""
    gone, come = ([block for block in one.blocks if _is_aside(block)] for one in (old, new))
    if max(len(gone), len(come)) > MOST_ASIDES:
        return []
    return [pair for pair in compare_blocks(gone, come, source.ignore) if None not in pair]


def _is_aside(block: Block) -> bool:
    return block.chrome and block.where is Where.ASIDE and len(block.text) >= ASIDE_PROSE


def _doubt(old: Extraction, new: Extraction, before: list[Block], after: list[Block]) -> str:
    """Why the difference may be an accident rather than an edit, or ""."""
    old_words, new_words = _words(before), _words(after)
    longer, shorter = max(len(old_words), len(new_words)), min(len(old_words), len(new_words))
    if longer < WORTH_LIKENING:
        lost = len(old_words) >= WORTH_MISSING and len(new_words) < SHRUNK * len(old_words)
        return "Most of the page is missing: held until it is seen again." if lost else ""
    old_runs, new_runs = _runs(old_words), _runs(new_words)
    shared = len(old_runs & new_runs)
    of_old, of_new = shared / max(1, len(old_runs)), shared / max(1, len(new_runs))
    retold = old.title == new.title and longer < COMPARABLE * shorter and _language(old) == _language(new)
    if min(of_old, of_new) < OTHER and max(of_old, of_new) < RETOLD and not retold:
        return "The whole page is another one: held until it is seen again."
    if len(new_words) < SHRUNK * len(old_words) and of_old < SHRUNK:
        return "Most of the page is missing: held until it is seen again."
    return ""


def _dressed_anew(before: Parts, after: Parts, old: list[Block], new: list[Block]) -> str:
    """Why a page with almost the same text in another template may be a variant served now and then, or ""."""
    texts = ["".join(decode(part) for part in page_parts(parts)) for parts in (before, after)]
    if not other_template(*texts):
        return ""
    old_runs, new_runs = _runs(_words(old)), _runs(_words(new))
    if len(old_runs & new_runs) < KEPT * max(len(old_runs), len(new_runs), 1):
        return ""
    return "The page came in another template: held until it is seen again."


def _unloaded(pairs: list[Pair], before: Extraction, after: Extraction) -> str:
    """Why the page may not have been complete: a placeholder came, and what was taken away was not replaced."""
    gone, come = (sum(len(block.text) for block in side if block) for side in zip(*pairs, strict=True))
    known = {block.text for block in before.blocks}
    shown = [block.text for block in after.blocks if len(block.text) < PLACEHOLDER and block.text not in known]
    if gone > come and any(UNLOADED.search(text) for text in shown):
        return "A part of the page had not been loaded: held until it is seen again."
    return ""


def _words(blocks: list[Block]) -> list[str]:
    return [word for block in blocks for word in compared(block.text).split()]


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[at:] for at in range(RUN)), strict=False))


def _language(extraction: Extraction) -> str:
    return (extraction.language or "")[:2].lower()


def _why_none(before: tuple[Block, ...], after: tuple[Block, ...], noise: list[str]) -> str:
    if noise:
        return f"Only noise: {', '.join(noise)}."
    if [block.text for block in before] == [block.text for block in after]:
        return "Nothing a reader would see has changed."
    return "Only site chrome, order or notation has changed."
