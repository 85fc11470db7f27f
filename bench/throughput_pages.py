"""Which page each source of the throughput bench shows, in two states; one in eight differs in the second."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import UnreadableData
from bench.outside_data import Row, blobs, rows
from bench.own_corpus import CORPUS

CHANGES = 8  # every eighth source changes
HOSTS = 50
SEED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One source's page at both times; `after` is None where nothing changes. Each source's bytes are its own."""

    number: int
    before: bytes
    after: bytes | None


def host(number: int) -> str:
    """A loopback address of its own for each host: nothing is resolved, and nothing leaves the machine."""
    return f"127.0.1.{number % HOSTS + 1}"


def path(number: int) -> str:
    return f"/pages/{number:05d}"


def changed(number: int) -> bool:
    return number % CHANGES == 0


def shown(data: Path | None, sources: int) -> Iterator[Shown]:
    """The pages of all sources, in no order; from the real pairs under `data`, else from our own corpus."""
    yield from _own(sources) if data is None else _real(data, sources)


def _real(data: Path, sources: int) -> Iterator[Shown]:
    pairs = [row for row in rows(data / "change" / "pairs.jsonl.gz") if row["use"] == "main"]
    if not pairs:
        raise UnreadableData(f"{data}: no change/pairs.jsonl.gz with main rows")
    by_service: dict[str, list[tuple[int, Row]]] = {}
    for number, row in _dealt(pairs, sources, lambda one: one["label"] == 1):
        by_service.setdefault(row["service"], []).append((number, row))
    for service, dealt in by_service.items():
        wanted = {row[side] for number, row in dealt for side in ("prev", "next")}
        bodies = blobs(data / "change" / "blobs", service, wanted)
        for number, row in dealt:
            yield _of(number, bodies[row["prev"]], bodies[row["next"]])


def _own(sources: int) -> Iterator[Shown]:
    pairs = [row for row in rows(CORPUS / "answers.jsonl") if row["kind"] != "broken"]
    for number, row in _dealt(pairs, sources, lambda one: one["outcome"] == "news"):
        folder = CORPUS / "pairs" / row["id"]
        yield _of(number, (folder / "before.html").read_bytes(), (folder / "after.html").read_bytes())


def _dealt(pairs: Sequence[Row], sources: int, real: Callable[[Row], bool]) -> Iterator[tuple[int, Row]]:
    """Real changes for the sources that change, the others' pages for the rest; repeated where there are too few."""
    chance = random.Random(SEED)
    decks: dict[bool, list[Row]] = {kind: [row for row in pairs if bool(real(row)) is kind] for kind in (True, False)}
    for deck in decks.values():
        chance.shuffle(deck)
    drawn = {True: 0, False: 0}
    for number in range(sources):
        kind = changed(number)
        deck = decks[kind] or list(pairs)
        yield number, deck[drawn[kind] % len(deck)]
        drawn[kind] += 1


def _of(number: int, before: bytes, after: bytes) -> Shown:
    """A comment tells each source's page from the same one shown by another: no body is stored for two."""
    mark = f"<!-- source {number} -->".encode()
    return Shown(number=number, before=before + mark, after=after + mark if changed(number) else None)
