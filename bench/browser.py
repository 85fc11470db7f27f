"""How many pages a second the browser reads, one to eight at once, with pictures and without, and what it holds."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import UnreadableData
from bench.browser_site import site
from bench.throughput_process import ROOT, proportional, ran_with
from domain.errors import BrowserMissing
from spiders.chromium import find

AT_ONCE = (1, 2, 4, 8)
PAGES = 24
LIMIT = 600.0  # seconds for one crawl


def run(_data: Path | None, talk: Callable[[str], None], *, pages: int = PAGES) -> dict[str, object]:
    """By pictures and pages at once: pages a second from the first page to the last, CPU seconds a page, megabytes.

    One browser for each crawl, started anew; the CPU is of the whole crawl, start-up included.
    """
    try:
        find(None)
    except BrowserMissing as error:
        raise UnreadableData(str(error)) from error
    found: dict[str, dict[str, object]] = {}
    with site() as port, TemporaryDirectory(prefix="bench-") as folder:
        for images in (False, True):
            for at_once in AT_ONCE:
                key = f"{at_once}_at_once_{'with' if images else 'without'}_images"
                found[key] = crawl(port, pages, at_once, images, Path(folder) / "errors")
                talk(f"browser: {key}: {found[key]}")
    return {"runs": found, "n": {"pages": pages}}


def crawl(port: int, pages: int, at_once: int, images: bool, errors: Path) -> dict[str, object]:
    command = [sys.executable, "-m", "bench.browser_run", *map(str, (port, pages, at_once, int(images)))]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = ran_with(environ, command, errors, limit=LIMIT, held=proportional)
    if done.code:
        return {"failed": errors.read_text(encoding="utf-8")[-300:]}
    good, seconds = done.out.split()
    return {
        "pages_read": int(good),
        "pages_per_second": (pages - 1) / float(seconds),
        "cpu_per_page": done.cpu / pages,
        "peak_mb": done.peak_mb,
    }
