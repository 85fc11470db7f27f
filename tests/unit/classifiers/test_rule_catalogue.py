"""The guide for rule writers says what is true."""

from pathlib import Path

from classifiers import OUR_RULES, load_rules, read_rules
from classifiers.rulebook.catalogue import catalogue
from classifiers.trying.conflicts import conflicts
from classifiers.trying.examples import failures

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "rules.md"


def test_the_guide_lists_every_rule_as_it_is() -> None:
    assert catalogue(load_rules()) in GUIDE.read_text(encoding="utf-8")


def written_in_the_guide(folder: Path) -> tuple[Path, ...]:
    """The rule files that the guide shows, under the names it gives them; ours come first."""
    blocks = [part.split("```")[0] for part in GUIDE.read_text(encoding="utf-8").split("```yaml\n")[1:]]
    folder = folder / "rules"
    folder.mkdir()
    for block in blocks:
        (folder / block.splitlines()[0].removeprefix("# rules/")).write_text(block, encoding="utf-8")
    assert [path.name for path in sorted(folder.iterdir())] == ["ours.yaml", "terms.yaml"]
    return OUR_RULES, folder


def test_the_rules_written_in_the_guide_are_right_and_nothing_is_doubtful_about_them(tmp_path: Path) -> None:
    folders = written_in_the_guide(tmp_path)
    book = load_rules(folders)
    mine = [rule for rule in book.rules if rule.id.startswith("terms.")]
    assert [rule.id for rule in mine] == ["terms.moved", "terms.shown"]
    assert failures(book, mine) == ()
    told = conflicts(book, read_rules(folders)[0])
    assert [str(one) for one in told if one.file.startswith("rules/")] == []
    assert [rule.id for rule in book.off] == ["product.idiom"]


def test_the_guide_names_every_shared_word_family() -> None:
    shared = {
        name for file in read_rules((OUR_RULES,))[0] for name, _ in file.families if file.file.endswith("shared.yaml")
    }
    assert {name for name in shared if f"`{name}`" not in GUIDE.read_text(encoding="utf-8")} == set()
