"""Keys of links: drawn, changed, looked for by the doctor, and missed in plain words."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import structlog

from commands.workers import require_key
from config.settings_file import load_settings
from config.web_keys import draw_key, link_keys
from domain.checks import Health
from domain.errors import ConfigurationError, KeyMissing, UsageError
from domain.settings import Web
from pipeline import World
from pipeline.delivering.doctor import look_over
from scheduler import Keeper
from tests.integration.support_pipeline import Moments, clock, world

__all__ = ["clock", "world"]
WEB = '[web]\naddress = "https://bellwether.example.com/"\n'


def web(home: Path, text: str = WEB) -> Web:
    (home / "bellwether.toml").write_text(text)
    settings, problems = load_settings(home, {})
    assert problems == ()
    assert settings.web is not None
    return settings.web


def run(home: Path, *words: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "commands", "web", *words, "--home", str(home)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, env={"PATH": "/usr/bin", **environ})


def test_a_new_key_signs_and_the_earlier_ones_still_open(tmp_path: Path) -> None:
    home = web(tmp_path)
    first, second = draw_key(home.key_file), draw_key(home.key_file)
    assert link_keys(home, {}) == (second, first)
    assert home.key_file.stat().st_mode & 0o777 == 0o600
    given = link_keys(home, {"BELLWETHER_WEB_KEY": "e" * 40})
    assert [key.secret for key in given] == [b"e" * 40], "the environment comes before the file"


def test_the_command_draws_a_key_and_never_shows_it(tmp_path: Path) -> None:
    home = web(tmp_path)
    drawn = run(tmp_path, "key")
    secret = home.key_file.read_text().strip()
    assert drawn.returncode == 0
    assert "signs from now on" in drawn.stdout
    assert secret not in drawn.stdout + drawn.stderr
    refused = run(tmp_path, "key", BELLWETHER_WEB_KEY="e" * 40)
    assert refused.returncode == 2
    assert "comes before the file" in refused.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "there is no key to sign the links of mails with"),
        ("", "it holds no key"),
        ("short\n", "fewer than 32 characters"),
        ("é" * 40, "more than plain letters"),
    ],
)
def test_a_key_that_cannot_be_used_is_named(tmp_path: Path, text: str | None, said: str) -> None:
    home = web(tmp_path)
    if text is not None:
        home.key_file.write_text(text)
    with pytest.raises(ConfigurationError, match=said) as error:
        link_keys(home, {})
    assert "bellwether web key" in str(error.value)
    assert "short" not in str(error.value)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('address = "http://bellwether.example.com"', "is not encrypted"),
        ('address = "https://bellwether.example.com/?a=1"', "more than an address"),
        ('address = "bellwether"', "is no web address"),
        ('address = "https://b.example"\nlisten = "8080"', "is no address to listen at"),
        ('address = "https://b.example"\nproxies = ["proxy"]', "is no address of a proxy"),
        ('address = "https://b.example"\nper_minute = 1', "at least 10"),
    ],
)
def test_a_web_address_that_cannot_be_meant_is_refused_at_its_line(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "bellwether.toml").write_text(f"[web]\n{line}\n")
    _, problems = load_settings(tmp_path, {})
    assert said in str(problems[0])
    assert str(problems[0]).startswith(f"bellwether.toml:{line.count(chr(10)) + 2}:")


@pytest.mark.parametrize(("keep", "said"), [("29 days", "at least 30 days"), ("a year", "no time to keep pages")])
def test_a_time_to_keep_pages_that_is_too_short_is_refused(tmp_path: Path, keep: str, said: str) -> None:
    table = f'[evidence]\naddress = "https://e.example"\nfolder = "www"\nkeep = "{keep}"\n'
    (tmp_path / "bellwether.toml").write_text(table)
    _, problems = load_settings(tmp_path, {})
    assert said in str(problems[0])


def test_the_doctor_says_what_is_wrong_with_a_key(tmp_path: Path, world: object, clock: Moments) -> None:
    home = web(tmp_path)

    def found() -> tuple[Health, str]:
        (check,) = [one for one in look_over(tmp_path, {}, clock) if one.name == "web"]
        return check.health, check.said

    assert found()[0] is Health.WRONG
    draw_key(home.key_file)
    assert found() == (Health.OK, found()[1])
    assert "https://bellwether.example.com, signed by key" in found()[1]
    home.key_file.chmod(0o644)
    assert found()[0] is Health.WRONG


def test_the_server_says_at_once_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("competitors: []\n")
    (tmp_path / "accounts.yaml").write_text("us: {name: Halden}\n")
    assert "has no [web]" in run(tmp_path).stderr
    web(tmp_path)
    assert "there is no key" in run(tmp_path).stderr
    assert run(tmp_path / "nowhere").returncode == 2


def test_a_worker_that_would_compose_without_the_key_does_not_start(tmp_path: Path, world: World) -> None:
    settings = replace(world.configuration.settings, web=web(tmp_path))
    lacking = replace(world, configuration=replace(world.configuration, settings=settings))
    with pytest.raises(UsageError, match=r"(?s)no key to sign .*copy the key of the machine that runs"):
        require_key(lacking)
    draw_key(tmp_path / "web.key")
    require_key(lacking)
    (tmp_path / "web.key").unlink()
    require_key(world)


def test_the_scheduler_says_that_a_mail_waits_for_the_key(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    with structlog.testing.capture_logs() as lines:
        for _ in range(2):
            keeper.refused("ines", KeyMissing(("web.key: there is no key",)))
        keeper.refused("owen", ConfigurationError(("drafts/2026-W08.yaml:3: nobody is named",)))
    assert [line["event"] for line in lines] == ["edition_waits_for_key", "edition_waits_for_draft"]
