"""What simpler tools would alert on: raw bytes, inscriptis, trafilatura and readability, on the same pairs."""

from collections.abc import Callable

import trafilatura
from inscriptis import get_text
from readability import Document

Reader = Callable[[bytes], str]
FAILED = 0  # no text hashes to it by any chance that matters


def raw(body: bytes) -> str:
    return body.decode("latin-1")


def by_inscriptis(body: bytes) -> str:
    return str(get_text(body.decode("utf-8", "replace")))


def by_trafilatura(body: bytes) -> str:
    return trafilatura.extract(body.decode("utf-8", "replace")) or ""


def by_readability(body: bytes) -> str:
    return str(get_text(Document(body.decode("utf-8", "replace")).summary()))


READERS: tuple[tuple[str, Reader], ...] = (
    ("raw_bytes", raw),
    ("inscriptis", by_inscriptis),
    ("trafilatura", by_trafilatura),
    ("readability", by_readability),
)


def readings(body: bytes) -> tuple[int, ...]:
    """One hash per reader of the text it takes from a body; FAILED where it gives up on a page."""
    return tuple(_read(reader, body) for _, reader in READERS)


def _read(reader: Reader, body: bytes) -> int:
    try:
        return hash(" ".join(reader(body).split()))
    except (ValueError, AssertionError, TypeError, LookupError, AttributeError, RecursionError, SyntaxError):
        return FAILED
