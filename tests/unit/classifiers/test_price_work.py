"""How much work prices are: twice the text is twice the work, and a dump of amounts is read in part."""

import sys
from collections.abc import Callable, Sequence
from types import FrameType

import pytest

from classifiers.prices.finder import find_prices
from classifiers.wording.passages import passages
from domain.changes import Edit
from domain.findings import Fact
from domain.sources import Source

Make = Callable[..., Edit]
Site = Callable[..., Source]


def calls_of(edits: Sequence[Edit], source: Source) -> tuple[int, tuple[Fact, ...]]:
    """How many functions are called to read the prices of edits, and what is told."""
    read = passages(edits)
    count = 0

    def called(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        facts = find_prices(read, source)
    finally:
        sys.setprofile(before)
    return count, facts


@pytest.mark.parametrize("place", ["entry", "paragraph"])
def test_twice_as_many_moves_in_a_text_are_twice_the_work(edit: Make, source: Site, place: str) -> None:
    words = "lifts Atlas from $31 to $37 and "
    short, long = (edit(None, words * times, place, ("Prices",)) for times in (40, 80))

    once, _ = calls_of((short,), source())
    twice, _ = calls_of((long,), source())

    assert twice < 3 * once


@pytest.mark.parametrize("words", ["Atlas $31 per month ", "$31, ", "$1,", "from $1 to $2 to "])
def test_a_dump_of_amounts_is_read_in_part(edit: Make, source: Site, words: str) -> None:
    short, long = (edit(None, words * times, "paragraph", ("Prices",)) for times in (700, 2_100))

    once, _ = calls_of((short,), source())
    thrice, _ = calls_of((long,), source())

    assert thrice < 1.5 * once


def test_what_lies_behind_the_amounts_that_are_read_is_neither_gone_nor_new(edit: Make, source: Site) -> None:
    rows = "".join(f"Size {number}: ${number}.50 per month\n" for number in range(1, 700))

    _, facts = calls_of((edit(rows, f"Size 0: $0.50 per month\n{rows}", "paragraph", ("Prices",)),), source())

    assert facts == ()


def test_twice_as_many_plans_are_twice_the_work(edit: Make, source: Site) -> None:
    def work(plans: int) -> int:
        cards = (
            edit(f"${n + 5} per month", f"${n + 7} per month", "card", ("Prices", f"Size {n}")) for n in range(plans)
        )
        return calls_of(tuple(cards), source())[0]

    assert work(120) < 3 * work(60)
