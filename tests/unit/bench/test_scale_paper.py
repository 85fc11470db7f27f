"""What docs/scaling.md says comes of its own inputs."""

import pytest

from bench.scale_paper import PAGE, figures, inputs, said, written

FORMULAS = {"v": 4, "h": 4, "c": 1 / 8, "n": 0.02, "p": 4, "u": 0.0026, "d": 0.16, "r": 0.25, "q": 0.065, "f": 0.00045}
SIZES = {"w": 1_020, "b": 1_500, "B": 25_000, "a": 0.005, "g": 0, "y": 0.00015, "t": 8}


def test_the_page_shows_what_its_inputs_make() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert set(inputs(page)) == {*FORMULAS, *SIZES}
    assert written(page) == page, "python -m bench.scale_paper --write"


def test_figures_are_worked_out_as_the_page_says() -> None:
    found = figures(100_000, {**FORMULAS, **SIZES})
    assert (found["visits"], found["crawls"], found["readings"]) == (400_000, 100_000, 50_000)
    assert found["processor"] == pytest.approx(25_000 + 910 + 8_000)
    assert found["cores"] == pytest.approx(1.57, abs=0.01)
    assert found["rows"] == pytest.approx(149e9, rel=0.01)
    assert found["bodies"] == pytest.approx(29.9e9, rel=0.01)
    assert found["under_way"] == pytest.approx(37, abs=0.1)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (0.0157, "n", ".016"),
        (1.57, "n", "1.6"),
        (400_000, "n", "400,000"),
        (40e6, "n", "40 m"),
        (0.6, "s", "600 ms"),
        (33_910, "s", "33,900 s"),
        (3.4e6, "s", "944 h"),
        (149e9, "b", "149 GB"),
        (14.9e12, "b", "15 TB"),
    ],
)
def test_numbers_are_said_with_the_digits_that_count(value: float, unit: str, words: str) -> None:
    assert said(value, unit) == words
