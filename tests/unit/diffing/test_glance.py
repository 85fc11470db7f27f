"""A page whose markup holds plenty of prose is good at a glance; whatever only looks long is looked at closer."""

import pytest

from diffing.reading.glance import says_plenty

SENTENCE = "Our keepers read the gauges of every harbour twice a day and write down what the water did. "
STORY = f"<p>{SENTENCE * 4}</p>" * 20


def page(body: str, title: str = "Gauges of the harbour") -> bytes:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


def test_a_long_story_is_plenty() -> None:
    assert says_plenty(page(f"<h1>Gauges</h1>{STORY}"))


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Gauges</h1><p>Twice a day.</p>",
        f"<script>const story = '{STORY}'</script>",
        f"<div id=app></div><noscript>{STORY}</noscript>",
        f"<template>{STORY}</template>",
        f"<!-- {STORY} -->",
        f"<dialog><h2>Terms</h2>{STORY}</dialog>",
        f'<div id=app data-page=\'{{"html": "{STORY}"}}\'></div>',
        f"<div>{STORY.replace('keepers', 'cookies')}</div>",
        "<ul>" + "<li><a href=/a>Gauges of one harbour</a></li>" * 400 + "</ul>",
        f"<h1>Page not found</h1><p>Nothing here.</p><footer>{STORY}</footer>",
        f"<h2>Too <b>many</b>\n requests</h2><footer>{STORY}</footer>",
        f"<h1>Bevor Sie fortfahren</h1><div>{STORY}</div>",
        "<div>" * 1_500 + STORY,
    ],
)
def test_what_is_short_unseen_or_beside_a_sign_of_a_wall_is_looked_at_closer(body: str) -> None:
    assert not says_plenty(page(body))


def test_a_title_gives_a_page_away_too() -> None:
    assert not says_plenty(page(STORY, title="Just a moment..."))
    assert not says_plenty(page(STORY, title="404 &ndash; Page not found"))


def test_a_page_of_any_size_is_seen_through_in_one_go() -> None:
    assert not says_plenty(page(STORY * 600))
    for hostile in (b"<!--" * 200_000, b"<script>" * 200_000, b"<h1>" * 200_000, b"='<" * 200_000, b">" * 800_000):
        assert not says_plenty(hostile + b"x " * 100_000)
