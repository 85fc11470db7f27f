"""Who takes whom as customer, supplier, seller or member, and whose product connects to whose."""

import pytest

from tests.unit.classifiers.support_said import Make, See, Site, agreed


@pytest.mark.parametrize(
    ("title", "kind", "other"),
    [
        ("Calder Hotels switches to Brightvane", "customer", "Calder Hotels"),
        ("Calder Hotels adopts Brightvane's rate engine", "customer", "Calder Hotels"),
        ("Brightvane chosen by Calder Hotels", "customer", "Calder Hotels"),
        ("Brightvane and Calder Rail conclude cooperation agreement", "agreement", "Calder Rail"),
        ("Brightvane reaches deal with Calder Rail", "agreement", "Calder Rail"),
        ("Brightvane to supply 40 readers to Calder Rail", "agreement", "Calder Rail"),
        ("Brightvane will equip Calder Rail with readers", "agreement", "Calder Rail"),
        ("Brightvane to run Calder Rail's ticket shop", "agreement", "Calder Rail"),
        ("Calder Rail awards five-year contract to Brightvane", "agreement", "Calder Rail"),
        ("Calder to resell StayFeed in Norway", "reseller", "Calder"),
        ("Brightvane joins the Hotel Data Council", "alliance", "Hotel Data Council"),
        ("Brightvane renewed as main sponsor of the Leeds Open", "sponsorship", "Leeds Open"),
        ("Connect your StayFeed rates to Calderbase", "integration", "Calderbase"),
        ("StayFeed integrates with Calderbase", "integration", "Calderbase"),
        ("Brightvane, Calder Rail to develop ticket reader", "partnership", "Calder Rail"),
    ],
)
def test_a_role_that_one_takes_at_the_other_is_told(
    title: str, kind: str, other: str, seen: See, entry: Make, source: Site
) -> None:
    assert agreed(title, seen, entry, source) == [(kind, {"Brightvane", other})]


def test_all_three_of_an_alliance_are_told_once(seen: See, entry: Make, source: Site) -> None:
    found = agreed("Brightvane, Calder and Norrhost form alliance", seen, entry, source)
    assert found == [("alliance", {"Brightvane", "Calder", "Norrhost"})]


@pytest.mark.parametrize(
    "title",
    [
        "Why Calder switched to Brightvane",
        "Ana Ruiz joins the Calder Group",
        "Calder Rail moves to Leeds",
        "Brightvane to provide update to Calder Investors",
        "Brightvane to deliver keynote for Calder University",
        "Brightvane works with Ireland on visas",
        "Brightvane to run Leeds",
        "Calder and Norrhost to build bridge",
        "Brightvane enters sales agreement with Calder Securities",
        "Brightvane rolls out StayFeed",
    ],
)
def test_what_is_no_role_of_ours_is_no_agreement(title: str, seen: See, entry: Make, source: Site) -> None:
    assert agreed(title, seen, entry, source) == []
