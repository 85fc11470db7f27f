"""Tools that the bench compares with, each in an environment of its own outside the project, kept for next time."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

SECONDS = 300  # for one installation: past that it is skipped


def set_up(name: str, version: str, talk: Callable[[str], None]) -> Path | None:
    """The program of a tool from the package index; None, with one line on why, where it cannot be had."""
    where = cache() / f"{name}-{version}"
    program = where / "bin" / name
    if program.exists():
        return program
    shutil.rmtree(where, ignore_errors=True)
    # pip itself, and not what is quicker: it knows the index and the certificates of this machine.
    steps = (
        [sys.executable, "-m", "venv", str(where)],
        [str(where / "bin" / "python"), "-m", "pip", "install", "--quiet", f"{name}=={version}"],
    )
    try:
        for step in steps:
            subprocess.run(step, check=True, capture_output=True, text=True, timeout=SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        shutil.rmtree(where, ignore_errors=True)
        talk(f"peers: {name} {version} is left out: {why(error)}")
        return None
    return program


def cache() -> Path:
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "bellwether-bench"


def why(error: Exception) -> str:
    """In one line: the last thing that the installer said, or that it took too long."""
    if isinstance(error, subprocess.TimeoutExpired):
        return f"it was not installed within {SECONDS} seconds"
    said = getattr(error, "stderr", None) or str(error)
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return (text.strip().splitlines() or [type(error).__name__])[-1][:200]
