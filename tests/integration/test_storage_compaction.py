"""Compaction makes the archive smaller, and nothing in it says anything else afterwards."""

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import zstandard
from sqlalchemy import func, insert, select, update

from domain.visits import Purpose
from storage import Archive, tables
from storage.bodies import FRAME, sha256_of
from storage.database import Database
from storage.frames import Place, frame
from tests.integration.support_storage import attempt, page_part, page_source

NAMES = ("acme-pricing", "rival-news")
WORDS = [random.Random(7).randbytes(4).hex() for _ in range(3_000)]


def page(number: int, name: str = NAMES[0]) -> bytes:
    """A page whose words stay but for a few of each visit."""
    words = [f"<li>{name} {word}</li>" for word in WORDS]
    for place in random.Random(number).sample(range(len(words)), 12):
        words[place] = f"<li>{number} {WORDS[place][::-1]}</li>"
    return "".join(words).encode()


@pytest.fixture
def full(archive: Archive) -> Archive:
    """Two sources of twelve visits each; one source has a picture too."""
    archive.visits.register([page_source(name) for name in NAMES])
    for number in range(24):
        name = NAMES[number % 2]
        archive.visits.record(attempt(number, page(number, name), name))
    picture = (page_part(b"\x89PNG" * 40, part="screenshot"),)
    archive.visits.record(attempt(30, None, parts=picture, purpose=Purpose.SCREENSHOT, about=1))
    return archive


def told(archive: Archive) -> list[object]:
    visits = [visit for name in NAMES for visit in archive.visits.of_source(name, purposes=list(Purpose))]
    return [(visit, archive.visits.fetched(visit)) for visit in visits]


def test_what_is_stored_reads_the_same_and_verifies(full: Archive) -> None:
    before = told(full)
    done = [full.compaction.compact(name) for name in NAMES]
    full.compaction.vacuum()
    assert [one.bodies for one in done] == [12, 12]
    assert all(one.after < one.before for one in done)
    assert told(full) == before
    assert list(full.visits.verify()) == []


def test_pictures_are_kept_once_and_counted_by_source(full: Archive) -> None:
    picture = (page_part(b"\x89PNG" * 40, part="screenshot"),)
    full.visits.record(attempt(31, None, parts=picture, purpose=Purpose.SCREENSHOT, about=3))
    full.compaction.compact(NAMES[0])
    assert {use.source: use.pictures for use in full.usage.by_source()} == {NAMES[0]: 160, NAMES[1]: 0}


def test_a_second_time_moves_nothing(full: Archive) -> None:
    full.compaction.compact(NAMES[0])
    again = full.compaction.compact(NAMES[0])
    assert (again.bodies, again.before) == (0, again.after)


def test_later_visits_stand_on_a_frame_and_join_it(full: Archive, database_url: str) -> None:
    full.compaction.compact(NAMES[0])
    for number in range(24, 30):
        full.visits.record(attempt(number, page(number)))
    before = told(full)
    assert list(full.visits.verify()) == []
    assert full.compaction.compact(NAMES[0]).bodies == 18
    assert told(full) == before
    assert frames_of(database_url) == 1


def frames_of(url: str) -> int:
    database = Database(url)
    with database.reading() as connection:
        found = connection.scalar(select(func.count()).select_from(frame))
    database.close()
    return int(found or 0)


def test_a_damaged_frame_is_told_by_every_visit_that_stands_in_it(full: Archive, database_url: str) -> None:
    full.compaction.compact(NAMES[0])
    database = Database(database_url)
    with database.writing() as connection:
        connection.execute(update(frame).values(bytes=b"not a frame"))
    database.close()
    faults = list(full.visits.verify())
    assert len(faults) == 12
    assert all("acme-pricing" in line and "frame" in line for line in faults)


def test_a_place_that_points_elsewhere_does_not_verify(full: Archive, database_url: str) -> None:
    full.compaction.compact(NAMES[0])
    database = Database(database_url)
    newest = select(tables.part.c.body_id).where(tables.part.c.visit_id == 23).scalar_subquery()
    with database.writing() as connection:
        connection.execute(update(tables.body).where(tables.body.c.id == newest).values(bytes=b"1:5"))
    database.close()
    assert [line for line in full.visits.verify() if "visit 23" in line]


COMPACT = """
import sys
from storage import open_archive
with open_archive(sys.argv[1]) as archive:
    print("ready", flush=True)
    for name in ("acme-pricing", "rival-news"):
        archive.compaction.compact(name)
        print(name, flush=True)
"""


@pytest.fixture
def running(database_url: str) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-c", COMPACT, database_url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()) as process:
        yield process
        process.kill()


@pytest.mark.parametrize("lines", [1, 2])
def test_killed_after_any_source_everything_reads_as_before(
    full: Archive, running: "subprocess.Popen[str]", lines: int
) -> None:
    before = told(full)
    assert running.stdout is not None
    for _ in range(lines):
        running.stdout.readline()
    running.kill()
    running.wait()
    assert told(full) == before
    assert list(full.visits.verify()) == []
    for name in NAMES:
        full.compaction.compact(name)
    assert told(full) == before


def test_frames_of_the_first_kind_are_read_and_become_histories(full: Archive, database_url: str) -> None:
    before = told(full)
    first_kind(database_url)
    assert told(full) == before
    assert list(full.visits.verify()) == []
    assert full.compaction.compact(NAMES[0]).bodies == 12
    assert told(full) == before
    assert frames_of(database_url) == 1


def first_kind(url: str) -> None:
    """Puts the bodies of the first source behind each other under zstd, as versions before did."""
    contents = [page(number) for number in range(0, 24, 2)]
    database = Database(url)
    with database.writing() as connection:
        row = {"source_id": 1, "part": "page", "size": 3_000_000, "bytes": zstandard.compress(b"".join(contents), 3)}
        number = int(connection.execute(insert(frame).values(row).returning(frame.c.id)).scalar_one())
        offset = 0
        for content in contents:
            moved = update(tables.body).where(tables.body.c.sha256 == sha256_of(content))
            place = Place(number, offset).written()
            connection.execute(moved.values(codec=FRAME, base=None, depth=0, bytes=place))
            offset += len(content)
    database.close()
