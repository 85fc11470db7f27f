"""Strict reading of everything people edit, with file, line, column and hint."""

from config.loading import Configuration, load

__all__ = ["Configuration", "load"]
