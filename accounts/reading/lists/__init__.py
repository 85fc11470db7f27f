"""Lists that a reader of the trade can mend without code: one idea or wording a line, `#` before a remark."""

from importlib.resources import files


def lines(name: str) -> tuple[str, ...]:
    """The lines of `NAME.txt` that say something, in order."""
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))
