"""An archive brought in beside other runs: one source is read by one run at a time."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from commands import main
from domain.errors import SourceBusy
from pipeline import World, import_visits
from tests.integration.support_pipeline import Moments, clock, world

__all__ = ["clock", "world"]


def test_an_import_waits_for_no_other_run_and_says_who_holds_the_source(
    world: World, tmp_path: Path, clock: Moments
) -> None:
    clock.now = datetime.now(UTC)  # that of the command, which holds by the same lease
    archive = tmp_path / "empty.warc"
    archive.write_bytes(b"")
    world.archive.visits.register(world.sources)
    with world.archive.runs.hold([world.sources[0].name]):
        with pytest.raises(SourceBusy):
            import_visits(world, [archive])
        done = CliRunner().invoke(main, ["import", "warc", str(archive), "--home", str(tmp_path)])
    assert done.exit_code == 4
    assert f"source {world.sources[0].name} is held by process" in done.output


def test_an_import_lets_its_sources_go(world: World) -> None:
    assert import_visits(world, []).visits == 0
    with world.archive.runs.hold([source.name for source in world.sources]):
        pass
