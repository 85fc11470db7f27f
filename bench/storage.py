"""What it takes to keep every visit of real pages: the database beside a git repository of the same bodies."""

import gzip
import math
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

import zstandard

from bench import UnreadableData
from bench.outside_data import blobs, rows
from bench.storage_pictures import pictures
from domain.keys import source_revision
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind
from domain.visits import Attempt, FetchedPart, Purpose, Visit
from storage import Archive, open_archive

Talk = Callable[[str], None]
Shown = tuple[str, str, bytes]  # time, page, body
SUBJECT = Subject(kind=SubjectKind.COMPETITOR, name="Benchmark")
WHO = {"GIT_AUTHOR_NAME": "bench", "GIT_AUTHOR_EMAIL": "bench@bench.example"}


def run(data: Path, talk: Talk) -> dict[str, object]:
    """The figures of the contracts; times are CPU milliseconds of one visit. Without git its figures are None."""
    visits = histories(data)
    raw = sum(len(body) for _, _, body in visits)
    talk(f"storage: {len(visits)} visits, {raw:,} bytes")
    with TemporaryDirectory(prefix="bench-") as folder:
        pack = git_pack(Path(folder), visits)
        nothing = empty(Path(folder) / "empty.db")
        database = Path(folder) / "bellwether.db"
        with open_archive(f"sqlite:///{database}") as archive:
            written = [timed(partial(archive.visits.record, shown)) for shown in prepared(archive, visits)]
        plain = database.stat().st_size
        with open_archive(f"sqlite:///{database}") as archive:
            stored = [visit for page in pages(visits) for visit in archive.visits.of_source(page)]
            before = reads(archive, stored)
            began = process_time()
            for page in pages(visits):
                archive.compaction.compact(page)
            archive.compaction.vacuum()
            compacting = process_time() - began
            after = reads(archive, stored)
            faults = list(archive.visits.verify())
        small = database.stat().st_size
    return {
        "bytes_vs_git": ratio(small, pack),
        "bytes_vs_git_uncompacted": ratio(plain, pack),
        "read_p50_ms": percentile(after, 0.5),
        "read_p95_ms": percentile(after, 0.95),
        "read_max_ms": max(after),
        "read_p95_ms_uncompacted": percentile(before, 0.95),
        "write_p50_ms": percentile(written, 0.5),
        "write_p95_ms": percentile(written, 0.95),
        "compact_cpu_seconds": compacting,
        "bytes": {"raw": raw, "git_pack": pack, "database": small, "before": plain, "empty": nothing},
        "bytes_per_visit": {"database": small / len(visits), "git_pack": pack and pack / len(visits)},
        "alone": alone(visits, pack),
        "screenshots": pictures(visits, {page: source(page) for page in pages(visits)}),
        "n": {"bytes_vs_git": len(visits), "pages": len(pages(visits))},
        "misses": {"verify": faults},
    }


def empty(database: Path) -> int:
    """What a file takes that holds no visit yet: its tables and indexes, once, however many visits follow."""
    with open_archive(f"sqlite:///{database}") as archive:
        archive.compaction.vacuum()
    return database.stat().st_size


def histories(data: Path) -> list[Shown]:
    """Every visit of every page in order of time."""
    found = rows(data / "change" / "series.jsonl.gz")
    if not found:
        raise UnreadableData(f"{data}: no change/series.jsonl.gz")
    visits: list[Shown] = []
    for service in sorted({row["service"] for row in found}):
        mine = [row for row in found if row["service"] == service]
        bodies = blobs(data / "change" / "blobs", service, {row["blob"] for row in mine})
        visits += [(row["time"], row["series"], bodies[row["blob"]]) for row in mine]
    return sorted(visits, key=lambda visit: visit[:2])


def pages(visits: Sequence[Shown]) -> list[str]:
    return sorted({page for _, page, _ in visits})


def prepared(archive: Archive, visits: Sequence[Shown]) -> list[Attempt]:
    """The visits as the crawler hands them over; their sources are registered."""
    sources = {page: source(page) for page in pages(visits)}
    archive.visits.register(list(sources.values()))
    return [attempt(sources[page], time, body) for time, page, body in visits]


def source(page: str) -> Source:
    url = f"https://bench.example/{page}"
    return Source(name=page, kind=SourceKind.PAGE, url=url, subject=SUBJECT, schedule=Schedule(text="1d"))


def attempt(of: Source, time: str, body: bytes) -> Attempt:
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    part = FetchedPart(part="page", url=of.url, requested_url=of.url, status=200, headers=headers, body=body)
    return Attempt(
        source=of.name,
        revision=source_revision(of),
        purpose=Purpose.CHECK,
        captured_at=datetime.fromisoformat(time).astimezone(UTC),
        seconds=0.0,
        parts=(part,),
    )


def reads(archive: Archive, visits: Iterable[Visit]) -> list[float]:
    return [timed(partial(archive.visits.fetched, visit)) for visit in visits]


def timed(work: Callable[[], object]) -> float:
    """CPU milliseconds."""
    began = process_time()
    work()
    return (process_time() - began) * 1000


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that this share of the values does not exceed."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def git_pack(folder: Path, visits: Sequence[Shown]) -> int | None:
    """Bytes of the pack after `git gc`, one commit for each visit in one repository; None without git."""
    if shutil.which("git") is None:
        return None
    repository = folder / "git"
    given = {**os.environ, **WHO, **{name.replace("AUTHOR", "COMMITTER"): value for name, value in WHO.items()}}

    def git(*arguments: str, **more: str) -> None:
        command = ["git", "-C", str(repository), *arguments]
        subprocess.run(command, check=True, env={**given, **more}, capture_output=True)

    repository.mkdir()
    git("init", "--quiet")
    for time, page, body in visits:
        (repository / f"{page}.html").write_bytes(body)
        git("add", "--all")
        git("commit", "--quiet", "--allow-empty", "-m", page, GIT_AUTHOR_DATE=time, GIT_COMMITTER_DATE=time)
    git("gc", "--quiet")
    return sum(path.stat().st_size for path in repository.rglob("*.pack"))


def alone(visits: Sequence[Shown], pack: int | None) -> dict[str, dict[str, float | None]]:
    """Each different body packed by itself: bytes against git's, and CPU milliseconds for packing and unpacking one."""
    bodies = list({body for _, _, body in visits})
    ways: dict[str, tuple[Callable[[bytes], bytes], Callable[[bytes], bytes]]] = {
        "gzip -6": (lambda body: gzip.compress(body, 6), gzip.decompress),
        "zstd -3": (zstandard.ZstdCompressor(level=3).compress, zstandard.ZstdDecompressor().decompress),
    }
    found = {}
    for name, (pack_one, unpack) in ways.items():
        packed = [pack_one(body) for body in bodies]
        found[name] = {
            "bytes_vs_git": ratio(sum(map(len, packed)), pack),
            "write_p50_ms": median(timed(partial(pack_one, body)) for body in bodies),
            "read_p50_ms": median(timed(partial(unpack, body)) for body in packed),
        }
    return found


def ratio(ours: int, pack: int | None) -> float | None:
    return ours / pack if pack else None
