"""One happening in the world, seen in one or several sources, and the accounts it touches."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.changes import Edit
from domain.findings import Fact, Tag
from domain.sources import SourceKind, Subject

# What happened longer ago than this is no news when a feed first shows it.
LONG_PAST = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What one source says of one happening: all edits of a page's change, or one entry, or one record.

    `key` = sha256(source id, sorted edit keys): it survives replay. `companies` are the competitors or accounts it is
    about (a market's record finds its own by name). `seq` is that of the visit it was seen in. `since` is when it came
    to say what it says, where that took several visits of one week told as one.
    """

    key: str
    change: str
    source: str
    source_kind: SourceKind
    url: str
    subject: Subject
    edits: tuple[Edit, ...]
    tags: tuple[Tag, ...]
    facts: tuple[Fact, ...]
    headline: str
    happened_on: date | None
    first_seen: datetime
    last_confirmed: datetime
    seq: int
    topics: tuple[str, ...] = ()
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening. `id` is minted once and never reused; sightings are in order of `seq`, the first leads."""

    id: str
    subject: Subject
    headline: str
    sightings: tuple[Sighting, ...]
    tags: tuple[Tag, ...]
    facts: tuple[Fact, ...]
    happened_on: date | None
    first_seen: datetime
    last_confirmed: datetime

    @property
    def long_past(self) -> bool:
        """Whether it is an old matter that a feed brings now: its newest day lies LONG_PAST before the first sight."""
        days = [seen.happened_on for seen in self.sightings if seen.happened_on]
        feeds = all(seen.source_kind is SourceKind.FEED for seen in self.sightings)
        return feeds and len(days) == len(self.sightings) and self.first_seen.date() - max(days) > LONG_PAST


class ReasonKind(StrEnum):
    """Why an event matters to an account."""

    NAMED_IN_TEXT = "named_in_text"
    INCUMBENT_THERE = "incumbent_there"
    SAME_PRODUCT = "same_product"
    INDUSTRY = "industry"
    REGION = "region"
    TOPIC = "topic"
    BOUND_BY = "bound_by"
    PARTNER_OF_ACCOUNT = "partner_of_account"
    OWN_NEWS = "own_news"


class Stance(StrEnum):
    """What an impact is to us: we may lose, we may win, or the direction is not clear."""

    THREAT = "threat"
    OPPORTUNITY = "opportunity"
    WATCH = "watch"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactReason:
    """One reason with a sentence a person can read; `words` are those of the event's text that gave it.

    How `text` goes on behind a sentence that names the account: where the account is its subject, `does` is what stands
    behind its name, verb first (`buys your Yard`); else `theirs` is all of it (`Leeds is their city`).
    """

    kind: ReasonKind
    text: str
    weight: float
    words: str = ""
    edit: str | None = None
    does: str = ""
    theirs: str = ""


# An impact that scores this much has a consequence for the account and a line in the mail; one below it only counts in
# totals ("also touches ...").
MAIL_THRESHOLD = 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """An event touches an account: score (0..100), reasons (never none), stance, and the next step suggested.

    `heard` says what readers' answers changed about the score, "" for nothing.
    """

    event: str
    account: str
    score: float
    stance: Stance
    reasons: tuple[ImpactReason, ...]
    lifts: tuple[str, ...] = ()
    heard: str = ""

    def __post_init__(self) -> None:
        if not self.reasons:
            raise ValueError("an impact without a reason does not exist")

    @property
    def told(self) -> bool:
        """Whether the account's manager is told of it, or it is only counted."""
        return self.score >= MAIL_THRESHOLD
