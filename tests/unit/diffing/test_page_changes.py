"""Two visits of a page come to the edits a person would name, and to nothing where only noise differs."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.comparing.compare import compare_blocks
from diffing.wording.words import word_runs
from domain.changes import ChangeStatus, EditKind
from domain.content import Block, Where
from domain.keys import edit_key
from domain.visits import PageState
from tests.unit.diffing.support_pages import PROSE, examined, said


def test_the_first_good_visit_is_the_baseline_and_no_change() -> None:
    told = examined(None, PROSE)
    assert (told.baseline, told.status, told.edits) == (True, None, ())


def test_a_new_price_in_a_table_is_one_replaced_row_with_its_cells() -> None:
    table = "<h2>Plans</h2><table><tr><th>Plan<th>Price<tr><td>Pro<td>{}<tr><td>Solo<td>$9</table>"
    [edit] = examined(table.format("$49"), table.format("$59")).edits
    assert (edit.kind, edit.where, edit.path) == (EditKind.REPLACED, Where.TABLE, ("Plans",))
    assert (edit.before, edit.after) == ("Pro | $49", "Pro | $59")
    assert [cell.text for cell in edit.cells_after] == ["Pro", "$59"]
    assert [(word.op, word.text) for word in edit.words if word.op != "same"] == [("removed", "$49"), ("added", "$59")]


def test_the_key_of_an_edit_is_made_of_source_path_and_both_texts() -> None:
    [edit] = examined("<h1>A</h1><p>Old words.</p>", "<h1>A</h1><p>New words.</p>").edits
    assert edit.key == edit_key(7, ("A",), "Old words.", "New words.")


def test_one_list_item_replaced_is_one_edit() -> None:
    page = "<h1>AI tools</h1><ul><li>Photo Enhancer</li><li>{}</li><li>Voice Changer</li></ul>"
    told = said(page.format("Happy Pony 1.0"), page.format("Image Maker 2"))
    assert {side for edit in told for side in edit} - {None} == {"Happy Pony 1.0", "Image Maker 2"}


def test_prices_that_change_places_between_plans_are_news() -> None:
    page = "<h2>Basic</h2><p>{} a month</p><h2>Pro</h2><p>{} a month</p>"
    assert said(page.format("$10", "$20"), page.format("$20", "$10")) == [
        ("$10 a month", "$20 a month"),
        ("$20 a month", "$10 a month"),
    ]


def test_a_renamed_plan_does_not_make_its_price_news() -> None:
    page = "<h2>{}</h2><p>$10 a month</p>"
    assert said(page.format("Basic"), page.format("Starter")) in (
        [("Basic", "Starter")],
        [("Basic", None), (None, "Starter")],
    )


def test_a_real_date_in_the_text_is_news() -> None:
    page = PROSE + "<p>These terms are effective from {} for all customers.</p>"
    assert len(said(page.format("8 July 2026"), page.format("9 July 2026"))) == 1


def test_one_date_line_that_moves_is_news() -> None:
    assert len(said(f"<p>July 8, 2026</p>{PROSE}", f"<p>July 9, 2026</p>{PROSE}")) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Effective 8 July 2026</p>", "<p>Effective July 8, 2026</p>"),
        ("<p>Stand: 8. Juli 2026</p>", "<p>Stand: 2026-07-08</p>"),
        ("<p>Updated: 08/07/2026</p>", "<p>Updated: 8 July 2026</p>"),
        ("<p>Posted 3 days ago by Ana</p>", "<p>Posted 4 days ago by Ana</p>"),
        ("<p>Publié il y a 2 heures</p>", "<p>Publié il y a 3 jours</p>"),
        ("<p>Request 9f86d081884c7d659a2feaa0c55ad015</p>", "<p>Request 60303ae22b998861bce3b28f33eec1be</p>"),
        ("<p>Ends here. © 2025 Brightvane</p>", "<p>Ends here. © 2026 Brightvane</p>"),
        ("<p>“Rates” – daily</p>", '<p>"Rates" - daily</p>'),
        ("<p>Rates&nbsp;daily&shy;</p>", "<p>Rates daily</p>"),
        ("<p>• First point</p>", "<p>- First point</p>"),
        ("<p>One line.<br>And more.</p>", "<p>One line.</p><p>And more.</p>"),
        ("<ul><li>A b c</li><li>D e f</li></ul>", "<ul><li>D e f</li><li>A b c</li></ul>"),
        ("<nav><a href=/a>Old menu</a></nav>", "<nav><a href=/a>New menu</a></nav>"),
        ("<footer>5 Old Street</footer>", "<footer>6 New Street, $5</footer>"),
        ("<div role=alert>Saved</div>", "<div role=alert>Gone</div>"),
        ("<p hidden>host-a3</p>", "<p hidden>host-b4</p>"),
        ("<a href='/x?utm_source=a'>See more</a>", "<a href='/x?utm_source=b'>See more</a>"),
        (
            "<div class='testimonials'><p>Great, says Ana.</p></div>",
            "<div class='testimonials'><p>Fine, says Bo.</p></div>",
        ),
    ],
)
def test_noise_is_no_change(before: str, after: str) -> None:
    assert said(PROSE + before, PROSE + after) == []


def test_dates_that_all_move_by_one_day_are_another_time_zone() -> None:
    page = PROSE + "<h2>Versions</h2><p>{} Dec 2021</p><p>{} Nov 2021</p><p>{} Aug 2021</p>"
    assert said(page.format(24, 25, 27), page.format(23, 24, 26)) == []


def test_a_price_in_a_testimonial_box_by_name_only_is_still_seen() -> None:
    page = PROSE + "<div class='share-box'><p>Now at {} a month</p></div>"
    assert len(said(page.format("$5"), page.format("$6"))) == 1


def test_ignored_words_never_make_a_change_and_others_still_do() -> None:
    page = PROSE + "<p>Build {} of the {} page.</p>"
    ignore = (r"Build \S+",)
    assert examined(page.format("a1", "plans"), page.format("b2", "plans"), ignore=ignore).status is None
    assert examined(page.format("a1", "plans"), page.format("b2", "price"), ignore=ignore).status is ChangeStatus.NEWS


def test_another_page_under_the_same_address_is_held() -> None:
    other = "".join(
        f"<p>Guests of our hotel number {n} enjoy a breakfast by the sea with fresh fruit.</p>" for n in range(9)
    )
    told = examined(f"<title>Terms</title>{PROSE}", f"<title>Welcome</title>{other}")
    assert (told.status, told.verdict.state) == (ChangeStatus.HELD, PageState.OK)


def test_a_page_that_lost_nearly_all_of_its_text_is_held() -> None:
    assert (
        examined(PROSE, "<p>Section 0 of these terms says in some detail what it is.</p>").status is ChangeStatus.HELD
    )


def test_a_page_written_anew_under_its_title_is_news() -> None:
    other = "".join(
        f"<p>Clause {n}: whoever rents data under this agreement agrees to share none of it.</p>" for n in range(12)
    )
    told = examined(f"<title>Terms</title>{PROSE}", f"<title>Terms</title>{other}")
    assert told.status is ChangeStatus.NEWS


def test_a_selector_that_no_longer_fits_the_earlier_visit_is_no_change() -> None:
    told = examined("<p>Old layout.</p>", "<main><p>New layout.</p></main>", select=("main",))
    assert (told.baseline, told.status) == (True, None)


WORDS = st.lists(st.sampled_from(("rates", "plans", "users", "$5", "terms", "Pro")), min_size=1, max_size=5)
PAGES = st.lists(WORDS.map(" ".join), max_size=12).map(
    lambda texts: [Block(where=Where.PARAGRAPH, path=(), text=text) for text in texts]
)


@given(PAGES)
@settings(max_examples=60, deadline=None)
def test_equal_pages_have_no_edits(page: list[Block]) -> None:
    assert compare_blocks(page, list(page)) == []


@given(st.lists(st.sampled_from("abcdefgh"), max_size=12), st.lists(st.sampled_from("abcdefgh"), max_size=12))
@settings(max_examples=100, deadline=None)
def test_edits_applied_to_the_old_blocks_give_the_new_ones(old: list[str], new: list[str]) -> None:
    before, after = ([Block(where=Where.LIST, path=(), text=text) for text in texts] for texts in (old, new))
    result = Counter(old)
    for gone, come in compare_blocks(before, after):
        result.subtract([gone.text] if gone else [])
        result.update([come.text] if come else [])
    assert +result == Counter(new)


@given(WORDS, WORDS)
@settings(max_examples=60, deadline=None)
def test_word_runs_spell_both_sides(old: list[str], new: list[str]) -> None:
    runs = word_runs(" ".join(old), " ".join(new))
    assert " ".join(run.text for run in runs if run.op != "added").split() == old
    assert " ".join(run.text for run in runs if run.op != "removed").split() == new


def test_a_hundred_thousand_equal_lines_are_compared_without_pairing_them() -> None:
    line = Block(where=Where.PARAGRAPH, path=(), text="same")
    assert len(compare_blocks([line] * 100_000, [line] * 99_999)) == 1


def test_lines_that_all_differ_are_said_once_each_and_not_paired() -> None:
    before, after = ([Block(where=Where.LIST, path=(), text=f"{side * 9}{n}") for n in range(5_000)] for side in "ab")
    pairs = compare_blocks(before, after)
    assert len(pairs) == 10_000
    assert all(None in pair for pair in pairs)


def test_a_page_of_hostile_size_says_no_more_than_a_person_could_read() -> None:
    before, after = ("".join(f"<p>{side} says {n}.</p>" for n in range(3_000)) for side in ("Ana", "Bo"))
    assert len(examined(before, after).edits) <= 2_000


def test_word_runs_of_a_huge_block_are_two_runs() -> None:
    old, new = " ".join(f"a{n}" for n in range(4_000)), " ".join(f"b{n}" for n in range(4_000))
    assert [run.op for run in word_runs(old, new)] == ["removed", "added"]


def test_a_testimonial_swapped_beside_real_news_is_a_minor_edit_of_it() -> None:
    quote = "<div class='testimonial'><p>“{} has made our audit a quiet affair”, says {} of Tessera.</p></div>"
    before, after = quote.format("It", "Ana"), quote.format("This", "Bo")
    told = examined(
        f"{PROSE}<p>Authorised for two agencies.</p>{before}", f"{PROSE}<p>Authorised for six agencies.</p>{after}"
    )
    assert [edit.minor for edit in told.edits] == [False, True]
