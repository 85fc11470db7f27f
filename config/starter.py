"""Where the commented `sources.yaml` and `accounts.yaml` are that `bellwether init` copies into a new home."""

from pathlib import Path

# The wheel carries them beside this file; a checkout has them at its top.
_PACKED = Path(__file__).resolve().parent / "starter_files"
_FOLDER = _PACKED if _PACKED.is_dir() else _PACKED.parent.parent

STARTER_FILES = (_FOLDER / "sources.yaml", _FOLDER / "accounts.yaml")
