"""Edits that say one thing together: a section that came or went, items of one list, one word changed everywhere."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile
from math import sqrt

from classifiers.headlines.bundle import Bundle, Shape
from classifiers.headlines.moving import moved
from classifiers.headlines.names_throughout import names_throughout
from classifiers.headlines.throughout import everywhere, told_twice
from classifiers.headlines.weighing import is_housekeeping, other_words, weight
from classifiers.wording.differing import bare
from classifiers.wording.page_names import kind_of
from domain.changes import Edit, EditKind
from domain.content import Where

ITEMS = frozenset({Where.LIST, Where.TABLE, Where.CARD, Where.LINK, Where.HEADING})
OFTEN = 0.5  # of the edits: a word changed in as many is what changed
SHORT_ITEM = 90
FEW_ROWS = 4
MOST_WEIGHED = 400
MOST_LINES = 9
ROWS_WEIGH = 1.0  # a list's rows are what its page is for; beside them stand hints
FIRST_CLAUSE = re.compile(r"\((?:1|a|i)\)\s")
TITLE_WORD = 4  # letters of a word that the old and the new title of a page share
RENAMED = 4.0
BARE = 1.5


def bundles(edits: Sequence[Edit], quoted: frozenset[str] = frozenset()) -> list[Bundle]:
    """What the edits say, the most telling first; an edit may stand in several. `quoted` are keys that tags quote."""
    weights = {edit.key: weight(edit) + 1.5 * (edit.key in quoted) for edit in edits[:MOST_WEIGHED]}
    told = [edit for edit in edits if edit.key in weights]
    for key in moved(told):
        weights[key] = min(weights[key], 0.0)
    found = [
        *joined(list(sections(told, weights))),
        *rows(told, weights),
        *item_groups(told, weights),
        *swaps(told, weights),
        *addresses(told, weights),
        *retitled(told, weights),
        *repeated(told, weights),
        *everywhere(told, weights),
        *told_twice(told, weights),
        *names_throughout(told, weights),
        *(Bundle(shape=Shape.EDIT, edits=(edit,), weight=weights[edit.key] - BARE * is_bare(edit)) for edit in told),
    ]
    return sorted(found, key=lambda one: -one.weight)


def is_bare(edit: Edit) -> bool:
    """Whether it is a heading that came or went: with nothing beneath it, it says least of what changed."""
    return edit.where is Where.HEADING and edit.kind is not EditKind.REPLACED and bool(edit.path)


def together(edits: Sequence[Edit], weights: dict[str, float]) -> float:
    """The greatest weight, and a little for each further one."""
    ranked = sorted((weights[edit.key] for edit in edits), reverse=True)
    return ranked[0] + min(2.0, 0.25 * sum(sqrt(max(0.0, one)) for one in ranked[1:]))


def sections(edits: Sequence[Edit], weights: dict[str, float]) -> Iterator[Bundle]:
    """A heading that came or went with what stands beneath it; the outermost of nested ones."""
    taken: set[str] = set()
    for kind in (EditKind.ADDED, EditKind.REMOVED):
        same = [edit for edit in edits if edit.kind is kind]
        for at, heading in enumerate(same):
            if heading.key in taken or not is_heading(heading, same[at + 1 : at + 2]):
                continue
            inner = (*heading.path, heading.after or heading.before or "")
            beneath = [edit for edit in same if edit.path[: len(inner)] == inner]
            beneath = beneath or list(takewhile(lambda one, top=heading: follows(one, top), same[at + 1 :]))  # type: ignore[misc]
            if beneath:
                taken |= {edit.key for edit in beneath}
                members = (heading, *beneath)
                heaviest = together(members, weights) if any(weights[one.key] > 0 for one in beneath) else 0.0
                yield Bundle(shape=Shape.SECTION, edits=members, weight=heaviest + 1.5)


def joined(found: Sequence[Bundle]) -> Iterator[Bundle]:
    """Sections by themselves and, where several came or went under one heading, all of them together."""
    yield from found
    groups: dict[tuple[object, ...], list[Bundle]] = defaultdict(list)
    for one in found:
        groups[(one.lead.kind, one.lead.path)].append(one)
    for members in groups.values():
        if len(members) > 1:
            edits = tuple(edit for one in members for edit in one.edits)
            weight = max(one.weight for one in members) + 0.5
            names = "\n".join(one.lead.after or one.lead.before or "" for one in members)
            yield Bundle(shape=Shape.SECTIONS, edits=edits, weight=weight, come=names)


def rows(edits: Sequence[Edit], weights: dict[str, float]) -> Iterator[Bundle]:
    """Many rows of tables that changed, where they are most of what changed."""
    members = [edit for edit in edits if edit.kind is EditKind.REPLACED and edit.where is Where.TABLE]
    members = [edit for edit in members if not is_housekeeping(edit)]
    if len(members) >= FEW_ROWS and len(members) >= OFTEN * len(edits):
        yield Bundle(shape=Shape.ROWS, edits=tuple(members), weight=together(members, weights) + 0.5)


def is_heading(edit: Edit, behind: Sequence[Edit]) -> bool:
    """Whether an edit heads what follows: a heading, or a short line without a full stop before a long text."""
    text = edit.after or edit.before or ""
    if edit.where is Where.HEADING:
        return True
    longer = any(len(one.after or one.before or "") > SHORT_ITEM and one.path == edit.path for one in behind)
    clauses = any(FIRST_CLAUSE.match(one.after or one.before or "") for one in behind)
    alone = (
        (edit.where is Where.PARAGRAPH or (edit.where is Where.LIST and clauses))
        and len(text) <= SHORT_ITEM
        and text[-1:].isalnum()
    )
    return alone and longer and not is_housekeeping(edit)


def follows(edit: Edit, heading: Edit) -> bool:
    text = edit.after or edit.before or ""
    return edit.where is not Where.HEADING and edit.path == heading.path and len(text) > SHORT_ITEM


def item_groups(edits: Sequence[Edit], weights: dict[str, float]) -> Iterator[Bundle]:
    """Two or more short items that came to, or went from, one list or table."""
    groups: dict[tuple[object, ...], list[Edit]] = defaultdict(list)
    for edit in edits:
        text = edit.after if edit.kind is EditKind.ADDED else edit.before
        listed = edit.where in ITEMS or (edit.where is Where.PARAGRAPH and len(text or "") <= SHORT_ITEM // 2)
        if edit.kind is not EditKind.REPLACED and listed and not is_housekeeping(edit):
            groups[(edit.kind, edit.path, edit.where is Where.TABLE)].append(edit)
    for members in groups.values():
        if len(members) > 1:
            weight = (
                max(weights[edit.key] for edit in members) - 0.1 if long(members) else together(members, weights) + 0.4
            )
            weight += ROWS_WEIGH * (members[0].where is Where.TABLE and len(members[0].path) > 0)
            yield Bundle(shape=Shape.ITEMS, edits=tuple(members), weight=weight)


def long(edits: Sequence[Edit]) -> bool:
    """Whether items are sentences, of which one told whole says more than the beginnings of several."""
    texts = [edit.after or edit.before or "" for edit in edits if not (edit.cells_after or edit.cells_before)]
    return sum(map(len, texts)) > SHORT_ITEM * len(edits)


def swaps(edits: Sequence[Edit], weights: dict[str, float]) -> Iterator[Bundle]:
    """One text that went where one of the same kind came, under one heading."""
    groups: dict[tuple[object, ...], list[Edit]] = defaultdict(list)
    for edit in edits:
        symbol = not any(map(str.isalnum, edit.after or edit.before or ""))
        if edit.kind is not EditKind.REPLACED and (symbol or not is_housekeeping(edit)):
            groups[(edit.path, edit.where)].append(edit)
    for members in groups.values():
        kinds = {edit.kind: edit for edit in members}
        if len(members) == 2 and len(kinds) == 2:
            gone, come = kinds[EditKind.REMOVED], kinds[EditKind.ADDED]
            if not (gone.before or "").strip() or not (come.after or "").strip():
                continue
            yield Bundle(
                shape=Shape.SWAP,
                edits=(come, gone),
                weight=together(members, weights) + 0.5,
                gone=gone.before or "",
                come=come.after or "",
            )


def addresses(edits: Sequence[Edit], weights: dict[str, float]) -> Iterator[Bundle]:
    """All edits as one, where they are the lines of a postal address: short, under one heading, with numbers."""
    lines = [edit for edit in edits if not is_housekeeping(edit)]
    if len({edit.path for edit in lines}) != 1 or not FEW_ROWS <= len(lines) <= MOST_LINES:
        return
    plain = all(edit.where is Where.PARAGRAPH and is_line(edit.before) and is_line(edit.after) for edit in lines)
    gone = [edit.before for edit in lines if edit.before]
    come = [edit.after for edit in lines if edit.after]
    told = ", ".join(gone), ", ".join(come)
    if plain and min(len(gone), len(come)) > 1 and all(any(map(str.isdigit, text)) for text in told):
        yield Bundle(
            shape=Shape.SWAP, edits=tuple(lines), weight=together(lines, weights) + RENAMED, gone=told[0], come=told[1]
        )


def is_line(text: str | None) -> bool:
    """Whether a text may be a line of an address, or is none at all."""
    return not text or (len(text) <= SHORT_ITEM // 2 and text[-1].isalnum() and "@" not in text)


def retitled(edits: Sequence[Edit], weights: dict[str, float]) -> Iterator[Bundle]:
    """The page's own title, where it went and another came that shares a word with it."""
    tops = [edit for edit in edits if edit.where in (Where.HEADING, Where.TITLE) and not edit.path]
    gone = next((edit for edit in tops if edit.before and not edit.after), None)
    come = next((edit for edit in tops if edit.after and not edit.before), None)
    if gone is None or come is None:
        yield from (renamed(edit, weights) for edit in tops if renames_document(edit))
        return
    words, others = (set(map(bare, (edit.after or edit.before or "").split())) for edit in (gone, come))
    if words != others and any(len(word) >= TITLE_WORD for word in words & others):
        heaviest = max(weights[edit.key] for edit in (gone, come))
        yield Bundle(
            shape=Shape.SWAP,
            edits=(come, gone),
            weight=heaviest + RENAMED,
            gone=gone.before or "",
            come=come.after or "",
        )


def renames_document(edit: Edit) -> bool:
    """Whether a document's title, "Terms of Service", has other words, and not only another day."""
    before, after = edit.before or "", edit.after or ""
    kinds = kind_of(before), kind_of(after)
    words, others = (set(map(bare, other_words(text))) for text in (before, after))
    return all(kinds) and words != others and not is_housekeeping(edit)


def renamed(edit: Edit, weights: dict[str, float]) -> Bundle:
    """A title that got other words in its place."""
    heaviest = max(0.0, weights[edit.key])
    return Bundle(
        shape=Shape.SWAP, edits=(edit,), weight=heaviest + RENAMED, gone=edit.before or "", come=edit.after or ""
    )


def repeated(edits: Sequence[Edit], weights: dict[str, float]) -> Iterator[Bundle]:
    """The same text that came to, or went from, several places."""
    groups: dict[tuple[EditKind, str], list[Edit]] = defaultdict(list)
    for edit in edits:
        if edit.kind is not EditKind.REPLACED and not is_housekeeping(edit):
            groups[(edit.kind, edit.after or edit.before or "")].append(edit)
    for members in groups.values():
        if len(members) > 1:
            yield Bundle(shape=Shape.EDIT, edits=tuple(members), weight=together(members, weights) + 0.5)
