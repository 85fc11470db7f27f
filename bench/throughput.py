"""What a crawl of a thousand sources costs beside a bare Scrapy spider that keeps nothing: CPU, memory and growth."""

import json
import math
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench import UnreadableData
from bench.throughput_home import make_home, url
from bench.throughput_pages import host
from bench.throughput_process import ROOT, Ran, ran

Talk = Callable[[str], None]
SOURCES, ROUNDS = 1_000, 3
SMALL = 100
BARE = Path(__file__).with_name("throughput_scrapy.py")


@dataclass(frozen=True, slots=True)
class Turn:
    """What the site shows at one of the four runs: which state, and whether it knows validators."""

    name: str
    state: int
    validators: bool


TURNS = (
    Turn("first", 0, True),
    Turn("unchanged_304", 0, True),
    Turn("unchanged_200", 0, False),
    Turn("changed", 1, True),
)


@dataclass(frozen=True, slots=True)
class Beside:
    """One run of ours and one of the bare spider, on the same pages; `lost` says what was not fetched."""

    turn: str
    ours: Ran
    bare: Ran
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bench:
    """One site under way, and where its homes and logs are kept."""

    folder: Path
    port: int
    sources: int

    def turn(self, turn: Turn) -> dict[str, int]:
        """Shows this from now on; gives how many answers of each status were given before."""
        address = f"http://{host(0)}:{self.port}/-/turn?state={turn.state}&validators={int(turn.validators)}"
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(address) as answer:
            given: dict[str, int] = json.load(answer)
        return given

    def addresses(self) -> Path:
        listed = self.folder / "addresses"
        listed.write_text("\n".join(url(self.port, number) for number in range(self.sources)), encoding="utf-8")
        return listed

    def ours(self, home: Path) -> Ran:
        return ran([sys.executable, "-m", "commands.crawl", "--all", "--json", "--home", str(home)], home / "errors")

    def bare(self) -> Ran:
        return ran([sys.executable, str(BARE), str(self.addresses())], self.folder / "bare-errors")

    def round(self, number: int, talk: Talk) -> Iterator[Beside]:
        """The four runs of one new home, each beside a bare one; who begins changes with every run."""
        home = self.folder / f"home-{self.sources}-{number}"
        make_home(home, self.port, self.sources)
        for place, turn in enumerate(TURNS):
            self.turn(turn)
            first_bare = (number + place) % 2 == 0
            bare = self.bare() if first_bare else None
            self.turn(turn)
            ours = self.ours(home)
            given = self.turn(turn)
            bare = bare or self.bare()
            talk(
                f"throughput: {self.sources} {turn.name}: {ours.cpu:.2f} CPU s beside {bare.cpu:.2f} "
                f"({ours.cpu / bare.cpu:.2f}), {ours.peak_mb:.0f} MB, {ours.seconds:.1f} s; answers {given}"
            )
            yield Beside(turn.name, ours, bare, tuple(lost(ours, bare, self.sources, home)))


def lost(ours: Ran, bare: Ran, sources: int, home: Path) -> Iterator[str]:
    """What was not fetched after all: a crawl that fetched nothing is cheap."""
    yield from lost_of_ours(ours, sources, home)
    counted = bare.out.split()[:1]
    if counted != [str(sources)]:
        yield f"bare: {counted} of {sources} pages"


def lost_of_ours(ours: Ran, sources: int, home: Path) -> Iterator[str]:
    try:
        good = sum(one["state"] == "ok" for one in json.loads(ours.out)["sources"])
    except ValueError:
        yield (home / "errors").read_text(encoding="utf-8")[-500:]
        return
    if good != sources:
        yield f"ours: {good} of {sources} pages ok"


@contextmanager
def site(data: Path | None, sources: int, folder: Path) -> Iterator[Bench]:
    """The site in its own process, until the end of `with`."""
    command = [sys.executable, "-m", "bench.throughput_site", str(sources), *([str(data)] if data else [])]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            said = process.stdout.readline() if process.stdout else ""
            if not said:
                raise UnreadableData("the site of the bench did not start")
            yield Bench(folder, int(said), sources)
        finally:
            if process.stdin is not None:
                process.stdin.close()


def run(
    data: Path | None, talk: Talk, *, sources: int = SOURCES, rounds: int = ROUNDS, large: int = 0
) -> dict[str, object]:
    """The figures of the contracts, medians over `rounds`; `large` adds one round of so many sources for the growth."""
    sizes = {size: 1 for size in ((SMALL, large) if large else (SMALL,)) if large or size < sources}
    sizes[sources] = rounds
    found: dict[int, list[Beside]] = {}
    for size, times in sorted(sizes.items()):
        with TemporaryDirectory(prefix="bench-") as folder, site(data, size, Path(folder)) as bench:
            found[size] = [one for number in range(times) for one in bench.round(number, talk)]
    return figures(found, sources)


def figures(found: dict[int, list[Beside]], sources: int) -> dict[str, object]:
    main = found[sources]
    ratios = {f"cpu_vs_scrapy_{turn.name}": ratio(main, turn.name) for turn in TURNS}
    sizes = sorted(found)
    return {
        **ratios,
        "growth_exponent": growth(found, *sizes[-2:]) if len(sizes) > 1 else None,
        "peak_mb": max(one.ours.peak_mb for one in main),
        "peak_mb_by_sources": {str(size): max(one.ours.peak_mb for one in found[size]) for size in sizes},
        "bare_peak_mb": max(one.bare.peak_mb for one in main),
        "cpu_seconds": {turn.name: median(ours_of(main, turn.name)) for turn in TURNS},
        "bare_cpu_seconds": {turn.name: median(bare_of(main, turn.name)) for turn in TURNS},
        "seconds": {turn.name: median(one.ours.seconds for one in main if one.turn == turn.name) for turn in TURNS},
        "n": dict.fromkeys(ratios, sources) | {"growth_exponent": sizes[-1], "rounds": len(main) // len(TURNS)},
        "misses": {str(size): [line for one in found[size] for line in one.lost] for size in sizes},
    }


def ratio(runs: list[Beside], turn: str) -> float | None:
    """Median CPU of ours through median CPU of the bare spider; None where a page was lost."""
    if any(one.lost for one in runs if one.turn == turn):
        return None
    return median(ours_of(runs, turn)) / median(bare_of(runs, turn))


def growth(found: dict[int, list[Beside]], small: int, large: int) -> float:
    """The power of the number of sources with which the CPU of all four runs grows between two sizes."""
    cpu = {size: sum(median(ours_of(found[size], turn.name)) for turn in TURNS) for size in (small, large)}
    return math.log(cpu[large] / cpu[small]) / math.log(large / small)


def ours_of(runs: list[Beside], turn: str) -> list[float]:
    return [one.ours.cpu for one in runs if one.turn == turn]


def bare_of(runs: list[Beside], turn: str) -> list[float]:
    return [one.bare.cpu for one in runs if one.turn == turn]
