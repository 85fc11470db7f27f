"""What people write in rule files is read strictly, and every mistake is shown at its line."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifiers import OUR_RULES, load_rules
from classifiers.rulebook.files import RuleFileReader
from classifiers.rulebook.nodes import Node
from classifiers.trying.examples import failed_examples
from config.yaml_tree import parse
from domain.errors import ConfigurationError
from domain.findings import TagName
from domain.problems import Problem

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


def written(home: Path, text: str, name: str = "mine.yaml") -> Path:
    """The folder of an analyst's own rules, with one file."""
    folder = home / "rules"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def problems_of(home: Path, text: str) -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        load_rules((OUR_RULES, written(home, text)))
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
    assert found == [f"rules/mine.yaml:5:5: a rule needs {section!r} (docs/rules.md shows a whole rule)"]


def test_an_unknown_key_is_shown_at_its_line_with_the_nearest_known_one(tmp_path: Path) -> None:
    found = problems_of(tmp_path, RULE.replace("unless:", "unles:"))
    assert found == ["rules/mine.yaml:8:5: unknown key 'unles' (did you mean 'unless'?)"]


def test_an_unknown_word_family_is_a_problem_at_the_place_it_is_used(tmp_path: Path) -> None:
    found = problems_of(tmp_path, RULE.replace("[PRICE, [raise", "[PRISE, [raise"))
    assert found == [
        "rules/mine.yaml:7:19: unknown word family PRISE (did you mean 'PRICE'?; put plain words in small letters)"
    ]


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
    assert "'pricing.announced' is already in classifiers/rules/pricing.yaml:" in found[0]


def test_broken_yaml_is_one_problem_with_its_line(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "tag: pricing\nrules: [")
    assert len(found) == 1
    assert found[0].startswith("rules/mine.yaml:2:")


def test_an_empty_file_is_a_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "") == [
        "rules/mine.yaml:1:1: a rule file has the keys tag, words, rules and adjust (docs/rules.md shows a whole rule)"
    ]


def test_a_file_that_is_not_utf8_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_bytes(b"tag: pricing\nwords: \xff\xfe")
    with pytest.raises(ConfigurationError, match=r"mine\.yaml:2:8: byte 0xff is not UTF-8 \(save it as UTF-8\)"):
        load_rules((tmp_path,))


def test_packs_can_be_switched_off() -> None:
    assert not {TagName.HIRING, TagName.FINANCIAL} & {rule.tag for rule in load_rules(packs=()).rules}
    assert TagName.HIRING in {rule.tag for rule in load_rules(packs=("hiring",)).rules}


def test_the_hash_tells_one_rule_book_from_another(tmp_path: Path) -> None:
    ours = load_rules()
    assert ours.hash == load_rules().hash
    assert len({ours.hash, load_rules(packs=()).hash, load_rules((OUR_RULES, written(tmp_path, RULE))).hash}) == 3


def test_a_file_that_was_altered_is_read_anew(tmp_path: Path) -> None:
    assert load_rules((written(tmp_path, RULE),)).rule("mine.raised") is not None
    altered = load_rules((written(tmp_path, RULE.replace("mine.raised", "mine.lifted")),))
    assert [rule.id for rule in altered.rules] == ["mine.lifted"]


MISTAKES = {
    "no tag": ("tag: pricing\n", ""),
    "unknown tag": ("tag: pricing", "tag: prising"),
    "family in small letters": ("  PRICE: [", "  price: ["),
    "empty family": ("PRICE: [price, fee*]", "PRICE: []"),
    "a word of signs": ("[price, fee*]", "[price, '*']"),
    "a word that is a pattern": ("[price, fee*]", "['price|fee']"),
    "a star inside a word": ("[price, fee*]", "[price, 'f*e']"),
    "an id of one word": ("id: mine.raised", "id: raised"),
    "one family near": ('[PRICE, [raise*, "go up"]]', "[PRICE]"),
    "few words apart": ("words_apart: 3", "words_apart: few"),
    "order of nothing": ('when: {near: [PRICE, [raise*, "go up"]], words_apart: 3}', "when: {any: PRICE, order: true}"),
    "an unknown place": ("words_apart: 3", "where: [headline]"),
    "an unknown kind": ("words_apart: 3", "kind: rss"),
    "an unknown direction": ("words_apart: 3", "direction: gone"),
    "an unknown speaker": ("words_apart: 3", "who: us"),
    "a fact nobody finds": ("words_apart: 3", "fact: weather"),
    "a happening nobody finds": ("words_apart: 3", "fact: price.exploded"),
    "at least of nothing": ("words_apart: 3", "at_least: 2"),
    "a pattern with look-ahead": ("words_apart: 3", "pattern: 'a(?=b)'"),
    "a pattern for nothing": ("words_apart: 3", "pattern: 'a*'"),
    "a guard that is no word": ("unless: [negated]", "unless: [denied]"),
    "a condition without words": ("unless: [negated]", "unless: [{kind: feed}]"),
    "a confidence beyond": ("confidence: medium", "confidence: 1.5"),
    "a confidence unheard of": ("confidence: medium", "confidence: sure"),
    "no confidence": ("    confidence: medium\n", ""),
    "a rule that is text": ("  - id: mine.raised", "  - raise it\n  - id: mine.raised"),
    "an example of nothing": ('- {title: "Fees raised in May"}', '- {lead: "Fees raised in May"}'),
    "an example nowhere": ('- {title: "Fees raised in May"}', '- {after: "Fees raised in May", at: moon}'),
    "fields of nothing": ('- {title: "Fees raised in May"}', "- {after: {Plan: {Pro: 49}}}"),
    "an example of a kind unheard of": ('- {title: "Fees raised in May"}', '- {after: "Fees raised", kind: rss}'),
    "no reason": ("    why: A fee goes up.\n", ""),
    "a key given twice": ("    confidence: medium\n", "    confidence: medium\n    confidence: low\n"),
    "a tab": ("  PRICE:", "\tPRICE:"),
    "an open quote": ('"go up"', '"go up'),
}


@pytest.mark.parametrize(("right", "wrong"), MISTAKES.values(), ids=MISTAKES)
def test_every_mistake_has_a_line_a_column_and_a_next_step(tmp_path: Path, right: str, wrong: str) -> None:
    assert right in RULE
    with pytest.raises(ConfigurationError) as caught:
        load_rules((OUR_RULES, written(tmp_path, RULE.replace(right, wrong))))
    for problem in caught.value.problems:
        assert isinstance(problem, Problem)
        assert problem.file == "rules/mine.yaml"
        assert problem.line > 0
        assert problem.column > 0
        assert problem.hint


WHOLE = f"""\
{RULE}      - {{kind: registry, title: A, after: {{Fee: none}}, address: b}}
adjust:
  pricing.deal: {{confidence: low, why: Too many.}}
"""


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WHOLE)), st.integers(0, 12), st.text(alphabet="[]{}:-'\"*&#\n\t aA1é\x00", max_size=4))
def test_whatever_is_typed_is_read_or_told(at: int, length: int, typed: str) -> None:
    reader_problems: list[Problem] = []
    tree, faults = parse(WHOLE[:at] + typed + WHOLE[at + length :], "mine.yaml")
    if tree is not None:
        RuleFileReader(Node(reader_problems, tree, (), tree.data), scope="mine:").read()
    for problem in (*faults, *reader_problems):
        assert problem.line > 0
        assert problem.hint or "YAML" in problem.message


def test_a_family_of_an_analyst_never_changes_ours(tmp_path: Path) -> None:
    text = RULE.replace("PRICE", "NEGATION")
    book = load_rules((OUR_RULES, written(tmp_path, text, "shared.yaml")))
    assert book.rule("mine.raised") is not None
    assert failed_examples(book) == ()  # ours still know what "not" does


def test_a_confidence_may_be_a_number(tmp_path: Path) -> None:
    book = load_rules((written(tmp_path, RULE.replace("medium", "0.8")),))
    assert [rule.confidence for rule in book.rules] == [0.8]


def test_a_file_that_would_be_passed_over_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"rules/mine\.yml: this file is not read \(name it \.yaml\)"):
        load_rules((written(tmp_path, RULE, "mine.yml"),))
