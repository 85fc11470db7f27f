"""The hash chain of a source's visits, and the walk that finds whatever was changed or taken away since."""

import hashlib
from typing import Any

from storage.codec import to_json

START = "0" * 64
_VISIT_FIELDS = ("id", "source_id", "revision", "purpose", "origin", "failure", "revisit_of", "about")
_PART_FIELDS = ("position", "part", "url", "requested_url", "status", "headers", "sha256", "size")


def canonical(visit: dict[str, Any], parts: list[dict[str, Any]]) -> str:
    """A visit row and its part rows as one text that is the same wherever and whenever it is made."""
    row = {field: visit[field] for field in _VISIT_FIELDS}
    row["captured_at"] = visit["captured_at"].isoformat(timespec="microseconds")
    row["recorded_at"] = visit["recorded_at"].isoformat(timespec="microseconds")
    row["seconds"] = repr(float(visit["seconds"]))
    row["parts"] = [{field: part[field] for field in _PART_FIELDS} for part in parts]
    return to_json(row)


def link(previous: str, canonical_row: str) -> str:
    """sha256(previous chain || canonical row)."""
    return hashlib.sha256(previous.encode() + canonical_row.encode()).hexdigest()
