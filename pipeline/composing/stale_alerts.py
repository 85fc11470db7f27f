"""Alerts that did not go out in time: nobody wants an alarm of last week, so the weekly mail tells them."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime, timedelta

from domain.editions import Delivery, DeliveryState, Edition, EditionKind
from pipeline.world import World

WAITS = (DeliveryState.PENDING, DeliveryState.TRYING)
# It is with its reader, or may be; what was refused is with nobody.
REACHED = (DeliveryState.SENT, DeliveryState.UNKNOWN, DeliveryState.SENDING)
# An alert in the folder or on a page of evidence has not reached anybody.
NOBODYS = ("outbox", "evidence")
# Long enough for a mail server that puts strangers off, whatever the hour; after it an alarm is none.
GRACE = timedelta(hours=12)
SAID = "it could not go out in time: the weekly mail tells it"


def is_stale(world: World, edition: Edition) -> bool:
    """Whether an edition is an alert that is too old to go out."""
    return edition.kind is EditionKind.ALERT and world.clock() - edition.composed_at > GRACE


def drop(world: World, edition: Edition) -> None:
    """Leave a stale alert to the weekly mail, on every channel on which it still waits."""
    for row in world.archive.ledger.deliveries(edition.id):
        if row.state in WAITS:
            world.archive.ledger.settle(
                edition.id, edition.recipient, row.channel, DeliveryState.DROPPED, SAID, was=row.state
            )


def unheard(world: World, reader: str, since: datetime) -> frozenset[str]:
    """The ids of this reader's alerts since then that reached them by no channel: refused, dropped, or still waiting.

    One that waits is dropped as the mail that tells it is kept (`Editions.save`), so that it stays true.
    """
    rows: dict[str, list[Delivery]] = defaultdict(list)
    for row in world.archive.ledger.of_reader(reader, EditionKind.ALERT, since):
        rows[row.edition].append(row)
    return frozenset(name for name, each in rows.items() if not _reached(each))


def _reached(rows: Collection[Delivery]) -> bool:
    """Whether it is with its reader by any channel, or may be; where there is none but the folder, by that."""
    real = [row for row in rows if row.channel not in NOBODYS] or rows
    return any(row.state in REACHED for row in real)
