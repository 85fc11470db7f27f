"""Where our own log lines go: stderr, so that they never stand between a reader and the answer on stdout."""

import sys
from typing import Any


def to_stderr() -> None:
    """From now on; the stream is looked up with each line, because whoever runs a command may have replaced it."""
    import structlog

    structlog.configure(logger_factory=lambda *_: structlog.PrintLogger(sys.stderr))


def log_of(room: str) -> Any:
    """A logger; loaded when there is something to say, for it takes longer to load than most things take to do."""
    import structlog

    if not structlog.is_configured():
        to_stderr()
    return structlog.get_logger(room)
