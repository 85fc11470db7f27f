"""The one room with SQL: what was seen is kept as it was, what was made of it can be made again."""

from storage.archive import Archive, open_archive

__all__ = ["Archive", "open_archive"]
