"""Who came and who went is read from the sentence, with the office and never a company as a person."""

from collections.abc import Callable

import pytest

from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Appointment, Move, TagName
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]


@pytest.mark.parametrize(
    ("title", "person", "role", "move"),
    [
        (
            "Brightvane appoints Lena Brandt as Chief Financial Officer",
            "Lena Brandt",
            "Chief Financial Officer",
            Move.JOINED,
        ),
        ("Brightvane names Ana Ruiz CEO", "Ana Ruiz", "CEO", Move.JOINED),
        ("Jo Ray joins Brightvane as VP Sales, EMEA", "Jo Ray", "VP Sales, EMEA", Move.JOINED),
        ("Bo Lind was appointed interim CEO", "Bo Lind", "interim CEO", Move.INTERIM),
        ("Brightvane promotes Ida Holm to Chief Product Officer", "Ida Holm", "Chief Product Officer", Move.PROMOTED),
        ("Al Kim steps down as chairman", "Al Kim", "chairman", Move.LEFT),
        (
            "On 4 May, Jane Q. Roe, Chief Executive Officer, resigned.",
            "Jane Q. Roe",
            "Chief Executive Officer",
            Move.LEFT,
        ),
        ("Brightvane elects Mia Berg to its board of directors", "Mia Berg", "board of directors", Move.BOARD),
    ],
)
def test_a_move_is_read_with_person_office_and_kind(
    seen: See, entry: Callable[..., Edit], source: Callable[..., Source], title: str, person: str, role: str, move: Move
) -> None:
    (sighting,) = seen(entry(title), of=source(kind="feed"))
    found = [fact.value for fact in sighting.facts if isinstance(fact.value, Appointment)]
    assert (person, role, move) in [(one.person, one.role, one.move) for one in found]
    assert TagName.EXECUTIVE in {tag.tag for tag in sighting.tags}


@pytest.mark.parametrize(
    "title",
    [
        "“Great value”, said Mikk Metsa, CEO of Brightvane",
        "Calder Hotels joins Brightvane as a customer",
        "StayFeed Classic is retiring on 31 March",
        "Lena Brandt writes about rates",
    ],
)
def test_a_speaker_a_customer_or_a_product_is_no_appointment(
    seen: See, entry: Callable[..., Edit], source: Callable[..., Source], title: str
) -> None:
    (sighting,) = seen(entry(title), of=source(kind="feed"))
    assert not [fact for fact in sighting.facts if isinstance(fact.value, Appointment)]
    assert TagName.EXECUTIVE not in {tag.tag for tag in sighting.tags}


@pytest.mark.parametrize(
    ("text", "move"),
    [
        (
            "The Board appointed Priya Raman, age 44, currently the Company's Vice President, Corporate Controller, "
            "as Chief Financial Officer.",
            Move.PROMOTED,
        ),
        (
            "Priya Raman, who has served as Senior Vice President, Finance since 2021, was appointed Chief Financial "
            "Officer.",
            Move.JOINED,
        ),
        ("The Board of Directors elected Priya Raman as Chief Financial Officer.", Move.JOINED),
        ("Our compensation committee appointed Priya Raman as Chief Financial Officer.", Move.JOINED),
    ],
)
def test_a_filing_tells_who_rose_and_takes_no_board_for_a_company(
    seen: See, entry: Callable[..., Edit], source: Callable[..., Source], text: str, move: Move
) -> None:
    (sighting,) = seen(entry("Item 5.02", text), of=source(name="Kelvar", kind="feed"))
    (found,) = [fact.value for fact in sighting.facts if isinstance(fact.value, Appointment)]
    assert (found.person, found.role, found.move) == ("Priya Raman", "Chief Financial Officer", move)
    assert found.organisation is None
