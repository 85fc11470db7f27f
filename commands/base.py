"""What every command shares: the home option, exit codes, JSON on stdout, and errors said in one line each."""

import gc
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, ParamSpec

import click

from domain.errors import BellwetherError, ConfigurationError, SourceBusy, UsageError
from domain.times import Clock, utc_now

if TYPE_CHECKING:
    from rich.console import Console

    from pipeline import World

OK, USAGE, SOME_FAILED, BUSY, STOPPED = 0, 2, 3, 4, 130

P = ParamSpec("P")

home_option = click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    default=lambda: Path(os.environ.get("BELLWETHER_HOME", ".")),
    show_default="$BELLWETHER_HOME, else this folder",
    help="Folder of sources.yaml, accounts.yaml and bellwether.toml.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON value on stdout and nothing else.")
clock_option = click.option("--at", "at", hidden=True, help="Demo homes only: the time it is, as ISO 8601.")


def talk() -> "Console":
    """The console for everything that is not the answer itself."""
    from rich.console import Console

    return Console(stderr=True, highlight=False)


def answer() -> "Console":
    """The console for the answer; as wide as it needs when it goes to a file."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


def print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def stop(code: int, *lines: str) -> NoReturn:
    for line in lines:
        click.echo(line, err=True)
    raise SystemExit(code)


def demo_clock(home: Path, at: str | None) -> Clock:
    """The wall clock; in a home made by the demo, one that starts at `at`. No other snapshot is ever back-dated."""
    if at is None:
        return utc_now
    if not (home / "demo.json").exists():
        raise UsageError("--at is only for homes made by the demo")
    began, started = datetime.fromisoformat(at).astimezone(UTC), utc_now()
    return lambda: began + max(utc_now() - started, timedelta(0))


def opened(home: Path, at: str | None = None) -> "World":
    """The world of a home; what reads it is loaded here, so that `--help` and a mistyped option do not wait for it."""
    # What is loaded and read here stays until the command ends: there is no rubbish among it to look for yet.
    gc.disable()
    try:
        from pipeline import open_world

        # Mails say what accounts are worth, the database whom we fear to lose: nobody else on this machine reads them.
        os.umask(0o077)
        if not home.is_dir():
            raise UsageError(f"there is no folder {home}; name one with --home, or make one with `bellwether init DIR`")
        return open_world(home, os.environ, demo_clock(home, at))
    finally:
        gc.enable()


def told_plainly(command: Callable[P, Any]) -> Callable[P, Any]:
    """Turn our own errors into one line each and the exit code that belongs to them."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> Any:
        try:
            return command(*args, **kwargs)
        except ConfigurationError as error:
            stop(USAGE, *(str(problem) for problem in error.problems), counted(len(error.problems)))
        except SourceBusy as error:
            stop(BUSY, f"bellwether: {error}")
        except BellwetherError as error:
            stop(USAGE, f"bellwether: {error}")
        except KeyboardInterrupt:
            stop(STOPPED, "bellwether: stopped; what was fetched so far is stored")

    return run


def counted(problems: int) -> str:
    return f"{problems} problem{'s' if problems != 1 else ''}; nothing was fetched or changed"


def table(rows: Sequence[Sequence[str]], headers: Sequence[str]) -> str:
    """Plain columns, wide enough for their longest cell, last column free."""
    widths = [max(len(row[i]) for row in (headers, *rows)) for i in range(len(headers))]
    lines = []
    for row in (headers, *rows):
        cells = [cell.ljust(width) for cell, width in zip(row[:-1], widths[:-1], strict=True)]
        lines.append("  ".join((*cells, row[-1])).rstrip())
    return "\n".join(lines)
