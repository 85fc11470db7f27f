"""Places, offices, days and a company's own departments are no party to an agreement."""

from collections.abc import Callable

import pytest

from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Partnership
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
Site = Callable[..., Source]


def parties(title: str, see: See, entry: Make, source: Site) -> list[tuple[str, ...]]:
    (sighting,) = see(entry(title), of=source(kind="feed"))
    return [fact.value.parties for fact in sighting.facts if isinstance(fact.value, Partnership)]


@pytest.mark.parametrize(
    "title",
    [
        "Brightvane invests in Birmingham",
        "Brightvane invests in Green Skills",
        "Brightvane strengthens ties with India",
        "Brightvane deepens relationship with Customers",
        "Brightvane named distributor of the Year",
        "Sales and Marketing launch joint campaign",
        "Brightvane appoints Jane Moss as distributor manager",
        "Brightvane names Bo Lind as reseller account lead",
    ],
)
def test_what_is_no_company_is_no_party(title: str, seen: See, entry: Make, source: Site) -> None:
    assert parties(title, seen, entry, source) == []


@pytest.mark.parametrize(
    ("title", "others"),
    [
        ("Brightvane invests in Calder GmbH", "Calder GmbH"),
        ("Brightvane invests in rate start-up Roamly", "Roamly"),
        ("Brightvane invested in Nordic battery maker Calder", "Calder"),
        ("Brightvane takes a minority stake in Calder", "Calder"),
        ("Brightvane strengthens ties with Calder Rail", "Calder Rail"),
        ("Brightvane names Calder as its distributor", "Calder"),
        ("Calder is taken over by Brightvane", "Calder"),
        ("Brightvane takes a controlling interest in Calder", "Calder"),
    ],
)
def test_a_company_that_is_named_as_one_is_a_party(
    title: str, others: str, seen: See, entry: Make, source: Site
) -> None:
    assert parties(title, seen, entry, source) == [("Brightvane", others)]
