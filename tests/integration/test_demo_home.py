"""What the demo makes of a folder, and whose work in it is never thrown away unasked."""

import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from demo.__main__ import copies, main
from demo.home import clear, edited, finished, furnish, write_note
from demo.weeks import to_read_first
from domain.errors import UsageError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A demo home as it is before its weeks are played."""
    folder = tmp_path / "home"
    clear(folder)
    furnish(folder, 8000)
    return folder


def test_a_demo_that_nobody_edited_is_made_anew(home: Path) -> None:
    write_note(home, {"port": 8000, "editions": []})
    assert edited(home) == ()
    clear(home)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["sources.yaml", "accounts.yaml", "bellwether.toml", "world/quiet/brightvane/new.html"]
)
def test_a_demo_that_people_edited_is_not_made_anew_unless_asked_to_be(home: Path, name: str) -> None:
    with (home / name).open("a", encoding="utf-8") as file:
        file.write("# my own line\n")
    with pytest.raises(UsageError, match=re.escape(name)) as refused:
        clear(home)
    assert "--again" in str(refused.value)
    assert (home / name).read_text(encoding="utf-8").endswith("# my own line\n")
    clear(home, again=True)
    assert not (home / name).exists()


def test_a_deleted_page_is_an_edit(home: Path) -> None:
    (home / "world" / "common" / "robots.txt").unlink()
    assert edited(home) == ("world/common/robots.txt",)


def test_a_folder_of_somebody_else_is_left_alone_even_when_asked_again(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="not made by the demo"):
        clear(tmp_path, again=True)
    assert (tmp_path / "letter.txt").exists()


def test_a_refused_demo_ends_with_exit_code_2_and_the_next_step(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "sources.yaml").write_text("competitors: []\n", encoding="utf-8")
    assert main(["--out", str(home)]) == 2
    assert "--again" in capsys.readouterr().err
    assert (home / "sources.yaml").read_text(encoding="utf-8") == "competitors: []\n"


def test_a_demo_that_was_broken_off_is_not_finished(home: Path) -> None:
    assert not finished(home)
    write_note(home, {"port": 8000, "editions": []})
    assert finished(home)


def test_a_demo_broken_off_while_its_files_were_written_is_made_anew(home: Path) -> None:
    (home / "demo.json").write_text('{"made_by": "bellwether demo", "port": 8000}', encoding="utf-8")
    clear(home)
    assert list(home.iterdir()) == []


def test_a_finished_demo_that_kept_no_account_of_its_files_is_not_thrown_away(home: Path) -> None:
    note = '{"made_by": "bellwether demo", "port": 8000, "editions": []}'
    (home / "demo.json").write_text(note, encoding="utf-8")
    with pytest.raises(UsageError, match="--again"):
        clear(home)


def test_the_mail_to_read_first_is_an_owners_of_the_first_week_with_news() -> None:
    editions: list[dict[str, object]] = [
        {"kind": "owner", "html": "W07/ines.html", "event_ids": []},
        {"kind": "analyst", "html": "W08/mara.html", "event_ids": ["e1"]},
        {"kind": "owner", "html": "W08/ines.html", "event_ids": ["e1"]},
        {"kind": "owner", "html": "W08/owen.html", "event_ids": ["e2"]},
    ]
    assert to_read_first(editions) == "W08/ines.html"
    assert to_read_first(editions[:2]) is None


def test_serving_says_whose_copy_of_a_page_is_shown() -> None:
    assert copies(Path("/home/demo"), "signals") == (
        "shown now are the pages in /home/demo/world/signals; a page not there comes from baseline, then common: "
        "the first copy wins"
    )


def test_a_demo_that_is_there_is_served_as_people_left_it(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    write_note(home, {"port": port, "editions": [{"kind": "analyst", "html": "W09/mara.html", "event_ids": []}]})
    (home / "sources.yaml").write_text("competitors: []\n", encoding="utf-8")
    command = [sys.executable, "-m", "demo", "--out", str(home), "--serve"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as serving:
        try:
            assert serving.stdout is not None
            assert serving.stderr is not None
            assert serving.stdout.readline() == "W09/mara.html\n"
            said = [serving.stderr.readline() for _ in range(5)]
        finally:
            serving.terminate()
    assert said[0] == f"{home} goes on as it is; --again makes it anew\n"
    assert str(port) in said[2]
    assert f"{home}/world/quiet" in said[4]
    assert (home / "sources.yaml").read_text(encoding="utf-8") == "competitors: []\n"
