"""Text as shown, and text as compared: the second folds what no reader would call a difference."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from diffing.wording.dates import YEAR_ANYWHERE, fold_dates
from diffing.wording.money import AMOUNT, MAY_BE_AMOUNT, SIGNS
from diffing.wording.passing import SHOWN, is_marked, without_passing
from diffing.wording.quick import may_match
from diffing.wording.relative import COUNTDOWN, RELATIVE, without_countdown, without_relative

INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e]")
# Chinese and Japanese set no blanks: each of their characters counts as a word.
IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# Right before a number, a sign and a comparison say what it means; a hyphen in a range, a date or a telephone does not.
_SIGNED = (
    r"(?<![\w)\]%.,:/°*+-])(?<!\d )(?:[-±]|\+(?!\d{1,3}[\s.(-]{1,2}\d[\d\s()./-]{5}))"
    rf"(?=[{SIGNS}]?\d)|(?<![-=<>])[<>≤≥](?=\s?[{SIGNS}]?\d)"
)
WORD_CHARACTER = re.compile(rf"[^\W{IDEOGRAPHS}]")
TOKEN = re.compile(rf"{WORD_CHARACTER.pattern}+|[{IDEOGRAPHS}]|[%‰]|[{SIGNS}]|{_SIGNED}")
WORD = re.compile(r"\w+")
# Of whatever is no plain word: without any of them in a text, each of its tokens is one.
NO_WORD = re.compile(rf"[%‰{SIGNS}{IDEOGRAPHS}±+<>≤≥-]")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[^\d.]{0,40}(?:19|20)\d\d(?:\s*[-–—]\s*(?:20)?\d\d)?|(?:19|20)\d\d\s*©"
    r"|(?:powered by|propulsé par|betrieben (?:von|mit)|con la tecnología de)[^\d.|]{1,40}[·|,–-]\s*(?:19|20)\d\d\b",
    re.IGNORECASE,
)
ONLY_YEAR = re.compile(r"\W*(?:19|20)\d\d\W*")
OPAQUE = re.compile(
    r"\b(?=[0-9a-f-]{0,80}\d)(?:[0-9a-f]{16,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b", re.IGNORECASE
)
MAY_BE_OPAQUE = re.compile("[0-9A-Fa-f-]" * 16)
FIGURE = re.compile(r"\d")
MARK = re.compile(r"[✓✔✗✘✕✖☑☒○●×◯△✅❌❎⭕⛔🚫🔴🟠🟡🟢🔵⚪⚫]")
CELLS = " | "  # between the cells of a row
LONGEST_ASKED = 1_000  # characters of a text of which is kept whether it names an amount
LONGEST_READ = 50_000
LONGEST_KEPT = 5_000  # characters of a text of which the answer is kept
MOST_KEPT = 262_144  # texts: both visits of the longest page that is read, so that no block is folded twice
# What no reader would call a difference, by the name it is explained with, in the order it is taken out.
FOLDINGS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("the year of a copyright notice", lambda text: COPYRIGHT.sub(" © ", text) if YEAR_ANYWHERE.search(text) else text),
    ("the notation of a date", fold_dates),
    ("how long ago something was", without_relative),
    ("a time counted down", without_countdown),
    ("an opaque identifier", lambda text: OPAQUE.sub(" ", text) if MAY_BE_OPAQUE.search(text) else text),
    ("a counter or a clock", without_passing),
)
# Whether any of them but a mark with its number may be found in a text, in one look: hardly one text in thirty.
MAY_FOLD = may_match(
    *((one.written, one.flags) for one in (RELATIVE, COUNTDOWN, SHOWN)),
    *((one.pattern, one.flags) for one in (YEAR_ANYWHERE, MAY_BE_OPAQUE)),
)


def tidy(text: str) -> str:
    """The words with every run of white space as one blank, and nothing that has no width."""
    shown = text.strip()
    if "  " not in shown and shown.isprintable():  # a blank is the only white space that is printed
        return shown
    shown = " ".join(shown.split())
    return shown if _is_visible(shown) else " ".join(INVISIBLE.sub("", text).split())


def _is_visible(text: str) -> bool:
    """A quick look: what has no width is not "printable" to Python, and most texts hold no such thing."""
    return text.isascii() or text.isprintable()


def _visible(text: str) -> str:
    return text if _is_visible(text) else INVISIBLE.sub("", text)


def names_amount(text: str) -> bool:
    """Whether a text holds an amount of money or a percentage."""
    return _known_amount(text) if len(text) <= LONGEST_ASKED else _names_amount(text)


def _names_amount(text: str) -> bool:
    if FIGURE.search(text) is None or not MAY_BE_AMOUNT(text):  # most texts hold no number at all
        return False
    return AMOUNT.search(text) is not None


_known_amount = lru_cache(maxsize=8_192)(_names_amount)  # each line is asked about again and again, and at both visits


def tokens(text: str) -> tuple[str, ...]:
    """Words, numbers, their signs and those of currencies, NFKC and casefolded, without punctuation."""
    return tuple(_tokens(spelt(text)))


def spelt(text: str) -> str:
    """A text in the spelling of its tokens: each of them stands in it, letter by letter."""
    return _spelt(unicodedata.normalize("NFKC", _visible(text)))


def _spelt(folded: str) -> str:
    return folded.replace("\u2212", "-").replace("<=", "≤").replace(">=", "≥").casefold()


def _tokens(spelled: str) -> list[str]:
    return (WORD if NO_WORD.search(spelled) is None else TOKEN).findall(spelled)


def compared(text: str) -> str:
    """What two blocks are compared by: their tokens, with dates in one notation and passing things blanked.

    Passing: how long ago something was, counters and clocks, opaque identifiers, the year of a copyright notice, a
    year that stands alone. A tick or a cross counts where it is all there is, or stands in a cell of a table.
    """
    return _kept(text) if len(text) <= LONGEST_KEPT else _compared(text)


def forget() -> None:
    """Lets go of the answers that `compared` keeps: a page's blocks are asked for several times, then never again."""
    _kept.cache_clear()


def _compared(text: str) -> str:
    folded = text if text.isascii() else unicodedata.normalize("NFKC", _visible(text))
    if len(folded) > LONGEST_READ:
        return " ".join(_tokens(_spelt(folded)))
    if may_be_folded(folded):
        if ONLY_YEAR.fullmatch(folded):
            return ""
        for _, fold in FOLDINGS:
            folded = fold(folded)
    words = _tokens(_spelt(folded))
    if not folded.isascii() and (not words or CELLS in folded):
        words += MARK.findall(folded)
    return " ".join(words)


def may_be_folded(text: str) -> bool:
    """A quick look whether any folding may take something out of a text; never False where one does."""
    return MAY_FOLD(text) or is_marked(text)


_kept = lru_cache(maxsize=MOST_KEPT)(_compared)


def folding(before: str, after: str) -> str:
    """What two texts that are compared alike differ in, by name; "" for texts that say different things."""
    if compared(before) != compared(after):
        return ""
    old, new = (unicodedata.normalize("NFKC", _visible(text)) for text in (before, after))
    if tokens(old) == tokens(new):
        return "punctuation, case or spacing"
    for name, fold in FOLDINGS:
        old, new = fold(old), fold(new)
        if tokens(old) == tokens(new):
            return name
    return "a year that stands alone"
