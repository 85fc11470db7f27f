"""Imports go down, and each outside library has its rooms."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
STAGES = ("spiders", "storage", "diffing", "classifiers", "accounts", "digest")
BASE = ("config", "guard", "domain")

# A room may import itself and these.
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "domain": (),
    "guard": ("domain",),
    "config": ("domain", "guard"),
    **dict.fromkeys(STAGES, BASE),
    "pipeline": (*STAGES, *BASE),
    "workers": ("pipeline", *BASE),
    "web": ("pipeline", *BASE),
    "commands": ("pipeline", "scheduler", "web", "workers", *STAGES, *BASE),
    "scheduler": ("pipeline", "workers", *BASE),
    "demo": ("commands", "pipeline", "scheduler", *STAGES, *BASE),
    "bench": ("demo", "pipeline", *STAGES, *BASE),
}

# Inside a room that has rooms of its own the same holds; files at its top level may import all of them.
INSIDE: dict[str, dict[str, tuple[str, ...]]] = {
    "diffing": {
        "wording": (),
        "reading": ("wording",),
        "comparing": ("wording",),
        "noise": ("comparing", "reading", "wording"),
        "sifting": ("noise", "comparing", "reading", "wording", "examination"),
        "feeds": ("reading", "wording"),
        "registries": ("reading", "wording"),
        "explaining": (
            "dispatch", "lists", "sifting", "feeds", "registries", "noise", "comparing", "reading", "wording",
            "examination",
        ),
    },
    "classifiers": {
        "wording": (),
        "rulebook": (),
        "saying": ("rulebook", "wording"),
        "prices": ("saying", "wording"),
        "people": ("rulebook", "saying", "wording"),
        "acts": ("saying", "wording"),
        "happenings": ("acts", "saying", "wording"),
        "headlines": ("people", "prices", "wording"),
        "tagging": ("rulebook", "saying", "wording"),
        "trying": ("tagging", "rulebook", "wording", "facts", "unpublished"),
    },
    "accounts": {
        "texts": (),
        "places": ("texts",),
        "naming": ("places", "texts"),
        "reading": ("naming", "places", "texts"),
        "deciding": ("reading", "places", "texts"),
        "competitor_activity": (),
        "crm": (),
    },
    "pipeline": {
        "detecting": ("world", "logs", "program"),
        "composing": ("detecting", "world"),
        "crawling": ("composing", "detecting", "world", "logs"),
        "delivering": ("composing", "detecting", "world", "files"),
    },
}  # fmt: skip

# An outside library may be imported only by these rooms.
LIBRARY_ROOMS: dict[str, tuple[str, ...]] = {
    "scrapy": ("spiders", "bench"),
    "scrapy_playwright": ("spiders",),
    "playwright": ("spiders",),
    "twisted": ("spiders",),
    "procrastinate": ("workers",),
    "psycopg": ("workers",),
    "protego": ("spiders",),
    "warcio": ("spiders", "bench"),
    "isal": ("spiders",),
    "itemadapter": ("spiders",),
    "w3lib": ("spiders", "diffing"),
    "parsel": ("spiders", "diffing"),
    "sqlalchemy": ("storage",),
    "alembic": ("storage",),
    "zstandard": ("storage", "bench"),
    "brotli": ("storage",),
    "trafilatura": ("diffing", "bench"),
    "feedparser": ("diffing", "bench"),
    "patiencediff": ("diffing",),
    "lxml": ("diffing", "spiders", "config"),
    "cssselect": ("diffing", "spiders", "config"),
    "re2": ("classifiers", "config", "diffing", "accounts"),
    "pydantic": ("config", "storage"),
    "ruamel": ("config", "classifiers"),
    "apprise": ("digest",),
    "obstore": ("digest",),
    "jinja2": ("digest", "demo", "web"),
    "starlette": ("web",),
    "uvicorn": ("web",),
    "h11": ("web",),
    "mrml": ("digest",),
    "nh3": ("digest",),
    "apscheduler": ("scheduler", "config"),
    "click": ("commands",),
    "rich": ("commands",),
    "structlog": ("commands", "scheduler", "web", "workers", "pipeline", *STAGES),
    "rapidfuzz": ("diffing", "classifiers", "accounts", "config", "commands"),
    "price_parser": ("classifiers", "config"),
    "dateparser": ("classifiers", "diffing"),
    "ahocorasick_rs": ("accounts", "classifiers"),
    "cleanco": ("accounts",),
    "icalendar": ("config",),
    "recurring_ical_events": ("config",),
    "requests": ("accounts",),
    "xlsxwriter": ("commands",),
    "inscriptis": ("bench",),
    "readability": ("bench",),
    "sklearn": ("bench",),
    "multipart": (),
}


def room_files() -> list[tuple[str, Path]]:
    found = []
    for room in MAY_IMPORT:
        single = ROOT / f"{room}.py"
        paths = [single] if single.exists() else sorted((ROOT / room).rglob("*.py"))
        found += [(room, path) for path in paths]
    return found


def imported_modules(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; write the room's name"
            names.add((node.module or "").split(".")[0])
    return names


@pytest.mark.parametrize(("room", "path"), room_files(), ids=lambda value: str(value).replace(str(ROOT), ""))
def test_a_file_imports_only_what_its_room_may(room: str, path: Path) -> None:
    for name in imported_modules(path):
        if name in MAY_IMPORT:
            assert name == room or name in MAY_IMPORT[room], f"{path}: {room} may not import {name}"
        elif name not in sys.stdlib_module_names:
            assert name in LIBRARY_ROOMS, f"{path}: {name} has no room yet: give it one here"
            assert room in LIBRARY_ROOMS[name], f"{path}: {name} belongs to {LIBRARY_ROOMS[name]}, not {room}"


def inner_files() -> list[tuple[str, Path]]:
    return [(room, path) for room in INSIDE for path in sorted((ROOT / room).glob("*/*.py"))]


@pytest.mark.parametrize(("room", "path"), inner_files(), ids=lambda value: str(value).replace(str(ROOT), ""))
def test_the_rooms_inside_a_room_import_downwards(room: str, path: Path) -> None:
    may = INSIDE[room][path.parent.name]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == room:
            inner = [node.module.split(".")[1]] if node.module != room else [name.name for name in node.names]
            for name in inner:
                assert name == path.parent.name or name in may, (
                    f"{path}: {room}.{path.parent.name} may not import {name}"
                )
