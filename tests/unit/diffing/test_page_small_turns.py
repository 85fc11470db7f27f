"""A small box that shows another thing at each visit is no news; the same words without such a box are."""

import pytest

from tests.unit.diffing.test_page_moving import seen


@pytest.mark.parametrize("label", ["Sponsored", "Anzeige", "Publicité", "Publicidad", "広告", "广告"])
def test_a_paid_place_that_turns_is_no_news(label: str) -> None:
    box = f"<div><small>{label}</small><h4>{{}}</h4></div>"
    assert seen(box.format("Boxhop, boxes by tomorrow"), box.format("Stampede, labels in bulk")) == []


def test_an_amount_in_a_paid_place_and_a_line_below_another_label_are_news() -> None:
    box = "<div><small>{}</small><h4>{}</h4></div>"
    assert len(seen(box.format("Sponsored", "Boxhop, $5"), box.format("Sponsored", "Boxhop, $9"))) == 1
    assert len(seen(box.format("New here", "Boxhop, boxes"), box.format("New here", "Stampede, labels"))) > 0


def test_the_author_of_a_quotation_goes_with_it() -> None:
    box = "<div><p>“{}”</p><p>{}</p></div>"
    first = box.format("Our average went from eleven days to three.", "Harriet Mole, head of claims at Oakmere Mutual")
    other = box.format("The adjusters stopped carrying paper in a month.", "Stellan Roos, operations at Vintergatan")
    assert seen(first, other) == []


def test_a_name_that_stands_behind_no_quotation_is_news() -> None:
    line = "<p>Our claims are led by one who knows them.</p><p>{}</p>"
    assert len(seen(line.format("Harriet Mole, head of claims"), line.format("Stellan Roos, head of claims"))) > 0
    box = "<div><p>“We paid for it in the first month, and twice.”</p>{}</div>"
    assert len(seen(box.format(""), box.format("<p>Stellan Roos, head of claims</p>"))) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Sanne is here for you now", "Rob is here for you now"),
        ("Anna ist für Sie da", "Jens ist für Sie da"),
        ('What is your favourite tool? "A pencil." - Ruth', 'What do you cook? "Soup, always." - Anselm'),
    ],
)
def test_who_is_on_duty_and_the_question_of_the_day_are_no_news(before: str, after: str) -> None:
    assert seen(f"<p>{before}</p>", f"<p>{after}</p>") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Sanne leads our support", "Rob leads our support"),
        ("What does it cost? Ask Ruth", "What does it cost? Ask Anselm"),
    ],
)
def test_who_leads_a_team_is_news(before: str, after: str) -> None:
    assert seen(f"<p>{before}</p>", f"<p>{after}</p>") == [(before, after)]


def test_distances_that_all_moved_are_no_news_and_one_of_them_is() -> None:
    def cards(place: str, *miles: str) -> str:
        found = "".join(f"<div><h3>Shop {at}</h3><p>{one} miles</p></div>" for at, one in enumerate(miles))
        return f"<p>Near {place}</p>{found}"

    assert seen(cards("Ashburn, Virginia", "112", "290", "2,310"), cards("Boardman", "150", "2,060", "2,290")) == []
    assert len(seen(cards("Ashburn", "112", "290", "310"), cards("Ashburn", "112", "290", "330"))) == 1


def test_a_bar_that_says_where_the_visitor_is_is_no_news() -> None:
    assert seen("<p>Hello</p>", "<p>You seem to be in Norway. Go to your local site?</p><p>Hello</p>") == []
