"""What changes at several places in the same way is told once, with how often; a number by what it numbers."""

from classifiers.headlines.bundles import bundles
from classifiers.headlines.headline import edits_line
from classifiers.wording.page_names import page_name
from domain.changes import Edit, EditKind, Word
from domain.content import Where
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind

TERMS = Source(
    name="page",
    kind=SourceKind.PAGE,
    url="https://skerry.example/legal/terms",
    subject=Subject(kind=SubjectKind.COMPETITOR, name="Skerry"),
    schedule=Schedule(text="1d"),
)


def swapped(lead: str, gone: str, come: str, tail: str) -> Edit:
    words = [("same", lead), ("removed", gone), ("added", come), ("same", tail)]
    runs = tuple(Word(op=op, text=text) for op, text in words if text)
    before, after = (" ".join(run.text for run in runs if run.op != op) for op in ("added", "removed"))
    key = f"{before}{after}"
    return Edit(
        key=key, kind=EditKind.REPLACED, where=Where.PARAGRAPH, path=(lead,), before=before, after=after, words=runs
    )


def told(*edits: Edit) -> str:
    return edits_line("Skerry", page_name(TERMS, edits), bundles(edits), edits)


def test_a_clause_is_told_with_what_it_is_called() -> None:
    said = told(swapped("Boats are let again in accordance with Article", "11.2", "12.2", "herein, in every case."))
    assert "change “Article 11.2” to “Article 12.2”" in said
    assert "herein”" not in said.split(" in ")[0]


def test_the_same_day_in_two_places_is_told_once() -> None:
    edits = [
        swapped("From", "3", "4", "June 2027 the berths cost what the harbour asks."),
        swapped("This clause holds from", "3", "4", "June 2027 on."),
    ]
    assert told(*edits) == (
        "Skerry's terms change “3 June 2027” to “4 June 2027” in two places, "
        "as in “From 4 June 2027 the berths cost what the harbour asks.”"
    )


def test_an_address_in_two_places_is_told_without_its_sentence() -> None:
    edits = [swapped(lead, "crew@old.skerry.example", "crew@skerry.example", ".") for lead in ("Write to", "Mail")]
    assert told(*edits).startswith(
        "Skerry's terms change “crew@old.skerry.example” to “crew@skerry.example” in two places"
    )
    assert "as in" not in told(*edits)


def test_two_changes_that_are_not_the_same_stay_two() -> None:
    one = swapped("From", "3", "4", "June 2027 the berths cost what the harbour asks.")
    other = swapped("Each of them lasts", "3", "5", "June 2027 days.")
    assert "two places" not in told(one, other)


def whole(before: str | None, after: str | None) -> Edit:
    kind = EditKind.ADDED if after else EditKind.REMOVED
    return Edit(key=f"{before}{after}", kind=kind, where=Where.PARAGRAPH, path=(), before=before, after=after)


SIGN_IN = (
    "You may sign in with your Ostrova account, and then we ask for no password of our own.",
    "When you sign in with Ostrova we read your name, your picture and the day of your birth from there.",
    "To part your account from that of Ostrova, open the settings of your boat and choose the other way.",
    "What becomes of the data that Ostrova keeps of you is told in the policy of that company.",
)


def test_a_way_to_sign_in_that_went_from_all_over_the_page_is_named() -> None:
    edits = [*(whole(text, None) for text in SIGN_IN), whole(None, "We keep the log of each trip for two years.")]
    assert told(*edits).startswith(
        "Skerry's terms drop “Ostrova” in four places; now say “We keep the log of each trip"
    )


def test_a_name_that_came_all_over_the_page_is_named() -> None:
    edits = [*(whole(None, text) for text in SIGN_IN), whole("We keep the log of each trip for two years.", None)]
    assert told(*edits).startswith("Skerry's terms add “Ostrova” in four places")


def test_a_name_that_another_edit_still_has_is_not_told_as_gone() -> None:
    edits = [*(whole(text, None) for text in SIGN_IN), whole(None, "Skippers may sign in with their Ostrova account.")]
    assert "drop “Ostrova”" not in told(*edits)


def test_words_that_begin_sentences_are_no_names() -> None:
    texts = (
        "Berths are let by the day.",
        "Berths are free at night.",
        "Berths are kept dry.",
        "Berths are lit at night.",
    )
    assert "“Berths” in" not in told(
        *(whole(f"{text} That is all that we promise about the harbour.", None) for text in texts)
    )


def test_a_town_of_a_new_address_is_told_with_the_address() -> None:
    leads = ("Write to us at", "Send the form, signed, to", "Our office is at", "You find the harbour at")
    edits = [swapped(lead, "4 Quay Road, Penhale", "9 Mole Street, Ostrova", "by the old tower.") for lead in leads]
    assert "4 Quay Road, Penhale" in told(*edits)


def test_the_lines_of_an_address_are_told_as_one() -> None:
    pairs = [
        ("Old Mole House", "9 Quay Road"),
        ("42 Mole Street", "Penhale 2"),
        ("Penhale 2, PN4", None),
        (None, "PN7 K3"),
    ]
    edits = [Edit(
        key=f"{pair}", kind=EditKind.REPLACED if all(pair) else EditKind.ADDED if pair[1] else EditKind.REMOVED,
        where=Where.PARAGRAPH, path=("Contact",), before=pair[0], after=pair[1],
    ) for pair in pairs]  # fmt: skip
    assert "“Old Mole House, 42 Mole Street, Penhale 2, PN4” with “9 Quay Road, Penhale 2, PN7 K3”" in told(*edits)
