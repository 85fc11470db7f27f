"""Telling at once what cannot wait: composed like an edition, kept in the same ledger, and never told twice."""

import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import digest
from digest.alert import Urgent, alert, urgent
from digest.publish import address
from domain.editions import Audience, Edition, EditionKind, Period, PublishedPage, Week
from domain.times import week_label
from pipeline.composing.answering import is_paused, ways_to_answer
from pipeline.composing.editions import gather
from pipeline.composing.exhibits import evidence
from pipeline.composing.sitting import Sitting
from pipeline.composing.week_news import WeekNews
from pipeline.delivering.editions import EVIDENCE, OUTBOX, SMTP, recipients
from pipeline.detecting.quiet import STORY_DAYS
from pipeline.world import World

# What is older is no alarm any more: the weekly mail tells it.
FRESH = timedelta(hours=48)
MAIL = "mail"


def compose_alerts(world: World) -> tuple[Edition, ...]:
    """Compose and keep an alert for everything that cannot wait and was not told; they are delivered like editions."""
    now, found, sitting = world.clock(), [], Sitting(world)
    for audience in _listening(world, now):
        week, news = gather(world, audience, _period(world, audience, now, sitting), None, sitting)
        told = _told(world, audience, now)
        for one in urgent(week, audience):
            new = [name for name in news.ids([one.event.id]) if name not in told]
            if not new or now - max(seen.first_seen for seen in one.event.sightings) > FRESH:
                continue
            name = alert_id(audience, one, new[-1])
            edition = _compose(sitting, audience, one, name, week=week, news=news)
            most = (audience.person.alerts.at_most, _midnight(now, audience))
            if world.archive.editions.save(edition, _channels(world, audience, edition), most=most):
                found.append(edition)
    return tuple(found)


def _listening(world: World, now: datetime) -> Iterator[Audience]:
    """Everybody with rules, once: as an owner where they own accounts, else as an analyst; not those who paused."""
    seen: set[str] = set()
    for audience in recipients(world):
        person = audience.person
        day = now.astimezone(ZoneInfo(person.zone)).date()
        if person.alerts.rules and person.key not in seen and not is_paused(world, person.key, day):
            seen.add(person.key)
            yield audience


def _period(world: World, audience: Audience, now: datetime, sitting: Sitting) -> Period:
    return Period(
        label=week_label(now + timedelta(days=7), audience.person.zone),
        after_seq=world.archive.editions.last_cut(audience.person.key, kind=audience.kind),
        cut_seq=sitting.cut,
        sends_at=now,
    )


def _told(world: World, audience: Audience, now: datetime) -> frozenset[str]:
    since = now - timedelta(days=STORY_DAYS)
    kinds = (EditionKind.OWNER, EditionKind.ANALYST, EditionKind.ALERT)
    return frozenset().union(*(world.archive.editions.told(audience.person.key, kind, since) for kind in kinds))


def _midnight(now: datetime, audience: Audience) -> datetime:
    """When the reader's day began."""
    local = now.astimezone(ZoneInfo(audience.person.zone))
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


def alert_id(audience: Audience, one: Urgent, event: str) -> str:
    """One alert for one recipient and one event that is told in it, whoever composes it and whenever."""
    label = week_label(one.event.first_seen + timedelta(days=7), audience.person.zone)
    return f"{label}-{EditionKind.ALERT}-{audience.person.key}-{event}"


def _channels(world: World, audience: Audience, edition: Edition) -> tuple[str, ...]:
    """The outbox, the evidence page, and what the person chose: mail where there is a server, channels by name."""
    by = audience.person.alerts.channels
    mail = (SMTP,) if MAIL in by and world.configuration.settings.smtp else ()
    known = [channel.name for channel in world.configuration.settings.channels]
    page = (EVIDENCE,) if edition.page else ()
    return (OUTBOX, *page, *mail, *(name for name in by if name in known))


def _compose(sitting: Sitting, audience: Audience, one: Urgent, id: str, *, week: Week, news: WeekNews) -> Edition:
    world = sitting.world
    publishing, name = world.configuration.settings.publishing, f"{secrets.token_urlsafe(24)}.html"
    period, person, sender = week.period, audience.person, world.configuration.settings.mail_from
    answerable = replace(week, answers=ways_to_answer(world, id))
    rendered = alert(
        answerable,
        audience,
        one,
        shown=lambda event: evidence(world, event, news, sitting.exhibits),
        # Who reads a channel is not known here: nobody learns an account's worth from one.
        money=audience.kind is EditionKind.OWNER and set(person.alerts.channels) <= {MAIL},
        page=address(name, publishing) if publishing else "",
    )
    eml = digest.message(
        rendered,
        audience=audience,
        edition_id=id,
        sender=sender,
        composed_at=world.clock(),
        answers=answerable.answers,
    )
    return Edition(
        id=id,
        kind=EditionKind.ALERT,
        recipient=person.key,
        email=person.email,
        label=period.label,
        after_seq=period.after_seq,
        cut_seq=period.after_seq,
        composed_at=world.clock(),
        subject=rendered.subject,
        message_id=digest.message_id(id, sender),
        event_ids=news.ids([one.event.id]),
        eml=eml,
        html=rendered.html,
        text=rendered.text,
        evidence=rendered.evidence,
        items=rendered.items,
        page=PublishedPage(name=name, html=rendered.published) if rendered.published else None,
    )
