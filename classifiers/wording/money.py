"""Amounts of money in running text: where they stand, how much, in what currency, how often and for what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import islice, pairwise

from classifiers.wording.numbers import (
    DIGIT,
    NUMBER,
    OTHER_SCALE,
    SCALE,
    factor_of,
    likely_mark,
    readings,
    usual_mark,
    value_of,
)
from classifiers.wording.patterns import Pattern
from classifiers.wording.units import PER_WORDS, how_often, said_ahead

SYMBOLS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "AU $": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "R$": "BRL", "MX$": "MXN", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "￥": "JPY", "円": "JPY",
    "₹": "INR", "Rs": "INR", "Rs.": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₱": "PHP", "฿": "THB",
    "zł": "PLN", "kr": "SEK", "Kč": "CZK", "euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD", "¢": "USD",
    "dólares": "USD",
}  # fmt: skip
CODE_LIST = (
    "USD EUR GBP CHF JPY CAD AUD NZD SEK NOK DKK PLN CZK HUF INR BRL MXN ZAR SGD HKD CNY KRW TRY ILS AED SAR RON BGN "
    "ARS CLP COP THB PHP"
)
CODES = CODE_LIST.split()
# Signs that several countries write for money of their own: which one, by the language of the page.
BY_LANGUAGE = {("kr", "da"): "DKK", ("kr", "no"): "NOK", ("kr", "nb"): "NOK", ("¥", "zh"): "CNY", ("￥", "zh"): "CNY"}
CODE = r"\b(?:" + "|".join(CODES) + r")\b"
SYMBOL = rf"(?:US\$|AU ?\$|A\$|CA\$|C\$|NZ\$|HK\$|MX\$|S\$|R\$|\bRs\.?|\bkr\.?|[$€£¥￥₹₩₽₺₪₱฿]|{CODE})"
AFTER = rf"(?:[€£₹₽₺₪¢円]|\$|zł|kr\b|Kč|{CODE}|[-\s](?:d['’]|de |US )?(?:[Ee]uros?|[Dd](?:ollars?|ólares))\b)"
# Swiss and German pages end round amounts with a dash: "1'290.–", "49,-".
ROUND = r"(?:[.,][–—-]{1,2})?"
MONEY = Pattern(rf"({SYMBOL})\s?({NUMBER})({SCALE})?{ROUND}(?:\s?({CODE}))?|({NUMBER})({SCALE})?{ROUND}[-\s]?({AFTER})")
# The other end of a range whose sign is written once: "$5–10".
OTHER_END = Pattern(rf"^\s?[–—-]\s?({NUMBER})({SCALE})?(?:[^\d%\pL]|$|\s?/)")
SPAN = Pattern(r"(?i)^\s?(?:–|—|-|to|bis|à|a|until)\s?$")
BETWEEN = Pattern(r"(?i)\b(?:between|zwischen|entre)\s*$")
AND = Pattern(r"(?i)^\s(?:and|und|et|y)\s$")
# "$49 100 credits": a count with a sign before the amount ahead of it is no group of its digits.
COUNTED = Pattern(r"^.*\d( \d{3})$")
WHAT = Pattern(r"^\s(\pL+)")
REMEMBERED = 400
# More amounts in one text are a dump of a table: the first are read, and the work has an end.
MOST = 500
PREFIXED = frozenset("$€£₹")
LONGEST_AMOUNT = 40
DASH = 4
LONGEST_GAP = 6
# "d'euros", "de dollars".
LAST_WORD = Pattern(r"[ '’]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount with its span (code points; `stop` is past its period and per-what) and how it is meant.

    `ends` is "low" or "high" for the ends of a range; `factor` is what a scale word multiplied the number by.
    """

    start: int
    end: int
    stop: int
    amount: Decimal
    currency: str
    period: str | None = None
    per: str | None = None
    ends: str | None = None
    factor: int = 1


def find_money(
    text: str, *, decimal: str | None = None, language: str | None = None, currency: str | None = None
) -> tuple[Money, ...]:
    """Every amount with a currency, in order; of a text with more than MOST the first as many.

    `decimal` is the source's decimal mark where it is known, `language` that of the page; `currency` is the one that a
    plain "$" means there. Both ends of a range have the period and per-what that stand after it.
    """
    if len(text) <= REMEMBERED:
        return remembered(text, decimal, language, currency)
    return read_amounts(text, decimal, language, currency)


# Short texts are asked for several times: as an offer, as a sentence, as a heading.
@lru_cache(maxsize=4_096)
def remembered(text: str, decimal: str | None, language: str | None, currency: str | None) -> tuple[Money, ...]:
    return read_amounts(text, decimal, language, currency)


def read_amounts(text: str, decimal: str | None, language: str | None, currency: str | None) -> tuple[Money, ...]:
    found: list[Money] = []
    written = [one for one in islice(amounts_in(text), MOST) if stands_alone(text, one[1], one[2])]
    mark = decimal or usual_mark(groups[1] or groups[4] or "" for groups, _, _ in written)
    for (before, number, scale, code, number_2, scale_2, after), start, end in written:
        sign = code or before or after or ""
        amount = amount_of(number or number_2 or "", scale or scale_2, mark, language, before or after or "")
        if amount is None:
            continue
        made = read_money(
            text, (start, end), amount / 100 if after == "¢" else amount, currency_of(sign, language, currency)
        )
        made = replace(made, factor=factor_of(scale or scale_2, language) or 1)
        found += other_end(text, made, mark, language, scaled=bool(scale)) if before else [made]
    return one_unit(text, found)


def has_money(text: str) -> bool:
    """Whether an amount with a currency stands in a text."""
    return DIGIT.search(text) is not None and MONEY.search(text) is not None


def is_dump(text: str) -> bool:
    """Whether a text holds more amounts than are read of one."""
    return len(text) > MOST and next(islice(MONEY.finditer(text), MOST, None), None) is not None


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the amount is no part of a word or of a longer number, and no other scale word makes it another one."""
    first = text[start]
    if (
        start
        and first.isascii()
        and (first.isalnum() or first == ".")
        and (text[start - 1].isalnum() or text[start - 1] in ".,#")
    ):
        return False
    after = text[end : end + 2]
    if text[end - 1].isdigit() and (after[:1].isdigit() or (after[:1] in (".", ",") and after[1:].isdigit())):
        return False
    if after[:1] in ("²", "³"):
        return False
    return not OTHER_SCALE.match(text[end : end + LONGEST_AMOUNT])


def usual_mark_of(texts: Iterable[str]) -> str | None:
    """The decimal mark that the amounts of these texts agree on, those of both sides of a change together."""
    return usual_mark(groups[1] or groups[4] or "" for text in texts for groups, _, _ in islice(amounts_in(text), MOST))


def amounts_in(text: str) -> Iterator[tuple[tuple[str | None, ...], int, int]]:
    """The groups and spans of MONEY; a sign between two numbers belongs to the second ("10 $49" is no ten dollars).

    One pass over the text: searching on from a position would read it again each time.
    """
    done = 0
    for match in MONEY.finditer(text) if DIGIT.search(text) else ():
        end = match.end()
        again = None
        if match.group(7) in PREFIXED and text[end : end + 1].isdigit():
            again = MONEY.match(text[end - 1 : end + LONGEST_AMOUNT])
        found, offset = (again, end - 1) if again else (match, 0)
        if found.start() + offset >= done:
            groups, done = without_count(text, found.groups(), found.end() + offset)
            yield groups, found.start() + offset, done


def without_count(text: str, groups: tuple[str | None, ...], end: int) -> tuple[tuple[str | None, ...], int]:
    """The groups and end of an amount without the number behind it that counts something else."""
    sign, number, scale, code = groups[:4]
    count = COUNTED.match(number) if sign and number and not scale and not code else None
    word = WHAT.match(text[end : end + LONGEST_AMOUNT]) if count else None
    if not count or not word or not is_counted(word.group(1).lower()):
        return groups, end
    length = len(count.group(1))
    return (sign, (number or "")[:-length], *groups[2:]), end - length


def is_counted(word: str) -> bool:
    return word in PER_WORDS or word.rstrip("s") in PER_WORDS


def read_money(text: str, span: tuple[int, int], amount: Decimal, currency: str) -> Money:
    period, per, stop = how_often(text, span[1])
    return Money(
        start=span[0],
        end=span[1],
        stop=stop,
        amount=amount,
        currency=currency,
        period=period or said_ahead(text, span[0]),
        per=per,
    )


def other_end(text: str, low: Money, decimal: str | None, language: str | None, *, scaled: bool) -> list[Money]:
    """The amount, and the other end of its range where that has no sign of its own.

    A scale word that only the second end has holds for both: "$5–10 million".
    """
    match = OTHER_END.match(text[low.end : low.end + LONGEST_AMOUNT])
    amount = amount_of(match.group(1), match.group(2), decimal, language) if match else None
    if match is None or amount is None:
        return [low]
    scale, stop = match.group(2), low.end
    factor = 1 if scaled else factor_of(scale, language) or 1
    span = low.end + match.start(1), low.end + match.end(2 if scale else 1)
    if amount <= low.amount or not stands_alone(text, *span):
        return [low]
    if factor > 1 and low.amount * factor < amount:
        low, stop = replace(low, amount=low.amount * factor), span[1]
    return [replace(low, stop=stop, ends="low"), replace(read_money(text, span, amount, low.currency), ends="high")]


def one_unit(text: str, found: list[Money]) -> tuple[Money, ...]:
    """Ends of a range side by side share what stands after the second: "£500 – £2,500 per project".

    A scale word ("$5 to $10 million") holds for both where the first number is the lower one of the two as written.
    """
    made = list(found)
    for index, (low, high) in enumerate(pairwise(found)):
        if low.currency != high.currency or not spans(text, low, high):
            continue
        if low.factor == 1 and low.amount * high.factor < high.amount:
            low = replace(low, amount=low.amount * high.factor, stop=high.end if high.factor > 1 else low.stop)
        if low.amount < high.amount:
            made[index] = replace(low, period=high.period, per=high.per, ends="low")
            made[index + 1] = replace(high, ends="high")
    return tuple(made)


def spans(text: str, low: Money, high: Money) -> bool:
    """Whether nothing but a dash, "to", or an "and" with a "between" ahead stands between two amounts."""
    gap = text[low.end : high.start]
    if len(gap) > LONGEST_GAP:
        return False
    between = AND.match(gap) and BETWEEN.search(text[max(0, low.start - LONGEST_AMOUNT) : low.start])
    return bool(between or (len(gap) <= DASH and SPAN.match(gap)))


def amount_of(
    number: str, scale: str | None, decimal: str | None, language: str | None = None, sign: str = ""
) -> Decimal | None:
    """The number times its scale; None of a malformed number and of a scale word that is not sure.

    `decimal` is the mark that the source or its other amounts use: it decides only where both readings are possible.
    """
    marks, factor = readings(number), factor_of(scale, language)
    if not marks or factor is None:
        return None
    mark = next(iter(marks)) if len(marks) == 1 else decimal or likely_mark(number, sign.strip(), scale, language)
    amount = value_of(number, mark)
    return None if amount is None else amount * factor


def currency_of(symbol: str, language: str | None = None, currency: str | None = None) -> str:
    """ISO 4217; of a sign that many countries write, the one of the page's language or the source's own currency."""
    written = symbol.strip(" -\u00a0\n\t")
    if written == "$" and currency:
        return currency
    return (
        BY_LANGUAGE.get((written, (language or "")[:2]))
        or SYMBOLS.get(written)
        or SYMBOLS.get(LAST_WORD.split(written.lower())[-1], written.upper())
    )
