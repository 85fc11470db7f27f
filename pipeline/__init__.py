"""The program on one screen: crawl, detect, compose. The only room that knows every stage."""

from typing import TYPE_CHECKING

from domain.by_need import by_need

if TYPE_CHECKING:
    from pipeline.composing.editions import compose
    from pipeline.crawling.crawl import crawl
    from pipeline.crawling.imports import Imported, import_visits
    from pipeline.delivering.editions import composed, deliver, due_editions, prepare, recipients, to_recheck, waiting
    from pipeline.detecting.detection import detect
    from pipeline.detecting.relating import relate
    from pipeline.detecting.replaying import replay
    from pipeline.world import World, open_world

__getattr__ = by_need(
    "pipeline",
    {
        "compose": "composing.editions",
        "crawl": "crawling.crawl",
        **dict.fromkeys(
            ("composed", "deliver", "due_editions", "prepare", "recipients", "to_recheck", "waiting"),
            "delivering.editions",
        ),
        "detect": "detecting.detection",
        "relate": "detecting.relating",
        "replay": "detecting.replaying",
        **dict.fromkeys(("Imported", "import_visits"), "crawling.imports"),
        **dict.fromkeys(("World", "open_world"), "world"),
    },
)

__all__ = [
    "Imported",
    "World",
    "compose",
    "composed",
    "crawl",
    "deliver",
    "detect",
    "due_editions",
    "import_visits",
    "open_world",
    "prepare",
    "recipients",
    "relate",
    "replay",
    "to_recheck",
    "waiting",
]
