"""Places count where a happening has effect, not where a release was written or an agency sits."""

import pytest

from accounts.places.finder import places_in
from accounts.texts.folding import fold

CITIES = (("leeds", "GB"), ("malmo", "SE"))


def found(text: str) -> dict[str, tuple[str, ...]]:
    return {place.words: tuple(sorted(place.countries)) for place in places_in(text, fold(text).text, CITIES)}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Now available in Austria East and Chile Central", {"Austria": ("AT",), "Chile": ("CL",)}),
        ("to widen availability in the UK", {"UK": ("GB",)}),
        ("three openings in Leeds", {"Leeds": ("GB",)}),
        ("a new store in Malmö", {"Malmö": ("SE",)}),
        ("launched for German customers", {"German": ("DE",)}),
        ("now in the Europe (Milan) region", {"Milan": ("IT",)}),
        ("merchants across the Baltics", {"Baltics": ("EE", "LT", "LV")}),
    ],
)
def test_a_place_of_effect_is_found(text: str, places: dict[str, tuple[str, ...]]) -> None:
    assert found(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "MEMPHIS, Tenn., January 9, 2026 - Rival launches a product",
        "LONDON, 06 January 2026 - Rival launches a product",
        "The U.S. Federal Trade Commission and the U.S. EPA acted",
        "the San Francisco-based company",
        "a company based in Munich",
        "the manual is available in French and German",
        "let us know, and join us",
        "shares of Bank of America rose",
    ],
)
def test_datelines_agencies_seats_languages_and_plain_words_are_no_places(text: str) -> None:
    assert found(text) == {}


def test_a_place_inside_a_companys_name_is_not_one() -> None:
    text = "Bank Austria Holding wins"
    assert places_in(text, fold(text).text, (), names=[(0, 20)]) == ()
