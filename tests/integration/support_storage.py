"""Invented sources, visits and readings for the tests of storage."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from domain.changes import Captured, Change, ChangeStatus, Edit, EditKind
from domain.content import Where
from domain.editions import Edition, EditionKind
from domain.events import Event, Impact, Sighting
from domain.findings import Fact, Price, PriceKind, Quote, Side, Tag, TagName
from domain.keys import change_key, edit_key, sighting_key, source_revision
from domain.links import KeptLinks, Links, Related
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind
from domain.visits import (
    Attempt,
    Failure,
    FetchedPart,
    Headers,
    Interpretation,
    PageState,
    Purpose,
    Reason,
    Verdict,
    Visit,
)
from storage import Archive

START = datetime(2026, 2, 2, 6, 0, tzinfo=UTC)
ACME = Subject(kind=SubjectKind.COMPETITOR, name="Acme Proxies")
GOOD = Verdict(state=PageState.OK)
WALL = Verdict(state=PageState.BLOCKED, reason=Reason.BOT_WALL, explanation="a bot wall answered")
PRICE = Price(
    kind=PriceKind.AMOUNT,
    plan="Pro",
    before="$49",
    after="$59",
    amount_before=Decimal("49"),
    amount_after=Decimal("59.00"),
    currency="USD",
)
ETAG: Headers = (("Content-Type", "text/html"), ("ETag", '"v1"'), ("Last-Modified", "Mon, 02 Feb 2026 05:00:00 GMT"))


def page_source(name: str = "acme-pricing", **more: Any) -> Source:
    values: dict[str, Any] = {
        "kind": SourceKind.PAGE,
        "url": f"https://{name}.example/",
        "subject": ACME,
        "schedule": Schedule(text="daily", every=timedelta(days=1)),
    }
    return Source(name=name, **{**values, **more})


def page_part(body: bytes | None, name: str = "acme-pricing", **more: Any) -> FetchedPart:
    url = f"https://{name}.example/"
    values: dict[str, Any] = {"part": "page", "url": url, "requested_url": url, "status": 200, "headers": ETAG}
    return FetchedPart(body=body, **{**values, **more})


def attempt(hour: float, body: bytes | None, name: str = "acme-pricing", **more: Any) -> Attempt:
    """A check made `hour` hours after START that found one page."""
    values: dict[str, Any] = {
        "revision": source_revision(page_source(name)),
        "purpose": Purpose.CHECK,
        "captured_at": START + timedelta(hours=hour),
        "seconds": 0.25,
        "parts": (page_part(body, name),),
    }
    return Attempt(source=name, **{**values, **more})


def not_modified(hour: float, visit: Visit, **more: Any) -> Attempt:
    part = page_part(None, visit.source, status=304)
    return attempt(hour, None, visit.source, parts=(part,), not_modified=True, validated_visit=visit.id, **more)


def failed(hour: float, name: str = "acme-pricing") -> Attempt:
    failure = Failure(reason=Reason.TIMEOUT, detail="no answer within 60 seconds", transient=True)
    return attempt(hour, None, name, parts=(), failure=failure)


def derivation(archive: Archive) -> str:
    return archive.derived.derivation({"extractor": "1", "rules": "abc"})


def judge(archive: Archive, visit: Visit, verdict: Verdict = GOOD, *, baseline: bool = False) -> None:
    reading = Interpretation(visit=visit.id, verdict=verdict, baseline=baseline, change=None)
    archive.derived.store(reading, None, derivation=derivation(archive))


def price_edit(source_id: int, before: str = "Pro costs $49", after: str = "Pro costs $59") -> Edit:
    return Edit(
        key=edit_key(source_id, ("Plans",), before, after),
        kind=EditKind.REPLACED,
        where=Where.TABLE,
        path=("Plans",),
        before=before,
        after=after,
    )


def change_between(before: Visit, after: Visit, *edits: Edit, status: ChangeStatus = ChangeStatus.NEWS) -> Change:
    return Change(
        key=change_key(after.source_id, before.seq, after.seq),
        source=after.source,
        source_id=after.source_id,
        subject=ACME,
        status=status,
        before=Captured(snapshot=before.id, seq=before.seq, captured_at=before.captured_at),
        after=Captured(snapshot=after.id, seq=after.seq, captured_at=after.captured_at),
        edits=edits or (price_edit(after.source_id),),
    )


def keep_change(archive: Archive, change: Change, *, baseline: bool = True) -> None:
    reading = Interpretation(visit=change.after.snapshot, verdict=GOOD, baseline=baseline, change=change.key)
    archive.derived.store(reading, change, derivation=derivation(archive))


def sighting_of(change: Change) -> Sighting:
    edit = change.edits[0]
    quote = Quote(edit=edit.key, side=Side.AFTER, start=10, end=13, text="$59")
    fact = Fact(type="price", value=PRICE, quote=quote, confidence=0.9)
    return Sighting(
        key=sighting_key(change.source_id, [edit.key for edit in change.edits]),
        change=change.key,
        source=change.source,
        source_kind=SourceKind.PAGE,
        url="https://acme-pricing.example/",
        subject=change.subject,
        edits=change.edits,
        tags=(Tag(tag=TagName.PRICING, confidence=0.9, rule="price-in-table", quotes=(quote,)),),
        facts=(fact,),
        headline="Pro costs $59",
        happened_on=None,
        first_seen=change.after.captured_at,
        last_confirmed=change.after.captured_at,
        seq=change.after.seq,
    )


def event_of(event_id: str, *sightings: Sighting) -> Event:
    first = sightings[0]
    return Event(
        id=event_id,
        subject=first.subject,
        headline=first.headline,
        sightings=sightings,
        tags=first.tags,
        facts=first.facts,
        happened_on=None,
        first_seen=first.first_seen,
        last_confirmed=first.last_confirmed,
    )


def keep_events(archive: Archive, *events: Event) -> None:
    archive.relations.store(Related(events=events), derivation(archive), START)


def keep_impacts(archive: Archive, *impacts: Impact, of: Sequence[Event]) -> None:
    """The impacts of these events, which were linked: those that are found to touch nobody lose theirs."""
    linked = (Links(id=one.id, subject=one.subject, tags=one.tags, rivals=(), links=()) for one in of)
    links = tuple(KeptLinks(key="0" * 64, weighed="0" * 64, links=one) for one in linked)
    archive.relations.store(Related(links=links, impacts=impacts), derivation(archive), START)


def edition(recipient: str = "rosa", label: str = "2026-W06", **more: Any) -> Edition:
    values: dict[str, Any] = {
        "id": f"{label}-owner-{recipient}",
        "kind": EditionKind.OWNER,
        "email": f"{recipient}@ourselves.example",
        "after_seq": 0,
        "cut_seq": 7,
        "composed_at": START,
        "subject": "3 changes touch your accounts",
        "message_id": f"<{label}.{recipient}@ourselves.example>",
        "event_ids": ("e1", "e2"),
        "eml": b"Subject: 3 changes\r\n\r\nHello \xff\r\n",
        "html": "<p>Hello</p>",
        "text": "Hello",
        "evidence": "<html></html>",
    }
    return Edition(recipient=recipient, label=label, **{**values, **more})
