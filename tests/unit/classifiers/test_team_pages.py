"""A page of a company's people tells who came, went, rose or steps in, and counts nobody of another company."""

import pytest

from bench.pages_seen import seen_between
from classifiers import RuleBook, load_rules
from domain.findings import Appointment, Move

URL = "https://brightvane.example/team"
FILL = (
    "<p>Brightvane makes feeds for hotels in many countries of the world, and has done so for years.</p>"
    "<p>All of us help hotels to sell rooms with little effort and much joy.</p>"
)
JANE = "<h3>Jane Miller</h3><p>CEO</p>"


@pytest.fixture(scope="module")
def book() -> RuleBook:
    return load_rules()


def page(people: str) -> str:
    return f"<html><head><title>Our team</title></head><body><main><h1>Our team</h1>{FILL}{people}</main></body></html>"


def moves(before: str, after: str, book: RuleBook) -> set[tuple[str, str | None, Move]]:
    seen = seen_between("Brightvane", URL, page(before), page(after), book)
    values = [fact.value for one in seen for fact in one.facts]
    return {(one.person, one.role, one.move) for one in values if isinstance(one, Appointment)}


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [
        ("CEO", "Interim CEO", Move.INTERIM),
        ("Interim CEO", "CEO", Move.PROMOTED),
        ("CFO", "Board member", Move.BOARD),
        ("Director of Sales", "VP Sales", Move.PROMOTED),
        ("COO", "CEO", Move.PROMOTED),
    ],
)
def test_who_stays_in_another_office_has_moved(before: str, after: str, move: Move, book: RuleBook) -> None:
    first, second = (f"<h3>Jane Miller</h3><p>{office}</p>" for office in (before, after))
    assert moves(first, second, book) == {("Jane Miller", after, move)}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Sales Director", "Director of Sales"),
        ("CEO", "Chief Executive Officer"),
        ("CTO", "Chief Technology and Product Officer"),
        ("Board member", "Member of the board of directors"),
    ],
)
def test_an_office_worded_anew_moves_nobody(before: str, after: str, book: RuleBook) -> None:
    first, second = (f"<h3>Jane Miller</h3><p>{office}</p>" for office in (before, after))
    assert moves(first, second, book) == set()


def test_a_new_stand_in_steps_in_and_the_one_before_leaves(book: RuleBook) -> None:
    after = "<p>Bob Stone</p><p>Interim CEO</p>"
    assert moves("<p>Jane Miller</p><p>CEO</p>", after, book) == {
        ("Bob Stone", "Interim CEO", Move.INTERIM),
        ("Jane Miller", "CEO", Move.LEFT),
    }
    (one,) = seen_between("Brightvane", URL, page("<p>Jane Miller</p><p>CEO</p>"), page(after), book)
    assert one.headline == "Brightvane names Bob Stone interim CEO; Jane Miller leaves Brightvane (CEO)"


@pytest.mark.parametrize(
    "added",
    [
        "<h3>Our investors</h3><h3>Ann Low</h3><p>Partner, Acme Ventures</p>",
        "<h2>Investors</h2><h3>Ann Low</h3><p>Managing Partner</p>",
        "<h3>What they say</h3><h3>Bob Stone</h3><p>CTO, Hotel Rex</p>",
        "<h3>Bob Stone</h3><p>Former CTO of Acme Hotels</p>",
        "<h3>Bob Stone</h3><p>General Manager at Acme Hotels</p>",
    ],
)
def test_people_of_other_companies_are_not_hired(added: str, book: RuleBook) -> None:
    assert moves(JANE, JANE + added, book) == set()


@pytest.mark.parametrize("role", ["VP, Product Marketing", "Head of Sales, North America", "Director at Brightvane UK"])
def test_a_field_or_region_behind_an_office_is_no_other_company(role: str, book: RuleBook) -> None:
    added = f"<h3>Bob Stone</h3><p>{role}</p>"
    assert moves(JANE, JANE + added, book) == {("Bob Stone", role, Move.JOINED)}


def test_a_name_in_anothers_place_over_an_office_that_stays_comes_and_the_other_goes(book: RuleBook) -> None:
    before, after = (f"{JANE}<h3>{name}</h3><p>Chief Financial Officer</p>" for name in ("Tom Hale", "Mia Stone"))
    assert moves(before, after, book) == {("Mia Stone", None, Move.JOINED), ("Tom Hale", None, Move.LEFT)}


def test_a_name_spelled_anew_over_an_office_moves_nobody(book: RuleBook) -> None:
    before, after = (f"{JANE}<h3>{name}</h3><p>Chief Financial Officer</p>" for name in ("Tom Hale", "Thomas Hale"))
    assert moves(before, after, book) == set()
