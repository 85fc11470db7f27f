from diffing.reading.ignored import without_ignored


def test_matches_are_cut_and_their_lines_tidied() -> None:
    assert without_ignored(
        "Up. Checked 4 s ago. Fine\n12 views\nEnd", (r"Checked \d+ s ago\.", r"^\d+ views$", r"\d+ views")
    ) == ("Up. Fine\nEnd")


def test_text_without_a_match_stays_as_it_is() -> None:
    assert without_ignored("two  blanks \n\nstay", (r"\d+",)) == "two  blanks \n\nstay"


def test_a_cruel_pattern_comes_to_an_end() -> None:
    assert without_ignored("a" * 50_000, (r"(a+)+$x",)) == "a" * 50_000
