"""Everything derived anew from the stored visits, as after a rule was mended."""

from collections.abc import Sequence

from domain.sources import Source
from pipeline.detecting.detection import detect
from pipeline.detecting.grouping import young_since
from pipeline.detecting.relating import relate
from pipeline.world import World


def replay(world: World, sources: Sequence[Source]) -> None:
    """Derive everything of these sources again from their stored visits; nothing is fetched and nobody is mailed.

    Whom an event touched that is older than a story lasts stays as it was found, for it is linked no more; unless all
    that told of it is noise by now.
    """
    with world.archive.runs.hold([source.name for source in sources]) as held:
        for source in sources:
            world.archive.derived.forget(source.name, since=young_since(world))
            detect(world, source, held=held)
        relate(world)
        world.archive.derived.let_noise_fall()
