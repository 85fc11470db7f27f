"""A page whose markup holds plenty of prose is good at a glance; whatever only looks long is looked at closer."""

import pytest

from diffing.reading.glance import DOUBTED, HIDING, LARGEST, PLENTY, says_plenty
from diffing.reading.markings import MOST_SUSPECTS
from diffing.reading.page_state import look_at
from domain.visits import PageState
from tests.unit.diffing.support_answers import ANSWERS, COMMON, page_of
from tests.unit.diffing.support_pages import answer, page_source
from tests.unit.diffing.test_enough import ASIDES

SENTENCE = "Our keepers read the gauges of every harbour twice a day and write down what the water did. "
PARAGRAPH = f"<p>{SENTENCE * 4}</p>"
STORY = PARAGRAPH * (PLENTY // 60)
TERMS = STORY * 2
LOGIN = "<form><input name=user><input type='password'></form>"
WALLS = [words for said in ANSWERS.values() for words in said.values()] + [words for *_, words in COMMON]


def page(body: str, title: str = "Gauges of the harbour") -> bytes:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Gauges</h1>{STORY}",
        f'<div class="[&>p]:mt-4"><article>{STORY}</article></div>',
        f"<nav><a href=/login>Log in</a></nav><main>{STORY}</main><footer>Sign in</footer>",
        f"<h2>Our privacy policy</h2><h2>Errors of our gauges</h2>{STORY}",
        f"<header>{LOGIN}</header>{TERMS}",
        f'<a class="sr-only" href="#main">On to what we say</a>{STORY}',
        f'<div id="cookie-banner"><p>{SENTENCE * 9}</p></div>{TERMS}',
    ],
)
def test_a_long_story_is_plenty(body: str) -> None:
    assert says_plenty(page(body))
    assert look_at(page_source(), answer(page(body).decode()), None).verdict.state is PageState.OK


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Gauges</h1><p>Twice a day.</p>",
        f"<script>const story = '{STORY}'</script>",
        f"<div id=app></div><noscript>{STORY}</noscript>",
        f"<SCRIPT>const story = '{STORY}'</SCRIPT>",
        f"<div id=app></div><script type=application/json>{{'story': '{STORY}'}}</script>",
        f"<template>{STORY}</template>",
        f"<!-- {STORY} -->",
        f"<dialog><h2>Terms</h2>{STORY}</dialog>",
        f'<div id=app data-page=\'{{"html": "{STORY}"}}\'></div>',
        f'<div id=app data-page=\'{{"wide": "a > b", "html": "{STORY}"}}\'></div>',
        f'<div id=app data-page="{STORY}"></div>',
        f"<div>{STORY.replace('keepers', 'cookies')}</div>",
        "<ul>" + "<li><a href=/a>Gauges of one harbour</a></li>" * 400 + "</ul>",
        "<ul>" + f"<li><a href=/a>{' ' * 60}Gauges of one harbour{' ' * 60}</a></li>" * 400 + "</ul>",
        f"<p>{'&nbsp; ' * PLENTY}</p>",
        "<div>" * 1_500 + STORY,
    ],
)
def test_what_is_short_or_unseen_is_looked_at_closer(body: str) -> None:
    assert not says_plenty(page(body))


@pytest.mark.parametrize("tag", sorted(HIDING))
def test_words_that_stand_in_what_no_reader_sees_are_not_counted(tag: str) -> None:
    assert not says_plenty(page(f"<{tag}>{TERMS}</{tag}><h1>Gauges</h1>"))


def test_a_page_with_hundreds_of_names_of_consent_is_looked_at_closer() -> None:
    boxes = "".join(f"<i class=consent{number}></i>" for number in range(MOST_SUSPECTS + 1))
    assert says_plenty(page(TERMS + boxes[:1_000] + TERMS))
    assert not says_plenty(page(boxes + TERMS))


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Page not found</h1><p>Nothing here.</p><footer>{TERMS}</footer>",
        f"<p>Nothing here.</p><footer>{TERMS}</footer>",
        f"<h1>Page not found</h1><div>{TERMS}</div>",
        f"{'<h3>Gauges</h3>' * 40}<h1>Page not found</h1><div>{TERMS}</div>",
        f'<h1 class="{"wide " * 80}"><span class="{"wide " * 80}">Page <b>not</b>\n found</span></h1>{TERMS}',
        f"<h2>Too <b>many</b>\n requests</h2><div>{TERMS}</div>",
        f"<h1>That page can&#8217;t be found.</h1><div>{TERMS}</div>",
        f"<h1>Bevor Sie fortfahren</h1><div>{TERMS}</div>",
        f"<h1>Welcome back</h1>{LOGIN}<div>{STORY}</div>",
        f'<div id="onetrust-consent-sdk">{TERMS}</div><div id=app></div>',
        f'<div class="CybotDialog"><div>{TERMS}</div></div><h1>Welcome back</h1>{LOGIN}',
        f'<section class="box cookie-notice"><div>{TERMS}</div></section><p>Please wait.</p>',
        f'<div class="visually-hidden">{TERMS}</div><div id=app></div>',
    ],
)
def test_a_wall_beside_much_text_is_looked_at_closer(body: str) -> None:
    assert not says_plenty(page(body))


def test_a_title_gives_a_page_away_too() -> None:
    assert not says_plenty(page(STORY, title="Just a moment..."))
    assert not says_plenty(page(STORY, title="404 &ndash; Page not found"))
    assert not says_plenty(page(STORY, title="Accès refusé").decode().encode("cp1252"))
    assert not says_plenty(f"<style>{'p {} ' * 9_000}</style><TITLE>Access denied</TITLE>{STORY}".encode())


@pytest.mark.parametrize("aside", sorted(ASIDES.keys() - {"an address in disguise"}))  # none has a thousand words
def test_no_wall_is_good_at_a_glance_whatever_stands_beside_it(aside: str) -> None:
    beside = ASIDES[aside].format(TERMS)
    for said in (words for words in WALLS if words[1] or words[0] != "Brightvane"):
        for place in ("<main>", "</main>"):
            wall = page_of(said, "en").replace(place, beside + place)
            if look_at(page_source(), answer(wall), None).verdict.state is not PageState.OK:
                assert not says_plenty(wall.encode()), wall


def test_twice_as_much_is_asked_of_a_page_with_a_form_to_sign_in() -> None:
    between = PARAGRAPH * (DOUBTED // 72 - 1)
    assert says_plenty(page(between))
    assert not says_plenty(page(LOGIN + between))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_a_page_in_wide_letters_is_looked_at_closer(encoding: str) -> None:
    assert not says_plenty(page(STORY).decode().encode(encoding))


def test_a_file_that_is_no_page_is_looked_at_closer() -> None:
    assert not says_plenty(b"%PDF-1.7 " + page(STORY))


@pytest.mark.parametrize(
    "hostile",
    [b"<!--", b"<script>", b"<h1>", b"='<", b"=\"'", b"<nav>", b"<aside></aside", b"<p class=sr-only>", b"<", b">"],
)
def test_a_page_made_to_hurt_is_seen_through_in_one_go(hostile: bytes) -> None:
    assert not says_plenty(hostile * (LARGEST // 2 // len(hostile)) + b"<x " * 100_000)
    says_plenty(page(STORY) + hostile * 100_000)
    says_plenty(hostile * 100_000 + page(TERMS))


def test_a_page_past_the_limit_is_looked_at_closer() -> None:
    assert not says_plenty(page(STORY + "<p>" + "a" * LARGEST))
