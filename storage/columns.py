"""Columns of whole numbers as bytes: most are small, and alike ones stand together for what compresses them."""

import struct
from collections.abc import Sequence

# A number of this or more leaves a byte of this in the column, and stands behind it in four bytes.
_WIDE = 255


def written(columns: Sequence[Sequence[int]]) -> bytes:
    """Each column with its length; numbers of 0 to 2**32 - 1."""
    return b"".join(_written(column) for column in columns)


def _written(column: Sequence[int]) -> bytes:
    wide = [number for number in column if number >= _WIDE]
    behind = struct.pack(f"<{len(wide)}I", *wide)
    narrow = bytes(min(number, _WIDE) for number in column)
    return b"".join((struct.pack("<I", len(column)), narrow, *(behind[plane::4] for plane in range(4))))


class Column:
    """One column as it stands in its bytes: only what is asked for becomes numbers."""

    def __init__(self, narrow: bytes, planes: bytes) -> None:
        self._narrow = narrow
        wide = len(planes) // 4
        behind = bytearray(len(planes))
        for plane in range(4):
            behind[plane::4] = planes[plane * wide : (plane + 1) * wide]
        self._wide = struct.unpack(f"<{wide}I", bytes(behind))

    def __len__(self) -> int:
        return len(self._narrow)

    def count(self, number: int, end: int) -> int:
        """How often a small number stands before this place."""
        return self._narrow.count(number, 0, end)

    def between(self, start: int, end: int) -> list[int]:
        numbers = list(self._narrow[start:end])
        at, before = start - 1, self._narrow.count(_WIDE, 0, start)
        for number in self._wide[before : before + numbers.count(_WIDE)]:
            at = self._narrow.index(_WIDE, at + 1)
            numbers[at - start] = number
        return numbers

    def whole(self) -> list[int]:
        return self.between(0, len(self._narrow))


def read(content: bytes, count: int) -> list[Column]:
    """So many columns; ValueError or struct.error where these are not their bytes."""
    columns, at = [], 0
    for _ in range(count):
        (length,) = struct.unpack_from("<I", content, at)
        narrow = content[at + 4 : at + 4 + length]
        at += 4 + length
        wide = narrow.count(_WIDE)
        columns.append(Column(narrow, content[at : at + 4 * wide]))
        at += 4 * wide
    if at != len(content):
        raise ValueError("the columns do not end where they should")
    return columns


def folded(number: int) -> int:
    """A number of either sign as one that has none: small ones stay small."""
    return number * 2 if number >= 0 else -number * 2 - 1
