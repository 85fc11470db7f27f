"""The catalog: what `use` stands for, what it asks for, and that every offer can be used as its example says."""

import json
from pathlib import Path

import pytest

import diffing
from config.catalog import as_document, offers
from config.show import effective
from config.sources_file import load_sources
from config.sources_schema import SourceEntry
from domain.problems import Problem
from domain.sources import Source, SourceKind
from domain.visits import FetchedPart

ROOT = Path(__file__).resolve().parents[3]
SAMPLES = json.loads((Path(__file__).with_name("catalog_samples.json")).read_text(encoding="utf-8"))


def loaded(folder: Path, *lines: str) -> tuple[Source | None, tuple[Problem, ...]]:
    """The one source of a file with these lines under its name."""
    body = "".join(f"        {line}\n" for line in lines)
    path = folder / "sources.yaml"
    path.write_text(f"competitors:\n  - name: Brightvane\n    sources:\n      - name: one\n{body}", encoding="utf-8")
    sources, problems = load_sources(path)
    return next(iter(sources.sources), None), problems


def as_its_example_says(folder: Path, name: str) -> Source:
    asks = [f"{word}: {json.dumps(ask.example)}" for word, ask in offers()[name].asks.items()]
    source, problems = loaded(folder, f"use: {name}", *asks)
    assert problems == ()
    assert source is not None
    return source


@pytest.mark.parametrize("name", sorted(offers()))
def test_every_offer_is_a_source_when_used_as_its_example_says(name: str, tmp_path: Path) -> None:
    source = as_its_example_says(tmp_path, name)
    assert "<" not in source.url
    assert set(offers()[name].asks).isdisjoint(SourceEntry.model_fields)


@pytest.mark.parametrize("name", sorted(name for name, offer in offers().items() if offer.source["kind"] == "registry"))
def test_every_registry_of_the_catalog_reads_an_answer_of_its_shape(name: str, tmp_path: Path) -> None:
    source = as_its_example_says(tmp_path, name)
    sample = SAMPLES[name]
    body = json.dumps(sample["answer"]).encode()
    part = FetchedPart(part="page", url=source.url, requested_url=source.url, status=200, headers=(), body=body)
    (record,) = diffing.read(source, (part,)).records
    assert (record.key, record.title, record.link) == (sample["key"], sample["title"], sample["link"])
    assert {cell.header: cell.text for cell in record.fields} == sample["fields"]


def test_what_the_source_says_fills_the_address_as_an_address_writes_it(tmp_path: Path) -> None:
    source, problems = loaded(tmp_path, "use: federal-register", "term: weed control & dicamba")
    assert problems == ()
    assert source is not None
    assert source.url.endswith("=weed%20control%20%26%20dicamba")


def test_what_stands_in_the_entry_comes_before_the_catalog(tmp_path: Path) -> None:
    source, _ = loaded(tmp_path, "use: greenhouse-jobs", "board: brightvane", "every: 6h", "tags: [executive]")
    assert source is not None
    assert (source.kind, source.tags, source.schedule.text) == (SourceKind.REGISTRY, ("executive",), "6h")
    where = {key: origin for key, _, origin in effective(source)}
    assert (where["tags"], where["records"], where["render"]) == (
        "sources.yaml:8",
        "catalog greenhouse-jobs",
        "default",
    )


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["use: greenhous-jobs"], "5:14: the catalog has no 'greenhous-jobs' (did you mean 'greenhouse-jobs'?)"),
        (
            ["use: greenhouse-jobs"],
            "4:9: 'greenhouse-jobs' asks for 'board' (the word in boards.greenhouse.io/WORD: 'board: brightvane')",
        ),
        (
            ["use: edgar-filings", "cik: 1731348"],
            "6:14: '1731348' cannot be its 'cik' (the company's CIK, ten digits with its zeros: 'cik: 0001731348')",
        ),
        (["use: fedramp-marketplace", "every: often"], "6:16: "),
    ],
)
def test_a_wrong_use_is_told_with_its_place_and_what_to_write(lines: list[str], said: str, tmp_path: Path) -> None:
    source, problems = loaded(tmp_path, *lines)
    assert source is None
    assert len(problems) == 1
    assert str(problems[0]).startswith(f"sources.yaml:{said}")


def test_the_catalog_of_sources_shows_every_offer_as_it_is() -> None:
    assert as_document() in (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
