"""The guide for rule writers says what is true."""

from pathlib import Path

from classifiers import OUR_RULES, load_rules, read_rules
from classifiers.rulebook.catalogue import catalogue
from classifiers.rulebook.records import Example
from classifiers.trying.conflicts import conflicts
from classifiers.trying.examples import failures, reasons
from domain.content import Where
from domain.sources import SourceKind

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
    assert [path.name for path in sorted(folder.iterdir())] == ["ours.yaml", "terms.yaml", "tours.yaml"]
    return OUR_RULES, folder


def test_the_rules_written_in_the_guide_are_right_and_nothing_is_doubtful_about_them(tmp_path: Path) -> None:
    folders = written_in_the_guide(tmp_path)
    book = load_rules(folders)
    mine = [rule for rule in book.rules if rule.origin.file.startswith("rules/")]
    assert [rule.id for rule in mine] == ["terms.moved", "terms.shown", "tours.shown"]
    assert failures(book, mine) == ()
    told = conflicts(book, read_rules(folders)[0])
    assert [str(one) for one in told if one.file.startswith("rules/")] == []
    assert [rule.id for rule in book.off] == ["product.idiom"]


def test_the_guides_rule_that_takes_a_tag_away_takes_one_that_ours_give(tmp_path: Path) -> None:
    book = load_rules(written_in_the_guide(tmp_path))

    def said(title: str) -> list[tuple[str, bool, list[str]]]:
        found = reasons(Example(title=title, kind=SourceKind.FEED, at=Where.ENTRY.value), book)
        return [(one.name.value, one.given, [rule.id for rule in one.takers]) for one in found.weighings]

    assert ("expansion", False, ["tours.shown"]) in said("Brightvane opens its data centre in Leeds for tours")
    assert ("expansion", True, []) in said("Brightvane opens a data centre in Leeds")


CUSTOMERS = """\
tag: expansion
rules:
  - id: sites.centre
    why: A rival opens a data centre.
    when: {near: [open*, data centre*], words_apart: 3, who: competitor}
    unless: [GUARD]
    confidence: medium
    for:
      - {after: "Brightvane opens a data centre in Leeds"}
    against:
      - {title: "Our customer Calder opens a data centre in Leeds"}
      - {after: "Our customer Calder opens a data centre in Leeds"}
"""


def test_the_guard_that_the_guide_names_keeps_customers_acts_on_a_page_out_as_who_does_in_a_feed(
    tmp_path: Path,
) -> None:
    def wrong(guard: str) -> list[bool]:
        (tmp_path / "sites.yaml").write_text(CUSTOMERS.replace("GUARD", guard), encoding="utf-8")
        return [failure.example.title is None for failure in failures(load_rules((tmp_path,)))]

    guard = '{any: ["our customer", "our customers"]}'
    assert guard in GUIDE.read_text(encoding="utf-8")
    assert wrong("negated") == [True]
    assert wrong(guard) == []


def test_the_guide_names_every_kind_of_source_that_a_rule_can_ask_for() -> None:
    (row,) = [line for line in GUIDE.read_text(encoding="utf-8").splitlines() if line.startswith("| `kind: ")]
    assert {kind.value for kind in SourceKind if f"`{kind}`" not in row} == set()


def test_the_guide_names_every_shared_word_family() -> None:
    shared = {
        name for file in read_rules((OUR_RULES,))[0] for name, _ in file.families if file.file.endswith("shared.yaml")
    }
    assert {name for name in shared if f"`{name}`" not in GUIDE.read_text(encoding="utf-8")} == set()
