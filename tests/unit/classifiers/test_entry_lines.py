"""Titles of entries as lines: without a site's name, pictures, labels or shouting, and with the company named."""

from collections.abc import Callable

import pytest

from classifiers.headlines.entries import entry_line
from classifiers.headlines.telling import LONGEST
from domain.changes import Edit
from domain.events import Sighting
from domain.sources import Source


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("StayFeed raises its Team plan – StayFeed Blog", "StayFeed raises its Team plan"),
        ("Third quarter: revenue up 12% - StayFeed", "StayFeed: Third quarter – revenue up 12%"),
        ("🚀 We just shipped version 2.0 🎉", "StayFeed: We just shipped version 2.0"),
        ("STAYFEED LAUNCHES NEW PLATFORM FOR SMB CUSTOMERS", "Stayfeed Launches New Platform for SMB Customers"),
        ("Breaking: StayFeed buys Calder", "StayFeed buys Calder"),
        ("[Release] Exports to S3 in one click", "StayFeed: Exports to S3 in one click"),
        ("How StayFeed works - Part 2", "How StayFeed works - Part 2"),
        ("New in StayFeed: instant payouts", "New in StayFeed: instant payouts"),
        ("Paper is gone", "StayFeed: Paper is gone"),
        ("StayFeeder joins the fair", "StayFeed: StayFeeder joins the fair"),
        ("StayFeed opens in .... StayFeed opens in Leeds this spring", "StayFeed opens in Leeds this spring"),
    ],
)
def test_a_title_is_told_as_a_sentence_says_it(title: str, said: str) -> None:
    assert entry_line("StayFeed", title) == said


BODY = "Check the appropriate box below. On 3 March the group agreed to close its plant in Porto by June. Nothing else."


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Other Events", "StayFeed: On 3 March the group agreed to close its plant in Porto by June"),
        ("Item 8.01 Other Events", "StayFeed: On 3 March the group agreed to close its plant in Porto by June"),
        ("8-K: Regulation FD Disclosure", "StayFeed: On 3 March the group agreed to close its plant in Porto by June"),
        ("Porto Works", "StayFeed: Porto Works – On 3 March the group agreed to close its plant in Porto by June"),
        ("StayFeed Closes Plant", "StayFeed Closes Plant"),
        ("Introducing Rate Plans", "StayFeed: Introducing Rate Plans"),
        ("Dark mode is here", "StayFeed: Dark mode is here"),
        ("Appointment of Lena Brandt as chief executive", "StayFeed: Appointment of Lena Brandt as chief executive"),
    ],
)
def test_of_a_heading_of_a_form_or_a_mere_name_the_first_full_sentence_is_told(title: str, said: str) -> None:
    assert entry_line("StayFeed", title, f"{title}\n{BODY}") == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Calder opens a depot in Turin", "Calder opens a depot in Turin"),
        ("Calder's depot in Turin is open", "Calder's depot in Turin is open"),
        ("Calder Lens: exports in one click", "Calder Freight: Calder Lens – exports in one click"),
        ("Depot in Turin opens", "Calder Freight: Depot in Turin opens"),
    ],
)
def test_the_first_word_of_a_name_names_the_company_where_no_other_name_follows(title: str, said: str) -> None:
    assert entry_line("Calder Freight", title) == said


def test_a_mere_name_without_a_sentence_behind_it_is_told_as_it_is() -> None:
    assert entry_line("StayFeed", "Other Events", "Other Events\nFiled: 3 March") == "StayFeed: Other Events"


def test_a_title_that_the_feed_clipped_ends_with_a_whole_word_that_leads_nowhere() -> None:
    assert entry_line("StayFeed", "StayFeed to bring rates to Calder and V ...") == "StayFeed to bring rates to Calder…"


def test_a_long_title_is_cut_where_a_clause_ends() -> None:
    title = (
        f"Hotels {'sell more rooms and ' * 5}save time with the new feed, because the prices of all rooms are set anew"
    )
    told = entry_line("StayFeed", title)
    assert len(told) <= LONGEST
    assert told.endswith("with the new feed…")


def test_a_filing_under_a_heading_of_a_form_is_told_by_whom_it_names(
    entry: Callable[..., Edit], source: Callable[..., Source], seen: Callable[..., tuple[Sighting, ...]]
) -> None:
    title = "Departure of Directors or Certain Officers; Election of Directors"
    text = "On March 3, 2026, Kathleen Bader tendered her resignation as a director of the Company."
    (sighting,) = seen(entry(title, text), of=source(kind="feed"))
    assert sighting.headline == "Kathleen Bader leaves Brightvane (director)"


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (
            "On May 20, 2026, Calder Freight, Inc. (“Calder”), a Delaware corporation, acquired Vexo (the “Target”)",
            "Calder Freight, Inc. acquired Vexo",
        ),
        (
            "As previously disclosed, on 3 May the parties met; Calder Freight (the “Company”) has signed",
            "on 3 May the parties met; Calder Freight has signed",
        ),
        ("TURIN, Jan. 9, 2026 /Wire/ -- Calder Freight sells its vans", "Calder Freight sells its vans"),
        ("Calder Freight wins a deal (see “Scout” below)", "Calder Freight wins a deal (see “Scout” below)"),
    ],
)
def test_what_filings_put_in_for_the_record_is_left_out(title: str, said: str) -> None:
    assert entry_line("Calder Freight, Inc.", title).casefold() == said.casefold()


def test_short_forms_and_months_end_no_sentence() -> None:
    text = "Calder Freight told the U.S. Post on Jan. 9 that it buys vans. It needs them."
    assert "buys vans" in entry_line("Calder Freight", text + " And more of this kind" * 9)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (
            "The members, who sit on the harbour board of the town, joined the mayor, a friend of the house, "
            "to ban Fathom from new work at the quay, at the old locks and on all bridges until next summer",
            "Fathom from new work",
        ),
        (
            "Announced at the boat fair that runs this week in the halls of Leeds, Fathom is bringing more boats, more "
            "sails and more ways to row to its river service, and all lakes of the north with it",
            "Fathom is bringing more boats",
        ),
    ],
)
def test_a_long_sentence_loses_what_leans_on_its_verb_and_not_its_object(title: str, told: str) -> None:
    assert told in entry_line("Fathom", title)


def test_a_forms_heading_that_runs_on_into_the_text_gives_way_to_its_first_sentence() -> None:
    text = (
        "Election of Directors; Appointment of Certain Officers; Compensatory Arrangements of Certain Officers. "
        "Ann Reed, who leads the harbour team of the company, has assumed the duties of its head of sales. "
        "She keeps her desk in Leeds, where she has worked for the company since the spring of 2014 and longer."
    )
    assert entry_line("Fathom", text[:300], text).startswith("Fathom: Ann Reed")


def test_a_long_aside_about_a_person_is_left_out_before_what_happens_to_them_is() -> None:
    title = (
        "Chief executive Ann Reed, who led the harbour unit of the company when it stood in Leeds before she followed "
        "Jack Wells as head of all of it in 2011, will be replaced by John Flan in August, the company said"
    )
    assert entry_line("Fathom", title) == (
        "Fathom: Chief executive Ann Reed will be replaced by John Flan in August, the company said"
    )
