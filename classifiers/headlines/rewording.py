"""One difference of a text told: the sentence it stands in now, what that stands instead of, or what is gone."""

import re
from collections.abc import Iterator

from classifiers.headlines.reach import widened
from classifiers.headlines.weighing import same_but_addresses
from classifiers.wording.clauses import LONGEST, Span, excerpt, quoted, sentence_of, trimmed
from classifiers.wording.differing import Difference, bare
from classifiers.wording.page_names import PageName
from domain.changes import Edit

INSTEAD = 44  # of the words that gave way, where the sentence they stood in is told
SENTENCE_END = (".", "!", "?", "。", "…")
FEW_WORDS = 3
CONTEXT = 32  # characters of the clause that a changed word stands in
LITTLE = 8
SHORT_PIECE = 5  # words
LONGEST_LIST = 100  # characters of a line without a full stop
KEPT = 0.65
WORDS = re.compile(r"\S+")
MANY_PLACES = 4  # differences of one text: it is worded anew, and no two of its words stand for each other
NEWEST = 25  # letters that a sentence has in words that stood nowhere in the text before


def verb(page: PageName, word: str) -> str:
    """The verb as its subject needs it: a page says, terms say."""
    return word if page.many else f"{word}s"


def difference_told(one: Difference, page: PageName, room: int) -> str:
    """The sentence that the difference stands in now, with the words that it stands instead of."""
    gone, come = one.gone.strip(" ,;:"), one.come.strip(" ,;:")
    if not come:
        return gone_told(one, page, room)
    if same_but_addresses(gone, come):
        said = f"{verb(page, 'change')} web addresses in "
        lead = one.after[: one.new[0]].rstrip(" :(") or one.after
        return f"{said}{quoted(excerpt(lead, (len(lead) - 1, len(lead)), room - len(said) - 3) + '…')}"
    if repeats(gone, come):
        gone = ""
    small = sum(map(str.isalnum, gone)) < FEW_WORDS and len(come.split()) > FEW_WORDS
    if any(map(str.isalnum, gone)) and not small:
        return changed_told(widened(one), page, room)
    listed = len(one.after) <= LONGEST_LIST and not any(mark in one.after for mark in SENTENCE_END)
    if not gone and listed and len(come.split()) <= SHORT_PIECE:
        said = f"{verb(page, 'add')} {quoted(come)} to "
        at = min(one.old[0], max(0, len(one.before) - 1))
        return f"{said}{quoted(excerpt(one.before, (at, at + 1), room - len(said) - 2))}"
    said = f"now {verb(page, 'say')} "
    return f"{said}{quoted(excerpt(one.after, one.new, room - len(said) - 2))}"


def changed_told(one: Difference, page: PageName, room: int) -> str:
    """ "changes “60 days” to “30 days” in “Goods go back within 30 days.”": both sides with the same reach."""
    said = verb(page, "change")
    gone, come = one.gone.strip(" ,;:"), one.come.strip(" ,;:")
    if max(len(gone), len(come)) > INSTEAD or crosses(one.after, one.new) or crosses(one.before, one.old):
        return swap_told(said, *sides(one, room - len(said) - 8), room)
    if gone.endswith(".") and come.endswith("."):
        gone, come = gone[:-1], come[:-1]
    words = f"{said} {quoted(gone)} to {quoted(come)}"
    left = room - len(words) - len(" in ") - 2
    if left < CONTEXT:
        return swap_told(said, gone, come, room)
    around = excerpt(one.after, one.new, left)
    bare_come = come.strip(" .")
    worth = bare_come in around and len(around) > len(bare_come) + LITTLE
    return f"{words} in {quoted(around)}" if worth else words


def gone_told(one: Difference, page: PageName, room: int) -> str:
    """Words that only went: with the sentence they are missing from, where they were no sentence of their own."""
    gone = one.gone.strip(" ,;:")
    if len(gone) <= INSTEAD and not gone.endswith((".", "!", "?")) and one.after.strip():
        said = f"{verb(page, 'drop')} {quoted(gone)} from "
        at = max(0, one.new[0] - 1)
        return f"{said}{quoted(excerpt(one.after, (at, min(at + 2, len(one.after))), room - len(said) - 2))}"
    said = f"no longer {verb(page, 'say')} "
    told = excerpt(one.before, one.old, room - len(said) - 2)
    if told.strip("…") in one.after:  # what stands around the words is there as before
        told = excerpt(gone, (0, len(gone)), room - len(said) - 2)
    return f"{said}{quoted(told)}"


def repeats(gone: str, come: str) -> bool:
    """Whether what came repeats most of what went, with more put in."""
    words = [bare(word) for word in gone.split()]
    others = {bare(word) for word in come.split()}
    kept = sum(word in others for word in words)
    return bool(words) and kept > KEPT * len(words) and len(others) > len(words) * 3 / 2


def crosses(text: str, at: Span) -> bool:
    """Whether a span begins inside a sentence and ends in a later one."""
    start, end = trimmed(text, at)
    first = sentence_of(text, start)
    return first[0] < start and end > first[1]


def sides(one: Difference, room: int) -> tuple[str, str]:
    """What became what: the sentences where there is room, else the words that differ, by themselves."""
    whole = [sentences(text, at) for text, at in ((one.before, one.old), (one.after, one.new))]
    if sum(map(len, whole)) <= room:
        return whole[0], whole[1]
    return one.gone, one.come


def sentences(text: str, at: Span) -> str:
    start, end = trimmed(text, at)
    return text[sentence_of(text, start)[0] : sentence_of(text, max(start, end - 1))[1]].strip()


def swap_told(said: str, gone: str, come: str, room: int, joint: str = "to") -> str:
    """ "changes “A” to “B”", each side in what room the other leaves."""
    left = room - len(said) - len(joint) - 7
    half = left // 2
    first = excerpt(gone, (0, len(gone)), max(half, left - len(come)))
    second = excerpt(come, (0, len(come)), max(half, left - len(first)))
    return f"{said} {quoted(first)} {joint} {quoted(second)}"


def newest_told(edit: Edit, places: int, page: PageName, room: int) -> str:
    """Of a text worded anew the sentence with most words that it did not hold before; "" for any other."""
    if places < MANY_PLACES or edit.before is None or edit.after is None:
        return ""
    known = {bare(word) for word in edit.before.split()}
    text = edit.after[:LONGEST]
    best = max(all_sentences(text), key=lambda at: new_letters(text[slice(*at)], known))
    if new_letters(text[slice(*best)], known) < NEWEST:
        return ""
    said = f"now {verb(page, 'say')} "
    return f"{said}{quoted(excerpt(text, new_span(text, best, known), room - len(said) - 2))}"


def new_span(text: str, sentence: Span, known: set[str]) -> Span:
    """From the first to the last word of a sentence that is new: what is quoted of it must not be cut before them."""
    at = [word.span() for word in WORDS.finditer(text, *sentence) if bare(word.group()) not in known]
    return (at[0][0], at[-1][1]) if at else sentence


def new_letters(text: str, known: set[str]) -> int:
    return sum(len(word) for word in text.split() if bare(word) not in known)


def all_sentences(text: str) -> Iterator[Span]:
    at = 0
    while at < len(text):
        start, end = sentence_of(text, at)
        yield (start, end)
        at = max(end, at + 1)
