"""A first visit is mostly judged without being cut into blocks: never otherwise than by reading all of it."""

from dataclasses import replace
from pathlib import Path

import pytest

import diffing
from diffing.reading.enough import PLENTY, SOME, plain_words
from diffing.reading.limits import MOST_BLOCKS
from diffing.reading.page_state import look_at
from diffing.reading.pages import tree
from domain.sources import Expectation
from domain.visits import PageState, Reason
from tests.unit.diffing.support_answers import ANSWERS, page_of
from tests.unit.diffing.support_pages import PROSE, answer, page_source
from tests.unit.diffing.support_random_pages import PLACES, case

ROOT = Path(__file__).resolve().parents[3]
OWN = sorted(path for room in ("bench/corpus", "demo/world") for path in (ROOT / room).rglob("*.html"))
LONG = PROSE * 2  # more than PLENTY words
SENTENCE = "A sentence of the page that goes on for a while so that nobody takes it for the label of a button. "
MORE = f"<h3>{SENTENCE * 100}</h3>"  # more than that, and a heading
ASIDES = {
    "nothing around it": "<div>{}</div>",
    "a footer": "<footer>{}</footer>",
    "a hidden box": "<div hidden>{}</div>",
    "a box for narrow screens": '<div class="mobile-only">{}</div>',
    "a box for the ear": '<div class="sr-only">{}</div>',
    "a box that asks for cookies": '<div class="cookie-banner">We use cookies. {}</div>',
    "a box that asks and does not say so": "<div><div>We use cookies and ask for your consent. {}</div></div>",
    "a dialog": '<div role="dialog">{}</div>',
    "a sidebar": '<div class="sidebar">{}</div>',
    "links": '<div><a href="/more">{}</a></div>',
    "a heading": "<h2>{}</h2>",
    "quotations": "<blockquote>{}<cite>Ada Brook, Elsin</cite></blockquote>",
    "an address in disguise": '<div data-cfemail="00610040">{}</div>',
    "the main part": "<main>{}</main>",
}
WRAPS = {
    "a footer": ASIDES["a footer"],
    "a sidebar": ASIDES["a sidebar"],
    "a box that calls itself a form": '<form action="/search">{}</form>',
}
NOT_ALONE = {  # shown after all: on their own, as their number is the only one, or as the parser sets them
    *("nothing around it", "the main part", "a box that asks and does not say so"),
    *("a box for the ear", "a heading"),
}
FURNITURE = sorted(ASIDES.keys() - NOT_ALONE)


def plenty(html: str) -> bool:
    return words(html) >= PLENTY


def words(html: str) -> int:
    (part,) = answer(html)
    return plain_words(tree(part), part)


def judged_alike(html: str) -> bool:
    """Whether the quick judgement is that of the whole page."""
    source, parts = page_source(), answer(html)
    return diffing.judge(source, parts, None) == look_at(source, parts, None).verdict


def test_our_own_pages_are_judged_as_if_all_of_them_were_read() -> None:
    assert len(OWN) > 100
    for path in OWN:
        assert judged_alike(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("place", PLACES)
def test_random_pages_are_judged_as_if_all_of_them_were_read(place: str) -> None:
    for seed in range(6):
        assert judged_alike(case(seed, place, "name", sections=30).after), seed


@pytest.mark.parametrize("aside", ASIDES)
@pytest.mark.parametrize("said", [words for said in ANSWERS.values() for words in list(said.values())[:2]], ids=repr)
def test_a_wall_is_seen_through_much_text_that_stands_beside_it(said: tuple[str, str, str], aside: str) -> None:
    wall = page_of(said, "en")
    for where in ("<body>", "</body>"):
        beside = ASIDES[aside].format(LONG)
        assert judged_alike(wall.replace(where, where + beside if where == "<body>" else beside + where))


@pytest.mark.parametrize("aside", FURNITURE)
def test_words_of_furniture_are_not_counted(aside: str) -> None:
    beside = ASIDES[aside].format(LONG)
    assert not plenty(f"<body>{beside}{MORE}</body>")
    assert not plenty(f"<body><main><p>Not found.</p></main>{beside}</body>")


def test_words_beside_the_main_part_are_not_counted() -> None:
    assert not plenty(f"<body><main><p>Not found.</p></main><div>{LONG}</div></body>")


@pytest.mark.parametrize("aside", ["a footer", "a sidebar", "a box that calls itself a form"])
def test_furniture_that_most_of_the_page_is_wrapped_in_is_none(aside: str) -> None:
    wrapped = WRAPS[aside].format(LONG)
    assert plenty(f"<body>{wrapped}<p>Not found.</p></body>")
    assert plenty(f"<body><form>{wrapped}</form></body>")
    assert not plenty(f"<body>{wrapped}{MORE}</body>")


@pytest.mark.parametrize("aside", ["a box that asks for cookies", "a hidden box", "links", "an address in disguise"])
def test_what_is_left_out_however_much_it_holds_is_not_counted(aside: str) -> None:
    assert not plenty(f"<body>{ASIDES[aside].format(LONG * 4)}</body>")


@pytest.mark.parametrize("said", [words for said in ANSWERS.values() for words in list(said.values())[:2]], ids=repr)
def test_what_a_heading_says_of_a_short_page_is_heard(said: tuple[str, str, str]) -> None:
    title, heading, _ = said
    prose = SENTENCE * 8
    assert SOME < len(prose.split()) < PLENTY
    for html in (
        f"<title>{title}</title><body><p>{prose}</p></body>",
        f"<body><div><h1><b>{heading[:3]}</b>{heading[3:]}</h1></div><p>{prose}</p></body>",
        f'<body><p>{prose}</p><form><input type="password"></form></body>',
    ):
        assert words(html) >= SOME
        assert judged_alike(html)


def test_plain_prose_is_enough_wherever_it_stands() -> None:
    prose = SENTENCE * 30
    assert len(prose.split()) > PLENTY
    for html in (f"<p>{prose}</p>", f"<p><span>{prose}</span></p>", f"<div><br>{prose}</div>", f"<main>{prose}</main>"):
        assert plenty(f"<html><body>{html}</body></html>")


def test_a_page_of_too_many_blocks_is_looked_at_closer() -> None:
    assert plenty(f"<body>{LONG}{'<p>a' * 20_000}</body>")
    assert not plenty(f"<body>{LONG}{'<p>a' * (MOST_BLOCKS + 1)}</body>")


def test_what_a_source_expects_is_looked_for_in_a_page_of_any_length() -> None:
    lacking = page_source(expect=(Expectation(text="a word that is not there"),))
    assert diffing.judge(lacking, answer(f"<body>{LONG}</body>"), None).reason is Reason.EXPECTATION


def test_a_long_page_that_a_redirect_brought_us_to_is_not_the_page() -> None:
    (part,) = answer(f"<body>{LONG}</body>")
    moved = replace(part, url="https://brightvane.example/")
    assert diffing.judge(page_source(), (moved,), None).state is PageState.SOFT_404
