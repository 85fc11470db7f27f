"""Where a person came from, who follows, from which day an act holds - and who the parties of an agreement are."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from bench.answers_bench import ANSWERS, READERS, exact
from bench.answers_prices import exact_prices
from classifiers import RuleBook
from classifiers.wording.effective import effective_on
from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Appointment, Move, Partnership, Regulation
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
Site = Callable[..., Source]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("approved, effective 1 March 2026", date(2026, 3, 1)),
        ("The fee takes effect on June 15, 2026.", date(2026, 6, 15)),
        ("Effective date: 2026-04-30", date(2026, 4, 30)),
        ("effective 31 February 2026", None),
        ("an effective remedy of 1 March 2026", None),
        ("founded on 1 March 2026", None),
    ],
)
def test_a_day_counts_only_after_words_that_put_into_force(text: str, day: date | None) -> None:
    assert effective_on(text) == day


def test_the_company_that_acts_and_the_one_that_was_left_are_told_apart(see_one: Callable[[str], Sighting]) -> None:
    (one,) = people(see_one("Brightvane hires Lena Brandt as head of sales; she was previously at Calder Labs."))
    assert (one.organisation, one.came_from, one.move) == ("Brightvane", "Calder Labs", Move.JOINED)


def test_the_leaver_has_a_successor(see_one: Callable[[str], Sighting]) -> None:
    (one,) = people(see_one("Jens Pohl, Chief Information Officer, retired and will be succeeded by Ute Kramer."))
    assert (one.person, one.move, one.successor) == ("Jens Pohl", Move.LEFT, "Ute Kramer")


def test_an_agencys_act_holds_from_its_day(see_one: Callable[[str], Sighting]) -> None:
    found = see_one("EPA approves Fieldguard, effective 1 March 2026.").facts
    (rule,) = [fact.value for fact in found if isinstance(fact.value, Regulation)]
    assert rule.effective_on == date(2026, 3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "London, 18 February 2026. CC Pharma and Calder Travel sign an agreement for the UK.",
        "18 February 2026. CC Pharma enters an agreement with Calder Travel.",
        "LEEDS, England, Feb. 18, 2026 /Wire/ -- CC Pharma enters into an agreement with Calder Travel.",
        "CC Pharma and Calder Travel announce partnership.\n“Bo Group and Al Group sign an agreement,” he said.",
        "CC Pharma partners with Calder Travel.\nForward-looking statements: Risk Factors and Annual Report form an "
        "agreement.",
        "LONDON – CC Pharma today announced a partnership with Calder Travel",
    ],
)
def test_parties_hold_no_dateline_quotation_or_boilerplate(see_one: Callable[[str], Sighting], text: str) -> None:
    found = [fact.value for fact in see_one(text).facts if isinstance(fact.value, Partnership)]
    assert [one.parties for one in found] == [("CC Pharma", "Calder Travel")]


FLOORS = json.loads((ANSWERS.parent / "floors.json").read_text(encoding="utf-8"))["facts"]


@pytest.mark.parametrize("figure", list(READERS))
def test_the_answers_written_first_are_met(book: RuleBook, figure: str) -> None:
    measured = exact(*READERS[figure], book)
    assert measured.count() >= FLOORS["own_texts"][figure]
    assert (measured.share() or 0) >= FLOORS["own"][figure], measured.misses


@pytest.mark.parametrize(("whose", "least"), [("own", 110), ("shown", 170), ("unread", 30)])
def test_the_price_snippets_written_first_are_met(book: RuleBook, whose: str, least: int) -> None:
    figures, count, misses = exact_prices(book, whose)
    assert count >= least
    assert not {name: figures[name] for name, floor in FLOORS["prices"][whose].items() if figures[name] < floor}, misses


def people(sighting: Sighting) -> list[Appointment]:
    return [fact.value for fact in sighting.facts if isinstance(fact.value, Appointment)]


@pytest.fixture
def see_one(seen: See, entry: Make, source: Site) -> Callable[[str], Sighting]:
    def one(text: str) -> Sighting:
        title, _, lead = text.partition("\n")
        (sighting,) = seen(entry(title, lead), of=source(kind="feed"))
        return sighting

    return one
