"""Which language a text is in, by its small words, and the names that it shares with one in another language."""

import re

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
SMALL_WORDS = {code: tuple(words.split()) for code, words in _SMALL_WORDS.items()}
LEAST = 2  # small words of a language
WORD = re.compile(r"[^\W\d_]+")
# Two capitalised words side by side: "All England", "Lawn Tennis".
NAME = re.compile(r"(?<!\w)(?=([A-ZÀ-Þ][\w-]+ [A-ZÀ-Þ][\w-]+))")


def tongue(text: str) -> str | None:
    """The code of the language whose small words stand there most often; None where it is not clear."""
    words = WORD.findall(text.casefold())
    counts = {code: sum(words.count(word) for word in small) for code, small in SMALL_WORDS.items()}
    (first, most), (_, second) = sorted(counts.items(), key=lambda pair: -pair[1])[:2]
    return first if most >= LEAST and most > second else None


def shared_names(one: str, other: str, subject: str) -> frozenset[str]:
    """The names of two words or more that both texts have, but for the subject's own."""
    mine, theirs = ({found.casefold() for found in NAME.findall(text)} for text in (one, other))
    return frozenset(name for name in mine & theirs if name not in subject.casefold())
