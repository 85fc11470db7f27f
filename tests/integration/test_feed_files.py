"""The readers against the feeds and the filing list of the bench data, where it is at hand."""

import io
import json
import os
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import zstandard

from diffing.feeds.entry_text import plain_text
from diffing.feeds.parsing import read_feed
from diffing.registries.parsing import compare_records, read_registry
from domain.changes import Edit, EditKind
from domain.content import Extraction
from domain.errors import UnreadableContent
from domain.sources import RegistryShape, Schedule, Source, SourceKind, Subject, SubjectKind
from domain.visits import FetchedPart

DATA = os.environ.get("BELLWETHER_BENCH_DATA", "")
needs_data = pytest.mark.skipif(not DATA, reason="BELLWETHER_BENCH_DATA is not set")
SAID = ("title", "link", "description", "summary", "content")  # an entry without any of them is left out
URL = "https://feeds.example/feed"


def source(kind: SourceKind, shape: RegistryShape | None = None) -> Source:
    subject = Subject(kind=SubjectKind.MARKET, name="files")
    return Source(name="files", kind=kind, url=URL, subject=subject, schedule=Schedule(text="1d"), registry=shape)


def parts(body: bytes) -> tuple[FetchedPart, ...]:
    return (FetchedPart(part="page", url=URL, requested_url=URL, status=200, headers=(), body=body),)


def members(archive: Path) -> Iterator[tuple[str, bytes]]:
    with archive.open("rb") as packed:
        raw = zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(packed).read()
    with tarfile.open(fileobj=io.BytesIO(raw)) as tar:
        for member in tar:
            opened = tar.extractfile(member)
            if opened is not None:
                yield member.name, opened.read()


@needs_data
def test_real_feeds_agree_with_what_their_parsers_expect() -> None:
    files = dict(members(Path(DATA) / "feeds" / "feeds.tar.zst"))
    agree, differ = 0, []
    for name, body in files.items():
        expected = files.get(name.rsplit(".", 1)[0] + ".json")
        if "/gofeed/" not in f"/{name}" or name.endswith(".json") or expected is None:
            continue
        wanted = json.loads(expected)
        entries = read_feed(source(SourceKind.FEED), parts(body)).entries if body.strip() else ()
        listed = wanted.get("items") or wanted.get("entries") or []
        items = [item for item in listed if entries or any(map(item.get, SAID))]
        titles = [" ".join(plain_text(item.get("title") or "").split()) for item in items]
        if len(entries) == len(items) and all(t == plain_text(e.title) for t, e in zip(titles, entries, strict=True)):
            agree += 1
        else:
            differ.append(name)
    assert agree > 400
    assert len(differ) / (agree + len(differ)) <= 0.02, differ


@needs_data
def test_every_file_is_read_or_named_unreadable() -> None:
    read = 0
    for _, body in members(Path(DATA) / "feeds" / "feeds.tar.zst"):
        try:
            read_feed(source(SourceKind.FEED), parts(body))
            read += 1
        except UnreadableContent:
            continue
    assert read > 500


@needs_data
def test_the_filing_list_is_read_as_columns() -> None:
    body = next((Path(DATA) / "registry").glob("edgar_submissions_*.json")).read_bytes()
    shape = RegistryShape(
        records="filings.recent", key=("accessionNumber",), columnar=True, title=("form",), date="filingDate"
    )
    records = read_registry(source(SourceKind.REGISTRY, shape), parts(body)).records
    assert len(records) == len(json.loads(body)["filings"]["recent"]["accessionNumber"])
    assert all(record.dated for record in records)


def said(edit: Edit) -> tuple[str, str] | None:
    if edit.kind is not EditKind.REPLACED:
        return edit.kind.value, edit.path[0]
    return ("status", edit.path[0]) if any(cell.header == "Status" for cell in edit.cells_after) else None


@needs_data
def test_a_real_register_gives_its_recorded_events() -> None:
    folder = Path(DATA) / "registry"
    files = {Path(name).name: body for name, body in members(folder / "registry_fedramp.tar.zst")}
    shape = RegistryShape(
        records="data.Products", key=("id",), fields=(("Status", "status"), ("Product", "cso")), title=("cso",)
    )
    right = found = wanted = 0
    before: Extraction | None = None
    for line in (folder / "registry_fedramp.jsonl").read_text(encoding="utf-8").splitlines():
        day = json.loads(line)
        after = read_registry(source(SourceKind.REGISTRY, shape), parts(files[Path(day["member"]).name]))
        if before is not None and day["gold_events"] is not None:
            gold = {(event["type"], event["id"].strip()) for event in day["gold_events"]}
            ours = {event for edit in compare_records(1, before, after) if (event := said(edit)) is not None}
            right, found, wanted = right + len(gold & ours), found + len(ours), wanted + len(gold)
        before = after
    assert right / wanted >= 0.99
    assert right / found >= 0.99
