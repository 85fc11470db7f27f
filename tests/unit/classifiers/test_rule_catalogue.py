"""The guide for rule writers says what is true."""

from pathlib import Path

from classifiers import OUR_RULES, load_rules
from classifiers.catalogue import catalogue
from classifiers.examples import failed_examples

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "rules.md"


def test_the_guide_lists_every_rule_as_it_is() -> None:
    assert catalogue(load_rules()) in GUIDE.read_text(encoding="utf-8")


def test_the_rule_written_in_the_guide_loads_beside_ours_and_is_right(tmp_path: Path) -> None:
    text = GUIDE.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    (tmp_path / "deposits.yaml").write_text(text, encoding="utf-8")
    book = load_rules((OUR_RULES, tmp_path))
    assert book.rule("deposits.moved") is not None
    assert failed_examples(book) == ()
