"""Dates, money, names and lists as a reader says them."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from domain.accounts import Account, Revenue
from guard.escaping import terminal_text

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
LONGEST_WORD = 80
SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}

_ADDRESS = re.compile(r"\b(?:[a-z][a-z0-9+.-]*:/{2,}|www\.)[^\s<>\"'”’»)\]]+", re.IGNORECASE)
_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*:/{2,})?(?:[^/@\s]*@)?([^/?#:\s]*)", re.IGNORECASE)


def readable(text: str) -> str:
    """Crawled text without signs that hide, reorder or control; its line ends stay."""
    return terminal_text(text)


def clean(text: str) -> str:
    """Crawled text as one line that no client turns into a link: addresses become `host[.]tld`, controls go."""
    return _ADDRESS.sub(_unlinked, " ".join(readable(text).split()))


def _unlinked(found: re.Match[str]) -> str:
    host = _HOST.match(found.group(0))
    return (host.group(1) if host else "").replace(".", "[.]") or "(link)"


def local(moment: datetime, zone: str) -> datetime:
    """The moment on the reader's own clock."""
    return moment.astimezone(ZoneInfo(zone))


def day(when: date, today: date) -> str:
    """`Thu 19 Feb`, with the year where it is not this one's."""
    text = f"{DAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]}"
    return text if when.year == today.year else f"{text} {when.year}"


def short_day(when: date, today: date) -> str:
    """`2 Apr`, with the year where it is not this one's."""
    text = f"{when.day} {MONTHS[when.month - 1]}"
    return text if when.year == today.year else f"{text} {when.year}"


def long_day(when: date, today: date) -> str:
    """`2 April`, with the year where it is not this one's."""
    text = f"{when.day} {LONG_MONTHS[when.month - 1]}"
    return text if when.year == today.year else f"{text} {when.year}"


def since(when: date, today: date) -> str:
    """`Tue` within the last six days, else `3 Feb`."""
    return DAYS[when.weekday()] if 0 <= (today - when).days < 7 else short_day(when, today)


def number(count: int) -> str:
    """`four`, or digits past twelve."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else f"{count:,}"


def counted(count: int, noun: str, plural: str = "") -> str:
    """`1 account`, `12 accounts`."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def joined(parts: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def capital(text: str) -> str:
    """The text with its first letter large and the rest untouched."""
    return text[:1].upper() + text[1:]


def amount(value: Decimal, currency: str | None, *, shorten_from: int = 100_000) -> str:
    """`€35M`, `$28,000`, `CHF 410k`: round thousands and millions are shortened from 100,000 on."""
    sign = SYMBOLS.get(currency or "", f"{currency} " if currency else "")
    return ("-" if value < 0 else "") + sign + _scaled(abs(value), shorten_from)


def _scaled(value: Decimal, shorten_from: int) -> str:
    for size, letter in ((Decimal(1_000_000_000), "bn"), (Decimal(1_000_000), "M"), (Decimal(1_000), "k")):
        if value >= max(size, Decimal(shorten_from)) and (value / size * 10) % 1 == 0:
            return f"{value / size:,.10g}{letter}"
    if value != round(value, 2):  # a fraction of a cent is not nothing
        return f"{value.normalize():,f}"
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"


def revenue(value: Revenue) -> str:
    """`€410k`, or a band: `€250k-500k`."""
    low = amount(value.low, value.currency, shorten_from=10_000)
    return low if value.low == value.high else f"{low}-{amount(value.high, None, shorten_from=10_000)}"


def short_name(account: Account) -> str:
    """What the account is called in a line: an alias that its name begins with, else its name."""
    starts = [alias for alias in account.aliases if account.name.casefold().startswith(f"{alias.casefold()} ")]
    return min(starts, key=len, default=account.name)


def source_words(source: str, subject: str) -> str:
    """What a source's name says beside its subject: `pricing` of `brightvane-pricing`, else all of it."""
    words = source.replace("-", " ")
    start = " ".join("".join(char if char.isalnum() else " " for char in subject.casefold()).split())
    return words[len(start) + 1 :] if start and words.startswith(f"{start} ") else words


def source_called(source: str, subject: str) -> str:
    """`brightvane-pricing` as a reader would say it: `Brightvane pricing`; one not named after its subject as it is."""
    said = source_words(source, subject)
    return f"{subject} {said}" if said != source.replace("-", " ") else said


def count_words(text: str) -> int:
    """Words as a reader counts them: runs between blanks that hold a letter or digit."""
    return sum(1 for word in text.split() if any(char.isalnum() for char in word))


# Words that no cut text ends with: they ask for what was cut off.
_DANGLING = """
a an and as at by for from in into is of on or than that the their to until with its our your
de des du la le les et à pour en der die das und mit für von zu im el los las y con por para del
"""
DANGLING = frozenset(_DANGLING.split())


def clip(text: str, most: int) -> str:
    """The text cut to `most` words, at the end of a clause where one is near, with an ellipsis where cut.

    A single word of more than LONGEST_WORD letters is none: it is cut too.
    """
    words = [word if len(word) <= LONGEST_WORD else f"{word[: LONGEST_WORD - 1]}…" for word in text.split(None, most)]
    if len(words) <= most:
        return " ".join(words)
    kept = words[:most]
    for place in range(most - 1, most * 2 // 3 - 1, -1):
        if kept[place][-1] in ".;,":
            kept = kept[: place + 1]
            break
    while len(kept) > most * 2 // 3 and kept[-1].casefold() in DANGLING:
        kept.pop()
    said = " ".join(kept).rstrip(".;,:-–→ ") + " …"
    return f"{said}”" if said.count("“") > said.count("”") else said
