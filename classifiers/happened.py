"""The day something happened, as its source tells it; None where it does not."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from classifiers.wording.days import DAY, days_in
from classifiers.wording.patterns import Pattern
from domain.changes import Edit
from domain.content import Where

# A release is dated where it begins; further down stand other dates.
HEAD = 300
RECENT = timedelta(days=45)
# What a paragraph is filed under, and no sentence of it: "Election of Directors; Other Matters. (b)".
LABEL = Pattern(
    r"^\W*[A-Z]\w+(?:tion|sion|ment|ure|ance)s? (?:of|to|into|or) "
    r"(?:(?:[A-Z][\w-]*|of|or|and|to|into|in|a|the)[.:;,]?\s+|\([a-z]\)\s*)+?(On|Effective|As of) "
)
# "On 20 May 2008, Calder acquired ...", "LEEDS, 20 May 2008 - Calder acquired ...".
OPENS = Pattern(rf"(?i)^\W*(?:(?:effective )?(?:as of |on |am |le |el )?{DAY}|[^\W\d][\w .]{{2,30}}, {DAY}\W*[-–—:/(])")
IN_FORCE = Pattern(r"(?i)^\W*effective\b")
PAST = Pattern(
    r"(?i)\b(?:[a-z]{2,}ed|was|were|had|became|began|bought|sold|took|made|held|left|led|paid|won|met|gave|rose|fell|"
    r"wurden?|waren?|hatten?|a été|ont été|fue|fueron)\b"
)
# "Founded on 3 May 2001, Calder opens ...", "eight years later": the text goes on to another day.
OTHER_DAY = Pattern(
    r"(?i)\b(?:founded|established|incorporated|born|since|today|yesterday|now|later|anniversary|years ago|"
    r"this (?:week|month|year)|heute|gestern|jetzt|nun|seit|aujourd.hui|désormais|depuis|hoy|ahora|desde|oggi)\b"
)
# "Calder opens", "it has raised", "Calder to cut", "we cut": what one does now, or has just done.
ONE = r"(?:[A-SU-Z][\w&-]*|T[^h\W][\w&-]*|Th[^e\W][\w&-]*|[Ii]t|[Hh]e|[Ss]he)"
AT_PRESENT = Pattern(
    rf"\b(?:{ONE} (?:also )?(?:[a-z]{{2,}}[^su\W\d]s|passes|will|to [a-z]+|(?:is|are|has|have) (?:\w+ing|\w+ed))|"
    r"[Ww]e (?:are|have|will|[a-z]*[^d\W]))\b"
)


def happened_on(edits: Sequence[Edit], captured_at: datetime) -> date | None:
    """The entry's or record's own date, else the full date an entry begins with; never later than the visit.

    Of an entry that gives no date of its own and begins with what was done on a day long gone: that day.
    """
    dates = [edit.dated.date() for edit in edits if edit.dated is not None and edit.dated <= captured_at]
    if dates:
        return min(dates)
    today = captured_at.date()
    heads = [edit.after[:HEAD] for edit in edits if edit.where is Where.ENTRY and edit.after]
    recent = next((day for text in heads for day in days_in(text) if today - RECENT <= day <= today), None)
    return recent or next((day for text in heads if (day := long_gone(text, today)) is not None), None)


def long_gone(text: str, today: date) -> date | None:
    """The newest day of a text that opens with a day and tells in the past, where all its days are long past.

    An older day further on is of something else that the text speaks of: who was bought, when a suit was filed. Where
    it is not clear there is none: news that is hidden is lost, an old matter that is told is only in the way.
    """
    label = LABEL.match(text)
    told = text[label.start(1) :] if label else text
    opening = OPENS.match(told)
    if opening is None or OTHER_DAY.search(text) or AT_PRESENT.search(text):
        return None
    if not PAST.search(told, opening.end()) and not IN_FORCE.match(told):
        return None
    newest = max(days_in(text), default=today)
    return newest if newest < today - RECENT else None
