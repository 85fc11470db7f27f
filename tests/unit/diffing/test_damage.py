"""Characters that do not exist reach nobody."""

import json

import pytest

from diffing.reading.damage import read_json, without_impossible


@pytest.mark.parametrize(
    "written", ["&#xD800;", "&#xdfff;", "&#55296;", "&#1114112;", "&#x110000", "&#0;", "&#" + "9" * 5_000 + ";"]
)
def test_a_reference_to_no_character_is_replaced(written: str) -> None:
    assert without_impossible(f"a {written} b") == "a \ufffd b"


@pytest.mark.parametrize("written", ["&#65;", "&#x1F600;", "&#0000000000065;", "&#;", "&#x;", "&amp;", "&#x10FFFF;"])
def test_every_other_reference_stays(written: str) -> None:
    assert without_impossible(f"a {written} b") == f"a {written} b"


@pytest.mark.parametrize("body", ['{"a": ["\\ud800x"]}', b'{"a": ["\\uD800x"]}', b'{"\\udfff": 1}'])
def test_a_lone_surrogate_in_json_is_replaced(body: str | bytes) -> None:
    json.dumps(read_json(body), ensure_ascii=False).encode("utf-8")


def test_a_pair_of_surrogates_is_one_character() -> None:
    assert read_json('["\\ud83d\\ude00 \\u00e9"]') == ["😀 é"]


def test_json_keeps_its_numbers() -> None:
    assert read_json('["\\ud800", 1.10, 12345678901234567890, true, null]') == [
        "?",
        1.1,
        12345678901234567890,
        True,
        None,
    ]
