"""What 1,000, 100,000 and 10 million sources need, worked out from the table of inputs in docs/scaling.md.

`python -m bench.scale_paper` prints the table of what comes of it; `--write` puts it into the page.
"""

import re
import sys
from collections.abc import Mapping
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "scaling.md"
SIZES = (1_000, 100_000, 10_000_000)
DAY = 86_400
BEGIN, END = "<!-- worked out by python -m bench.scale_paper --write -->\n", "\n<!-- end -->"
# | `u` | .0039 | s | an unchanged visit | ... |
INPUT = re.compile(r"^\| `(\w+)` \| ([\d.,/ ]+?) \|", re.MULTILINE)


def inputs(page: str) -> dict[str, float]:
    """The numbers of the table of inputs, by their sign."""
    return {sign: _number(said) for sign, said in INPUT.findall(page)}


def _number(said: str) -> float:
    above, _, below = said.replace(",", "").partition("/")
    return float(above) / float(below or 1)


def figures(sources: float, given: Mapping[str, float]) -> dict[str, float]:
    """Everything that is said of one number of sources: seconds, bytes, and how many of what."""
    of = given
    visits = sources * of["v"]
    crawls, readings = visits / of["h"], visits * of["c"]
    pages = visits * (1 - of["c"]) * of["u"] + readings * of["d"]
    carried = pages + crawls * of["r"]
    events = 6 * sources * of["n"]
    queued = (crawls + readings) / DAY * of["p"]
    return {
        "visits": visits,
        "crawls": crawls,
        "readings": readings,
        "processor_alone": pages,
        "processor": carried,
        "cores": carried / DAY * of["p"],
        "machines": carried / DAY * of["p"] / 2,
        "database_cores": crawls * of["q"] / DAY * of["p"],
        "queue": queued,
        "queue_cores": queued * of["f"],
        "rows": 365 * visits * of["w"],
        "bodies": 365 * readings * of["b"] + sources * of["B"],
        "events": events,
        "relating": events * of["a"] + of["g"],
        "reading_files": sources * of["y"],
        "under_way": crawls * of["t"] * of["p"] / DAY,
        "commits": crawls * of["p"] / DAY,
    }


ROWS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("visits, crawls, readings a day", (("visits", "n"), ("crawls", "n"), ("readings", "n"))),
    ("processor a day: with workers, without", (("processor", "s"), ("processor_alone", "s"))),
    ("cores at the peak", (("cores", "n"),)),
    ("machines of two cores", (("machines", "n"),)),
    ("database cores at the peak", (("database_cores", "n"),)),
    ("queue: jobs a second at the peak, cores for them", (("queue", "n"), ("queue_cores", "n"))),
    ("rows, bodies in a year", (("rows", "b"), ("bodies", "b"))),
    ("young events; relating when one is new", (("events", "n"), ("relating", "s"))),
    ("reading `sources.yaml` once", (("reading_files", "s"),)),
    ("runs under way at the peak", (("under_way", "n"),)),
    ("crawls committed a second at the peak", (("commits", "n"),)),
)


def table(given: Mapping[str, float]) -> str:
    """What comes of the inputs, as the page shows it."""
    found = [figures(size, given) for size in SIZES]
    lines = ["| | 1,000 | 100,000 | 10 million |", "| --- | --- | --- | --- |"]
    for title, parts in ROWS:
        cells = ("; ".join(said(one[key], unit) for key, unit in parts) for one in found)
        lines.append(f"| {title} | {' | '.join(cells)} |")
    return "\n".join(lines)


def said(value: float, unit: str) -> str:
    """`1.6`, `34,000 s`, `149 GB`: two digits that count, three from a hundred on."""
    if unit == "b":
        name, size = next((one for one in (("TB", 1e12), ("GB", 1e9), ("MB", 1e6)) if value >= one[1]), ("kB", 1e3))
        return f"{_short(value / size)} {name}"
    if unit == "s":
        if value >= 36_000:
            return f"{_short(value / 3_600)} h"
        return f"{_short(value * 1_000)} ms" if value < 1 else f"{_short(value)} s"
    if value >= 1_000_000:
        return f"{_short(value / 1_000_000)} m"
    return _short(value)


def _short(value: float) -> str:
    if value >= 1_000:
        return f"{round(value, -len(str(int(value))) + 3):,.0f}"
    shown = f"{value:.2g}" if value < 100 else f"{value:.0f}"
    return f"{float(shown):f}".rstrip("0").rstrip(".").removeprefix("0") or "0"


def written(page: str) -> str:
    """The page with its table as its inputs make it."""
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}{table(inputs(page))}{END}{after}"


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    if "--write" in sys.argv:
        PAGE.write_text(written(text), encoding="utf-8")
    print(table(inputs(text)))
