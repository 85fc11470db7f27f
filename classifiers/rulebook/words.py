"""Finding every word of every family in one pass over a text, with offsets in code points."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from ahocorasick_rs import AhoCorasick

from classifiers.rulebook.records import Word

# One character each way, so that offsets into the folded text are offsets into the text.
SAME_WIDTH = str.maketrans("\u00a0\u2009\u202f\n\t\r\u2010\u2011\u2012\u2013\u2212\u2018\u2019\u02bc", "      -----'''")
Span = tuple[int, int]
# A sentence of so many words that ends in one of these is no headline, and no line of a changelog. A question is: "what
# changes for sellers in May?"
PROSE = 14
PROSE_ENDS = (".", "!", "…")
AFTER_STOP = " \t\r\n\"'”’»)]"


def fold(text: str) -> str:
    """The text in lower case with one kind of space, hyphen and apostrophe; never another length."""
    even = text.translate(SAME_WIDTH)
    lower = even.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in even)


def parse_word(written: str) -> Word:
    """`rais*` is a stem, `=SEC` is exact in case; anything else is a word or phrase."""
    exact = written.startswith("=")
    text = written.removeprefix("=")
    stem = text.endswith("*")
    text = " ".join(text.removesuffix("*").split())
    return Word(text=text.translate(SAME_WIDTH) if exact else fold(text), stem=stem, exact=exact)


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


class Vocabulary:
    """All families of a rule book behind one Aho-Corasick automaton."""

    def __init__(self, families: Mapping[str, Iterable[Word]]) -> None:
        self._owners: dict[str, list[tuple[str, Word]]] = {}
        for name, words in families.items():
            for word in words:
                self._owners.setdefault(fold(word.text), []).append((name, word))
        self._texts = [text for text in self._owners if text]
        self._finder = AhoCorasick(self._texts) if self._texts else None

    def scan(self, text: str) -> Scan:
        """Every occurrence at word boundaries; a stem's span reaches to the end of its word."""
        folded = fold(text)
        even = text.translate(SAME_WIDTH)
        found: dict[str, list[Span]] = {}
        matches = self._finder.find_matches_as_indexes(folded, overlapping=True) if self._finder else []
        for index, start, end in matches:
            if start and folded[start - 1].isalnum() and folded[start].isalnum():
                continue
            for name, word in self._owners[self._texts[index]]:
                if (stop := word_end(word, even, folded, start, end)) is not None:
                    found.setdefault(name, []).append((start, stop))
        return Scan(text, folded, {name: tuple(sorted(set(spans))) for name, spans in found.items()})


def word_end(word: Word, even: str, folded: str, start: int, end: int) -> int | None:
    """Where the occurrence ends, or None where it is only part of another word."""
    if word.exact and even[start:end] != word.text:
        return None
    if word.stem:
        while end < len(folded) and folded[end].isalnum():
            end += 1
        return end
    inside = end < len(folded) and folded[end].isalnum() and folded[end - 1].isalnum()
    return None if inside else end
