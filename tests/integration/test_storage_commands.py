"""`bellwether stats` and `bellwether compact`: where the bytes and minutes go, and fewer of them."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from commands import main
from pipeline import World
from storage import open_archive
from tests.integration.support_pipeline import Record, clock, record, world

__all__ = ["clock", "record", "world"]


def typed(home: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--home", str(home)])


def test_stats_add_up_what_each_source_fetched_and_keeps(tmp_path: Path, record: Record) -> None:
    for pro in ("$49", "$49", "$59"):
        record(pro)
    found = json.loads(typed(tmp_path, "stats", "--json").stdout)
    (prices,) = found["sources"]
    assert (prices["visits"], prices["revisits"]) == (3, 1)
    assert prices["fetched_bytes"] > prices["stored_bytes"] > 0
    assert found["database_bytes"] > prices["stored_bytes"]
    shown = typed(tmp_path, "stats").stdout
    assert "prices" in shown
    assert "all 1" in shown


def test_stats_of_an_empty_home_say_what_to_do(tmp_path: Path, world: World) -> None:
    assert "nothing is stored yet" in typed(tmp_path, "stats").stdout


def test_compact_says_what_it_did_and_the_archive_verifies(tmp_path: Path, world: World, record: Record) -> None:
    for number in range(8):
        record(f"${number + 40}")
    done = typed(tmp_path, "compact")
    assert done.exit_code == 0
    assert "1 sources compacted" in done.stdout
    assert "[1/1] prices: 8 bodies" in done.stderr
    assert "every body and every chain verifies" in typed(tmp_path, "verify").stdout


def test_a_source_that_is_being_crawled_is_not_compacted(tmp_path: Path, world: World, record: Record) -> None:
    record("$49")
    url = world.configuration.settings.database_url
    with open_archive(url) as other, other.runs.hold(["prices"]):
        assert typed(tmp_path, "compact").exit_code == 4
