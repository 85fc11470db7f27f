"""Whom an event touches and why, before the day, mutes and readers' answers weigh on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.events import Event, Impact, ImpactReason, Stance
from domain.findings import Tag
from domain.sources import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One account that an event touches: worth a line of its own, or only counted; how strong (0..1) within that."""

    account: str
    told: bool
    strength: float
    stance: Stance
    reasons: tuple[ImpactReason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """All accounts that the event `id` touches. It stays true for as long as neither the event nor what is known of
    the accounts changes; its subject, its tags and the rivals it is about are what it is weighed by each day."""

    id: str
    subject: Subject
    tags: tuple[Tag, ...]
    rivals: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLinks:
    """Links as they are kept: `key` is the hash of what they were made of, `weighed` of what their impacts were.

    `made`: just now, whatever was kept of them before.
    """

    key: str
    weighed: str
    links: Links
    made: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSubject:
    """What relating came to for one subject: the hash of what it was made of, and the events that tell of it."""

    key: str
    events: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """What one relating found: events grouped anew, links made or weighed anew with their impacts, and the subjects
    for which that stands until something changes; `gone` are those for which nothing stands any more."""

    events: tuple[Event, ...] = ()
    links: tuple[KeptLinks, ...] = ()
    impacts: tuple[Impact, ...] = ()
    subjects: Mapping[str, KeptSubject] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
