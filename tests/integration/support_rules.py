"""Typing commands in a home with a stored change, and rules of an analyst's own."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog
from click.testing import CliRunner, Result

from commands import main
from pipeline import World
from tests.integration.support_pipeline import Record

Type = Callable[..., Result]
MINE = """\
tag: event
words:
  MORNING: [morning, evening]
rules:
  - id: mine.morning
    why: Something comes in the morning.
    when: {{fact: price.changed}}
    confidence: {weight}
    for:
      - {{before: "Pro | $49 per seat / month", after: "Pro | $59 per seat / month", at: table, path: [Pricing]}}
    against:
      - {{title: "Brightvane sleeps"}}
"""


@pytest.fixture
def typed(tmp_path: Path) -> Iterator[Type]:
    """Type `bellwether ...` in this home; standard output and error apart."""
    mask = os.umask(0o077)

    def typed(*words: str) -> Result:
        return CliRunner().invoke(main, [*words, "--home", str(tmp_path)], env={"USER": "mara"})

    yield typed
    structlog.reset_defaults()
    os.umask(mask)


def value(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture
def change(world: World, record: Record) -> str:
    """The key of a stored change: Pro went from $49 to $59."""
    record("$49")
    record("$59")
    (change,) = world.archive.derived.changes()
    return change.key


def own_rule(home: Path, text: str, name: str = "mine.yaml") -> None:
    (home / "rules").mkdir(exist_ok=True)
    (home / "rules" / name).write_text(text, encoding="utf-8")
