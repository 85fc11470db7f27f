"""Connections to a server, asked whether they still stand only where they idled: one used just now is trusted."""

from functools import partial
from time import monotonic
from typing import Any

from sqlalchemy import Dialect, Engine, event
from sqlalchemy.exc import InvalidatePoolError

# A run asks some forty things in less than this, each in a transaction of its own: to ask before each whether the
# connection stands is a fifth of all that goes to and fro.
TRUSTED = 1.0


def ask_after_idling(engine: Engine, trusted: float = TRUSTED) -> None:
    """A connection that idled for `trusted` seconds is replaced without a word where the server ended it."""
    event.listen(engine, "checkin", _note_use)
    event.listen(engine, "checkout", partial(_require_standing, engine.dialect, trusted))


def _note_use(_connection: Any, record: Any) -> None:
    record.info["used"] = monotonic()


def _require_standing(dialect: Dialect, trusted: float, connection: Any, record: Any, _borrowed: Any) -> None:
    used = record.info.get("used")
    if used is None or monotonic() - used < trusted:
        return
    try:
        dialect.do_ping(connection)
    except dialect.loaded_dbapi.Error as error:
        raise InvalidatePoolError from error  # the pool then makes another, and so for all that are as old
