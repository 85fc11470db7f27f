"""What has not been handed over, why, and trying it again when a person says so."""

from dataclasses import dataclass

from domain.editions import Delivery, DeliveryState, Edition
from domain.errors import UsageError
from pipeline.delivery import SMTP, channels, deliver
from pipeline.world import World

OPEN = (DeliveryState.PENDING, DeliveryState.TRYING, DeliveryState.SENDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsent:
    """One ledger row that has not come to a good end, and its edition."""

    edition: Edition
    delivery: Delivery


def unsent(world: World) -> tuple[Unsent, ...]:
    """Every hand-over that is not done: in doubt, refused, or still to be made; oldest first."""
    rows = [row for row in world.archive.ledger.deliveries() if row.state is not DeliveryState.SENT]
    wanted = [row for row in rows if row.channel in channels(world)]
    return tuple(Unsent(edition=world.archive.editions.get(row.edition), delivery=row) for row in wanted)


def try_now(world: World) -> None:
    """Try everything that was put off; what is in doubt or refused for good stays as it is."""
    for one in unsent(world):
        if one.delivery.state in OPEN:
            deliver(world, one.edition, patiently=False)


def try_again(world: World, edition_id: str, *, arrived: bool = False, send_again: bool = False) -> DeliveryState:
    """What a person decided about one edition's mail; UsageError where that decides nothing.

    `arrived`: it is in the reader's box, so it is done. `send_again`: it is not, so the same bytes go once more. A mail
    that was refused needs neither.
    """
    row = next((one for one in unsent(world) if (one.edition.id, one.delivery.channel) == (edition_id, SMTP)), None)
    if row is None:
        raise UsageError(f"{edition_id} is not waiting for anything; `bellwether digest retry` lists what is")
    was = row.delivery.state
    if was is DeliveryState.UNKNOWN and not arrived and not send_again:
        raise UsageError(
            f"nobody knows whether {edition_id} arrived. Ask {row.edition.email}, or look for "
            f"{row.edition.message_id} in the mail server's log; then say --arrived or --send-again"
        )
    if was in OPEN and arrived:
        raise UsageError(f"{edition_id} has not been handed over yet, so it cannot have arrived")
    detail = "arrived, as a person found" if arrived else "to be sent again, as a person decided"
    state = DeliveryState.SENT if arrived else DeliveryState.PENDING
    if was not in OPEN and not world.archive.ledger.settle(
        edition_id, row.edition.recipient, SMTP, state, detail, was=was
    ):
        raise UsageError(f"{edition_id} has changed in the meantime; look again")
    return state if arrived else deliver(world, row.edition, patiently=False)[SMTP]
