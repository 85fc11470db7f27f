"""What simpler tools would alert on: raw bytes, inscriptis, trafilatura and readability, on the same pairs."""

from collections.abc import Callable

import trafilatura
from inscriptis import get_text
from readability import Document

Reader = Callable[[bytes], str]


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
    """One hash per reader of the text it takes from a body; a reader that fails reads nothing."""
    return tuple(hash(_quietly(reader, body)) for _, reader in READERS)


def _quietly(reader: Reader, body: bytes) -> str:
    try:
        return " ".join(reader(body).split())
    except (ValueError, AssertionError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return ""
