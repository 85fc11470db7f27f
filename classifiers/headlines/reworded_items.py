"""Items of one list of which one went and one came in much the same words: one item, worded anew."""

from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import replace

from classifiers.wording.differing import bare
from domain.changes import Edit, EditKind
from domain.content import Where

LISTS = frozenset({Where.LIST, Where.CARD})
PLACES = LISTS | {Where.PARAGRAPH}  # a short paragraph, "$5/mo", may only have moved
LONGEST = 60  # characters of an item: a longer one is a sentence
MOST = 40  # items of one list that are compared
SHARED = 2  # words at least that both have, and half of the longer one's
ONE = frozenset({"one", "single", "1", "ein", "eine", "un", "une", "una"})


def as_reworded(edits: Sequence[Edit], spoken_of: Container[str]) -> list[Edit]:
    """The edits with an item that went and one like it that came as one; without those that only moved in their list.

    Edits whose keys are in `spoken_of` stay as they are.
    """
    groups: dict[tuple[object, ...], list[Edit]] = defaultdict(list)
    for edit in edits:
        if is_item(edit) and edit.key not in spoken_of:
            groups[(edit.path, edit.where)].append(edit)
    made: dict[str, Edit | None] = {}
    for members in groups.values():
        gone = [edit for edit in members if edit.kind is EditKind.REMOVED][:MOST]
        come = [edit for edit in members if edit.kind is EditKind.ADDED][:MOST]
        made |= {key: edit for pair in paired(gone, come) for key, edit in as_one(*pair).items()}
    told = [made.get(edit.key, edit) for edit in edits]
    return [edit for edit in told if edit is not None] or list(edits)


def is_item(edit: Edit) -> bool:
    text = edit.after or edit.before or ""
    return edit.where in PLACES and not edit.cells_before and not edit.cells_after and len(text) <= LONGEST


def paired(gone: Sequence[Edit], come: Sequence[Edit]) -> list[tuple[Edit, Edit]]:
    """Each item that went with the one most like it among those that came and are like no other."""
    left = list(come)
    pairs = []
    for old in gone:
        best = max(left, key=lambda new, old=old: likeness(old, new), default=None)  # type: ignore[misc]
        if best is not None and likeness(old, best):
            left.remove(best)
            pairs.append((old, best))
    return pairs


def likeness(old: Edit, new: Edit) -> float:
    """The share of words that two items have in common, 0 where they are not one item; "One user" is "Single user"."""
    if old.where not in LISTS:
        return float(old.before == new.after)
    ours, theirs = words_of(old.before or ""), words_of(new.after or "")
    shared = len(ours & theirs)
    most = max(len(ours), len(theirs))
    return shared / most if ours == theirs or (shared >= SHARED and 2 * shared >= most) else 0.0


def words_of(text: str) -> frozenset[str]:
    words = (bare(word) for word in text.split())
    return frozenset("1" if word in ONE else word for word in words if word)


def as_one(old: Edit, new: Edit) -> dict[str, Edit | None]:
    """By their keys: nothing for the old one; the new one as a replacement, or nothing where both say the same."""
    same = words_of(old.before or "") == words_of(new.after or "")
    whole = None if same else replace(new, kind=EditKind.REPLACED, before=old.before)
    return {old.key: None, new.key: whole}
