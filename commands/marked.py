"""Words before and after on a terminal: what went is struck, what came stands out, with brackets where no colour is."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from diffing.wording.words import word_runs
from domain.changes import Word
from guard.escaping import terminal_text

AROUND = 8  # words kept on each side of what changed
ALONE = 60  # words shown of a text that came or went as a whole
LONGEST_WORD = 120
STYLES = {"removed": "red strike", "added": "green", "same": ""}
BRACKETS = {"removed": ("[-", "-]"), "added": ("{+", "+}"), "same": ("", "")}


def marked(console: Console, before: str | None, after: str | None, *, full: bool = False) -> Text:
    """One line of words, those that differ marked; long stretches of others are cut unless `full`."""
    words = runs(before, after)
    if not full:
        words = cut(words)
    coloured = console.is_terminal and not console.no_color
    text = Text()
    for place, word in enumerate(words):
        opening, closing = ("", "") if coloured else BRACKETS[word.op]
        text.append(" " if place else "")
        text.append(f"{opening}{terminal_text(word.text)}{closing}", style=STYLES[word.op] if coloured else "")
    return text


def runs(before: str | None, after: str | None) -> tuple[Word, ...]:
    """The runs of words of an edit, its lines set off by a point; one side alone is one run."""
    before, after = (text.replace("\n", " · ") if text is not None else None for text in (before, after))
    if before is not None and after is not None:
        return word_runs(before, after)
    if after is not None:
        return (Word(op="added", text=after),)
    return (Word(op="removed", text=before or ""),)


def cut(words: Sequence[Word]) -> tuple[Word, ...]:
    """Each run shortened: the same words to those next to a difference, others to their first ALONE words."""
    last = len(words) - 1
    return tuple(Word(op=word.op, text=_short(word, first=at == 0, last=at == last)) for at, word in enumerate(words))


def _short(word: Word, *, first: bool, last: bool) -> str:
    parts = [part if len(part) <= LONGEST_WORD else f"{part[: LONGEST_WORD - 1]}…" for part in word.text.split()]
    if word.op != "same":
        if len(parts) <= ALONE + AROUND:
            return " ".join(parts)
        return f"{' '.join(parts[:ALONE])} … ({len(parts) - ALONE} words more)"
    head, tail = (0 if first else AROUND), (0 if last else AROUND)
    if len(parts) <= head + tail + 1:
        return " ".join(parts)
    kept = (*parts[:head], "…", *(parts[-tail:] if tail else ()))
    return " ".join(kept)
