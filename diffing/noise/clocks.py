"""The day of the visit as a page shows it: a date that is today's at both visits is a clock, not news."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from diffing.wording.dates import DAY as DAY_OF_MONTH
from diffing.wording.dates import NAME, month_of
from diffing.wording.quick import Guarded
from diffing.wording.text import compared

WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:mo|"
    r"di|mi|do|fr|sa|so)\.?"
)
YEARS = r"(?:19|20)\d\d"
TIME = (
    r"\d{1,2}(?:[:.h]\d\d){1,2}(?:\.\d+)?(?:\s*(?:[ap]\.?m\.?|uhr|h))?(?:\s*\(?(?:UTC|GMT|CES?T|E[SD]T|P[SD]T|JST|"
    r"Z)\)?)?"
)
SHOWN_DAY = Guarded(
    rf"(?<![\w])(?:(?:{WEEKDAY}),?\s+(?:the\s+|den\s+|le\s+|el\s+)?)?(?:"
    rf"{DAY_OF_MONTH.format('d1')}\s+(?:de\s+|of\s+)?{NAME.format('m1')}(?:,?\s+(?:de\s+|del\s+)?(?P<y1>{YEARS}))?"
    rf"|{NAME.format('m2')}\s+{DAY_OF_MONTH.format('d2')}(?!\d)(?:,?\s+(?P<y2>{YEARS}))?"
    rf"|(?P<y3>{YEARS})[-/.](?P<m3>\d{{1,2}})[-/.](?P<d3>\d{{1,2}})"
    r"|(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>(?:20)?\d\d)"
    r"|(?P<y4>20\d\d)(?P<m4>[01]\d)(?P<d4>[0-3]\d)"
    rf")(?!\d)(?:T(?=\d)|(?:\s*[,·|–-])?\s*(?:at\s+|um\s+|à\s+|a\s+las\s+)?)?(?:{TIME})?(?!\d)",
    re.IGNORECASE,
)
SHOWN_KANJI = Guarded(
    r"(?:(?P<y>20\d\d)\s?年\s?)?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?[日号](?:\s?[(（]?[日月火水木金土一二三四五六][)）]|"
    r"\s?星期[日一二三四五六])?"
    rf"(?:\s*(?:{TIME}|\d{{1,2}}\s?[時时点](?:\s?\d{{1,2}}\s?分)?))?(?:現在|时点)?"
)
# A day that somebody set, though it may happen to be the visit's own.
DEADLINE = re.compile(
    r"(?:より|から|まで|改定|改訂|制定|修订|发布于|起|至|"
    r"(?<!\w)(?:effective|in force|valid from|until|till|through|deadline|ends?|"
    r"ending|expires?|starts?|starting|begins?|from|launch\w*|"
    r"released?|published|posted|joins?|on sale|revised|amended|modified|version|révisé\w*|modifié\w*|"
    r"überarbeitet|geändert|fassung|revisad[oa]|modificad[oa]|webinar|register by|"
    r"gültig ab|ab dem|ab|bis|endet|beginnt|startet|veröffentlicht|jusqu\S+|à partir du|à compter du|publié\w*|dès le|"
    r"hasta|a partir del?|desde|publicado))\W*(?:\w+\W+)?$",
    re.IGNORECASE,
)
DEADLINE_AFTER = re.compile(r"^\s*(?:より|から|まで|起|前|以降|为止)")
FURTHEST = 30  # days after the visit: a date farther off was set
TIME_ONLY = re.compile(rf"(?<![\d.]){TIME}$")
LOOK_BACK = 24  # characters before a day in which a word for a deadline counts
LONGEST = 400  # characters: a clock stands in a short line, a day in a long text was written
MARK = " visit_day "
ROLLING = " rolling_day "
# Words before a day that is counted from the visit; what is shown weekly stands on the first such day to come.
COUNTED_FROM = re.compile(
    r"(?<!\w)(?:(?:have|get|receive) (?:it|yours|them) (?:by|on)|arriv\w+(?: by| on)?|"
    r"deliver(?:y|ed)(?: by| on)?:?|"
    r"(?:livré|livraison|reçu|chez vous)(?: avant| le| dès)?\s?:?|liefer\w+(?: bis| am)?:?|geliefert(?: bis| am)?|"
    r"bei ihnen(?: am| bis)?|recíbel[oa](?: el)?|entrega(?: el)?:?|llega(?: el)?|next:?|nächste[rs]?\w*:?|"
    r"prochaine?\s?:?|"
    r"próxim[oa]:?)\W*$|(?:お届け予定日?|お届け|预计送达|送达|次回|下次)\s?[:：]?\s?$",
    re.IGNORECASE,
)
Days = tuple[date, date]


def clocked(before: str, after: str, days: Days) -> bool:
    """Whether two texts name the days of their own visits, equally off (time zones), and differ in nothing else.

    `days` are the visits' days in UTC; a day that follows a word for a deadline or an event is never a clock.
    """
    old, new = (
        {(step, compared(text)) for step, text in masked_days(*one)} for one in zip((before, after), days, strict=True)
    )
    return not old.isdisjoint(new)


def masked_days(text: str, day: date) -> Iterator[tuple[int, str]]:
    """The text with the visit's day blanked, for each step of a time zone (-1, 0, 1) at which it is named."""
    if not _may_show_days(text):
        return
    for step in (0, -1, 1):
        masked = _masked(text, day + timedelta(days=step))
        if masked != text:
            yield step, masked


def _may_show_days(text: str) -> bool:
    if len(text) > LONGEST or not any(map(str.isdigit, text)):
        return False
    return SHOWN_DAY.may(text) or SHOWN_KANJI.may(text)


def _masked(text: str, day: date) -> str:
    def blank(match: re.Match[str]) -> str:
        written = any(
            (one.year, one.month, one.day) == (day.year, day.month, day.day) for one in _readings(match, day.year)
        )
        set_by_hand = DEADLINE.search(text[max(0, match.start() - LOOK_BACK) : match.start()])
        return MARK if written and not set_by_hand and not DEADLINE_AFTER.match(text[match.end() :]) else match[0]

    return SHOWN_KANJI.sub(blank, SHOWN_DAY.sub(blank, text))


def rolled(text: str, day: date) -> tuple[str, tuple[int, ...]]:
    """The text with the days counted from the visit blanked, and how many days after it each of them is."""
    ahead: list[int] = []
    if not _may_show_days(text):
        return text, ()

    def blank(match: re.Match[str]) -> str:
        found = [one for one in _readings(match, day.year) if 0 <= (one - day).days <= FURTHEST]
        if not found or not COUNTED_FROM.search(text[max(0, match.start() - LOOK_BACK) : match.start()]):
            return match[0]
        ahead.append((found[0] - day).days)
        clock = TIME_ONLY.search(match[0])
        return ROLLING + (clock[0] if clock else "")

    return SHOWN_KANJI.sub(blank, SHOWN_DAY.sub(blank, text)), tuple(ahead)


def _readings(match: re.Match[str], year: int) -> Iterator[date]:
    """The days a match may mean; one without a year is of the given one."""
    found = match.groupdict()
    if found.get("m"):
        parts = [(found.get("y") or year, found["m"], found["d"])]
    elif found.get("a"):
        full = int(found["y"]) + (2000 if len(found["y"]) == 2 else 0)
        parts = [(full, found["a"], found["b"]), (full, found["b"], found["a"])]
    else:
        parts = [(found[f"y{n}"] or year, found[f"m{n}"], found[f"d{n}"]) for n in "1234" if found[f"d{n}"]]
    for one in parts:
        made = _day(*map(str, one))
        if made:
            yield made


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month) if month.isdigit() else month_of(month), int(day))
    except ValueError:
        return None
