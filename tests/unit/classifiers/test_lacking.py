"""Who wrote a rule is told what it misses in a text."""

from pathlib import Path

import pytest

from classifiers import load_rules
from classifiers.trying.examples import failed_examples

RULE = """\
tag: pricing
words:
  FEE: [fee, fees]
  MOVE: [raise*, cut*]
rules:
  - id: mine.one
    why: Try.
    when: {when}
    confidence: high
    for: [{example}]
    against: [{{title: "A visit"}}]
"""
NEAR = "near: [FEE, MOVE], words_apart: 2"


@pytest.mark.parametrize(
    ("when", "example", "missed"),
    [
        (f"{{{NEAR}}}", "{title: Fees stay}", "it has no word of MOVE"),
        (f"{{{NEAR}}}", "{title: Fees that nobody knew we raise}", "its words stand more than 2 apart"),
        (f"{{{NEAR}}}", '{title: "We know fees. Raise the flag."}', "its words stand in two sentences"),
        (f"{{{NEAR}, order: true}}", "{title: Raise fees}", "its words stand in another order, or in two sentences"),
        ("{any: FEE, kind: page}", "{title: Fees}", "it is of a feed, and the rule asks for kind: page"),
        (
            "{any: FEE, direction: removed}",
            "{title: Fees}",
            "its words were added, and the rule asks for direction: removed",
        ),
        ("{any: FEE, under: [plans]}", "{after: Fees, path: [Us]}", "no heading above it has plans"),
        ("{any: FEE, address: careers}", "{title: Fees}", "its address does not match careers"),
        ("{pattern: 'fee \\d'}", "{title: fee x}", "its pattern matches nothing there"),
        ("{fact: price.changed}", "{title: Fees}", "no finder reads price.changed in it"),
        ("{fact: figure, at_least: 2}", "{title: Fees}", "no finder reads figure in it 2 times"),
        ("[{any: MOVE, all: [FEE]}, {any: [tolls]}]", "{title: Nothing}", "it has no word of tolls"),
    ],
)
def test_an_example_that_does_not_fire_says_what_the_rule_misses(
    tmp_path: Path, when: str, example: str, missed: str
) -> None:
    (tmp_path / "mine.yaml").write_text(RULE.format(when=when, example=example), encoding="utf-8")
    (line,) = failed_examples(load_rules((tmp_path,)))
    assert line.endswith(f": {missed}")
