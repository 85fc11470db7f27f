"""Archive files that lie: every record is a visit or a failure, or the file is refused; never a crash."""

import gzip
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import UnreadableContent
from domain.visits import Attempt
from spiders.archive import read_warc
from tests.fuzz.support_fuzz import mutated

MOST = 2_000_000


def record(kind: str, body: bytes, more: str = "", name: str = "1") -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{name}>\r\nWARC-Date: 2026-02-01T10:00:00Z\r\n"
        f"WARC-Target-URI: https://brightvane.example/page\r\n{more}Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


PAGE = b"<html><body><h1>Plans</h1><p>Pro costs 49 a month.</p></body></html>"
HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
PLAIN = HTTP + b"Content-Length: %d\r\n\r\n" % len(PAGE) + PAGE
CHUNKED = HTTP + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % len(PAGE) + PAGE + b"\r\n0\r\n\r\n"
ZIPPED = HTTP + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE)
BOMB = HTTP + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"\0" * 50_000_000)
REFERS = "WARC-Refers-To: <urn:uuid:1>\r\n"
SEED = (
    record("warcinfo", b"software: x\r\n")
    + record("response", PLAIN)
    + record("revisit", HTTP + b"\r\n", REFERS, "2")
    + record("response", CHUNKED, name="3")
    + record("response", ZIPPED, name="4")
    + record("resource", PAGE, name="5")
)
PACKED = b"".join(gzip.compress(one) for one in (record("response", PLAIN), record("response", ZIPPED, name="2")))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("warc") / "one.warc.gz"


def read(file: Path, body: bytes) -> list[Attempt]:
    file.write_bytes(body)
    found: list[Attempt] = []
    with suppress(UnreadableContent):
        found.extend(read_warc(file, lambda url: ("one", "r"), max_body=MOST))
    return found


@given(body=st.one_of(mutated(SEED), mutated(SEED, most=2), mutated(PACKED, most=3), st.binary(max_size=300)))
def test_any_archive_file_is_read_or_refused(file: Path, body: bytes) -> None:
    found = read(file, body)
    assert found == read(file, body)
    for attempt in found:
        bodies = [part.body for part in attempt.parts if part.body is not None]
        assert attempt.failure is not None or bodies
        assert sum(map(len, bodies)) <= MOST


def test_what_is_mutated_is_read_whole(file: Path) -> None:
    assert [attempt.parts[0].body for attempt in read(file, SEED)] == [PAGE] * 5
    assert len(read(file, PACKED)) == 2


def test_a_bomb_in_an_archive_is_no_body(file: Path) -> None:
    (found,) = read(file, record("response", BOMB))
    assert found.failure is not None
    assert found.parts[0].body is None
