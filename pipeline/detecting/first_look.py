"""A source's first visits: there is no history to ask, so many are read as they were fetched, and kept together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import diffing
from domain.sources import Source
from domain.visits import Attempt, FetchedPart, Interpretation, Parts, Visit
from pipeline.detecting.ground import not_understood
from pipeline.logs import log_of
from pipeline.world import World

if TYPE_CHECKING:
    from storage.leases import Held


def read_first(
    world: World, visits: Iterable[tuple[Visit, Source, Parts]], derivation: str, held: "Held | None" = None
) -> dict[int, Interpretation]:
    """Interprets visits of sources that have no baseline and stores what they are, in one transaction; by visit.

    What reading them one by one (`detection.detect`) says, without asking for a history that is not there.
    """
    read = [(visit, first_reading(source, visit, parts)) for visit, source, parts in visits]
    kept = world.archive.unchanged.store_first(read, derivation=derivation, held=held)
    return {reading.visit: reading for reading in kept}


def first_reading(source: Source, visit: Visit, parts: Parts) -> Interpretation:
    try:
        found = diffing.examine(
            source,
            source_id=visit.source_id,
            before=None,
            after=parts,
            captured_at=visit.captured_at,
            failure=visit.failure,
        )
    except Exception as error:
        log = log_of("detection")
        log.exception("visit_not_understood", source=source.name, visit=visit.id)
        return not_understood(visit, error)
    said = replace(found.verdict, explanation=found.verdict.explanation or found.explanation)
    return Interpretation(visit=visit.id, verdict=said, baseline=found.baseline, change=None)


def at_hand(fetched: Sequence[Attempt], visits: Sequence[Visit]) -> dict[int, Parts]:
    """By visit, its answers as the archive would give them, from the attempts it was stored from.

    Not of a 304: what that repeats is not at hand.
    """
    pairs = zip(fetched, visits, strict=True)
    return {visit.id: tuple(_answers(attempt, visit)) for attempt, visit in pairs if not attempt.not_modified}


def _answers(attempt: Attempt, visit: Visit) -> Iterator[FetchedPart]:
    for fetched, stored in zip(attempt.parts, visit.parts, strict=True):
        yield FetchedPart(
            part=stored.part,
            url=stored.url,
            requested_url=stored.requested_url,
            status=stored.status,
            headers=stored.headers,
            body=None if stored.sha256 is None else fetched.body,
        )
