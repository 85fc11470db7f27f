"""Entries without a date of their own that tell of a day long gone."""

from datetime import UTC, date, datetime

import pytest

from classifiers.happened import happened_on
from classifiers.headlines.entries import entry_line, names_a_page
from domain.findings import TagName
from tests.unit.classifiers.support_entries import entry_sighting

NOW = datetime(2026, 2, 20, 6, tzinfo=UTC)


def told_on(text: str) -> date | None:
    return happened_on(entry_sighting(text, 1, TagName.FINANCIAL).edits, NOW)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On May 20, 2008, Fathom acquired Sounder under a plan of merger dated April 7, 2008.", date(2008, 5, 20)),
        ("Election of Directors. On March 8, 2014, Ada Lind notified the board.", date(2014, 3, 8)),
        (
            "Election of Directors; Appointment of Certain Officers. (b) On March 8, 2014, Ada Lind resigned.",
            date(2014, 3, 8),
        ),
        ("Effective 1 February 2018, the board of Fathom has nine members.", date(2018, 2, 1)),
    ],
)
def test_what_was_done_on_a_day_long_gone_happened_then(text: str, day: date) -> None:
    assert told_on(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "Founded on 3 May 2001, Fathom opens its second yard in Leeds.",
        "Fathom today announced that it ended the agreement dated 7 April 2008.",
        "Fathom raises its prices on 1 May 2026; the last rise was on 1 May 2023.",
        "Fathom raises its prices.",
    ],
)
def test_a_date_of_something_else_does_not_date_the_entry(text: str) -> None:
    assert told_on(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Kestrel, which bought Harrow on 20 May 2008, raises its prices by 8%",
        "Kestrel appoints Jane Moss as CFO\nShe replaces Bo Lind, who was appointed on 3 March 2019.",
        "FDA approves Zelvora. The application was accepted on 3 June 2025.",
        "Kestrel settles with Harrow for $8 million. The suit was filed on 7 April 2023.",
        "Kestrel ernennt Jane Moss zur Finanzchefin\nAm 3. März 2019 wurde Bo Lind ernannt.",
        "Prices agreed on 3 March 2019 rise by 8%.",
    ],
)
def test_an_older_day_that_the_news_speaks_of_hides_no_news(text: str) -> None:
    assert told_on(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "On 20 May 2008, Kestrel bought Harrow. Eighteen years later it closes the yard.",
        "On 20 May 2008 Kestrel opened in Leeds; Kestrel moves to York.",
        "On 20 May 2008 we opened our first yard. We close it.",
        "On 20 May 2008 Kestrel opened in Leeds. It has agreed with Harrow on a sale.",
        "On 20 May 2008, Kestrel and Harrow signed. Kestrel to end the agreement.",
        "3 March 2019 prices return: Kestrel cuts all fares.",
    ],
)
def test_a_text_that_opens_long_ago_and_goes_on_to_the_present_is_news(text: str) -> None:
    assert told_on(text) is None


def test_a_dateline_of_long_ago_dates_what_is_told_in_the_past() -> None:
    assert told_on("LEEDS, 20 May 2008 - Kestrel acquired Harrow.") == date(2008, 5, 20)


def test_a_recent_day_still_dates_an_entry() -> None:
    assert told_on("LEEDS, 17 February 2026 - Fathom, which began on 3 May 2001, opens a yard.") == date(2026, 2, 17)


@pytest.mark.parametrize("text", ["Latest News", "Hybrid cloud press releases.", "Newsroom", "News Releases"])
def test_the_name_of_a_page_of_news_is_no_news(text: str) -> None:
    assert names_a_page(text)


@pytest.mark.parametrize("text", ["Fathom opens newsroom in Leeds", "Latest news from Fathom: prices rise by 8%"])
def test_a_sentence_is_not_the_name_of_a_page(text: str) -> None:
    assert not names_a_page(text)


def test_a_pages_name_before_what_is_told_is_left_out() -> None:
    assert entry_line("Fathom", "Latest News. Fathom opens a second yard in Leeds") == (
        "Fathom opens a second yard in Leeds"
    )
