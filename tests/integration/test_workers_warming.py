"""What the processes of runs are forked with: after it a run loads nothing, and nothing of it is unsafe to fork."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from domain.errors import StorageError
from domain.times import utc_now
from storage.archive import open_archive
from tests.integration.support_pipeline import PAGE, SOURCES, Moments, attempt_at, opened
from tests.integration.support_site import ROOT, answer, site
from workers.warming import template_of

NURSE = """
import json, os, sys, threading
from pathlib import Path
from pipeline.crawling.carrying import carry
from pipeline.program import program_hash
from workers.warming import load, template_of

load()
template = template_of(Path(sys.argv[1]))
stands = {
    "threads": threading.active_count(),
    "sockets": [name for fd in os.listdir("/proc/self/fd") if (name := link(fd)).startswith("socket")],
    "hashed": program_hash.cache_info().currsize,
}
before = set(sys.modules)
for run in sys.argv[2:]:
    with (world := template.opened()).archive:
        carry(world, run)
print(json.dumps({**stands, "loaded": sorted(set(sys.modules) - before)}))
"""
LINK = """
import os
def link(fd):
    try:
        return os.readlink(f"/proc/self/fd/{fd}")
    except FileNotFoundError:
        return ""
"""


def nursed(home: Path, *runs: str) -> dict[str, Any]:
    """What a process says that makes a template and then carries these runs itself."""
    command = [sys.executable, "-c", LINK + NURSE, str(home), *runs]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr == "", "it is ready without a word"
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_run_loads_nothing_that_its_template_could_have(tmp_path: Path, postgres_url: str) -> None:
    (tmp_path / "bellwether.toml").write_text(
        f'[database]\nurl = "{postgres_url}"\n[scheduler]\ncrawls = "workers"\n'
        '[fetch]\nallowed_networks = ["127.0.0.0/8"]\nhost_delay = 0.0\n'
    )
    with site() as here:
        sources = SOURCES.replace(
            "https://brightvane.example/prices", here.add("/prices", answer(PAGE.format(pro="$1,200").encode()))
        )
        with opened(tmp_path, Moments(utc_now()), sources) as world:
            for price in ("$400", "$900"):
                world.archive.visits.record(attempt_at(world.sources[0], utc_now(), price))
            start = world.archive.runs.start
            found = nursed(tmp_path, start("detect", ["prices"]), start("relate", []), start("crawl", ["prices"]))
            assert len(world.archive.derived.changes()) == 1
            assert len(world.archive.derived.impacts()) == 1
            assert len(world.archive.visits.of_source("prices")) == 3
            assert world.archive.visits.of_source("rehearsal") == ()
    # A reactor belongs to one process, and so does how it looks up names.
    assert set(found.pop("loaded")) <= {"twisted.internet.reactor", "encodings.charmap", "encodings.idna"}
    assert found == {"threads": 1, "sockets": [], "hashed": 1}


def test_a_database_that_is_away_keeps_no_template_from_being_made(tmp_path: Path) -> None:
    with opened(tmp_path, Moments(utc_now())):
        pass
    (tmp_path / "bellwether.toml").write_text(f'[database]\nurl = "postgresql:///none?host={tmp_path}"\n')
    template = template_of(tmp_path)
    assert template.known is None
    with pytest.raises(StorageError):
        template.opened()


def test_a_run_is_refused_by_an_archive_that_became_another_version_meanwhile(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/archive.db"
    with open_archive(url) as archive:
        archive.require_version()
        with archive._database.writing() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(StorageError, match="is of version 9999 by now"):
            archive.require_version()
