"""What many pages of one site say alike is taken out of each page's change, so that it is one happening of the site."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from classifiers.likeness import CLOSE, Wording, weighty, wording
from domain.changes import Edit
from domain.events import Sighting
from domain.keys import host_of
from domain.sources import SourceKind, Subject

# Two pages may well share a price; three that were edited in the same words share a template.
PAGES = 3

Retell = Callable[[Sighting, tuple[Edit, ...]], Sighting | None]
Place = tuple[Subject, str, Wording]


def split(sightings: Sequence[Sighting], retell: Retell) -> tuple[tuple[Sighting, ...], frozenset[str]]:
    """The sightings with each page's own edits told apart from those that it shares with its site.

    `retell` says what a part of a sighting's edits says; None leaves that sighting whole. Also the keys of the edits
    that were taken out: what they belonged to is told by the page's own edits, and not by them.
    """
    pages = shared_by(sightings)
    told: list[Sighting] = []
    taken: set[str] = set()
    for seen in sightings:
        own, *shared = parts(seen, pages)
        made = [retell(seen, part) for part in (own, *shared) if part] if (own and shared) or len(shared) > 1 else []
        whole = [one for one in made if one is not None]
        if not made or len(whole) < len(made):
            told.append(seen)
            continue
        told += whole
        taken.update(edit.key for part in (shared if own else shared[1:]) for edit in part)
    return tuple(told), frozenset(taken)


def shared_by(sightings: Sequence[Sighting]) -> Mapping[Place, Sequence[Sighting]]:
    """Which page sightings hold each wording, by subject and host; only wordings that stand on several pages."""
    found: dict[Place, list[Sighting]] = defaultdict(list)
    for seen in sightings:
        if seen.source_kind is SourceKind.PAGE:
            for said in {wording(edit) for edit in weighty(seen.edits)}:
                found[seen.subject, host_of(seen.url), said].append(seen)
    return {place: held for place, held in found.items() if len({seen.source for seen in held}) >= PAGES}


def parts(seen: Sighting, pages: Mapping[Place, Sequence[Sighting]]) -> list[tuple[Edit, ...]]:
    """The page's own edits first (none, where all are shared), then those shared with the same other pages together."""
    own: list[Edit] = []
    shared: dict[frozenset[str], list[Edit]] = defaultdict(list)
    for edit in weighty(seen.edits):
        held = pages.get((seen.subject, host_of(seen.url), wording(edit)), ())
        near = frozenset(one.source for one in held if abs(one.first_seen - seen.first_seen) <= CLOSE)
        (shared[near] if len(near) >= PAGES else own).append(edit)
    weighed = {edit.key for edit in weighty(seen.edits)}
    beside = [edit for edit in seen.edits if edit.key not in weighed and not edit.noise]
    if own:
        own += beside
    elif shared:
        next(iter(shared.values())).extend(beside)
    return [tuple(own), *(tuple(edits) for edits in shared.values())]


def without(known: Mapping[str, tuple[str, ...]], taken: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Which edits known events have, less those that were taken out of their page's change.

    An event that has nothing else keeps them: it is the site's.
    """
    kept = {event: tuple(key for key in keys if key not in taken) for event, keys in known.items()}
    return {event: keys or known[event] for event, keys in kept.items()}
