"""What people write in rule files is read strictly, and every mistake is shown at its line."""

from pathlib import Path

import pytest

from classifiers import OUR_RULES, load_rules
from classifiers.examples import failed_examples
from domain.errors import ConfigurationError
from domain.findings import TagName

RULE = """\
tag: pricing
words:
  PRICE: [price, fee*]
rules:
  - id: mine.raised
    why: A fee goes up.
    when: {near: [PRICE, [raise*, "go up"]], words_apart: 3}
    unless: [negated]
    confidence: medium
    for:
      - {title: "Fees raised in May"}
    against:
      - {title: "Fees not raised in May"}
"""


def written(folder: Path, text: str, name: str = "mine.yaml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def problems_of(folder: Path, text: str) -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        load_rules((OUR_RULES, written(folder, text)))
    return [str(problem) for problem in caught.value.problems]


def test_an_analysts_own_folder_adds_rules_beside_ours(tmp_path: Path) -> None:
    book = load_rules((OUR_RULES, written(tmp_path, RULE)))
    assert book.rule("mine.raised") is not None
    assert book.rule("pricing.amount-changed") is not None
    assert failed_examples(book) == ()


def test_a_folder_that_is_not_there_has_no_rules(tmp_path: Path) -> None:
    assert load_rules((tmp_path / "none",)).rules == ()


@pytest.mark.parametrize("section", ["for", "against"])
def test_a_rule_without_both_kinds_of_examples_does_not_load(tmp_path: Path, section: str) -> None:
    lines = RULE.splitlines()
    at = lines.index(f"    {section}:")
    found = problems_of(tmp_path, "\n".join(lines[:at] + lines[at + 2 :]))
    assert found == [f"mine.yaml:5:5: a rule needs {section!r} (see docs/rules.md)"]


def test_an_unknown_key_is_shown_at_its_line_with_the_nearest_known_one(tmp_path: Path) -> None:
    found = problems_of(tmp_path, RULE.replace("unless:", "unles:"))
    assert found == ["mine.yaml:8:5: unknown key 'unles' (did you mean 'unless'?)"]


def test_an_unknown_word_family_is_a_problem_at_the_place_it_is_used(tmp_path: Path) -> None:
    found = problems_of(tmp_path, RULE.replace("[PRICE, [raise", "[PRISE, [raise"))
    assert found == ["mine.yaml:7:19: unknown word family PRISE"]


def test_all_problems_of_a_file_are_shown_together(tmp_path: Path) -> None:
    text = RULE.replace("confidence: medium", "confidence: sure").replace("words_apart: 3", "words_apart: few")
    assert len(problems_of(tmp_path, text)) == 2


def test_a_pattern_that_re2_cannot_run_is_a_problem(tmp_path: Path) -> None:
    text = RULE.replace('when: {near: [PRICE, [raise*, "go up"]], words_apart: 3}', "when: {pattern: '(a)\\1'}")
    assert "mine.yaml:7" in problems_of(tmp_path, text)[0]
    assert "re2" in problems_of(tmp_path, text)[0]


def test_one_id_in_two_folders_is_a_problem_naming_both_places(tmp_path: Path) -> None:
    found = problems_of(tmp_path, RULE.replace("mine.raised", "pricing.announced"))
    assert len(found) == 1
    assert "'pricing.announced' is already in pricing.yaml:" in found[0]


def test_broken_yaml_is_one_problem_with_its_line(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "tag: pricing\nrules: [")
    assert len(found) == 1
    assert found[0].startswith("mine.yaml:")


def test_an_empty_file_is_a_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "") == ["mine.yaml:1:1: a rule file has the keys tag, words and rules"]


def test_a_file_that_is_not_utf8_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_bytes(b"tag: \xff\xfe")
    with pytest.raises(ConfigurationError):
        load_rules((tmp_path,))


def test_packs_can_be_switched_off() -> None:
    assert not {TagName.HIRING, TagName.FINANCIAL} & {rule.tag for rule in load_rules(packs=()).rules}
    assert TagName.HIRING in {rule.tag for rule in load_rules(packs=("hiring",)).rules}


def test_the_hash_tells_one_rule_book_from_another(tmp_path: Path) -> None:
    ours = load_rules()
    assert ours.hash == load_rules().hash
    assert len({ours.hash, load_rules(packs=()).hash, load_rules((OUR_RULES, written(tmp_path, RULE))).hash}) == 3
