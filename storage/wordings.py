"""What visits repeat, kept once: revisions, addresses, and headers but for the values that are one answer's alone."""

import hashlib
import json
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, insert, select

from domain.errors import StorageError
from storage import tables
from storage.codec import to_json

# A value of so many digits is a date, an age, a tag or a number of the request: most likely another next time.
_OWN_DIGITS = 4
_MARKED: BindParameter[Any] = bindparam("marked", expanding=True)
_FIND = select(tables.wording).where(tables.wording.c.mark.in_(_MARKED)).order_by(tables.wording.c.id)
_ADD = insert(tables.wording).returning(tables.wording.c.text, tables.wording.c.id)


def mark_of(text: str) -> int:
    """By what a text is looked for: 31 bits, so that two may share one; the texts themselves are compared."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") >> 1


def numbers(connection: Connection, texts: Collection[str]) -> dict[str, int]:
    """The number of each text, given where it is new. Whoever calls holds the lock that writers of evidence take."""
    marks = {text: mark_of(text) for text in texts}
    found: dict[str, int] = {}
    for row in connection.execute(_FIND, {"marked": sorted(set(marks.values()))}):
        found.setdefault(row.text, row.id)
    new = [{"mark": marks[text], "text": text} for text in sorted(marks.keys() - found.keys())]
    if new:
        found |= {row.text: row.id for row in connection.execute(_ADD, new)}
    return found


def address_of(part: Mapping[str, Any]) -> str:
    """Where a part was asked for and, where that is another, where it came from."""
    asked, url = part["requested_url"], part["url"]
    return to_json([asked] if asked == url else [asked, url])


def split(headers: str | None) -> tuple[str | None, str | None]:
    """Headers as what answers share, with null for each value that is this one's own, and those values."""
    if headers is None:
        return None, None
    pairs = json.loads(headers)
    own = [value for _, value in pairs if _is_own(value)]
    shared = [[name, None if _is_own(value) else value] for name, value in pairs]
    return to_json(shared), to_json(own) if own else None


def _is_own(value: str) -> bool:
    return sum(letter.isdigit() for letter in value) >= _OWN_DIGITS


def parts_query() -> Select[Any]:
    """Parts with their wordings and hashes; `worded` makes of each row what was recorded."""
    part, body = tables.part, tables.body
    address, shared = tables.wording.alias("address"), tables.wording.alias("shared")
    joined = part.outerjoin(address, address.c.id == part.c.address_id)
    joined = joined.outerjoin(shared, shared.c.id == part.c.headers_id)
    joined = joined.outerjoin(body, body.c.id == part.c.body_id)
    hashed = body.c.sha256, func.coalesce(body.c.size, 0).label("size")
    wanted = (address.c.text.label("address"), shared.c.text.label("shared"), *hashed)
    return select(part, *wanted).select_from(joined).order_by(part.c.visit_id, part.c.position)


def worded(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A part as it was recorded; StorageError where its wordings are not those of a part."""
    try:
        asked, *elsewhere = json.loads(row["address"])
        headers = (
            None if row["headers_id"] is None else _joined(json.loads(row["shared"]), json.loads(row["own"] or "[]"))
        )
    except (TypeError, ValueError) as error:
        raise StorageError(f"part {row['part']} of visit {row['visit_id']}: its wording cannot be read") from error
    kept = {name: row[name] for name in ("visit_id", "position", "part", "status", "sha256", "size")}
    return {**kept, "url": elsewhere[0] if elsewhere else asked, "requested_url": asked, "headers": headers}


def _joined(shared: list[list[str | None]], own: list[str]) -> str:
    values = iter(own)
    return to_json([[name, next(values, None) if value is None else value] for name, value in shared])
