"""From the week's events to one edition per recipient; nothing is stored or sent here."""

import secrets
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import digest
from digest.publish import address
from domain.answers import ActionState
from domain.changes import Change, ChangeStatus
from domain.drafts import Draft
from domain.editions import (
    Audience,
    Background,
    Edition,
    EditionKind,
    Period,
    PublishedPage,
    Rendered,
    Watching,
    Week,
)
from domain.sources import Source, SubjectKind
from domain.times import week_label
from domain.visits import PageState
from pipeline.composing.answering import disputed, ways_to_answer
from pipeline.composing.background import background
from pipeline.composing.corrections import came_and_went, corrections, edit_events
from pipeline.composing.doubts import held, settled_doubts
from pipeline.composing.exhibits import evidence
from pipeline.composing.freshness import fresh_events
from pipeline.composing.judging import judged_noise, told_wrongly
from pipeline.composing.pinned import Pinned, pinned_of_old, with_pinned
from pipeline.composing.read_again import read_otherwise, told_facts
from pipeline.composing.sitting import Sitting
from pipeline.composing.stale_alerts import unheard
from pipeline.composing.unseen import unseen
from pipeline.composing.week_news import WeekNews
from pipeline.detecting.noise import LEARNED
from pipeline.detecting.quiet import STORY_DAYS
from pipeline.world import World

# A late edition ends with its own week, but for what was looked at again just before it.
LATE = timedelta(hours=2)


def edition_id(audience: Audience, sends_at: datetime) -> str:
    """One edition for one recipient, kind and week."""
    return f"{week_label(sends_at, audience.person.zone)}-{audience.kind}-{audience.person.key}"


def compose(
    world: World,
    audience: Audience,
    sends_at: datetime,
    draft: Draft | None = None,
    *,
    to_send: bool = False,
    sitting: Sitting | None = None,
) -> Edition:
    """The edition of one recipient up to now, as drafted, ready to be handed over; nothing is stored or sent.

    One that is not `to_send` carries its evidence, for the page that a sent one links to is not there; and no links
    that answer: whoever looks at it is not its reader. `sitting` holds what is the same for all mails composed with it.
    """
    person, sitting = audience.person, sitting or Sitting(world)
    label = week_label(sends_at, person.zone)
    period = Period(
        label=label,
        after_seq=world.archive.editions.last_cut(person.key, kind=audience.kind),
        cut_seq=min(world.archive.visits.last_seq(until=sends_at + LATE), sitting.cut),
        sends_at=sends_at,
    )
    return edition_of(
        world, audience, *gather(world, audience, period, draft, sitting), to_send=to_send, sitting=sitting
    )


def edition_of(
    world: World, audience: Audience, week: Week, news: WeekNews, *, to_send: bool, sitting: Sitting
) -> Edition:
    """The edition that tells this of a week."""
    settings, name = world.configuration.settings, f"{secrets.token_urlsafe(24)}.html"
    week = week if to_send else replace(week, answers=replace(week.answers, link=None) if week.answers else None)
    rendered = digest.compose(
        week,
        audience,
        shown=lambda event: evidence(world, event, news, sitting.exhibits),
        page=address(name, settings.publishing) if to_send and settings.publishing else "",
        common=sitting.common(week),
    )
    page = PublishedPage(name=name, html=rendered.published) if rendered.published else None
    return addressed(world, audience, week, news, rendered, page=page, as_of=sitting.as_of)


def addressed(
    world: World,
    audience: Audience,
    week: Week,
    news: WeekNews,
    rendered: Rendered,
    *,
    page: PublishedPage | None,
    as_of: datetime,
) -> Edition:
    """What was rendered as a mail to its reader, with all that it tells and that a later one may have to correct."""
    person, period, sender = audience.person, week.period, world.configuration.settings.mail_from
    name, said = edition_id(audience, period.sends_at), frozenset(rendered.event_ids)
    eml = digest.message(
        rendered,
        audience=audience,
        edition_id=name,
        sender=sender,
        composed_at=world.clock(),
        answers=week.answers,
    )
    return Edition(
        id=name,
        kind=audience.kind,
        recipient=person.key,
        email=person.email,
        label=period.label,
        after_seq=period.after_seq,
        cut_seq=period.cut_seq,
        composed_at=as_of,
        subject=rendered.subject,
        message_id=digest.message_id(name, sender),
        event_ids=news.ids(rendered.event_ids),
        eml=eml,
        html=rendered.html,
        text=rendered.text,
        evidence=rendered.evidence,
        items=rendered.items,
        told=(*told_facts([event for event in week.events if event.id in said]), *week.corrected),
        page=page,
    )


def gather(
    world: World, audience: Audience, period: Period, draft: Draft | None = None, sitting: Sitting | None = None
) -> tuple[Week, WeekNews]:
    """All that happened since the recipient's last edition, and what could not be seen; what is behind its events."""
    sitting = sitting or Sitting(world)
    today = world.clock().date()
    recipient = audience.person.key
    since = world.clock() - timedelta(days=STORY_DAYS)
    told = world.archive.editions.told(recipient, audience.kind, since)
    alerted = world.archive.editions.told_at(recipient, EditionKind.ALERT, since, but=unheard(world, recipient, since))
    known = told | alerted.keys()
    fresh = fresh_events(sitting, period, told)
    # A first mail without news is a welcome, and stays one: what is pinned is no news to who never read anything.
    pinned = pinned_of_old(sitting, audience, draft) if fresh or period.after_seq else Pinned()
    shared = sitting.shared((*fresh, *pinned.events), draft, period)
    news = with_pinned(shared.news, pinned)
    otherwise, corrected = read_otherwise(world, audience, sitting.events, since)
    week = Week(
        period=period,
        accounts=world.configuration.accounts,
        playbook=world.configuration.playbook,
        events=shared.told,
        impacts=shared.impacts,
        muted=shared.muted,
        unseen=sitting.once(unseen),
        watched=sum(meant_for(audience, source) for source in world.sources if not source.rests_on(today)),
        noise=sitting.within(noise_count, period),
        baselines=sitting.within(baseline_count, period),
        corrected=corrected,
        corrections=(*otherwise, *taken_back(sitting, audience, period, known, news)),
        watching=sitting.once(watching),
        activity=shared.activity,
        held=sitting.within(held, period),
        judged_noise=sitting.within(judged_noise, period),
        draft=draft,
        hidden=shared.hidden,
        alerted=tuple(told_already(news, alerted)),
        disputed=disputed(world, world.archive.editions.last_composed(recipient, audience.kind)),
        actions=world.archive.answers.actions(ActionState.OPEN, [account.name for account in audience.accounts]),
        answers=ways_to_answer(world, edition_id(audience, period.sends_at)),
        background=background(world) if period.after_seq == 0 and not news.events else Background(),
    )
    return week, news


def meant_for(audience: Audience, source: Source) -> bool:
    """Whether a source is one of this reader's: of a rival, of a market, or of an account of theirs."""
    mine = {account.name for account in audience.accounts}
    return source.subject.kind is not SubjectKind.ACCOUNT or source.subject.name in mine


def taken_back(
    sitting: Sitting, audience: Audience, period: Period, known: frozenset[str], news: WeekNews
) -> Iterator[str]:
    """What these readers were told or shown as doubtful, and what became of it; and what came and went unseen."""
    world, event_of = sitting.world, sitting.once(edit_events)
    since = world.clock() - timedelta(days=STORY_DAYS)
    yield from corrections(sitting, audience, period, known)
    yield from settled_doubts(sitting, audience, period)
    yield from told_wrongly(world, audience, known, since, event_of)
    yield from came_and_went(sitting, audience, period, known, news.passed)


def told_already(news: WeekNews, alerted: Mapping[str, datetime]) -> Iterator[tuple[str, datetime]]:
    """The events all of which an alert told, and when: what only goes on from there is new."""
    for event in news.events:
        every = news.ids([event.id])
        if all(name in alerted for name in every):
            yield event.id, max(alerted[name] for name in every)


def noise_count(world: World, period: Period) -> int:
    """How many sources differed in bytes during the period and in nothing a reader would call a change."""
    changes = world.archive.derived.changes(after_seq=period.after_seq, until_seq=period.cut_seq)
    changed = {change.source for change in changes if not is_noise(change)}
    return sum(differed(world, source, period) for source in world.sources if source.name not in changed)


def is_noise(change: Change) -> bool:
    """Whether a change is what its source's history shows to be noise; one about strangers is neither."""
    return change.status is ChangeStatus.NOISE and (not change.counted or change.explanation.startswith(LEARNED))


def differed(world: World, source: Source, period: Period) -> bool:
    """Whether a good visit of the period brought other bytes than before; the very first one did not."""
    visits, derived = world.archive.visits, world.archive.derived
    first = visits.of_source(source.name, limit=1)
    for visit in visits.of_source(source.name, after_seq=period.after_seq, until_seq=period.cut_seq):
        reading = derived.interpretation(visit.id)
        good = reading is not None and reading.verdict.state is PageState.OK
        if good and visit.revisit_of is None and visit != first[0]:
            return True
    return False


def baseline_count(world: World, period: Period) -> int:
    """How many sources were seen for the first time during the period."""
    visits, derived = world.archive.visits, world.archive.derived
    return sum(
        derived.baseline(source.name) is not None
        and not visits.of_source(source.name, until_seq=period.after_seq, limit=1)
        for source in world.sources
    )


def watching(world: World) -> tuple[Watching, ...]:
    """How many sources are watched of each subject, in file order."""
    today = world.clock().date()
    counts = Counter(source.subject for source in world.sources if not source.rests_on(today))
    return tuple(Watching(subject=subject, sources=number) for subject, number in counts.items())
