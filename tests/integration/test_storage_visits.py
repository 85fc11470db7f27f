"""Visits on both databases: recorded once, never rewritten, repeated bodies found again."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.errors import StorageError
from domain.keys import source_revision
from domain.sources import Paging
from domain.visits import Attempt, Purpose, Visit
from storage import Archive
from tests.integration.support_storage import (
    START,
    WALL,
    attempt,
    failed,
    judge,
    not_modified,
    page_part,
    page_source,
)

BODY = b"<p>Pro costs $49</p>" * 40
PLAIN = page_source()
REVISION = source_revision(PLAIN)


@pytest.fixture
def ready(archive: Archive) -> Archive:
    archive.visits.register([PLAIN, page_source("rival-news")])
    return archive


def test_a_visit_comes_back_as_it_was_recorded(ready: Archive) -> None:
    visit = ready.visits.record(attempt(1, BODY))
    assert visit == ready.visits.get(visit.id)
    assert (visit.source, visit.seq, visit.captured_at, visit.seconds) == (
        "acme-pricing",
        1,
        attempt(1, BODY).captured_at,
        0.25,
    )
    assert ready.visits.fetched(visit) == attempt(1, BODY).parts


def test_numbers_grow_by_one_over_all_sources(ready: Archive) -> None:
    seqs = [
        ready.visits.record(attempt(hour, BODY, name)).seq for hour in (1, 2) for name in ("acme-pricing", "rival-news")
    ]
    assert seqs == [1, 2, 3, 4]
    assert ready.visits.last_seq() == 4


def test_parts_keep_their_order_and_a_missing_body_stays_missing(ready: Archive) -> None:
    parts = (
        page_part(BODY),
        page_part(b"second", part="page-2"),
        page_part(None, part="article-1", status=None, headers=None),
    )
    visit = ready.visits.record(attempt(1, BODY, parts=parts))
    assert ready.visits.fetched(visit) == parts
    assert [part.size for part in visit.parts] == [len(BODY), 6, 0]


def test_a_failure_is_a_visit_too(ready: Archive) -> None:
    visit = ready.visits.record(failed(1))
    assert ready.visits.get(visit.id).failure == failed(1).failure
    assert ready.visits.fetched(visit) == ()


@pytest.mark.parametrize("again", [attempt(1, BODY), attempt(1, BODY, seconds=3.0)])
def test_an_attempt_handed_over_twice_is_stored_once(ready: Archive, again: Attempt) -> None:
    first = ready.visits.record(attempt(1, BODY))
    assert ready.visits.record(again) == first
    assert ready.visits.last_seq() == 1


def test_articles_followed_at_one_moment_are_not_taken_for_one_another(ready: Archive) -> None:
    first = ready.visits.record(attempt(1, BODY, purpose=Purpose.FOLLOW))
    other = page_part(BODY, part="article-1", url="https://acme-pricing.example/other")
    second = ready.visits.record(attempt(1, BODY, purpose=Purpose.FOLLOW, parts=(other,)))
    assert (first.seq, second.seq) == (1, 2)


def test_the_same_answer_again_is_a_revisit_of_the_first(ready: Archive) -> None:
    visits = [ready.visits.record(attempt(hour, BODY)) for hour in (1, 2, 3)]
    assert [visit.revisit_of for visit in visits] == [None, 1, 1]
    assert ready.visits.fetched(visits[2])[0].body == BODY


def test_a_304_shows_the_body_it_repeats(ready: Archive) -> None:
    first = ready.visits.record(attempt(1, BODY))
    second = ready.visits.record(not_modified(2, first))
    third = ready.visits.record(not_modified(3, second))
    assert (second.revisit_of, third.revisit_of) == (1, 1)
    assert second.main is not None
    assert second.main.sha256 is None
    assert ready.visits.fetched(third) == ready.visits.fetched(first)


def test_the_page_as_it_was_before_a_bot_wall_is_a_revisit(ready: Archive) -> None:
    page = ready.visits.record(attempt(1, BODY))
    judge(ready, page, baseline=True)
    wall = ready.visits.record(attempt(2, b"are you a robot?"))
    judge(ready, wall, WALL)
    again = ready.visits.record(attempt(3, b"are you a robot?"))
    back = ready.visits.record(attempt(4, BODY))
    assert (wall.revisit_of, again.revisit_of, back.revisit_of) == (None, None, page.id)


def test_a_visit_with_another_part_changed_is_no_revisit(ready: Archive) -> None:
    second = page_part(b"two", part="page-2")
    ready.visits.record(attempt(1, BODY, parts=(page_part(BODY), second)))
    other = ready.visits.record(attempt(2, BODY, parts=(page_part(BODY), replace(second, body=b"three"))))
    assert other.revisit_of is None


def test_a_304_for_a_visit_of_another_source_is_refused(ready: Archive) -> None:
    other = ready.visits.record(attempt(1, BODY, "rival-news"))
    with pytest.raises(StorageError, match="same source"):
        ready.visits.record(replace(not_modified(2, other), source="acme-pricing"))


def test_a_visit_of_an_unknown_source_is_refused_by_name(ready: Archive) -> None:
    with pytest.raises(StorageError, match="nobody-knows"):
        ready.visits.record(attempt(1, BODY, "nobody-knows"))


def test_visits_of_a_source_are_found_by_seq_and_purpose(ready: Archive) -> None:
    for hour in range(4):
        ready.visits.record(attempt(hour, BODY))
    ready.visits.record(attempt(9, BODY, purpose=Purpose.FOLLOW, about=2))
    assert seqs(ready.visits.of_source("acme-pricing")) == [1, 2, 3, 4]
    assert seqs(ready.visits.of_source("acme-pricing", after_seq=1, until_seq=3)) == [2, 3]
    assert seqs(ready.visits.of_source("acme-pricing", newest_first=True, limit=2)) == [4, 3]
    assert seqs(ready.visits.of_source("acme-pricing", purposes=[Purpose.FOLLOW])) == [5]
    assert seqs(ready.visits.serving(2, Purpose.FOLLOW)) == [5]
    assert ready.visits.serving(2, Purpose.SCREENSHOT) == ()


def seqs(visits: tuple[Visit, ...]) -> list[int]:
    return [visit.seq for visit in visits]


def test_a_renamed_source_keeps_its_id_and_history(ready: Archive) -> None:
    ready.visits.record(attempt(1, BODY))
    ids = ready.visits.register([page_source("acme-plans", was=("acme-pricing",))])
    assert ids == {"acme-plans": 1}
    assert [visit.source for visit in ready.visits.of_source("acme-plans")] == ["acme-plans"]
    assert ready.visits.of_source("acme-pricing") == ()
    assert list(ready.visits.verify()) == []


def test_registering_again_changes_nothing(ready: Archive) -> None:
    assert ready.visits.register([PLAIN]) == ready.visits.register([PLAIN]) == {"acme-pricing": 1}


def test_two_sources_may_not_both_have_been_one(ready: Archive) -> None:
    new = [page_source("one", was=("acme-pricing",)), page_source("two", was=("acme-pricing",))]
    assert ready.visits.register(new) == {"one": 1, "two": 3}


def test_the_validator_is_that_of_the_newest_visit_with_the_baselines_body(ready: Archive) -> None:
    first = ready.visits.record(attempt(1, BODY))
    assert ready.visits.validator(PLAIN, REVISION) is None
    judge(ready, first, baseline=True)
    newer = page_part(BODY, headers=(("etag", '"v2"'),))
    ready.visits.record(attempt(2, BODY, parts=(newer,)))
    ready.visits.record(attempt(3, b"blocked"))
    found = ready.visits.validator(PLAIN, REVISION)
    assert found is not None
    assert (found.visit, found.url, found.etag, found.last_modified) == (1, PLAIN.url, '"v2"', None)


@pytest.mark.parametrize(
    "other",
    [
        replace(PLAIN, render="browser"),
        replace(PLAIN, url="https://acme-pricing.example/moved"),
        replace(PLAIN, paging=Paging(parameter="page")),
        replace(PLAIN, select=("main",)),
    ],
)
def test_a_source_configured_otherwise_has_no_validator(ready: Archive, other: object) -> None:
    judge(ready, ready.visits.record(attempt(1, BODY)), baseline=True)
    assert ready.visits.validator(other, source_revision(other)) is None  # type: ignore[arg-type]


def test_a_lone_surrogate_or_nul_in_an_address_does_not_stop_a_visit(ready: Archive) -> None:
    part = page_part(BODY, url="https://acme-pricing.example/\x00\ud800", headers=(("X-Odd", "a\x00b\udfff"),))
    visit = ready.visits.record(attempt(1, BODY, parts=(part,)))
    assert visit.main is not None
    assert visit.main.headers == (("X-Odd", "a\x00b\ufffd"),)
    assert list(ready.visits.verify()) == []


def test_a_screenshot_is_kept_as_it_is_and_served_by_its_visit(ready: Archive) -> None:
    page = ready.visits.record(attempt(1, BODY))
    shot = page_part(b"\x89PNG" + bytes(500), part="screenshot")
    ready.visits.record(attempt(2, None, parts=(shot,), purpose=Purpose.SCREENSHOT, about=page.id))
    (served,) = ready.visits.serving(page.id, Purpose.SCREENSHOT)
    assert ready.visits.fetched(served)[0].body == shot.body
    assert served.revisit_of is None


def test_a_long_history_of_small_edits_reads_back_exactly(open_one: Callable[..., Archive]) -> None:
    archive = open_one(clock=lambda: START)
    archive.visits.register([PLAIN])
    bodies = [
        b"".join(b"<li>plan %d costs %d</li>" % (n, n * (1 if n != hour else 2)) for n in range(300))
        for hour in range(50)
    ]
    visits = [archive.visits.record(attempt(hour, body)) for hour, body in enumerate(bodies)]
    assert [archive.visits.fetched(visit)[0].body for visit in visits] == bodies
    assert {visit.recorded_at for visit in visits} == {START}
    assert list(archive.visits.verify()) == []
