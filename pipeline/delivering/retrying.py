"""What has not been handed over, why, and trying it again when a person says so."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.editions import Delivery, DeliveryState, Edition
from domain.errors import UsageError
from pipeline.delivering.editions import LEFT, deliver, held_for, known_channels, reading
from pipeline.world import World

OPEN = (DeliveryState.PENDING, DeliveryState.TRYING, DeliveryState.SENDING)
UNDONE = (*OPEN, DeliveryState.REFUSED, DeliveryState.UNKNOWN)
HELD = (DeliveryState.PENDING, DeliveryState.TRYING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent:
    """One ledger row that has not come to a good end, and its edition.

    `held` says why it is not to go out now: its reader asked for no mail, or reads such mails no more. Nothing is wrong
    with it then.
    """

    edition: Edition
    delivery: Delivery
    held: str = ""


def unsent(world: World) -> tuple[Unsent, ...]:
    """Every hand-over that is not done: in doubt, refused, or still to be made; oldest first."""
    rows = world.archive.ledger.in_states(UNDONE)
    reads = reading(world)
    return tuple(_unsent(world, row, reads) for row in rows if row.channel in known_channels(world))


def _unsent(world: World, row: Delivery, reads: Callable[[Edition], bool]) -> Unsent:
    edition = world.archive.editions.get(row.edition)
    gone = "" if reads(edition) else LEFT
    held = held_for(world, edition) or gone if row.state in HELD else ""
    return Unsent(edition=edition, delivery=row, held=gone if row.state is DeliveryState.REFUSED else held)


def try_now(world: World) -> None:
    """Try everything that was put off; what is in doubt or refused for good stays as it is."""
    for one in unsent(world):
        if one.delivery.state in OPEN and not one.held:
            deliver(world, one.edition, patiently=False)


def try_again(
    world: World, edition_id: str, *, arrived: bool = False, send_again: bool = False, channel: str | None = None
) -> dict[str, DeliveryState]:
    """What a person decided about one edition; UsageError where that decides nothing. Gives the state by channel.

    `arrived`: it is with the reader, so it is done. `send_again`: it is not, so the same bytes go once more. What was
    refused needs neither. Without `channel` it is decided for every channel that is not done. Nobody decides that a
    reader who asked for no mail, or has left, gets one.
    """
    rows = [one for one in unsent(world) if one.edition.id == edition_id and channel in (None, one.delivery.channel)]
    if not rows:
        raise UsageError(f"{edition_id} is not waiting for anything; `bellwether digest retry` lists what is")
    held = held_for(world, rows[0].edition) or ("" if reading(world)(rows[0].edition) else LEFT)
    if held and not arrived:
        raise UsageError(f"{edition_id} is held: {held}")
    for row in rows:
        _settle(world, row, arrived=arrived, send_again=send_again)
    outcome = deliver(world, rows[0].edition, patiently=False)
    return {row.delivery.channel: outcome[row.delivery.channel] for row in rows}


def _settle(world: World, row: Unsent, *, arrived: bool, send_again: bool) -> None:
    was, edition, channel = row.delivery.state, row.edition, row.delivery.channel
    if was is DeliveryState.UNKNOWN and not arrived and not send_again:
        raise UsageError(
            f"nobody knows whether {edition.id} arrived by {channel}. Ask {edition.email}, or look for "
            f"{edition.message_id} in the mail server's log; then say --arrived or --send-again"
        )
    if was in OPEN:
        if arrived:
            raise UsageError(f"{edition.id} has not been handed over yet, so it cannot have arrived")
        return
    detail = "arrived, as a person found" if arrived else "to be sent again, as a person decided"
    state = DeliveryState.SENT if arrived else DeliveryState.PENDING
    if not world.archive.ledger.settle(edition.id, edition.recipient, channel, state, detail, was=was):
        raise UsageError(f"{edition.id} has changed in the meantime; look again")
