"""Rule files of ours are kept as they were read, and read again where anything is another."""

from importlib import metadata
from pathlib import Path

import pytest

from classifiers.rulebook import kept
from classifiers.rulebook.files import read_rule_file, rules_of
from classifiers.rulebook.kept import read_kept
from classifiers.rulebook.records import RuleFile
from domain.problems import Problem

RULES = Path(__file__).parents[3] / "classifiers" / "rules" / "hiring.yaml"


@pytest.fixture(autouse=True)
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As an installation that keeps byte code does."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", None)


def refused(text: str, name: str, scope: str) -> tuple[RuleFile, tuple[Problem, ...]]:
    raise AssertionError("what is kept is not read again")


def copied(folder: Path) -> tuple[Path, str]:
    path = folder / "hiring.yaml"
    path.write_bytes(RULES.read_bytes())
    return path, path.read_text(encoding="utf-8")


def kept_in(folder: Path) -> Path:
    (found,) = (folder / "__pycache__").glob("*.rules")
    return found


def test_what_is_kept_is_what_was_read(tmp_path: Path) -> None:
    path, text = copied(tmp_path)
    first = read_rule_file(path, "hiring.yaml", scope="", keep=True)
    assert first == rules_of(text, "hiring.yaml", "")
    assert first[0].rules
    assert read_kept(path, text, "hiring.yaml", "", refused) == first


def test_another_text_is_read(tmp_path: Path) -> None:
    path, text = copied(tmp_path)
    read_rule_file(path, "hiring.yaml", scope="", keep=True)
    with pytest.raises(AssertionError):
        read_kept(path, text + "\n", "hiring.yaml", "", refused)


@pytest.mark.parametrize("raw", [b"", b"nothing of ours"])
def test_what_is_damaged_is_read_again(tmp_path: Path, raw: bytes) -> None:
    path, text = copied(tmp_path)
    read_rule_file(path, "hiring.yaml", scope="", keep=True)
    whole = kept_in(tmp_path).read_bytes()
    kept_in(tmp_path).write_bytes(whole[:32] + raw)
    assert read_rule_file(path, "hiring.yaml", scope="", keep=True) == rules_of(text, "hiring.yaml", "")
    assert kept_in(tmp_path).read_bytes() == whole


def test_a_file_with_problems_is_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text("tag: nothing\n")
    assert read_rule_file(path, "odd.yaml", scope="", keep=True)[1]
    assert not (tmp_path / "__pycache__").exists()


def test_where_byte_code_is_kept_elsewhere_rules_are_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.pycache_prefix", str(tmp_path / "not" / "made" / "yet"))
    path, text = copied(tmp_path)
    first = read_rule_file(path, "hiring.yaml", scope="", keep=True)
    assert read_kept(path, text, "hiring.yaml", "", refused) == first


@pytest.mark.parametrize("library", kept.LIBRARIES)
def test_another_version_of_a_library_reads_again(
    library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, text = copied(tmp_path)
    read_rule_file(path, "hiring.yaml", scope="", keep=True)
    now = metadata.version
    monkeypatch.setattr(metadata, "version", lambda name: "99" if name == library else now(name))
    kept._readers.cache_clear()
    try:
        with pytest.raises(AssertionError):
            read_kept(path, text, "hiring.yaml", "", refused)
    finally:
        kept._readers.cache_clear()
