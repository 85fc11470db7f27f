"""The linking and impact benches keep their floors on outside data, and answer honestly without any."""

import json
import os
from pathlib import Path

import pytest

from accounts import Names
from bench import impact, linking, scale
from bench.scale_world import made_world
from bench.worlds import own_worlds

GIVEN = os.environ.get("BELLWETHER_BENCH_DATA")
OUTSIDE = pytest.mark.skipif(GIVEN is None, reason="external floors NOT RUN: BELLWETHER_BENCH_DATA is not set")


def quiet(line: str) -> None:
    """Nobody listens."""


def test_an_empty_folder_gives_null_for_every_figure_of_its_data(tmp_path: Path) -> None:
    found = linking.run(tmp_path, quiet, characters=100_000, companies=50)
    assert [found[key] for key in ("precision", "recall", "rename_recall")] == [None, None, None]
    assert found["mb_per_s"] > 0
    nothing = impact.run(tmp_path, quiet)
    assert all(nothing[key] is None for key in impact.FIGURES)
    assert json.dumps([found, nothing])


def test_a_small_world_is_judged_pair_by_pair(tmp_path: Path) -> None:
    folder = tmp_path / "impact"
    folder.mkdir()
    product = {"name": "Fleet", "topics": ["tachograph"], "meets": {"Trackline": ["Trackline Vision"]}}
    account = {"id": "A1", "name": "Aldermere Ltd", "buys": ["Fleet"], "also_uses": {"Trackline": ["Trackline Vision"]}}
    other = {"id": "A2", "name": "Brennick plc", "buys": []}
    world = {
        "us": {"name": "We", "products": [product]},
        "rivals": [{"name": "Trackline"}],
        "accounts": [account, other],
    }
    (folder / "world.json").write_text(json.dumps(world), encoding="utf-8")
    events = [
        {"id": "e1", "text": "Retirement: Trackline Vision ends in June", "tags": ["product"], "company": "Trackline"},
        {
            "id": "e2",
            "text": "Brennick plc names Jo Marsh chief executive",
            "tags": ["executive"],
            "company": "Brennick",
        },
    ]
    (folder / "events.jsonl").write_text("\n".join(map(json.dumps, events)), encoding="utf-8")
    right = {"account": "A1", "agreed": "both", "reasons": ["incumbent_there"], "stances": ["threat"]}
    links = [{"event": "e1", "links": [right]}, {"event": "e2", "links": []}]
    (folder / "links.jsonl").write_text("\n".join(map(json.dumps, links)), encoding="utf-8")
    found = impact.run(tmp_path, quiet)
    assert (found["impact_precision"], found["impact_recall"]) == (0.5, 1.0)
    assert (found["reason_accuracy"], found["stance_accuracy"]) == (1.0, 0.0)
    assert found["misses"]["impact_precision"][0]["account"] == "A2"


@pytest.mark.parametrize("name", ["delta", "epsilon", "eta", "gamma", "harbour", "iota", "kappa", "lambda", "theta"])
def test_our_own_worlds_keep_their_floors(name: str) -> None:
    (world,) = (path for path in own_worlds() if path.name == name)
    touched = impact.measure(world / "impact", quiet)
    assert touched["impact_precision"] >= 0.93
    assert touched["impact_recall"] >= 0.85
    assert touched["reason_accuracy"] >= 0.95
    assert touched["stance_accuracy"] >= 0.85


WITH_MENTIONS = [world for world in own_worlds() if (world / "accounts").exists()]


@pytest.mark.parametrize("world", WITH_MENTIONS, ids=[world.name for world in WITH_MENTIONS])
def test_mentions_of_our_own_worlds_keep_their_floors(world: Path) -> None:
    found = linking.measure(world / "accounts")
    assert found["precision"] >= 0.88
    assert found["recall"] >= 0.94


def test_the_scale_bench_measures_a_world_of_any_size() -> None:
    made = made_world(200, 30, 10)
    impacts = scale.linked_all(made, Names(made.competitors, made.world.accounts))
    assert {impact.account for impact in impacts} <= {account.name for account in made.world.accounts}
    assert any(impact.told for impact in impacts)
    assert made_world(200, 30, 10) == made


@OUTSIDE
def test_mentions_and_renames_keep_their_floors() -> None:
    found = linking.run(Path(GIVEN or ""), quiet, characters=300_000, companies=1_000)
    assert found["precision"] >= 0.97
    assert found["recall"] >= 0.95
    assert found["rename_recall"] >= 0.99
    assert found["speed_vs_re"] >= 10


@OUTSIDE
def test_impacts_keep_their_floors() -> None:
    found = impact.run(Path(GIVEN or ""), quiet)
    assert found["impact_precision"] >= 0.90
    assert found["impact_recall"] >= 0.85
    assert found["reason_accuracy"] >= 0.95
    assert found["stance_accuracy"] >= 0.90
