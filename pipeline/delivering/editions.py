"""Which editions are due, and handing each over exactly once."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import digest
import digest.alert
import digest.chat
import digest.deliver
from config.due import next_edition
from domain.accounts import Person
from domain.changes import ChangeStatus
from domain.drafts import Draft
from domain.editions import Audience, DeliveryState, Edition, EditionKind
from domain.errors import DeliveryError, DeliveryUnknown
from domain.settings import Channel, Network
from domain.sources import Source
from domain.times import week_label
from guard.addresses import AddressPolicy
from pipeline.composing.answering import is_paused, pause_said
from pipeline.composing.doubts import undecided
from pipeline.composing.drafting import draft_of, heed
from pipeline.composing.editions import compose, edition_id
from pipeline.composing.sitting import Sitting
from pipeline.composing.stale_alerts import drop, is_stale
from pipeline.delivering.publishing import publish
from pipeline.world import World

OUTBOX = "outbox"
EVIDENCE = "evidence"
SMTP = "smtp"
# What a mail says was still so within the hour before it.
RECHECK = timedelta(hours=1)
WEEK = timedelta(days=7)
MOST_MISSED = 8
LEFT = "accounts.yaml names nobody who reads it any more"
BETWEEN_TRIES, LONGEST_PAUSE = timedelta(minutes=10), timedelta(hours=1)


def recipients(world: World) -> tuple[Audience, ...]:
    return digest.audiences(world.configuration.accounts, world.clock().date())


def due_editions(world: World, now: datetime) -> Iterator[tuple[Audience, datetime]]:
    """The editions whose hour has come, whether or not they exist already.

    Of hours that were missed, the last one of seven days: its edition tells all that happened since the one before.
    With `missed = "separate"` each gets an edition of its own. None is due for a time before the first visit: a newly
    installed Bellwether has nothing to say of last week; nor for a day on which the reader asked for no mail; nor for
    a week of which an edition that was sent by hand told already.
    """
    first = world.archive.visits.first_recorded()
    for audience in recipients(world):
        for sends_at in _hours(world, audience, now):
            paused = is_paused(world, audience.person.key, local_day(sends_at, audience.person))
            if first is not None and first <= sends_at and not paused and not overtaken(world, audience, sends_at):
                yield audience, sends_at


def local_day(moment: datetime, person: Person) -> date:
    """The day of a moment where the reader is."""
    return moment.astimezone(ZoneInfo(person.zone)).date()


def _hours(world: World, audience: Audience, now: datetime) -> list[datetime]:
    """The reader's hours to be served, oldest first."""
    newest = next_edition(audience.person, now - WEEK)
    last = world.archive.editions.last_composed(audience.person.key, audience.kind)
    missed: list[datetime] = []
    if not world.configuration.settings.missed_merged and last is not None:
        hour = next_edition(audience.person, max(last, now - MOST_MISSED * WEEK))
        while hour < newest:
            missed.append(hour)
            hour = next_edition(audience.person, hour)
    return [*missed, newest] if newest <= now else missed


def composed(world: World, audience: Audience, sends_at: datetime) -> bool:
    """Whether that edition exists already."""
    return world.archive.editions.find(edition_id(audience, sends_at)) is not None


def overtaken(world: World, audience: Audience, sends_at: datetime) -> bool:
    """Whether the reader lacks that edition and has one of a later week, which told all that it would have told."""
    last = world.archive.editions.last_label(audience.person.key, audience.kind)
    later = last is not None and last > week_label(sends_at, audience.person.zone)
    return later and not composed(world, audience, sends_at)


def to_recheck(world: World, now: datetime) -> tuple[Source, ...]:
    """The sources to look at once more before what is due goes out, unseen for an hour.

    They are those behind what is about to be said, behind what is held, however long ago it began, and behind what was
    left out and waits to be seen again.
    """
    waiting = [audience for audience, sends_at in due_editions(world, now) if not composed(world, audience, sends_at)]
    if not waiting:
        return ()
    editions = world.archive.editions
    since = min(editions.last_cut(audience.person.key, kind=audience.kind) for audience in waiting)
    said = {change.source for change in world.archive.derived.changes(after_seq=since, status=ChangeStatus.NEWS)}
    doubtful = {change.source for change in undecided(world)}
    return tuple(
        source
        for source in world.sources
        if source.name in doubtful | said and not source.rests_on(now.date()) and not seen_lately(world, source, now)
    )


def seen_lately(world: World, source: Source, now: datetime) -> bool:
    newest = world.archive.visits.of_source(source.name, newest_first=True, limit=1)
    return bool(newest) and now - newest[0].captured_at < RECHECK


def prepare(world: World, audience: Audience, sends_at: datetime, sitting: Sitting | None = None) -> Edition:
    """The recipient's edition of that week: the stored one where it exists, else composed and stored now.

    The week's draft is heeded; ConfigurationError where it has problems. Mails prepared one after the other share a
    `sitting`, so that what is the same for all is worked out once.
    """
    known = world.archive.editions.find(edition_id(audience, sends_at))
    if known is not None:
        return known
    sitting = sitting or Sitting(world)
    draft = heeded_draft(world, audience, sends_at, sitting)
    sitting.renew()
    sitting.relate()  # what an interrupted crawl left: the ids of the events told here must be kept
    edition = compose(world, audience, sends_at, draft, to_send=True, sitting=sitting)
    wanted = channels(world, page=edition.page is not None)
    # Another process may have been quicker: then its edition is the one.
    return edition if world.archive.editions.save(edition, wanted) else world.archive.editions.get(edition.id)


def heeded_draft(world: World, audience: Audience, sends_at: datetime, sitting: Sitting | None = None) -> Draft | None:
    """What analysts changed in that week's mails, if anything. ConfigurationError where their draft has problems."""
    draft = draft_of(world, week_label(sends_at, audience.person.zone))
    if draft is not None and heed(world, draft) and sitting is not None:
        sitting.anew()
    return draft


def channels(world: World, *, page: bool = True) -> tuple[str, ...]:
    """Where an edition goes: the outbox folder always; its evidence `page` where it has one; SMTP where configured."""
    smtp = world.configuration.settings.smtp is not None
    return (OUTBOX, *((EVIDENCE,) if page else ()), *((SMTP,) if smtp else ()))


def known_channels(world: World) -> tuple[str, ...]:
    """Every channel that something can be handed over on, those of alerts included."""
    return (*channels(world), *(channel.name for channel in world.configuration.settings.channels))


def waiting(world: World) -> tuple[Edition, ...]:
    """The editions of any age that have not been handed over on every channel and may be, oldest first.

    Those of people who read no more are left out: `accounts.yaml` says who may know.
    """
    names = dict.fromkeys(row.edition for row in world.archive.ledger.unfinished(known_channels(world)))
    reads = reading(world)
    return tuple(one for one in map(world.archive.editions.get, names) if reads(one))


def reading(world: World) -> Callable[[Edition], bool]:
    """Whether an edition's recipient reads such editions still, as accounts.yaml says today."""
    readers = {audience.person.key for audience in recipients(world)}
    kinds = {(audience.kind, audience.person.key) for audience in recipients(world)}
    return lambda one: one.recipient in readers if one.kind is EditionKind.ALERT else (one.kind, one.recipient) in kinds


def deliver(world: World, edition: Edition, *, patiently: bool = True) -> dict[str, DeliveryState]:
    """Hand an edition over on every channel that has not had it; not `patiently`: also what was tried just now.

    Each hand-over is announced in the ledger before it is tried. One that may have been made already is never tried
    again by itself. Nothing goes out before the page that it links to is there, and nothing while its reader wants no
    mail: it is held until they do, so that no later edition lacks what this one tells. An alert that is held for
    too long is dropped, and the weekly mail tells what it said.
    """
    if is_stale(world, edition):
        drop(world, edition)
    outcome: dict[str, DeliveryState] = {}
    for channel, act in _ways(world, edition):
        if outcome.get(EVIDENCE, DeliveryState.SENT) is DeliveryState.SENT:
            outcome[channel] = _hand_over(world, edition, channel, act, patiently=patiently)
        else:
            outcome[channel] = delivery_state(world, edition, channel)
    return outcome


def _ways(world: World, edition: Edition) -> Iterator[tuple[str, Callable[[], object]]]:
    """How an edition goes by each of its channels, in order; an alert goes by those that it was announced on."""
    settings, page = world.configuration.settings, world.archive.pages.of(edition.id)
    announced = {row.channel for row in world.archive.ledger.deliveries(edition.id)}
    yield OUTBOX, lambda: digest.deliver.write_outbox(settings.digests, edition)
    if page is not None:
        yield EVIDENCE, lambda: publish(world, page)
    if settings.smtp is not None and (edition.kind is not EditionKind.ALERT or SMTP in announced):
        yield SMTP, lambda: _send(world, edition)
    for channel in settings.channels:
        if channel.name in announced:
            yield channel.name, partial(_post, world, edition, channel)


def _hand_over(
    world: World, edition: Edition, channel: str, act: Callable[[], object], *, patiently: bool
) -> DeliveryState:
    """One try on one channel, if it is time for one; what the ledger says afterwards."""
    ledger, row = world.archive.ledger, (edition.id, edition.recipient, channel)
    # What was left behind at its last byte is not sent again: asking for it only finds it to be in doubt.
    left = delivery_state(world, edition, channel) is DeliveryState.SENDING
    if (
        (held_for(world, edition) and not left)
        or (patiently and tried_lately(world, edition, channel))
        or not ledger.begin(*row)
    ):
        return delivery_state(world, edition, channel)
    state, detail = DeliveryState.SENT, ""
    try:
        act()
    except DeliveryUnknown as error:
        state, detail = DeliveryState.UNKNOWN, str(error)
    except DeliveryError as error:
        state = DeliveryState.PENDING if error.transient else DeliveryState.REFUSED
        detail = str(error)
    except OSError as error:
        state, detail = DeliveryState.PENDING, str(error)
    except BaseException:
        ledger.abandon(*row)
        raise
    ledger.finish(*row, state, detail)
    return delivery_state(world, edition, channel)


def _send(world: World, edition: Edition) -> None:
    smtp, ledger = world.configuration.settings.smtp, world.archive.ledger
    if smtp is None:
        raise DeliveryError("bellwether.toml has no [smtp] any more", transient=True)
    addressed = replace(edition, email=address_of(world, edition))
    row = (edition.id, edition.recipient, SMTP)
    digest.deliver.send_smtp(addressed, smtp, world.environ, may_end=lambda: ledger.commit(*row))


def _post(world: World, edition: Edition, channel: Channel) -> None:
    row, policy = (edition.id, edition.recipient, channel.name), AddressPolicy(allowed=_networks(world))
    digest.chat.post(
        channel,
        edition.subject,
        digest.alert.for_chat(edition),
        world.environ,
        policy,
        may_end=lambda: world.archive.ledger.commit(*row),
    )


def _networks(world: World) -> tuple[Network, ...]:
    return world.configuration.settings.fetching.allowed_networks


def address_of(world: World, edition: Edition) -> str:
    """Where the reader gets mail today; the address may have been mended since the edition was composed."""
    person = world.configuration.accounts.person(edition.recipient)
    return person.email if person else edition.email


def held_for(world: World, edition: Edition) -> str:
    """Why an edition stays here today: its reader asked for no mail, or is none any more; "" where it may go out."""
    person = world.configuration.accounts.person(edition.recipient)
    if person is None:
        return LEFT
    asked = pause_said(world, edition.recipient, local_day(world.clock(), person))
    return f"its reader asked for no mail {asked}" if asked else ""


def tried_lately(world: World, edition: Edition, channel: str) -> bool:
    """Whether it is too early for another try: ten minutes after the first, then twice as long, up to an hour.

    A clock that was put back does not make it wait for longer.
    """
    for row in world.archive.ledger.deliveries(edition.id):
        if row.channel == channel and row.state is DeliveryState.PENDING and row.tries:
            pause: timedelta = min(BETWEEN_TRIES * 2 ** min(row.tries - 1, 3), LONGEST_PAUSE)
            return timedelta(0) <= world.clock() - row.changed_at < pause
    return False


def delivery_state(world: World, edition: Edition, channel: str) -> DeliveryState:
    states = [row.state for row in world.archive.ledger.deliveries(edition.id) if row.channel == channel]
    return states[0] if states else DeliveryState.PENDING
