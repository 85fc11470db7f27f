"""The next step a finding suggests: what to do, who, and by when."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from digest.words import DAYS, day
from domain.accounts import Account, Accounts, Person
from domain.events import ReasonKind, Stance
from domain.findings import TagName
from domain.grammar import owned
from domain.playbook import ANALYST, DEPUTY, OWNER, By, Occasion, Play, Playbook
from domain.sources import Subject, SubjectKind

NOTHING = "nothing yet."
USUAL = By(days=4)
SOON = 7  # days: a meeting within them is the occasion
BLANK = re.compile(r"\{([^{}]*)\}")
NOBODY = "account team"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a step is asked for: an account, what touches it and why. `tags` begin with the leading one."""

    account: Account
    stance: Stance
    tags: tuple[TagName, ...]
    about: Subject
    reasons: frozenset[ReasonKind] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What to do, who (a person's key, or a role in words), and by when; `meeting` where it is for the meeting then."""

    action: str
    due: date
    meeting: bool
    person: str | None = None
    role: str = ""


def step(case: Case, *, playbook: Playbook, world: Accounts, name: str, today: date) -> Step | None:
    """The step that the playbook suggests, None for none. `name` is what the account is called.

    Where the play says no more than a number of days, a meeting within a week is the occasion.
    """
    play = chosen(case, playbook)
    if play is None or not play.do:
        return None
    account = case.account
    by = next((one for one in play.by if due_day(one, account, today) is not None), USUAL)
    due = due_day(by, account, today) or today
    meeting = account.next_meeting
    if by.before is None and meeting is not None and 0 <= (meeting - today).days < SOON:
        due, at_meeting = meeting, True
    else:
        at_meeting = by.before is Occasion.MEETING and due == meeting
    return Step(
        action=filled(play.do, case.about, name),
        due=due,
        meeting=at_meeting,
        person=doer(play.who, account, world),
        role=playbook.role(play.who) or "",
    )


def chosen(case: Case, playbook: Playbook) -> Play | None:
    """The first play that fits; they stand with the most closely meant first."""
    return next((play for play in playbook.plays if fits(play, case)), None)


def fits(play: Play, case: Case) -> bool:
    """Whether all that a play asks for is there.

    Where we only watch, nothing but the leading tag calls for a step. News of an account itself is answered only by
    plays that name it as their reason.
    """
    own = case.about.kind is SubjectKind.ACCOUNT
    if own and ReasonKind.OWN_NEWS not in play.reasons:
        return False
    considered = case.tags[:1] if case.stance is Stance.WATCH else case.tags
    reasons = case.reasons | {ReasonKind.OWN_NEWS} if own else case.reasons - {ReasonKind.OWN_NEWS}
    return (
        meets(play.tags, considered)
        and meets(play.reasons, reasons)
        and meets(play.stances, (case.stance,))
        and meets(play.stages, (case.account.reached,))
    )


def meets(asked: Collection[str], there: Collection[str]) -> bool:
    """Whether one of those asked for is there; where nothing is asked for, anything will do."""
    return not asked or any(one in asked for one in there)


def filled(do: str, about: Subject, name: str) -> str:
    rival = about.name if about.kind is SubjectKind.COMPETITOR else "the rival"
    words = {"account": name, "rival": rival, "rival's": owned(rival)}
    return BLANK.sub(lambda found: words.get(found[1], found[0]), do)


def due_day(by: By, account: Account, today: date) -> date | None:
    """The day that is meant, never on a weekend; None where the occasion is not known or has gone."""
    if by.before is not None:
        occasion = account.next_meeting if by.before is Occasion.MEETING else None
        if by.before is Occasion.NOTICE and account.renewal is not None:
            occasion = account.renewal.notice
        if occasion is None:
            return None
        due = occasion - timedelta(days=by.days)
        return working_day(due, today) if due >= today else None
    if by.weekday is not None:
        return today + timedelta(days=(by.weekday - today.weekday()) % 7)
    return working_days(today, by.days) if by.working else working_day(today + timedelta(days=by.days), today)


def working_days(start: date, count: int) -> date:
    """So many working days later; the first is the day after."""
    found = start
    while count > 0:
        found += timedelta(days=1)
        count -= found.weekday() < 5
    return working_day(found, start)


def working_day(when: date, today: date) -> date:
    """The day, or the Friday before a weekend; the Monday after it where that Friday has gone."""
    friday = when - timedelta(days=max(0, when.weekday() - 4))
    return friday if friday >= today else friday + timedelta(days=3)


def doer(who: str, account: Account, world: Accounts) -> str | None:
    """The key of who does it; None where it is a role, or nobody is named."""
    if who == OWNER:
        return account.owner
    if who == DEPUTY:
        return next((key for key in account.team if key != account.owner), account.owner)
    if who == ANALYST:
        return next((person.key for person in world.people if person.analyst), account.owner)
    return who if world.person(who) else None


def in_words(found: Step | None, *, reader: Person, world: Accounts, today: date) -> str:
    """One sentence: `you, by Fri 27 Feb: send …`; with a meeting within a week, at that meeting."""
    if found is None:
        return NOTHING
    return f"{who_said(found, reader, world)}, {when_said(found, today)}: {found.action}."


def who_said(found: Step, reader: Person, world: Accounts) -> str:
    if found.person == reader.key:
        return "you"
    person = world.person(found.person or "")
    return person.name.split()[0] if person else found.role or NOBODY


def when_said(found: Step, today: date) -> str:
    if not found.meeting:
        return f"by {day(found.due, today)}"
    if found.due == today:
        return "today"
    soon = (found.due - today).days < SOON
    return f"at {DAYS[found.due.weekday()]}'s meeting" if soon else f"at the meeting on {day(found.due, today)}"
