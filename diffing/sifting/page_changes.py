"""Two visits of one page: what changed, whether it is news, and one sentence on why or why not."""

from dataclasses import replace

from diffing.comparing.beside import lines_beside
from diffing.comparing.compare import Pair, make_edit
from diffing.comparing.template import other_template
from diffing.examination import SAME, Examination
from diffing.noise.clocks import Days
from diffing.noise.rules import kinds
from diffing.reading.charsets import decode
from diffing.reading.page_state import OK
from diffing.reading.pages import page_parts, read_page
from diffing.reading.runs import runs_of, words_of
from diffing.reading.signs import SKELETON, UNLOADED
from diffing.sifting.sift import sift
from diffing.sifting.site_news import navigation_edits
from diffing.wording.quick import may_match
from diffing.wording.text import forget
from domain.changes import ChangeStatus, Edit
from domain.content import Block, Extraction
from domain.errors import UnreadableContent
from domain.sources import Source
from domain.visits import Parts

OTHER = 0.03  # of the runs of words: with less in common, one of the two is another page
RETOLD = 0.4  # of the runs of the shorter text: with as much kept, the page grew or shrank and is no other
SHRUNK = 0.2
KEPT = 0.8  # of the runs of both texts: a page that keeps as much was dressed anew rather than written anew
WORTH_LIKENING = 50
WORTH_MISSING = 20
COMPARABLE = 2.0
MOSTLY = 0.7  # of the characters of both sides, in blocks that are alike to the letter
PLACEHOLDER = 120
MAY_BE_SKELETON = may_match((SKELETON.pattern, SKELETON.flags))


def examine_page(
    source: Source, *, source_id: int, before: Parts, after: Parts, new: Extraction, days: Days | None = None
) -> Examination:
    """The change between an earlier answer of a page and one that was judged good already; `days` are the visits'."""
    forget()
    try:
        old = read_page(source, before)
    except UnreadableContent:
        return _outcome(None, (), "The earlier visit cannot be read with the source as it is configured now.")
    found = _compared(source, source_id, (before, after), (old, new), days)
    return replace(found, furniture=navigation_edits(source_id, old, new))


def _compared(
    source: Source,
    source_id: int,
    answers: tuple[Parts, Parts],
    readings: tuple[Extraction, Extraction],
    days: Days | None,
) -> Examination:
    old, new = readings
    sifted = sift(source, old, new, days)
    noise = kinds(sifted.noise)
    if not sifted.kept:
        return _outcome(None, (), _why_none(old.blocks, new.blocks, noise))
    beside = lines_beside(sifted.kept, sifted.before, sifted.after)
    edits = tuple(make_edit(source_id, *pair, beside=lines) for pair, lines in zip(sifted.kept, beside, strict=True))
    edits += tuple(make_edit(source_id, one, other, minor=True) for one, other in sifted.beside)
    doubt = (
        _doubt(old, new, sifted.before, sifted.after)
        or _unloaded(sifted.kept, old, new)
        or _skeletons(sifted.kept, *answers)
        or _dressed_anew(answers, sifted.before, sifted.after)
    )
    if doubt:
        return _outcome(ChangeStatus.HELD, edits, doubt)
    count = f"{len(edits)} edit{'s' if len(edits) != 1 else ''} in the page's content"
    return _outcome(ChangeStatus.NEWS, edits, f"{count}; left out: {', '.join(noise)}." if noise else f"{count}.")


def _outcome(status: ChangeStatus | None, edits: tuple[Edit, ...], explanation: str) -> Examination:
    held = status is ChangeStatus.HELD
    return Examination(verdict=OK, baseline=not held, status=status, edits=edits, explanation=explanation)


def _doubt(old: Extraction, new: Extraction, before: list[Block], after: list[Block]) -> str:
    """Why the difference may be an accident rather than an edit, or ""."""
    if _mostly_kept(before, after):
        return ""
    old_words, new_words = words_of(before), words_of(after)
    longer, shorter = max(len(old_words), len(new_words)), min(len(old_words), len(new_words))
    if longer < WORTH_LIKENING:
        lost = len(old_words) >= WORTH_MISSING and len(new_words) < SHRUNK * len(old_words)
        return "Most of the page is missing: held until it is seen again." if lost else ""
    if old.title == new.title and longer < COMPARABLE * shorter and _language(old) == _language(new):
        return ""
    old_runs, new_runs = runs_of(old_words), runs_of(new_words)
    shared = len(old_runs & new_runs)
    of_old, of_new = shared / max(1, len(old_runs)), shared / max(1, len(new_runs))
    if min(of_old, of_new) < OTHER and max(of_old, of_new) < RETOLD:
        return "The whole page is another one: held until it is seen again."
    if len(new_words) < SHRUNK * len(old_words) and of_old < SHRUNK:
        return "Most of the page is missing: held until it is seen again."
    return ""


def _mostly_kept(before: list[Block], after: list[Block]) -> bool:
    """Whether whole blocks show already that it is the same page, so that its words need not be likened."""
    old, new = ({block.text for block in blocks} for blocks in (before, after))
    kept = sum(map(len, old & new))
    return kept >= MOSTLY * max(1, *(sum(map(len, texts)) for texts in (old, new)))


def _markup(parts: Parts) -> bytes:
    """The markup of an answer as it came: tags and classes are ASCII, which all charsets but the widest leave be."""
    bodies = ((part, part.body or b"") for part in page_parts(parts))
    return b"".join(decode(part).encode() if b"\x00" in body else body for part, body in bodies)


def _dressed_anew(answers: tuple[Parts, Parts], old: list[Block], new: list[Block]) -> str:
    """Why a page with almost the same text in another template may be a variant served now and then, or ""."""
    if not other_template(*map(_markup, answers)):
        return ""
    old_runs, new_runs = runs_of(words_of(old)), runs_of(words_of(new))
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


def _skeletons(pairs: list[Pair], before: Parts, after: Parts) -> str:
    """Why the page may not have been complete: more grey boxes where text is still to come, and less text."""
    gone, come = (sum(len(block.text) for block in side if block) for side in zip(*pairs, strict=True))
    if gone <= come or not (shown := _grey_boxes(after)) or shown <= _grey_boxes(before):
        return ""
    return "A part of the page had not been loaded: held until it is seen again."


def _grey_boxes(parts: Parts) -> int:
    markup = "".join(map(decode, page_parts(parts)))
    return len(SKELETON.findall(markup)) if MAY_BE_SKELETON(markup) else 0


def _language(extraction: Extraction) -> str:
    return (extraction.language or "")[:2].lower()


def _why_none(before: tuple[Block, ...], after: tuple[Block, ...], noise: list[str]) -> str:
    if noise:
        return f"Only noise: {', '.join(noise)}."
    if [block.text for block in before] == [block.text for block in after]:
        return SAME
    return "Only site chrome, order or notation has changed."
