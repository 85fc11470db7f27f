"""A name that came to, or went from, edits all over a page: a partner, a way to sign in, a product."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from classifiers.headlines.bundle import Bundle, Shape
from classifiers.headlines.weighing import is_housekeeping
from classifiers.wording.differing import differences
from classifiers.wording.tongues import tongue
from domain.changes import Edit, EditKind
from domain.content import Where

LEAST = 4  # edits that a name came to or went from
SHARE = 0.25  # of all edits
LEAST_LONG = 2  # of them that are sentences: a name in cells and links alone is an item of a list
LONG = 60  # characters
LETTERS = 4
ABOVE = 0.6
# A capital letter amid a sentence: behind a small letter, a comma, a slash or a bracket.
NAME = re.compile(r"[A-ZÀ-Þ](?:(?<=[a-zß-ÿ,/(] .)|(?<=[a-zß-ÿ,][/(].)|(?<=/.))[\w-]+")
NOUNS_IN_CAPITALS = "de"


def names_throughout(edits: Sequence[Edit], weights: dict[str, float]) -> Iterator[Bundle]:
    """The name that most edits lost, or got, where no other edit has it on its other side."""
    told = [edit for edit in edits if not is_housekeeping(edit) and edit.where is not Where.HEADING]
    if len(told) < LEAST or 2 * sum(edit.kind is not EditKind.REPLACED for edit in told) < LEAST:
        return
    if tongue(" ".join(edit.after or edit.before or "" for edit in told)) == NOUNS_IN_CAPITALS:
        return
    gone = {edit.key: names(lost(edit)) for edit in told}
    come = {edit.key: names(got(edit)) for edit in told}
    for ours, theirs, dropped in ((gone, come, True), (come, gone, False)):
        found: dict[str, list[Edit]] = defaultdict(list)
        for edit in told:
            for name in ours[edit.key]:
                found[name].append(edit)
        kept = set().union(*theirs.values())
        lasting = {name: members for name, members in found.items() if name not in kept and throughout(members, told)}
        name, counts = "", Counter({one: len(members) for one, members in lasting.items()})
        if counts:
            name = counts.most_common(1)[0][0]
            members = sorted(lasting[name], key=lambda edit: -weights[edit.key])
            yield Bundle(
                shape=Shape.EVERYWHERE,
                edits=tuple(members),
                weight=weights[members[0].key] + ABOVE,
                gone=name if dropped else "",
                come="" if dropped else name,
            )


def throughout(members: Sequence[Edit], edits: Sequence[Edit]) -> bool:
    """Whether enough edits have a name, sentences among them, and half came or went whole.

    Where a name is part of what became what, an address say, both sides tell more than the name alone.
    """
    sentences = sum(len(edit.after or edit.before or "") > LONG for edit in members)
    whole = sum(edit.kind is not EditKind.REPLACED for edit in members)
    enough = len(members) >= LEAST and len(members) >= SHARE * len(edits)
    return enough and sentences >= LEAST_LONG and 2 * whole >= len(members)


def lost(edit: Edit) -> str:
    """The words that went from an edit; of a replaced text none that it still has."""
    if edit.after is None:
        return edit.before or ""
    return " … ".join(around(one.before, one.old) for one in differences(edit)) if edit.before else ""


def got(edit: Edit) -> str:
    if edit.before is None:
        return edit.after or ""
    return " … ".join(around(one.after, one.new) for one in differences(edit)) if edit.after else ""


def around(text: str, at: tuple[int, int]) -> str:
    """A span with the two characters before it, by which a name amid a sentence is known."""
    return text[max(0, at[0] - 2) : at[1]] if at[0] < at[1] else ""


def names(text: str) -> tuple[str, ...]:
    """Each once, in the text's order, so that of two in as many edits the first is told."""
    return tuple(dict.fromkeys(found for found in NAME.findall(text) if len(found) >= LETTERS))
