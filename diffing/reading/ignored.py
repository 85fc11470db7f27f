"""What a source's `ignore` patterns match does not count: it is taken out before two readings are compared."""

from collections.abc import Iterable

import re2


def without_ignored(text: str, patterns: Iterable[str]) -> str:
    """The text without the matches of RE2 patterns (checked when they were read), its lines tidied where one was cut.

    A line that held nothing else is gone. Text without a match stays as it is, character by character.
    """
    cut = text
    for pattern in patterns:
        cut = re2.sub(pattern, "", cut)
    if cut == text:
        return text
    lines = (" ".join(line.split()) for line in cut.splitlines())
    return "\n".join(line for line in lines if line)
