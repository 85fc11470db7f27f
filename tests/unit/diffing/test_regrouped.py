"""Items that went from one heading to another beside it."""

from collections.abc import Mapping, Sequence

import pytest

from diffing.sifting.regrouped import regrouped
from domain.content import Block, Where

Groups = Mapping[str, Sequence[str]]
PARTNERS: Groups = {
    "Premier partners": ["Ashgrove Consulting", "Bravely Digital", "Nordhus IT"],
    "Advanced partners": ["Kolibri Systems", "Quay & Sons", "Tandem Data", "Vantis Group"],
}


def blocks(groups: Groups, where: Where = Where.LIST) -> list[Block]:
    found = []
    for label, items in groups.items():
        found.append(Block(where=Where.HEADING, path=("Partners",), text=label))
        found += [Block(where=where, path=("Partners", label), text=item) for item in items]
    return found


def moved(item: str, source: str, target: str, groups: Groups = PARTNERS) -> Groups:
    gone = {label: [one for one in items if one != item] for label, items in groups.items()}
    return gone | {target: [*gone[target], item]} if source in groups else groups


def told(before: Groups, after: Groups) -> list[tuple[str, str]]:
    """Heading and item of each side that is told, what went first."""
    return [
        ((one or other).path[-1], (one or other).text)  # type: ignore[union-attr]
        for one, other in regrouped(blocks(before), blocks(after))
    ]


def test_a_partner_that_rose_a_tier_is_told_with_both() -> None:
    assert told(PARTNERS, moved("Tandem Data", "Advanced partners", "Premier partners")) == [
        ("Advanced partners", "Tandem Data"),
        ("Premier partners", "Tandem Data"),
    ]


def test_a_card_that_is_told_by_its_heading_alone_moves_too() -> None:
    after = blocks(moved("Tandem Data", "Advanced partners", "Premier partners"), Where.HEADING)
    assert len(regrouped(blocks(PARTNERS, Where.HEADING), after)) == 2


def test_groups_in_another_order_are_no_change() -> None:
    assert told(PARTNERS, dict(reversed(PARTNERS.items()))) == []


def test_a_group_under_another_name_tells_nothing_of_its_items() -> None:
    assert told(PARTNERS, {"Premier": PARTNERS["Premier partners"], "Advanced": PARTNERS["Advanced partners"]}) == []


def test_a_list_that_was_sorted_anew_tells_nothing() -> None:
    names = [f"Name {letter}" for letter in "abcdefghijkl"]
    assert (
        told({"North": names[:6], "South": names[6:]}, {"North": names[2:10], "South": [*names[:2], *names[10:]]}) == []
    )


@pytest.mark.parametrize("label", ["Upcoming events", "Latest news", "Related articles", "Vergangene Termine"])
def test_what_a_page_makes_up_by_itself_is_no_group(label: str) -> None:
    groups = {"Webinars": ["Alpha day", "Beta day", "Gamma day"], label: ["Delta day", "Epsilon day", "Zeta day"]}
    assert told(groups, moved("Gamma day", "Webinars", label, groups)) == []


def test_an_item_that_is_said_twice_has_not_moved() -> None:
    twice = {label: [*items, "Contact"] for label, items in PARTNERS.items()}
    assert told(twice, {**twice, "Premier partners": PARTNERS["Premier partners"]}) == []


def test_a_sentence_is_no_item() -> None:
    long = "A sentence of many words that stands now here and now there on the page, as sentences do"
    groups = {label: [*items, long] if label == "Premier partners" else items for label, items in PARTNERS.items()}
    assert told(groups, moved(long, "Premier partners", "Advanced partners", groups)) == []
