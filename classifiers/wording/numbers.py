"""Written numbers: what their marks mean, and the words of many languages for thousands, millions and more."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from classifiers.wording.patterns import Pattern

# A whole run of digits and marks, so that never a part of a number is read: "49.99.99" is one run, and no number.
NUMBER = r"(?:\d+(?:[.,'’]\d+|[ \x{00a0}\x{202f}]\d{3})*|\.\d{1,8})"
# Every number has one, and few texts of a page do: a look for it costs a tenth of one for what numbers stand in.
DIGIT = re.compile("[0-9]")
# Marks of thousands other than point and comma; what is behind them has one decimal mark at most.
SPACED = Pattern(r"^[1-9]\d{0,2}(?:[ \x{00a0}\x{202f}]\d{3})+(?:[.,]\d{1,8})?$")
QUOTED = Pattern(r"^[1-9]\d{0,2}(?:['’]\d{3})+(?:[.,]\d{1,8})?$")
# Lakhs and crores group by two: "1,49,999".
POINTED = Pattern(r"^(?:[1-9]\d{0,2}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d*)(?:\.\d{1,8})?$")
COMMAED = Pattern(r"^(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d{1,8})?$")
GAPS = str.maketrans("", "", " '’\u00a0\u202f")
MOST_DIGITS = 15
COMMA_LIST = "de fr es it pt nl pl sv da no nb nn fi cs sk hu ro bg tr ru uk el hr sl sr id vi"
COMMA_LANGUAGES = frozenset(COMMA_LIST.split())
POINT_SIGNS = frozenset(("$", "US$", "£", "USD", "GBP"))

WORDS = (
    (10**3, "k K thousand thousands Tausend tausend Tsd Tsd. mille mila tys tys. tis tis. tusen duizend"),
    (10**5, "lakh lakhs lac lacs Lakh Lakhs"),
    (10**6, "M m mn Mn MM mm mln Mln mln. Mio Mio. mio mio. Mill. million millions Million Millions Millionen "
            "millionen millón millon millones milhão milhao milhões milhoes milione milioni miljoen miljoner miljon "
            "millioner miliony milionów milionu milyon"),
    (10**7, "crore crores Crore Crores cr Cr cr. Cr."),
    (10**9, "bn Bn BN b B Mrd Mrd. mrd mrd. Md Mds md mds mld mld. Mld mia mia. billion billions Billion Billions "
            "Milliarde Milliarden milliarden milliard milliards miliardo miliardi miljard miljarder milliarder "
            "miliardy miliardów bilhão bilhao bilhões bilhoes milyar"),
    (10**12, "T tn trn trillion trillions Trillion Trillions billón billones biljoen biljoner Billionen bilionów"),
)  # fmt: skip
SCALES = {word: factor for factor, words in WORDS for word in words.split()} | {
    "mil millones": 10**9, "thousand million": 10**9, "thousand billion": 10**12, "lakh crore": 10**12,
    "тыс": 10**3, "тыс.": 10**3, "млн": 10**6, "млрд": 10**9, "трлн": 10**12,
    "万": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12, "만": 10**4, "억": 10**8,
}  # fmt: skip
# Words that mean another number elsewhere: a German "Billion" is a thousand of ours, a Spanish "mil" a thousand.
LONG = dict.fromkeys(("billion", "billions"), 10**12)
LONG_LANGUAGES = frozenset(("de", "fr", "nl", "sv", "da", "no", "nb", "pl"))
OURS = frozenset(("thousand", "million", "billion", "trillion", "bn", "crore", "crores", "lakh", "lakhs", "tn"))
THEIRS = frozenset(
    word.lower()
    for factor, words in WORDS
    for word in words.split()
    if len(word) > 3 and word.isalpha() and word.lower().rstrip("s") not in OURS
) | {"mio", "mrd", "tsd"}


def pattern_of(words: Iterable[str]) -> str:
    """One of these words, the longest first, that ends where the word ends; RE2 knows word edges of ASCII only."""
    return "|".join(
        word.replace(".", r"\.").replace(" ", r"[ -]") + (r"\b" if word[-1].isascii() and word[-1].isalpha() else "")
        for word in sorted(words, key=len, reverse=True)
    )


# "mil" is a thousand in Spanish and Portuguese and a million in English: read where the language is known.
# A lone "T" stands right behind its number.
SCALE = rf"(?:[-\s\x{{00a0}}\x{{202f}}]?(?:{pattern_of((*(w for w in SCALES if w != 'T'), 'mil'))})|T\b)"
# Behind an amount these make it another one, and no factor of theirs is known for sure.
OTHER_SCALE = Pattern(
    rf"(?i)^[-\s\x{{00a0}}\x{{202f}}]?(?:(?:hundreds?|hundert|dozens?|grand|gazillions?|"
    rf"(?:quadr|quint|sext|sept|z|baz)ill[\pL]+|billiard\w*)\b|"
    rf"(?:{pattern_of(w for w in (*SCALES, 'mil') if len(w) > 2 and w.strip('.').isalpha())}))"
)


@lru_cache(maxsize=1_024)  # a page writes the same few numbers many times
def readings(number: str) -> frozenset[str]:
    """The decimal marks with which the number is well written: both of a whole number, none of a malformed one."""
    plain = number.strip()
    if sum(map(str.isdigit, plain)) > MOST_DIGITS:
        return frozenset()
    if SPACED.match(plain) or QUOTED.match(plain):
        marks = "".join(mark for mark in ",." if mark in plain)
        return frozenset(marks or ",.")
    return frozenset(mark for mark, form in ((".", POINTED), (",", COMMAED)) if form.match(plain))


def usual_mark(numbers: Iterable[str]) -> str | None:
    """The decimal mark that all of these numbers agree on; None where none shows it or they differ."""
    said = {next(iter(marks)) for number in numbers if len(marks := readings(number)) == 1}
    return said.pop() if len(said) == 1 else None


def likely_mark(number: str, sign: str, scale: str | None, language: str | None) -> str:
    """The decimal mark of a number that can be read both ways ("1.125"): by language, scale word and currency sign."""
    spoken, word = (language or "")[:2], bare(scale).lower().strip(".")
    if spoken in COMMA_LANGUAGES or (not spoken and word in THEIRS):
        return ","
    if spoken == "en" or word in OURS or sign in POINT_SIGNS:
        return "."
    return "," if "." in number else "."


def value_of(number: str, mark: str) -> Decimal | None:
    from price_parser import parse_price  # it takes longer to load than all of these patterns

    return parse_price(number.translate(GAPS), decimal_separator=mark).amount


def bare(scale: str | None) -> str:
    return (scale or "").strip(" -\u00a0\u202f\n\t")


def factor_of(scale: str | None, language: str | None = None) -> int | None:
    """What the scale word multiplies by, 1 where there is none; None of a word that is not sure in this language."""
    word, spoken = " ".join(bare(scale).replace("-", " ").split()), (language or "")[:2]
    if not word:
        return 1
    if word.lower() == "mil":
        return 10**3 if spoken in ("es", "pt") else 10**6 if spoken == "en" else None
    if spoken in LONG_LANGUAGES and word.lower() in (*LONG, "trillion", "trillions"):
        return LONG.get(word.lower())
    return SCALES.get(word) or SCALES.get(word.lower())
