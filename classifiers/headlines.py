"""One line that says what happened, written from the facts."""

from collections.abc import Sequence

from domain.changes import Edit
from domain.findings import Fact, Tag
from domain.sources import Source

LONGEST = 160


def headline(subject: str, source: Source, edits: Sequence[Edit], tags: Sequence[Tag], facts: Sequence[Fact]) -> str:
    """The most telling edit in one line: an entry's title, else the words before and after."""
    edit = min(edits, key=lambda one: one.minor)
    return shortened(f"{subject}: {said(edit)}")


def said(edit: Edit) -> str:
    if edit.title:
        return edit.title
    if edit.before and edit.after:
        return f"“{shortened(edit.before, 60)}” becomes “{shortened(edit.after, 60)}”"
    return f"new: “{shortened(edit.after, 100)}”" if edit.after else f"gone: “{shortened(edit.before or '', 100)}”"


def shortened(text: str, longest: int = LONGEST) -> str:
    """At most so many characters, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[: longest - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
