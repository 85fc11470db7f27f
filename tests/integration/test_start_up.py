"""What a command loads before it answers: asking for help waits for no database, no parser and no crawler."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from commands import COMMANDS, docstring, main

ROOT = Path(__file__).resolve().parents[2]
SLOW = {"scrapy", "twisted", "sqlalchemy", "trafilatura", "lxml", "pydantic", "rich", "structlog", "re2", "playwright"}
SHOW = "import atexit, sys; atexit.register(lambda: print(*{name.split('.')[0] for name in sys.modules}))"


def loaded(module: str, *arguments: str) -> set[str]:
    """The outside modules that a command has loaded when it ends."""
    script = (
        f"{SHOW}; import runpy; sys.argv = ['it', *{arguments!r}]; runpy.run_module({module!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("module", "arguments"),
    [("commands", ("--help",)), ("commands", ("--version",)), ("commands.crawl", ("--help",))],
    ids=["bellwether --help", "bellwether --version", "crawl --help"],
)
def test_help_loads_nothing_slow(module: str, arguments: tuple[str, ...]) -> None:
    found = loaded(module, *arguments)
    assert "click" in found
    assert not found & SLOW


def test_help_names_every_command_as_the_command_itself_does() -> None:
    for name, where in COMMANDS.items():
        command = main.get_command(None, name)  # type: ignore[arg-type, attr-defined]
        assert command.get_short_help_str(200) == click.Command(name, help=docstring(*where)).get_short_help_str(200)


def test_a_home_without_rules_of_its_own_is_opened_without_reading_ours(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("competitors: [{name: Brightvane}]\n")
    (tmp_path / "accounts.yaml").write_text("us: {name: Halden Group}\npeople: {}\naccounts: []\n")
    found = loaded("commands", "verify", "--home", str(tmp_path))
    assert "sqlalchemy" in found
    assert not found & {"trafilatura", "feedparser", "ahocorasick_rs", "scrapy", "structlog"}


def says(script: str) -> str:
    """What a script says that runs in a process of its own."""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_files_are_read_without_looking_through_all_that_is_installed() -> None:
    unfindable = "import importlib.metadata as m; m.Distribution.discover = None"
    assert says(f"{unfindable}; import config.loading; print('read')") == "read"


def test_all_that_a_crawl_needs_of_scrapy_is_loaded_before_it_begins() -> None:
    script = "import sys, spiders.crawl as c; c.load(); print({*c.LOADED, *c.LOADED_APART} <= sys.modules.keys())"
    assert says(script) == "True"
