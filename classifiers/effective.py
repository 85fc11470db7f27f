"""From which day a rule, an approval or a price holds."""

from datetime import date

import re2

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
NAMES = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
DAY = rf"(?:(\d{{1,2}})\.? ({NAMES})\.?,? (\d{{4}})|({NAMES})\.? (\d{{1,2}}),? (\d{{4}})|(\d{{4}})-(\d{{2}})-(\d{{2}}))"
EFFECTIVE = re2.compile(
    rf"(?i)\b(?:effective(?: date)?|(?:takes?|taking|goes? into|comes? into|with) (?:effect|force)|in force|applies)"
    rf"(?:[: ]+(?:on|as of|from|is|since|starting))?[: ]+{DAY}"
)


def effective_on(text: str) -> date | None:
    """The day after words like "effective" or "takes effect on"; None where no whole day is named."""
    match = EFFECTIVE.search(text)
    if match is None:
        return None
    day, month, year, month_first, day_second, year_second, *iso = match.groups()
    try:
        if iso[0]:
            return date(int(iso[0]), int(iso[1]), int(iso[2]))
        if day:
            return date(int(year), month_number(month), int(day))
        return date(int(year_second), month_number(month_first), int(day_second))
    except ValueError:
        return None


def month_number(name: str) -> int:
    """1 to 12, from the name's first three letters."""
    return next(number for number, full in enumerate(MONTHS, 1) if full.startswith(name.lower()[:3]))
