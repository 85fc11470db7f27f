"""Amounts, units and lists in the words of a headline."""

from collections.abc import Sequence
from decimal import Decimal

from domain.findings import Price

SIGNS = {
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "BRL": "R$", "AUD": "A$", "CAD": "C$", "NZD": "NZ$",
    "SGD": "S$", "HKD": "HK$", "KRW": "₩", "ILS": "₪",
}  # fmt: skip
CURRENCIES = {
    "USD": "dollars", "EUR": "euros", "GBP": "pounds", "JPY": "yen", "CHF": "Swiss francs", "INR": "rupees",
    "BRL": "reais", "SEK": "kronor", "PLN": "zloty", "AUD": "Australian dollars", "CAD": "Canadian dollars",
    "NOK": "Norwegian kroner", "DKK": "Danish kroner", "CZK": "Czech koruny", "NZD": "New Zealand dollars",
    "SGD": "Singapore dollars", "HKD": "Hong Kong dollars", "MXN": "Mexican pesos", "ZAR": "rand",
}  # fmt: skip
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# A headline of several prices names as many as fit into about this many characters.
FITS = 78
# What other languages count by, in English.
PER = {
    "nutzer": "user", "benutzer": "user", "utilisateur": "user", "usuario": "user", "usuários": "user",
    "ユーザー": "user", "名": "person", "mb": "MB", "gb": "GB", "tb": "TB", "sms": "SMS",
}  # fmt: skip


def money(amount: Decimal, currency: str | None) -> str:
    """ "$1,200", "€0.20", "CHF 49"."""
    plain = f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
    if amount != amount.quantize(Decimal("0.01")):
        plain = f"{amount.normalize():,f}"
    sign = SIGNS.get(currency or "")
    return f"{sign}{plain}" if sign else f"{currency} {plain}" if currency else plain


def unit(price: Price) -> str:
    """ " per seat a month", " a month, billed yearly", or nothing."""
    per = f" per {PER.get(price.per, price.per)}" if price.per else ""
    return per + a_period(price.period) + (", billed yearly" if price.billed == "year" else "")


def a_period(period: str | None) -> str:
    return f" a{'n' if period == 'hour' else ''} {period}" if period else ""


def number(count: int) -> str:
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else f"{count:,}"


def several(count: int, one: str, many: str | None = None) -> str:
    """ "one plan", "three plans"."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def listed(items: Sequence[str], most: int = 3) -> str:
    """ "A", "A and B", "A, B and C", "A, B and two more"."""
    shown = list(items[:most])
    left = len(items) - len(shown)
    if left:
        return f"{', '.join(shown)} and {number(left)} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def percent(before: Decimal, after: Decimal) -> str:
    return f" ({(after - before) / before * 100:+.1f}%)" if before and before != after else ""


def scaled(amount: Decimal) -> str:
    """ "35M", "1.2bn", "790,000"."""
    for size, mark in ((Decimal(10**9), "bn"), (Decimal(10**6), "M")):
        if amount >= size:
            return f"{(amount / size).normalize():f}{mark}"
    return f"{amount:,f}"


def fitting(steps: Sequence[str]) -> str:
    """As many of the steps as fit, and how many more there are."""
    shown: list[str] = []
    for one in steps:
        if shown and len(", ".join([*shown, one])) > FITS:
            break
        shown.append(one)
    left = len(steps) - len(shown)
    return ", ".join(shown) + (f" and {number(left)} more" if left else "")
