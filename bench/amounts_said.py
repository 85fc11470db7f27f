"""What amounts a quote really says: a second reader, written apart from the product's, to catch what that misreads."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

# Digits with whatever marks stand between digits; the words right behind them tell the scale.
RUN = re.compile(r"(?<![\d])(?:\d|(?<![\d.,])\.(?=\d))(?:[\d]|[.,'’](?=\d)|[ \u00a0\u202f](?=\d{3}(?!\d)))*")
WORD = re.compile(r"[\s\u00a0-]?([^\W\d_]+)(?:[ -](millones|million|crore)\b)?")
COMMA = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})*,\d{1,2}(?!\d|[.,]\d)|(?<![\d.,])\d{1,3}(?:\.\d{3}){2}(?!\d|[.,]\d)")
POINT = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})*\.\d{1,2}(?!\d|[.,]\d)")
# A scale word behind the second end of a range holds for both.
RANGE = re.compile(r"\s?[–—-]\s?\d[\d.,]*")
# Behind the second of two amounts with signs it may hold for both: "$5 to $10 million".
SIGNED_RANGE = re.compile(r"\s?(?:[–—-]|to|and|bis|à|a|und|et|y)\s?[$€£]\s?\d[\d.,]*")
POWERS = {
    3: ("k thousand thousands tausend tsd mille mil mila тыс",),
    4: ("万 만",),
    5: ("lakh lakhs lac lacs",),
    6: ("m mm mn mln mio million millions millionen millón millones milioni milhões miljoner miljoen млн",),
    7: ("crore crores cr",),
    8: ("億 亿 억",),
    9: ("b bn mrd md mds mld milliard milliards milliarde milliarden miliardi bilhões miljard billion billions млрд",),
    12: ("t tn trn trillion trillions billón billones billionen 兆 трлн",),
}
SCALE = {word: Decimal(10) ** power for power, (words,) in POWERS.items() for word in words.split()}
PAIRS = {("mil", "millones"): 9, ("thousand", "million"): 9, ("lakh", "crore"): 12}
# Right behind a quote these make its last number another one.
LONG_SCALES = frozenset(word for word in SCALE if len(word) > 2 or not word.isascii())
UNSURE = frozenset(("hundred", "hundreds", "dozen", "dozens", "quadrillion", "grand"))


def said(quote: str, *, comma: bool | None = None) -> tuple[Decimal, ...]:
    """Every amount of the quote, its scale word applied. `comma`: whether decimals have a comma there, if known."""
    made = []
    for match in RUN.finditer(quote):
        number = plain(match.group(), comma=comma, sign=quote[: match.start()].rstrip()[-1:])
        if number is not None:
            made += [number * factor for factor in factors(quote[match.end() :])]
    return tuple(made)


def writes_commas(texts: Sequence[str]) -> bool | None:
    """Whether numbers of these texts have a comma before decimals; None where none shows it or they differ."""
    commas, points = (any(pattern.search(text) for text in texts) for pattern in (COMMA, POINT))
    return None if commas == points else commas


def plain(run: str, *, comma: bool | None, sign: str) -> Decimal | None:
    """One number by the marks in it; None of one that no notation writes so."""
    run = run.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    marks = [char for char in run if not char.isdigit()]
    whole, _, rest = run.rpartition(marks[-1]) if marks else (run, "", "")
    if not marks:
        return Decimal(run)
    last = marks[-1]
    grouped = all(len(group) == 3 for group in re.split(r"\D", run)[1:]) and run[0] not in "0."
    lakhs = re.fullmatch(r"\d{1,2}(,\d\d)+,\d{3}(\.\d{1,8})?", run)
    if lakhs:
        return Decimal(run.replace(",", ""))
    if last in "' " or marks.count(last) > 1:
        return Decimal(re.sub(r"\D", "", run)) if grouped and len(set(marks)) == 1 else None
    if len(marks) == 1 and len(rest) == 3 and 1 <= len(whole) <= 3 and whole[0] != "0":
        decimal = (last == "." and sign in ("$", "£")) if comma is None else last == ("," if comma else ".")
        return Decimal(f"{whole}.{rest}" if decimal else whole + rest)
    groups = re.split(r"\D", whole)
    if len(rest) > 8 or len(set(marks[:-1])) > 1 or any(len(group) != 3 for group in groups[1:]):
        return None
    return Decimal("".join(groups) + "." + rest)


def factors(after: str) -> Iterator[Decimal]:
    """What the words behind a number multiply by; both meanings of a word that has two."""
    if after.lstrip().startswith("¢"):
        yield Decimal("0.01")
        return
    if (other := RANGE.match(after) or SIGNED_RANGE.match(after)) is not None:
        yield from factors(after[other.end() :])
    match = WORD.match(after)
    word, second = (match.group(1).lower(), match.group(2)) if match else ("", None)
    if (word, second) in PAIRS:
        yield Decimal(10) ** PAIRS[word, second or ""]
        return
    yield SCALE.get(word, Decimal(1))
    if word == "mil":
        yield Decimal(10) ** 6
    if word in ("billion", "billions"):
        yield Decimal(10) ** 12


def cut_short(text: str, end: int) -> bool:
    """Whether a digit, a mark with a digit, or a scale word follows the quote: then it holds a part of the amount."""
    rest = text[end : end + 40]
    if text[end - 1 : end].isdigit() and re.match(r"\d|[.,]\d", rest):
        return True
    match = WORD.match(rest)
    return match is not None and match.group(1).lower() in LONG_SCALES | UNSURE
