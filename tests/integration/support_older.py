"""Databases as versions before this one had them, filled with visits that this one recorded."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select, text

from domain.visits import Failure, StoredPart, Visit
from storage import archive, tables
from storage.codec import to_json, write
from storage.database import Database
from storage.frames import frame
from storage.lookup import find

ROWS = {
    "frame": ("id", "source_id", "part", "size", "bytes"),
    "body": ("sha256", "size", "codec", "base", "depth", "bytes"),
    "visit": (
        *("id", "source_id", "revision", "purpose", "origin", "captured_at", "recorded_at", "seconds", "failure"),
        *("revisit_of", "about", "fingerprint", "chain"),
    ),
    "part": ("visit_id", "position", "part", "url", "requested_url", "status", "headers", "sha256", "size"),
}
HASHES = frozenset({"sha256", "base", "revision", "fingerprint", "chain"})


def make_older(url: str, version: str, filled: Path) -> None:
    """What the SQLite file `filled`, which has one source, holds of it, in an empty database of `version`.

    Rows are written as up to version 0014; later versions get them from there.
    """
    first = min(version, "0014")

    new, old = Database(f"sqlite:///{filled}"), Database(url)
    with new.reading() as reading, old.writing() as writing:
        archive.migrate(writing, None, to=first)
        writing.execute(text("INSERT INTO source (id, name) SELECT 1, :name"), {"name": find(reading)[0].source})
        writing.execute(text("UPDATE counter SET value = :last"), {"last": len(find(reading))})
        for table, rows in as_before(reading, texts=old.sqlite).items():
            for row in rows:
                add(writing, table, row, digits=version < "0013")
        if not old.sqlite:
            writing.execute(text("SELECT setval('frame_id_seq', max(id)) FROM frame HAVING max(id) IS NOT NULL"))
    if version > first:
        with old.rebuilding() as writing:
            archive.migrate(writing, first, to=version)
    new.close()
    old.close()


def add(connection: Connection, table: str, row: dict[str, Any], *, digits: bool) -> None:
    hashes = {name: row[name] for name in HASHES & row.keys() if row[name] is not None}
    if not digits:
        row = {**row, **{name: bytes.fromhex(value) for name, value in hashes.items()}}
    columns = ROWS[table]
    values = ", ".join(f":{name}" for name in columns)
    connection.execute(text(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values})"), row)


def as_before(connection: Connection, *, texts: bool) -> dict[str, list[dict[str, Any]]]:
    visits = find(connection)
    bodies = connection.execute(select(tables.body).order_by(tables.body.c.depth)).mappings().all()
    hashes = {None: None, **{row["id"]: row["sha256"] for row in bodies}}
    frames = connection.execute(select(frame)).mappings()
    return {
        "frame": [dict(row) for row in frames],
        "body": [{**row, "base": hashes[row["base"]]} for row in bodies],
        "visit": [visit_before(visit, texts=texts) for visit in visits],
        "part": [part_before(one, place, part) for one in visits for place, part in enumerate(one.parts)],
    }


def visit_before(visit: Visit, *, texts: bool) -> dict[str, Any]:
    """SQLite kept moments as text."""
    moments: dict[str, Any] = {"captured_at": visit.captured_at, "recorded_at": visit.recorded_at}
    if texts:
        moments = {name: f"{moment:%Y-%m-%d %H:%M:%S.%f}" for name, moment in moments.items()}
    return {
        **{name: getattr(visit, name) for name in ("id", "source_id", "seconds", "revisit_of", "about")},
        **{"purpose": visit.purpose.value, "origin": visit.origin.value, "revision": visit.revision},
        **{"chain": visit.chain, "fingerprint": f"{visit.id:064x}"},
        "failure": None if visit.failure is None else write(Failure, visit.failure),
        **moments,
    }


def part_before(visit: Visit, place: int, part: StoredPart) -> dict[str, Any]:
    row = {name: getattr(part, name) for name in ("part", "url", "requested_url", "status", "sha256", "size")}
    headers = None if part.headers is None else to_json([list(header) for header in part.headers])
    return {**row, "visit_id": visit.id, "position": place, "headers": headers}
