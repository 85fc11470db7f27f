"""The same words changed to the same others all over a page: in most of its edits, or in each of a few."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from classifiers.headlines.bundle import Bundle, Shape
from classifiers.headlines.reach import widened
from classifiers.headlines.weighing import TRIVIAL, is_housekeeping
from classifiers.wording.differing import bare, differences
from domain.changes import Edit, EditKind

OFTEN = 0.5  # of the edits: a word changed in as many is what changed
WORDLIKE = 4  # letters: of less, such as "4h" and "6d", nobody reads what changed
MOST_TWICE = 20  # edits that may all be the same one


def everywhere(edits: Sequence[Edit], weights: dict[str, float]) -> Iterator[Bundle]:
    """The same words replaced by the same others in several edits, where most edits do."""
    replaced = [edit for edit in edits if edit.kind is EditKind.REPLACED]
    news = sum(not is_housekeeping(edit) for edit in edits)
    if len(replaced) < max(2, OFTEN * news):
        return
    found: Counter[tuple[str, str]] = Counter()
    where: dict[tuple[str, str], list[Edit]] = defaultdict(list)
    for edit in replaced:
        found_here = (*differences(edit, apart=0), *differences(edit))
        pairs = {(strip(one.gone), strip(one.come)) for one in found_here}
        for pair in pairs:
            if bare(pair[0]) != bare(pair[1]):
                found[pair] += 1
                where[pair].append(edit)
    for pair, count in sorted(found.items(), key=lambda one: (-one[1], -len("".join(one[0]))))[:1]:
        letters = sum(map(str.isalpha, "".join(pair)))
        if count > 1 and count >= OFTEN * news and pair[1] and letters >= WORDLIKE:
            members = where[pair]
            heaviest = max(weights[edit.key] for edit in members)
            if heaviest > TRIVIAL:
                yield Bundle(
                    shape=Shape.EVERYWHERE,
                    edits=tuple(members),
                    weight=heaviest + 0.8,
                    gone=pair[0],
                    come=pair[1],
                )


def told_twice(edits: Sequence[Edit], weights: dict[str, float]) -> Iterator[Bundle]:
    """All edits, where each changes the same date, number or name to the same other one."""
    if not 1 < len(edits) <= MOST_TWICE or any(edit.kind is not EditKind.REPLACED for edit in edits):
        return
    pairs = {
        (strip(wide.gone), strip(wide.come)) if len(found) == 1 else ("", "")
        for edit in edits
        if (found := differences(edit)) and (wide := widened(found[0]))
    }
    if len(pairs) == 1 and all(map(bare, *pairs)):
        (gone, come) = pairs.pop()
        heaviest = max(weights[edit.key] for edit in edits)
        yield Bundle(shape=Shape.EVERYWHERE, edits=tuple(edits), weight=heaviest + 0.9, gone=gone, come=come)


def strip(words: str) -> str:
    return words.strip(" .,;:()“”\"'’!?")
