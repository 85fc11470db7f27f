"""Several processes write into one database, and nothing is lost or doubled."""

import subprocess
import sys
from pathlib import Path

from domain.visits import Purpose
from storage import Archive
from tests.integration.support_storage import page_source

PROCESSES, RECORDS = 4, 60

RECORD = """
import sys
from storage import open_archive
from tests.integration.support_storage import attempt
url, mine, records = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open_archive(url) as archive:
    for number in range(records):
        name = ("shared", f"own-{mine}")[number % 2]
        body = b"<p>plan</p>" * 30 + b"process %d, record %d" % (mine, number)
        archive.visits.record(attempt(number + mine / 10, body, name))
"""


def test_four_processes_lose_no_visit_and_break_no_chain(archive: Archive, database_url: str) -> None:
    names = ["shared", *(f"own-{number}" for number in range(PROCESSES))]
    archive.visits.register([page_source(name) for name in names])
    writers = [
        subprocess.Popen([sys.executable, "-c", RECORD, database_url, str(number), str(RECORDS)], cwd=Path.cwd())
        for number in range(PROCESSES)
    ]
    assert [writer.wait() for writer in writers] == [0] * PROCESSES
    visits = [visit for name in names for visit in archive.visits.of_source(name, purposes=[Purpose.CHECK])]
    assert sorted(visit.seq for visit in visits) == list(range(1, PROCESSES * RECORDS + 1))
    found = {archive.visits.fetched(visit)[0].body for visit in visits}
    assert len(found) == PROCESSES * RECORDS
    assert list(archive.visits.verify()) == []
