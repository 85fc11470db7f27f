"""A mistake in a file people edit: a value, collected and shown together with all others."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Where the mistake stands (1-based line and column; 0 where the whole file is meant) and what to do.

    A `warning` is told and stops nothing: the file can be read, but hardly means what was wanted.
    """

    file: str
    line: int
    column: int
    message: str
    hint: str = ""
    warning: bool = False

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{where}: {self.message}" + (f" ({self.hint})" if self.hint else "")
