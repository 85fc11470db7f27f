"""Answers that differ in nothing that is read are known by their markup; wherever that is not sure, they are read."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.own_corpus import CORPUS
from diffing.dispatch import judge
from diffing.examination import SAME
from diffing.reading.pages import open_page
from diffing.sifting.unread import alike_to_readers
from domain.changes import ChangeStatus
from domain.errors import UnreadableContent
from domain.visits import PageState
from tests.unit.diffing.support_pages import PROSE, answer, examined, page_source

UNREAD = [
    '<script nonce="{}">start()</script>',
    '<script src="/app.{}.js" defer></script>',
    "<script>const token = '{}'; if (a < b) run('<b>' + token)</script>",
    "<style nonce='{}'>p > a {{ color: red }}</style>",
    "<style>.box-{} {{ color: red }}</style>",
    '<meta name="csrf-token" content="{}">',
    "<link rel=stylesheet href=/style.{}.css>",
    '<form><input type="hidden" name="session" value="{}"></form>',
    '<div data-request-id="{}" class="box">Plans</div>',
    '<img src="/logo.{}.png" alt="Brightvane" />',
    "<!-- made in {} ms -->",
]
READ = [
    "<p>{}</p>",
    "<p>nonce={}</p>",
    '<p>&lt;script nonce="{}"&gt;</p>',
    '<a href="/plans/{}">Plans</a>',
    '<img class="logo" alt="{}">',
    '<div class="{}">Plans</div>',
    '<div id="{}">Plans</div>',
    '<div style="{}">Plans</div>',
    '<a data-cfemail="{}">Plans</a>',
    "<title>{}</title>",
    '<textarea><script nonce="{}"></script></textarea>',
    '<iframe srcdoc="a"><script nonce="{}"></script></iframe>',
    '<p title=\'<p class="x">text<script nonce="{}"></script>\'>Plans</p>',
    '<p title="a>b<script nonce="{}">">Plans</p>',
    '<img class=logo alt=x" title="a>b<script nonce=\'{}\'>">',
    "<a href=\" src='{}'\">Plans</a>",
    "<script>let a = '<!-- <script>'</script><p title='<script nonce=\"{}\"></script>'>Plans</p>",
    "<p>a < b <script nonce={}></script></p>",
    "<script>{}",
    "<!-- {}",
    '<dialog id="more"><p>More</p></dialog><button data-opens="{}">More</button>',
    '<input type="{}">',
]
VALUES = (
    "a1b2",
    "Z9",
    "",
    '"/>',
    "/",
    "-->",
    "</script>",
    '">',
    "'>",
    "<p>New</p>",
    "more",
    "text",
    "x y=z",
    "--",
    "é",
)


def page(body: str) -> str:
    return f"<!DOCTYPE html><html lang=en><head><title>Terms</title></head><body>{body}{PROSE}</body></html>"


@pytest.mark.parametrize("piece", UNREAD)
def test_what_nobody_reads_makes_no_difference(piece: str) -> None:
    before, after = (page(piece.format(token)) for token in ("a1b2c3", "9f8e7d6c"))
    assert alike_to_readers(before.encode(), after.encode())
    told = examined(before, after)
    assert (told.status, told.baseline, told.explanation) == (None, True, SAME)


@pytest.mark.parametrize("piece", READ)
def test_what_may_be_read_is_looked_at(piece: str) -> None:
    before, after = (page(piece.format(token)) for token in ("a1b2c3", "9f8e7d6c"))
    assert not alike_to_readers(before.encode(), after.encode())


@pytest.mark.parametrize("more", ["<p>New</p>", "<script>run()</script>", "<!-- new -->", "<div>"])
def test_a_piece_more_is_looked_at(more: str) -> None:
    assert not alike_to_readers(page("").encode(), page(more).encode())


def test_many_tokens_at_once_are_passed_over_and_a_word_among_them_is_not() -> None:
    before, after, edited = (
        page("".join(f'<p data-id="{token}{n}">Line {n} {word}</p>' for n in range(300)))
        for token, word in (("a", "old"), ("bb", "old"), ("bb", "new"))
    )
    assert alike_to_readers(before.encode(), after.encode())
    assert not alike_to_readers(before.encode(), edited.encode())


Fill = Callable[[list[str]], str]
PIECES = st.lists(
    st.tuples(st.sampled_from(UNREAD + READ), st.sampled_from(VALUES), st.sampled_from(VALUES)), max_size=5
)


@settings(deadline=None)
@given(PIECES)
def test_answers_that_are_alike_to_readers_are_read_alike(pieces: list[tuple[str, str, str]]) -> None:
    before, after = (page("".join(one[0].format(one[side]) for one in pieces)) for side in (1, 2))
    if alike_to_readers(before.encode(), after.encode()):
        assert opened(before) == opened(after)


@settings(deadline=None)
@given(st.text(alphabet="<>\"'=!-/ ap{}", max_size=40), st.sampled_from(UNREAD), st.text("<>\"'=- a/", max_size=12))
def test_whatever_stands_around_them(around: str, piece: str, value: str) -> None:
    before, after = (page(f"{around}{piece.format(token)}{around}") for token in ("a1", value))
    if alike_to_readers(before.encode(), after.encode()):
        assert opened(before) == opened(after)


def opened(markup: str) -> object:
    try:
        return open_page(page_source(), answer(markup))
    except UnreadableContent as error:
        return str(error)


def test_our_own_pages_are_alike_to_readers_only_where_they_read_the_same() -> None:
    for pair in sorted((CORPUS / "pairs").iterdir()):
        before, after = ((pair / name).read_bytes() for name in ("before.html", "after.html"))
        if alike_to_readers(before, after):
            assert opened(before.decode()) == opened(after.decode())


def test_a_refusal_of_the_same_page_is_still_a_refusal() -> None:
    body = page('<script nonce="1"></script>')
    [part] = answer(body)
    assert judge(page_source(), (part,), None).state is PageState.OK
    wall = page('<h1>Access denied</h1><script nonce="{}"></script>').replace(PROSE, "")
    assert examined(wall.format(1), wall.format(2)).baseline is False


def test_a_page_of_which_a_part_is_selected_is_read() -> None:
    before, after = (page(f'<div data-plan="{n}"><p>Plan {n} costs $4{n}.</p></div>') for n in (1, 2))
    told = examined(before, after, select=("[data-plan]",))
    assert told.status is ChangeStatus.NEWS
    markup = page('<div data-plan="{}"><p>Plans from $40.</p></div>')
    shown = examined(markup.format("a"), markup.format("b"), select=("[data-plan='a'], [data-plan='b']",))
    assert shown.status is None


def test_another_charset_is_read() -> None:
    before, after = (page(f'<meta charset="{name}"><p>Caf\u00e9</p>') for name in ("utf-8", "utf-16"))
    assert examined(before, after).explanation
