"""Edits told in a clause: what a page now says, no longer says, adds, drops or changes, and in which section."""

import re
from collections.abc import Sequence
from itertools import takewhile

from classifiers.headlines.bundle import Bundle, Shape
from classifiers.headlines.rewording import SENTENCE_END, difference_told, newest_told, swap_told, verb
from classifiers.headlines.rows import row_said
from classifiers.headlines.weighing import is_housekeeping, other_words, places_of
from classifiers.wording.clauses import excerpt, quoted, sentence_ends, without_dangling
from classifiers.wording.differing import Difference
from classifiers.wording.offered_to import EVERY_PLAN
from classifiers.wording.page_names import PageName, section_of
from classifiers.wording.said_amounts import number, several
from domain.changes import Edit, EditKind
from domain.content import Where

LONGEST = 160
PLACE = 44  # characters of the name of a section
SHORT_PLACE = 28
WORTH = 104  # of what is told: it is not cut shorter for the name of its section
SIDE = 64  # of each side of what became what, where both are told whole
SMALL = 40
LEAST = 40  # of a quotation
ITEM = 48
WHOLE_ITEM = 84  # of one of several that is told whole, where the room is for it
LEAST_CELLS = 2
LONG_LINE = 60
MOST_ROWS = 3
LONGEST_CYCLE = 8
ALIKE = 16  # characters that two texts begin with alike
NUMBER = re.compile(r"^\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s*")
CONDITIONS = re.compile(r"(?i)\b(?:if|unless|until|except|provided that|only|si|sauf|sofern|wenn|salvo)\b")
ADDRESS = re.compile(r"[@/]")
LISTED = frozenset({Where.LIST, Where.TABLE, Where.CARD, Where.LINK, Where.NAV, Where.HEADING, Where.TITLE})


def clause(bundle: Bundle, page: PageName, room: int, known: str = "") -> str:
    """A bundle in at most `room` characters: a verb first, for a subject that the reader is told before.

    A section that `known`, the line so far, names is not named again.
    """
    section = section_of(bundle.lead.path, page)
    if bundle.shape is Shape.SECTION:
        return section_told(bundle, page, room)
    alone = told(bundle, page, room)
    if EVERY_PLAN.search(alone):
        return alone
    if not section or section.casefold() in f"{known} {alone}".casefold() or several_places(bundle):
        return alone
    for place in dict.fromkeys((section, shortened(section, PLACE), shortened(section, SHORT_PLACE))):
        behind = f", under {quoted(place)}"
        line = told(bundle, page, room - len(behind))
        if loses_condition(line, alone):
            return alone
        if len(line) + len(behind) <= room and (line == alone or ("…" in alone and len(line) >= WORTH)):
            return line + behind
    return alone


def loses_condition(line: str, alone: str) -> bool:
    """Whether the shorter of two lines is cut before an "if" or "unless" that the longer one still tells."""
    return len(CONDITIONS.findall(line)) < len(CONDITIONS.findall(alone))


def several_places(bundle: Bundle) -> bool:
    return len({edit.path for edit in bundle.edits}) > 1


def told(bundle: Bundle, page: PageName, room: int) -> str:
    match bundle.shape:
        case Shape.ITEMS:
            return items_told(bundle, page, room)
        case Shape.SECTIONS:
            said = verb(page, "add" if bundle.lead.after else "drop")
            return f"{said} {fitting(bundle.come.splitlines(), room - len(said) - 1)}"
        case Shape.ROWS:
            said = f"{verb(page, 'change')} {number(len(bundle.edits))} rows, among them"
            return f"{said} {fitting(item_names(bundle.edits), room - len(said) - 1, MOST_ROWS)}"
        case Shape.SWAP:
            return replaced_told(bundle.gone, bundle.come, page, room)
        case Shape.EVERYWHERE:
            places = f" in {number(len(bundle.edits))} places"
            if not bundle.come:
                return f"{verb(page, 'drop')} {quoted(shortened(bundle.gone, ITEM))}{places}"
            if not bundle.gone:
                return f"{verb(page, 'add')} {quoted(shortened(bundle.come, ITEM))}{places}"
            said = swap_told(verb(page, "change"), bundle.gone, bundle.come, room - len(places)) + places
            return said + once_told(bundle, room - len(said))
        case _ if len(bundle.edits) > 1:
            places = f" in {number(len(bundle.edits))} places"
            return edit_told(bundle.lead, page, room - len(places)) + places
        case _:
            return edit_told(bundle.lead, page, room)


def once_told(bundle: Bundle, room: int) -> str:
    """ ", as in “As of 2 May, prices rise”": a number or date with the first of its sentences, where there is room."""
    text, joint = bundle.lead.after or "", ", as in "
    at = text.find(bundle.come)
    left = room - len(joint) - 2
    number_only = any(map(str.isdigit, bundle.come)) and not ADDRESS.search(bundle.come)
    if at < 0 or not number_only or len(bundle.come) > SMALL or left < LEAST:
        return ""
    around = excerpt(text, (at, at + len(bundle.come)), left)
    return f"{joint}{quoted(around)}" if bundle.come in around and len(around) >= len(bundle.come) + ALIKE else ""


def replaced_told(gone: str, come: str, page: PageName, room: int) -> str:
    """One text that another took the place of; of two that begin alike only what differs."""
    start = alike(gone, come)
    if start < ALIKE:
        return swap_told(verb(page, "replace"), gone, come, room, "with")
    start = gone.rfind(" ", 0, start) + 1
    end = alike(gone[start:][::-1], come[start:][::-1])
    one = Difference(before=gone, after=come, old=(start, len(gone) - end), new=(start, len(come) - end))
    return difference_told(one, page, room)


def alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def edit_told(edit: Edit, page: PageName, room: int) -> str:
    row = row_said(edit, page, room)
    if row:
        return row
    if edit.before is None or edit.after is None or edit.kind is not EditKind.REPLACED:
        return whole_told(edit, page, room)
    found = places_of(edit)
    best, _ = max(found, key=lambda place: (place[1], place[0].size))
    said = newest_told(edit, len(found), page, room) or difference_told(best, page, room)
    short = len(edit.before) <= SIDE and len(edit.after) <= SIDE
    whole = swap_told(verb(page, "change"), edit.before, edit.after, room) if short else ""
    small = max(len(edit.before), len(edit.after)) <= SMALL and bool(best.gone.strip())
    return whole if whole and "…" not in whole and (small or len(found) > 1 or len(whole) <= len(said)) else said


def whole_told(edit: Edit, page: PageName, room: int) -> str:
    """A text that came or went."""
    text = (edit.after or edit.before or "").lstrip("•· ")
    came = bool(edit.after)
    if edit.where is Where.HEADING:  # nothing came or went beneath it, else it is told as a section
        said = f"{verb(page, 'add' if came else 'drop')} the heading"
    elif edit.where in LISTED or (len(text) <= ITEM and not text.rstrip().endswith(SENTENCE_END)):
        said = verb(page, "add" if came else "drop")
    else:
        said = f"now {verb(page, 'say')}" if came else f"no longer {verb(page, 'say')}"
        text = open_ended(unbroken(text))
    return f"{said} {quoted(excerpt(text, (0, len(text)), room - len(said) - 3))}"


def unbroken(text: str) -> str:
    """A line that begins amid a sentence, as pages set line by line have them, from its first whole sentence on."""
    if not text[:1].islower():
        return text
    start = next((end for end in sentence_ends(text) if len(text) - end >= LEAST), 0)
    return text[start:] if start else f"…{text}"


def open_ended(text: str) -> str:
    """A long line that ends amid a sentence, as pages set line by line have them: cut before its last small words."""
    ends = len(text) > LONG_LINE and text[-1:].isalpha()
    left = without_dangling(text) if ends else text
    return text if left == text else f"{left}…"


def section_told(bundle: Bundle, page: PageName, room: int) -> str:
    """A section that came or went, with how many items it holds or how it begins."""
    heading, *inner = bundle.edits
    name = heading.after or heading.before or ""
    name = name.strip(" :.")
    added = verb(page, "add" if heading.after else "drop")
    said = f"{added} {quoted(shortened(name, 70))}"
    beneath = [edit for edit in inner if edit.where is not Where.HEADING and not is_housekeeping(edit)]
    texts = [(edit.after or edit.before or "").lstrip("•·-– ") for edit in beneath]
    if len(texts) > 1 and all(len(text) <= ITEM * 1.5 for text in texts):
        return f"{said}: {fitting(texts, room - len(said) - 2)}"
    left = room - len(said) - 4
    texts = [NUMBER.sub("", text) for text in texts]
    if texts and left >= LEAST:
        return f"{said}: {quoted(excerpt(texts[0], (0, len(texts[0])), left))}"
    return f"{added} {quoted(shortened(name, room - len(added) - 3))}"


def items_told(bundle: Bundle, page: PageName, room: int) -> str:
    """ "adds “A”, “B” and four others", with what all rows have in their second cell behind."""
    said = verb(page, "add" if bundle.lead.after else "drop")
    names = item_names(bundle.edits)
    shared = shared_cell(bundle.edits, names)
    behind = f" ({shared})" if shared else ""
    return f"{said} {fitting(names, room - len(said) - len(behind) - 1)}{behind}"


def shared_cell(edits: Sequence[Edit], names: Sequence[str]) -> str:
    """The second cell of rows that are codes, "_ga", "_gid", where it says of all the same whose they are."""
    rows = [edit.cells_after or edit.cells_before for edit in edits]
    seconds = {row[1].text if len(row) > 1 else "" for row in rows}
    codes = all(not name[:1].isalpha() or "_" in name for name in names)
    whose = seconds.pop().strip(" *") if len(seconds) == 1 else ""
    return whose if codes and len(whose) <= ITEM and whose[:1].isalpha() else ""


def item_names(edits: Sequence[Edit]) -> list[str]:
    """What to call the items: rows of a table by the first column that tells them apart."""
    rows = [edit.cells_after or edit.cells_before for edit in edits]
    width = min(map(len, rows))
    if width < LEAST_CELLS:
        texts = [edit.after or edit.before or "" for edit, row in zip(edits, rows, strict=True)]
        return first_of_each([text for text in texts if not only_dates(text)] or texts)
    columns = [[row[at].text for row in rows] for at in range(width)]
    return max(columns, key=lambda column: len(set(column)))


def only_dates(text: str) -> bool:
    return any(map(str.isdigit, text)) and not other_words(text)


def first_of_each(texts: Sequence[str]) -> list[str]:
    """Of entries that a page sets in several blocks each, "Braga", "400 kW", "CCS", the blocks that name them."""
    for width in range(LEAST_CELLS, min(LONGEST_CYCLE, len(texts) // 2) + 1):
        columns = [list(texts[at::width]) for at in range(width)]
        alike = any(len(set(column)) == 1 for column in columns)
        named = [column for column in columns if len(set(column)) == len(column) and column[0][:1].isalpha()]
        if len(texts) % width == 0 and alike and named:
            return named[0]
    return list(texts)


def fitting(items: Sequence[str], room: int, most: int = 0) -> str:
    """As many of the items as fit, each quoted, and how many more; only the first `most`, uncounted, if set."""
    longest = max(ITEM, min(WHOLE_ITEM, room - 2 - len(" and twelve others") * (len(items) > 1)))
    items = list(dict.fromkeys(shortened(item.lstrip("•·-– "), longest) for item in items))[: most or None]
    shown: list[str] = []
    for at, item in enumerate(items):
        one = quoted(item)
        left = len(items) - at - 1
        tail = f" and {several(left, 'other')}" if left else ""
        if shown and len(", ".join([*shown, one])) + len(tail) > room:
            break
        shown.append(one)
    left = len(items) - len(shown)
    if left:
        return f"{', '.join(shown)} and {several(left, 'other')}"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def shortened(text: str, longest: int = LONGEST) -> str:
    """At most so many characters, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(",;:") + "…"
