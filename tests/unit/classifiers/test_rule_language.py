"""What a rule can ask for: each condition by itself, with a text it must fire on and one it must not."""

from pathlib import Path

import pytest

from classifiers import OUR_RULES, RuleBook, load_rules
from classifiers.trying.examples import failures
from classifiers.trying.explaining import Reasons, explain
from domain.changes import Edit
from domain.sources import Source
from tests.unit.classifiers.conftest import make_entry, make_source

FILE = """\
tag: pricing
words:
  MOVE: [rais*, cut, cuts]
  PRICE: [price, prices]
rules:
  - id: mine.rule
    why: The one under test.
    when: {when}
    unless: {unless}
    confidence: {confidence}
    for:
      - {yes}
    against:
      - {no}
"""

LANGUAGE: dict[str, tuple[str, str, str, str]] = {
    "a phrase list": ("{any: [set-up fee, deposit]}", "[]", '{title: "A deposit is due"}', '{title: "A deposition"}'),
    "a stem": ("{any: rais*}", "[]", '{title: "It is raised"}', '{title: "A braised dish"}'),
    "the very case": ('{any: "=SEC"}', "[]", '{title: "The SEC met"}', '{title: "It took a sec"}'),
    "all of them": ("{all: [PRICE, MOVE]}", "[]", '{title: "Prices: we cut. All."}', '{title: "Prices stand"}'),
    "near": (
        "{near: [MOVE, PRICE], words_apart: 2}",
        "[]",
        '{title: "Prices it will cut"}',
        '{title: "Prices which nobody at all will cut"}',
    ),
    "in order": (
        "{near: [MOVE, PRICE], words_apart: 3, order: true}",
        "[]",
        '{title: "It cuts the price"}',
        '{title: "The price it cuts"}',
    ),
    "one sentence": (
        "{near: [MOVE, PRICE]}",
        "[]",
        '{title: "It cuts the price"}',
        '{title: "Something it cuts. Price of tea."}',
    ),
    "a pattern": (r"{pattern: '\d+ seats'}", "[]", '{title: "Now 5 seats"}', '{title: "Now five seats"}'),
    "a fact": (
        "{fact: price.changed}",
        "[]",
        '{before: "Pro | $49 / month", after: "Pro | $59 / month", at: table, path: [Pricing]}',
        '{before: "Pro | $49 / month", after: "Pro | 49 $ / month", at: table, path: [Pricing]}',
    ),
    "the title": (
        "{any: deposit, where: [title]}",
        "[]",
        '{title: "A deposit"}',
        '{title: "News", lead: "A deposit."}',
    ),
    "no chrome unless asked": ("{any: deposit}", "[]", '{after: "A deposit"}', '{after: "A deposit", at: footer}'),
    "chrome when asked": (
        "{any: deposit, where: chrome}",
        "[]",
        '{after: "A deposit", at: nav}',
        '{after: "A deposit"}',
    ),
    "a price table": (
        "{any: seats, where: price_table}",
        "[]",
        '{after: "Up to 5 seats", at: table, path: [Plans]}',
        '{after: "Up to 5 seats", at: table, path: [Our vans]}',
    ),
    "a heading above": (
        "{any: seats, under: [plan*, PRICE]}",
        "[]",
        '{after: "5 seats", at: list, path: [Plans, Pro]}',
        '{after: "5 seats", at: list, path: [Vans, Pro]}',
    ),
    "the address": (
        "{any: deposit, address: 'brightvane[.]example/$'}",
        "[]",
        '{after: "A deposit"}',
        '{after: "A fee"}',
    ),
    "no boilerplate unless asked": (
        "{any: deposit}",
        "[]",
        '{title: "Fees", lead: "A deposit is due. About Brightvane Brightvane sells rooms."}',
        '{title: "Fees", lead: "Rooms for all. About Brightvane Brightvane is a bank for every deposit."}',
    ),
    "no safe harbour": (
        "{any: deposit}",
        "[]",
        '{after: "We asked what our forward-looking statements on each deposit are worth"}',
        '{after: "Forward-looking statements: words such as may speak of each deposit as if it were certain."}',
    ),
    "no fact of a release's boilerplate": (
        "{fact: figure}",
        "[]",
        '{title: "News", lead: "Revenue rose to $5 million."}',
        '{title: "News", lead: "All is well. About Brightvane Brightvane has revenue of $5 million."}',
    ),
    "a fact new on an about page": (
        "{fact: figure}",
        "[]",
        '{after: "Our revenue was $5 million.", path: [About us]}',
        '{after: "Our revenue was good.", path: [About us]}',
    ),
    "boilerplate when asked": (
        "{any: deposit, where: boilerplate}",
        "[]",
        '{after: "A bank for each deposit", path: [About Brightvane]}',
        '{after: "A bank for each deposit", path: [Deposits]}',
    ),
    "what is gone": (
        "{any: deposit, direction: removed}",
        "[]",
        '{before: "A deposit is due"}',
        '{after: "A deposit is due"}',
    ),
    "what changed and not what stood": (
        "{any: deposit}",
        "[]",
        '{before: "A fee is due", after: "A deposit is due"}',
        '{before: "A deposit of 5 is due", after: "A deposit of 6 is due"}',
    ),
    "the kind of source": ("{any: deposit, kind: feed}", "[]", '{title: "A deposit"}', '{after: "A deposit"}'),
    "nobody quoted": (
        "{any: deposit, who: competitor}",
        "[]",
        '{title: "Brightvane asks for a deposit"}',
        '{title: "“They always ask for a deposit”, a guest says"}',
    ),
    "the company named": (
        "{any: deposit, who: named}",
        "[]",
        '{title: "Brightvane asks for a deposit"}',
        '{title: "Calder asks for a deposit"}',
    ),
    "the company acting": (
        "{near: [MOVE, PRICE], who: actor}",
        "[]",
        '{title: "Brightvane raises its prices"}',
        '{title: "Calder raises its prices, and Brightvane does not"}',
    ),
    "we acting": (
        "{near: [MOVE, PRICE], who: actor}",
        "[]",
        '{title: "We raise our prices"}',
        '{title: "Others raise their prices"}',
    ),
    "negation before": ("{any: deposit}", "[negated]", '{title: "A deposit"}', '{title: "It asks for no deposit"}'),
    "negation after": (
        "{any: deposit}",
        "[negated]",
        '{title: "A deposit"}',
        '{title: "A higher deposit is off the table"}',
    ),
    "a hedge": ("{any: deposit}", "[hedged]", '{title: "A deposit"}', '{title: "It could ask for a deposit"}'),
    "running text": (
        "{any: deposit}",
        "[prose]",
        '{title: "A deposit for rooms, seats, cars and keys, from May until the end of the year"}',
        '{title: "Guests leave a deposit for rooms, seats, cars and keys, from May until the end of the year."}',
    ),
    "a short line with a full stop": (
        "{any: deposit}",
        "[prose, negated]",
        '{title: "A deposit is due."}',
        '{title: "No deposit is due."}',
    ),
    "an unless of its sentence": (
        "{any: deposit}",
        "[{any: bottle*}]",
        '{title: "A deposit is due. Bottles are sold."}',
        '{title: "A deposit on bottles"}',
    ),
    "an unless anywhere": (
        "{any: deposit}",
        "[{any: bottle*, within: text}]",
        '{title: "A deposit is due"}',
        '{title: "A deposit is due. Bottles are sold."}',
    ),
    "one of several ways": (
        "[{any: deposit}, {any: bond}]",
        "[]",
        '{title: "A bond is due"}',
        '{title: "A band is due"}',
    ),
}


def book_of(folder: Path, text: str, *, ours: bool = True) -> RuleBook:
    (folder / "rules").mkdir(exist_ok=True)
    (folder / "rules" / "mine.yaml").write_text(text, encoding="utf-8")
    return load_rules((OUR_RULES, folder / "rules") if ours else (folder / "rules",))


@pytest.mark.parametrize(("when", "unless", "yes", "no"), LANGUAGE.values(), ids=LANGUAGE)
def test_a_condition_holds_where_it_says_and_nowhere_else(
    tmp_path: Path, when: str, unless: str, yes: str, no: str
) -> None:
    text = FILE.format(when=when, unless=unless, confidence="medium", yes=yes, no=no)
    book = book_of(tmp_path, text)
    assert failures(book, [rule for rule in book.rules if rule.id == "mine.rule"]) == ()


def said(book: RuleBook, edit: Edit, source: Source) -> Reasons:
    return explain((edit,), source, rules=book, names=(source.subject.name,))


def given(book: RuleBook, edit: Edit, source: Source) -> dict[str, float]:
    return {one.name.value: one.weight for one in said(book, edit, source).weighings if one.given}


def two(first: str, second: str, *, tags: tuple[str, str] = ("pricing", "product")) -> tuple[str, str]:
    """Two files of one rule each, with what stands beside their `when`."""
    text = (
        "tag: {tag}\nrules:\n  - id: {name}\n    why: Try.\n    when: {{any: deposit}}\n{more}"
        '    for: [{{title: "A deposit"}}]\n    against: [{{title: "A fee"}}]\n'
    )
    return (
        text.format(tag=tags[0], name="mine.one", more=first),
        text.format(tag=tags[1], name="mine.two", more=second),
    )


def rules_of(folder: Path, files: tuple[str, str]) -> RuleBook:
    for name, text in zip(("one", "two"), files, strict=True):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_rules((folder,))


FEED = make_source(kind="feed")


def test_rules_that_agree_strengthen_a_tag_as_independent_witnesses_do(tmp_path: Path) -> None:
    book = rules_of(tmp_path, two("    confidence: 0.4\n", "    confidence: 0.5\n", tags=("pricing", "pricing")))
    assert given(book, make_entry("A deposit"), FEED) == {"pricing": 0.7}


def test_a_weak_rule_alone_gives_no_tag(tmp_path: Path) -> None:
    book = rules_of(tmp_path, two("    confidence: low\n", "    confidence: medium\n"))
    assert given(book, make_entry("A deposit"), FEED) == {"product": 0.65}


def test_a_rule_excludes_another_tag_unless_they_may_overlap(tmp_path: Path) -> None:
    high = "    confidence: high\n"
    book = rules_of(tmp_path, two(high + "    excludes: [product]\n", high))
    assert set(given(book, make_entry("A deposit"), FEED)) == {"pricing"}
    book = rules_of(tmp_path, two(high + "    excludes: [product]\n", high + "    overlaps: [mine.one]\n"))
    assert set(given(book, make_entry("A deposit"), FEED)) == {"pricing", "product"}


def test_what_clears_a_tag_leaves_one_that_a_sure_rule_gave(tmp_path: Path) -> None:
    for weight, left in (("medium", {"pricing"}), ("high", {"pricing", "product"})):
        book = rules_of(tmp_path, two("    confidence: high\n    clears: [product]\n", f"    confidence: {weight}\n"))
        assert set(given(book, make_entry("A deposit"), FEED)) == left
