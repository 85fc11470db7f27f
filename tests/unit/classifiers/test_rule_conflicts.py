"""Rules that contradict or silence one another are told, and none of ours do."""

from pathlib import Path

import pytest

from classifiers import OUR_RULES, load_rules, read_rules
from classifiers.trying.conflicts import conflicts

RULE = """\
  - id: mine.{name}
    why: Try.
    when: {when}
    unless: {unless}
    confidence: high
    {more}
    for: [{{title: "A deposit"}}]
    against: [{{title: "A fee"}}]
"""


def rule(name: str, more: str = "overlaps: []", *, when: str = "{any: deposit}", unless: str = "[]") -> str:
    return RULE.format(name=name, more=more, when=when, unless=unless)


def told(folder: Path, **files: str) -> list[str]:
    """What is told of files of rules, each under the tag it is called by."""
    folder = folder / "rules"
    folder.mkdir()
    for tag, text in files.items():
        (folder / f"{tag}.yaml").write_text(f"tag: {tag}\n{text}", encoding="utf-8")
    book, (read, problems) = load_rules((folder,)), read_rules((folder,))
    assert problems == ()
    found = conflicts(book, read)
    assert all(one.warning and one.hint and one.line for one in found)
    return [str(one) for one in found]


def test_ours_neither_contradict_nor_silence_one_another() -> None:
    files, _ = read_rules((OUR_RULES,))
    assert conflicts(load_rules(), files) == ()


def test_two_rules_that_exclude_each_others_tag_are_told(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        pricing="rules:\n" + rule("one", "excludes: [product]"),
        product="rules:\n" + rule("two", "excludes: [pricing]"),
    )
    assert found[0] == (
        "rules/product.yaml:3:5: mine.two and mine.one (rules/pricing.yaml:3) exclude each other's tag: where both "
        "fire, neither is given (keep one 'excludes', or write overlaps: [mine.one])"
    )


def test_a_rule_that_another_always_silences_is_told_until_they_may_overlap(tmp_path: Path) -> None:
    taker = "rules:\n" + rule("one", "excludes: [product]")
    (found,) = told(tmp_path, pricing=taker, product="rules:\n" + rule("two"))
    assert "mine.two never shows: mine.one (rules/pricing.yaml:3) takes product away in each of its examples" in found
    (tmp_path / "again").mkdir()
    apart = "rules:\n" + rule("two", "overlaps: [mine.one]")
    assert told(tmp_path / "again", pricing=taker, product=apart) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (rule("one", "excludes: [pricing]"), "mine.one takes away pricing, the tag it gives"),
        (rule("one", "overlaps: [mine.none]"), "mine.one overlaps 'mine.none', which no rule is called"),
        (rule("one") + rule("two"), "mine.two asks for the same as mine.one (rules/pricing.yaml:3)"),
        (rule("one", when="{any: deposit, kind: feed, where: [table]}"), "mine.one never fires: a feed has no table"),
        (rule("one", unless="[{any: [deposit, bond]}]"), "mine.one never fires: its unless holds whenever it does"),
    ],
)
def test_what_can_never_be_meant_is_told(tmp_path: Path, text: str, message: str) -> None:
    assert any(message in line for line in told(tmp_path, pricing="rules:\n" + text))


def test_a_word_family_that_nobody_names_is_told(tmp_path: Path) -> None:
    (found,) = told(tmp_path, pricing="words: {BOND: [bond]}\nrules:\n" + rule("one"))
    assert found.startswith("rules/pricing.yaml:2:9: word family BOND is used nowhere in this file")


def test_a_boundary_beside_a_sign_of_money_is_told(tmp_path: Path) -> None:
    (found,) = told(tmp_path, pricing="rules:\n" + rule("one", when=r"{pattern: '\b\$\d+|deposit'}"))
    assert r"mine.one: \b beside \$ asks for a letter or digit right next to it" in found


ANALYSTS = """\
  - id: mine.{name}
    why: Try.
    when: {when}
    confidence: {confidence}
    for: [{good}]
    against: [{bad}]
"""


def mine(name: str, when: str, good: str, bad: str = '{title: "A fee"}', confidence: str = "high") -> str:
    return ANALYSTS.format(name=name, when=when, good=good, bad=bad, confidence=confidence)


DEPOSIT, BOND = '{title: "A deposit"}', '{title: "A bond"}'


def test_a_rule_whose_examples_others_find_already_is_told(tmp_path: Path) -> None:
    first = mine("one", "{any: [deposit, pledge]}", f'{DEPOSIT}, {{title: "A pledge"}}')
    second = mine("two", "{any: [deposit, bond]}", DEPOSIT)
    (found,) = told(tmp_path, pricing="rules:\n" + first + second)
    assert found == (
        "rules/pricing.yaml:9:5: mine.two adds nothing in its examples: pricing is given there by mine.one "
        "(rules/pricing.yaml:3) already (add an example that only this rule finds)"
    )


def test_an_example_against_that_has_the_tag_by_another_rule_is_told(tmp_path: Path) -> None:
    rules = mine("one", "{any: deposit}", DEPOSIT) + mine("two", "{any: bond}", BOND, DEPOSIT)
    (found,) = told(tmp_path, pricing="rules:\n" + rules)
    assert found.startswith(
        "rules/pricing.yaml:14:15: this example against mine.two is pricing all the same, by mine.one"
    )


def test_an_example_whose_tag_another_rule_takes_away_is_told(tmp_path: Path) -> None:
    taker = "rules:\n" + rule("one", "excludes: [product]")
    both = mine("two", "{any: [deposit, bond]}", f"{DEPOSIT}, {BOND}")
    (found,) = told(tmp_path, pricing=taker, product="rules:\n" + both)
    assert found.startswith("rules/product.yaml:7:11: product is taken away from this example by mine.one")
