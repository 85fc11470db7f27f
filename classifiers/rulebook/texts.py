"""Which rule files there are, and the hash that stands for all of them; nothing of them is read here."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

OUR_RULES = Path(__file__).resolve().parents[1] / "rules"


def rule_paths(folders: Sequence[Path]) -> list[Path]:
    return [path for folder in folders for path in sorted(folder.glob("*.yaml"))]


def book_hash(paths: Sequence[Path], packs: Sequence[str] | None) -> str:
    """SHA-256 (hex) over the files' names and texts and the packs chosen."""
    total = hashlib.sha256(repr(None if packs is None else sorted(packs)).encode())
    for path in paths:
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()
