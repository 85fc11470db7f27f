"""Says of a line that does not line up how far it is indented and how far the lines it seems to belong to are."""

import re

ITEM = re.compile(r"-(?:[ \t]|$)")
KEY = re.compile(r"[^\s#:{}\[\],'\"][^:#{}\[\],]*:(?:\s|$)")


def out_of_line(text: str, line: int) -> tuple[int, int] | None:
    """Blanks before line `line` (0-based) and before its neighbours; None where it stands as they do, or alone.

    Neighbours are the nearest level of list items (of keys, for a key) among those open above the line.
    """
    lines = text.splitlines()
    said = lines[line].lstrip(" ") if line < len(lines) else ""
    own = len(lines[line]) - len(said) if said else 0
    item = ITEM.match(said) is not None
    if not item and not KEY.match(said):
        return None
    levels = [level for level, is_item in _open_levels(lines[:line]) if is_item is item]
    near = min(levels, key=lambda level: abs(level - own), default=own)
    return None if near == own else (own, near)


def _open_levels(lines: list[str]) -> list[tuple[int, bool]]:
    """Where the items (True) and keys (False) begin that are not closed by a shallower line below, innermost first."""
    found: list[tuple[int, bool]] = []
    least: int | None = None
    for line in reversed(lines):
        said = line.lstrip(" ")
        level = len(line) - len(said)
        if not said or said.startswith("#") or (least is not None and level >= least):
            continue
        least = level
        here: list[tuple[int, bool]] = []
        while ITEM.match(said):
            here.append((level, True))
            rest = said[1:].lstrip(" ")
            level, said = level + len(said) - len(rest), rest
        if KEY.match(said):
            here.append((level, False))
        found += reversed(here)
    return found
