"""A home with a mail that was sent, its links, and a server of it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.support_mail import postbox
from tests.integration.support_web import (
    PEOPLE,
    Answered,
    Server,
    copied,
    free_port,
    links_of,
    port_of,
    serving,
    settings,
    told,
)

NAME = "<script>alert('Quay & Co')</script>"
HOSTILE = PEOPLE.replace("Quayside Hotels", f'"{NAME}"')


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("web")


@pytest.fixture(scope="module")
def links(home: Path) -> dict[str, str]:
    """The links of Owen's mail, whose account has a name that is markup."""
    with postbox() as box:
        settings(home, free_port(), box)
        with told(home, HOSTILE):
            mail = next(one for one in box.mails() if "owen" in str(one["To"]))
            return links_of(mail)


@pytest.fixture(scope="module")
def server(home: Path, links: dict[str, str]) -> Iterator[Server]:
    """One for all tests that do it no harm."""
    with serving(home, port_of(home)) as server:
        yield server


@pytest.fixture
def own(home: Path, links: dict[str, str], tmp_path: Path) -> Path:
    """A home for one test."""
    copied(home, tmp_path)
    return tmp_path


def published(home: Path) -> str:
    pages = (path for path in (home / "www").iterdir() if not path.is_symlink() and "<section" in path.read_text())
    return f"/evidence/{next(pages).name}"


def guarded(answer: Answered) -> None:
    """What every answer carries, and what none does."""
    assert "set-cookie" not in answer.headers
    assert "server" not in answer.headers
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "noindex" in answer.headers["x-robots-tag"]
    if answer.headers.get("content-type", "").startswith("text/html"):
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; ")
        assert "frame-ancestors 'none'" in policy
        assert "script-src" not in policy
        assert "http" not in policy


def helpful(answer: Answered) -> bool:
    """A page with a heading and a sentence that says what to do, and nothing of what is inside."""
    whole = "<h1>" in answer.text and len(re.findall(r"<p>[^<]{20,}</p>", answer.text)) >= 1
    return whole and not re.search(r"Traceback|starlette|uvicorn|/root|/tmp|sqlite", answer.text, re.IGNORECASE)
