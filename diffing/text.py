"""Text as shown, and text as compared: the second folds what no reader would call a difference."""

import re
import unicodedata

from diffing.dates import fold_dates
from diffing.passing import without_passing

INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e]")
TOKEN = re.compile(r"\w+|[%‰]|[$€£¥₹₽₩₺₴₦₫₪₱฿¢]")
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[^\d.]{0,40}(?:19|20)\d\d(?:\s*[-–—]\s*(?:20)?\d\d)?|(?:19|20)\d\d\s*©", re.IGNORECASE
)
ONLY_YEAR = re.compile(r"\W*(?:19|20)\d\d\W*")
RELATIVE = re.compile(
    r"\b(?:\d+|an?|one|une?|eine?[mnr]?|una?)\s+(?:sec|second|minute|min|hour|day|week|month|year)s?\s+ago\b"
    r"|\bil y a\s+(?:\d+|une?)\s+(?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?)\b"
    r"|\bvor\s+(?:\d+|eine[mnr]?)\s+(?:sekunde|minute|stunde|tag|woche|monat|jahr)(?:e?n)?\b"
    r"|\bhace\s+(?:\d+|una?)\s+(?:segundo|minuto|hora|día|semana|mes|año)(?:e?s)?\b"
    r"|\d+\s*(?:秒|分|分钟|時間|小时|日|天|週間|周|か月|个月|年)前",
    re.IGNORECASE,
)
OPAQUE = re.compile(r"\b(?=[0-9a-f-]*\d)(?:[0-9a-f]{16,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b", re.IGNORECASE)

CURRENCIES = ("$", "€", "£", "¥", "₹", "%", "USD", "EUR", "GBP", "CHF", "JPY", "CAD", "AUD")
AMOUNT = re.compile(
    r"(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|JPY|CAD|AUD)\b)\s?\d|\d[\d.,]*\s?(?:[$€£¥₹%]|(?:USD|EUR|GBP|CHF|JPY|CAD|AUD)\b)"
)
MARK = re.compile(r"[✓✔✗✘✕✖☑☒○●×◯△]")
CELLS = " | "  # between the cells of a row
LONGEST_READ = 50_000


def tidy(text: str) -> str:
    """The words with every run of white space as one blank, and nothing that has no width."""
    return " ".join((text if text.isascii() else INVISIBLE.sub("", text)).split())


def names_amount(text: str) -> bool:
    """Whether a text holds an amount of money or a percentage."""
    # Most texts name no currency, and looking for plain strings is several times faster than one pattern for all.
    return any(sign in text for sign in CURRENCIES) and AMOUNT.search(text) is not None


def tokens(text: str) -> tuple[str, ...]:
    """Words, numbers and currency signs, NFKC and casefolded, without punctuation."""
    return tuple(TOKEN.findall(unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).casefold()))


def compared(text: str) -> str:
    """What two blocks are compared by: their tokens, with dates in one notation and passing things blanked.

    Passing: how long ago something was, counters and clocks, opaque identifiers, the year of a copyright notice, a
    year that stands alone. A tick or a cross counts where it is all there is, or stands in a cell of a table.
    """
    folded = text if text.isascii() else unicodedata.normalize("NFKC", INVISIBLE.sub("", text))
    if len(folded) > LONGEST_READ:
        return " ".join(TOKEN.findall(folded.casefold()))
    if ONLY_YEAR.fullmatch(folded):
        return ""
    folded = COPYRIGHT.sub(" © ", folded)
    folded = without_passing(OPAQUE.sub(" ", RELATIVE.sub(" ", fold_dates(folded))))
    words = TOKEN.findall(folded.casefold())
    if not folded.isascii() and (not words or CELLS in folded):
        words += MARK.findall(folded)
    return " ".join(words)
