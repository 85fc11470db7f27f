"""The analyst's guide: its examples load, and no key is missing from it."""

import re
import textwrap
from pathlib import Path

from config.account_tables import TableEntry
from config.accounts_file import read_accounts
from config.accounts_schema import AccountEntry, AccountsDocument, PersonEntry, ProductEntry
from config.includes import document_of
from config.sources_file import understand
from config.sources_schema import Defaults, FollowEntry, PagingEntry, SourceEntry, SourcesDocument, StepEntry
from domain.changes import ChangeStatus
from domain.explanations import Fate
from domain.findings import TagName
from domain.sources import Competitor, SourceKind, Sources
from domain.visits import PageState

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "analyst-guide.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(?:^    .*\n|^\n(?=    ))+", GUIDE, flags=re.MULTILINE)


def block(start: str) -> str:
    return next(block for block in map(textwrap.dedent, BLOCKS) if block.strip().startswith(start))


def test_the_examples_for_sources_load_together() -> None:
    page = block("competitors:").rstrip()
    feed = textwrap.indent(block("- name: brightvane-news").strip(), " " * 6)
    others = [
        textwrap.indent(block(f"- name: {name}").strip(), " " * 6) for name in ("brightvane-sitemap", "brightvane-jobs")
    ]
    accounts = block("accounts:                           # in sources.yaml")
    document, problems = document_of("\n".join([page, feed, *others, block("markets:"), accounts]), "sources.yaml")
    assert document is not None
    reading = understand([document], problems)
    assert reading.problems == ()
    assert {source.kind for source in reading.sources.sources} == set(SourceKind)


def test_the_example_account_loads() -> None:
    us = "us: {name: Halden, products: [{name: Hotel Rates}]}\n"
    people = "people: {ines: {name: Ines, email: ines@halden.example, zone: Europe/Paris}}\n"
    text = us + people + block("accounts:                           # in accounts.yaml")
    accounts, problems = read_accounts(
        text, "accounts.yaml", Sources(competitors=(Competitor(name="Scrapingdog"),), sources=())
    )
    assert problems == ()
    assert len(accounts.accounts) == 1


def test_every_key_stands_in_the_guide() -> None:
    models = (
        *(SourcesDocument, Defaults, SourceEntry, StepEntry, FollowEntry, PagingEntry),
        *(AccountsDocument, AccountEntry, PersonEntry, ProductEntry, TableEntry),
    )
    keys = {key for model in models for key in model.model_fields}
    words = set(re.findall(r"\w+", " ".join(re.findall(r"`[^`\n]+`", GUIDE))))
    assert keys - words == set()
    assert {str(tag) for tag in TagName} - words == set()


def test_every_state_and_status_is_explained_in_a_row_of_its_own() -> None:
    rows = set(re.findall(r"^\| `(\w+)` \|", GUIDE, flags=re.MULTILINE))
    assert {str(name) for name in (*PageState, *ChangeStatus, *Fate)} - rows == set()
