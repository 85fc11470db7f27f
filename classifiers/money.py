"""Amounts of money in running text: where they stand, how much, in what currency, how often and for what."""

from dataclasses import dataclass
from decimal import Decimal

import re2
from price_parser import parse_price

SYMBOLS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "AU $": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB",
    "₺": "TRY", "₪": "ILS", "zł": "PLN", "kr": "SEK", "Kč": "CZK", "euro": "EUR", "euros": "EUR",
    "dollar": "USD", "dollars": "USD",
}  # fmt: skip
CODE_LIST = (
    "USD EUR GBP CHF JPY CAD AUD NZD SEK NOK DKK PLN CZK HUF INR BRL MXN ZAR SGD HKD CNY KRW TRY ILS AED SAR RON BGN"
)
CODES = CODE_LIST.split()
SCALES = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mio": 10**6,
    "million": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "billion": 10**9,
}
PERIODS = {
    "mo": "month", "mos": "month", "month": "month", "months": "month", "monthly": "month", "mois": "month",
    "monat": "month", "monatlich": "month", "mes": "month", "pm": "month",
    "yr": "year", "year": "year", "years": "year", "yearly": "year", "annually": "year", "annum": "year",
    "annual": "year",     "an": "year", "jahr": "year", "jährlich": "year", "año": "year", "pa": "year",
    "wk": "week", "week": "week", "weekly": "week", "day": "day", "daily": "day", "hr": "hour", "hour": "hour",
    "quarter": "quarter", "quarterly": "quarter",
}  # fmt: skip
PER_LIST = (
    "user users seat seats member agent agents domain site website project employee editor host license licence "
    "device transaction request requests call calls credit credits lookup message sms minute gb tb mb node core "
    "server workspace team account admin contributor creator contact contacts event events pageviews page image "
    "document invoice store location property room booking order unit person head customer client endpoint asset "
    "vehicle driver learner student patient nutzer utilisateur usuario query queries token tokens record records "
    "row rows run runs build "
)
PER_WORDS = frozenset(PER_LIST.split())

NUMBER = r"(?:0[.,]\d{1,8}|\d{1,3}(?:[,.'’ \x{00a0}\x{202f}]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,3})?)"
SYMBOL = r"(?:US\$|AU ?\$|A\$|CA\$|C\$|NZ\$|HK\$|S\$|R\$|[$€£¥₹₩₽₺₪]|\b(?:" + "|".join(CODES) + r")\b)"
AFTER = r"(?:[€£₹₽₺₪]|\$|zł|kr\b|Kč|\b(?:" + "|".join(CODES) + r")\b|[-\s]euros?\b|[-\s]dollars?\b)"
SCALE = r"(?:\s?(?:k|K|M|m|mn|Mn|Mio|bn|Bn|B)\b|[-\s](?:million|billion)\b)"
MONEY = re2.compile(rf"({SYMBOL})\s?({NUMBER})({SCALE})?(?:\s?(?:USD|CAD|AUD)\b)?|({NUMBER})({SCALE})?[-\s]?({AFTER})")
TAIL = re2.compile(
    r"(?i)^\s*[,(]?\s*(?:/|per\b|a\b|an\b|each\b|every\b|par\b|pro\b|por\b|je\b|al\b|,|-)?\s*(?:billed\s+|paid\s+)?"
    r"((?:[\d.,]+\s?[km]?\s+)?[\pL]+)\)?"
)

MOST_DIGITS = 15
# "0.004" is a small amount in any notation, never four with a mark for thousands.
LESS_THAN_ONE = re2.compile(r"^0[.,]\d+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount with its span (code points; `stop` is past its period and per-what) and how it is meant."""

    start: int
    end: int
    stop: int
    amount: Decimal
    currency: str
    period: str | None = None
    per: str | None = None


def find_money(text: str, *, decimal: str | None = None) -> tuple[Money, ...]:
    """Every amount with a currency, in order. `decimal` is the source's decimal mark where it is known."""
    found: list[Money] = []
    for match in MONEY.finditer(text):
        before_symbol, number, scale = match.group(1), match.group(2), match.group(3)
        if number is None:
            number, scale, before_symbol = match.group(4), match.group(5), match.group(6)
        start, end = match.span()
        if start and (text[start - 1].isalnum() or text[start - 1] in ".,#") and text[start].isalnum():
            continue
        amount = amount_of(number, scale, decimal)
        if amount is None:
            continue
        period, per, stop = how_often(text, end)
        found.append(
            Money(
                start=start,
                end=end,
                stop=stop,
                amount=amount,
                currency=currency_of(before_symbol),
                period=period,
                per=per,
            )
        )
    return tuple(found)


def amount_of(number: str, scale: str | None, decimal: str | None) -> Decimal | None:
    """The number times its scale; price-parser decides what the marks mean unless the source says so.

    None for a run of digits longer than any amount: past 28 of them a Decimal would say another number.
    """
    if sum(map(str.isdigit, number)) > MOST_DIGITS:
        return None
    plain = number.replace("’", "").replace("'", "")
    if LESS_THAN_ONE.match(plain):
        return Decimal(plain.replace(",", ".")) * SCALES.get((scale or "").strip(" -\u00a0").lower(), 1)
    mark = decimal if decimal and decimal in plain else None
    parsed = parse_price(plain, decimal_separator=mark).amount
    if parsed is None:
        return None
    factor = SCALES.get((scale or "").strip(" -\u00a0").lower(), 1)
    return parsed * factor


def currency_of(symbol: str) -> str:
    written = symbol.strip(" -\u00a0\n\t")
    return SYMBOLS.get(written, written.upper())


def how_often(text: str, end: int) -> tuple[str | None, str | None, int]:
    """Period and per-what after an amount ("/ user / month", "a month", "per 10k pageviews"), and where they end."""
    period: str | None = None
    per: str | None = None
    for _ in range(3):
        match = TAIL.match(text[end : end + 60])
        if match is None:
            break
        word = match.group(1)
        linked = bool(match.group(0).strip()[: -len(word)].strip(" ()"))
        last = word.split()[-1].lower()
        if period is None and last in PERIODS and (linked or last.endswith("ly")):
            period = PERIODS[last]
        elif per is None and last in PER_WORDS and linked:
            per = word if " " in word else last
        else:
            break
        end += match.end()
    return period, per, end
