"""The files people edit, broken in every way: read, or refused with problems that have a place; never a crash."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import config
from config.accounts_file import read_accounts
from config.sources_file import load_sources
from domain.errors import ConfigurationError
from domain.problems import Problem
from tests.fuzz.support_fuzz import mutated

ROOT = Path(__file__).resolve().parents[2]
SOURCES = (ROOT / "sources.yaml").read_bytes()
ACCOUNTS = (ROOT / "accounts.yaml").read_bytes()
SMALL = b"""defaults: {every: 1d, window: "06:00-22:00 Europe/Berlin"}
competitors:
  - name: Brightvane
    domains: [brightvane.example]
    sources:
      - {name: one, url: "https://brightvane.example/", ignore: ["\\\\d+ left"], select: [main, "//table"]}
      - {name: two, kind: feed, url: "https://brightvane.example/feed", follow: {at_most: 3}, paused: {why: x}}
      - {name: three, kind: registry, url: "https://b.example/r", records: a.b, key: id, fields: {a: b}}
"""
SETTINGS = b"""mail_from = "Bellwether <b@halden.example>"
database_url = "sqlite:///x.db"
[smtp]
host = "127.0.0.1"
port = 587
[fetch]
allowed_networks = ["127.0.0.0/8"]
timeout = 2.0
"""
TRICKS = {
    "bomb": b"a: &a [x, x]\n" + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b"*a, " * 30) for n in range(30)),
    "billion": b"a0: &a0 [x]\n"
    + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 12)),
    "deep list": b"[" * 20_000,
    "deep map": b"{a: " * 20_000,
    "deep blocks": b"".join(b" " * n + b"a:\n" for n in range(2_000)),
    "itself": b"&a [*a]",
    "itself merged": b"&a\n<<: *a\n",
    "object": b"!!python/object/apply:os.system ['echo']",
    "include": b"competitors: !include /etc/passwd",
    "many": b"competitors:\n" + b"  - {name: x}\n" * 3_000,
    "long line": b"competitors: '" + b"x" * 3_000_000 + b"'",
    "huge number": b"defaults: {every: " + b"9" * 10_000 + b"d}",
    "binary": bytes(range(256)) * 10,
    "nothing": b"",
    "blanks": b"\n\t\n",
    "three documents": b"a: 1\n---\nb: 2\n---\nc: 3\n",
}


def assert_told(problems: tuple[object, ...]) -> None:
    """Each problem has a file, a place that can be one, and one line of printable text."""
    for problem in problems:
        assert isinstance(problem, Problem)
        assert problem.file
        assert problem.line >= 0
        assert problem.message.strip()
        assert len(str(problem)) < 12_000


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def loaded(home: Path, sources: bytes, accounts: bytes, settings: bytes) -> object:
    for name, text in (("sources.yaml", sources), ("accounts.yaml", accounts), ("bellwether.toml", settings)):
        (home / name).write_bytes(text)
    try:
        return config.load(home, {})
    except ConfigurationError as error:
        problems = error.problems
    assert problems
    assert_told(problems)
    return problems


@given(sources=st.one_of(mutated(SMALL), mutated(SMALL, most=2), mutated(SOURCES, most=3)))
def test_a_broken_sources_file_is_read_or_told(home: Path, sources: bytes) -> None:
    (home / "sources.yaml").write_bytes(sources)
    found, problems = load_sources(home / "sources.yaml")
    assert_told(problems)
    assert (found, problems) == load_sources(home / "sources.yaml")


@given(text=mutated(ACCOUNTS, most=4).map(lambda body: body.decode("utf-8", "replace")))
def test_a_broken_accounts_file_is_read_or_told(text: str) -> None:
    found, problems = read_accounts(text, "accounts.yaml", None)
    assert_told(problems)
    assert found is not None


@given(settings=mutated(SETTINGS))
def test_broken_settings_are_read_or_told(home: Path, settings: bytes) -> None:
    loaded(home, SMALL, ACCOUNTS, settings)


@pytest.mark.parametrize("name", TRICKS)
def test_a_file_made_to_hurt_is_told_in_time(home: Path, name: str) -> None:
    found = [loaded(home, *(TRICKS[name] if place == n else b"" for n in range(3))) for place in range(3)]
    assert all(isinstance(one, tuple) for one in found)
