"""Lines on people: the company that a line begins with is not named again behind the office."""

import pytest

from classifiers.headlines.people_phrases import role_at


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
