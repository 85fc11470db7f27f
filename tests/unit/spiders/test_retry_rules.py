"""When an answer is asked for again."""

import pytest

from domain.visits import FetchedPart
from spiders.retries import asked_to_wait, worth_another_try

NOON = "Mon, 02 Mar 2026 12:00:00 GMT"


def part(status: int, **headers: str) -> FetchedPart:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return FetchedPart(part="page", url="u", requested_url="u", status=status, headers=named, body=b"")


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (part(429, Retry_After="120"), 120.0),
        (part(503, retry_after=" 7 "), 7.0),
        (part(503, Retry_After="Mon, 02 Mar 2026 12:01:30 GMT", Date=NOON), 90.0),
        (part(503, Retry_After="Mon, 02 Mar 2026 11:00:00 GMT", Date=NOON), 0.0),
        (part(429, Retry_After="soon"), None),
        (part(429), None),
        (part(200, Retry_After="120"), None),
    ],
)
def test_a_wait_is_read_in_seconds_or_as_a_date(answer: FetchedPart, seconds: float | None) -> None:
    assert asked_to_wait(answer) == seconds


def test_only_an_answer_that_may_pass_is_asked_for_again() -> None:
    assert worth_another_try(part(503))
    assert not worth_another_try(part(500))
    assert not worth_another_try(part(404))
