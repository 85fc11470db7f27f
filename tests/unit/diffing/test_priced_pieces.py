"""A piece names an amount by its own words, whatever stands beside it."""

from hypothesis import given
from hypothesis import strategies as st

from diffing.reading.blocks import LONG, TOGETHER, read_page_tree
from diffing.reading.markup import parse
from diffing.wording.text import names_amount

ENDS = ("$", "49", "USD", "5 %", "kr", "12,5", "€ 3", "円", "3", "a plan")
TEXTS = st.lists(
    st.tuples(
        st.sampled_from(ENDS), st.sampled_from(("", " is what it says of it" * (LONG // 20))), st.sampled_from(ENDS)
    ).map("".join),
    max_size=2 * TOGETHER + 3,
)


@given(texts=TEXTS)
def test_pieces_looked_at_together_are_priced_each_by_itself(texts: list[str]) -> None:
    root = parse("<div>" + "".join(f"<p>{text}</p>" for text in texts) + "</div>")
    assert root is not None
    pieces = read_page_tree(root, "").pieces
    assert [piece.text for piece in pieces] == texts
    assert [piece.priced for piece in pieces] == [names_amount(text) for text in texts]
