"""The commented files a new home begins with: those at the top of the repository, carried along in the wheel."""

from pathlib import Path

_ROOM = Path(__file__).resolve().parent
_CARRIED = _ROOM / "starter_files"
_FOLDER = _CARRIED if _CARRIED.is_dir() else _ROOM.parent

STARTER_FILES = (_FOLDER / "sources.yaml", _FOLDER / "accounts.yaml")
