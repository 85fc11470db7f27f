"""Titles with a version, an end or a name in them that tell of no product of the company."""

import pytest

from tests.unit.classifiers.support_said import product_moves


def moves(text: str) -> list[tuple[str, str]]:
    return [(one.move, one.name) for one in product_moves(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Chapter 11 brings relief to creditors",
        "Easter 2027 brings fuller ferries",
        "Route 66 goes live on radio",
        "Kestrel Days 2027 brings 300 captains to Oslo",
        "FerryLens Forum 2027 brings captains to Leeds",
        "Android 17 introduces limits for FerryLens",
        "macOS 27 removes support for FerryLens widgets",
        "Node 26.1 makes builds faster",
    ],
)
def test_a_number_behind_a_plain_word_or_anothers_system_is_no_version_of_ours(text: str) -> None:
    assert moves(text) == []


def test_a_made_name_or_a_version_with_a_full_stop_is_a_products() -> None:
    assert moves("FerryLens 5 ships with tide tables") == [("launched", "FerryLens")]
    assert moves("FerryLens 2027 brings tide tables to Android") == [("launched", "FerryLens")]
    assert moves("Harbour 5.1 ships with tide tables") == [("launched", "Harbour")]
    assert moves("Version 5.1 adds tide tables") == [("feature_added", "tide tables")]


@pytest.mark.parametrize(
    "text",
    [
        "FerryLens will be turned off for three hours on Tuesday for maintenance",
        "FerryLens Tides closes on Friday at 4pm",
        "FerryLens Radio goes offline for the weekend",
        "FerryLens Boards will be switched off until Thursday",
        "FerryLens is no longer available during planned maintenance",
    ],
)
def test_what_comes_back_has_not_ended(text: str) -> None:
    assert moves(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "FerryLens Tides goes offline for good",
        "FerryLens Tides shuts down on Friday 4 June at 4pm",
        "FerryLens Tides will be switched off in June",
    ],
)
def test_what_does_not_come_back_has_ended(text: str) -> None:
    assert moves(text) == [("retired", "FerryLens Tides")]


@pytest.mark.parametrize(
    "text",
    [
        "Rumor: Kestrel to sunset FerryLens Tides",
        "Kestrel mulls discontinuing FerryLens Tides",
        "Kestrel is weighing up dropping FerryLens Tides",
    ],
)
def test_what_is_only_thought_of_has_not_ended(text: str) -> None:
    assert moves(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The platform known as FareBox keeps crews busy",
        "Why a tool named MapMine is everywhere",
        "FerryLens Scout hits the market price",
        "Removed: Lena Holt from the supervisory board",
        "Kestrel introduces Lena Holt, head of research",
        "Kestrel adds Lena Holt, chief scientist",
        "Harrow Lines replaces Calder TideBox with Kestrel FerryLens",
        "Calder unveils TideBox, the closest rival to FerryLens",
    ],
)
def test_what_others_have_or_do_and_who_comes_or_goes_is_no_product_of_ours(text: str) -> None:
    assert moves(text) == []


def test_the_companys_own_is_told_in_the_same_words() -> None:
    assert moves("Kestrel presents a new reader called TideBox") == [("launched", "TideBox")]
    assert moves("Kestrel launches TideBox, a rival to Calder Radar") == [("launched", "TideBox")]
    assert moves("Kestrel replaces FerryLens Basic with FerryLens Start") == [("replaced", "FerryLens Start")]
    assert moves("FerryLens Scout hits the market today") == [("launched", "FerryLens Scout")]
