"""The one room with SQL: what was seen is kept as it was, what was made of it can be made again."""

from typing import TYPE_CHECKING

from domain.by_need import by_need

if TYPE_CHECKING:
    from storage.archive import Archive, open_archive

__getattr__ = by_need("storage", dict.fromkeys(("Archive", "open_archive"), "archive"))

__all__ = ["Archive", "open_archive"]
