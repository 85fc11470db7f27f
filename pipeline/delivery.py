"""Which editions are due, and handing each over exactly once."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import digest
import digest.deliver
from config.due import next_edition
from domain.changes import ChangeStatus
from domain.editions import Audience, DeliveryState, Edition
from domain.errors import DeliveryError, DeliveryUnknown
from domain.sources import Source
from pipeline.composition import compose, edition_id
from pipeline.detection import relate
from pipeline.doubts import undecided
from pipeline.world import World

OUTBOX = "outbox"
SMTP = "smtp"
# What a mail says was still so within the hour before it.
RECHECK = timedelta(hours=1)
BETWEEN_TRIES = timedelta(minutes=10)


def recipients(world: World) -> tuple[Audience, ...]:
    return digest.audiences(world.configuration.accounts)


def due_editions(world: World, now: datetime) -> Iterator[tuple[Audience, datetime]]:
    """The editions whose hour has come in the last seven days, whether or not they exist already.

    None is due for a time before the first visit: a newly installed Bellwether has nothing to say of last week.
    """
    first = world.archive.visits.first_recorded()
    for audience in recipients(world):
        sends_at = next_edition(audience.person, now - timedelta(days=7))
        if sends_at <= now and first is not None and first <= sends_at:
            yield audience, sends_at


def composed(world: World, audience: Audience, sends_at: datetime) -> bool:
    """Whether that edition exists already."""
    return world.archive.editions.find(edition_id(audience, sends_at)) is not None


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


def prepare(world: World, audience: Audience, sends_at: datetime) -> Edition:
    """The recipient's edition of that week: the stored one where it exists, else composed and stored now."""
    known = world.archive.editions.find(edition_id(audience, sends_at))
    if known is not None:
        return known
    relate(world)  # what an interrupted crawl left: the ids of the events told here must be kept
    edition = compose(world, audience, sends_at)
    # Another process may have been quicker: then its edition is the one.
    return edition if world.archive.editions.save(edition) else world.archive.editions.get(edition.id)


def deliver(world: World, edition: Edition) -> dict[str, DeliveryState]:
    """Hand an edition over on every channel that has not had it: outbox folder always, SMTP where configured.

    Each hand-over is announced in the ledger before it is tried. One found half done is never tried again by itself.
    """
    settings = world.configuration.settings
    outcome = {OUTBOX: _write(world, edition)}
    if settings.smtp is not None:
        outcome[SMTP] = _send(world, edition)
    return outcome


def _write(world: World, edition: Edition) -> DeliveryState:
    if delivery_state(world, edition, OUTBOX) is DeliveryState.SENT:
        return DeliveryState.SENT
    # A file written twice is the same file: after a crash it may be repeated without harm.
    digest.deliver.write_outbox(world.configuration.settings.digests, edition)
    if world.archive.editions.begin(edition.id, edition.recipient, OUTBOX):
        world.archive.editions.finish(edition.id, edition.recipient, OUTBOX, DeliveryState.SENT, "")
    return DeliveryState.SENT


def _send(world: World, edition: Edition) -> DeliveryState:
    smtp = world.configuration.settings.smtp
    editions = world.archive.editions
    if smtp is None or tried_lately(world, edition) or not editions.begin(edition.id, edition.recipient, SMTP):
        return delivery_state(world, edition, SMTP)
    state, detail = DeliveryState.SENT, ""
    try:
        digest.deliver.send_smtp(edition, smtp, world.environ)
    except DeliveryUnknown as error:
        state, detail = DeliveryState.UNKNOWN, str(error)
    except DeliveryError as error:
        state = DeliveryState.PENDING if error.transient else DeliveryState.REFUSED
        detail = str(error)
    editions.finish(edition.id, edition.recipient, SMTP, state, detail)
    return state


def tried_lately(world: World, edition: Edition) -> bool:
    """Whether a hand-over that may succeed later was tried within the last minutes."""
    rows = [row for row in world.archive.editions.deliveries(edition.id) if row.channel == SMTP]
    return any(row.state is DeliveryState.PENDING and world.clock() - row.changed_at < BETWEEN_TRIES for row in rows)


def delivery_state(world: World, edition: Edition, channel: str) -> DeliveryState:
    states = [row.state for row in world.archive.editions.deliveries(edition.id) if row.channel == channel]
    return states[0] if states else DeliveryState.PENDING
