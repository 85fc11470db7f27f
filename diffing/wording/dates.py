"""Written dates in the languages of our sources, so that another notation of the same day is no change."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

# The first three or four letters tell months apart in English, French, German, Spanish, Italian, Portuguese and Dutch.
STARTS = (
    ("jan", "ene", "gen", "jän"),
    ("feb", "fév", "fev"),
    ("mar", "mär", "maa", "mrz"),
    ("apr", "avr", "abr"),
    ("may", "mai", "mei", "mag"),
    ("jun", "juin", "giu"),
    ("jul", "juil", "lug"),
    ("aug", "aoû", "aou", "ago"),
    ("sep", "set"),
    ("oct", "okt", "ott", "out"),
    ("nov",),
    ("dec", "déc", "dez", "dic"),
)
MONTHS = tuple(
    sorted(((start, month) for month, starts in enumerate(STARTS, 1) for start in starts), key=lambda one: -len(one[0]))
)
NAME = r"(?P<{0}>(?:" + "|".join(start for start, _ in MONTHS) + r")[a-zà-ÿ]{{0,7}})\.?"
DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?"
YEAR = r"(?P<{0}>(?:19|20)\d\d)"
WRITTEN = re.compile(
    r"(?<!\w)(?:"
    + rf"{DAY.format('d1')}\s+(?:de\s+|of\s+)?{NAME.format('m1')},?\s+(?:de\s+|del\s+)?{YEAR.format('y1')}"
    + rf"|{NAME.format('m2')}\s+{DAY.format('d2')},?\s+{YEAR.format('y2')}"
    + rf"|{YEAR.format('y3')}-(?P<m3>\d\d)-(?P<d3>\d\d)"
    + rf"|{YEAR.format('y4')}\s?年\s?(?P<m4>\d{{1,2}})\s?月\s?(?P<d4>\d{{1,2}})\s?日"
    + r")(?!\w)",
    re.IGNORECASE,
)
NUMERIC = re.compile(r"(?<![\d/.])(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>(?:19|20)\d\d)(?![\d/])")
MOST_WORDS = 8
LONGEST_LINE = 60
YEAR_ANYWHERE = re.compile(r"(?:19|20)\d\d")


def fold_dates(text: str) -> str:
    """Every full written date as " YYYYMMDD "; numbers-only dates with slashes stay, their order is not known."""
    if not YEAR_ANYWHERE.search(text):
        return text
    return WRITTEN.sub(lambda match: f" {day:%Y%m%d} " if (day := _day(match)) else match[0], text)


def only_date(text: str) -> date | None:
    """The day a text names when it says nothing else, else None."""
    if len(text) > 40:
        return None
    match = WRITTEN.fullmatch(text.strip())
    return _day(match) if match else None


def date_line(text: str) -> tuple[str, frozenset[date]]:
    """The date as written in a short line that names one, and the days it may mean: two where day and month may swap.

    ("", no days) for any other text.
    """
    nothing: tuple[str, frozenset[date]] = ("", frozenset())
    if len(text) > LONGEST_LINE or not YEAR_ANYWHERE.search(text):
        return nothing
    written, numeric = list(WRITTEN.finditer(text)), list(NUMERIC.finditer(text))
    if len(written) + len(numeric) != 1:
        return nothing
    match = (written or numeric)[0]
    if len((text[: match.start()] + text[match.end() :]).split()) > MOST_WORDS:
        return nothing
    day = _day(match) if written else None
    return match[0], frozenset({day} if day else () if written else _readings(match))


def _readings(match: re.Match[str]) -> Iterator[date]:
    year, one, other = int(match["y"]), int(match["a"]), int(match["b"])
    for month, day in ((one, other), (other, one)):
        if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
            yield date(year, month, day)


def _day(match: re.Match[str]) -> date | None:
    for number in "1234":
        if match[f"y{number}"]:
            year, month, day = match[f"y{number}"], match[f"m{number}"], match[f"d{number}"]
            try:
                return date(int(year), int(month) if month.isdigit() else month_of(month), int(day))
            except ValueError:
                return None
    return None


def month_of(name: str) -> int:
    lowered = name.lower()
    return next(
        (month for start, month in sorted(MONTHS, key=lambda item: -len(item[0])) if lowered.startswith(start)), 0
    )
