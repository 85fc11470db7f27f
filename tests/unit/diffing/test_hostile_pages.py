"""Pages made to hurt stay within stated bounds of blocks, edits and characters told, or are said to be unreadable."""

import pytest

from diffing.reading import limits
from diffing.reading.limits import MOST_EDITS, cut_up, require_countable, require_readable
from domain.errors import UnreadableContent
from domain.visits import PageState, Reason
from tests.unit.diffing.support_pages import examined

SENTENCE = "StayFeed gives hotel prices from ninety countries to revenue managers every single morning. "


def test_a_page_nested_deeper_than_we_read_is_unreadable_and_no_empty_page() -> None:
    found = examined(f"<p>{SENTENCE}</p>", "<div>" * 3_000 + SENTENCE * 5)
    assert (found.verdict.state, found.verdict.reason) == (PageState.ERROR, Reason.UNREADABLE)
    assert "nested deeper" in found.verdict.explanation
    assert not found.baseline
    assert found.edits == ()


def test_letters_set_bold_again_and_again_hide_nothing() -> None:
    page = "".join(f"<p><b><font color='red'>{SENTENCE}{n}" for n in range(1_200))
    found = examined(page, f"{page}<p>Now for two agencies.</p>")
    assert [edit.after for edit in found.edits] == ["Now for two agencies."]


@pytest.mark.parametrize(
    ("markup", "told"),
    [("x" * (limits.MOST_CHARACTERS + 1), "characters"), ("<b>" * (limits.MOST_TAGS + 1), "tags")],
)
def test_markup_past_a_limit_is_refused_with_the_limit(markup: str, told: str) -> None:
    with pytest.raises(UnreadableContent, match=rf"{told} and we read at most [\d,]+"):
        require_readable(markup)


def test_what_the_largest_real_pages_have_is_read() -> None:
    require_readable("<p>word</p>" * (limits.MOST_TAGS // 2))
    require_countable(limits.MOST_BLOCKS)
    with pytest.raises(UnreadableContent, match="blocks"):
        require_countable(limits.MOST_BLOCKS + 1)


def test_a_page_with_too_many_tags_is_an_error_and_the_baseline_stays() -> None:
    found = examined(f"<p>{SENTENCE}</p>", "<i>a</i>" * (limits.MOST_TAGS // 2 + 1))
    assert (found.verdict.state, found.verdict.reason, found.baseline) == (PageState.ERROR, Reason.UNREADABLE, False)


def test_a_text_of_one_element_is_compared_sentence_by_sentence() -> None:
    before = f"<p>{SENTENCE * 2_000}</p>"
    after = f"<p>{SENTENCE * 1_000}Now from ninety-one of them. {SENTENCE * 1_000}</p>"
    found = examined(before, after)
    assert found.edits
    assert sum(len(edit.before or "") + len(edit.after or "") for edit in found.edits) < 4 * limits.LONGEST_BLOCK
    assert any("ninety-one" in (edit.after or "") for edit in found.edits)


@pytest.mark.parametrize("text", ["x" * 50_000, "ab " * 20_000, SENTENCE * 500, "文。" * 9_000, "1" * 7_001])
def test_a_text_cut_up_loses_nothing_and_no_piece_is_long(text: str) -> None:
    pieces = list(cut_up(text))
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert max(map(len, pieces)) <= 1_000


def test_a_sentence_put_on_top_leaves_the_later_pieces_as_they_were() -> None:
    text = "".join(f"This is sentence number {n} of a rather long text without paragraphs. " for n in range(500))
    before, after = set(cut_up(text)), set(cut_up(f"One more of them. {text}"))
    assert len(before - after) < 12


def test_lines_that_all_differ_are_told_up_to_the_limit() -> None:
    before, after = ("".join(f"<p>{side} tells of {n}, and more.</p>" for n in range(6_000)) for side in ("Ana", "Bo"))
    assert 0 < len(examined(before, after).edits) <= MOST_EDITS + 60


def test_thousands_of_dates_that_moved_are_compared() -> None:
    before, after = (
        "".join(f"<p>Updated: {n % 28 + 1}/{n % 12 + 1}/{year + n % 40}</p>" for n in range(3_000))
        for year in (1940, 1990)
    )
    assert len(examined(before, after).edits) <= MOST_EDITS + 60


def test_nested_furniture_and_long_names_do_not_multiply() -> None:
    title = "Very long heading " * 5_000
    page = f"<h2>{title}</h2>{'<nav>' * 500}{''.join(f'<p>item {n}</p>' for n in range(500))}{'</nav>' * 500}"
    found = examined(page + f"<p>{SENTENCE}</p>", page + f"<p>{SENTENCE} More.</p>")
    assert all(len(name) <= limits.LONGEST_TITLE for edit in found.edits for name in edit.path)


def test_an_address_that_holds_a_file_is_no_link() -> None:
    data = "data:image/png;base64," + "A" * limits.LONGEST_ADDRESS
    found = examined(f"<p>{SENTENCE}</p>", f"<p>{SENTENCE}</p><p>Now with <a href='{data}'>a drawing</a> of it.</p>")
    assert [edit.links for edit in found.edits] == [()]
