"""Where the processor time of a first and of a changed run goes: stacks sampled from outside, by room and by function.

The sampler is py-spy, from the package index, in an environment of its own: it looks at the process and loads nothing
into it. What it saw is kept as folded stacks, which every viewer of flame graphs reads.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import UnreadableData
from bench.peers_set_up import set_up
from bench.throughput import TURNS, Bench, Talk, lost_of_ours, site
from bench.throughput_home import make_home
from bench.throughput_process import ROOT, Ran, ran

SAMPLER, VERSION = "py-spy", "0.4.3"
ASIDE = "py-spy>"  # what it says itself, among and after what the crawl says
RATE = 250  # looks a second, as often as most clocks tick
PROFILED = ("first", "changed")
MOST_FUNCTIONS = 30
LOADING = "loading code"
ELSEWHERE = "outside"
FRAME = re.compile(r"(?P<function>.+) \((?P<file>.+):\d+\)")


@dataclass(frozen=True, slots=True)
class Stack:
    """Frames from the outermost to the innermost as (function, file), and how often it was seen."""

    frames: tuple[tuple[str, str], ...]
    seen: int

    def ours(self) -> Iterator[tuple[str, Path]]:
        """The frames of our own code, innermost first, by their path in the checkout."""
        for function, file in reversed(self.frames):
            path = Path(file)
            if path.is_relative_to(ROOT) and not any(part.startswith(".") for part in path.relative_to(ROOT).parts):
                yield function, path.relative_to(ROOT)

    def room(self) -> str:
        """Whose time it is: that of the innermost frame of ours, with the libraries that it called."""
        if any(function == "_find_and_load" for function, _ in self.frames):
            return LOADING
        innermost = next(self.ours(), None)
        return "/".join(innermost[1].parts[:-1][:2]) or innermost[1].name if innermost else ELSEWHERE


def run(data: Path | None, talk: Talk, *, sources: int, folder: Path) -> dict[str, object]:
    """The shares of each profiled run; the folded stacks go to `folder`. Raises UnreadableData without the sampler."""
    program = set_up(SAMPLER, VERSION, talk)
    if program is None:
        raise UnreadableData(f"{SAMPLER} {VERSION} is not to be had here, and nothing else looks into a run")
    folder.mkdir(parents=True, exist_ok=True)
    found: dict[str, object] = {"n": sources}
    with TemporaryDirectory(prefix="bench-") as place, site(data, sources, Path(place)) as bench:
        home = Path(place) / "home"
        make_home(home, bench.port, sources)
        for turn in TURNS:
            bench.turn(turn)
            if turn.name not in PROFILED:
                whole(bench.ours(home), turn.name, sources, home)
                continue
            stacks = folder / f"{turn.name}.folded"
            cost = sampled(program, bench, home, stacks)
            whole(cost, turn.name, sources, home)
            found[turn.name] = shares(read(stacks.read_text(encoding="utf-8").splitlines()))
            talk(f"profile: {turn.name}: {cost.cpu:.1f} CPU s with the sampler's own, {stacks}")
    return found


def whole(cost: Ran, turn: str, sources: int, home: Path) -> None:
    """Raises UnreadableData where a page was lost: a crawl that fetched nothing spends its time elsewhere."""
    for line in lost_of_ours(cost, sources, home):
        raise UnreadableData(f"the {turn} run: {line}")


def sampled(program: Path, bench: Bench, home: Path, stacks: Path) -> Ran:
    looking = [str(program), "record", "--rate", str(RATE), "--format", "raw", "--function", "--full-filenames"]
    crawl = [sys.executable, "-m", "commands.crawl", "--all", "--json", "--home", str(home)]
    cost = ran([*looking, "--output", str(stacks), "--", *crawl], home / "errors")
    said = [line for line in cost.out.splitlines() if line and not line.startswith(ASIDE)]
    end = next((number for number, line in enumerate(said, 1) if line == "}"), len(said))
    return replace(cost, out="\n".join(said[:end]))


def read(lines: Iterable[str]) -> list[Stack]:
    """Folded stacks: frames with semicolons between them, and at the end how often they were seen."""
    found = []
    for line in lines:
        frames, _, seen = line.rpartition(" ")
        parts = (FRAME.fullmatch(frame) for frame in frames.split(";"))
        found.append(Stack(tuple((part["function"], part["file"]) for part in parts if part), int(seen)))
    return found


def shares(stacks: list[Stack]) -> dict[str, object]:
    """Of all samples: the share of each room, which add up to 1, and of each function with all that it calls."""
    total = sum(stack.seen for stack in stacks)
    rooms: Counter[str] = Counter()
    functions: Counter[str] = Counter()
    for stack in stacks:
        rooms[stack.room()] += stack.seen
        for name in {f"{path}:{function}" for function, path in stack.ours()}:
            functions[name] += stack.seen
    return {
        "samples": total,
        "rooms": {room: round(seen / total, 3) for room, seen in rooms.most_common()},
        "functions": {name: round(seen / total, 3) for name, seen in functions.most_common(MOST_FUNCTIONS)},
    }
