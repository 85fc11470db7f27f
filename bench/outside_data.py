"""Reads the outside data: rows from JSON lines, bodies from one zstd tar per service."""

import gzip
import io
import json
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import zstandard

from bench import UnreadableData

Row = dict[str, Any]
WINDOW = 2**27


def rows(path: Path) -> list[Row]:
    """The rows of a .jsonl or .jsonl.gz file; [] where it is absent; raises UnreadableData when it is broken."""
    if not path.exists():
        return []
    try:
        raw = path.read_bytes()
        text = gzip.decompress(raw) if path.suffix == ".gz" else raw
        return [json.loads(line) for line in text.decode("utf-8").splitlines() if line.strip()]
    except (OSError, ValueError, EOFError) as error:
        raise UnreadableData(f"{path}: {error}") from error


def slug(service: str) -> str:
    """The file name a service's blobs are kept under."""
    return re.sub(r"[^a-z0-9]+", "-", service.lower()).strip("-")


def members(path: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file in a .tar.zst; raises UnreadableData when it is broken."""
    try:
        with path.open("rb") as stream:
            plain = zstandard.ZstdDecompressor(max_window_size=WINDOW).stream_reader(stream)
            with tarfile.open(fileobj=io.BufferedReader(plain), mode="r|") as archive:
                for member in archive:
                    content = archive.extractfile(member)
                    if content is not None:
                        yield Path(member.name).name, content.read()
    except (OSError, tarfile.TarError, zstandard.ZstdError) as error:
        raise UnreadableData(f"{path}: {error}") from error


def blobs(folder: Path, service: str, wanted: set[str]) -> dict[str, bytes]:
    """The wanted bodies of one service by name. A missing one raises UnreadableData."""
    found = {name: body for name, body in members(folder / f"{slug(service)}.tar.zst") if name in wanted}
    if wanted - found.keys():
        raise UnreadableData(f"{folder}: {service} lacks {len(wanted - found.keys())} of {len(wanted)} bodies")
    return found
