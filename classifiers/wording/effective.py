"""From which day a rule, an approval, a price or an end holds."""

from datetime import date

from classifiers.wording.days import DAY, day_of
from classifiers.wording.patterns import Pattern

IN_FORCE = (
    r"(?:effective|start) date(?: of)?|effective|"
    r"(?:takes?|taking|goes? into|going into|comes? into|coming into|with) (?:effect|force)|"
    r"in force|"
    r"applies|gilt|in kraft|entre en vigueur|en vigueur|entra en vigor|vigente"
)
EFFECTIVE = Pattern(
    rf"(?i)(?:^|[^\pL])(?:{IN_FORCE})(?:[: ]+(?:on|as of|from|is|since|starting|ab|am|à partir du|le|el|"
    rf"a partir del))?"
    rf"(?: dem| den)?[: ]+{DAY}"
)
STARTING = Pattern(
    rf"(?i)(?:^|[^\pL])(?:from|starting|starts?|beginning|begins?|as of|after|on|by|until|ab|zum|am|bis|nach|"
    rf"à partir du|à compter du|seit|dès le|le|"
    rf"au|après le|a partir del|desde el|el|hasta el)(?: on| from)?(?: dem| den)?[: ]+{DAY}"
)

ENDING = Pattern(
    rf"(?i)(?:^|[^\pL])(?:until|till|through|ends?|ending|expires?|valid (?:to|until)|before|up to|bis|endet|"
    rf"gültig bis|jusqu['’]au|valable jusqu['’]au|hasta(?: el)?|válid[oa] hasta(?: el)?)(?: on| the| zum| am| le)?"
    rf"[: ]+{DAY}"
)


def effective_on(text: str) -> date | None:
    """The day after words like "effective" or "takes effect on"; None where no whole day is named."""
    match = EFFECTIVE.search(text)
    return day_of(match.groups()) if match else None


def starting_on(text: str) -> date | None:
    """The day that a sentence about one matter names: "from 1 May 2026", "zum 31. Dezember 2026", "takes effect on"."""
    found = effective_on(text)
    match = STARTING.search(text) if found is None else None
    return found or (day_of(match.groups()) if match else None)


def ending_on(text: str) -> date | None:
    """The last day that a sentence names: "until 31 March 2027", "bis zum 31. März 2027"; None without a whole day."""
    match = ENDING.search(text)
    return day_of(match.groups()) if match else None
