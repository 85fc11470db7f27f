"""Titles with two names and a verb of dealing in which nothing is agreed, or an agreement ends."""

import pytest

from tests.unit.classifiers.support_said import Make, See, Site, agreed


@pytest.mark.parametrize(
    "title",
    [
        "Brightvane will deliver assistance to Morocco",
        "Brightvane to manage Easter's queues",
        "Brightvane to host Calder's sales team in Oslo",
        "Brightvane works with Emma Lind on reading campaign",
        "Brightvane works with Firefighters",
        "Brightvane chooses Lisbon for its second site",
        "Brightvane selects Kotlin for its next reader",
        "Brightvane selects Paul Lind as deputy chair",
        "Brightvane picks Norrhost as future site",
        "Emma Lind took over from Paul Lind in May",
    ],
)
def test_a_place_a_person_or_a_cause_is_no_party(title: str, seen: See, entry: Make, source: Site) -> None:
    assert agreed(title, seen, entry, source) == []


@pytest.mark.parametrize(
    "title",
    [
        "Brightvane and Calder agree to meet",
        "Brightvane and Calder agreed to disagree",
        "In 2017, Brightvane signed a contract with Calder.",
        "Three years ago Calder selected Brightvane",
        "Brightvane signs agreement with Norr Union on wages",
        "Brightvane Rail and Brightvane Stays to merge",
    ],
)
def test_what_is_past_within_one_house_or_of_no_matter_is_no_agreement(
    title: str, seen: See, entry: Make, source: Site
) -> None:
    assert agreed(title, seen, entry, source) == []


@pytest.mark.parametrize(
    ("title", "kind", "other"),
    [
        ("Brightvane and Calder Rail agree to terminate their supply deal", "ended", "Calder Rail"),
        ("Brightvane, Calder Rail agreed to part ways", "ended", "Calder Rail"),
        ("Calder Hotels replaces Acme RateBox with Brightvane", "customer", "Calder Hotels"),
        ("Calder Hotels replaces its booking engine with Brightvane StayFeed", "customer", "Calder Hotels"),
        ("Brightvane to run Calder Rail's ticket shop", "agreement", "Calder Rail"),
        ("Brightvane selects Norrhost for its rate engine", "customer", "Norrhost"),
        ("Brightvane picks Calder as data partner", "customer", "Calder"),
        ("Brightvane partners with Paul Lind", "partnership", "Paul Lind"),
        ("Brightvane works with Calder Rail on fares", "partnership", "Calder Rail"),
    ],
)
def test_an_agreement_or_its_end_is_told_of_firms(
    title: str, kind: str, other: str, seen: See, entry: Make, source: Site
) -> None:
    assert agreed(title, seen, entry, source) == [(kind, {"Brightvane", other})]
