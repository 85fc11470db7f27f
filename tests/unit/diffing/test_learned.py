"""Noise learned from history: what it takes to be learned, and that nothing which stays is hidden."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.comparing.compare import make_edit
from diffing.noise.learned import MOST_EDITS, LearnedNoise, learn, leave_out
from domain.changes import Captured, Change, ChangeStatus, Edit
from domain.content import Block, Where
from domain.keys import change_key
from domain.sources import Subject, SubjectKind

START = datetime(2026, 3, 2, 6, tzinfo=UTC)
PATH = ("Prices", "In their words")


def edit(before: str | None, after: str | None, path: tuple[str, ...] = PATH) -> Edit:
    old, new = (Block(where=Where.PARAGRAPH, path=path, text=text) if text else None for text in (before, after))
    return make_edit(1, old, new)


def change(seq: int, *edits: Edit, status: ChangeStatus = ChangeStatus.NEWS) -> Change:
    ends = [Captured(snapshot=n, seq=n, captured_at=START + timedelta(days=n)) for n in (seq - 1, seq)]
    return Change(
        key=change_key(1, seq - 1, seq),
        source="prices",
        source_id=1,
        subject=Subject(kind=SubjectKind.COMPETITOR, name="Brightvane"),
        status=status,
        before=ends[0],
        after=ends[1],
        edits=edits,
    )


def texts_in_turn(*texts: str) -> list[Change]:
    return [change(at + 2, edit(texts[at], texts[at + 1])) for at in range(len(texts) - 1)]


def by_slot(found: tuple[LearnedNoise, ...]) -> dict[str, LearnedNoise]:
    return {one.slot: one for one in found}


def test_two_changes_of_a_number_teach_nothing() -> None:
    history = texts_in_turn("17 open questions", "18 open questions", "25 open questions")
    assert learn(history, [1, 2, 3]) == ()


def test_a_number_that_moves_now_and_then_is_set_by_somebody() -> None:
    history = texts_in_turn("17 open questions", "18 open questions", "25 open questions", "26 open questions")
    assert learn(history, [1, 2, 3, 4])
    assert learn(history, list(range(1, 11))) == ()


def test_a_list_that_only_grows_is_news_each_time() -> None:
    history = [change(seq, edit(None, f"Release {seq} brings {'x' * seq} to everyone")) for seq in range(2, 9)]
    assert learn(history, list(range(1, 9))) == ()


def test_new_texts_that_never_come_back_are_news_each_time() -> None:
    words = ("alder", "birch", "cedar", "elm", "fir", "hazel", "larch")
    history = texts_in_turn(*(f"The newsroom speaks of {word} and of nothing else" for word in words))
    assert learn(history, list(range(1, 8))) == ()


def test_a_held_change_is_no_evidence() -> None:
    again = [change(seq, edit("17 open questions", f"{seq} open questions")) for seq in range(2, 8)]
    held = [replace(one, status=ChangeStatus.HELD) for one in again]
    assert learn(again, list(range(1, 8)))
    assert learn(held, list(range(1, 8))) == ()


def test_a_page_made_anew_teaches_nothing_and_is_told_whole() -> None:
    known = by_slot(learn(texts_in_turn(*(f"{count} open questions" for count in (17, 18, 25, 26))), [1, 2, 3, 4]))
    assert known
    edits = [edit(f"{at} open questions", f"{at + 1} open questions") for at in range(MOST_EDITS + 1)]
    assert not any(one.noise for one in leave_out(edits, known))
    assert learn([change(seq, *edits) for seq in range(2, 9)], list(range(1, 9))) == ()


def test_a_price_takes_more_to_be_called_noise() -> None:
    prices = [f"Pro costs ${amount} a month" for amount in (31, 32, 33, 34, 35, 36, 37)]
    assert learn(texts_in_turn(*prices[:5]), [1, 2, 3, 4, 5]) == ()
    assert learn(texts_in_turn(*prices), list(range(1, 8)))


def test_other_words_beside_the_moving_number_are_told_at_once() -> None:
    history = texts_in_turn(*(f"{count} open questions" for count in (17, 18, 25, 26)))
    known = by_slot(learn(history, [1, 2, 3, 4]))
    [told] = leave_out((edit("26 open questions", "26 open questions, answered by Ruth Aldana"),), known)
    assert not told.noise


def test_another_heading_is_another_place() -> None:
    pool = ("We were live in a week", "The night shift sleeps now", "Nobody opens five tabs any more")
    history = texts_in_turn(*(pool[turn % 3] for turn in range(7)))
    known = by_slot(learn(history, list(range(1, 8))))
    here, there = (edit(pool[0], pool[1], path) for path in (PATH, ("Prices", "Terms")))
    assert [bool(one.noise) for one in leave_out((here, there), known)] == [True, False]


@pytest.mark.parametrize("text", ["A text " * 40, "So."])
def test_a_text_of_another_size_is_no_piece_of_the_rotation(text: str) -> None:
    pool = ("We were live in a week", "The night shift sleeps now", "Nobody opens five tabs any more")
    known = by_slot(learn(texts_in_turn(*(pool[turn % 3] for turn in range(7))), list(range(1, 8))))
    [told] = leave_out((edit(pool[0], text),), known)
    assert not told.noise


words = st.text(alphabet="abcdefghij ", min_size=3, max_size=40).map(lambda text: f"w {text} w")
canaries = st.sampled_from(
    ["now $1,299 a seat", "from 30 September 2026", "Ruth Aldana leads us", "EUR 49 a month", "am 3. Mai 2027"]
)


@settings(max_examples=100, deadline=None)
@given(pool=st.lists(words, min_size=1, max_size=4, unique=True), turns=st.integers(2, 14), canary=canaries)
def test_a_first_seen_price_name_or_date_is_told_or_waits_wherever_noise_was_learned(
    pool: list[str], turns: int, canary: str
) -> None:
    """What waits is told by the next good visit that shows it: tests/integration/test_pipeline_noise.py."""
    history = texts_in_turn(*(f"{pool[turn % len(pool)]} {turn % 3}" for turn in range(turns)))
    seeded = change(turns + 1, edit(f"{pool[0]} 0", f"{pool[0]} {canary}"), edit(None, canary), edit(canary, None))
    known = by_slot(learn(history, list(range(1, turns + 2)), seeded))
    for one in leave_out(seeded.edits, known):
        assert not one.noise or one.waits


@settings(max_examples=100, deadline=None)
@given(counts=st.lists(st.integers(1, 10**6), min_size=4, max_size=12, unique=True), amount=st.integers(1, 9_999))
def test_an_amount_in_a_line_whose_number_moves_is_never_left_out_for_good(counts: list[int], amount: int) -> None:
    history = texts_in_turn(*(f"Pro costs ${count} a month" for count in counts))
    seeded = change(len(counts) + 1, edit(f"Pro costs ${counts[-1]} a month", f"Pro costs ${amount} a year"))
    known = by_slot(learn(history, list(range(1, len(counts) + 2)), seeded))
    assert all(not one.noise or one.waits for one in leave_out(seeded.edits, known))
