"""What pictures of pages take: drawn by code from the words of each visit, so not as a browser draws them."""

import re
import struct
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

from domain.keys import source_revision
from domain.sources import Source
from domain.visits import Attempt, FetchedPart, Purpose
from storage import open_archive

WIDE, LINES = 160, 75  # letters of 8 by 16 dots: 1,280 by 1,200, what a browser shows first
_UNSEEN = re.compile(r"(?is)<(script|style|noscript|svg|head)\b.*?</\1>|<!--.*?-->|<[^>]*>")


def pictures(visits: Sequence[tuple[str, str, bytes]], sources: dict[str, Source]) -> dict[str, float]:
    """Each visit followed by a picture of its page, beside the same visits without: bytes of the file for one."""
    plain = _file(visits, sources, drawn=False)
    shown = [drawing(seen(body)) for _, _, body in visits]
    different = {sha256(picture).digest(): len(picture) for picture in shown}
    return {
        "pictures": len(shown),
        "different": len(different),
        "bytes_of_one": sum(different.values()) / len(different),
        "bytes_per_visit": (_file(visits, sources, drawn=True) - plain) / len(shown),
    }


def _file(visits: Sequence[tuple[str, str, bytes]], sources: dict[str, Source], *, drawn: bool) -> int:
    with TemporaryDirectory(prefix="bench-") as folder:
        database = Path(folder) / "bellwether.db"
        with open_archive(f"sqlite:///{database}") as archive:
            archive.visits.register(list(sources.values()))
            for time, page, body in visits:
                checked = archive.visits.record(_attempt(sources[page], time, b"", Purpose.CHECK))
                if drawn:
                    taken = _attempt(sources[page], time, drawing(seen(body)), Purpose.SCREENSHOT, about=checked.id)
                    archive.visits.record(taken)
            archive.compaction.vacuum()
        return database.stat().st_size


def _attempt(of: Source, time: str, body: bytes, purpose: Purpose, about: int | None = None) -> Attempt:
    name = "page" if purpose is Purpose.CHECK else "screenshot"
    part = FetchedPart(part=name, url=of.url, requested_url=of.url, status=200, headers=None, body=body)
    return Attempt(
        source=of.name,
        revision=source_revision(of),
        purpose=purpose,
        captured_at=datetime.fromisoformat(time).astimezone(UTC),
        seconds=0.0,
        parts=(part,),
        about=about,
    )


def seen(body: bytes) -> str:
    """The words that a reader sees first."""
    words = unescape(_UNSEEN.sub(" ", body.decode(errors="replace"))).split()
    return " ".join(words)[: WIDE * LINES]


@cache
def drawing(text: str) -> bytes:
    """A PNG in shades of grey: each letter the same pattern of dots wherever it stands."""
    lines = [text[start : start + WIDE].ljust(WIDE) for start in range(0, WIDE * LINES, WIDE)]
    rows = (b"\0" + b"".join(glyph(letter)[row] for letter in line) for line in lines for row in range(16))
    header = struct.pack(">IIBBBBB", WIDE * 8, LINES * 16, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(rows), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


@cache
def glyph(letter: str) -> list[bytes]:
    if letter == " ":
        return [b"\xff" * 8] * 16
    dots = sha256(letter.encode(errors="replace")).digest()
    return [bytes(0 if dots[row] >> bit & 1 else 255 for bit in range(8)) if 2 < row < 13 else b"\xff" * 8
            for row in range(16)]  # fmt: skip
