"""Words marked in the evidence: what changed, and what a tag or fact quotes."""

from hypothesis import given
from hypothesis import strategies as st

from digest.marks import Piece, pieces
from domain.changes import Word
from domain.findings import Quote, Side
from tests.unit.digest import worlds

EDIT = worlds.edit(
    "e",
    "Pro costs $49 a month",
    "Pro costs $59 a month",
    words=(
        Word(op="same", text="Pro costs"),
        Word(op="removed", text="$49"),
        Word(op="added", text="$59"),
        Word(op="same", text="a month"),
    ),
)


def quote(start: int, end: int, text: str, side: Side = Side.AFTER) -> Quote:
    return Quote(edit="e", side=side, start=start, end=end, text=text)


def test_changed_words_are_marked_on_their_own_side() -> None:
    assert [piece.text for piece in pieces(EDIT, Side.BEFORE, ()) if piece.changed] == ["$49"]
    assert [piece.text for piece in pieces(EDIT, Side.AFTER, ()) if piece.changed] == ["$59"]


def test_a_quote_may_cross_the_edge_of_a_change() -> None:
    found = pieces(EDIT, Side.AFTER, [quote(4, 13, "costs $59")])
    assert found == (
        Piece(text="Pro ", changed=False, quoted=False),
        Piece(text="costs ", changed=False, quoted=True),
        Piece(text="$59", changed=True, quoted=True),
        Piece(text=" a month", changed=False, quoted=False),
    )


def test_a_quote_that_is_not_in_the_text_marks_nothing() -> None:
    for wrong in (quote(4, 13, "costs $99"), quote(90, 99, "x"), quote(4, 13, "costs $59", Side.BEFORE)):
        side = wrong.side
        assert not any(piece.quoted for piece in pieces(EDIT, side, [wrong]))


def test_an_addition_is_marked_as_a_whole() -> None:
    assert pieces(worlds.edit("a", None, "all new"), Side.AFTER, ()) == (
        Piece(text="all new", changed=True, quoted=False),
    )
    assert pieces(worlds.edit("a", None, "all new"), Side.BEFORE, ()) == ()


@given(st.text(max_size=40), st.text(max_size=40), st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50))))
def test_the_pieces_join_to_the_text_whatever_is_marked(before: str, after: str, spans: list[tuple[int, int]]) -> None:
    edit = worlds.edit("e", before, after, words=(Word(op="removed", text=before[:7]), Word(op="added", text=after)))
    quotes = [quote(start, end, after[max(start, 0) : max(end, 0)]) for start, end in spans]
    assert "".join(piece.text for piece in pieces(edit, Side.BEFORE, quotes)) == before
    assert "".join(piece.text for piece in pieces(edit, Side.AFTER, quotes)) == after
