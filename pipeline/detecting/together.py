"""Visits of many sources read one after the other and kept together: a page that never changed asks of no other."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from domain.looks import Look
from domain.sources import Source
from domain.visits import Footing, Parts, Visit
from pipeline.detecting.detection import looked_at
from pipeline.detecting.ground import Ground
from pipeline.detecting.second_look import GONE
from pipeline.world import World

if TYPE_CHECKING:
    from storage.leases import Held

# So many looks are kept in one transaction: one that is lost is read again by the next run.
AT_ONCE = 16


def read_together(
    world: World,
    visits: Sequence[tuple[Visit, Source, Parts | None]],
    footing: Mapping[str, Footing],
    *,
    derivation: str,
    held: "Held | None" = None,
) -> Iterator[tuple[Visit, Look]]:
    """Reads visits of different sources, each the only one of its source that was not, as `detection.detect` does.

    Each with its look once that is kept. Raises StorageError as `detect` does.
    """
    never = {name for name, one in footing.items() if not one.changed}
    baselines = world.archive.derived.baselines([source.name for _, source, _ in visits if source.name in never])
    left: list[tuple[Visit, Look]] = []
    for visit, source, parts in visits:
        baseline = baselines.get(source.name)
        ground = Ground(baseline=baseline, changed=False) if baseline else None
        if ground is None:
            yield from _kept(world, left, derivation, held)  # it may ask what was found of its neighbours
        look = looked_at(world, source, visit, ground=ground, parts=parts)
        if left and look.reading.verdict.state in GONE:
            yield from _kept(world, left, derivation, held)
            look = looked_at(world, source, visit, ground=ground, parts=parts)  # whether its site is well was told now
        left.append((visit, look))
        if len(left) >= AT_ONCE:
            yield from _kept(world, left, derivation, held)
    yield from _kept(world, left, derivation, held)


def _kept(
    world: World, left: list[tuple[Visit, Look]], derivation: str, held: "Held | None"
) -> Iterator[tuple[Visit, Look]]:
    """Keeps what is left, and leaves nothing."""
    world.archive.derived.store_all([look for _, look in left], derivation=derivation, held=held)
    told, left[:] = list(left), []
    yield from told
