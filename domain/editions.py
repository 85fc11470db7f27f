"""One digest for one recipient and one period, from what goes in to what is handed over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from domain.accounts import Account, Accounts, Person
from domain.answers import KeptAction, ToldFact, ToldItem
from domain.drafts import Draft
from domain.events import Event, Impact
from domain.findings import Fact
from domain.playbook import Playbook
from domain.sources import Source, Subject
from domain.visits import PageState, Reason


class EditionKind(StrEnum):
    """For an account owner (only their accounts), for who leads owners (theirs, added up), or for the analysts
    (everything, no revenue).

    An alert tells one of them one thing at once; it is an edition like the others, and no week's.
    """

    OWNER = "owner"
    ANALYST = "analyst"
    ALERT = "alert"
    LEADER = "leader"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """A source that could not be seen when the edition was cut: since when, and why."""

    source: Source
    state: PageState
    reason: Reason
    explanation: str
    since: datetime
    last_good: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What may be a change and waits to be seen again, undecided when the edition was cut.

    `says` is what it would be, `why` what makes it doubtful. `due` is when its source is looked at next; `failed` says
    why a later visit could not decide it, if one tried.
    """

    source: Source
    subject: Subject
    says: str
    why: str
    since: datetime
    due: datetime
    failed: Unseen | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The visits with `after_seq` < seq <= `cut_seq`, labelled by ISO week in the recipient's zone ("2026-W08").

    `sends_at` is when the edition is due, aware UTC; the label is the last week that ended by then.
    """

    label: str
    after_seq: int
    cut_seq: int
    sends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityLine:
    """The Competitor Activity Index of one account, this week and last (0..100)."""

    account: str
    value: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Watching:
    """How many sources are watched of one subject; the welcome edition lists them."""

    subject: Subject
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A fact that stands on a page or in a register now; `heading` is what it stands under."""

    subject: Subject
    source: Source
    fact: Fact
    heading: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An entry of a feed that was there at the first visit, with the day that it gives itself."""

    subject: Subject
    source: Source
    title: str
    day: date
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """How things stood before there was any news: what is stated now, and the last days' entries, newest first."""

    facts: tuple[Stated, ...] = ()
    entries: tuple[Dated, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How a reader can answer this mail: to which address ("": none), and the token that shows whose mail it is.

    `link` gives the web address that does a verb with an item (0: the mail as a whole), where there is one.
    """

    address: str
    token: str
    link: Callable[[str, int], str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Everything an edition may draw on; what a recipient may see of it is decided when it is composed.

    `draft` is what an analyst changed in it beforehand, `hidden` the events that they left out.
    `playbook` says what to do about a finding. `background` is filled for a reader's first edition only.
    `alerted` are the events of which the reader was told at once, and when.
    `corrected` is what `corrections` say instead of what was told. `actions` are the steps of earlier mails that are
    open, `disputed` what readers called wrong since the last one. `muted` are the accounts that stand in the text of
    an event, by its id, and whose readers asked not to hear of it: no impact says so.
    """

    period: Period
    accounts: Accounts
    events: tuple[Event, ...]
    impacts: tuple[Impact, ...]
    unseen: tuple[Unseen, ...]
    watched: int
    noise: int
    baselines: int
    corrections: tuple[str, ...] = ()
    corrected: tuple[ToldFact, ...] = ()
    activity: tuple[ActivityLine, ...] = ()
    watching: tuple[Watching, ...] = ()
    held: tuple[Held, ...] = ()
    judged_noise: int = 0
    draft: Draft | None = None
    hidden: tuple[Event, ...] = ()
    background: Background = Background()
    actions: tuple[KeptAction, ...] = ()
    disputed: tuple[str, ...] = ()
    answers: Ways | None = None
    alerted: tuple[tuple[str, datetime], ...] = ()
    muted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    playbook: Playbook = field(default_factory=Playbook)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """What proves one sighting: the two visits it lies between, their hashes, and their screenshots (PNG), if any."""

    sighting: str
    source: str
    url: str
    before_at: datetime
    before_sha256: str | None
    after_at: datetime
    after_sha256: str | None
    screenshot_before: bytes | None = None
    screenshot_after: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The exhibits of one event, one for each of its sightings, in the same order."""

    event: str
    exhibits: tuple[Exhibit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """An image sent along with a mail, referred to as `cid:NAME`."""

    name: str
    content: bytes
    media_type: str = "image/png"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A mail ready to be built: `evidence` is one self-contained HTML page, attached and written beside it.

    `published` is the page that the mail's links lead to instead, where pages are published.
    """

    subject: str
    preview: str
    html: str
    text: str
    evidence: str
    images: tuple[Image, ...] = ()
    event_ids: tuple[str, ...] = ()
    items: tuple[ToldItem, ...] = ()
    published: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPage:
    """An evidence page that lies at a web address, under a name nobody can guess."""

    name: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A composed edition as stored: exactly these bytes are handed over, however often it takes.

    `id` is `<label>-<kind>-<recipient key>`, unique: one edition for one recipient and one period. `items` are kept
    with it when it is saved, and come back by `Answers.item` only; `page` is too, and comes back by `Pages.of`.
    """

    id: str
    kind: EditionKind
    recipient: str
    email: str
    label: str
    after_seq: int
    cut_seq: int
    composed_at: datetime
    subject: str
    message_id: str
    event_ids: tuple[str, ...]
    eml: bytes
    html: str
    text: str
    evidence: str
    items: tuple[ToldItem, ...] = field(default=(), compare=False)
    told: tuple[ToldFact, ...] = field(default=(), compare=False)
    page: PublishedPage | None = None


class DeliveryState(StrEnum):
    """What became of handing an edition over.

    `trying` is before the last byte: after a crash it is tried again. `sending` is from there to the answer: found
    after a crash it means that nobody knows, so it becomes `unknown`, is held for a person, and never sent again by
    itself. `dropped` is an alert that could not go out in time: the weekly mail tells what it said.
    """

    PENDING = "pending"
    TRYING = "trying"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One ledger row: unique by (edition, recipient, channel)."""

    edition: str
    recipient: str
    channel: str
    state: DeliveryState
    tries: int
    changed_at: datetime
    detail: str = ""
    transient: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Whom an edition is for and which accounts they may read of."""

    kind: EditionKind
    person: Person
    accounts: tuple[Account, ...]
