"""The program on one screen: crawl, detect, compose. The only room that knows every stage."""

from pipeline.composition import compose
from pipeline.crawling import crawl
from pipeline.delivery import composed, deliver, due_editions, prepare, recipients, to_recheck, waiting
from pipeline.detection import detect, relate, replay
from pipeline.imports import Imported, import_visits
from pipeline.world import World, open_world

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
