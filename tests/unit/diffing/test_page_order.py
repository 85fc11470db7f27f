"""Lines in another order and a title said again are no news; people, plans and answers that change places are."""

import pytest

from tests.unit.diffing.support_pages import PROSE, said


def page(body: str, title: str = "Team") -> str:
    return f"<title>{title}</title><main><h1>Team</h1>{PROSE}{body}</main>"


def listed(*lines: str) -> str:
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


def table(*answers: str) -> str:
    row = "".join(f"<td>{answer}</td>" for answer in answers)
    return f"<table><tr><th>Feature</th><th>Basic</th><th>Pro</th></tr><tr><td>SSO</td>{row}</tr></table>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            listed("Anna Lee, chief executive", "Ben Roth, chief financial officer"),
            listed("Ben Roth, chief executive", "Anna Lee, chief financial officer"),
        ),
        (listed("Anna Lee, CEO", "Ben Roth, CFO"), listed("Ben Roth, CEO", "Anna Lee, CFO")),
        (table("yes", "no"), table("no", "yes")),
        ("<p>Lantern replaces Beacon in all plans.</p>", "<p>Beacon replaces Lantern in all plans.</p>"),
        ("<p>Move from basic to pro at any time.</p>", "<p>Move from pro to basic at any time.</p>"),
    ],
)
def test_who_changes_places_is_news(before: str, after: str) -> None:
    assert said(page(before), page(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (listed("Sun over Oslo", "Rain over Bergen"), listed("Rain over Bergen", "Sun over Oslo")),
        ("<p>For Logistics, Healthcare, Retail</p>", "<p>For Logistics, Retail, Healthcare</p>"),
        ("<p>Fern Quay · Moss Hill · Reed Bay</p>", "<p>Reed Bay · Fern Quay · Moss Hill</p>"),
    ],
)
def test_whole_lines_and_lists_in_another_order_are_none(before: str, after: str) -> None:
    assert said(page(before), page(after)) == []


def test_a_new_plan_is_news_though_the_title_names_it() -> None:
    title = "Basic, Pro, Enterprise: StayFeed"
    old, new = (page(f"<h2>Basic</h2><p>For one hotel.</p>{more}", title) for more in ("", listed("Enterprise")))
    assert said(old, new) == [(None, "Enterprise")]


@pytest.mark.parametrize("line", ["Plans for hotels | StayFeed", "Plans for hotels", "StayFeed"])
def test_the_title_said_again_is_none(line: str) -> None:
    title = "Plans for hotels | StayFeed"
    assert said(page("", title), page(f"<p>{line}</p>", title)) == []


def test_a_part_of_the_title_beside_the_main_heading_is_none() -> None:
    title = "Rates, Events, Plans: StayFeed"
    old = page("", title)
    assert said(old, old.replace("<h1>", "<p>Plans</p><h1>")) == []
