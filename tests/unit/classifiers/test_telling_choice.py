"""What of a page's edits the line tells first: what is new for its readers, and no button, hint or later clause."""

from domain.changes import Edit
from domain.content import Cell, Where
from tests.unit.classifiers.test_telling import edit, line, runs


def test_a_button_is_told_after_what_the_page_says() -> None:
    told = line(edit(None, "Download Brightvane now"), edit(None, "We keep your ticket."))
    assert told.startswith("Brightvane's privacy policy adds “We keep your ticket.”") or "We keep" in told.split(";")[0]


def test_a_page_that_got_only_buttons_says_so() -> None:
    told = line(edit(None, "Download Brightvane now"), edit(None, "Join Brightvane today"), edit(None, "Contact us"))
    assert told == (
        "Brightvane's privacy policy differs only in buttons and links: "
        "“Download Brightvane now”, “Join Brightvane today” and “Contact us”"
    )


def test_a_section_of_numbered_clauses_is_told_by_its_heading_and_first_clause() -> None:
    clauses = [
        "(1) The night desk keeps parcels that come for guests after the doors close, until they leave the house.",
        "(2) A parcel of more than twenty kilos is sent back on the day after it came, as a rule by the same carrier.",
        "(3) Guests must pay for the parcels that third parties send them, and are liable for what leaks out of them.",
    ]
    told = line(*(edit(None, text, where=Where.LIST) for text in ("Night desk", *clauses)))
    assert told.startswith("Brightvane's privacy policy adds “Night desk”: “The night desk keeps parcels")
    assert "more edit" not in told


def row(*texts: str) -> Edit:
    cells = tuple(Cell(header="", text=text) for text in texts)
    return edit(" | ".join(texts), None, where=Where.TABLE, path=("Trackers",), cells_before=cells)


def test_rows_that_went_are_told_before_the_hints_beside_them_and_say_whose_they_are() -> None:
    rows = [row(name, "Tallymark*", "counts visits") for name in ("_tm", "_tm_7", "_tmid")]
    hints = [
        edit(text, None, where=Where.LIST, path=("Trackers",))
        for text in (
            "Download and install the Tallymark opt-out module",
            "Refuse Tallymark and its trackers on our banner",
        )
    ]
    told = line(*rows, *hints)
    assert "drops “_tm”, “_tm_7” and “_tmid” (Tallymark)" in told


def test_a_new_rows_first_cell_is_cut_rather_than_left_out() -> None:
    texts = (
        "To make the house better",
        "How long guests look at each picture of a room and which of them they open " * 2,
    )
    cells = tuple(Cell(header="", text=text) for text in texts)
    told = line(edit(None, " | ".join(texts), where=Where.TABLE, cells_after=cells))
    assert "adds “To make the house better” (How long guests look at each picture" in told


def test_a_page_with_another_title_is_told_by_it() -> None:
    told = line(
        edit("Parcel and desk terms", None, where=Where.HEADING),
        edit(None, "House service terms", where=Where.HEADING),
        edit(None, "1. Parcels", where=Where.HEADING),
        edit(None, "Guests must pay for every parcel that third parties send them on or after 1 May."),
    )
    assert "replaces “Parcel and desk terms” with “House service terms”" in told


def test_an_address_that_got_words_is_no_news() -> None:
    link = runs(("same", "The rules"), ("removed", "www.rules.example/long"), ("same", "apply to all guests here"))
    told = line(link, edit("We ring the bell.", "We send you a letter."))
    assert "letter" in told.split(";")[0]
    assert line(link).endswith(" (wording only)")


def test_a_heading_in_other_words_is_counted() -> None:
    heading = edit("Device", "Device and photos", where=Where.HEADING, path=("Privacy",))
    assert line(heading, edit(None, "We look at your photos to " + "sort them by light and " * 8 + "age.")).endswith(
        "and one more edit"
    )


def test_what_moved_is_not_told_twice() -> None:
    told = line(
        edit(None, "A letter counts as writing. So does a mail.", path=("New",)),
        edit("A letter counts as writing.", None, path=("Old",)),
        edit(None, "Ask for Ann."),
    )
    assert told.count("A letter counts as writing") == 1


def test_a_policy_that_got_only_words_outside_its_text_says_so() -> None:
    told = line(*(edit(None, word, where=Where.LIST, path=()) for word in ("Sources", "History")))
    assert told == (
        "Brightvane's privacy policy differs only in words that stand outside the text: “Sources” and “History”"
    )


def test_a_heading_that_came_with_nothing_beneath_it_is_called_one_and_told_after_what_the_page_says() -> None:
    heading = edit(None, "Cookies of our night desk", where=Where.HEADING, path=("Cookies",))
    assert line(heading).startswith("Brightvane's privacy policy adds the heading “Cookies of our night desk”")
    both = line(heading, edit(None, "We keep the names of all guests for ten years.", path=("Names",)))
    assert both.startswith("Brightvane's privacy policy now says “We keep the names")


def test_a_document_that_got_another_title_in_its_place_is_told_by_it() -> None:
    title = edit("Privacy Policy", "Privacy Notice and Choices", where=Where.HEADING, path=())
    told = line(title, edit("We keep your ticket for a week.", "We keep your ticket for two weeks."))
    assert told.startswith("Brightvane's privacy policy replaces “Privacy Policy” with “Privacy Notice and Choices”")


def test_a_title_that_went_without_another_is_never_told_by_an_empty_quotation() -> None:
    told = line(edit("Privacy Policy", "", where=Where.HEADING, path=()), edit(None, "We keep your ticket."))
    assert "“”" not in told


def test_a_name_that_joins_a_list_amid_a_sentence_is_told_before_a_turn_of_phrase() -> None:
    before = "These terms hold for Harbour Desk, Harbour Mail, and other services, and not for guests."
    after = before.replace("Mail,", "Mail, Harbour Lantern,").replace("guests.", "guests at all.")
    assert "Harbour Lantern" in line(edit(before, after))


def test_a_line_that_begins_amid_a_sentence_is_told_from_its_first_whole_one() -> None:
    told = line(edit(None, "profile. We keep the first picture of each guest to set it beside all later ones"))
    assert "“We keep the first picture" in told
