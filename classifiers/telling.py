"""One edit told in words: what became what, what is new, what is gone, and where."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from classifiers.passages import CHROME
from domain.changes import Edit, EditKind
from domain.content import Cell, Where
from domain.findings import Tag

LONGEST = 160
PHRASE = 72  # characters of each side of what became what
PIECE = 110
WHOLE = 60  # a text as short is shown whole: its words say what the number in it counts
APART = 3  # words between two differences that are told as one
LEAD = 2  # words before a difference that are shown with it
PLACE = 60
TELLING = {Where.TITLE: 4, Where.HEADING: 3, Where.TABLE: 3, Where.CARD: 3, Where.LIST: 2, Where.PARAGRAPH: 2}
# A line that only dates the page says least of all that changed on it.
DATES_THE_PAGE = re.compile(
    r"(?i)\b(?:updated|effective|version|revised|modified|mise à jour|en vigueur|stand|aktualisiert|gültig ab|"
    r"actualización|actualizado|vigor|更新|改定)\b[^\n]{0,60}\d"
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that went and came at one place of a text, with the words before and behind that stayed."""

    lead: str
    gone: str
    new: str
    tail: str

    @property
    def size(self) -> int:
        return sum(map(str.isalnum, self.gone + self.new))


def most_telling(edits: Sequence[Edit], tags: Sequence[Tag]) -> Edit:
    """The edit a tag quotes; else the one that stands highest and changes most words.

    Chrome and minor edits come last, before them lines without a word and lines that only date the page.
    """
    quoted = {quote.edit for tag in tags for quote in tag.quotes}

    def weight(edit: Edit) -> tuple[bool, bool, bool, bool, int, int]:
        text = edit.after or edit.before or ""
        return (
            edit.key in quoted,
            not edit.minor,
            edit.where not in CHROME,
            any(map(str.isalpha, text)) and not (len(text) < PIECE and DATES_THE_PAGE.search(text)),
            height(edit),
            min(sum(map(str.isalnum, changed(edit))), 400),
        )

    return max(edits, key=weight)


def height(edit: Edit) -> int:
    """How telling the place of an edit is: a heading that came or went is, one that was worded anew is not."""
    if not any(map(str.isalpha, changed(edit))):
        return 1
    renamed = edit.where is Where.HEADING and edit.kind is EditKind.REPLACED
    return 1 if renamed else TELLING.get(edit.where, 1)


def changed(edit: Edit) -> str:
    """The words that went and came."""
    if edit.words:
        return " ".join(word.text for word in edit.words if word.op != "same")
    return (edit.after or "") + (edit.before or "")


def said(edit: Edit, room: int = LONGEST) -> str:
    """One edit in words of at most `room` characters, with the heading it stands under where there is room for it."""
    if edit.where is Where.RECORD:
        return shortened(record_said(edit), room)
    line = shortened(row_said(edit) or plain_said(edit), room)
    place = f" under “{shortened(edit.path[-1], PLACE)}”" if edit.path else ""
    known = not edit.path or edit.path[-1].casefold() in line.casefold()
    return line if known or len(line) + len(place) > room else line + place


def plain_said(edit: Edit) -> str:
    if edit.kind is not EditKind.REPLACED or not edit.before or not edit.after:
        text = shortened(edit.after or edit.before or "", PIECE)
        return f"“{text}” is new" if edit.after else f"“{text}” is gone"
    if max(len(edit.before), len(edit.after)) <= WHOLE:
        return f"“{edit.before}” becomes “{edit.after}”"
    found = max(differences(edit), key=lambda one: one.size, default=None)
    if found is None:
        return f"“{shortened(edit.before, PHRASE)}” becomes “{shortened(edit.after, PHRASE)}”"
    if found.gone and found.new:
        return f"“{phrase(found.lead, found.gone)}” becomes “{phrase(found.lead, found.new)}”"
    if found.new:
        return f"now says “{phrase(found.lead, found.new, found.tail)}”"
    return f"no longer says “{phrase(found.lead, found.gone, found.tail)}”"


def phrase(*pieces: str) -> str:
    return shortened(" ".join(piece for piece in pieces if piece).strip(" ,;:"), PHRASE)


def differences(edit: Edit) -> Iterator[Difference]:
    """The places of a replaced text that differ; those a few words apart are one, with these words on both sides."""
    runs = list(edit.words)
    at = 0
    while at < len(runs):
        if runs[at].op == "same":
            at += 1
            continue
        end = at
        while end < len(runs) and (runs[end].op != "same" or bridges(runs[end].text, end, len(runs))):
            end += 1
        gone = " ".join(run.text for run in runs[at:end] if run.op != "added")
        new = " ".join(run.text for run in runs[at:end] if run.op != "removed")
        lead = " ".join(runs[at - 1].text.split()[-LEAD:]) if at else ""
        tail = " ".join(runs[end].text.split()[:LEAD]) if end < len(runs) else ""
        only = {run.op for run in runs[at:end]} - {"same"}
        yield Difference(lead, "" if only == {"added"} else gone, "" if only == {"removed"} else new, tail)
        at = end


def bridges(text: str, at: int, of: int) -> bool:
    """Whether words that stayed stand between two differences close to one another."""
    return at + 1 < of and len(text.split()) <= APART


def row_said(edit: Edit) -> str:
    """The cells of a table row that changed, under their column and the row's name; "" for anything else."""
    before, after = edit.cells_before, edit.cells_after
    if len(before) != len(after) or len(after) < LEAD:
        return ""
    unlike = [(old, new) for old, new in zip(before, after, strict=True) if old.text != new.text]
    if not unlike or len(unlike) == len(after):
        return ""
    name = after[0].text if before[0].text == after[0].text else ""
    said_of = "; ".join(cell_said(old, new) for old, new in unlike[:LEAD])
    return f"{shortened(name, PLACE)}: {said_of}" if name else said_of


def cell_said(old: Cell, new: Cell) -> str:
    head = f"{shortened(new.header, PLACE)} " if new.header else ""
    if not old.text or not new.text:
        return f"{head}“{shortened(new.text or old.text, WHOLE)}” is {'new' if new.text else 'gone'}"
    return f"{head}“{shortened(old.text, WHOLE)}” becomes “{shortened(new.text, WHOLE)}”"


def record_said(edit: Edit) -> str:
    name = edit.title or (edit.path[-1] if edit.path else "record")
    if edit.kind is EditKind.ADDED:
        status = next((cell.text for cell in edit.cells_after if "status" in cell.header.casefold()), "")
        return f"new entry “{shortened(name, 90)}”" + (f", {shortened(status, 40)}" if status else "")
    if edit.kind is EditKind.REMOVED:
        return f"“{shortened(name, 90)}” is no longer listed"
    before = " ".join((edit.before or "").split("\n")[:1])
    after = (edit.after or "").split("\n")[0].split(": ")[-1]
    return f"{shortened(name, 60)}, {shortened(before, 50)} becomes {shortened(after, 40)}"


def shortened(text: str, longest: int = LONGEST) -> str:
    """At most so many characters, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(",;:") + "…"
