"""Builds the record of a source from its checked entry and the defaults of its file."""

from config.schedules import parse_schedule, parse_window
from config.sources_schema import MATCHES, Defaults, FollowEntry, SourceEntry
from domain.sources import (
    Expectation,
    Follow,
    Header,
    Origin,
    Paging,
    Pause,
    RegistryShape,
    Schedule,
    Source,
    SourceKind,
    Step,
    Subject,
    SubjectKind,
)

EVERY = "1d"


def build_source(
    entry: SourceEntry,
    subject: Subject,
    defaults: Defaults,
    *,
    origin: Origin,
    written: tuple[tuple[str, Origin], ...] = (),
) -> Source:
    """The record; what the entry does not say comes from `defaults`."""
    return Source(
        name=entry.name,
        kind=entry.kind,
        url=entry.url,
        subject=subject,
        schedule=_schedule(entry, defaults),
        render=entry.render,
        steps=tuple(
            Step(action=action, argument=argument)
            for step in entry.steps
            for action, argument in step.model_dump(exclude_unset=True).items()
        ),
        select=entry.select,
        remove=entry.remove,
        ignore=entry.ignore,
        headers=tuple(Header(name=name, value=value) for name, value in entry.headers.items()),
        expect=tuple(Expectation(text=each.text, selector=each.selector) for each in entry.expect),
        paused=Pause(until=entry.paused.until, why=entry.paused.why) if entry.paused else None,
        note=entry.note,
        was=entry.was,
        language=entry.language or defaults.language,
        decimal=entry.decimal or defaults.decimal,
        currency=entry.currency or defaults.currency,
        tags=entry.tags,
        topics=entry.topics,
        follow=_follow(entry.follow),
        registry=_registry(entry),
        paging=_paging(entry),
        where=tuple(entry.where.items()),
        only=entry.only,
        match=_match(entry, subject),
        origin=origin,
        written=written,
    )


def _schedule(entry: SourceEntry, defaults: Defaults) -> Schedule:
    schedule = parse_schedule(entry.every or defaults.every or EVERY)
    window = entry.window or defaults.window
    hours, zone = parse_window(window) if window else (None, None)
    return Schedule(
        text=schedule.text,
        zone=schedule.zone,
        every=schedule.every,
        cron=schedule.cron,
        window=hours,
        window_zone=zone,
    )


def _follow(follow: FollowEntry | None) -> Follow | None:
    return Follow(select=follow.select, at_most=follow.at_most) if follow else None


def _registry(entry: SourceEntry) -> RegistryShape | None:
    if entry.kind is not SourceKind.REGISTRY:
        return None
    return RegistryShape(
        records=entry.records,
        key=entry.key,
        fields=entry.fields,
        columnar=entry.columnar,
        title=entry.title,
        date=entry.date,
        link=entry.link,
        names=entry.names,
    )


def _paging(entry: SourceEntry) -> Paging | None:
    paging = entry.paging
    return Paging(parameter=paging.parameter, first=paging.first, at_most=paging.at_most) if paging else None


def _match(entry: SourceEntry, subject: Subject) -> tuple[SubjectKind, ...]:
    if subject.kind is not SubjectKind.MARKET:
        return ()
    return tuple(SubjectKind(MATCHES[name]) for name in entry.match or MATCHES)
