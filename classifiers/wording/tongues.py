"""Which language a text is in, by its small words, and the names in it that no language changes."""

import re
from collections import Counter

from classifiers.wording.patterns import Pattern

ENGLISH = "en"
_SMALL_WORDS = {
    ENGLISH: "the of and to in for with its is are has will from by new that this as at",
    "de": "der die das und für mit von im zum zur auf ist ein eine des dem den als wird bei",
    "fr": "le la les des du et pour avec une un dans sur est en au aux par son sa ses qui",
    "es": "el la los las de del y para con una un en es por su sus que al como",
    "it": "il lo la gli le di del della dell e per con una un in è da che alla nel al",
    "nl": "de het een en van voor met op is zijn naar bij door wordt aan te dat",
    "pt": "o a os as do da dos das e para com uma um em é por seu sua que ao na no",
}
LANGUAGES = {
    ENGLISH: "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "nl": "Dutch",
    "pt": "Portuguese",
}  # fmt: skip
# Each small word with the languages it is one of, as often as it stands in their list.
SMALL_WORDS = {
    word: tuple(code for code, words in _SMALL_WORDS.items() for one in words.split() if one == word)
    for word in " ".join(_SMALL_WORDS.values()).split()
}
LEAST = 2  # small words of a language
ENOUGH = 600  # characters that tell a language
WORD = re.compile(r"[^\W\d_]+")
_NAME = r"[A-ZÀ-Þ][\w-]+ [A-ZÀ-Þ][\w-]+"
# Two capitalised words side by side: "All England", "Lawn Tennis".
NAME = Pattern(rf"(?<!\w)(?=({_NAME}))", by=re)
# Where it was: "in New York and Los Angeles", "aus Los Angeles", and "LOS ANGELES, 3 May" at the start of a line.
PLACE = Pattern(
    rf"(?m)\b(?:in|near|from|aus|bei|nach|à|en|uit)\s{_NAME}(?:(?:, |,? (?:and|und|et|y|e|en) ){_NAME})*|"
    rf"^\W*{_NAME}(?=,| [–—-] )",
    by=re,
)
_OFFICE = (
    r"(?:C[A-Z]O|[Cc]hief|[Pp]resident\w*|[Pp]räsident\w*|[Pp]résident\w*|[Cc]hair\w*|[Ff]ounder|[Dd]irect\w+|[Dd]irett\w+|"
    r"[Hh]ead|\w*[Cc]hef\w*|[Gg]eschäftsführer\w*|Vorst[aä]nd\w*|Gründer\w*|[Ff]ondateur|[Ff]ondatrice|[Ff]undador\w*|[Mm]anag\w+)"
)
# Who speaks for it: "CEO Bo Lind", "chief executive officer Bo Lind", "Bo Lind, CEO", "said Bo Lind".
SPEAKER = Pattern(
    rf"\b(?:{_OFFICE}(?: \w+){{0,3}}?,? |(?:said|says|sagte?|erklärte?|a déclaré|dijo|ha detto|zegt)\s){_NAME}|"
    rf"{_NAME} (?:said|says|sagte?|erklärte?)\b|{_NAME},(?: \w+){{0,3}}? {_OFFICE}\b",
    by=re,
)


def tongue(text: str) -> str | None:
    """The code of the language whose small words stand there most often; None where it is not clear."""
    words = WORD.findall(text[:ENOUGH].casefold())
    counts = Counter(code for word in words for code in SMALL_WORDS.get(word, ()))
    (first, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first if most >= LEAST and most > second else None


def names_in(text: str, subject: str) -> frozenset[str]:
    """The pairs of capitalised words, but for those with a word of the subject's name, its speakers and places.

    What is once said as a speaker's or a place's name is that wherever else it stands.
    """
    own = set(subject.casefold().split())
    others = {name for shape in (PLACE, SPEAKER) for found in shape.findall(text) for name in pairs(found)}
    return frozenset(name for name in pairs(text) - others if not own & set(name.split()))


def pairs(text: str) -> set[str]:
    return {found.casefold() for found in NAME.findall(text)}
