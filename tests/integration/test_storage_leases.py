"""Names that are held, what a holder that was overtaken cannot store, and what a run has visited."""

from collections.abc import Callable
from datetime import timedelta
from time import monotonic

import pytest

from domain.errors import SourceBusy, StorageError
from domain.links import Related
from domain.visits import Interpretation, PageState, Verdict
from storage import Archive
from storage.leases import Held
from tests.integration.support_storage import START, attempt, page_source

HOST = "host:acme.example"
HOUR = timedelta(hours=1)
NAMES = ["acme-pricing", "rival-news"]


@pytest.fixture
def ready(archive: Archive) -> Archive:
    archive.visits.register([page_source(name) for name in NAMES])
    return archive


def test_a_name_is_held_by_one_and_says_by_whom(ready: Archive, open_one: Callable[..., Archive]) -> None:
    with ready.runs.hold(["acme-pricing"], names=(HOST,)):
        assert set(ready.runs.holders()) == {"acme-pricing", HOST}
        with pytest.raises(SourceBusy, match=r"^host:acme\.example is held"), open_one().runs.hold([], names=(HOST,)):
            pass
        with pytest.raises(SourceBusy), open_one().runs.hold(["rival-news"], names=(HOST,)):
            pass
    assert ready.runs.holders() == {}


def test_a_host_rests_between_two_visitors_whoever_they_are(open_one: Callable[..., Archive]) -> None:
    first, second = open_one(clock=lambda: START), open_one(clock=lambda: START + timedelta(seconds=1))
    with first.runs.hold([], names=(HOST,), rest=timedelta(seconds=5)) as held:
        assert held.not_before is None
    with second.runs.hold([], names=(HOST,)) as held:
        assert held.not_before == START + timedelta(seconds=5)
    with open_one(clock=lambda: START + HOUR).runs.hold([], names=(HOST,)) as held:
        assert held.not_before is None


def test_a_holder_stands_while_its_lease_was_renewed_lately_by_its_own_clock() -> None:
    lease = timedelta(seconds=30)
    assert Held(token="a", lease=lease, renewed=monotonic()).stands()
    assert not Held(token="a", lease=lease, renewed=monotonic() - 31).stands()
    assert not Held(token="a", lease=lease, renewed=monotonic(), lost=True).stands()


def test_one_that_was_overtaken_stores_no_reading_and_no_end_of_its_run(
    ready: Archive, open_one: Callable[..., Archive]
) -> None:
    late, now = open_one(clock=lambda: START), open_one(clock=lambda: START + HOUR)
    run = ready.runs.start("crawl", ["acme-pricing"])
    derivation = ready.derived.derivation({"extractor": "1"})
    visit = ready.visits.record(attempt(0, b"Pro costs $49"))
    verdict = Verdict(state=PageState.OK)
    reading = Interpretation(visit=visit.id, verdict=verdict, baseline=True, change=None)
    with late.runs.hold(["acme-pricing"], names=(HOST,)) as frozen:
        with now.runs.hold(["acme-pricing"], names=(HOST,)):
            with pytest.raises(StorageError, match="took these sources over"):
                late.derived.store(reading, None, derivation=derivation, held=frozen)
            with pytest.raises(StorageError, match="took these sources over"):
                late.unchanged.store([visit], derivation=derivation, held=frozen)
            with pytest.raises(StorageError, match="took these sources over"):
                late.relations.store(Related(), derivation, START, held=frozen)
            with pytest.raises(StorageError, match="took these sources over"):
                late.runs.finish(run, "{}", held=frozen)
        assert not frozen.stands()
    assert ready.derived.waiting("acme-pricing") == (visit,)
    assert ready.derived.baseline("acme-pricing") is None


def test_a_run_that_is_taken_over_knows_what_it_visited_until_it_ends(ready: Archive) -> None:
    run = ready.runs.start("crawl", NAMES)
    with ready.runs.hold(NAMES, run=run) as held:
        ready.visits.record_all([attempt(0, b"Pro costs $49")], held=held)
        ready.visits.record_all([attempt(0, b"Pro costs $49")], held=held)  # handed over twice, stored once
    found = ready.runs.find(run)
    assert found is not None
    assert (found.targets, found.ended) == (tuple(NAMES), None)
    assert found.visited == {"acme-pricing"}
    ready.runs.finish(run, "{}")
    found = ready.runs.find(run)
    assert found is not None
    assert found.visited == frozenset()
    assert found.ended is not None
    assert ready.runs.find("no such run") is None


def test_thousands_of_runs_of_one_second_have_names_of_their_own(ready: Archive) -> None:
    runs = ready.runs.start_all("crawl", [["acme-pricing"]] * 3_000)
    assert len(set(runs)) == 3_000
    assert set(ready.runs.those(runs)) == set(runs)
