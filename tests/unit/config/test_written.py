"""That a file which people write is another one now, whatever else lies beside it."""

from pathlib import Path

from config.written import written


def test_a_file_that_was_written_again_is_seen(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    rules = tmp_path / "rules" / "pricing.yaml"
    rules.write_text("a")
    before = written(tmp_path)
    rules.write_text("ab")
    assert written(tmp_path) != before


def test_an_editors_lock_and_a_link_to_nothing_are_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "accounts.yaml").write_text("us: {}")
    before = written(tmp_path)
    (tmp_path / ".#accounts.yaml").symlink_to("ines@halden.4711:1771234567")
    (tmp_path / "extra.yaml").symlink_to("nowhere.yaml")
    assert written(tmp_path) == before


def test_what_the_program_writes_is_not_looked_at(tmp_path: Path) -> None:
    before = written(tmp_path)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "ines.yaml").write_text("a")
    assert written(tmp_path) == before
