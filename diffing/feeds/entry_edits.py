"""Which of the entries that stayed in a feed were edited: what its writer changed, not what its template did."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

from rapidfuzz import fuzz

from diffing.feeds.entry_match import WORD, Pair, plain, words_of
from diffing.wording.money import CHARACTERS, SIGNS
from diffing.wording.passing import running_count
from diffing.wording.text import compared

MANY = 3  # entries moved alike: a template's doing, not a writer's
FEW_WORDS, MOST_WORDS, SHARE = 6, 25, 0.05  # so many words, or that share of the text, have to move
GROWN = 1.5
MOST_FOLDED = 400_000  # characters in which dates and counters are looked for: it takes some seconds a million
KEPT = 0.95
OTHER_NAME = 70.0

AMOUNT = re.compile(rf"\d.*[%‰{SIGNS}]|[%‰{SIGNS}].*\d|\d\w?[{CHARACTERS}]")
DIGIT = re.compile(r"\d")
WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
CUT_SHORT = re.compile(
    r"(\.\.\.|…|\[…\]|\[\.\.\.\.\]|read more|continue reading|weiterlesen|lire la suite"
    r"|leer más|続きを読む|阅读全文)\W*$",
    re.IGNORECASE,
)
COUNTED = (
    r"(?:comments?|points?|views?|shares?|likes?|reads?|votes?|replies|kommentare?|aufrufe|commentaires?|vues|"
    r"comentarios?|visitas|コメント|閲覧|评论|阅读)"
)
COUNTER = re.compile(rf"\b\d[\d.,]*\+?\s*#?\s*{COUNTED}\b|\b{COUNTED}\s*[:：(]\s*\d[\d.,]*\)?", re.IGNORECASE)
Moved = tuple[Counter[str], Counter[str]]  # words taken away, words that came
Counts = Callable[[Pair, Moved], bool]


def edited(pairs: list[Pair]) -> list[Pair]:
    """The pairs whose title or text says something else.

    What moved alike in many entries is left out of each; where most entries still differ, the whole feed was told anew
    (full texts for teasers, another language), and only an amount put in place of another one counts.
    """
    titles = _told(pairs, [_moved(old.title, new.title) for old, new in pairs], _any_word, texts=False)
    length = sum(len(old.text) + len(new.text) for old, new in pairs if old.text != new.text)
    read = _read if length <= MOST_FOLDED else _plainly
    texts = _told(pairs, [_text_moved(old.text, new.text, read) for old, new in pairs], _enough, texts=True)
    return [pair for at, pair in enumerate(pairs) if at in titles or at in texts]


def _told(pairs: list[Pair], moves: list[Moved], counts: Counts, *, texts: bool) -> set[int]:
    template = _template(moves)
    signed = any(template)  # a line that names the entry it stands under: "The post X appeared first on Y"
    names = [set(words_of(f"{old.title} {new.title}")) if signed and texts else set() for old, new in pairs]
    own = [
        (_less(gone, template[0] | name), _less(come, template[1] | name))
        for (gone, come), name in zip(moves, names, strict=True)
    ]
    found = {at for at, moved in enumerate(own) if any(moved) and counts(pairs[at], moved)}
    if len(found) >= MANY and len(found) * 2 > len(pairs):
        return {at for at in found if _reprised(own[at])}
    grown = [at for at in found if _regrown(pairs[at])]
    return found - set(grown) if len(grown) >= 2 and len(grown) * 2 > len(pairs) else found


def _template(moves: list[Moved]) -> tuple[set[str], set[str]]:
    """The words that left, or came to, most entries at once; never an amount."""
    floor = max(MANY, 0.5 * len(moves))
    sides = (Counter(word for move in moves for word in move[side] if not AMOUNT.search(word)) for side in (0, 1))
    gone, come = ({word for word, count in side.items() if count >= floor} for side in sides)
    return gone, come


def _less(words: Counter[str], template: set[str]) -> Counter[str]:
    return Counter({word: count for word, count in words.items() if word not in template})


def _moved(before: str, after: str) -> Moved:
    old, new = words_of(before), words_of(after)
    return old - new, new - old


def _text_moved(before: str, after: str, read: Callable[[str], list[str]]) -> Moved:
    """Words that left and came, without counters, relative dates and other notations of a date."""
    if before == after or not before or not after or _teaser_of(before, after) or _teaser_of(after, before):
        return Counter(), Counter()
    old, new = Counter(before.splitlines()), Counter(after.splitlines())
    gone, come = list((old - new).elements()), list((new - old).elements())
    if len(gone) == len(come):
        same = {at for at, (one, other) in enumerate(zip(gone, come, strict=True)) if running_count(one, other)}
        gone, come = ([line for at, line in enumerate(side) if at not in same] for side in (gone, come))
    left, right = (Counter(word for line in side for word in read(line)) for side in (gone, come))
    return left - right, right - left


def _read(line: str) -> list[str]:
    """A line's words; its amounts as they are written, which `compared` takes apart."""
    line = COUNTER.sub(" ", line)
    amounts = [word for word in WORD.findall(plain(line)) if AMOUNT.search(word)]
    return compared(line).split() + amounts


def _plainly(line: str) -> list[str]:
    return WORD.findall(plain(line))


def _any_word(pair: Pair, moved: Moved) -> bool:
    return bool(pair[0].title) and any(moved)


def _enough(pair: Pair, moved: Moved) -> bool:
    """Whether more than a word or two moved; or an amount, a number or a name was put in place of another."""
    gone, come = moved
    if any(AMOUNT.search(word) for word in (*gone, *come)) or _both(moved, DIGIT) or _other_name(pair, moved):
        return True
    length = len(pair[0].text.split())
    return _weight(gone) + _weight(come) >= max(FEW_WORDS, min(MOST_WORDS, SHARE * length))


def _both(moved: Moved, pattern: re.Pattern[str]) -> bool:
    return all(any(pattern.search(word) for word in side) for side in moved)


def _reprised(moved: Moved) -> bool:
    """Whether one amount was put in place of another."""
    return _both(moved, AMOUNT)


def _other_name(pair: Pair, moved: Moved) -> bool:
    """Whether words with a capital gave way to others that are no new spelling of theirs."""
    gone, come = (
        [
            word
            for word in WORD.findall(unicodedata.normalize("NFKC", entry.text))
            if word[0].isupper() and word.casefold() in side
        ]
        for entry, side in zip(pair, moved, strict=True)
    )
    return bool(gone) and any(all(fuzz.ratio(word, other) < OTHER_NAME for other in gone) for word in come)


def _weight(words: Counter[str]) -> float:
    """How many words; Chinese and Japanese are written without spaces, there two characters count as one."""
    return sum(count * (len(word) / 2 if WIDE.search(word) else 1) for word, count in words.items())


def _regrown(pair: Pair) -> bool:
    """Whether the text became much longer or shorter and kept its words, as a teaser does beside the full text."""
    short, full = sorted((words_of(entry.text) for entry in pair), key=lambda words: words.total())
    return full.total() >= GROWN * short.total() and (short & full).total() >= KEPT * short.total() > 0


def _teaser_of(short: str, full: str) -> bool:
    if len(short) >= len(full) or not CUT_SHORT.search(short):
        return False
    words = WORD.findall(plain(CUT_SHORT.sub("", short)))[:-1]
    return words == WORD.findall(plain(full))[: len(words)]
