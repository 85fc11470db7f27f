"""Looks for phrases of the account file in a text by word stems: "backup immutability" is "immutable backup"."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from accounts.texts.folding import fold

# Letters and digits. A word at a time re2 takes fifteen times as long, and nothing here can go back over a word.
_WORD = re.compile(r"[^\W_]+(?:['&.][^\W_]+)*")
_LISTED_ENDINGS = """
abilities ability ibility ations ically ables ating ation ators ities ments able ated ates ator ible ical ings
ions ment ate ers ied ies ing ion ity ors al ed er es ly or e s y
"""
_ENDINGS = frozenset(_LISTED_ENDINGS.split())
_LENGTHS = sorted({len(ending) for ending in _ENDINGS}, reverse=True)
_LEAST_STEM = 4
_SPELLINGS = {
    "licence": "license",
    "licences": "licenses",
    "licenced": "licensed",
    "centre": "center",
    "centres": "centers",
}
# How words end in the English of Britain, and in that of America.
_RESPELLED = {
    **{"our": "or", "ours": "ors", "tre": "ter", "bre": "ber"},
    **{"is" + end: "iz" + end for end in ("e", "ed", "es", "er", "ing", "ation", "ations")},
    **{"ll" + end: "l" + end for end in ("ing", "ed", "er")},
}
_BRITISH = tuple(_RESPELLED)
# What only says of what kind a thing is: "antivirus" stands for "virus" too.
_PREFIXED = re.compile(rf"(?:anti|cyber|bio|agro|agri|tele|micro|multi)(.{{{_LEAST_STEM},}})")
# Words so common in what companies sell that they alone say nothing of which product is meant.
_COMMON = """
fee price pricing cost rate data service management manager host hosting capacity protection digital platform
software system solution tool online recovery product plan tier cloud web app application process customer
client market business program programme rule law act regulation directive guidance guideline requirement
standard reporting roll out of and for the in on to with a an or by new
"""
GENERIC = frozenset(_COMMON.split())
# A stem of so many letters tells of a field by itself.
TELLING = 5
# How far apart, in words, the words of one phrase may stand, by how many weighty ones it has.
REACH = {1: 1, 2: 7}
FURTHEST = 14


def _spelled(word: str) -> str:
    """One spelling for the two of English: "labelling" and "labeling", "organise", "colour", "fibre"."""
    if len(word) < 6 or not word.endswith(_BRITISH):
        return word
    ending = next(one for one in _BRITISH if word.endswith(one))
    return word.removesuffix(ending) + _RESPELLED[ending]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A folded word without its ending; codes with digits and words of four letters or fewer stay (less a plural s)."""
    word = _spelled(_SPELLINGS.get(word, word).removesuffix("'s"))
    if not word.isalpha() and any(letter.isdigit() for letter in word):
        return word
    if len(word) <= 4:
        return word[:-1] if len(word) >= 3 and word.endswith("s") and not word.endswith("ss") else word
    for length in _LENGTHS:
        if len(word) - length >= _LEAST_STEM and word[-length:] in _ENDINGS:
            return word[:-length]
    return word


_GENERIC_STEMS = frozenset(stem(word) for word in GENERIC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase as stems in order; `weighty` are those that say what it is about."""

    words: str
    stems: tuple[str, ...]
    weighty: tuple[str, ...]


@lru_cache(maxsize=200_000)
def phrase(words: str) -> Phrase:
    stems = tuple(stem(word) for word in _WORD.findall(fold(words).text))
    weighty = tuple(dict.fromkeys(one for one in stems if one not in _GENERIC_STEMS))
    return Phrase(words=words, stems=stems, weighty=weighty)


@dataclass(frozen=True, slots=True)
class Read:
    """A text read for phrases: its stems in order, and where each stands."""

    text: str
    stems: tuple[str, ...]
    places: Mapping[str, Sequence[int]]
    asked: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    def says(self, wanted: Phrase) -> bool:
        """Whether the phrase stands in the text word by word, in order."""
        return bool(wanted.stems) and self.says_stems(wanted.stems)

    def says_stems(self, stems: tuple[str, ...]) -> bool:
        size = len(stems)
        return any(self.stems[at : at + size] == stems for at in self.places.get(stems[0], ()))

    def spells(self, acronym: str) -> bool:
        """Whether words in a row spell the acronym by their first letters; one of four letters or more."""
        wanted = fold(acronym).text
        return len(wanted) >= 4 and wanted.isalpha() and wanted in "".join(one[0] for one in self.stems)

    def says_short(self, stems: tuple[str, ...]) -> bool:
        """Whether the stems stand in the text, some but not all shortened to initials on either side ("VM")."""
        for size in range(2, min(4, len(stems))):
            for at in range(len(stems) - size + 1):
                initials = "".join(one[0] for one in stems[at : at + size])
                if self.says_stems((*stems[:at], initials, *stems[at + size :])):
                    return True
        return any(self._says_spelled(stems, at) for at, one in enumerate(stems) if 2 <= len(one) <= 3 and at)

    def _says_spelled(self, stems: tuple[str, ...], at: int) -> bool:
        """Whether the text spells the initials at `at` out, the stems before and after it standing around."""
        initials = stems[at]
        for start in self.places.get(stems[0], ()):
            spelled = self.stems[start + at : start + at + len(initials)]
            said = (*self.stems[start : start + at], "".join(one[0] for one in spelled))
            rest = self.stems[start + at + len(initials) :][: len(stems) - at - 1]
            if (*said, *rest) == stems and len(spelled) == len(initials):
                return True
        return False

    def share(self, wanted: Phrase) -> float:
        """Share (0..1) of the phrase's weighty words that stand near each other in the text."""
        if not wanted.weighty:
            return 1.0 if self.says(wanted) else 0.0
        spots = sorted((at, one) for one in wanted.weighty for at in self.places.get(one, ()))
        reach = REACH.get(len(wanted.weighty), FURTHEST)
        best = max((len({one for at, one in spots if start <= at < start + reach}) for start, _ in spots), default=0)
        return best / len(wanted.weighty)


def read(text: str) -> Read:
    stems = tuple(map(stem, _WORD.findall(fold(text).text)))
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(stems):
        places[one].append(at)
    for bare, spots in [(found[1], spots) for one, spots in places.items() if (found := _PREFIXED.match(one))]:
        places[bare] = sorted(places[bare] + spots)
    return Read(text, stems, dict(places))


def speaks_of(text: Read, topic: str) -> bool:
    """Whether the text is about the topic: all of a short topic's weighty words, most of a long one's.

    A topic with one weighty word counts by that word when it is long enough to be telling, else word by word.
    """
    answer = text.asked.get(topic)
    if answer is None:
        answer = text.asked[topic] = _speaks_of(text, phrase(topic))
    return answer


def _speaks_of(text: Read, wanted: Phrase) -> bool:
    if text.says(wanted):
        return True
    weighty = wanted.weighty
    if not weighty:
        return False
    if len(weighty) == 1:
        return len(wanted.stems) <= 2 and len(weighty[0]) >= 5 and text.share(wanted) == 1
    return text.share(wanted) >= (1.0 if len(weighty) == 2 else 0.6)


def first_spoken(text: Read, topics: Iterable[str]) -> str | None:
    """The first of the topics that the text is about."""
    return next((topic for topic in topics if speaks_of(text, topic)), None)
