"""Cards, rails, copies and lists: what they show in turns is no news, and an edit among them is."""

import pytest

from diffing.reading.gluing import set_off
from domain.changes import ChangeStatus
from tests.unit.diffing.support_pages import PROSE, examined, said
from tests.unit.diffing.test_page_moving import seen


def cards(line: str, values: tuple[object, ...]) -> str:
    return "".join(f"<div><h3>Site {n}</h3><p>{line.format(value)}</p></div>" for n, value in enumerate(values))


def test_numbers_that_move_on_most_cards_alike_are_no_news() -> None:
    assert seen(cards("{} places", (3, 7, 12, 4, 9)), cards("{} places", (2, 6, 11, 8, 13))) == []
    line = "Answering {} % of the time"
    assert seen(cards(line, (99.96, 99.91, 99.97)), cards(line, (99.93, 99.92, 99.94))) == []


def test_one_card_of_many_and_round_numbers_and_amounts_are_news() -> None:
    assert len(seen(cards("{} places", (3, 7, 12, 4, 9)), cards("{} places", (3, 7, 13, 4, 9)))) == 1
    assert len(seen(cards("{} contacts", (100, 500, 1000, 5000)), cards("{} contacts", (200, 750, 2000, 9000)))) == 4
    assert len(seen(cards("${} for each", (3, 7, 12, 4)), cards("${} for each", (4, 6, 11, 7)))) == 4
    promise = "Uptime of {} % promised"
    assert len(seen(cards(promise, (99.5, 99.9, 99.95)), cards(promise, (99.9, 99.95, 99.99)))) == 3


@pytest.mark.parametrize(
    "label",
    [
        "Related articles",
        "You may also like",
        "Popular this week",
        "Articles similaires",
        "Das könnte Sie auch interessieren",
        "También te puede interesar",
        "関連記事",
        "相关文章",
    ],
)
def test_a_rail_is_no_news(label: str) -> None:
    rail = (
        f"<main>{PROSE}<h2>{label}</h2>" + "<div><a href='/{0}'>{0}</a></div><div><a href='/{1}'>{1}</a></div></main>"
    )
    assert seen(rail.format("Freight by night", "Ports in winter"), rail.format("Cold chains", "Ports in winter")) == []


def test_the_price_of_a_thing_that_stayed_in_a_rail_is_news() -> None:
    rail = "<h2>You may also like</h2><ul><li><a href='/a'>Lamp</a></li><li>{}</li><li><a href='/b'>Desk</a></li></ul>"
    assert len(seen(rail.format("€40"), rail.format("€45"))) == 1


def test_a_badge_on_a_plan_is_no_rail() -> None:
    plan = "<div><p>Most popular</p><h3>Pro</h3><p>{}</p><a href='/buy'>Buy now</a></div>"
    assert seen(plan.format("Ten boards for a team"), plan.format("Six boards for a team")) == [
        ("Ten boards for a team", "Six boards for a team")
    ]


def test_what_is_shown_in_turns_by_its_label_is_no_news() -> None:
    assert seen("<p>Teacher of the week: Ulla Brahe</p>", "<p>Teacher of the week: Piotr Kos</p>") == []
    assert len(seen("<p>Head of sales: Ulla Brahe</p>", "<p>Head of sales: Piotr Kos</p>")) == 1
    assert len(seen("<p>Deal of the week: Lamp for $5</p>", "<p>Deal of the week: Lamp for $9</p>")) == 1


def test_what_rolled_off_a_list_of_the_latest_is_no_news_and_what_came_is() -> None:
    def news(*titles: str) -> str:
        return "<h2>Latest news</h2><ul>" + "".join(f"<li>{title}</li>" for title in titles) + "</ul>"

    old, new = news("Brest opens", "Turin opens", "Graz opens"), news("Faro opens", "Brest opens", "Turin opens")
    assert seen(old, new) == [(None, "Faro opens")]
    team = old.replace("Latest news", "Board"), new.replace("Latest news", "Board")
    assert {side for edit in seen(*team) for side in edit} == {None, "Faro opens", "Graz opens"}


def test_a_calendar_that_rolls_on_is_no_news_but_an_incident_is() -> None:
    def days(first: int, told: str = "") -> str:
        shown = "".join(f"<h3>March {day}, 2026</h3><p>No incidents.</p>" for day in range(first, first - 4, -1))
        return f"<h2>Past days</h2>{told}{shown}"

    assert seen(days(7), days(9)) == []
    assert len(seen(days(7), days(9, "<p>Disks in rack twelve were slow.</p>"))) == 1


def test_a_copy_for_narrow_screens_is_read_once() -> None:
    plan = "<div><h3>Plus</h3><p>{0} a month</p><p>Ten boards</p></div>"
    page = plan + "<div class='mobile' aria-hidden='true'>" + plan + "</div>"
    assert seen(page.format("$35"), page.format("$39")) == [("$35 a month", "$39 a month")]


def test_a_hidden_part_with_prices_of_its_own_is_no_copy() -> None:
    page = "<div><p>Plus</p><p>$35 a month</p></div><div hidden><p>Plus</p><p>{} a year</p></div>"
    assert seen(page.format("$350"), page.format("$390")) == [("$350 a year", "$390 a year")]


def test_a_call_to_act_in_other_words_is_no_news() -> None:
    link = "<a href='/start'>{}</a>"
    assert seen(link.format("Start free"), link.format("Try it free")) == []
    assert len(seen(link.format("Start free for 14 days"), link.format("Start free for 30 days"))) == 1
    assert len(seen("<a href='/a'>Atlas pipelines</a>", "<a href='/a'>Borealis pipelines</a>")) == 1


def test_a_closed_dialog_that_the_page_opens_is_read() -> None:
    bio = "<button data-modal='ana'>Ana Dale</button><dialog id='ana'><p>{}</p><button>Close</button></dialog>"
    assert seen(bio.format("Led finance for a port."), bio.format("Led sales for a port.")) != []
    letter = "<dialog id='letter'><p>{}</p><form><input type='email'></form></dialog>"
    assert seen(letter.format("Our letter comes on Mondays."), letter.format("Our letter comes on Fridays.")) == []


def test_a_name_edited_in_an_aside_is_news_and_a_teaser_there_is_not() -> None:
    aside = "<main>" + PROSE + "<aside><h2>Press contact</h2><p>{}, press office</p></aside></main>"
    assert said(aside.format("Ana Dale"), aside.format("Bo Lund")) == [
        ("Ana Dale, press office", "Bo Lund, press office")
    ]
    teaser = "<main>" + PROSE + "<aside><a href='/x'>{}</a></aside></main>"
    assert said(teaser.format("How ports freeze"), teaser.format("How ports thaw")) == []


def test_a_bar_that_can_be_closed_is_no_news_unless_it_names_something() -> None:
    bar = "<div role='region'><p>{}</p><button aria-label='Close'>×</button></div>"
    assert said(PROSE, bar.format("Some things may not work.") + PROSE) == []
    assert len(said(PROSE, bar.format("Brightvane joins the Borealis Group") + PROSE)) >= 1


@pytest.mark.parametrize(
    ("before", "after", "apart"),
    [
        ("API", "Operational", True),
        ("Latency", "1.8 s", True),
        ("4.6", "38.2K ratings", True),
        ("$19", "for the first 3 months", True),
        ("v", "2", False),
        ("H", "ello", False),
        ("bell", "wether", False),
        ("49", "99", False),
    ],
)
def test_labels_set_side_by_side_are_read_apart(before: str, after: str, apart: bool) -> None:
    assert set_off(before, after, beside=True) is apart


def test_a_part_that_is_still_to_be_loaded_is_held() -> None:
    jobs = "".join(f"<li>Key account manager number {n} in Porthaven</li>" for n in range(9))
    told = examined(f"{PROSE}<ul>{jobs}</ul>", f"{PROSE}<ul aria-busy='true'><li class='skeleton'></li></ul>")
    assert told.status is ChangeStatus.HELD
    assert examined(f"{PROSE}<ul>{jobs}</ul>", f"{PROSE}<p>No openings.</p>").status is ChangeStatus.NEWS
