"""Our own worlds: invented suppliers, rivals and accounts, and ambiguous names in sentences, with answers read by hand.

Each is a folder laid out like the outside data. How each was come by, and what it gave when it was met cold, stands in
`docs/benchmarks/linking.md`.
"""

from pathlib import Path

HERE = Path(__file__).with_name("worlds")


def own_worlds() -> tuple[Path, ...]:
    return tuple(sorted(path for path in HERE.iterdir() if path.is_dir()))
