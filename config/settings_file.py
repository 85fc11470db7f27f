"""Reads `bellwether.toml`, the operator's file; without it everything has a default."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from config.schema import check
from config.settings_build import build_settings
from config.settings_schema import SettingsDocument
from config.yaml_tree import Place, Tree, read_text
from domain.problems import Problem
from domain.settings import Settings

FILE = "bellwether.toml"
AT = re.compile(r"\(at line (\d+), column (\d+)\)")
TABLE = re.compile(r"^\s*\[([\w.\-\"]+)\]")
KEY = re.compile(r"^(\s*)([\w\-]+)\s*=\s*")


def load_settings(home: Path, environ: Mapping[str, str]) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of a home; `BELLWETHER_DATABASE_URL` and `BELLWETHER_BROWSER` of `environ` come before the file."""
    path = home / FILE
    if not path.exists():
        return build_settings(SettingsDocument(), home, environ), ()
    text, problems = read_text(path, FILE, "")
    if problems:
        return build_settings(SettingsDocument(), home, environ), problems
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return build_settings(SettingsDocument(), home, environ), (_syntax(str(error), text),)
    tree = _places(text)
    model, problems = check(SettingsDocument, tree, (), data)
    settings = build_settings(model or SettingsDocument(), home, environ)
    if settings.workers and not settings.database_url.startswith("postgres"):
        hint = "move it there with `bellwether migrate`, or delete this line"
        problems += (tree.problem(("scheduler", "crawls"), "workers need the archive to be on PostgreSQL", hint),)
    return settings, problems


def _syntax(said: str, text: str) -> Problem:
    found = AT.search(said)
    line, column = (int(found[1]), int(found[2])) if found else (text.count("\n") + 1, 1)
    message = AT.sub("", said).replace("(at end of document)", "").strip()
    return Problem(file=FILE, line=line, column=column, message=f"not TOML: {message}", hint="texts need quotes")


def _places(text: str) -> Tree:
    """Where tables and keys stand, line by line: tomllib itself keeps no positions."""
    tree = Tree(file=FILE)
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        header, key = TABLE.match(line), KEY.match(line)
        if header is not None:
            table = tuple(part.strip('"') for part in header[1].split("."))
            tree.keys[table] = Place(line=number, column=line.index("[") + 1)
        elif key is not None:
            tree.keys[(*table, key[2])] = Place(line=number, column=len(key[1]) + 1)
            tree.values[(*table, key[2])] = Place(line=number, column=key.end() + 1)
    return tree
