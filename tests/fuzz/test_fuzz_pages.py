"""Pages nobody wrote on purpose: every answer is judged, none is a crash, and a page is equal to itself."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diffing
from diffing.examination import Examination
from domain.sources import Source
from domain.visits import FetchedPart, PageState
from tests.fuzz.support_fuzz import AT, mutated, part, source

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Prices</title></head><body>
<nav><a href="/">Home</a> <a href="/p">Prices</a></nav><main><h1>Plans</h1>
<p>StayFeed gives hotel prices from ninety countries to revenue managers every single morning of the year.</p>
<table><thead><tr><th>Plan</th><th>Price</th></tr></thead><tbody><tr><td>Starter</td><td>$49 / month</td></tr>
<tr><td>Growth</td><td>€199,50 / month</td></tr></tbody></table><h2>Included</h2>
<ul><li>Rate alerts for ten towns</li><li>Größe &amp; mehr</li></ul>
<div class="card"><h3>Scale</h3><p>Talk to us.</p></div>
<details><summary>May I leave?</summary><p>Yes, at the end of every month.</p></details></main>
<footer>© 2026 Brightvane</footer></body></html>""".encode()
MEDIA = ("text/html", "text/html; charset=utf-16", "text/html; charset=shift_jis", "text/plain", "application/json", "")
SOURCES = (
    source("page"),
    source("page", select=("main", "//table"), remove=("nav", ".card"), ignore=(r"\d+", "Home")),
)
WORDS = "StayFeed gives hotel prices from ninety countries to revenue managers every single morning. "

DEEP = b"<div>" * 10_000 + WORDS.encode() * 30
HOSTILE = {
    "deep": DEEP,
    "deep inline": b"<b><i>" * 10_000 + WORDS.encode() * 30,
    "deep lists": b"<ul><li>" * 10_000 + WORDS.encode() * 30,
    "deep tables": b"<table><tr><td>" * 3_000 + WORDS.encode() * 30,
    "equal lines": b"<p>one and the same line</p>" * 100_000,
    "other lines": b"".join(b"<p>line %d of many others</p>" % n for n in range(20_000)),
    "giant attribute": b"<p title='" + b"x" * 5_000_000 + b"'>" + WORDS.encode() * 30,
    "many attributes": b"<p " + b"".join(b"a%d=1 " % n for n in range(200_000)) + b">" + WORDS.encode() * 30,
    "giant word": b"<p>" + b"x" * 3_000_000 + b"</p>",
    "giant paragraph": b"<p>" + WORDS.encode() * 30_000 + b"</p>",
    "wide table": b"<table><tr>" + b"<td>cell</td>" * 30_000 + b"</table>",
    "giant spans": b"<table><tr><td colspan=1000000000 rowspan=1000000000>x</td></tr></table>" + WORDS.encode() * 30,
    "zeros": b"\0" * 1_000_000,
    "surrogates": b"<p>" + b"\xed\xa0\x80" * 1_000 + WORDS.encode() * 30,
    "half a tag": PAGE[:-200] + b"<a href='",
    "open comments": b"<!--" * 50_000 + WORDS.encode() * 30,
    "entities": b"<p>" + b"&#x41;&amp;&lt;&nosuch;" * 50_000,
}
SECONDS = 30.0


def examined(one: Source, before: tuple[FetchedPart, ...] | None, after: tuple[FetchedPart, ...]) -> Examination:
    return diffing.examine(one, source_id=1, before=before, after=after, captured_at=AT)


@given(
    before=mutated(PAGE), after=mutated(PAGE), media=st.sampled_from(MEDIA), one=st.sampled_from(SOURCES),
    status=st.sampled_from((200, 200, 200, 404, 503)),
)  # fmt: skip
def test_any_two_pages_are_judged_and_the_same_twice(
    before: bytes, after: bytes, media: str, one: Source, status: int
) -> None:
    old, new = (part(before, media),), (part(after, media, status=status),)
    first = examined(one, old, new)
    assert first == examined(one, old, new)
    assert len(first.edits) <= len(after) + len(before)
    assert (first.status is None) == (not first.edits)


@given(body=st.one_of(mutated(PAGE, most=20), st.binary(max_size=400)), media=st.sampled_from(MEDIA))
def test_a_page_does_not_differ_from_itself(body: bytes, media: str) -> None:
    same = (part(body, media),)
    for one in SOURCES:
        found = examined(one, same, same)
        assert found.edits == ()
        assert found.status is None


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_made_to_hurt_is_judged_in_time(name: str) -> None:
    hurt, good = (part(HOSTILE[name]),), (part(PAGE),)
    began = time.process_time()
    assert examined(SOURCES[0], hurt, hurt).edits == ()
    assert examined(SOURCES[0], good, hurt) is not None
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("name", ["equal lines", "other lines"])
def test_a_small_difference_in_a_giant_page_stays_small(name: str) -> None:
    before = HOSTILE[name] + b"<h2>News</h2><p>" + WORDS.encode() + b"</p>"
    after = before.replace(b"ninety countries to revenue managers every single morning. </p>", b"nine lands.</p>")
    assert before != after
    began = time.process_time()
    found = examined(SOURCES[0], (part(before),), (part(after),))
    assert time.process_time() - began < SECONDS
    assert found.verdict.state is PageState.OK
    assert 1 <= len(found.edits) <= 4


def test_two_giant_pages_without_a_line_in_common_are_compared_in_time() -> None:
    before = b"".join(b"<p>line %d of the old kind</p>" % n for n in range(10_000))
    after = b"".join(b"<p>row %d, quite another</p>" % (n * 7) for n in range(10_000))
    began = time.process_time()
    assert examined(SOURCES[0], (part(before),), (part(after),)).edits
    assert time.process_time() - began < SECONDS
