"""Alerts that did not go out on their day: nobody wants an alarm of last week, so the weekly mail tells them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.editions import Delivery, DeliveryState, Edition, EditionKind
from pipeline.world import World

WAITS = (DeliveryState.PENDING, DeliveryState.TRYING)
# An alert in the folder or on a page of evidence has not reached anybody.
NOBODYS = ("outbox", "evidence")
SAID = "its day was over before it could go out: the weekly mail tells it"


def is_stale(world: World, edition: Edition) -> bool:
    """Whether an edition is an alert of a day that is over where its reader is."""
    if edition.kind is not EditionKind.ALERT:
        return False
    person = world.configuration.accounts.person(edition.recipient)
    zone = ZoneInfo(person.zone if person else "UTC")
    return _day(world.clock(), zone) > _day(edition.composed_at, zone)


def drop(world: World, edition: Edition) -> None:
    """Leave a stale alert to the weekly mail, on every channel on which it still waits."""
    for row in world.archive.ledger.deliveries(edition.id):
        if row.state in WAITS:
            world.archive.ledger.settle(
                edition.id, edition.recipient, row.channel, DeliveryState.DROPPED, SAID, was=row.state
            )


def unheard(world: World) -> frozenset[str]:
    """The ids of the alerts that reached nobody and will not any more: dropped, or about to be."""
    left = {row.edition for row in world.archive.ledger.in_states((*WAITS, DeliveryState.DROPPED))}
    alerts = [world.archive.editions.get(name) for name in left if f"-{EditionKind.ALERT}-" in name]
    return frozenset(
        one.id for one in alerts if is_stale(world, one) and not _reached(world.archive.ledger.deliveries(one.id))
    )


def _reached(rows: tuple[Delivery, ...]) -> bool:
    """Whether it is with its reader by any channel, or may be; where there is none but the folder, by that."""
    real = [row for row in rows if row.channel not in NOBODYS] or list(rows)
    return any(row.state not in (*WAITS, DeliveryState.DROPPED) for row in real)


def _day(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()
