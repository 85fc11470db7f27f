"""The line that tells a change without facts: the words that changed, the page and section they stand in, and how
many more there are."""

import pytest

from classifiers.headlines.bundles import bundles
from classifiers.headlines.headline import edits_line
from classifiers.headlines.weighing import without_standing
from classifiers.wording.page_names import page_name
from domain.changes import Edit, EditKind, Word
from domain.content import Cell, Where
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind

PRIVACY = "https://brightvane.example/legal/privacy-policy"


def edit(before: str | None, after: str | None, **given: object) -> Edit:
    kind = EditKind.REPLACED if before and after else EditKind.ADDED if after else EditKind.REMOVED
    fields: dict[str, object] = {"where": Where.PARAGRAPH, "path": (), **given}
    key = f"{before}{after}{given.get('path', '')}"
    return Edit(key=key, kind=kind, before=before, after=after, **fields)  # type: ignore[arg-type]


def runs(*pairs: tuple[str, str]) -> Edit:
    words = tuple(Word(op=op, text=text) for op, text in pairs)
    before = " ".join(word.text for word in words if word.op != "added")
    after = " ".join(word.text for word in words if word.op != "removed")
    return edit(before, after, words=words)


def line(*edits: Edit, url: str = PRIVACY) -> str:
    source = Source(
        name="brightvane-page",
        kind=SourceKind.PAGE,
        url=url,
        subject=Subject(kind=SubjectKind.COMPETITOR, name="Brightvane"),
        schedule=Schedule(text="1d"),
    )
    return edits_line("Brightvane", page_name(source, edits), bundles(edits), edits)


def test_a_page_that_bears_its_owners_name_is_called_without_it() -> None:
    told = line(edit("25 years", "30 years"), url="https://b.example/brightvane-privacy-policy")
    assert told.startswith("Brightvane's privacy policy changes")


def test_a_short_text_is_told_whole_with_its_page_and_its_heading() -> None:
    told = line(edit("25 years", "30 years", path=("Lumen 445", "Warranty")), url="https://b.example/modules/lumen")
    assert told == "Brightvane's “Lumen 445” page changes “25 years” to “30 years”, under “Warranty”"


def test_a_row_is_told_by_its_name_and_the_column_that_changed() -> None:
    before = (Cell(header="Model", text="KT-220R"), Cell(header="Status", text="Available"))
    after = (Cell(header="Model", text="KT-220R"), Cell(header="Status", text="Deprecated"))
    row = edit("KT-220R | Available", "KT-220R | Deprecated", where=Where.TABLE, cells_before=before, cells_after=after)
    told = line(row, url="https://b.example/docs/models")
    assert told == "Brightvane's documentation changes KT-220R (Status) from “Available” to “Deprecated”"


def test_a_new_row_is_told_with_its_columns() -> None:
    cells = (Cell(header="Model", text="Vireo 4"), Cell(header="Context", text="1M"), Cell(header="State", text="New"))
    row = edit(None, "Vireo 4 | 1M | New", where=Where.TABLE, path=("Models",), cells_after=cells)
    assert "adds “Vireo 4” (Context 1M, State New)" in line(row)


def test_a_row_whose_name_is_another_one_is_told_as_replaced() -> None:
    before = (
        Cell(header="Name", text="Mailwright Inc."),
        Cell(header="For", text="Mail"),
        Cell(header="In", text="US"),
    )
    after = (Cell(header="Name", text="Postreich GmbH"), Cell(header="For", text="Mail"), Cell(header="In", text="AT"))
    row = edit("Mailwright Inc. | Mail | US", "Postreich GmbH | Mail | AT", where=Where.TABLE)
    told = line(
        Edit(
            key="r", kind=row.kind, where=row.where, path=(), before=row.before, after=row.after,
            cells_before=before, cells_after=after,
        )
    )  # fmt: skip
    assert told == "Brightvane's privacy policy replaces “Mailwright Inc.” (US) with “Postreich GmbH” (AT)"


def test_words_put_into_a_sentence_are_told_with_their_clause() -> None:
    told = line(
        runs(
            ("same", "Guests may leave their luggage at the desk until the evening and are asked to"),
            ("added", "pay five euros and to"),
            ("same", "fetch it before the doors close for the night at the very latest"),
        )
    )
    assert "asked to pay five euros and to fetch it before the doors close" in told
    assert told.startswith("Brightvane's privacy policy now says “")


def test_a_sentence_put_into_a_paragraph_is_told_whole_and_by_itself() -> None:
    told = line(
        runs(
            ("same", "We keep your photos for thirty days and show them to nobody else than your friends."),
            ("added", "We never sell them."),
            ("same", "You may ask us at any time to delete them, and we do so within a week of your letter."),
        )
    )
    assert told == "Brightvane's privacy policy now says “We never sell them.”"


def test_a_sentence_that_went_is_told_by_itself_though_the_next_begins_alike() -> None:
    told = line(
        runs(
            ("same", "We ask for your age. If"),
            ("removed", "you are younger than eighteen, we request that you send us nothing. If"),
            ("same", "we become aware that a child has registered, we close the account and delete what it holds."),
        )
    )
    assert told.endswith("no longer says “If you are younger than eighteen, we request that you send us nothing.”")


def test_words_that_gave_way_are_told_beside_the_sentence_that_has_the_new_ones() -> None:
    told = line(
        runs(
            ("same", "Goods go back within"),
            ("removed", "60"),
            ("added", "30"),
            (
                "same",
                "days of their arrival. We pay the postage of what was sent by mistake and of nothing else, as a rule.",
            ),
        )
    )
    assert told.endswith("changes “60 days” to “30 days” in “Goods go back within 30 days of their arrival.”")


def test_of_two_differences_of_a_text_the_one_that_says_something_is_told() -> None:
    told = line(
        runs(
            ("same", "Article"),
            ("removed", "15.4"),
            ("added", "14.4"),
            ("same", "applies to every guest of the house, and whoever breaks it will be"),
            ("removed", "warned by the manager"),
            ("added", "asked to leave the house at once"),
        )
    )
    assert "changes “warned by the manager” to “asked to leave the house at once”" in told


def test_words_that_differ_only_in_case_or_marks_are_not_what_changed() -> None:
    told = line(
        runs(
            ("same", "Rules are on our"),
            ("removed", "Program page."),
            ("added", "program page, which includes the safety program."),
        )
    )
    assert "which includes the safety program" in told
    assert "instead of" not in told


def test_a_section_that_came_is_told_by_its_heading_and_how_it_begins() -> None:
    heading = edit(None, "Beta programmes", where=Where.HEADING, path=("Privacy",))
    body = edit(
        None, "If you take part in a test, we keep your answers for a year.", path=("Privacy", "Beta programmes")
    )
    told = line(heading, body)
    assert told == (
        "Brightvane's privacy policy adds “Beta programmes”: "
        "“If you take part in a test, we keep your answers for a year.”"
    )


def test_items_of_one_list_are_told_together() -> None:
    names = ("Calder Labs", "Penhale", "Norrhost", "Maisonette Travel", "Deskworks International", "Harbour Trust")
    items = [edit(None, name, where=Where.CARD, path=("Our partners", "Gold")) for name in names]
    told = line(*items, url="https://b.example/partners")
    assert told.startswith("Brightvane's partner page adds “Calder Labs”, “Penhale”, “Norrhost”")
    assert len(told) <= 160


def test_one_that_took_anothers_place_is_no_loss() -> None:
    gone = edit("Join us in Porto", None, path=("Home",))
    come = edit(None, "Brightvane joins the Calder Group", path=("Home",))
    told = line(gone, come, url="https://b.example/")
    assert told == "Brightvane's home page replaces “Join us in Porto” with “Brightvane joins the Calder Group”"


def test_the_same_words_changed_in_most_edits_are_what_changed() -> None:
    edits = [
        runs(("same", f"{place} of the"), ("removed", "Calder"), ("added", "Penhale"), ("same", "platform is free"))
        for place in ("Use", "Trial", "Support")
    ]
    assert line(*edits) == "Brightvane's privacy policy changes “Calder” to “Penhale” in three places"


def test_a_second_edit_is_told_where_there_is_room_and_others_are_counted() -> None:
    many = [
        edit("25 years", "30 years", path=("Data", "Warranty")),
        edit("445 W", "450 W", path=("Data", "Power")),
    ]
    told = line(*many, url="https://b.example/modules/x")
    assert "“25 years” to “30 years”" in told
    assert "“445 W” to “450 W”" in told
    assert "more edit" not in told
    long = [
        edit(None, f"{word} " * 20 + "we share what you tell us.", path=("Data", word)) for word in ("Ab", "Cd", "Ef")
    ]
    assert line(*long).endswith(", and two more edits")


def test_terms_are_many_and_a_policy_is_one() -> None:
    assert line(edit(None, "You must be 18."), url="https://b.example/terms").startswith("Brightvane's terms now say ")
    assert line(edit(None, "You must be 18."), url="https://b.example/cookies").startswith(
        "Brightvane's cookie policy now says "
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Last updated: 9 April 2026", "Last updated: 19 May 2026"),
        ("Dernière mise à jour : 01.02.2024", "Dernière mise à jour : 03.06.2024"),
        ("10.", "11."),
        ("Posted 1 month ago 107 applicants", "Posted 2 months ago 120 applicants"),
    ],
)
def test_a_line_that_only_dates_numbers_or_counts_the_page_is_told_last(before: str, after: str) -> None:
    told = line(edit(before, after), edit("Ask for Ann.", "Ask for Bob."), edit(None, after, path=("x",)))
    assert "Ask for Bob." in told
    assert "more edit" not in told


def test_a_page_that_only_got_a_new_date_says_so() -> None:
    told = line(edit("Updated: June 4, 2025", "Updated: January 8, 2026"))
    assert told == "Brightvane's privacy policy changes “Updated: June 4, 2025” to “Updated: January 8, 2026”"


def test_a_page_whose_clauses_only_got_numbers_says_so() -> None:
    clauses = ("Each party may end it.", "You pay us in time.", "We answer your letters.")
    told = line(*(runs(("added", f"I.{n}.a."), ("same", text)) for n, text in enumerate(clauses, 1)))
    assert told == "Brightvane's privacy policy differs only in dates, numbers of clauses or spelling, in 3 lines"


def test_a_heading_that_only_lost_its_number_does_not_lead() -> None:
    heading = edit("10. NO CHECKS", "NO CHECKS", where=Where.HEADING, path=("Terms",))
    real = edit(None, "Every guest is checked against the list of the police.")
    assert "Every guest is checked" in line(heading, real)


def test_a_heading_worded_anew_gives_way_to_the_text_below_it() -> None:
    path = ("Privacy",)
    heading = edit("Information about us and contact details", "Contact details", where=Where.HEADING, path=path)
    real = edit("We may send you offers.", "We send you no offers unless you agree.", path=path)
    assert line(heading, real).startswith("Brightvane's privacy policy changes “We may send you offers.”")


def test_french_words_stay_french_and_are_cut_where_a_clause_ends() -> None:
    told = line(
        edit(
            None,
            "La gestion du consentement relatif aux traceurs utilisés dans le cadre de notre mesure d’audience est "
            "assurée par un prestataire, qui permet à chaque utilisateur de consentir librement et en détail.",
        )
    )
    assert told.endswith("…”")
    assert not told.removesuffix("…”").endswith((" de", " la", " par", " qui", ","))
    assert len(told) <= 190  # it tells all there is


def test_a_page_made_anew_says_so_and_counts_its_edits() -> None:
    edits = [
        edit(None, f"Clause {n} says a thing of its own about the {n}th matter.", path=(f"S{n}",)) for n in range(70)
    ]
    told = line(*edits)
    assert told.startswith("Brightvane rewrites much of its privacy policy: it now says ")
    assert told.endswith("more edits")


def test_no_text_is_too_short_to_be_told() -> None:
    for before, after in (("", "0"), ("a", ""), (None, ""), ("", "one word more")):
        one = Edit(key="k", kind=EditKind.REPLACED, where=Where.LIST, path=("A", "B"), before=before, after=after)
        assert len(line(one, edit(None, "Ask for Bob."))) <= 160


SAFE = "We keep data safe."


@pytest.mark.parametrize(
    ("gone", "come", "left"),
    [
        (SAFE, f"{SAFE} We are working toward a certificate.", False),
        (SAFE, "Everybody knows that we keep  data safe, and so do we.", False),
        (SAFE, "We keep data safely stored.", True),
        ("Pro", "Pro Plus", True),
        ("The Pro plan ends.", "The Team plan begins.", True),
    ],
)
def test_a_text_that_a_new_one_still_holds_is_not_told_to_be_gone(gone: str, come: str, left: bool) -> None:
    removed, added = edit(gone, None), edit(None, come)
    assert without_standing([removed, added]) == ([removed, added] if left else [added])
    assert without_standing([removed, added], {removed.key}) == [removed, added]
