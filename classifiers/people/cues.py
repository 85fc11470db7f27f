"""Finding the words of coming and going in a sentence, each with the letter of its kind."""

from collections.abc import Mapping
from functools import lru_cache

from classifiers.people.english import ENGLISH
from classifiers.people.folded import folded
from classifiers.people.letters import MARKS, TELLING, Words
from classifiers.people.other_words import FRENCH, GERMAN, SPANISH
from classifiers.wording.patterns import Pattern
from classifiers.wording.together import Together

LANGUAGES: Mapping[str, Words] = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}
# One pattern without groups finds them all in one pass; which kind one is, is looked up once for each wording.
FOUND = {
    code: Pattern(rf"(?i)\b(?:{'|'.join(folded(pattern) for _, pattern in words)})\b|[,;:()–—&?|]")
    for code, words in LANGUAGES.items()
}
KINDS = {
    code: tuple((letter, Pattern(rf"(?i)(?:{folded(pattern)})")) for letter, pattern in words)
    for code, words in LANGUAGES.items()
}


TOLD_BY = {
    code: Pattern(rf"(?i)\b(?:{'|'.join(folded(pattern) for letter, pattern in words if letter in TELLING)})\b")
    for code, words in LANGUAGES.items()
}
TOLD_IN = Together(*(pattern.pattern for pattern in TOLD_BY.values()))


def told_in(plain: str) -> list[str]:
    """The languages in which a folded text has a word of coming or going, in the order of ours."""
    codes = tuple(LANGUAGES)
    return [codes[number] for number in TOLD_IN.within(plain)]


def may_tell(plain: str, language: str) -> bool:
    """Whether a folded text has a word of coming or going at all: one cheap look."""
    return TOLD_BY[language].search(plain) is not None


@lru_cache(maxsize=2_000)
def letter_of(cue: str, language: str) -> str:
    """The letter of the kind of a cue that FOUND finds in a folded text."""
    if cue in MARKS:
        return MARKS[cue]
    return next(letter for letter, pattern in KINDS[language] if pattern.fullmatch(cue))
