"""The unchanged lines beside an amount: its name where each amount has one, what stands above and below."""

from diffing.comparing.beside import lines_beside
from domain.changes import Beside
from domain.content import Block, Cell, Where

PATH = ("Acme", "Pick a plan")


def line(text: str, path: tuple[str, ...] = PATH, where: Where = Where.PARAGRAPH) -> Block:
    return Block(where=where, path=path, text=text)


def beside(before: list[Block], after: list[Block], at: int) -> Beside | None:
    (found,) = lines_beside([(before[at], after[at])], before, after)
    return found


def priced(first: str, second: str) -> list[Block]:
    return [line(text) for text in ("Booster", first, "per seat / month", "Rocket", second, "per seat / month")]


def test_the_line_above_names_an_amount_where_each_of_several_has_one() -> None:
    found = beside(priced("$68", "$168"), priced("$72", "$168"), 1)
    assert found == Beside(name="Booster", above="Booster", below="per seat / month")


def test_the_label_of_the_next_amount_is_not_the_unit_of_this_one() -> None:
    before, after = (
        [line(text) for text in ("Hourly", first, "Daily", "£18", "Weekly", "£70")] for first in ("£3", "£4")
    )
    assert beside(before, after, 1) == Beside(name="Hourly", above="Hourly")


def test_labels_in_small_letters_belong_to_the_amounts_below_them_where_each_is_so() -> None:
    before, after = ([line(text) for text in ("hourly", first, "daily", "£18")] for first in ("£3", "£4"))
    assert beside(before, after, 1) == Beside(name="hourly", above="hourly")


def test_a_unit_below_an_amount_stays_its_own_though_another_amount_follows() -> None:
    before, after = (
        [line(text) for text in ("Starter", first, "per month", "$200", "per year")] for first in ("$20", "$25")
    )
    assert beside(before, after, 1) == Beside(name="Starter", above="Starter", below="per month")


def test_the_same_unit_below_each_amount_names_none_of_them() -> None:
    before, after = ([line(text) for text in (first, "Per seat", "$9", "Per seat")] for first in ("$5", "$6"))
    assert beside(before, after, 0) == Beside(below="Per seat")


def test_a_lone_amount_is_named_by_no_line() -> None:
    before, after = ([line("Most popular"), line(amount)] for amount in ("$68", "$72"))
    assert beside(before, after, 1) == Beside(above="Most popular")


def test_amounts_below_each_other_have_no_name() -> None:
    before, after = ([line("Pro"), line(amount), line("$40 a year")] for amount in ("$5 a month", "$6 a month"))
    assert beside(before, after, 1) == Beside(above="Pro", below="$40 a year")


def test_what_changed_too_or_stands_under_another_heading_is_not_beside() -> None:
    other = line("per month", ("Acme", "Elsewhere"))
    before, after = [line("Old"), line("$68"), other], [line("New"), line("$72"), other]
    pairs = [(before[0], after[0]), (before[1], after[1])]
    assert lines_beside(pairs, before, after) == [None, None]


def test_an_amount_that_is_a_heading_has_its_unit_under_it() -> None:
    def page(amount: str) -> list[Block]:
        return [line(amount, where=Where.HEADING), line("per year, GST extra", (*PATH, amount))]

    assert beside(page("₹1,25,000"), page("₹1,45,000"), 0) == Beside(below="per year, GST extra")


def test_rows_of_tables_and_long_texts_keep_to_themselves() -> None:
    cells = (Cell(header="Plan", text="Pro"), Cell(header="Price", text="$5"))
    row = Block(where=Where.TABLE, path=PATH, text="Pro | $5", cells=cells)
    text = line("For $5 a month you get all that a small team can wish for in its very first year.")
    assert lines_beside([(None, row), (None, text)], [], [row, text]) == [None, None]
