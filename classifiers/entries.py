"""Entries of feeds and records of registers as one line: the title made clean, the field that changed."""

import re

from classifiers.telling import shortened
from domain.changes import Edit, EditKind

NAME = 60
FIELD = 40
LEAST = 10  # characters that are left of a title without its label
MOST_FIELDS = 2
MAIN_FIELDS = ("status", "level", "type", "form", "description", "decision", "amount")
# Pictures and their joiners, not letters: "🚀", "✅", "➡️".
PICTURES = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\ufe0e\ufe0f\u200d\u20e3\U000e0020-\U000e007f]+"
)
SITE = re.compile(r"\s+[|·•»–—-]+\s+([^|·•»]{2,40})$")
SITE_WORDS = re.compile(
    r"(?i)\b(?:blog|news(?:room)?|press|home|official|website|site|insights|media|updates?|changelog)\b"
)
BRACKETS = re.compile(r"^\s*(?:\[[^\]]{1,20}\]|(?:breaking|update|new|news|press release)\s*[:!|-])\s*", re.IGNORECASE)
CAPITALS = re.compile(r"[A-ZÀ-Þ]")
LOWER = re.compile(r"[a-zà-ÿ]")
LONGEST_SHORT_FORM = 4
SMALL = "a an and as at by for from in into is of on or the to with"
SMALL_WORDS = frozenset(SMALL.split())
# Short words that are no short forms, even in capitals.
SHORT = "new now our its you your all can get how why top one two big key win buy day are was be has"
SHORT_WORDS = frozenset(SHORT.split())


def entry_line(subject: str, title: str) -> str:
    """An entry's title as a sentence says it, with the company in front where the title does not name it."""
    line = clean_title(title, subject)
    named = re.search(rf"(?<!\w){re.escape(subject)}(?!\w)", line, re.IGNORECASE)
    return line if named else f"{subject}: {line}"


def clean_title(title: str, subject: str) -> str:
    """Without pictures, a site's name at the end, a label in front, or the shouting of capitals."""
    line = " ".join(PICTURES.sub(" ", title).split())
    label = BRACKETS.match(line)
    line = line[label.end() :] if label and len(line) - label.end() > LEAST else line
    site = SITE.search(line)
    if site and len(line) - len(site.group(0)) >= FIELD / 2 and is_site(site.group(1), subject):
        line = line[: site.start()]
    line = spoken(line) if shouts(line) else line
    return line.strip(" .|-–—") or title.strip()


def is_site(words: str, subject: str) -> bool:
    """Whether the last part of a title is the site's name: the company's own, or one that calls itself so."""
    return subject.casefold() in words.casefold() or bool(SITE_WORDS.search(words))


def shouts(line: str) -> bool:
    letters = [char for char in line if CAPITALS.match(char) or LOWER.match(char)]
    return len(letters) > FIELD / 4 and sum(map(str.isupper, letters)) > 0.8 * len(letters)


def spoken(line: str) -> str:
    """Capitals made small but for first letters of words; short forms and words with digits stay."""
    words = []
    for at, word in enumerate(line.split()):
        letters = sum(map(str.isalpha, word))
        if at and word.casefold() in SMALL_WORDS:
            words.append(word.casefold())
        elif any(map(str.isdigit, word)) or (letters < LONGEST_SHORT_FORM and word.casefold() not in SHORT_WORDS):
            words.append(word)
        else:
            words.append("-".join(part[:1] + part[1:].casefold() for part in word.split("-")))
    return " ".join(words)


def record_line(edit: Edit) -> str:
    """What happened to a record: new with its status, gone, or which field became what."""
    name = edit.title or (edit.path[-1] if edit.path else "record")
    if edit.kind is EditKind.ADDED:
        return f"new entry “{shortened(name, 90)}”" + "".join(f", {text}" for text in main_fields(edit, name))
    if edit.kind is EditKind.REMOVED:
        return f"“{shortened(name, 90)}” is no longer listed"
    return f"{shortened(name, NAME)}: {'; '.join(moves_of(edit)[:MOST_FIELDS])}"


def main_fields(edit: Edit, name: str) -> list[str]:
    """Of a new record the fields that say most: its status, then its kind or level; none that repeats its name."""
    found: list[str] = []
    for wanted in MAIN_FIELDS:
        cell = next((cell for cell in edit.cells_after if wanted in cell.header.casefold()), None)
        text = shortened(cell.text, FIELD) if cell else ""
        if text and text.casefold() not in f"{name} {' '.join(found)}".casefold():
            found.append(text)
    return found[:MOST_FIELDS]


def moves_of(edit: Edit) -> list[str]:
    """ "status In Process → Authorized" for each field that changed, the status first."""
    old, new = (fields_of(text) for text in (edit.before, edit.after))
    said = []
    for label in sorted(dict.fromkeys((*new, *old)), key=lambda one: "status" not in one.casefold()):
        before, after = (shortened(fields.get(label, ""), FIELD) for fields in (old, new))
        if before != after:
            called = label if label[:2].isupper() else label[:1].casefold() + label[1:]
            said.append(f"{called} {before} → {after}" if before and after else told_alone(called, before, after))
    return said or ["a field changed"]


def told_alone(label: str, before: str, after: str) -> str:
    return f"{label} now {after}" if after else f"{label} no longer {before}"


def fields_of(text: str | None) -> dict[str, str]:
    """The lines "Label: text" of one side of a record."""
    pairs = (line.partition(": ") for line in (text or "").split("\n"))
    return {label: value for label, colon, value in pairs if colon}
