"""A chain depends on everything said of a visit, and on every visit before it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from storage.chain import START, canonical, link

WHEN = datetime(2026, 2, 2, 6, 0, tzinfo=UTC)
VISIT: dict[str, Any] = {
    "id": 3,
    "source_id": 1,
    "revision": "r",
    "purpose": "check",
    "origin": "crawl",
    "captured_at": WHEN,
    "recorded_at": WHEN,
    "seconds": 0.25,
    "failure": None,
    "revisit_of": None,
    "about": None,
}
PART: dict[str, Any] = {
    "position": 0,
    "part": "page",
    "url": "https://acme.example/",
    "requested_url": "https://acme.example/",
    "status": 200,
    "headers": "[]",
    "sha256": "f" * 64,
    "size": 5,
}
OTHER: dict[str, Any] = {
    **dict.fromkeys(("id", "source_id", "revisit_of", "about", "position", "size"), 99),
    **dict.fromkeys(("revision", "purpose", "origin", "failure", "part", "url", "requested_url"), "another"),
    **dict.fromkeys(("captured_at", "recorded_at"), WHEN + timedelta(microseconds=1)),
    "seconds": 0.5,
    "status": None,
    "headers": None,
    "sha256": None,
}


@pytest.mark.parametrize("field", VISIT)
def test_every_field_of_a_visit_counts(field: str) -> None:
    assert canonical({**VISIT, field: OTHER[field]}, [PART]) != canonical(VISIT, [PART])


@pytest.mark.parametrize("field", PART)
def test_every_field_of_a_part_counts(field: str) -> None:
    assert canonical(VISIT, [{**PART, field: OTHER[field]}]) != canonical(VISIT, [PART])


def test_a_time_counts_the_same_in_whatever_zone_it_is_read_back() -> None:
    assert "2026-02-02T06:00:00.000000+00:00" in canonical(VISIT, [])


def test_the_link_depends_on_the_one_before() -> None:
    row = canonical(VISIT, [PART])
    assert link(START, row) != link(link(START, row), row)
