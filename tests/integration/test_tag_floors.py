"""The tags of our own texts, feeds and changes of pages do not fall below the floors in bench/floors.json."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bench.outside_data import rows
from bench.tags import own_texts, sighted
from bench.tags_changes import figures as change_figures
from bench.tags_changes import own_pairs, single_edits
from bench.tags_feeds import feed_figures
from bench.tags_own import ANSWERS, READ
from bench.tags_scores import figures
from classifiers import load_rules

FLOORS = json.loads((ANSWERS.parents[1] / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def measured() -> Mapping[str, Any]:
    every, texts = load_rules(), own_texts(load_rules(packs=()))
    return {
        "read": figures([one for one in texts if one.confidence in READ]),
        "unread": figures([one for one in texts if one.confidence not in READ]),
        "feeds": feed_figures(rows(Path(ANSWERS)), every, sighted),
        "on_changes": {"own": change_figures(own_pairs(every)), "edits": change_figures(single_edits(every))},
    }


def at(found: Mapping[str, Any], name: str) -> float:
    for part in name.split("."):
        found = found[part]
    assert isinstance(found, (int, float)), name
    return found


def test_no_figure_of_tags_falls_below_its_floor(measured: Mapping[str, Any]) -> None:
    floors = FLOORS["tags"]
    fallen = {name: at(measured, name) for name, floor in floors["at_least"].items() if at(measured, name) < floor}
    risen = {name: at(measured, name) for name, ceiling in floors["at_most"].items() if at(measured, name) > ceiling}
    assert not fallen | risen, f"figures worse than in bench/floors.json: {fallen | risen}"


def test_every_change_with_a_wrong_or_missing_tag_is_listed(measured: Mapping[str, Any]) -> None:
    own = measured["on_changes"]["own"]
    assert len(own["misses"]) == round(own["n"] * (1 - own["exact"]))
