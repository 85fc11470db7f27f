"""The listed ways to say what happens, as patterns for each kind: `wins ~ contract*`."""

import re

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
    *steps, last = line.split()
    return "".join(_GAP if step == "~" else _either(step) + " " for step in steps) + _either(last)


def _either(token: str) -> str:
    return "(?:" + "|".join(_words(one) for one in token.split("/")) + ")"


def _words(one: str) -> str:
    """Words that end where they are written to end, unless at a sign (`%`, `new:`)."""
    written = re.escape(one.replace("_", " ")).replace(r"\*", r"\w*")
    return written + r"\b" if one[-1].isalnum() or one[-1] == "*" else written
