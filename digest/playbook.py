"""The next step a finding suggests: what to do, who, and by when."""

from dataclasses import dataclass
from datetime import date, timedelta

from digest.words import DAYS, day, owned
from domain.accounts import Account, Accounts, Person
from domain.events import Stance
from domain.findings import TagName
from domain.sources import Subject, SubjectKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """What to do about a tag under a stance (None: any), within how many days. `{account}`, `{rival}` are filled in.

    `incumbent`: only where the account runs that rival already (True), or does not (False).
    """

    tag: TagName | None
    stance: Stance | None
    action: str
    days: int = 4
    incumbent: bool | None = None


# The first that fits is taken: specific ones stand first.
PLAYS = (
    Play(tag=TagName.PRICING, stance=Stance.THREAT, action="send {account} our price side by side with {owned}"),
    Play(tag=TagName.PRICING, stance=Stance.OPPORTUNITY, action="offer {account} a price that holds for a year"),
    Play(tag=TagName.PRICING, stance=None, action="check our offer to {account} against {owned} new prices", days=8),
    Play(tag=TagName.REGULATORY, stance=Stance.THREAT, action="take our own certificates to {account}", days=8),
    Play(tag=TagName.PRODUCT, stance=Stance.THREAT, action="show {account} what we have against it"),
    Play(tag=TagName.PRODUCT, stance=Stance.OPPORTUNITY, action="offer {account} the way over to us"),
    Play(tag=TagName.HIRING, stance=None, action="ask {account} what {rival} plans with them", days=8, incumbent=True),
    Play(tag=TagName.HIRING, stance=None, action="ask {account} who has called on them", days=8),
    Play(tag=TagName.EXECUTIVE, stance=Stance.OPPORTUNITY, action="congratulate, and ask for a first meeting", days=8),
    Play(tag=TagName.REGULATORY, stance=None, action="ask our experts for two lines on what it means there", days=8),
    Play(tag=TagName.PARTNERSHIP, stance=None, action="ask {account} what it adds to {rival} for them", incumbent=True),
    Play(tag=TagName.PARTNERSHIP, stance=Stance.THREAT, action="ask {account} whether {rival} has approached them"),
    Play(tag=TagName.PARTNERSHIP, stance=None, action="ask {account} what it changes for them", days=8),
    Play(
        tag=TagName.EXPANSION, stance=None, action="ask {account} what {rival} plans with them", days=8, incumbent=True
    ),
    Play(tag=TagName.EXPANSION, stance=None, action="ask {account} who has called on them", days=8),
    Play(tag=None, stance=Stance.THREAT, action="ask {account} how content they are with {rival}", incumbent=True),
    Play(tag=None, stance=Stance.THREAT, action="call {account} before {rival} does"),
    Play(tag=None, stance=Stance.OPPORTUNITY, action="call {account} with an offer"),
)
OWN_NEWS = Play(tag=None, stance=None, action="ask {account} what it means for us", days=4)
NOTHING = "nothing yet."


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What to do, and by when; `meeting` where it is for the meeting of that day."""

    action: str
    due: date
    meeting: bool


def step(
    account: Account,
    stance: Stance,
    tags: tuple[TagName, ...],
    *,
    about: Subject,
    incumbent: bool = False,
    name: str,
    today: date,
) -> Step | None:
    """The step that the playbook suggests, None for none; with a meeting within a week, for that meeting."""
    play = OWN_NEWS if about.kind is SubjectKind.ACCOUNT else _play(stance, tags, incumbent)
    if play is None:
        return None
    rival = about.name if about.kind is SubjectKind.COMPETITOR else "the rival"
    action = play.action.format(account=name, rival=rival, owned=owned(rival))
    meeting = account.next_meeting
    if meeting and 0 <= (meeting - today).days < 7:
        return Step(action=action, due=meeting, meeting=True)
    return Step(action=action, due=_working_day(today + timedelta(days=play.days)), meeting=False)


def next_step(
    account: Account,
    stance: Stance,
    tags: tuple[TagName, ...],
    *,
    about: Subject,
    incumbent: bool = False,
    name: str,
    reader: Person,
    world: Accounts,
    today: date,
) -> str:
    """One sentence: `you, by Fri 27 Feb: send …`; with a meeting within a week, at that meeting."""
    found = step(account, stance, tags, about=about, incumbent=incumbent, name=name, today=today)
    if found is None:
        return NOTHING
    when = f"by {day(found.due, today)}"
    if found.meeting:
        when = "today" if found.due == today else f"at {DAYS[found.due.weekday()]}'s meeting"
    return f"{_who(account, reader, world)}, {when}: {found.action}."


def _play(stance: Stance, tags: tuple[TagName, ...], incumbent: bool) -> Play | None:
    """The first play of the list that fits; where we only watch, nothing but the leading tag calls for a step."""
    considered = tags[:1] if stance is Stance.WATCH else tags
    for play in PLAYS:
        fits = (play.tag is None or play.tag in considered) and play.stance in (stance, None)
        if fits and play.incumbent in (None, incumbent):
            return play
    return None


def _who(account: Account, reader: Person, world: Accounts) -> str:
    if account.owner in (None, reader.key):
        return "you" if account.owner else "account team"
    owner = world.person(account.owner or "")
    return owner.name.split()[0] if owner else "account team"


def _working_day(when: date) -> date:
    return when - timedelta(days=max(0, when.weekday() - 4))
