"""Editions written to the outbox folder: whole files, stable names, links that open."""

import os
import re
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import digest
from domain.editions import Audience, Edition
from tests.unit.digest import worlds


def edition(audience: Audience) -> Edition:
    return worlds.edition_of(digest.compose(worlds.full_week(), audience, shown=worlds.shown), audience)


def test_an_edition_is_four_files_in_the_folder_of_its_week(tmp_path: Path) -> None:
    written = digest.deliver.write_outbox(tmp_path, edition(worlds.owner()))
    assert written == tmp_path / "2026-W08" / "ines.html"
    assert sorted(path.name for path in written.parent.iterdir()) == [
        "ines-evidence.html",
        "ines.eml",
        "ines.html",
        "ines.txt",
    ]
    mail = message_from_bytes(written.with_suffix(".eml").read_bytes(), policy=default)
    assert mail["Subject"] == "Marlowe: Scrapingdog adds price tiers · W08"


def test_nobody_else_on_the_machine_reads_what_accounts_are_worth(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        written = digest.deliver.write_outbox(tmp_path / "digests", edition(worlds.owner()))
    finally:
        os.umask(before)
    assert written.parent.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in written.parent.iterdir()} == {0o600}


def test_the_html_links_to_the_evidence_beside_it(tmp_path: Path) -> None:
    written = digest.deliver.write_outbox(tmp_path, edition(worlds.owner()))
    links = re.findall(r'href="([^"#:]+)#([^"]+)"', written.read_text())
    assert len(links) == 8
    for file, anchor in links:
        assert f'id="{anchor}"' in (written.parent / file).read_text()


def test_writing_again_changes_nothing_and_leaves_nothing_behind(tmp_path: Path) -> None:
    first = digest.deliver.write_outbox(tmp_path, edition(worlds.owner()))
    before = {path.name: path.read_bytes() for path in first.parent.iterdir()}
    digest.deliver.write_outbox(tmp_path, edition(worlds.owner()))
    assert {path.name: path.read_bytes() for path in first.parent.iterdir()} == before


def test_an_owner_who_is_an_analyst_too_has_two_files(tmp_path: Path) -> None:
    person = worlds.JONAS
    own = replace(worlds.owner(), person=person)
    paths = {digest.deliver.write_outbox(tmp_path, edition(audience)) for audience in (own, worlds.analyst())}
    assert {path.name for path in paths} == {"jonas.html", "jonas-analyst.html"}


def test_a_recipients_key_cannot_leave_the_folder_and_never_meets_another(tmp_path: Path) -> None:
    names = set()
    for key in ("../../etc/passwd", "a/b", "a-b", "a b", ""):
        written = digest.deliver.write_outbox(tmp_path, replace(edition(worlds.owner()), recipient=key))
        assert written.parent == tmp_path / "2026-W08"
        names.add(written.name)
    assert len(names) == 5
