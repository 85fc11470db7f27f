"""What moves by itself on a page is no news, and what only looks like it still is."""

import time

import pytest

from diffing.comparing.template import other_template
from diffing.reading.testimonials import is_testimonial
from diffing.wording.passing import running_count
from diffing.wording.text import compared
from domain.changes import ChangeStatus
from tests.unit.diffing.support_pages import PROSE, examined, said


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("76 people are viewing this page right now", "78 people are viewing this page right now"),
        ("3,201 people online", "3,187 people online"),
        ("Only 20 left in stock", "Only 3 left in stock"),
        ("73 days to go", "66 days to go"),
        ("You are visitor number 680,812.", "You are visitor number 699,147."),
        ("4.7 of 5 from 8,651 reviews", "4.7 of 5 from 8,794 reviews"),
        ("123 people found this helpful", "126 people found this helpful"),
        ("Was this helpful? 24 of 103 found it helpful", "Was this helpful? 26 of 106 found it helpful"),
        ("👍 137", "👍 140"),
        ("▲ 325", "▲ 338"),
        ("★★★★★ (387)", "★★★★★ (391)"),
        ("23,928 installs", "24,101 installs"),
        ("Page served in 135 ms", "Page served in 98 ms"),
        ("Last checked 44 seconds ago", "Last checked 2 minutes ago"),
        ("07:58 local time", "08:04 local time"),
        ("Today is Monday, 2 March", "Today is Monday, 9 March"),
        ("Prices were loaded on 2 March 2026 05:58 UTC.", "Prices were loaded on 9 March 2026 05:57 UTC."),
        ("Trusted by 12,345 teams", "Trusted by 12,391 teams"),
        ("导入 在线咨询 当前 63 人在线", "导入 在线咨询 当前 64 人在线"),
    ],
)
def test_counters_and_clocks_are_no_news(before: str, after: str) -> None:
    assert said(f"{PROSE}<p>{before}</p>", f"{PROSE}<p>{after}</p>") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Up to 10 users", "Up to 12 users"),
        ("Uptime of 99.9 %", "Uptime of 99.5 %"),
        ("30-day returns", "14-day returns"),
        ("5 GB of storage", "8 GB of storage"),
        ("Sold in 25 countries", "Sold in 30 countries"),
        ("12,345 credits a month", "12,545 credits a month"),
        ("Plan for 1,250 contacts", "Plan for 1,450 contacts"),
        ("Over 9,000 merchants", "Over 10,000 merchants"),
        ("100 reviews per month", "120 reviews per month"),
        ("500 reviews", "1,000 reviews"),
        ("20 votes", "50 votes"),
        ("Starts at $49", "Starts at $59"),
        ("Founded in 2011, 341 people", "Founded in 2011, 212 people"),
        ("Effective 2 March 2026", "Effective 9 March 2026"),
        ("Webinar at 17:00 CET", "Webinar at 18:00 CET"),
        ("3 seats", "5 seats"),
    ],
)
def test_a_number_that_somebody_set_is_news(before: str, after: str) -> None:
    assert said(f"{PROSE}<p>{before}</p>", f"{PROSE}<p>{after}</p>") == [(before, after)]


def test_a_count_in_a_table_is_a_figure_and_no_counter() -> None:
    table = "<table><tr><th>Year<th>Hotels<tr><td>2025<td>{}</table>"
    assert len(said(PROSE + table.format("12,345"), PROSE + table.format("12,391"))) == 1


def test_a_hostile_run_of_digits_is_read_in_a_moment() -> None:
    started = time.process_time()
    for text in ("1 " * 24_000, "1,111" * 9_000, "as of " * 8_000, "“" * 40_000, "12 of 13 " * 5_000):
        compared(text)
        is_testimonial(text)
        running_count(text, text + "1")
    assert time.process_time() - started < 20


def test_a_count_that_jumps_is_news() -> None:
    assert not running_count("Trusted by 12,345 teams", "Trusted by 32,391 teams")


@pytest.mark.parametrize(
    "text",
    [
        "“We moved forty people over in a weekend.” Ines Okoro, Pelham Yards",
        "“Dispatch takes twenty minutes now.” – Ola Brandvik, Fjord Parcel",
        "« Deux heures gagnées chaque semaine. » Élodie, Brasserie du Canal",
        '"Our auditors had no questions left to ask."',
        "„Seitdem fragt niemand mehr nach dem Stand.“ sagt Jana Wolf",
    ],
)
def test_a_quotation_with_a_name_is_a_testimonial(text: str) -> None:
    assert is_testimonial(text)


@pytest.mark.parametrize(
    "text",
    [
        "“Confidential information of the customer” means what is marked as such.",
        "“We now charge each team from the start of March” at $49 a month, says Ana Bo.",
        "Ana Bo joins Brightvane as head of sales.",
        "“Atlas”, “Borealis” and “Comet” are new models.",
        "“Short.” Ana Bo",
    ],
)
def test_other_words_in_quotation_marks_are_not(text: str) -> None:
    assert not is_testimonial(text)


def test_a_testimonial_that_turns_is_no_news_whatever_its_box_is_called() -> None:
    page = PROSE + "<div class='x1'><p>“{} has made our audit a quiet affair.” {}, Tessera</p></div>"
    assert said(page.format("It", "Ana Dale"), page.format("This", "Bo Lund")) == []


def classy(names: str, tag: str, notice: str = "") -> str:
    boxes = "".join(f"<{tag} class='{names}{n}'><i class='{names}-i{n}'></i></{tag}>" for n in range(30))
    return f"<div class='{names}'>{boxes}{PROSE}{notice}</div>"


def test_the_same_text_in_another_template_is_held() -> None:
    notice = "<p>We have changed our name; this notice stands above our terms.</p>"
    told = examined(classy("a", "span"), classy("z", "section", notice))
    assert (told.status, told.baseline) == (ChangeStatus.HELD, False)


def test_hashed_class_names_of_a_new_build_are_the_same_template() -> None:
    assert not other_template(classy("css-1a", "div").encode(), classy("css-9f", "div").encode())
    notice = "<p>We have changed our name; this notice stands above our terms.</p>"
    assert examined(classy("css-1a", "div"), classy("css-9f", "div", notice)).status is ChangeStatus.NEWS


def test_a_page_whose_part_did_not_load_is_held() -> None:
    jobs = "".join(f"<li>Key account manager number {n} in Porthaven</li>" for n in range(9))
    told = examined(f"<h1>Jobs</h1><ul>{jobs}</ul>", "<h1>Jobs</h1><p>Something went wrong. Try again</p>")
    assert told.status is ChangeStatus.HELD


def test_a_heading_that_moved_into_the_furniture_is_no_news() -> None:
    inside = f"<main><h1>Our rules</h1>{PROSE}</main>"
    outside = f"<header><h1>Our rules</h1></header><main>{PROSE}</main>"
    assert said(inside, outside) == said(outside, inside) == []


def test_a_menu_entry_renamed_in_two_places_is_no_news_and_one_in_a_list_is() -> None:
    menu = "<div><a href='/better'><b>How {} gets better</b></a></div>"
    page = menu + PROSE + menu
    assert said(page.replace("{}", "Brightvane"), page.replace("{}", "Vane")) == []
    tools = PROSE + "<ul><li><a href='/t'>Happy Pony</a></li></ul>"
    assert said(tools, tools.replace("Happy Pony", "Picture Mint")) == [("Happy Pony", "Picture Mint")]


def test_words_for_screen_readers_are_not_read_unless_they_hold_a_number() -> None:
    link = "<p>See <a href='/x'>the form<span class='sr-only'>(opens in a new window)</span></a> first.</p>"
    plain = "<p>See <a href='/x'>the form</a> first.</p>"
    assert said(PROSE + link, PROSE + plain) == []
    price = "<p>Pro <span class='visually-hidden'>{} a month</span></p>"
    assert len(said(PROSE + price.format("$49"), PROSE + price.format("$59"))) == 1


def test_a_tick_that_became_a_cross_is_news() -> None:
    table = "<table><tr><th>Feature<th>Solo<th>Pro<tr><td>Offline mode<td>{}<td>✓</table>"
    assert len(said(table.format("✓"), table.format("✗"))) == 1
    assert compared("✓") != compared("✗")
    assert compared("✓ Offline mode") == compared("Offline mode")


def test_a_new_logo_on_a_wall_of_customers_is_news() -> None:
    wall = "".join(f"<img class='logo' src='/{n}.svg' alt='Customer {n} logo'>" for n in "abc")
    new = "<img class='logo' src='/h.svg' alt='Helder Post'>"
    assert said(f"<h1>Customers</h1>{wall}", f"<h1>Customers</h1>{wall}{new}") == [(None, "Helder Post")]


def test_a_chat_bubble_does_not_turn_a_page_of_names_into_furniture() -> None:
    team = "<h1>Leadership</h1>" + "".join(
        f"<div><h3>{n}</h3><p>Chief officer</p></div>" for n in ("Ana Dale", "Bo Lund", "Cy Orr") * 4
    )
    chat = (
        "<div aria-live='polite'><p>Hi there! Any questions about our plans? We reply within a few minutes.</p></div>"
    )
    assert said(team, team + chat) == []


def test_a_box_of_a_component_library_is_not_a_consent_dialog() -> None:
    page = "<div class='cmp-text'><p>{}</p></div>"
    assert len(said(page.format("Offline mode"), page.format("Map mode"))) == 1
