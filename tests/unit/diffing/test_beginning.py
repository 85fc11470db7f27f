"""The beginning of a page is enough to call it good only where no rest of it could say otherwise."""

import re

import pytest
from lxml import etree

import diffing
from diffing.reading.beginning import MOST_STARTS, STEPS, begins_well
from diffing.reading.markup import Begun, parse
from diffing.reading.page_state import look_at
from domain.visits import PageState
from tests.unit.diffing.support_pages import PROSE, answer, page_source
from tests.unit.diffing.support_random_pages import PLACES, case
from tests.unit.diffing.test_enough import OWN

LONG = PROSE * 2  # more than plenty
NO_NUMBER = re.sub(r"\d+", "", LONG)
REST = f"<script>{'var one = two; ' * STEPS[-1]}</script>"  # so much that no beginning holds it
PAGE = "<html><head><title>Elsin</title></head><body>{}</body></html>"


def is_enough(html: str) -> bool:
    (part,) = answer(html)
    return begins_well(Begun(html), part)


def judged_alike(html: str) -> bool:
    source, parts = page_source(), answer(html)
    return diffing.judge(source, parts, None) == look_at(source, parts, None).verdict


def test_a_page_that_begins_with_plenty_of_prose_is_good_and_not_read_to_its_end() -> None:
    html = PAGE.format(f"<p>{LONG}</p>{REST}")
    begun = Begun(html)
    assert begins_well(begun, answer(html)[0])
    assert begun.read == STEPS[0] < len(html)
    assert diffing.judge(page_source(), answer(html), None).state is PageState.OK


def test_more_of_a_page_is_read_where_its_head_is_long() -> None:
    style = f"<style>{'p { color: red } ' * (STEPS[0] // 16)}</style>"
    html = f"<html><head>{style}</head><body><p>{LONG}</p>{REST}</body></html>"
    begun = Begun(html)
    assert begins_well(begun, answer(html)[0])
    assert begun.read == STEPS[1]


@pytest.mark.parametrize(
    "html",
    [
        PAGE.format(f"<p>{LONG}</p>{REST}<main><p>Page not found.</p></main>"),
        PAGE.format(f"<p>{LONG}</p>{REST}<ARTICLE><p>Page not found.</p></ARTICLE>"),
        PAGE.format(f"<p>{LONG}</p>{REST}<div role = main><p>Page not found.</p></div>"),
        PAGE.format(f"<figure><blockquote>{LONG}</blockquote>{REST}<figcaption>Ada Brook</figcaption></figure>"),
        PAGE.format(f"<blockquote><p>{LONG}</p>{REST}<cite>Ada Brook, Elsin</cite></blockquote>"),
        PAGE.format(f'<div class="sr-only"><p>{NO_NUMBER}</p>{REST}</div>'),
        PAGE.format(f"<footer><p>{LONG}</p>{REST}</footer>"),
        PAGE.format(f"<p>{LONG}</p>{'<b>' * (MOST_STARTS + 100)}{REST}"),
        f"<html><head><title>Elsin</title><main>Short.</main></head><body><p>{LONG}</p>{REST}</body></html>",
    ],
    ids=lambda html: html[70:110],
)
def test_what_the_rest_may_take_back_is_left_to_all_of_the_page(html: str) -> None:
    assert not is_enough(html)
    assert judged_alike(html)


def test_a_main_part_that_has_begun_says_enough_whatever_comes_after_it() -> None:
    html = PAGE.format(f"<main><p>{LONG}</p></main>{REST}<main><p>More.</p></main>")
    assert is_enough(html)
    assert judged_alike(html)


def test_a_tag_of_more_attributes_than_any_page_writes_is_left_to_all_of_the_page() -> None:
    attributes = " ".join(f"a{number}" for number in range(STEPS[1]))
    html = PAGE.format(f"<p>Short.</p>{'<p>One.</p>' * 3_500}<p {attributes}>{LONG}</p>")
    assert not is_enough(html)


def test_our_own_pages_and_random_ones_are_judged_as_if_all_of_them_were_read() -> None:
    pages = [path.read_text(encoding="utf-8") for path in OWN]
    pages += [case(seed, place, "name", sections=30).after for place in PLACES for seed in range(3)]
    assert all(judged_alike(f"{html}{REST}") for html in pages)


@pytest.mark.parametrize("piece", [7, 61, 1_000])
def test_a_tree_that_grows_piece_by_piece_is_the_tree_of_all_at_once(piece: int) -> None:
    for path in OWN[::7]:
        text = path.read_text(encoding="utf-8")
        begun = Begun(text)
        for until in range(piece, len(text), piece):
            begun.grown(until)
        grown, whole = begun.whole(), parse(text)
        assert grown is not None
        assert whole is not None
        assert etree.tostring(grown) == etree.tostring(whole), path
