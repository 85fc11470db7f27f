"""Where our own log lines go: stderr, so that they never stand between a reader and the answer on stdout."""

import os
import sys
from typing import Any


def to_stderr() -> None:
    """From now on; the stream is looked up with each line, because whoever runs a command may have replaced it.

    Tracebacks are plain: with the local variables of each frame one would take minutes to write where these are
    pages, and would show what is secret.
    """
    import structlog

    *before, _ = structlog.get_config()["processors"]
    coloured = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    line = structlog.dev.ConsoleRenderer(colors=coloured, exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[*before, line], logger_factory=lambda *_: structlog.PrintLogger(sys.stderr))


def log_of(room: str) -> Any:
    """A logger; loaded when there is something to say, for it takes longer to load than most things take to do."""
    import structlog

    if not structlog.is_configured():
        to_stderr()
    return structlog.get_logger(room)
