"""Repeated lines, rows and cards: which of them went, what came in its place, and how much work a page may cost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.comparing import compare, pairing
from diffing.comparing.compare import compare_blocks
from diffing.comparing.pairing import Line, pair, pair_regions
from diffing.wording.text import compared
from domain.content import Block, Cell, Where


def item(text: str, *path: str) -> Block:
    return Block(where=Where.LIST, path=path, text=text)


def row(*cells: str) -> Block:
    return Block(
        where=Where.TABLE, path=(), text=" | ".join(cells), cells=tuple(Cell(header="", text=one) for one in cells)
    )


def line(block: Block) -> Line:
    return Line(block, block.text, "")


def texts(pairs: list[compare.Pair]) -> list[tuple[str | None, str | None]]:
    return [(old.text if old else None, new.text if new else None) for old, new in pairs]


def paragraphs(*texts: str) -> list[Block]:
    return [Block(where=Where.PARAGRAPH, path=(), text=text) for text in texts]


@given(st.integers(min_value=1, max_value=400))
def test_a_long_text_cut_elsewhere_says_the_same_wherever_it_is_cut(at: int) -> None:
    words = " ".join(f"{letter}{other} written 3 days ago" for letter in "abcdefghij" for other in "klmnopqr").split()
    after = paragraphs(*(" ".join(part) for part in (words[:at], words[at:]) if part))
    assert len(words) == 400
    assert compare_blocks(paragraphs(" ".join(words)), after) == []


def test_a_long_table_of_ticks_cut_into_other_rows_says_the_same() -> None:
    rows = [f"Alpha | {'✓ ✗ ✓ ✓ ✗' if at % 3 else '✗ ✓'}" for at in range(96)]
    wider = [f"{one} {other}" for one, other in zip(rows[::2], rows[1::2], strict=True)]
    assert compare_blocks(paragraphs(*rows), paragraphs(*wider)) == []


@pytest.mark.parametrize("word", [0, 30, 399])
def test_a_long_text_cut_elsewhere_with_another_word_is_told(word: int) -> None:
    words = [f"{letter}{other}" for letter in "abcdefghijklmnopqrst" for other in "abcdefghijklmnopqrst"]
    changed = [*words[:word], "otherwise", *words[word + 1 :]]
    assert compare_blocks(paragraphs(" ".join(words)), paragraphs(" ".join(changed[:200]), " ".join(changed[200:])))


def test_of_equal_items_the_one_that_went_is_named_with_its_own_heading() -> None:
    plans = ("Starter", "Growth", "Scale")
    before = [item(text, plan) for plan in plans for text in ("E-mail help", "Audit log", "Single sign-on")]
    after = [one for one in before if one != item("Audit log", "Growth")]
    [(gone, come)] = compare_blocks(before, after)
    assert gone == item("Audit log", "Growth")
    assert come is None


def test_of_equal_rows_the_one_that_came_is_the_one_that_came() -> None:
    before = [row("yes", "no")] * 4 + [row("Limits", "none")] + [row("yes", "no")] * 4
    after = [*before[:7], row("yes", "no"), row("yes", "no"), *before[7:]]
    assert len(compare_blocks(before, after)) == 2


def test_a_hundred_rows_with_new_prices_are_a_hundred_rows_replaced() -> None:
    cities = [f"{letter}{end}" for letter in "BCDFGHKLMN" for end in ("aden", "erlin", "illund", "olonia", "urgos") * 2]
    names = [f"{city} {'new' if at // 5 % 2 else 'old'} town" for at, city in enumerate(cities)]
    before = [row(name, f"${at + 100}", "each night") for at, name in enumerate(names)]
    after = [row(name, f"${at + 207}", "each night") for at, name in enumerate(names)]
    pairs = compare_blocks(before, after)
    assert len(pairs) == len(names) == 100
    assert all(old and new and old.cells[0] == new.cells[0] for old, new in pairs)


def test_rows_in_another_order_are_found_by_their_name() -> None:
    names = [f"Plan {letter}{other}" for letter in "abcdefghij" for other in "klmnopqrst"]
    before = [row(name, f"{at} seats") for at, name in enumerate(names)]
    after = [row(name, f"{at + 500} seats") for at, name in enumerate(names)][::-1]
    assert all(old and new and old.cells[0] == new.cells[0] for old, new in compare_blocks(before, after))


def test_a_row_that_moved_and_nothing_else_is_no_difference() -> None:
    rows = [row(f"Feature {word}", "yes") for word in ("one", "two", "three", "four", "five")]
    assert compare_blocks(rows, [rows[3], *rows[:3], rows[4]]) == []


def test_one_row_put_in_among_many_is_one_row() -> None:
    rows = [row("Seats", "10")] * 50
    assert texts(compare_blocks(rows, [*rows[:20], row("Rooms", "4"), *rows[20:]])) == [(None, "Rooms | 4")]


def test_a_row_is_likened_to_the_row_of_its_name_first() -> None:
    old = [line(row("Starter", "$10", "5 users")), line(row("Standard", "$20", "9 users"))]
    new = [line(row("Standard", "$10", "5 users")), line(row("Starter", "$20", "9 users"))]
    assert [(one.block.cells[0], other.block.cells[0]) for one, other in pair(old, new) if one and other] == [
        (Cell(header="", text="Starter"),) * 2,
        (Cell(header="", text="Standard"),) * 2,
    ]


def test_past_the_limit_only_neighbours_are_likened() -> None:
    old = [line(item(f"{word} kept as it was before")) for word in ("first", "second", "third", "fourth")]
    new = [line(item(f"{word} kept as it was, said otherwise")) for word in ("first", "second", "third", "fourth")]
    assert all(one and other for one, other in pair(old, new, at_most=4))
    far = [line(item(f"nothing like number {at}, {'x' * at}")) for at in range(20)]
    assert pair([old[0]], [*far, new[0]], at_most=4)[0] == (old[0], None)


def test_a_page_likens_no_more_pairs_than_the_limit() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    tiny = [
        ([line(item(f"{one}{other}"))] * 60, [line(item(f"{other}.{one}"))] * 60) for one in letters for other in "xy"
    ]
    likened = sum(len(old) * len(new) for old, new in tiny)
    assert likened < pairing.MOST_ON_PAGE < 10 * likened
    assert len(pair_regions(tiny * 10)) >= 60 * len(tiny) * 10


def test_no_more_pairs_come_back_than_anyone_could_be_told() -> None:
    before = [item(f"a line of the old page, number {at}") for at in range(12_000)]
    after = [item(f"something else altogether: {at}, {at * 7}") for at in range(12_000)]
    assert len(compare_blocks(before, after)) == compare.MOST_PAIRS


LINES = st.lists(st.sampled_from(["a", "b", "c", "yes", "no", "ten words"]).map(item), max_size=30)


@given(before=LINES, after=LINES)
def test_what_went_and_what_came_makes_the_one_page_of_the_other(before: list[Block], after: list[Block]) -> None:
    left = [block.text for block in before]
    for gone, come in compare_blocks(before, after):
        if gone:
            left.remove(gone.text)
        if come:
            left.append(come.text)
    assert sorted(left) == sorted(block.text for block in after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Growth +12% in March", "Growth -12% in March"),
        ("Growth +12% in March", "Growth −12% in March"),
        ("A reply in >= 99 of 100 cases", "A reply in <= 99 of 100 cases"),
        ("Uptime ≥ 99%", "Uptime ≤ 99%"),
        ("Answers < 5 minutes", "Answers > 5 minutes"),
        ("Balance ±5 points", "Balance +5 points"),
        ("Discount (-€5)", "Discount (+€5)"),
    ],
)
def test_the_sign_of_a_number_is_compared(before: str, after: str) -> None:
    assert compared(before) != compared(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Growth -12% in March", "Growth −12% in March"),
        ("Uptime >= 99%", "Uptime ≥ 99%"),
        ("Teams of 10-20 people", "Teams of 10–20 people"),
        ("Teams of 10 - 20 people", "Teams of 10 – 20 people"),
        ("Teams of 10 -20 people", "Teams of 10–20 people"),
        ("Call +49 30 5550 1234", "Call 49 30 5550 1234"),
        ("Call (030) 555-1234", "Call 030 555 1234"),
        ("Version 2-1", "Version 2 1"),
        ("Next -> 5 steps", "Next → 5 steps"),
        ("~5 minutes", "≈5 minutes"),
    ],
)
def test_a_hyphen_between_numbers_or_another_spelling_of_a_sign_is_not_compared(before: str, after: str) -> None:
    assert compared(before) == compared(after)
