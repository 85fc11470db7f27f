"""The line that tells a change without facts: the words that changed, where they stand, and how many more there are."""

import pytest

from classifiers.telling import most_telling, said
from domain.changes import Edit, EditKind, Word
from domain.content import Cell, Where


def edit(before: str | None, after: str | None, **given: object) -> Edit:
    kind = EditKind.REPLACED if before and after else EditKind.ADDED if after else EditKind.REMOVED
    fields: dict[str, object] = {"where": Where.PARAGRAPH, "path": (), **given}
    return Edit(key=f"{before}{after}", kind=kind, before=before, after=after, **fields)  # type: ignore[arg-type]


def runs(*pairs: tuple[str, str]) -> tuple[Word, ...]:
    return tuple(Word(op=op, text=text) for op, text in pairs)


def test_a_short_text_is_shown_whole_with_its_heading() -> None:
    told = said(edit("25 years", "30 years", path=("Lumen 445", "Warranty")))
    assert told == "“25 years” becomes “30 years” under “Warranty”"


def test_a_row_is_told_by_its_name_and_the_column_that_changed() -> None:
    before = (Cell(header="Model", text="KT-220R"), Cell(header="Status", text="Available"))
    after = (Cell(header="Model", text="KT-220R"), Cell(header="Status", text="Deprecated"))
    told = said(edit("KT-220R | Available", "KT-220R | Deprecated", cells_before=before, cells_after=after))
    assert told == "KT-220R: Status “Available” becomes “Deprecated”"


def test_words_put_into_a_long_text_are_what_it_now_says() -> None:
    words = runs(
        ("same", "Guests may leave their luggage at the desk until the evening and are asked to"),
        ("added", "pay five euros and to"),
        ("same", "fetch it before the doors close for the night at the very latest"),
    )
    before = " ".join(word.text for word in words if word.op == "same")
    after = " ".join(word.text for word in words)
    assert said(edit(before, after, words=words)) == "now says “asked to pay five euros and to fetch it”"


def test_of_two_differences_of_a_text_the_greater_is_told() -> None:
    words = runs(
        ("removed", "15.4"),
        ("added", "14.4"),
        ("same", "applies to every guest of the house, and whoever breaks it will be"),
        ("removed", "warned by the manager"),
        ("added", "asked to leave the house at once"),
    )
    before = " ".join(word.text for word in words if word.op != "added")
    after = " ".join(word.text for word in words if word.op != "removed")
    assert "warned by the manager” becomes" in said(edit(before, after, words=words))


def test_the_heading_gives_way_where_there_is_no_room() -> None:
    told = said(edit("5 seats are included", "8 seats are included", path=("What every plan holds",)), 60)
    assert told == "“5 seats are included” becomes “8 seats are included”"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Last updated: 9 April 2026", "Last updated: 19 May 2026"),
        ("Dernière mise à jour : 01.02.2024", "Dernière mise à jour : 03.06.2024"),
        ("10.", "11."),
    ],
)
def test_a_line_that_only_dates_or_numbers_the_page_is_told_last(before: str, after: str) -> None:
    real = edit("Ask for Ann.", "Ask for Bob.")
    assert most_telling([edit(before, after), real, edit("", after)], ()) is real


def test_a_heading_that_only_lost_its_number_does_not_lead() -> None:
    words = runs(("removed", "10."), ("same", "NO CHECKS"))
    heading = edit("10. NO CHECKS", "NO CHECKS", where=Where.HEADING, words=words)
    real = edit(None, "Every guest is checked against the list of the police.")
    assert most_telling([heading, real], ()) is real


def test_a_heading_worded_anew_gives_way_to_the_text_below_it() -> None:
    heading = edit("Information about us and contact details", "Contact details", where=Where.HEADING)
    real = edit("We may send you offers.", "We send you no offers unless you agree.")
    assert most_telling([heading, real], ()) is real
