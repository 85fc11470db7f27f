"""Strict reading of everything people edit, with file, line, column and hint."""
