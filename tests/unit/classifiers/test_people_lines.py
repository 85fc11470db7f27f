"""Lines on people: the company that a line begins with is not named again behind the office."""

import pytest

from classifiers.headlines.people_phrases import person_clause, role_at
from domain.findings import Appointment, Move


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("Chief Financial Officer for Brightvane Holding Corp.", "Chief Financial Officer"),
        ("member of the Board of Directors of Brightvane", "member of the Board of Directors"),
        ("Head of Sales", "Head of Sales"),
        ("Chief Executive of Ostrova", "Chief Executive of Ostrova"),
        (None, None),
    ],
)
def test_an_office_is_told_without_the_company_that_the_line_names(role: str | None, said: str | None) -> None:
    assert role_at("BRIGHTVANE HOLDING CORP", role) == said


@pytest.mark.parametrize(
    ("move", "role", "said"),
    [
        (Move.LEFT, "Lending Officer of Ostrova Bank", "{}: Ada Quill leaves Ostrova Bank (Lending Officer)"),
        (Move.LEFT, "President of Penhale Marine, LLC", "{}: Ada Quill leaves Penhale Marine, LLC (President)"),
        (Move.PROMOTED, "Manager of Ostrova Iberia", "{}: Ostrova Iberia promotes Ada Quill to Manager"),
        (Move.LEFT, "Treasurer of Ostrova Corporation", "Ada Quill leaves {} (Treasurer)"),
        (Move.LEFT, "Head of Sales for North America", "Ada Quill leaves {} (Head of Sales for North America)"),
        (Move.LEFT, "Chair of Ostrova and Director", "Ada Quill leaves {} (Chair of Ostrova and Director)"),
        (Move.JOINED, "Chair of the Audit Committee", "{} appoints Ada Quill as Chair of the Audit Committee"),
    ],
)  # fmt: skip
def test_an_office_at_another_company_than_the_subject_is_told_with_that_one(move: Move, role: str, said: str) -> None:
    told = person_clause("Ostrova Corp", Appointment(person="Ada Quill", role=role, move=move), planned=False)
    assert told == said.format("Ostrova Corp")


@pytest.mark.parametrize(
    ("organisation", "came_from", "said"),
    [
        ("Calder", "Ostrova", "{}: Calder hires Ada Quill as chair from Ostrova"),
        ("Linde Hotels", None, "{}: Linde Hotels appoints Ada Quill as chair"),
        ("Ostrova Group", None, "{} appoints Ada Quill as chair"),
        ("The Board", None, "{} appoints Ada Quill as chair"),
        (None, None, "{} appoints Ada Quill as chair"),
    ],
)
def test_who_joins_another_company_is_not_told_to_join_the_subject(
    organisation: str | None, came_from: str | None, said: str
) -> None:
    one = Appointment(
        person="Ada Quill", role="chair", move=Move.JOINED, organisation=organisation, came_from=came_from
    )
    assert person_clause("Ostrova Corp", one, planned=False) == said.format("Ostrova Corp")
