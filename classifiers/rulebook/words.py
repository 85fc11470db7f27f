"""Finding every word of every family in one pass over a text, with offsets in code points."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from ahocorasick_rs import AhoCorasick

from classifiers.rulebook.records import Word

# One character each way, so that offsets into the folded text are offsets into the text.
SAME_WIDTH = str.maketrans("\u00a0\u2009\u202f\n\t\r\u2010\u2011\u2012\u2013\u2212\u2018\u2019\u02bc", "      -----'''")
UNEVEN = re.compile(f"[{''.join(map(chr, SAME_WIDTH))}]")
LETTERS = re.compile(r"[^\W_]*")  # letters and digits, as str.isalnum has them
Span = tuple[int, int]
# A sentence of so many words that ends in one of these is no headline, and no line of a changelog. A question is: "what
# changes for sellers in May?"
PROSE = 14
PROSE_ENDS = (".", "!", "…")
AFTER_STOP = " \t\r\n\"'”’»)]"


def fold(text: str) -> str:
    """The text in lower case with one kind of space, hyphen and apostrophe; never another length."""
    return lowered(evened(text))


def evened(text: str) -> str:
    """The text with one kind of space, hyphen and apostrophe; most texts have no other."""
    return text.translate(SAME_WIDTH) if UNEVEN.search(text) else text


def lowered(even: str) -> str:
    lower = even.lower()
    if len(lower) == len(even):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in even)


def parse_word(written: str) -> Word:
    """`rais*` is a stem, `=SEC` is exact in case; anything else is a word or phrase."""
    exact = written.startswith("=")
    text = written.removeprefix("=")
    stem = text.endswith("*")
    text = " ".join(text.removesuffix("*").split())
    return Word(text=evened(text) if exact else fold(text), stem=stem, exact=exact)


@dataclass(frozen=True)
class Scan:
    """One text with the places of every family's words, its words and its sentences."""

    text: str
    folded: str
    hits: Mapping[str, tuple[Span, ...]]

    @cached_property
    def word_starts(self) -> tuple[int, ...]:
        starts, inside = [], False
        for index, char in enumerate(self.text):
            if char.isalnum():
                if not inside:
                    starts.append(index)
                inside = True
            elif char not in "'\u2019-.":
                inside = False
        return tuple(starts)

    @cached_property
    def sentence_ends(self) -> tuple[int, ...]:
        return tuple(sentence_ends(self.text))

    def sentence(self, at: int) -> int:
        """The number of the sentence that holds offset `at`."""
        return bisect_right(self.sentence_ends, at)

    def prose(self, at: int) -> bool:
        """Whether the sentence that holds offset `at` is running text: it is long and ends as sentences do."""
        ends = (0, *self.sentence_ends, len(self.text))
        number = self.sentence(at)
        low, high = ends[number], ends[number + 1]
        if not self.text[low:high].rstrip(AFTER_STOP).endswith(PROSE_ENDS):
            return False
        return bisect_left(self.word_starts, high) - bisect_left(self.word_starts, low) >= PROSE

    def words_between(self, left: Span, right: Span) -> int:
        """Words that start between the two spans; 0 where they touch or overlap."""
        first, second = sorted((left, right))
        return max(0, bisect_left(self.word_starts, second[0]) - bisect_left(self.word_starts, first[1]))

    def of(self, families: Iterable[str]) -> list[Span]:
        return sorted(chain.from_iterable(self.hits[name] for name in families if name in self.hits))


SHORT_FORM_LIST = "inc corp ltd co llc plc mr mrs ms dr st vs jr sr no u.s u.k e.g i.e approx est dept gov sen rep prof"
SHORT_FORMS = frozenset(SHORT_FORM_LIST.split())


def sentence_ends(text: str) -> list[int]:
    """Offsets just past each sentence but the last: at . ! ? followed by space and a capital, and at line ends.

    Abbreviations of the trade (Inc., Corp., U.S., Mr.) do not end one.
    """
    ends = []
    for index, char in enumerate(text):
        if char in "\n\r" or (char in ".!?" and ends_sentence(text, index)):
            ends.append(index + 1)
    return ends


def ends_sentence(text: str, index: int) -> bool:
    following = text[index + 1 : index + 4]
    if not following[:1].isspace() or not (
        following.strip()[:1].isupper() or following.strip()[:1] in "\"'“‘([0123456789"
    ):
        return False
    before = text[max(0, index - 12) : index].split()
    last = before[-1].lower().lstrip("(\"'“") if before else ""
    return not (text[index] == "." and (last in SHORT_FORMS or (len(last) == 1 and last.isalpha())))


@dataclass(frozen=True, slots=True)
class Entry:
    """The families that a text of the vocabulary belongs to, by where they have it.

    `alone`: with no letter behind it; `stems`: also with letters behind it, up to the last of them; `joined`: with a
    letter behind it that makes it no other word, as it ends in none itself; `exact`: in that very case. `letter` says
    whether it begins with a letter or digit, before which there may be none.
    """

    alone: tuple[str, ...]
    stems: tuple[str, ...]
    joined: tuple[str, ...]
    exact: tuple[tuple[str, Word], ...]
    letter: bool


def entry(text: str, owners: Sequence[tuple[str, Word]]) -> Entry:
    loose = [(name, word) for name, word in owners if not word.exact]
    return Entry(
        alone=tuple(dict.fromkeys(name for name, _ in loose)),
        stems=tuple(dict.fromkeys(name for name, word in loose if word.stem)),
        joined=() if text[-1].isalnum() else tuple(dict.fromkeys(name for name, word in loose if not word.stem)),
        exact=tuple((name, word) for name, word in owners if word.exact),
        letter=text[0].isalnum(),
    )


class Vocabulary:
    """All families of a rule book behind one Aho-Corasick automaton."""

    def __init__(self, families: Mapping[str, Iterable[Word]]) -> None:
        owners: dict[str, list[tuple[str, Word]]] = {}
        for name, words in families.items():
            for word in words:
                owners.setdefault(fold(word.text), []).append((name, word))
        owners.pop("", None)
        self._entries = [entry(text, found) for text, found in owners.items()]
        self._finder = AhoCorasick(list(owners)) if owners else None

    def scan(self, text: str) -> Scan:
        """Every occurrence at word boundaries; a stem's span reaches to the end of its word."""
        even = evened(text)
        folded = lowered(even)
        found: defaultdict[str, list[Span]] = defaultdict(list)
        matches = self._finder.find_matches_as_indexes(folded, overlapping=True) if self._finder else []
        for index, start, end in matches:
            one = self._entries[index]
            if one.letter and start and folded[start - 1].isalnum():
                continue
            if not folded[end : end + 1].isalnum():
                for name in one.alone:
                    found[name].append((start, end))
            else:
                for name in one.stems:
                    found[name].append((start, run_end(folded, end)))
                for name in one.joined:
                    found[name].append((start, end))
            for name, word in one.exact:
                if (stop := word_end(word, even, folded, start, end)) is not None:
                    found[name].append((start, stop))
        return Scan(text, folded, {name: in_order(spans) for name, spans in found.items()})


def in_order(spans: list[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans))) if len(spans) > 1 else tuple(spans)


def run_end(folded: str, at: int) -> int:
    """Where the letters and digits end that stand from here on."""
    found = LETTERS.match(folded, at)
    return found.end() if found else at


def word_end(word: Word, even: str, folded: str, start: int, end: int) -> int | None:
    """Where an occurrence of a word in one case only ends, or None where it is another word or a part of one."""
    if even[start:end] != word.text:
        return None
    if word.stem:
        return run_end(folded, end)
    inside = folded[end : end + 1].isalnum() and folded[end - 1].isalnum()
    return None if inside else end
