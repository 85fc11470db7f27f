"""Full dates as English, German, French and Spanish texts write them."""

from collections.abc import Iterator
from datetime import date

from classifiers.wording.patterns import Pattern

MONTH_LIST = (
    "january jan januar jänner janvier enero",
    "february feb februar février fevrier febrero",
    "march mar märz maerz mars marzo",
    "april apr avril abril",
    "may mai mayo",
    "june jun juni juin junio",
    "july jul juli juillet julio",
    "august aug août aout agosto",
    "september sep sept septembre septiembre setiembre",
    "october oct oktober okt octobre octubre",
    "november nov novembre noviembre",
    "december dec dezember dez décembre decembre diciembre",
)
MONTHS = {name: number for number, names in enumerate(MONTH_LIST, 1) for name in names.split()}
NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY = (
    rf"(?:(\d{{1,2}})(?:\.|er|st|nd|rd|th)? (?:of |de )?({NAMES})\.?,? (?:de |del )?(\d{{4}})|"
    rf"({NAMES})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})|(\d{{4}})-(\d{{2}})-(\d{{2}})|"
    rf"(\d{{1,2}})\.(\d{{1,2}})\.(\d{{4}}))"
)
ANY_DAY = Pattern(rf"(?i)\b{DAY}")


def day_of(groups: tuple[str | None, ...]) -> date | None:
    """The day that the groups of `DAY` make; None where there is no such day."""
    day, month, year, month_2, day_2, year_2, *numbers = groups
    iso, dotted = numbers[:3], numbers[3:]
    try:
        if iso[0]:
            return date(int(iso[0]), int(iso[1] or 0), int(iso[2] or 0))
        if dotted[0]:
            return date(int(dotted[2] or 0), int(dotted[1] or 0), int(dotted[0]))
        if day:
            return date(int(year or 0), MONTHS[(month or "").lower()], int(day))
        return date(int(year_2 or 0), MONTHS[(month_2 or "").lower()], int(day_2 or 0))
    except ValueError:
        return None


def days_in(text: str) -> Iterator[date]:
    """The full dates of a text in order; numbers that make no date are none."""
    for match in ANY_DAY.finditer(text):
        day = day_of(match.groups())
        if day is not None:
            yield day
