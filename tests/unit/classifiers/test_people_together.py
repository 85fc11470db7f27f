"""Several people in one sentence: to each the own office and company; and products, bodies and employments beside."""

from collections.abc import Callable, Sequence

import pytest

from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Appointment
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Read = Callable[[str], list[Appointment]]


@pytest.fixture
def read(seen: See, entry: Callable[..., Edit], source: Callable[..., Source]) -> Read:
    def values(text: str) -> list[Appointment]:
        found = [fact.value for one in seen(entry(text), of=source(kind="feed")) for fact in one.facts]
        return [value for value in found if isinstance(value, Appointment)]

    return values


def told(values: Sequence[Appointment]) -> list[tuple[str, str | None, str]]:
    return [(value.person, value.role, value.move.value) for value in values]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nora Feld and Paul Adler have joined Brightvane as CFO and CTO, respectively",
            [("Nora Feld", "CFO", "joined"), ("Paul Adler", "CTO", "joined")],
        ),
        (
            "Nora Feld and Paul Adler, chairman and treasurer, respectively, will step down",
            [("Nora Feld", "chairman", "left"), ("Paul Adler", "treasurer", "left")],
        ),
        (
            "Brightvane names Nora Feld as CFO and Paul Adler as CTO",
            [("Nora Feld", "CFO", "joined"), ("Paul Adler", "CTO", "joined")],
        ),
        (
            "Brightvane has replaced CFO Paul Adler with Nora Feld",
            [("Paul Adler", "CFO", "left"), ("Nora Feld", "CFO", "joined")],
        ),
    ],
)
def test_each_of_several_has_an_office_of_their_own(read: Read, text: str, expected: list[tuple[str, ...]]) -> None:
    assert told(read(text)) == expected


def test_where_one_came_from_is_not_told_of_the_next(read: Read) -> None:
    nora, paul = read("Brightvane names Nora Feld, formerly with Harrow, as CFO and promotes Paul Adler to COO")
    assert (nora.came_from, paul.came_from) == ("Harrow", None)


@pytest.mark.parametrize(
    "text",
    [
        "StaySense Max replaces StaySense Basic",
        "Nora Feld, founder and former chief executive of Brightvane, has died at 90",
        "Brightvane CFO Nora Feld named to the Governor's Council of Economists",
    ],
)
def test_a_product_a_founders_death_and_a_council_are_no_office(read: Read, text: str) -> None:
    assert told(read(text)) == []


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("CFO Nora Feld will transition to Vice Chair", ("Nora Feld", "Vice Chair", "joined")),
        ("On Tuesday, Nora Feld was elected to the Board", ("Nora Feld", "Board", "board")),
        (
            "Brightvane terminated Paul Adler's employment as General Counsel",
            ("Paul Adler", "General Counsel", "left"),
        ),
        ("The president named Nora Feld as Trade Secretary", ("Nora Feld", "Trade Secretary", "joined")),
    ],
)
def test_ways_to_move_that_were_missed_are_told(read: Read, text: str, move: tuple[str, ...]) -> None:
    assert told(read(text)) == [move]


def test_what_names_the_person_is_no_organisation(read: Read) -> None:
    (one,) = read("Brightvane's Nora Feld named chair of the Retail Data Association")
    assert one.organisation is None


LONG = (
    "On 4 May, following a review of the leadership of the company and its subsidiaries by the nominating committee, "
    + "which heard advisers, weighed candidates from within and from outside, " * 9
)


def test_a_sentence_too_long_to_be_read_at_once_is_read_by_its_clauses(read: Read) -> None:
    assert told(read(f"{LONG}the directors appointed Nora Feld as Chief Risk Officer.")) == [
        ("Nora Feld", "Chief Risk Officer", "joined")
    ]


def test_of_a_long_sentence_with_a_condition_no_clause_is_told(read: Read) -> None:
    assert told(read(f"If, {LONG}the directors appoint Nora Feld as Chief Risk Officer, she is paid more.")) == []
