"""The program on one screen: crawl, detect, compose. The only room that knows every stage."""

from typing import TYPE_CHECKING

from domain.by_need import by_need

if TYPE_CHECKING:
    from pipeline.composition import compose
    from pipeline.crawling import crawl
    from pipeline.delivery import composed, deliver, due_editions, prepare, recipients, to_recheck, waiting
    from pipeline.detection import detect
    from pipeline.imports import Imported, import_visits
    from pipeline.relating import relate
    from pipeline.replaying import replay
    from pipeline.world import World, open_world

__getattr__ = by_need(
    "pipeline",
    {
        "compose": "composition",
        "crawl": "crawling",
        **dict.fromkeys(
            ("composed", "deliver", "due_editions", "prepare", "recipients", "to_recheck", "waiting"), "delivery"
        ),
        "detect": "detection",
        "relate": "relating",
        "replay": "replaying",
        **dict.fromkeys(("Imported", "import_visits"), "imports"),
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
