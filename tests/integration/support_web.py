"""A real server process over a home, real HTTP to it, and a mail with links as a real SMTP server received it."""

import http.client
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import urlsplit

import digest
from domain.editions import Edition
from domain.times import utc_now
from pipeline import World, deliver, detect, open_world, prepare, relate
from tests.integration.support_mail import Postbox
from tests.integration.support_pipeline import ACCOUNTS, SOURCES, Moments, attempt_at

KEY, OLDER = "k" * 64, "o" * 64
LINK = re.compile(r"https?://[^\s\"<>]+/answer/[a-z0-9.-]+")
FORM = "application/x-www-form-urlencoded"
PEOPLE = ACCOUNTS.replace(
    "accounts:\n",
    "  owen: {name: Owen Reyes, email: owen@halden.example, zone: America/New_York}\n"
    "  noor: {name: Noor Haddad, email: noor@halden.example, zone: UTC, analyst: true}\naccounts:\n"
    "  - {name: Quayside Hotels, tier: key, owner: owen, buys: [Hotel Rates], also_uses: {Brightvane: StayFeed}}\n",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What the server answered."""

    status: int
    headers: Mapping[str, str]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server that runs: where, as which process, and its log."""

    port: int
    process: "subprocess.Popen[bytes]"
    log: Path

    def get(self, path: str, **headers: str) -> Answered:
        return self.ask("GET", path, None, headers)

    def post(self, path: str, body: str = "", kind: str = FORM) -> Answered:
        return self.ask("POST", path, body.encode(), {"Content-Type": kind})

    def ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Answered:
        """One request; the address of a link will do as its path."""
        parts = urlsplit(path)
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            line.request(method, parts.path or path, body=body, headers=dict(headers))
            answer = line.getresponse()
            text = answer.read().decode()
            return Answered(status=answer.status, headers=dict(answer.getheaders()), text=text)
        finally:
            line.close()

    def lines(self) -> str:
        return self.log.read_text()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def port_of(home: Path) -> int:
    """Where the server of a home listens."""
    found = re.search(r'listen = "127.0.0.1:(\d+)"', (home / "bellwether.toml").read_text())
    assert found is not None
    return int(found[1])


def copied(home: Path, to: Path) -> int:
    """The home once more, for one test to change, at a port of its own; links keep the first one's."""
    shutil.copytree(home, to, dirs_exist_ok=True)
    port = free_port()
    text = (to / "bellwether.toml").read_text()
    (to / "bellwether.toml").write_text(re.sub(r'listen = "127.0.0.1:\d+"', f'listen = "127.0.0.1:{port}"', text))
    return port


@contextmanager
def serving(home: Path, port: int) -> Iterator[Server]:
    """`bellwether web` over a home while the block runs."""
    log = home / "web.log"
    command = [sys.executable, "-m", "commands", "web", "--home", str(home)]
    with log.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=out)
    try:
        await_listening(process, port, log)
        yield Server(port=port, process=process, log=log)
    finally:
        process.terminate()
        process.wait(timeout=30)


def await_listening(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    while process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=10):
            return
    raise AssertionError(f"the server ended with {process.returncode}: {log.read_text()}")


def settings(home: Path, port: int, box: Postbox | None = None, more: str = "", *, web: str = "") -> None:
    """A home whose mails have links to `port`, published evidence behind it, and a key."""
    smtp = f'[smtp]\nhost = "127.0.0.1"\nport = {box.port}\nsecurity = "none"\n' if box else ""
    address = f"http://127.0.0.1:{port}"
    (home / "bellwether.toml").write_text(
        f'{smtp}[web]\naddress = "{address}"\nlisten = "127.0.0.1:{port}"\nper_minute = 100000\n{web}\n'
        f'[evidence]\naddress = "{address}/evidence"\nfolder = "www"\n{more}\n'
    )
    (home / "web.key").write_text(f"{KEY}\n{OLDER}\n")
    (home / "sources.yaml").write_text(SOURCES)
    (home / "accounts.yaml").write_text(PEOPLE)


@contextmanager
def told(home: Path, people: str = PEOPLE) -> Iterator[tuple[World, dict[str, Edition]]]:
    """A price that rose, told just now to two owners and an analyst; their editions by reader."""
    (home / "accounts.yaml").write_text(people)
    clock = Moments(utc_now() - timedelta(days=6))
    world = open_world(home, {}, clock)
    world.archive.visits.register(world.sources)
    with world.archive:
        source = world.sources[0]
        for pro in ("$49", "$59"):
            world.archive.visits.record(attempt_at(source, clock.now, pro))
            detect(world, source)
            relate(world)
            clock.now = utc_now() - timedelta(hours=1)
        clock.now = utc_now()
        sent = {}
        for audience in digest.audiences(world.configuration.accounts):
            sent[audience.person.key] = prepare(world, audience, clock.now)
            deliver(world, sent[audience.person.key])
        yield world, sent


def part(mail: EmailMessage, kind: str) -> str:
    found = next(one for one in mail.walk() if one.get_content_type() == kind and not one.is_attachment())
    return str(found.get_content())


def links_of(mail: EmailMessage) -> dict[str, str]:
    """Every link that answers, by `verb number`: of the HTML, of the text, and of the header."""
    said = part(mail, "text/html") + part(mail, "text/plain") + str(mail["List-Unsubscribe"])
    found = {}
    for link in LINK.findall(said):
        _, _, verb, number, *_ = link.rpartition("/")[2].split(".")
        found[f"{verb} {number}"] = link
    return found


def one_click(mail: EmailMessage) -> str:
    """The address that a mail program posts to (RFC 8058)."""
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    return str(mail["List-Unsubscribe"]).partition(">")[0].lstrip("<")
