"""A home of its own for a bench: pages whose answers are stored and detected by the product's own pipeline."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.change_pairs import answer
from domain.changes import Change
from domain.keys import source_revision
from domain.sources import Source
from domain.visits import Attempt, Purpose
from pipeline import World, detect, open_world

ACCOUNTS = """us: {name: Halden Group}
people:
  ines: {name: Ines Moreau, email: ines@halden.example, zone: UTC, digest: mon 07:00}
accounts:
  - {name: Marlowe Travel, tier: key, owner: ines}
"""


@dataclass(slots=True)
class Moments:
    """A clock that stands at the time of the visit being told."""

    now: datetime = datetime(2000, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """An open world whose sources are the pages of a bench, by name."""

    world: World
    clock: Moments
    sources: Mapping[str, Source]

    def visit(self, name: str, time: str, body: bytes) -> Change | None:
        """Stores one answer of a page as the crawler hands it over, detects, and gives the change it made, if any."""
        source = self.sources[name]
        self.clock.now = datetime.fromisoformat(time).astimezone(UTC)
        visit = self.world.archive.visits.record(
            Attempt(
                source=name,
                revision=source_revision(source),
                purpose=Purpose.CHECK,
                captured_at=self.clock.now,
                seconds=0.0,
                parts=answer(source.url, body),
            )
        )
        detect(self.world, source)
        made = self.changes(name)
        return made[-1] if made and made[-1].after.snapshot == visit.id else None

    def changes(self, name: str) -> tuple[Change, ...]:
        """All changes of a page as they stand now, oldest first."""
        return self.world.archive.derived.changes(source=name)


@contextmanager
def open_home(pages: Mapping[str, str]) -> Iterator[Home]:
    """A home in a folder that is removed at the end, with one page source for each name and address."""
    with TemporaryDirectory(prefix="bench-") as folder:
        home, clock = Path(folder), Moments()
        sources = [{"name": name, "url": url} for name, url in pages.items()]
        (home / "sources.yaml").write_text(json.dumps({"competitors": [{"name": "Benchmark", "sources": sources}]}))
        (home / "accounts.yaml").write_text(ACCOUNTS)
        world = open_world(home, {}, clock)
        with world.archive:
            world.archive.visits.register(world.sources)
            yield Home(world=world, clock=clock, sources={source.name: source for source in world.sources})
