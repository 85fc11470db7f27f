"""Measurements anyone can run again: `python -m bench NAME [--data DIR] [--json]`.

Each bench is one module `bench/<name>.py` (helpers beside it as `bench/<name>_<what>.py`) with one function

    run(data: Path, talk: Callable[[str], None]) -> dict[str, object]

`data` is the root of a tree laid out like the outside data; `talk(line)` goes to stderr. What comes back is printed as
one JSON object on stdout: every figure of the bench's table in the contracts by its name, numbers unrounded, None where
its subset is absent or not built yet; also `n` (figure -> count), `ci95` (figure -> [low, high], bootstrap by company,
1,000 draws, seed 0) and `misses` (figure -> what was missed). Data that cannot be read raises `UnreadableData`.
"""


class UnreadableData(Exception):
    """The data a bench was pointed at is not there, or not of the expected shape (exit code 2)."""
