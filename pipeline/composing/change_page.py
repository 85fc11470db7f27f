"""One change as an evidence page: everything stored about it, handed to the room that sets pages."""

import digest
from domain.changes import Change
from domain.explanations import Explained
from pipeline.composing.exhibits import exhibit_of
from pipeline.detecting.explanations import explain_change
from pipeline.world import World

GONE = "the source is not in sources.yaml any more, so nothing says how to read it"


def change_page(world: World, change: Change) -> str:
    """The page's HTML: one file that needs nothing else."""
    source = world.configuration.sources.named(change.source)
    found: tuple[Explained, ...] = ()
    said = GONE
    if source is not None:
        explanation = explain_change(world, source, change)
        found, said = explanation.found, explanation.said
    sightings = world.archive.derived.sightings_of(change.key)
    url = source.url if source else next((one.url for one in sightings), "")
    return digest.change_page(
        change, exhibit_of(world, change, url=url), sightings=sightings, explained=found, unexplained=said
    )
