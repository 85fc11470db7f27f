"""Visit and part rows, made from an attempt and read back as records."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from domain.times import require_utc
from domain.visits import Attempt, Failure, FetchedPart, Headers, Purpose, StoredPart, Visit, VisitOrigin
from storage.bodies import sha256_of
from storage.codec import clean, read, to_json, write
from storage.wordings import address_of, split


def attempt_rows(attempt: Attempt, source_id: int) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The visit row, but for what the transaction decides (id, recorded_at, revisit_of, chain), and its part rows."""
    visit = {
        "source_id": source_id,
        "revision": attempt.revision,
        "purpose": attempt.purpose.value,
        "origin": attempt.origin.value,
        "captured_at": require_utc(attempt.captured_at),
        "seconds": float(attempt.seconds),
        "failure": None if attempt.failure is None else write(Failure, attempt.failure),
        "about": attempt.about,
        "revisit_of": None,
    }
    return visit, [_part_row(position, part) for position, part in enumerate(attempt.parts)]


def _part_row(position: int, part: FetchedPart) -> dict[str, Any]:
    # A 304 has no content (RFC 9110, section 15.4.5); an empty one is not the page having become empty.
    body = None if part.status == 304 and not part.body else part.body
    return {
        "position": position,
        "part": clean(part.part),
        "url": clean(part.url),
        "requested_url": clean(part.requested_url),
        "status": part.status,
        "headers": None if part.headers is None else to_json([list(header) for header in part.headers]),
        "sha256": None if body is None else sha256_of(body),
        "size": 0 if body is None else len(body),
    }


def texts_of(visit: dict[str, Any], parts: Sequence[dict[str, Any]]) -> set[str]:
    """What a visit says that others say too."""
    shared = {split(part["headers"])[0] for part in parts} - {None}
    return {visit["revision"], *(address_of(part) for part in parts), *(text for text in shared if text is not None)}


def stored_visit(visit: dict[str, Any], numbers: Mapping[str, int]) -> dict[str, Any]:
    """A visit as the columns of its table, by the numbers of its texts."""
    return {**{name: visit[name] for name in visit if name != "revision"}, "revision_id": numbers[visit["revision"]]}


def stored_part(
    part: dict[str, Any], visit_id: int, numbers: Mapping[str, int], bodies: Mapping[str, int]
) -> dict[str, Any]:
    """A part as the columns of its table, by the numbers of its texts and of its body."""
    shared, own = split(part["headers"])
    return {
        **{name: part[name] for name in ("position", "part", "status")},
        "visit_id": visit_id,
        "address_id": numbers[address_of(part)],
        "headers_id": None if shared is None else numbers[shared],
        "own": own,
        "body_id": None if part["sha256"] is None else bodies[part["sha256"]],
    }


def same_attempt(visit: Visit, parts: Sequence[Mapping[str, Any]], other: dict[str, Any]) -> bool:
    """Whether a stored visit is that of an attempt: source, time, purpose and answers, but not how long it took."""
    said = {
        "source_id": visit.source_id,
        "purpose": visit.purpose.value,
        "origin": visit.origin.value,
        "captured_at": visit.captured_at,
        "failure": None if visit.failure is None else write(Failure, visit.failure),
        "about": visit.about,
    }
    return all(other[name] == value for name, value in said.items()) and [_part_of(part) for part in parts] == list(
        visit.parts
    )


def visit_of(row: Mapping[Any, Any], parts: Sequence[Mapping[Any, Any]]) -> Visit:
    """A visit row (with its source's `name`) and its part rows, in order, as a record."""
    return Visit(
        id=row["id"],
        seq=row["id"],
        source=row["name"],
        source_id=row["source_id"],
        revision=row["revision"],
        purpose=Purpose(row["purpose"]),
        origin=VisitOrigin(row["origin"]),
        captured_at=row["captured_at"],
        recorded_at=row["recorded_at"],
        seconds=row["seconds"],
        parts=tuple(_part_of(part) for part in parts),
        failure=None if row["failure"] is None else read(Failure, row["failure"]),
        revisit_of=row["revisit_of"],
        about=row["about"],
        chain=row["chain"],
    )


def _part_of(row: Mapping[Any, Any]) -> StoredPart:
    return StoredPart(
        part=row["part"],
        url=row["url"],
        requested_url=row["requested_url"],
        status=row["status"],
        headers=None if row["headers"] is None else _headers(row["headers"]),
        sha256=row["sha256"],
        size=row["size"],
    )


def _headers(text: str) -> Headers:
    return tuple((name, value) for name, value in json.loads(text))


def good(visit: Visit) -> bool:
    """Whether every answer of a visit is a body with a 2xx (or none: an archive may know no status), or it repeats
    such a visit."""
    complete = all(part.sha256 is not None and (part.status or 200) < 300 for part in visit.parts)
    return visit.failure is None and bool(visit.parts) and (complete or visit.revisit_of is not None)
