"""What pages show is remembered up to so many letters, by all the weeks of a sitting together."""

from digest.common import Remembered


def test_what_there_is_room_for_is_remembered_and_the_rest_is_made_again() -> None:
    kept, week = Remembered[str](10), object()
    for event in ("a", "b", "c"):
        kept.keep((week, event, "UTC"), event, 4)
    assert [kept.get((week, event, "UTC")) for event in ("a", "b", "c")] == ["a", "b", None]


def test_another_week_gives_way_where_the_room_is_full() -> None:
    kept, last, this = Remembered[str](10), object(), object()
    kept.keep((last, "a", "UTC"), "old a", 5)
    kept.keep((last, "b", "UTC"), "old b", 5)
    kept.keep((this, "a", "UTC"), "new a", 4)
    assert kept.get((last, "a", "UTC")) is None
    assert kept.get((last, "b", "UTC")) == "old b"
    assert kept.get((this, "a", "UTC")) == "new a"


def test_what_is_larger_than_the_room_is_not_kept() -> None:
    kept, week = Remembered[str](10), object()
    kept.keep((week, "a", "UTC"), "a", 11)
    assert kept.get((week, "a", "UTC")) is None
