"""Other watchers of pages on the site of the throughput bench: what each costs beside a bare Scrapy spider.

They parse, keep and show other things than we do; each is run as its manual says, with text as its view of a page, on
an empty folder of its own, and nobody is told of what it finds. The pages that each was given are counted.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.peers_set_up import set_up
from bench.throughput import TURNS, Bench, Talk, Turn, site
from bench.throughput_home import make_home, url
from bench.throughput_process import Ran, ran_with

SOURCES = 200
LIMIT = 1_200.0  # seconds for one run of a tool
# What they are asked for: no tool but ours is given the run without validators.
SHOWN = tuple(turn for turn in TURNS if turn.name != "unchanged_200")
SILENT = {"report": {"stdout": {"enabled": False}}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A tool by its name and version in the package index, and the command of one run: (folder, addresses, whether it
    is the first)."""

    name: str
    version: str
    command: Callable[[Path, Sequence[str], bool], Sequence[str]]
    environ: Mapping[str, str] = field(default_factory=dict)


def job_lists(database: str, jobs: str) -> Callable[[Path, Sequence[str], bool], Sequence[str]]:
    """The command of urlwatch and of its fork: a list of jobs as YAML documents, for which JSON will do."""

    def command(folder: Path, addresses: Sequence[str], first: bool) -> Sequence[str]:
        if first:
            listed = (json.dumps({"url": one, "name": one, "filter": ["html2text"]}) for one in addresses)
            (folder / "jobs.yaml").write_text("\n---\n".join(listed), encoding="utf-8")
            (folder / "config.yaml").write_text(json.dumps(SILENT), encoding="utf-8")
        files = {jobs: "jobs.yaml", "--config": "config.yaml", database: "kept.db"}
        return [word for option, name in files.items() for word in (option, str(folder / name))]

    return command


def batch(folder: Path, addresses: Sequence[str], first: bool) -> Sequence[str]:
    """changedetection.io without its screens: checks everything once and ends."""
    asked = [word for one in addresses for word in ("-u", one)] if first else ["-r", "all"]
    return ["-d", str(folder), "-C", "-b", "-h", "127.0.0.1", "-p", "50991", "-l", "ERROR", *asked]


PEERS = (
    Peer(name="urlwatch", version="2.29", command=job_lists("--cache", "--urls")),
    Peer(name="webchanges", version="3.37.0", command=job_lists("--database", "--jobs")),
    Peer(
        name="changedetection.io",
        version="0.60.10",
        command=batch,
        environ={"ALLOW_IANA_RESTRICTED_ADDRESSES": "true", "DISABLE_VERSION_CHECK": "true"},
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """One run: CPU and clock seconds, megabytes at most, the exit code, and how many answers of each status it got."""

    cpu: float
    seconds: float
    peak_mb: float
    code: int
    given: Mapping[str, int]

    @property
    def whole(self) -> int:
        return self.given.get("200", 0) + self.given.get("304", 0)


def run(data: Path | None, talk: Talk, *, sources: int = SOURCES) -> dict[str, object]:
    """What each run cost us, a bare spider and every tool that can be had, on the same pages of the same site."""
    found: dict[str, dict[str, Cost]] = {}
    with TemporaryDirectory(prefix="bench-") as folder, site(data, sources, Path(folder)) as bench:
        home = Path(folder) / "home"
        make_home(home, bench.port, sources)
        runs = {"bellwether": lambda _: bench.ours(home), "bare scrapy": lambda _: bench.bare()}
        runs |= {peer.name: by_command(peer, program, bench) for peer, program in had(talk)}
        for name, one in runs.items():
            for turn in SHOWN:
                cost = found.setdefault(name, {})[turn.name] = counted(bench, turn, one)
                talk(f"peers: {name}: {turn.name}: {cost.cpu:.2f} CPU s, {cost.peak_mb:.0f} MB, answers {cost.given}")
    return {
        "cpu_against_ours": {name: ratios(costs, found["bellwether"], sources) for name, costs in found.items()},
        "peers": {name: {turn: asdict(cost) for turn, cost in costs.items()} for name, costs in found.items()},
        "versions": {peer.name: peer.version for peer in PEERS if peer.name in found},
        "n": {"sources": sources},
    }


def had(talk: Talk) -> Iterator[tuple[Peer, Path]]:
    """The tools that are here or can be installed, each with its program."""
    for peer in PEERS:
        program = set_up(peer.name, peer.version, talk)
        if program is not None:
            yield peer, program


def by_command(peer: Peer, program: Path, bench: Bench) -> Callable[[Turn], Ran]:
    """How a tool is run, in a folder of its own: its first run is of a list that it has not seen."""
    folder = bench.folder / peer.name
    folder.mkdir()
    addresses = [url(bench.port, number) for number in range(bench.sources)]
    environ = {**os.environ, **peer.environ, "HOME": str(folder)}

    def one(turn: Turn) -> Ran:
        command = [str(program), *peer.command(folder, addresses, turn.name == "first")]
        return ran_with(environ, command, folder / "errors", limit=LIMIT)

    return one


def counted(bench: Bench, turn: Turn, one: Callable[[Turn], Ran]) -> Cost:
    bench.turn(turn)
    done = one(turn)
    given = bench.turn(turn)
    return Cost(cpu=done.cpu, seconds=done.seconds, peak_mb=done.peak_mb, code=done.code, given=given)


def ratios(costs: Mapping[str, Cost], ours: Mapping[str, Cost], sources: int) -> dict[str, float | None]:
    """CPU of a tool through ours, run by run; None where either was not given every page, or came to grief."""
    return {
        turn: cost.cpu / ours[turn].cpu
        if all(one.whole == sources and one.code == 0 for one in (cost, ours[turn]))
        else None
        for turn, cost in costs.items()
    }
