"""Text from outside, made safe for where it goes."""

import pytest

from guard.escaping import chat_text, csv_cell, file_slug, header_text, terminal_text, web_url
from guard.limits import RATIO_FLOOR, decoded_limit


@pytest.mark.parametrize(
    "text", ["=HYPERLINK(1)", "+1", "-1+cmd", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "＝1"]
)
def test_a_cell_is_never_a_formula(text: str) -> None:
    assert csv_cell(text) == "'" + text


def test_an_ordinary_cell_is_left_alone() -> None:
    assert csv_cell("Pro - $49") == "Pro - $49"


@pytest.mark.parametrize("line", ["\r\n", "\n", "\r", "\u2028", "\x0b", "\x85"])
def test_a_header_stays_one_line(line: str) -> None:
    assert header_text(f"New prices{line}Bcc: all@halden.example") == "New prices Bcc: all@halden.example"


def test_a_header_has_an_end() -> None:
    assert len(header_text("x" * 10_000)) == 400
    assert header_text("\x00a\u202eb") == "ab"


def test_a_terminal_gets_no_commands_and_no_reversed_text() -> None:
    assert terminal_text("\x1b[2Jgone\x07 \u202egpj.exe\u2066 \x9b31mred") == "[2Jgone gpj.exe 31mred"
    assert terminal_text("two\r\nlines\tand a tab") == "two\nlines\tand a tab"
    assert terminal_text("over\rwritten") == "overwritten"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("Inés Moreau", "ines-moreau"),
        ("...", "unnamed"),
        ("", "unnamed"),
        ("CON", "con-"),
        ("a" * 200, "a" * 64),
        (".hidden", "hidden"),
        ("日本", "unnamed"),
    ],
)
def test_a_file_name_is_only_a_name(text: str, slug: str) -> None:
    assert file_slug(text) == slug


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "//x.example/",
        "/path",
        "https://",
        "https://a.example/\\@b.example",
    ],
)
def test_a_link_is_only_a_web_address(url: str) -> None:
    assert web_url(url) is None


def test_a_web_address_is_kept() -> None:
    assert web_url(" https://brightvane.example/a?b=c ") == "https://brightvane.example/a?b=c"


def test_what_a_body_may_unpack_to_is_bounded_by_size_and_by_ratio() -> None:
    assert decoded_limit(100, 20_000_000, 200) == RATIO_FLOOR
    assert decoded_limit(50_000, 20_000_000, 200) == 10_000_000
    assert decoded_limit(10_000_000, 20_000_000, 200) == 20_000_000
    assert decoded_limit(100, 500, 200) == 500


def test_text_for_a_chat_calls_nobody_and_hides_no_link() -> None:
    said = chat_text("<!channel> see <https://evil.example|our page> or [here](https://evil.example)\u202e & more")
    assert said == "‹!channel› see ‹https://evil.example|our page› or [here] (https://evil.example) & more"
