"""Tallies of readers, clocks with their words, rolling days and marks: what moves by itself, and what looks like it."""

import pytest

from diffing.noise.moving import moved_by_itself
from diffing.wording.text import compared
from tests.unit.diffing.test_page_moving import seen


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("19 people are reading this now", "33 people are reading this now"),
        ("311 found this useful", "318 found this useful"),
        ("71 % des lecteurs ont trouvé cette réponse utile", "73 % des lecteurs ont trouvé cette réponse utile"),
        ("64 % der Leser fanden diese Antwort hilfreich", "65 % der Leser fanden diese Antwort hilfreich"),
        ("588 visitas", "612 visitas"),
        ("1,022 views · 2 min to read", "1,140 views · 2 min to read"),
        ("We and our 842 partners store cookies.", "We and our 847 partners store cookies."),
        ("150 miles away", "2,290 miles away"),
        ("Es ist 6:41 Uhr.", "Es ist 7:03 Uhr."),
        ("Rates on this page refresh in 00:41", "Rates on this page refresh in 00:17"),
        ("Order within 3 h 12 min", "Order within 5 h 40 min"),
        ("Commandez dans les 3 h 12 min", "Commandez dans les 1 h 5 min"),
    ],
)
def test_tallies_and_clocks_are_no_news(before: str, after: str) -> None:
    assert moved_by_itself(before, after) != ""
    assert seen(f"<p>{before}</p>", f"<p>{after}</p>") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Support: 9:00-18:00", "Support: 8:00-18:00"),
        ("Live demo at 16:00", "Live demo at 17:00"),
        ("We answer within 3 h 30 min", "We answer within 4 h 30 min"),
        ("Up to 588 visits", "Up to 612 visits"),
        ("10,000 visits", "25,000 visits"),
        ("Range of 290 miles", "Range of 310 miles"),
        ("Our 842 partners sell in Asia", "Our 847 partners sell in Asia"),
        ("Includes 20 people", "Includes 25 people"),
    ],
)
def test_numbers_and_times_that_somebody_set_are_news(before: str, after: str) -> None:
    assert seen(f"<p>{before}</p>", f"<p>{after}</p>") == [(before, after)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Order now and have it by Friday, 6 March", "Order now and have it by Friday, 13 March"),
        ("Next: Thursday, 5 March", "Next: Thursday, 12 March"),
        ("Lieferung bis 5. März", "Lieferung bis 12. März"),
    ],
)
def test_a_day_that_moves_with_the_visits_is_no_news(before: str, after: str) -> None:
    assert seen(f"<p>{before}</p>", f"<p>{after}</p>") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Next: Thursday, 5 March", "Next: Friday, 13 March"),
        ("The offer ends on 6 March", "The offer ends on 13 March"),
        ("Our fair opens on 6 March", "Our fair opens on 13 March"),
        ("Last updated: 20 February 2026", "Last updated: 27 February 2026"),
        ("Have it by 6 March for $5", "Have it by 13 March for $6"),
    ],
)
def test_a_day_that_somebody_moved_is_news(before: str, after: str) -> None:
    assert seen(f"<p>{before}</p>", f"<p>{after}</p>") == [(before, after)]


def test_an_age_that_runs_into_its_label_is_read_as_one() -> None:
    assert compared("New6 days ago") == compared("New13 days ago") == "new"
    assert compared("Newlast month") == compared("New2 months ago")
    assert compared("Version 6 of it") != compared("Version 13 of it")


def plans(*rows: tuple[str, ...]) -> str:
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>{lines}</table>"


def test_a_mark_drawn_as_a_small_picture_is_a_mark() -> None:
    rows = plans(("Satellite", "✅", "✅")), plans(("Satellite", "❌", "✅"))
    assert seen(*rows) == [("Satellite | ✅ | ✅", "Satellite | ❌ | ✅")]
    assert seen("<p>✅ Hosted in Norway</p>", "<p>Hosted in Norway</p>") == []


def test_columns_in_another_order_are_no_news_and_an_amount_in_another_column_is() -> None:
    before = plans(("", "Solo", "Group"), ("A month", "$60", "$240"), ("Users", "1", "12"))
    assert seen(before, plans(("", "Group", "Solo"), ("A month", "$240", "$60"), ("Users", "12", "1"))) == []
    swapped = plans(("", "Solo", "Group"), ("A month", "$240", "$60"), ("Users", "1", "12"))
    assert seen(before, swapped) == [("A month | $60 | $240", "A month | $240 | $60")]
