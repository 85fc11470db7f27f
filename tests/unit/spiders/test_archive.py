"""WARC files as visits: what was recorded is delivered, what was not is never invented."""

import base64
import gzip
import hashlib
import os
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.errors import UnreadableContent
from domain.visits import Attempt, Purpose, Reason, VisitOrigin
from spiders.archive import Earlier, read_warc

URL = "https://acme.example/pricing"
OK = "HTTP/1.1 200 OK"
PAGE = b"<html><body>Pro costs 49 a month</body></html>"


class Archive:
    """A WARC file being written, a record at a time, each packed on its own unless `packed` is false."""

    def __init__(self, path: Path, *, packed: bool = True) -> None:
        self.path, self.packed, self.written = path, packed, b""

    def add(
        self,
        kind: str,
        body: bytes = PAGE,
        *,
        url: str | None = URL,
        date: str = "2026-02-01T10:00:00Z",
        status: str | None = None,
        http: tuple[tuple[str, str], ...] = (),
        warc: tuple[tuple[str, str], ...] = (),
    ) -> "Archive":
        head = _lines(status, http) if status else b""
        first = (("WARC-Type", kind), ("WARC-Date", date)) + ((("WARC-Target-URI", url),) if url else ())
        given = dict(first) | {"WARC-Payload-Digest": digest_of(body)} | dict(warc)
        own = (*given.items(), ("Content-Length", str(len(head) + len(body))))
        record = _lines("WARC/1.1", own) + head + body + b"\r\n\r\n"
        self.written += gzip.compress(record) if self.packed else record
        return self

    def close(self) -> Path:
        self.path.write_bytes(self.written)
        return self.path


def _lines(first: str, headers: tuple[tuple[str, str], ...]) -> bytes:
    return "\r\n".join([first, *(f"{name}: {value}" for name, value in headers), "", ""]).encode()


def digest_of(body: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(body).digest()).decode()


def acme(url: str) -> tuple[str, str] | None:
    return ("acme-pricing", "r1") if url == URL else None


def read(path: Path) -> list[Attempt]:
    return list(read_warc(path, acme))


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "a.warc.gz")


def test_a_resource_has_a_body_and_a_date_and_nothing_else(archive: Archive) -> None:
    (found,) = read(archive.add("resource").close())
    assert (found.source, found.revision) == ("acme-pricing", "r1")
    assert found.captured_at == datetime(2026, 2, 1, 10, tzinfo=UTC)
    assert (found.purpose, found.origin) == (Purpose.CHECK, VisitOrigin.IMPORT)
    (part,) = found.parts
    assert (part.part, part.url, part.requested_url) == ("page", URL, URL)
    assert (part.status, part.headers, part.body) == (None, None, PAGE)
    assert found.failure is None


def test_a_response_has_its_status_headers_and_body(archive: Archive) -> None:
    http = (("Content-Type", "text/html"), ("ETag", '"a"'), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"))
    (found,) = read(archive.add("response", b"gone", status="HTTP/1.1 404 Not Found", http=http).close())
    assert (found.parts[0].status, found.parts[0].headers, found.parts[0].body) == (404, http, b"gone")


def test_a_status_line_of_a_later_http_is_read(archive: Archive) -> None:
    found = read(archive.add("response", status="HTTP/2 200").add("response", status="HTTP/1.0 503 Busy").close())
    assert [each.parts[0].status for each in found] == [200, 503]


def test_a_file_that_is_not_packed_is_read_too(tmp_path: Path) -> None:
    made = Archive(tmp_path / "a.warc", packed=False).add("resource").add("response", status=OK)
    assert [each.parts[0].body for each in read(made.close())] == [PAGE, PAGE]


def deflated(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def chunked(body: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:10], body[10:])) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("http", "body"),
    [
        ((("Content-Encoding", "gzip"),), gzip.compress(PAGE)),
        ((("content-encoding", "X-GZIP"),), gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:])),
        ((("Content-Encoding", "deflate"),), zlib.compress(PAGE)),
        ((("Content-Encoding", "deflate"),), deflated(PAGE)),
        ((("Content-Encoding", "gzip, deflate"),), zlib.compress(gzip.compress(PAGE))),
        ((("Content-Encoding", "identity"),), PAGE),
        ((("Content-Encoding", "gzip"),), PAGE),
        ((("Transfer-Encoding", "chunked"),), chunked(PAGE)),
        ((("Transfer-Encoding", "Chunked"), ("Content-Encoding", "gzip")), chunked(gzip.compress(PAGE))),
        ((("Transfer-Encoding", "chunked"),), PAGE),
    ],
    ids=[
        "gzip",
        "two gzips",
        "zlib",
        "bare deflate",
        "both",
        "identity",
        "not packed",
        "chunks",
        "packed chunks",
        "none",
    ],
)
def test_a_body_is_delivered_unpacked(archive: Archive, http: tuple[tuple[str, str], ...], body: bytes) -> None:
    (found,) = read(archive.add("response", body, status=OK, http=http).close())
    assert found.parts[0].body == PAGE
    assert found.parts[0].headers == http


@pytest.mark.parametrize(
    ("encoding", "body", "reason", "said"),
    [
        ("gzip", gzip.compress(PAGE)[:-12], Reason.UNREADABLE, "ends early"),
        ("deflate", b"\xff\xff\xff\xff", Reason.UNREADABLE, "not packed as it says"),
        ("zstd", b"(\xb5/\xfd", Reason.UNREADABLE, "packed as zstd, which is not read"),
        ("br", b"\x0b\x02\x80", Reason.UNREADABLE, "packed as br, which is not read"),
        ("gzip", gzip.compress(bytes(30_000_000)), Reason.TOO_LARGE, "larger than"),
    ],
    ids=["cut", "garbage", "zstd", "brotli", "bomb"],
)
def test_a_body_that_cannot_be_unpacked_is_a_failure(
    archive: Archive, encoding: str, body: bytes, reason: Reason, said: str
) -> None:
    made = archive.add("response", body, status=OK, http=(("Content-Encoding", encoding),)).add("resource")
    first, second = read(made.close())
    assert first.failure is not None
    assert first.failure.reason is reason
    assert said in first.failure.detail
    assert (first.parts[0].status, first.parts[0].body) == (200, None)
    assert second.parts[0].body == PAGE, "the next one is unharmed"


def test_a_record_larger_than_the_limit_is_a_failure(archive: Archive) -> None:
    path = archive.add("resource", os.urandom(30_000)).add("resource").close()
    first, second = read_warc(path, acme, max_body=20_000)
    assert first.failure is not None
    assert first.failure.reason is Reason.TOO_LARGE
    assert second.failure is None


def test_a_revisit_repeats_the_body_it_refers_to(archive: Archive) -> None:
    archive.add("response", status=OK, http=(("ETag", "1"),))
    by_date = (
        ("WARC-Refers-To-Target-URI", URL),
        ("WARC-Refers-To-Date", "2026-02-01T10:00:00Z"),
        ("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"),
    )
    archive.add("revisit", b"", date="2026-02-02T10:00:00Z", status=OK, http=(("ETag", "2"),), warc=by_date)
    first, second = read(archive.close())
    assert second.captured_at == datetime(2026, 2, 2, 10, tzinfo=UTC)
    assert second.failure is None
    assert (first.parts[0].body, second.parts[0].body) == (PAGE, PAGE)
    assert second.parts[0].headers == (("ETag", "2"),), "its own headers"


def test_a_revisit_is_found_by_record_id_and_by_digest(archive: Archive) -> None:
    archive.add("resource", warc=(("WARC-Record-ID", "<urn:uuid:1>"),), url="https://acme.example/other")
    archive.add("revisit", b"", warc=(("WARC-Refers-To", "<urn:uuid:1>"),))
    archive.add("revisit", b"", warc=(("WARC-Payload-Digest", digest_of(PAGE)),))
    by_id, by_digest = read(archive.close())
    assert (by_id.parts[0].body, by_digest.parts[0].body) == (PAGE, PAGE)
    assert (by_id.parts[0].status, by_id.parts[0].headers) == (None, None)


def test_not_modified_gives_the_answer_it_was_not_modified_from(archive: Archive) -> None:
    archive.add("response", status=OK, http=(("ETag", "1"),), warc=(("WARC-Record-ID", "<urn:uuid:1>"),))
    archive.add("revisit", b"", status="HTTP/1.1 304 Not Modified", warc=(("WARC-Refers-To", "<urn:uuid:1>"),))
    _, second = read(archive.close())
    assert (second.parts[0].status, second.parts[0].body) == (200, PAGE)
    assert second.parts[0].headers == (("ETag", "1"),)


def test_a_revisit_of_nothing_is_a_failure(archive: Archive) -> None:
    (found,) = read(archive.add("revisit", b"", status=OK, warc=(("WARC-Refers-To", "<urn:uuid:9>"),)).close())
    assert found.failure is not None
    assert found.failure.reason is Reason.INCOMPLETE
    assert found.parts[0].body is None


def test_a_revisit_may_refer_to_a_file_read_before(tmp_path: Path) -> None:
    first = Archive(tmp_path / "1.warc.gz").add("resource", warc=(("WARC-Record-ID", "<urn:uuid:1>"),)).close()
    second = Archive(tmp_path / "2.warc.gz").add("revisit", b"", warc=(("WARC-Refers-To", "<urn:uuid:1>"),)).close()
    earlier = Earlier()
    list(read_warc(first, acme, earlier=earlier))
    (found,) = read_warc(second, acme, earlier=earlier)
    assert found.parts[0].body == PAGE


def test_records_nobody_watches_are_asked_about_once_and_skipped(archive: Archive) -> None:
    archive.add("warcinfo", b"software: x", url=None)
    archive.add("request", b"", status="GET / HTTP/1.1", http=(("Host", "acme.example"),))
    archive.add("metadata", b"x").add("response", url="https://other.example/", status=OK).add("resource")
    asked: list[str] = []
    found = list(read_warc(archive.close(), lambda url: asked.append(url) or acme(url)))
    assert len(found) == 1
    assert asked == ["https://other.example/", URL]


@pytest.mark.parametrize("status", [None, "HTTP/1.1 2³0 OK", "HTTP/1.1 OK", "GET / HTTP/1.1"])
def test_a_response_without_http_is_a_failure(archive: Archive, status: str | None) -> None:
    (found,) = read(archive.add("response", b"not HTTP at all", status=status).close())
    assert found.failure is not None
    assert found.failure.reason is Reason.UNREADABLE
    assert found.parts[0].status is None


def test_a_record_its_archive_cut_short_is_a_failure(archive: Archive) -> None:
    (found,) = read(archive.add("response", status=OK, warc=(("WARC-Truncated", "time"),)).close())
    assert found.failure is not None
    assert found.failure.reason is Reason.INCOMPLETE
    assert "time" in found.failure.detail


@pytest.mark.parametrize("packed", [True, False])
def test_a_cut_file_gives_what_is_whole_and_names_the_offset(tmp_path: Path, packed: bool) -> None:
    made = Archive(tmp_path / "a.warc", packed=packed).add("resource", os.urandom(40_000))
    second_begins = len(made.written)
    path = made.add("resource", os.urandom(40_000)).close()
    whole = path.read_bytes()
    for end in (second_begins + 20, second_begins + 20_000, len(whole) - 2_000):
        path.write_bytes(whole[:end])
        visits = read_warc(path, acme)
        assert next(visits).failure is None
        with pytest.raises(UnreadableContent, match=f"offset {second_begins}"):
            next(visits)


def test_garbage_between_records_is_told_with_its_offset(tmp_path: Path) -> None:
    path = Archive(tmp_path / "a.warc.gz").add("resource").close()
    begins = path.stat().st_size
    path.write_bytes(path.read_bytes() + b"\x00garbage" * 1_000)
    visits = read_warc(path, acme)
    assert next(visits).failure is None
    with pytest.raises(UnreadableContent, match=f"offset {begins}"):
        next(visits)


@pytest.mark.parametrize(
    "content",
    [b"<html></html>", b"\x1f\x8bbroken", gzip.compress(b"WARC/1.0\r\n"), b"WARC/1.0\r\n\r\n"],
    ids=["html", "bad gzip", "no headers", "empty headers"],
)
def test_a_file_that_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(content)
    with pytest.raises(UnreadableContent, match=r"a\.warc\.gz: .*offset 0"):
        read(path)


def test_a_date_that_cannot_be_read_is_not_invented(archive: Archive) -> None:
    with pytest.raises(UnreadableContent, match="offset 0 has no date: 'yesterday'"):
        read(archive.add("resource", date="yesterday").close())


def test_a_date_may_have_fractions_of_a_second(archive: Archive) -> None:
    (found,) = read(archive.add("resource", date="2026-02-01T10:00:00.123456789Z").close())
    assert found.captured_at == datetime(2026, 2, 1, 10, 0, 0, 123456, tzinfo=UTC)


@pytest.mark.skipif("BELLWETHER_BENCH_DATA" not in os.environ, reason="outside data not given")
def test_real_archives_are_read_whole() -> None:
    for path in sorted((Path(os.environ["BELLWETHER_BENCH_DATA"]) / "warc").glob("*.warc.gz")):
        found = list(read_warc(path, lambda _: ("any", "r")))
        assert len(found) == 60
        assert all(each.failure is None and each.parts[0].body for each in found)
        assert all(each.parts[0].status is None and each.parts[0].headers is None for each in found)
        assert [each.captured_at for each in found] == sorted(each.captured_at for each in found)
