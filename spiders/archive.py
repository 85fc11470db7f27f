"""Reads WARC archives into visits at their own dates: response, resource and revisit records."""

import re
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from warcio.archiveiterator import WARCIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser, StatusAndHeadersParserException

from domain.errors import UnreadableContent
from domain.visits import Attempt, Failure, FetchedPart, Headers, Purpose, Reason, VisitOrigin
from guard.limits import decoded_limit
from guard.unpacking import TooLarge, Unpackable, unpack

SourceOf = Callable[[str], tuple[str, str] | None]
READ = frozenset({"response", "resource", "revisit"})
HTTP = ["HTTP/1.0", "HTTP/1.1", "HTTP/2.0", "HTTP/2", "HTTP/3"]
CHUNK = 65_536
MAX_BODY = 20_000_000
MAX_RATIO = 200
HEAD_ROOM = 1_000_000  # HTTP headers and chunk sizes around a body
BROKEN = (ArchiveLoadFailed, StatusAndHeadersParserException, ValueError, EOFError, OSError, zlib.error)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one record holds: status and headers only where it is HTTP, a body or why there is none."""

    status: int | None = None
    headers: Headers | None = None
    body: bytes | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """Where a record that a revisit may refer to begins."""

    path: Path
    offset: int


@dataclass(slots=True)
class Earlier:
    """The records read so far, by record id, by address and date, and by payload digest; shared between files."""

    records: dict[tuple[str, ...], Stored] = field(default_factory=dict)

    def add(self, keys: list[tuple[str, ...]], stored: Stored) -> None:
        for key in keys:
            self.records.setdefault(key, stored)

    def find(self, keys: list[tuple[str, ...]]) -> Stored | None:
        return next((self.records[key] for key in keys if key in self.records), None)


def read_warc(
    path: Path, source_of: SourceOf, *, earlier: Earlier | None = None, max_body: int = MAX_BODY
) -> Iterator[Attempt]:
    """The visits of a WARC file (ISO 28500), plain or gzip, in file order.

    `source_of` is asked once for the address of each response, resource and revisit; None skips the record. A revisit
    gives the body of the record it refers to, in this file or in one read before with the same `earlier`, else a
    failure. Raises UnreadableContent with the offset of the first record that cannot be read, after those before it.
    """
    known = earlier if earlier is not None else Earlier()
    for record, offset in _records(path):
        url = record.rec_headers.get_header("WARC-Target-URI")
        if record.rec_type not in READ or not url:
            continue
        named = source_of(url)
        if named is not None:
            answer = _revisited(record, known, max_body) if record.rec_type == "revisit" else _answer(record, max_body)
            _drain(record)
            _require_whole(record, path, offset)
            yield _attempt(record, url, named, answer, _captured_at(record, path, offset))
        if record.rec_type != "revisit":
            known.add(_own_keys(record, url), Stored(path=path, offset=offset))


def _records(path: Path, start: int = 0) -> Generator[tuple[Any, int], None, None]:
    """The records from `start` on with their offsets; the stream of each is good until the next is asked for."""
    offset = start
    with path.open("rb") as file:
        file.seek(start)
        try:
            archive = WARCIterator(file, no_record_parse=True)
            for record in archive:
                yield record, offset
                _drain(record)
                _require_whole(record, path, offset)
                archive.read_to_end()
                offset = archive.offset
        except BROKEN as error:
            raise UnreadableContent(f"{path.name}: no readable WARC record at offset {offset}: {error}") from error


def _answer(record: Any, max_body: int) -> Answer:
    """What a response or resource record holds; a resource never had a status or headers, and gets none."""
    if record.length is None or record.length > max_body + HEAD_ROOM:
        return Answer(failure=_failure(Reason.TOO_LARGE, f"the record holds {record.length} bytes"))
    head = _head(record) if record.rec_type == "response" else None
    status, headers = _status(head), _headers(head)
    if record.rec_type == "response" and status is None:
        return Answer(failure=_failure(Reason.UNREADABLE, "the record holds no HTTP answer"))
    stream = record.raw_stream
    if head is not None and (head.get_header("Transfer-Encoding") or "").casefold() == "chunked":
        stream = ChunkedDataReader(stream, decomp_type=None)
    packed = _read(stream, max_body)
    if packed is None:
        return Answer(status=status, headers=headers, failure=_too_large(max_body))
    cut = record.rec_headers.get_header("WARC-Truncated")
    if cut:
        detail = f"the archive cut this record short ({cut})"
        return Answer(status=status, headers=headers, failure=_failure(Reason.INCOMPLETE, detail))
    encoding = (head.get_header("Content-Encoding") or "") if head is not None else ""
    try:
        body = unpack(packed, encoding, decoded_limit(len(packed), max_body, MAX_RATIO))
    except TooLarge:
        return Answer(status=status, headers=headers, failure=_too_large(max_body))
    except Unpackable as error:
        return Answer(status=status, headers=headers, failure=_failure(Reason.UNREADABLE, f"the body: {error}"))
    return Answer(status=status, headers=headers, body=body)


def _revisited(record: Any, known: Earlier, max_body: int) -> Answer:
    """The answer that a revisit repeats. Its own status and headers stand, unless they only say "not modified"."""
    head = _head(record)
    status, headers = _status(head), _headers(head)
    stored = known.find(_referred_keys(record))
    if stored is None:
        detail = "the record it refers to is not in the archive"
        return Answer(status=status, headers=headers, failure=_failure(Reason.INCOMPLETE, detail))
    with closing(_records(stored.path, stored.offset)) as records:
        answer = _answer(next(records)[0], max_body)
    if status is None or status == 304:
        return answer
    return Answer(status=status, headers=headers, body=answer.body, failure=answer.failure)


def _attempt(record: Any, url: str, named: tuple[str, str], answer: Answer, captured_at: datetime) -> Attempt:
    part = FetchedPart(
        part="page", url=url, requested_url=url, status=answer.status, headers=answer.headers, body=answer.body
    )
    return Attempt(
        source=named[0],
        revision=named[1],
        purpose=Purpose.CHECK,
        captured_at=captured_at,
        seconds=0.0,
        parts=(part,),
        failure=answer.failure,
        origin=VisitOrigin.IMPORT,
    )


def _own_keys(record: Any, url: str) -> list[tuple[str, ...]]:
    header = record.rec_headers.get_header
    keys = [("id", header("WARC-Record-ID")), ("at", url, header("WARC-Date")), ("sha", header("WARC-Payload-Digest"))]
    return [key for key in keys if all(key)]


def _referred_keys(record: Any) -> list[tuple[str, ...]]:
    header = record.rec_headers.get_header
    keys = [
        ("id", header("WARC-Refers-To")),
        ("at", header("WARC-Refers-To-Target-URI"), header("WARC-Refers-To-Date")),
        ("sha", header("WARC-Payload-Digest")),
    ]
    return [key for key in keys if all(key)]


def _captured_at(record: Any, path: Path, offset: int) -> datetime:
    text = record.rec_headers.get_header("WARC-Date") or ""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UnreadableContent(f"{path.name}: the record at offset {offset} has no date: {text!r}") from error
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)


def _head(record: Any) -> StatusAndHeaders | None:
    """The HTTP status line and headers at the start of a record, or None where it has none."""
    if not record.length:
        return None
    try:
        return StatusAndHeadersParser(HTTP).parse(record.raw_stream)
    except (StatusAndHeadersParserException, EOFError):
        return None


def _status(head: StatusAndHeaders | None) -> int | None:
    code = head.get_statuscode() if head is not None else ""
    return int(code) if re.fullmatch("[1-5][0-9]{2}", code) else None


def _headers(head: StatusAndHeaders | None) -> Headers | None:
    return None if head is None else tuple((name, value) for name, value in head.headers)


def _read(stream: Any, limit: int) -> bytes | None:
    """All of the stream, or None where it is longer than `limit`."""
    chunks: list[bytes] = []
    size = 0
    while chunk := stream.read(CHUNK):
        size += len(chunk)
        if size > limit:
            return None
        chunks.append(chunk)
    return b"".join(chunks)


def _drain(record: Any) -> None:
    while record.raw_stream.read(CHUNK):
        pass


def _require_whole(record: Any, path: Path, offset: int) -> None:
    """A record must hold as many bytes as it says: warcio ends a cut file quietly."""
    missing = getattr(record.raw_stream, "limit", 0)
    if record.rec_headers.get_header("Content-Length") is None or missing:
        raise UnreadableContent(f"{path.name}: the record at offset {offset} is cut short, {missing} bytes are missing")


def _failure(reason: Reason, detail: str) -> Failure:
    return Failure(reason=reason, detail=detail, transient=False)


def _too_large(limit: int) -> Failure:
    return _failure(Reason.TOO_LARGE, f"the body is larger than {limit} bytes")
