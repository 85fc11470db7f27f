"""What became what is quoted from both texts with the same reach: whole dates, quantities, names and sentences."""

import pytest

from tests.unit.classifiers.test_telling import edit, line, runs


@pytest.mark.parametrize(
    ("same", "gone", "come", "behind", "told"),
    [
        (
            "Rooms cost more from", "1", "2", "February 2026 on, for all who book.",
            "“1 February 2026” to “2 February 2026” in “Rooms cost more from 2 February 2026 on, for all who book.”",
        ),
        (
            "The desk is run by Dr.", "Tom Ash,", "Ida Maria Elm,", "who answers all letters.",
            "“Dr. Tom Ash” to “Dr. Ida Maria Elm” in “The desk is run by Dr. Ida Maria Elm, who answers all letters.”",
        ),
        ("Each guest may bring", "2", "3", "bags to the house.", "“2 bags” to “3 bags” in “Each guest may bring 3"),
        (
            "Of whatever we plan to do with the rooms of our guests we shall", "notify", "tell", "you by a letter.",
            "“notify” to “tell” in “Of whatever we plan",
        ),
        (
            "In the summer the breakfast of the house is open to the guests of the", "Calder Rooms.", "Penhale House.",
            "", "“Calder Rooms” to “Penhale House” in “",
        ),
    ],
)  # fmt: skip
def test_both_sides_have_the_same_reach(same: str, gone: str, come: str, behind: str, told: str) -> None:
    pairs = [("same", same), ("removed", gone), ("added", come), *([("same", behind)] if behind else [])]
    assert f"changes {told}" in line(runs(*pairs))


def test_a_sentence_put_in_is_no_part_of_the_words_that_changed_behind_it() -> None:
    told = line(
        runs(
            ("same", "We look at the day of your stay and at what you ate at the desk."),
            ("added", "What we leave out."),
            ("same", "We do not"),
            ("removed", "engage in selling of"),
            ("added", "sell"),
            ("same", "what we learn by it, and throw it away after a day."),
        )
    )
    assert "changes “engage in selling of” to “sell” in “We do not sell what we learn by it" in told


def test_few_signs_that_gave_way_to_many_words_are_left_out() -> None:
    told = line(
        runs(
            ("same", "We answer"), ("removed", "a"), ("added", "every letter in two weeks and each"), ("same", "mail.")
        )
    )
    assert told.endswith("now says “We answer every letter in two weeks and each mail.”")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "We keep the picture of your passport only to look at it and compare it with other",
            "“We keep the picture of your passport only to look at it and compare it…”",
        ),
        (
            "Nous gardons la photo de votre passeport pour la comparer avec les images que vous",
            "“Nous gardons la photo de votre passeport pour la comparer avec les images que vous”",
        ),
        (
            "We keep the picture of your passport only to look at it, and delete it after your stay",
            "“We keep the picture of your passport only to look at it, and delete it after your stay”",
        ),
    ],
)
def test_a_line_that_ends_amid_a_sentence_is_cut_before_its_small_words(text: str, told: str) -> None:
    assert line(edit(None, text)).endswith(f"now says {told}")


def test_addresses_in_other_places_are_told_as_that_and_lead_over_nothing() -> None:
    links = runs(
        ("same", "The list of harbours stands at"),
        ("removed", "https://skerry.example/en/berths (for boats) or https://skerry.example/en/slips"),
        ("added", "https://skerry.example/berths (for boats) or https://skerry.example/slips"),
        ("same", "(for dinghies)."),
    )
    assert line(links).startswith(
        "Brightvane's privacy policy changes web addresses in “The list of harbours stands at"
    )
    assert "wording only" not in line(links)
    assert "may not be let" in line(links, edit(None, "A berth may not be let to others."))


def test_a_condition_is_worth_more_than_the_section_it_stands_in() -> None:
    text = (
        "Guests who live on the island have a right under its own old law to bring a claim in court for a breach "
        "of contract if they hold that we have shut them out without a reason that they could have known of before."
    )
    told = line(edit(None, text, path=("Privacy", "1. HARBOUR RULES")))
    assert "of contract if they hold…" in told
    assert "under “1" not in told
