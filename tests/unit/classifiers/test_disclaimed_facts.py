"""What a text disclaims is no fact, a certificate's other level is no product, and a count before a role is a count."""

from collections.abc import Callable

import pytest

from classifiers.happenings.openings import in_line
from domain.changes import Edit
from domain.events import Sighting
from domain.findings import ProductMove, Regulation, TagName
from domain.sources import Source
from tests.unit.classifiers.conftest import make_edit

See = Callable[..., tuple[Sighting, ...]]


def test_an_approval_named_in_a_disclaimer_is_no_fact(
    entry: Callable[..., Edit], source: Callable[..., Source], seen: See
) -> None:
    lead = "Revenue rose. Forward-looking statements: This release contains statements on the FDA approval of Pulse."
    made = seen(entry("Kelvar reports results", lead), of=source(name="Kelvar", kind="feed"))
    assert not [fact for one in made for fact in one.facts if isinstance(fact.value, Regulation)]


def test_an_approval_told_before_the_disclaimer_stays_one(
    entry: Callable[..., Edit], source: Callable[..., Source], seen: See
) -> None:
    lead = "The FDA approved Kelvar Pulse. Forward-looking statements: This release contains estimates."
    made = seen(entry("Kelvar Pulse is approved", lead), of=source(name="Kelvar", kind="feed"))
    assert [fact for one in made for fact in one.facts if isinstance(fact.value, Regulation)]


@pytest.mark.parametrize(
    "title",
    [
        "Kelvar Announces Tender Offer",
        "Kelvar Announces Cash Tender Offer for Its 2031 Notes",
        "Kelvar cuts its outlook, it announced Tuesday.",
        "Kelvar Announces Q3 Earnings",
        "Kelvar Announces Definitive Merger Agreement",
    ],
)
def test_what_a_company_only_does_on_paper_is_no_product(
    title: str, entry: Callable[..., Edit], source: Callable[..., Source], seen: See
) -> None:
    made = seen(entry(title), of=source(name="Kelvar", kind="feed"))
    assert not [fact for one in made for fact in one.facts if isinstance(fact.value, ProductMove)]


@pytest.mark.parametrize("where", ["list", "heading", "card"])
def test_another_level_of_a_certificate_is_no_product(where: str, source: Callable[..., Source], seen: See) -> None:
    (one,) = seen(make_edit("SOC 2 Type I", "SOC 2 Type II", where, ("Security",)), of=source(name="Kelvar"))
    assert not [fact for fact in one.facts if isinstance(fact.value, ProductMove)]
    assert TagName.PRODUCT not in {tag.tag for tag in one.tags}
    assert TagName.REGULATORY in {tag.tag for tag in one.tags}


@pytest.mark.parametrize(
    ("line", "role", "count"),
    [
        ("2 x Backend Engineer", "Backend Engineer", 2),
        ("3× Nurse", "Nurse", 3),
        ("X-ray Technician", "X-ray Technician", 1),
    ],
)
def test_a_count_before_a_role_is_no_part_of_it(line: str, role: str, count: int) -> None:
    assert (in_line(line).role, in_line(line).count) == (role, count)
