"""A link does what was signed, for whom it was signed, until its day; whatever is changed in it opens nothing."""

import string
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guard.signed_links import LONGEST, Link, LinkKey, Shut, keys_of, opened, signed

KEY, OLDER = LinkKey(secret=b"k" * 64), LinkKey(secret=b"o" * 64)
TODAY = date(2026, 3, 2)
LINK = Link(ref="8d1f0a2b3c4d", verb="not-this-account", number=1, expires=date(2027, 4, 6))
OTHERS = [
    replace(LINK, ref="8d1f0a2b3c4e"),
    replace(LINK, verb="useful"),
    replace(LINK, number=2),
    replace(LINK, expires=LINK.expires + timedelta(days=1)),
]


def test_a_link_of_ours_says_what_it_does_until_its_day() -> None:
    token = signed(LINK, KEY)
    assert opened(token, [KEY], TODAY) == LINK
    assert opened(token, [KEY], LINK.expires) == LINK
    assert opened(token, [KEY], LINK.expires + timedelta(days=1)) is Shut.EXPIRED


def test_a_key_may_be_changed_while_links_of_the_earlier_one_work() -> None:
    token = signed(LINK, OLDER)
    assert opened(token, [KEY, OLDER], TODAY) == LINK
    assert opened(token, [KEY], TODAY) is Shut.RETIRED


@pytest.mark.parametrize("other", OTHERS, ids=["reader or edition", "verb", "item", "day"])
def test_a_signature_is_of_one_link_only(other: Link) -> None:
    said, mac = signed(other, KEY).rpartition(".")[0], signed(LINK, KEY).rpartition(".")[2]
    assert opened(f"{said}.{mac}", [KEY], TODAY) is Shut.FORGED


def test_a_key_that_calls_itself_like_ours_is_not_ours() -> None:
    named = signed(LINK, OLDER).replace(OLDER.id, KEY.id, 1)
    assert opened(named, [KEY], TODAY) is Shut.FORGED


@pytest.mark.parametrize("token", ["", "x", "..", "a" * (LONGEST + 1), "3f9c2a.8d1f0a2b3c4d.useful.1.20861", "é" * 40])
def test_what_is_no_link_at_all_is_broken(token: str) -> None:
    assert opened(token, [KEY], TODAY) is Shut.BROKEN


@given(st.integers(0, 200), st.sampled_from(string.ascii_letters + string.digits + ".-_~%"))
def test_no_letter_of_a_link_can_be_changed(place: int, letter: str) -> None:
    token = signed(LINK, KEY)
    at = place % len(token)
    changed = token[:at] + letter + token[at + 1 :]
    assert changed == token or opened(changed, [KEY], TODAY) in (Shut.BROKEN, Shut.FORGED, Shut.RETIRED)


@given(st.text())
def test_any_text_is_refused_without_a_stir(text: str) -> None:
    assert isinstance(opened(text, [KEY], TODAY), Shut)


def test_a_key_is_not_shown_where_it_is_printed() -> None:
    assert "kkkk" not in repr(KEY)
    assert "kkkk" not in signed(LINK, KEY)


def test_keys_stand_on_lines_with_comments() -> None:
    first, second = "1" * 32, "2" * 32
    assert keys_of(f"{first}  # 2026\n\n# older\n{second}\n") == (
        LinkKey(secret=first.encode()),
        LinkKey(secret=second.encode()),
    )
    with pytest.raises(ValueError, match="fewer than 32"):
        keys_of("short")
