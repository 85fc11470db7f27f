"""The builder of our own corpus: edits, noise and the check of answers."""

import re

import pytest

from bench.own_pages.build import check, size
from bench.own_pages.pair import Pair, drop, insert, lost, news, nothing, put, say
from bench.own_pages.rewrites import dates, menu, typography
from bench.own_pages.visit import Content, Visit

CONTENT: Content = {"plans": [["Solo", "$9"], ["Team", "$19"]], "note": "Billed yearly."}


def plain(v: Visit, c: Content) -> str:
    plans = "".join(f"<li>{name} {price}</li>" for name, price in c["plans"])
    return f"<p data-n='{v.token('nonce')}'>{v.number('counter', 100, 900)}</p><ul>{plans}</ul><p>{c['note']}</p>"


def pair(**parts: object) -> Pair:
    given = {"edits": (), "noise": "", "answer": nothing(), **parts}
    return Pair(id="p", page="plans", company="Nobody", path="/", shape=plain, content=CONTENT, **given)  # type: ignore[arg-type]


def test_edits_change_the_second_visit_only() -> None:
    edited = pair(
        edits=(put("plans/0/1", "$12"), drop("plans/1"), insert("plans/0", ["Free", "$0"]), say("yearly", "monthly"))
    )
    assert "<li>Solo $9</li><li>Team $19</li>" in edited.written(after=False)
    assert "<li>Free $0</li><li>Solo $12</li></ul><p>Billed monthly." in edited.written(after=True)
    assert CONTENT["plans"] == [["Solo", "$9"], ["Team", "$19"]]


def test_words_that_are_not_on_the_page_cannot_be_replaced() -> None:
    with pytest.raises(ValueError, match="weekly"):
        pair(edits=(say("weekly", "daily"),)).written(after=True)


def test_an_answer_with_words_that_its_pages_lack_is_refused() -> None:
    wrong = pair(edits=(put("plans/0/1", "$12"),), answer=news("Solo costs $13.", "$9", "$13"))
    with pytest.raises(ValueError, match="13"):
        check(wrong, wrong.written(after=False), wrong.written(after=True))


def test_every_page_gets_another_nonce_and_only_named_noise_besides() -> None:
    still, counted = pair(), pair(noise="counter")
    assert still.written(after=False) != still.written(after=True)
    assert shown(still.written(after=False)) == shown(still.written(after=True))
    assert shown(counted.written(after=False)) != shown(counted.written(after=True))


def test_a_count_grows_by_a_few_percent() -> None:
    first, second = (Visit(seed="s", company="c", after=side, varies=frozenset({"counter"})) for side in (False, True))
    before, after = (one.number("counter", 1000, 9000, "sold") for one in (first, second))
    assert before < after <= before * 1.05


def test_pairs_are_sorted_by_what_their_answer_says() -> None:
    said = news("Solo costs $12.", "$9", "$12")
    assert pair(answer=said).kind == "real"
    assert pair(answer=said, noise="counter").kind == "mixed"
    assert pair(noise="counter").kind == "noise"
    assert pair(broken=plain, answer=lost("bot_wall", "blocked")).kind == "broken"
    assert size(pair(answer=said)) == "minor"
    assert size(pair()) is None


def test_rewriting_keeps_the_words() -> None:
    v = Visit(seed="s", company="c", after=True, varies=frozenset())
    links = '<a class="nav-link" href="/a">A</a><a class="nav-link" href="/b">B</a>'
    assert menu(v, links) == '<a class="nav-link" href="/b">B</a><a class="nav-link" href="/a">A</a>'
    assert dates(v, "<p>March 9, 2026</p>") == "<p>9 March 2026</p>"
    assert typography(v, "“5 GB”") == '"5\u00a0GB"'


def shown(html: str) -> str:
    return re.sub(r"<[^>]*>", " ", html)
