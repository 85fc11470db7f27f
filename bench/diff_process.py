"""Each method in a child process with a limit on its time; web-monitoring-diff in an environment of its own as well."""

import json
import math
import os
import signal
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.diff_pages import Pair

ROOT = Path(__file__).resolve().parent.parent
CHILD = Path(__file__).with_name("diff_methods.py")
PACKAGE = "web-monitoring-diff==0.2.0"
LXML = ("--no-binary", "lxml", "lxml<6")  # it demands the libxml2 of its other parser, which no wheel of lxml has
INSTALLING = 600.0  # seconds: it builds lxml from source
PATIENCE = 10  # times the CPU limit that may pass on the clock of a busy machine
OUTSIDE = "web_monitoring_html_text_diff"


@dataclass(frozen=True, slots=True)
class Measured:
    """CPU milliseconds of each step's rounds, megabytes the process grew by, and what was told."""

    steps: dict[str, list[float]]
    peak_mb: float
    told: str


@dataclass(frozen=True, slots=True)
class Runner:
    """Where bodies are handed over, how long a child may take, and the Python that has the outside tool, if any."""

    folder: Path
    limit: float
    outside: Path | None

    def run(self, method: str, pair: Pair, rounds: int) -> Measured | str:
        """What one method took, or one line on why there is no figure."""
        if method == OUTSIDE and self.outside is None:
            return "not installed"
        before, after = self.folder / "before.html", self.folder / "after.html"
        before.write_bytes(pair.before)
        after.write_bytes(pair.after)
        python = str(self.outside) if method == OUTSIDE else sys.executable
        command = [python, str(CHILD), method, str(before), str(after), str(rounds), str(math.ceil(self.limit))]
        given = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, timeout=PATIENCE * self.limit, env=given, check=False
            )
        except subprocess.TimeoutExpired:
            return f"gave up after {PATIENCE * self.limit:.0f} s on the clock"
        if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
            return f"gave up after {math.ceil(self.limit)} s"
        if done.returncode != 0:
            return f"failed: {(done.stderr.strip().splitlines() or ['no word'])[-1][:200]}"
        return Measured(**json.loads(done.stdout.strip().splitlines()[-1]))


def web_monitoring_python(talk: Callable[[str], None]) -> Path | None:
    """A Python that has web-monitoring-diff, in an environment kept under the cache folder; None where there is none.

    It needs another lxml than ours, so it never shares our environment.
    """
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    home = cache / "bellwether-bench" / "web-monitoring-diff"
    python = home / "bin" / "python"
    try:
        if not _works(python):
            talk(f"diff: installing {PACKAGE} into {home} (once; minutes)")
            venv.EnvBuilder(with_pip=True, clear=True).create(home)
            install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PACKAGE, *LXML]
            subprocess.run(install, capture_output=True, timeout=INSTALLING, check=True)
        if _works(python):
            return python
        talk(f"diff: {PACKAGE} is installed and cannot be imported: left out")
    except (OSError, subprocess.SubprocessError) as error:
        talk(f"diff: {PACKAGE} cannot be installed here: left out ({type(error).__name__})")
    return None


def _works(python: Path) -> bool:
    if not python.exists():
        return False
    asked = [str(python), "-c", "import web_monitoring_diff"]
    return subprocess.run(asked, capture_output=True, timeout=60, check=False).returncode == 0
