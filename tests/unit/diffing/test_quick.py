"""A quick look may say yes too often; it never says no where the pattern matches."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.noise.clocks import SHOWN_DAY, SHOWN_KANJI
from diffing.noise.moving import KINDS
from diffing.reading.signs import SKELETON
from diffing.sifting.page_changes import MAY_BE_SKELETON
from diffing.wording.money import AMOUNT, MAY_BE_AMOUNT
from diffing.wording.passing import SHOWN
from diffing.wording.quick import may_match
from diffing.wording.relative import COUNTDOWN, RELATIVE
from diffing.wording.text import COPYRIGHT, FOLDINGS, ONLY_YEAR, OPAQUE, may_be_folded

WORDS = (
    "12",
    "1,204",
    "3",
    "people",
    "are",
    "viewing",
    "found",
    "this",
    "helpful",
    "left",
    "only",
    "in stock",
    "il y a",
)
MORE = (
    "minutes",
    "ago",
    "vor",
    "Tagen",
    "hace",
    "días",
    "前",
    "分",
    "installs",
    *(
        "stars",
        "rating",
        "$",
        "€",
        "kr",
        "CHF",
        "万",
        "円",
        "%",
        "+",
        "Monday,",
        "March",
        "2026",
        "2026-03-02",
        "月",
        "日",
    ),
    *("downloads", "members", "(", ")", "/", "×", "deadbeef", "k", "°C", "sunny", "☆"),
    "loaded in",
    "ms",
    "votes",
    *("a1b2c3d", "x9Yz8Qw7_", "12ab34cd56e", 'class="MuiSkeleton-root"', 'ARIA-BUSY="true"', "class='a is-loading'"),
    ".",
    " ",
    "x",
)
GUARDED = (SHOWN, RELATIVE, COUNTDOWN, SHOWN_DAY, SHOWN_KANJI, *(kind.pattern for kind in KINDS))
LOOKS = (
    (AMOUNT, MAY_BE_AMOUNT),
    (SKELETON, MAY_BE_SKELETON),
    *((one.compiled, one.may) for one in GUARDED),
)
TEXTS = st.lists(st.sampled_from(WORDS + MORE), max_size=8).map(" ".join)


@settings(deadline=None)  # the first look compiles
@given(TEXTS)
def test_a_quick_look_never_misses_what_the_pattern_finds(text: str) -> None:
    for pattern, may in LOOKS:
        assert may(text) or not pattern.search(text)


@settings(deadline=None)
@given(st.one_of(TEXTS, TEXTS.map(lambda text: f"© {text} 2026"), st.sampled_from(WORDS + MORE), st.text(max_size=40)))
def test_what_a_quick_look_leaves_as_it_is_no_folding_would_change(text: str) -> None:
    if not may_be_folded(text):
        assert not ONLY_YEAR.fullmatch(text)
        assert all(fold(text) == text for _, fold in FOLDINGS)


@settings(deadline=None)
@given(TEXTS)
def test_what_moves_is_looked_for_without_a_number_only_where_it_may_have_none(text: str) -> None:
    bare = "".join(letter for letter in text if not letter.isdigit())
    assert not any(kind.pattern.compiled.search(bare) for kind in KINDS if not kind.worded)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(?<!\w)caf\u00e9\b", "un café ici"),
        (r"(?P<n>\d{2,3}+)(?=€)", "99€"),
        (r"[^\W\d_]{3}", "été"),
        (r"[^\s,]++,", "a,"),
        (r"[\w.-]+@(?>\w+)", "jo.é@x"),
        (r"\S\W\D", "a-b"),
    ],
)
def test_every_kind_of_piece_is_loosened(pattern: str, text: str) -> None:
    assert re.search(pattern, text)
    assert may_match((pattern, 0))(text)
    assert may_match(("nothing", 0), (pattern, re.IGNORECASE))(text.encode())


def test_a_text_without_the_words_is_passed_over() -> None:
    assert not SHOWN.may("Starter | $49 / month | up to 10 seats")
    assert not RELATIVE.may("We tell you 30 days before they take effect")
    assert not may_be_folded("Starter | $49 / month | up to 10 seats")


@pytest.mark.parametrize("text", ["1" * 100_000, "a-" * 50_000, "1 " * 50_000, "1." * 50_000, "分 1" * 30_000])
def test_patterns_take_no_more_than_a_long_text_has_characters(text: str) -> None:
    """With a step for every pair of characters this would take minutes; it takes none that anyone notices."""
    assert not any(pattern.search(text) for pattern in (SHOWN.compiled, RELATIVE.compiled, AMOUNT, COPYRIGHT))
    assert OPAQUE.search(text) or "1" * 16 not in text
