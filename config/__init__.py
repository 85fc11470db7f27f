"""Strict reading of everything people edit, with file, line, column and hint."""

from typing import TYPE_CHECKING

from domain.by_need import by_need

if TYPE_CHECKING:
    from config.loading import Configuration, load

__getattr__ = by_need("config", dict.fromkeys(("Configuration", "load"), "loading"))

__all__ = ["Configuration", "load"]
