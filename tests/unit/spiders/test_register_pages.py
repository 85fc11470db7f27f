"""Pages of a register: their addresses, and how many records they hold."""

import pytest

from domain.sources import Paging, RegistryShape
from spiders.registry import page_url, record_count


@pytest.mark.parametrize(
    ("url", "number", "expected"),
    [
        ("https://r.example/list", 0, "https://r.example/list?page=1"),
        ("https://r.example/list?kind=a%20b", 2, "https://r.example/list?kind=a+b&page=3"),
        ("https://r.example/list?page=9&kind=a", 1, "https://r.example/list?page=2&kind=a"),
        ("https://r.example/list?empty=", 0, "https://r.example/list?empty=&page=1"),
    ],
)
def test_the_page_number_takes_its_place_in_the_query(url: str, number: int, expected: str) -> None:
    assert page_url(url, Paging(parameter="page"), number) == expected


@pytest.mark.parametrize(
    ("body", "shape", "count"),
    [
        (b"[1, 2]", RegistryShape(), 2),
        (b'{"data": {"items": []}}', RegistryShape(records="data.items"), 0),
        (
            b'{"recent": {"form": ["10-K", "8-K"], "date": ["a", "b"]}}',
            RegistryShape(records="recent", columnar=True),
            2,
        ),
        (b'{"data": {}}', RegistryShape(records="data.items"), None),
        (b"<h1>Oops</h1>", RegistryShape(), None),
        (b'{"a": 1}', RegistryShape(), None),
        (None, RegistryShape(), None),
    ],
)
def test_records_are_counted_where_the_source_says(body: bytes | None, shape: RegistryShape, count: int | None) -> None:
    assert record_count(body, shape) == count
