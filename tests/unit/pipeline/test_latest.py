"""What was asked for last is kept, and no more of it than there is room for."""

from pipeline.composing.latest import Latest


def test_what_was_asked_for_before_is_not_worked_out_again() -> None:
    kept, made = Latest(2), list[str]()
    for key in ("a", "a", "b", "a"):
        kept.of(key, lambda key=key: made.append(key))  # type: ignore[misc]
    assert made == ["a", "b"]


def test_the_one_that_nobody_asked_for_longest_goes() -> None:
    kept, made = Latest(2), list[str]()
    for key in ("a", "b", "a", "c", "a", "b"):
        kept.of(key, lambda key=key: made.append(key))  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"]
    assert len(kept) == 2
