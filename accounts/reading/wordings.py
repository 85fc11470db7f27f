"""The listed ways to say what happens, as patterns for each kind: `wins ~ contract*`."""

import re2

from accounts.reading.lists import lines

# So many words may stand at a `~`.
_GAP = r"(?:\S+ ){0,4}"


def wordings() -> dict[str, str]:
    """Kind of happening -> one alternation of all that is listed for it, for folded text."""
    found: dict[str, list[str]] = {}
    kind = ""
    for line in lines("happenings"):
        if line.startswith("["):
            kind = line.strip("[]")
        else:
            found.setdefault(kind, []).append(pattern(line))
    return {kind: "|".join(patterns) for kind, patterns in found.items()}


def pattern(line: str) -> str:
    """One line of the list as a pattern: `cut/cuts ~ job*`, `takes_delivery_of ~ aircraft`."""
    steps = [_GAP if token == "~" else _either(token) + " " for token in line.split()]
    whole = "".join(steps).removesuffix(" ")
    return whole if whole.endswith((_GAP, r"\w*)", ":)")) else whole + r"\b"


def _either(token: str) -> str:
    return "(?:" + "|".join(re2.escape(one.replace("_", " ")).replace(r"\*", r"\w*") for one in token.split("/")) + ")"
