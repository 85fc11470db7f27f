"""What a mail said that can be come back to: its items, steps and facts, and what readers answer to them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Answer(StrEnum):
    """What a reader says of one item."""

    USEFUL = "useful"
    NOT_THIS_ACCOUNT = "not this account"
    WRONG = "wrong"
    DONE = "done"


class Wish(StrEnum):
    """What a reader wishes of their mails."""

    PAUSE = "pause"
    UNSUBSCRIBE = "unsubscribe"
    RESUME = "resume"


# Steps are answered by letter, items by number: `done A`, `useful 1`. A step's number begins here.
FIRST_STEP = 100
# Beside these, what a link can open: a page to choose on, of one item or of the mails as a whole.
ITEM, MAILS = "item", "mails"


class Origin(StrEnum):
    """By which way an answer came: a letter to the inbox, or a link of the mail."""

    MAIL = "mail"
    LINK = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a reader asks, however they said so: an answer to item `number` of an edition, or a wish.

    `until` is the day a pause ends; None leaves it to us.
    """

    edition: str
    reader: str
    what: Answer | Wish
    origin: Origin
    number: int = 0
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A step that a mail asked for. `owner` is a key of people, None for the account's team; `due` the last day.

    One step per event and account: `key` = sha256(event, account). `week` is that of the first mail that asked for it.
    """

    key: str
    event: str
    account: str
    what: str
    owner: str | None
    due: date
    week: str


class ActionState(StrEnum):
    """Open until somebody says that it is done, or not worth doing."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAction:
    """A step as it stands: open, done or dropped; since when, by whom, and why."""

    action: Action
    state: ActionState
    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldItem:
    """One numbered item of an edition, to which answers point: its account, events, and what leads it."""

    number: int
    account: str
    events: tuple[str, ...]
    competitor: str
    tag: str
    said: str
    action: Action | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What one reader answered to one item. The like of it (its rival, its tag) is judged so, too."""

    edition: str
    item: ToldItem
    answer: Answer
    by: str
    at: datetime
    origin: Origin = Origin.MAIL


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A reader who wants no mail until a day, or until further notice (None)."""

    person: str
    until: date | None
    at: datetime
    origin: Origin = Origin.MAIL


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFact:
    """One thing that an edition said of an event: `key` names what it is about, `value` what was said of that.

    `source` and `seq` are of the visit that the event was first seen in; `words` are for a reader.
    """

    event: str
    source: str
    seq: int
    key: str
    value: str
    words: str
