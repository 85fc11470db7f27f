"""How things stand before there is any news: what pages and registers state, and the newest entries of feeds."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import diffing
from domain.content import Entry
from domain.editions import Background, Dated, Stated
from domain.errors import UnreadableContent
from domain.sources import Source, SourceKind, Subject, SubjectKind
from pipeline.detecting.present import present
from pipeline.world import World

RECENT = timedelta(days=14)


def background(world: World) -> Background:
    """Today's facts of all that is watched, and entries dated within the last fourteen days, newest first."""
    now = world.clock()
    watched = [source for source in world.sources if not source.rests_on(now.date())]
    facts = tuple(
        Stated(subject=one.subject, source=one.source, fact=one.fact, heading=one.heading)
        for one in present(world, watched).facts
    )
    entries = [one for source in watched for one in recent_entries(world, source, now)]
    entries.sort(key=lambda one: (one.day, one.subject.name, one.title), reverse=True)
    return Background(facts=facts, entries=tuple(entries))


def recent_entries(world: World, source: Source, now: datetime) -> Iterator[Dated]:
    """A feed's entries of the last fourteen days, by the day that they give themselves; one without a day is none."""
    baseline = world.archive.derived.baseline(source.name) if source.kind is SourceKind.FEED else None
    if baseline is None:
        return
    try:
        entries = diffing.read(source, world.archive.visits.fetched(baseline)).entries
    except UnreadableContent:
        return
    for entry in entries:
        when = entry.published_at or entry.updated_at
        subject = subject_of(world, source, entry)
        if when is not None and subject is not None and entry.title and now - RECENT <= when <= now:
            yield Dated(
                subject=subject, source=source, title=entry.title, day=when.date(), url=entry.link or source.url
            )


def subject_of(world: World, source: Source, entry: Entry) -> Subject | None:
    """The source's own subject, or the first company of ours that a market's entry names."""
    if source.subject.kind is not SubjectKind.MARKET:
        return source.subject
    named = (mention.subject for mention in world.names.find(f"{entry.title}\n{entry.text}"))
    return next((subject for subject in named if subject.kind in source.match), None)
