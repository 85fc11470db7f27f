"""A visit that found nothing new is settled unread, and a first one is read as fetched: nothing comes out otherwise."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.keys import source_revision
from domain.sources import Source
from domain.visits import Attempt, Purpose, Visit
from pipeline import World, detect
from pipeline.detecting.first_look import at_hand, read_first
from pipeline.detecting.noise import WINDOW
from pipeline.detecting.quiet import LOOKED_BACK, settle
from tests.integration.support_pipeline import MONDAY, Moments, attempt_at, opened

PRICES = ("$10", "$12", "$10 <b>only today</b>")


def not_modified(attempt: Attempt, world: World, source: Source) -> Attempt:
    """The same visit answered by a 304, where there is a baseline to answer for."""
    baseline = world.archive.derived.baseline(source.name)
    if baseline is None:
        return attempt
    part = replace(attempt.parts[0], status=304, body=b"")
    return replace(attempt, parts=(part,), not_modified=True, validated_visit=baseline.id)


def tell(home: Path, steps: list[tuple[str, int]], *, fast: bool) -> tuple[list[object], int]:
    """What is derived of visits in order, read one by one or settled where they may be; and how many were settled."""
    home.mkdir(exist_ok=True)
    (home / "bellwether.db").unlink(missing_ok=True)
    clock, settled = Moments(MONDAY), 0
    with opened(home, clock) as world:
        source, visits = world.sources[0], list[Visit]()
        for what, hours in steps:
            attempt = attempt_at(source, clock.now, PRICES[0] if what == "304" else what if what != "500" else None)
            attempt = replace(attempt, revision=source_revision(source), purpose=Purpose.CHECK)
            if what == "500":
                attempt = attempt_at(source, clock.now, None, status=500)
            given = not_modified(attempt, world, source) if what == "304" else attempt
            known = world.archive.derived.baseline(source.name) is not None
            visit = world.archive.visits.record(given)
            visits.append(visit)
            if not known and fast:
                alone = bool(
                    read_first(world, [(visit, source, at_hand([given], [visit])[visit.id])], world.derivation())
                )
            else:
                alone = fast and bool(settle(world, [visit], world.derivation()))
            settled += alone and known
            if not alone:
                detect(world, source)
            clock.now += timedelta(hours=hours)
        derived = world.archive.derived
        found = [derived.interpretation(visit.id) for visit in visits]
        baseline = derived.baseline(source.name)
        return [found, baseline, derived.changes(), derived.sightings()], settled


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from([*PRICES, "304", "304", "500", PRICES[0]]), st.sampled_from([1, 30, 200])),
        min_size=2,
        max_size=9,
    )
)
def test_settling_says_what_reading_would_say(tmp_path: Path, steps: list[tuple[str, int]]) -> None:
    read, _ = tell(tmp_path / "read", steps, fast=False)
    settled, _ = tell(tmp_path / "settled", steps, fast=True)
    assert settled == read


def test_a_page_that_stays_is_never_read_again(tmp_path: Path) -> None:
    _, settled = tell(tmp_path / "home", [(PRICES[0], 24), ("304", 24), (PRICES[0], 24), ("304", 24)], fast=True)
    assert settled == 3


def test_a_page_that_changed_is_read_until_nothing_can_come_of_the_change_any_more(tmp_path: Path) -> None:
    steps = [(PRICES[0], 24), (PRICES[1], 24), *[(PRICES[1], 24)] * (LOOKED_BACK + 1)]
    _, settled = tell(tmp_path / "home", steps, fast=True)
    assert settled == 1
    assert 2 * WINDOW <= LOOKED_BACK
