"""`bellwether doctor` looks an installation over and says what to mend."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from domain.checks import Check, Health
from pipeline import World
from pipeline.delivering.doctor import look_over
from tests.integration.support_pipeline import Moments, clock, record, world

__all__ = ["clock", "record", "world"]


def by_name(home: Path, clock: Moments) -> dict[str, Check]:
    return {check.name: check for check in look_over(home, {"PATH": "/nowhere"}, clock)}


def test_a_sound_home_has_nothing_wrong(tmp_path: Path, world: World, clock: Moments) -> None:
    (tmp_path / "bellwether.db").chmod(0o600)
    found = by_name(tmp_path, clock)
    assert set(found) == {"files", "database", "space", "browser", "clock", "mail"}
    assert {check.health for check in found.values()} == {Health.OK}
    assert "sqlite, 0 visits" in found["database"].said
    assert "no source needs one" in found["browser"].said


def test_every_problem_of_the_files_is_said(tmp_path: Path, clock: Moments) -> None:
    (tmp_path / "sources.yaml").write_text("competitors: 7\n")
    (tmp_path / "accounts.yaml").write_text("us: {name: Halden Group}\npeeple: {}\n")
    checks = look_over(tmp_path, {}, clock)
    assert {check.health for check in checks} == {Health.WRONG}
    assert {check.said.split(":")[0] for check in checks} >= {"sources.yaml", "accounts.yaml"}


def test_a_database_that_cannot_be_opened_is_said(tmp_path: Path, world: World, clock: Moments) -> None:
    found = {one.name: one for one in look_over(tmp_path, {"BELLWETHER_DATABASE_URL": "sqlite:////no/such/x"}, clock)}
    assert found["database"].health is Health.WRONG
    assert "/no/such" in found["database"].said


def test_a_mail_archive_that_everybody_may_read_is_warned_of(tmp_path: Path, world: World, clock: Moments) -> None:
    (tmp_path / "bellwether.db").chmod(0o644)
    files = by_name(tmp_path, clock)["files"]
    assert (files.health, files.hint[-25:]) == (Health.WARNING, "chmod -R o-rwx bellwether.db"[-25:])


def test_a_source_that_needs_a_browser_where_there_is_none(tmp_path: Path, world: World, clock: Moments) -> None:
    text = (tmp_path / "sources.yaml").read_text().replace("name: prices,", "name: prices, render: browser,")
    (tmp_path / "sources.yaml").write_text(text)
    environ = {"PATH": "/nowhere", "BELLWETHER_BROWSER": "/no/such/browser"}
    (browser,) = [one for one in look_over(tmp_path, environ, clock) if one.name == "browser"]
    assert browser.health is Health.WRONG
    assert "apt-get install chromium" in browser.said


def test_a_clock_behind_the_newest_visit_and_editions_that_are_late(
    tmp_path: Path, world: World, clock: Moments, record: Callable[..., object]
) -> None:
    record("$49")
    clock.now += timedelta(days=9)
    late = by_name(tmp_path, clock)["editions"]
    assert (late.health, late.said) == (Health.WRONG, "1 late, the first since 2026-02-23 06:00 UTC")
    clock.now -= timedelta(days=20)
    assert by_name(tmp_path, clock)["clock"].health is Health.WRONG
