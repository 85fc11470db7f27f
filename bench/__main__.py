"""`python -m bench NAME [--data DIR] [--json]`: one JSON object on stdout; exit 0, or 2 without data.

`own` and `warm` need none: they measure on the committed corpus; nor does `diff`, which makes its pages.
"""

import argparse
import importlib
import importlib.util
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from bench import UnreadableData, own_corpus

BENCHES = (
    *("change", "own", "warm", "tags", "facts", "linking", "impact", "throughput", "storage", "diff", "thresholds"),
    *("rules", "scale", "browser"),
)


# These measure on what they make or what is ours, and on outside data where there is any.
NEED_NONE = ("diff", "rules", "throughput", "linking", "impact", "scale", "browser")


def main(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    parser = argparse.ArgumentParser(prog="bench", description="Measure one thing on known answers.")
    parser.add_argument("name", choices=BENCHES)
    parser.add_argument("--data", type=Path, help="root of the data (default: $BELLWETHER_BENCH_DATA)")
    parser.add_argument("--json", action="store_true", help="accepted for scripts: the answer is always JSON")
    parser.add_argument("--sources", type=int, default=1_000, help="throughput: how many sources (1000)")
    parser.add_argument("--rounds", type=int, default=3, help="throughput: how often, for the medians (3)")
    parser.add_argument(
        "--large", type=int, nargs="?", default=0, const=10_000, help="throughput: so many too, for the growth (10000)"
    )
    parser.add_argument("--peers", action="store_true", help="throughput: other tools on the same pages instead")
    parser.add_argument("--profile", type=Path, metavar="DIR", help="throughput: where its time goes; stacks to DIR")
    options = parser.parse_args(arguments)
    if options.name == "own":
        return show(lambda: own_corpus.run(talk))
    if options.name == "warm":
        return show(lambda: importlib.import_module("bench.own_warm").run(talk))
    chosen = environ.get("BELLWETHER_BENCH_DATA")
    data = options.data or (Path(chosen) if chosen else None)
    if data is None and options.name not in NEED_NONE:
        talk("bench: no data; give --data DIR or set BELLWETHER_BENCH_DATA")
        return 2
    if importlib.util.find_spec(f"bench.{options.name}") is None:
        talk(f"bench: {options.name} is not built yet")
        return 2
    measure = importlib.import_module(f"bench.{options.name}").run
    if options.name == "throughput" and options.peers:
        measure = partial(importlib.import_module("bench.throughput_peers").run, sources=options.sources)
    elif options.name == "throughput" and options.profile:
        profile = importlib.import_module("bench.throughput_profile").run
        measure = partial(profile, sources=options.sources, folder=options.profile)
    elif options.name == "throughput":
        measure = partial(measure, sources=options.sources, rounds=options.rounds, large=options.large)
    return show(lambda: measure(data, talk))


def show(measure: Callable[[], Mapping[str, object]]) -> int:
    """Prints what is measured; 2 where the data cannot be read."""
    try:
        figures = measure()
    except (UnreadableData, OSError) as error:
        talk(f"bench: {error}")
        return 2
    print(json.dumps(figures, ensure_ascii=False, indent=2))
    return 0


def talk(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
