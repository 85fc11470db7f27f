"""Who asks too often waits; who asks from everywhere fills no memory."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.rates import Rates, asker


class Passed:
    """Seconds that a test lets pass."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_so_many_in_a_minute_and_then_one_by_one() -> None:
    passed = Passed()
    rates = Rates(60, passed)
    assert [rates.allow("a") for _ in range(61)] == [True] * 60 + [False]
    assert rates.allow("b")
    passed.now += 1.0
    assert [rates.allow("a"), rates.allow("a")] == [True, False]
    passed.now += 3_600.0
    assert [rates.allow("a") for _ in range(61)].count(True) == 60, "an hour of silence saves up no more than a minute"


@given(st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 5)), max_size=300))
def test_nobody_gets_more_than_the_minute_holds_and_what_fills_up_since(asked: list[tuple[str, float]]) -> None:
    passed = Passed()
    rates, had = Rates(10, passed), dict.fromkeys("abc", 0)
    for who, wait in asked:
        passed.now += wait
        had[who] += rates.allow(who)
    assert all(count <= 10 + passed.now * 10 / 60 + 1e-6 for count in had.values())


def test_memory_is_bounded_however_many_ask() -> None:
    rates = Rates(60, Passed(), most=100)
    for number in range(1_000):
        rates.allow(str(number))
    assert len(rates) == 100


@pytest.mark.parametrize(
    ("host", "who"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("", ""),
        ("x" * 999, "x" * 64),
    ],
)
def test_one_who_asks_is_an_address_or_a_network_of_their_own(host: str, who: str) -> None:
    assert asker(host) == who
