"""What columns hold that no database keeps by itself: moments of a zone, hashes, and words of a short list."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import DateTime, Dialect, Integer, LargeBinary, SmallInteger, String, TypeDecorator
from sqlalchemy.types import TypeEngine

from domain.errors import StorageError
from domain.times import require_utc

_START, _TICK = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)


class Moment(TypeDecorator[datetime]):
    """An aware UTC datetime; SQLite keeps no zone, so it is taken off on the way in and put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment = require_utc(value)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Instant(TypeDecorator[datetime]):
    """A Moment in eight bytes: SQLite keeps how many microseconds it is after 1970, which sorts as it does."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | int | None:
        if value is None or dialect.name != "sqlite":
            return None if value is None else require_utc(value)
        return (require_utc(value) - _START) // _TICK

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None or dialect.name != "sqlite":
            return None if value is None else value.astimezone(UTC)
        return _START + value * _TICK if isinstance(value, int) else _written(value)


def _written(value: Any) -> datetime:
    """A moment that somebody else wrote as text: it is read, so that the chain can say whose visit was altered."""
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        raise StorageError(f"a stored moment is {value!r}, which is none (run `bellwether verify`)") from None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class Word(TypeDecorator[str]):
    """A word of a list that only ever grows at its end: its place there is what is stored."""

    impl = SmallInteger
    cache_ok = True

    def __init__(self, *words: str) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: str | None, dialect: Dialect) -> int | None:
        return None if value is None else self.words.index(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        if not isinstance(value, int) or not 0 <= value < len(self.words):
            raise StorageError(f"a stored word is {value!r}, none of {', '.join(self.words)} (run `bellwether verify`)")
        return self.words[value]


class Digest(TypeDecorator[str]):
    """A SHA-256: hex digits in records, 32 bytes in the database.

    SQLite columns keep the type they were declared with, which is only a hint there: so no table of a home is rebuilt.
    """

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(String(64) if dialect.name == "sqlite" else LargeBinary())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else bytes.fromhex(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else bytes(value).hex()
