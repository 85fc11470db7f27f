"""Whom an event touches and why, before the day, mutes and readers' answers weigh on it."""

from dataclasses import dataclass

from domain.events import ImpactReason, Stance
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
