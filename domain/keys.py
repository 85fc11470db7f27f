"""Keys that survive replay, and the hash that tells one configuration of a source from the next."""

import hashlib
import json
from collections.abc import Iterable
from urllib.parse import urlsplit

from domain.sources import Source, Subject


def digest(*parts: object) -> str:
    """SHA-256 (hex) of the parts as compact JSON, so that ("a", "bc") and ("ab", "c") differ."""
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def change_key(source_id: int, from_seq: int, to_seq: int) -> str:
    return digest("change", source_id, from_seq, to_seq)


def edit_key(source_id: int, path: Iterable[str], before: str | None, after: str | None) -> str:
    return digest("edit", source_id, list(path), before, after)


def sighting_key(source_id: int, edit_keys: Iterable[str]) -> str:
    return digest("sighting", source_id, sorted(edit_keys))


def subject_key(subject: Subject) -> str:
    return f"{subject.kind.value}:{subject.name}"


def action_key(event: str, account: str) -> str:
    return digest("action", event, account)


def fetch_hash(source: Source) -> str:
    """Hash of what decides which bytes come back. Bodies fetched under different ones are not compared."""
    return digest(
        "fetch",
        source.kind,
        source.url,
        source.render,
        [(step.action, step.argument) for step in source.steps],
        [(header.name, header.value) for header in source.headers],
        str(source.paging),
    )


def reading_hash(source: Source) -> str:
    """Hash of what decides how bytes are read. Both sides of a comparison are read the same way, so it may change."""
    return digest(
        "reading",
        source.select,
        source.remove,
        source.ignore,
        [(expected.text, expected.selector) for expected in source.expect],
        str(source.registry),
        str(source.follow),
        source.where,
        source.language,
        *([source.only] if source.only else []),  # a key that only sitemaps have leaves the hash of others as it was
    )


def source_revision(source: Source) -> str:
    """Hash of one configuration of a source (64 hex): 32 of the fetching, 32 of the reading.

    Notes, tags and schedule do not count.
    """
    return fetch_hash(source)[:32] + reading_hash(source)[:32]


def fetched_alike(revision: str, other: str) -> bool:
    """Whether two revisions fetch the same bytes, so that their bodies may be compared."""
    return revision[:32] == other[:32]


def host_of(url: str) -> str:
    """The host that an address names, in small letters and without `www.`: pages that share it are one site's."""
    return urlsplit(url).netloc.casefold().removeprefix("www.")
