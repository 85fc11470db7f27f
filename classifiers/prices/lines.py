"""What the unchanged lines beside an amount say of it: its name, how often it is paid and for what, its bound."""

from dataclasses import replace

from classifiers.prices.labels import AMOUNTS, GENERIC, NO_PLAN, VERBS, is_slogan
from classifiers.wording.money import Money, find_money
from classifiers.wording.patterns import Pattern
from classifiers.wording.units import PERIODS, how_often, unit_of_label
from domain.changes import Beside, Edit

NAME_WORDS = 4
# Words that stand over an amount and praise or date the offer instead of naming it.
BADGE = Pattern(
    r"(?i)^(?:(?:our )?most (?:popular|chosen|loved)|popular|best (?:value|seller|deal|choice)|recommended|new|sale|"
    r"limited(?: time)?(?: offer)?|free trial.*|save .*|coming soon|beliebt\w*|empfohlen|bestseller|neu|"
    r"populaire|le plus populaire|recommandé|más popular|recomendado|nuevo)!?$"
)
# A line for whom it is, which of two amounts it is, or that more is paid for more use: no name.
NO_NAME = Pattern(
    r"(?i)^(?:for|für|pour|para|per) \S|"
    r"^(?:the )?(?:old|new|current|former|previous|regular|usual|normal|today['’]s|base) "
    r"(?:prices?|fees?|rates?|costs?)$|^overages?\b|^(?:was|now|before|after|today)$"
)
# The whole line is a bound: the amount stands on a line of its own behind it.
FLOOR = Pattern(
    r"(?i)^(?:(?:prices? |plans? )?(?:from|start(?:s|ing)?(?: at| from)?)(?: only| just)?|as low as|ab|"
    r"à partir de|dès|desde|a partir (?:de|da)|vanaf|od|från|fra)\s?:?$"
)
CEILING = Pattern(r"(?i)^(?:up to|bis zu|jusqu['’]à|hasta|fino a)\s?:?$")
# What may stand behind a unit that is a line of its own: "per user, billed annually".
UNIT_ENDS = Pattern(
    r"(?i)^\s*(?:$|[,;:.(·•|+*&–—-]|\b(?:billed|paid|plus|excl|incl|when|with|if|for|on|excluding|zzgl)\b)"
)


def name_beside(edit: Edit) -> str | None:
    """The line right above an amount where that names it: few words, no badge, no label of amounts, no slogan."""
    return name_in(edit.beside.name) if edit.beside else None


def name_in(line: str) -> str | None:
    """The line where it may be a name."""
    name = line.strip(" :")
    words = name.split()
    if not 0 < len(words) <= NAME_WORDS or not (name[0].isupper() or name[0].isdigit()):
        return None
    says_unit = (unit_of_label(name), unit_of_line(name)) != ((None, None), (None, None))
    says_amounts = AMOUNTS.search(name) or GENERIC.search(name) or says_unit
    if (
        says_amounts
        or BADGE.match(name)
        or NO_NAME.match(name)
        or is_slogan(name)
        or name.lower() in (*NO_PLAN, *PERIODS)
    ):
        return None
    return None if name.endswith((".", "!", "?")) or VERBS & set(words[1:]) else name


def with_unit(money: Money, text: str, edit: Edit) -> Money:
    """The amount with the period and per-what that the line below or above says, where it stands at its text's end."""
    if edit.beside is None or (money.period and money.per) or text[money.stop :].strip():
        return money
    period, per = unit_beside(edit.beside)
    return replace(money, period=money.period or period, per=money.per or (None if money.period else per))


def unit_beside(beside: Beside) -> tuple[str | None, str | None]:
    """The unit of the line below, else of the label above; nothing where both are labels that tell two periods."""
    above = unit_of_line(beside.above)
    if above == (None, None) and AMOUNTS.search(beside.above):
        above = unit_of_label(beside.above)
    below = unit_of_line(beside.below)
    if below == (None, None):
        return above
    apart = above[0] and below[0] and above[0] != below[0]
    return (None, None) if apart and beside.below[0].isupper() else below


def unit_of_line(line: str) -> tuple[str | None, str | None]:
    """What a line that begins with a unit says: "per seat / month", "/mo, billed annually", "Hourly"."""
    if not line or find_money(line):
        return None, None
    period, per, end = how_often(line, 0)
    return (period, per) if UNIT_ENDS.match(line[end:]) else (None, None)


def bound_beside(edit: Edit) -> str | None:
    """ "from" or "up to" where the line above an amount says no more than that."""
    above = edit.beside.above if edit.beside else ""
    return "from" if FLOOR.match(above) else "up to" if CEILING.match(above) else None
