"""Pieces of a line that move by themselves, told by both visits together: counts, ratings, hashes, places, quotes."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from diffing.wording.moving_words import (
    AUDIENCE,
    BOUND_NEAR,
    CJK_CROWD,
    CLOCKS,
    COUNTED,
    CROWD,
    DONE,
    MARKET,
    PLACED,
    RATED,
    VISITED,
)
from diffing.wording.quick import Guarded
from diffing.wording.relative import without_relative
from diffing.wording.text import FIGURE, compared

NUMBER = r"(?:\d{1,3}(?:[.,\u00a0\u202f’' ]\d{3})+|\d+(?:[.,]\d{1,2})?)"
SET_OFF = r"\d{1,3}(?:[.,\u00a0\u202f’']\d{3})+(?![.,]?\d)"
COMPACT = r"\d{1,3}(?:[.,]\d{1,2})?\s?(?:k|m|mio|mil|tsd|万|千)\+?"
LONGEST = 1_500
ROUND_TALLY, ROUND_COUNT = 10, 100
NEAR = 0.25  # of a running count: it moves by less between two visits
FEWEST = 200  # of a crowd: a smaller number of members or downloads may be what a plan allows
RATING_STEP = 0.5
SWAY = 0.25  # of a share price
BEFORE, BEHIND = 24, 20


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of thing that moves: how it is found, and whether one value may follow another by itself."""

    name: str
    pattern: Guarded
    follows: Callable[[str, str], bool]
    bound: bool = True  # an offer's words close by keep the number
    worded: bool = False  # it may hold no digit at all


def _value(text: str) -> float:
    """The number written in a text, thousands marks taken out; a letter for thousands or millions multiplies it."""
    found = re.search(r"\d[\d.,\u00a0\u202f’' ]*", text)
    digits = found[0].strip() if found else "0"
    unit = re.search(r"\d\s?(k|m|tsd|mil|千|万)", text, re.IGNORECASE)
    if unit:
        times = {"k": 1e3, "tsd": 1e3, "mil": 1e3, "千": 1e3, "万": 1e4}.get(unit[1].lower(), 1e6)
        return float(digits.replace(",", ".")) * times if digits.count(",") + digits.count(".") <= 1 else 0.0
    return float(re.sub(r"\D", "", digits) or 0)


def _tallied(old: str, new: str) -> bool:
    if _value(old) % ROUND_TALLY or _value(new) % ROUND_TALLY:
        return True
    large = min(_value(old), _value(new)) >= ROUND_TALLY * ROUND_COUNT
    return large and _near(old, new) and bool(_value(old) % ROUND_COUNT or _value(new) % ROUND_COUNT)


def _near(old: str, new: str) -> bool:
    return abs(_value(new) - _value(old)) < NEAR * max(1.0, _value(old))


def _crowded(old: str, new: str) -> bool:
    if re.search(rf"{COMPACT}", f"{old} {new}", re.IGNORECASE):
        return _near(old, new)
    return min(_value(old), _value(new)) >= FEWEST and _tallied(old, new) and _near(old, new)


def _grown(old: str, new: str) -> bool:
    return bool(_value(old) % ROUND_COUNT and _value(new) % ROUND_COUNT) and _near(old, new)


def _rated(old: str, new: str) -> bool:
    one, other = (float(re.search(r"\d(?:[.,]\d+)?", text)[0].replace(",", ".")) for text in (old, new))  # type: ignore[index]
    return abs(one - other) <= RATING_STEP


def _hashed(old: str, new: str) -> bool:
    """As long as the one before, with letters in one of them at least: a telephone number is no hash."""
    return len(old) == len(new) and not (old.isdigit() and new.isdigit())


def _swayed(old: str, new: str) -> bool:
    one, other = (
        float(re.sub(r"[^\d.]", "", re.search(r"\d[\d.,]*", text)[0].replace(",", "."))[:12].rstrip(".") or 0)  # type: ignore[index]
        if text.count(",") + text.count(".") <= 3
        else 0.0
        for text in (old, new)
    )
    return abs(one - other) < SWAY * max(one, other, 1e-9)


def _always(old: str, new: str) -> bool:
    return True


PLACE = "a place shown for the visitor's own"
A_CLOCK = "a clock"
KINDS = (
    _Kind(PLACE, PLACED, _always, bound=False, worded=True),
    _Kind("a share price", MARKET, _swayed, bound=False),
    _Kind("a rating", RATED, _rated),
    _Kind(
        "a running count",
        Guarded(rf"(?<![\w.,])(?:{AUDIENCE.replace('#', NUMBER)})(?!\w)", re.IGNORECASE),
        _always,
        False,
    ),
    _Kind("a running count", Guarded(DONE.replace("#", NUMBER), re.IGNORECASE), _tallied),
    _Kind("a running count", Guarded(rf"(?<![\w.,]){NUMBER}\s*(?:{VISITED})(?!\w)", re.IGNORECASE), _tallied),
    _Kind(
        "a running count",
        Guarded(rf"(?:(?P<of>{NUMBER})\s*(?:of|out of|/)\s*)?(?<![\w.,]){NUMBER}\s*(?:{COUNTED})(?!\w)", re.IGNORECASE),
        _tallied,
    ),
    _Kind(
        "a running count",
        Guarded(
            rf"(?<![\w.,])(?:{COMPACT}|{NUMBER})\s*(?:{CROWD}|{COUNTED})(?!\w)|"
            rf"(?<![\w.,]){COMPACT}\s+(?:{CROWD})(?!\w)",
            re.IGNORECASE,
        ),
        _crowded,
    ),
    _Kind(
        "a running count", Guarded(rf"(?<![0-9A-Za-z.,])[\d,.]*\d(?:\.\d)?\s*(?:万|千)?\s?(?:{CJK_CROWD})"), _crowded
    ),
    _Kind("a running count", Guarded(rf"(?<![0-9A-Za-z_.,]){SET_OFF}(?![0-9A-Za-z])"), _grown),
    _Kind(A_CLOCK, CLOCKS, _always, bound=False, worded=True),
    _Kind(
        "a running count",
        Guarded(rf"(?<!\w)(?:{COUNTED})\s?(?:[:：]\s?{NUMBER}(?!\w)|\(\s?{NUMBER}\s?\))", re.IGNORECASE),
        _tallied,
    ),
    _Kind(
        "an opaque identifier",
        Guarded(
            r"(?<![\w-])(?:(?=[0-9a-f]*\d)[0-9a-f]{7,64}|(?=(?:[a-z_]*\d+[a-zA-Z_]+){3})[a-zA-Z0-9_]{10,64})(?![\w-])",
            hint="[0-9a-f]" * 7 + r"|\d[a-zA-Z_]+\d+[a-zA-Z_]+\d+[a-zA-Z_]",
        ),
        _hashed,
    ),
)


def moved_by_itself(before: str, after: str) -> str:
    """The name of what moves by itself where two texts differ in nothing else, else "".

    An amount of money that is not quoted at an exchange is never among it: it is compared as it stands.
    """
    if before == after or max(len(before), len(after)) > LONGEST:
        return ""
    old, held_old = _masked(before)
    new, held_new = _masked(after) if held_old else ("", [])
    if len(held_old) != len(held_new) or not held_old or compared(old) != compared(new):
        return ""
    moved = [
        (kind, a, b)
        for (kind, a), (_, b) in zip(held_old, held_new, strict=True)
        if compared(a) != compared(b) or a != b
    ]
    if not moved or not all(KINDS[kind].follows(a, b) for kind, a, b in moved):
        return ""
    names = [KINDS[kind].name for kind, _, _ in moved]
    return next((name for name in names if name != A_CLOCK), A_CLOCK)


def mask_key(text: str) -> str:
    """What is left of a text without the pieces that may move; "" where it holds none of them."""
    if len(text) > LONGEST:
        return ""
    masked, held = _masked(text)
    return f"{compared(masked)}" if held else ""


@lru_cache(maxsize=20_000)  # every kind of noise asks for the same lines
def _masked(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The text with all moving pieces replaced by the name of their kind, and the pieces in the order of the text."""
    text = without_relative(text)
    held: list[tuple[int, int, str]] = []
    spans: list[tuple[int, int, int]] = []
    numbered = FIGURE.search(text) is not None  # few texts hold a number
    raw = text.encode()
    for number, kind in enumerate(KINDS):
        if not (numbered or kind.worded) or not kind.pattern.may(raw):
            continue
        for match in kind.pattern.compiled.finditer(text):
            start, end = match.span()
            if any(start < stop and begin < end for begin, stop, _ in spans):
                continue
            if kind.bound and BOUND_NEAR.search(text[max(0, start - BEFORE) : end + BEHIND]):
                continue
            spans.append((start, end, number))
            held.append((start, number, match[0]))
    masked, at = [], 0
    for start, end, number in sorted(spans):
        masked += [text[at:start], f" moving_{KINDS[number].name.split()[-1]} "]
        at = end
    return "".join([*masked, text[at:]]), [(number, piece) for _, number, piece in sorted(held)]
