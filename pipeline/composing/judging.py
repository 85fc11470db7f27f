"""What analysts say of changes: found by key, kept, and heeded by every later edition."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from domain.changes import Change, ChangeStatus
from domain.editions import Audience, Period
from domain.errors import UsageError
from domain.events import Sighting
from domain.findings import TagName
from domain.verdicts import AnalystVerdict, Says
from pipeline.world import World

Said = tuple[Says, TagName | None]


def meant(world: World, key: str) -> tuple[Change, tuple[Sighting, ...]]:
    """The change whose key begins so, with all its sightings; or the one entry or record whose edit's key does.

    UsageError where none or several do.
    """
    derived = world.archive.derived
    changes = derived.changes()
    found = [(change, derived.sightings_of(change.key)) for change in changes if change.key.startswith(key)]
    if not found:
        owners = [change for change in changes if any(edit.key.startswith(key) for edit in change.edits)]
        found = [
            (change, (one,))
            for change in owners
            for one in derived.sightings_of(change.key)
            if any(edit.key.startswith(key) for edit in one.edits)
        ]
    if len(found) != 1:
        raise UsageError(
            f"{len(found)} changes or entries begin with '{key}'; `bellwether changes list` shows the keys"
        )
    if not found[0][1]:
        raise UsageError(f"{found[0][0].key[:10]} is about nobody you watch: no rule reads it, and nobody is told")
    return found[0]


def judge(
    world: World, change: Change, sightings: Sequence[Sighting], said: Sequence[Said], *, by: str, note: str
) -> None:
    """Keep what somebody said of these sightings of a change; what it contradicts is withdrawn."""
    alone = len(world.archive.derived.sightings_of(change.key)) == 1
    world.archive.verdicts.record(
        [
            AnalystVerdict(
                sighting=sighting.key,
                change=change.key,
                source=change.source,
                whole=alone,
                says=says,
                by=by,
                at=world.clock(),
                tag=tag,
                tags=tuple(tag.tag for tag in sighting.tags),
                note=note,
            )
            for sighting in sightings
            for says, tag in said
        ]
    )


def verdicts_about(world: World, sighting: Sighting) -> tuple[AnalystVerdict, ...]:
    """What stands about one sighting, oldest first."""
    return tuple(one for one in world.archive.verdicts.standing(sighting.change) if one.about(sighting))


def judged_noise(world: World, period: Period) -> int:
    """How many findings of a period were left out because an analyst judged them to be noise."""
    noise = [one for one in world.archive.verdicts.standing() if one.says is Says.NOISE]
    left_out = world.archive.derived.sightings(
        after_seq=period.after_seq, until_seq=period.cut_seq, status=ChangeStatus.NOISE
    )
    return sum(any(one.about(sighting) for one in noise) for sighting in left_out)


def told_wrongly(
    world: World, audience: Audience, told: frozenset[str], since: datetime, event_of: Mapping[str, str]
) -> tuple[str, ...]:
    """A sentence for each event that this reader's editions told and that was judged to be noise after the last one.

    `since` is how far back the events of `told` reach; `event_of` names the event of each edit by its key.
    """
    last = world.archive.editions.last_composed(audience.person.key, audience.kind)
    if last is None:
        return ()
    noise = [one for one in world.archive.verdicts.standing() if one.says is Says.NOISE and one.at > last]
    seen = world.archive.derived.sightings(since=since, status=ChangeStatus.NOISE) if noise else ()
    wrong = [one for one in seen if event_of.get(one.edits[0].key) in told and any(v.about(one) for v in noise)]
    return tuple(dict.fromkeys(f"{one.headline}: judged to be no news" for one in wrong))
