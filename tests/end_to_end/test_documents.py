"""Every command that a document shows is run here as shown, with its placeholders filled in."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from config.settings_file import load_settings
from tests.integration.support_mail import Postbox, postbox

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = (
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "docs/benchmarks").glob("*.md")),
)
SHOWN = re.compile(r"(?:^ {4}|`)((?:crawl|bellwether|\./dev) [^`\n]+)", re.MULTILINE)
PAGE = """<html><body><main><h1>Prices</h1>
<p>Pro costs {pro} per seat and month, billed each month.</p>
<p>The board of our users lists {count} open questions on rates</p></main></body></html>"""

SAMPLE_KEY = re.compile(r"[0-9a-f]{8,12}")  # the key of a change, as a sample of output shows it

# Run until stopped, or ask another system: tested in test_scheduler.py, test_manual_workers.py, test_crm.py and the
# tests of the web. Here only that they know the options they are shown with.
ELSEWHERE = re.compile(r"schedule run|bellwether workers?\b|bellwether (crm|web)\b|migrate .*--to postgresql:")


def shown_commands() -> list[str]:
    found = {
        match.split("#")[0].split("  ")[0].strip()
        for document in DOCUMENTS
        for match in SHOWN.findall(document.read_text(encoding="utf-8"))
    }
    return sorted(found)


def test_documents_show_commands() -> None:
    assert len(shown_commands()) > 10


@pytest.mark.parametrize("command", [command for command in shown_commands() if command.startswith("./dev")])
def test_dev_knows_the_command_a_document_shows(command: str) -> None:
    usage = subprocess.run([sys.executable, ROOT / "dev", "help"], check=True, capture_output=True, text=True).stdout
    verb = command.split()[1]
    assert re.search(rf"^  {verb}\b", usage, re.MULTILINE)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("documents")


@pytest.fixture
def box() -> Iterator[Postbox]:
    with postbox() as box:
        yield box


def test_every_command_a_document_shows_runs(home: Any, site: Any, filled: Path, box: Postbox) -> None:
    settings = (home.folder / "bellwether.toml").read_text()
    home.write("bellwether.toml", f'{settings}[smtp]\nhost = "127.0.0.1"\nport = {box.port}\nsecurity = "none"\n')
    site.page("/prices", PAGE.format(pro="$49", count=17))
    home.write(
        "sources.yaml",
        "competitors:\n  - name: Brightvane\n    sources:\n"
        f"      - {{name: brightvane-pricing, url: '{site.url}/prices'}}\n",
    )
    home.run("crawl", "--all")
    for count in (21, 16, 25, 19):
        site.page("/prices", PAGE.format(pro="$59", count=count))
        home.run("crawl", "--all")
    [learned] = home.json("bellwether", "sources", "noise", "brightvane-pricing")
    key = home.json("bellwether", "changes", "list")[0]["key"]
    archive = home.folder / "empty.warc"
    archive.write_bytes(b"")
    placeholders = {
        "NAME": "brightvane-pricing",
        "FILE": str(archive),
        "KEY": key[:12],
        "ID": learned["id"],
        "RULE": "pricing.announced",
        "PERSON": "ines",
        "MAILS": str(home.folder),
        "DIR": str(filled / "dir"),
        "watch": str(filled / "watch"),
    }
    for number, shown in enumerate(command for command in shown_commands() if not command.startswith("./dev")):
        typed = shlex.split(shown)
        words = [key[:12] if SAMPLE_KEY.fullmatch(word) else placeholders.get(word, word) for word in typed]
        if "--home" in words:
            del words[words.index("--home") : words.index("--home") + 2]
        if ELSEWHERE.search(shown):
            words.append("--help")
        if words[1:3] in (["changes", "judge"], ["digest", "draft"]):
            words += ["--by", "ines"]  # a person's shell names them; this one names nobody
        if words[:2] == ["bellwether", "init"]:
            words[2:] = [str(filled / f"init-{number}")]
            done = subprocess.run([Path(sys.executable).parent / words[0], *words[1:]], capture_output=True, text=True)
        else:
            done = home.run(words[0], *words[1:], code=None)
        assert done.returncode == 0, f"{shown}\n{done.stdout}\n{done.stderr}"


def test_the_settings_the_operators_manual_shows_are_read_without_problems(tmp_path: Path) -> None:
    manual = (ROOT / "docs" / "operator-manual.md").read_text(encoding="utf-8")
    begin = manual.index("    [database]")
    lines = manual[begin : manual.index("\n\nThree settings", begin)].splitlines()
    (tmp_path / "bellwether.toml").write_text("\n".join(line.removeprefix("    ") for line in lines))
    settings, problems = load_settings(tmp_path, {})
    assert problems == ()
    assert settings.smtp is not None
    assert settings.publishing is not None
    assert [channel.name for channel in settings.channels] == ["sales"]
    assert settings.fetching.max_body == 20_000_000
