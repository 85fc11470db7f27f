"""What is said of the mistakes that people make first names what to do about them."""

from pathlib import Path

import pytest

from classifiers import load_rules, read_rules
from classifiers.trying.conflicts import conflicts
from classifiers.trying.examples import failed_examples
from domain.errors import ConfigurationError
from tests.unit.classifiers.test_rule_files import RULE, written

WHEN = '{near: [PRICE, [raise*, "go up"]], words_apart: 3}'


def told(home: Path, old: str, new: str) -> list[str]:
    assert old in RULE
    with pytest.raises(ConfigurationError) as caught:
        load_rules((written(home, RULE.replace(old, new)),))
    return [str(problem) for problem in caught.value.problems]


def test_a_backspace_in_a_pattern_is_told_with_the_quotes_that_it_wants(tmp_path: Path) -> None:
    assert told(tmp_path, WHEN, r'{pattern: "(?i)\bnew region"}') == [
        "rules/mine.yaml:7:21: the pattern holds a control character "
        r"(write patterns in single quotes: in double ones \b is a backspace to YAML)"
    ]


def test_an_escape_that_yaml_does_not_know_is_told_with_the_quotes_that_it_wants(tmp_path: Path) -> None:
    (found,) = told(tmp_path, WHEN, r'{pattern: "new \pL+"}')
    assert found.startswith("rules/mine.yaml:7:")
    assert found.endswith(
        "unknown escape character 'p' behind a backslash in double quotes (write it in single quotes)"
    )


@pytest.mark.parametrize("pattern", ["new (?=region)", "(?<!no )region", r"(new) \1"])
def test_of_look_around_and_back_references_is_spoken_where_there_are_any(tmp_path: Path, pattern: str) -> None:
    (found,) = told(tmp_path, WHEN, f"{{pattern: '{pattern}'}}")
    assert found.endswith("(re2 has no look-around and no back-references)")


def test_of_an_open_bracket_only_the_bracket_is_spoken(tmp_path: Path) -> None:
    (found,) = told(tmp_path, WHEN, "{pattern: 'new (region'}")
    assert "missing )" in found
    assert found.endswith("(close each bracket; a sign that stands for itself has a backslash before it)")


def test_a_text_with_a_colon_is_told_to_want_quotes(tmp_path: Path) -> None:
    (found,) = told(tmp_path, '"Fees raised in May"', "Brightvane: fees raised")
    assert found.endswith("(close the bracket, or put a text with ': ' in quotes)")


def test_an_unknown_tag_is_told_with_all_that_are_known(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "tag: pricing", "tag: hosting")
    assert "'hosting' is not known here (did you mean 'hiring'? one of pricing, product, " in found


def test_an_unknown_confidence_is_told_with_the_words_and_the_numbers(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "confidence: medium", "confidence: mid")
    assert found.endswith("'mid' is not known here (low, medium, high, or a number from 0.05 to 0.99)")


def test_files_in_a_folder_of_the_folder_are_told_as_not_read(tmp_path: Path) -> None:
    folder = written(tmp_path, RULE)
    for place in ("sub/more.yaml", "sub/more.yml", ".github/work.yaml"):
        (folder / place).parent.mkdir(exist_ok=True)
        (folder / place).write_text(RULE, encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        load_rules((folder,))
    assert [str(problem) for problem in caught.value.problems] == [
        "rules/sub/more.yaml: this file is not read (move it into rules/ itself, as a .yaml file)",
        "rules/sub/more.yml: this file is not read (move it into rules/ itself, as a .yaml file)",
    ]


def test_a_pattern_that_would_match_other_capitals_is_told_so(tmp_path: Path) -> None:
    missed = failed_examples(load_rules((written(tmp_path, RULE.replace(WHEN, "{pattern: 'fees raised'}")),)))
    assert missed[0].endswith("its pattern matches nothing there; begin it with (?i): capitals count without it")
    missed = failed_examples(load_rules((written(tmp_path, RULE.replace(WHEN, "{pattern: 'tariffs raised'}")),)))
    assert missed[0].endswith("its pattern matches nothing there")


def test_examples_that_the_rule_itself_gets_wrong_are_told_as_its_own(tmp_path: Path) -> None:
    wrong = RULE.replace("Fees raised in May", "A quiet May").replace("not raised", "raised")
    folder = written(tmp_path, wrong)
    missed, fires = (str(one) for one in conflicts(load_rules((folder,)), read_rules((folder,))[0]))
    assert missed.startswith("rules/mine.yaml:11:9: mine.raised does not fire on this example for it: it has no word")
    assert fires == (
        "rules/mine.yaml:13:9: mine.raised fires on this example against it: its words are “Fees”, “raised” "
        "(mend this rule or the example; `bellwether rules test` runs them)"
    )
