"""What readers answered, as it weighs on a link: useful lifts the like of it, "not this account" lowers it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.answers import Answer, Heard
from domain.events import MAIL_THRESHOLD, Event, Impact
from domain.links import Links

# Points on the score for each reader and finding more that says so; so many count at most.
POINTS = 5.0
MOST = 3
# So many more voices against than for, and the like of it is only counted.
ONLY_COUNTED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What readers' answers change about one event and account: points on the score, and whether it is told at all."""

    points: float = 0.0
    told: bool = True
    words: str = ""


SILENCE = Voice()


def voice(event: Event | Links, account: str, heard: Sequence[Heard]) -> Voice:
    """What was answered to this event at this account, and to the like of it: the same rival and leading tag.

    A reader counts once per edition. `wrong` is about the finding, not the link: analysts judge it.
    """
    mine = [one for one in heard if one.item.account == account]
    against_this = [one for one in mine if one.answer is Answer.NOT_THIS_ACCOUNT and event.id in one.item.events]
    if against_this:
        return Voice(told=False, words="a reader says: not this account")
    lead = event.tags[0].tag.value if event.tags else ""
    alike = [one for one in mine if (one.item.competitor, one.item.tag) == (event.subject.name, lead)]
    useful = sum(one.answer is Answer.USEFUL for one in alike)
    against = sum(one.answer is Answer.NOT_THIS_ACCOUNT for one in alike)
    balance = max(-MOST, min(MOST, useful - against))
    if balance == 0:
        return SILENCE
    times = f"{abs(balance)} time{'s' if abs(balance) != 1 else ''}{' or more' if abs(balance) == MOST else ''}"
    said = "useful" if balance > 0 else "not this account"
    return Voice(
        points=balance * POINTS,
        told=balance > -ONLY_COUNTED,
        words=f"readers called the like of it “{said}” {times}",
    )


def heeded(impact: Impact, event: Event | Links, heard: Sequence[Heard]) -> Impact:
    """The impact as readers' answers change it: never from counted to told, and never without saying so."""
    found = voice(event, impact.account, heard)
    if found is SILENCE:
        return impact
    below = MAIL_THRESHOLD - 1
    least, most = (MAIL_THRESHOLD, 100.0) if impact.told and found.told else (0.0, below)
    score = round(min(most, max(least, impact.score + found.points)), 1)
    return replace(impact, score=score, heard=found.words)
