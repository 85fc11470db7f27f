"""Finds a browser to start: the one set, the one named in the environment, Playwright's own, or the system's."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from domain.errors import BrowserMissing

VARIABLE = "BELLWETHER_BROWSER"
COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
)
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
PLAYWRIGHT_BINARIES = ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-mac*/*.app/Contents/MacOS/*")
PROBE_SECONDS = 20
INSTALL = "install one with `apt-get install chromium`, or with `playwright install chromium`"


def find(setting: Path | None, environ: Mapping[str, str] = os.environ) -> Path:
    """The first browser that tells its version. Raises BrowserMissing, which names the commands that install one.

    One that is named, by the setting or BELLWETHER_BROWSER, is the only one tried: no other is started behind its back.
    """
    named = setting or (Path(environ[VARIABLE]) if environ.get(VARIABLE) else None)
    if named is not None:
        if starts(named):
            return named
        raise BrowserMissing(f"{named} does not start as a browser; {INSTALL}")
    for candidate in candidates(environ):
        if starts(candidate):
            return candidate
    raise BrowserMissing(f"no browser found; {INSTALL}")


def candidates(environ: Mapping[str, str]) -> Iterator[Path]:
    """Playwright's own, newest first, then the system's."""
    folder = Path(environ.get("PLAYWRIGHT_BROWSERS_PATH") or playwright_folder(environ))
    for pattern in PLAYWRIGHT_BINARIES:
        yield from sorted(folder.glob(pattern), reverse=True)
    for command in COMMANDS:
        found = shutil.which(command, path=environ.get("PATH"))
        if found:
            yield Path(found)
    yield from (Path(path) for path in APPLICATIONS if Path(path).exists())


def playwright_folder(environ: Mapping[str, str]) -> Path:
    home = Path(environ.get("HOME") or Path.home())
    mac = sys.platform == "darwin"
    return home / ("Library/Caches" if mac else ".cache") / "ms-playwright"


def starts(path: Path) -> bool:
    """True when `path --version` answers in time."""
    try:
        done = subprocess.run(
            [str(path), "--version"], capture_output=True, timeout=PROBE_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def main() -> int:
    """Prints the browser a crawl would use. Exit 0, or 1 with how to install one."""
    try:
        print(find(None))
    except BrowserMissing as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
