"""A home whose sources are written by a test, and sites outside and inside."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.conftest import BIN
from tests.integration.support_site import Site, site

WORDS = "StayFeed gives hotel prices from ninety countries to revenue managers every single morning of the year. " * 5
PAGE = "<html><head><title>{title}</title></head><body><main><h1>{title}</h1><p>{words}</p>{more}</main></body></html>"
SETTINGS = '[fetch]\nallowed_networks = ["127.0.0.1/32"]\nhost_delay = 0.0\nretries = 0\ntimeout = 10.0\n'
SECRET = "tops3cret-0123456789"


def run(folder: Path, command: str, *arguments: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    clean = {key: value for key, value in os.environ.items() if not key.startswith("BELLWETHER_")}
    return subprocess.run(
        [str(BIN / command), *arguments, "--home", str(folder)],
        capture_output=True, text=True, timeout=60, env=clean | environ, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def entries(urls: dict[str, str], more: str = "") -> str:
    lines = ["competitors:", "  - name: Brightvane", "    sources:"]
    lines += [f'      - {{name: {name}, url: "{url}"{more}}}' for name, url in urls.items()]
    return "\n".join(lines) + "\n"


@pytest.fixture
def web() -> Iterator[Site]:
    with site() as here:
        yield here


@pytest.fixture
def inside() -> Iterator[Site]:
    """A server the policy must keep us from: whatever asks it has walked through a door."""
    with site(host="127.0.0.2") as here:
        here.answers.clear()
        yield here


def lines_told(said: list[str]) -> set[int]:
    found = (re.match(r"sources\.yaml:(\d+):", line) for line in said)
    return {int(match[1]) for match in found if match}
