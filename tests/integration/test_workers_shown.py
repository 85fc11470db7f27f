"""`bellwether workers` over a deep queue: counts of all of it, and the first lines. A real PostgreSQL."""

import json
import subprocess
import sys
from pathlib import Path

from commands.workers import LISTED
from domain.times import utc_now
from pipeline.crawling.orders import Order, Work
from tests.integration.support_pipeline import Moments, opened
from tests.integration.support_site import ROOT
from workers.queue import jobs, put
from workers.queue import opened as queue

DEEP = 2_500


def shown(home: Path, *options: str) -> str:
    command = [sys.executable, "-m", "commands", "workers", "--home", str(home), *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_a_deep_queue_is_counted_and_its_first_jobs_are_shown(tmp_path: Path, postgres_url: str) -> None:
    (tmp_path / "bellwether.toml").write_text(f'[database]\nurl = "{postgres_url}"\n[scheduler]\ncrawls = "workers"\n')
    with opened(tmp_path, Moments(utc_now())) as world:
        orders = [Order(work=Work.CRAWL, targets=("prices",), lock=f"host:{n}.example") for n in range(DEEP)]
        with queue(postgres_url) as app:
            runs = put(app, world, orders)
            assert len(jobs(app)) == DEEP
        assert set(world.archive.runs.those(runs)) == set(runs), "asked for in portions"
    value = json.loads(shown(tmp_path, "--json"))
    assert (value["depth"], len(value["jobs"])) == (DEEP, LISTED)
    assert value["queues"]["crawl"]["waiting"] == DEEP
    assert value["jobs"][0]["lock"] == "host:0.example"
    assert f"and {DEEP - 40} more" in shown(tmp_path)
