"""Plans that were given another name: told by their place, what stands under them, and the cells beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from classifiers.prices.labels import AMOUNTS, GENERIC, NO_PLAN_TITLE, bare_title, is_slogan
from classifiers.wording.money import find_money
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from domain.changes import Edit, EditKind
from domain.content import Cell, Where
from domain.findings import Side

LONGEST_NAME = 40
FEW_WORDS = 4
# How far apart two amounts may be for the same plan under another name.
MOST_TIMES = 2
LARGEST = frozenset(("enterprise", "custom", "corporate", "company", "organization", "organisation", "unlimited"))
LETTER = Pattern(r"\pL")


@dataclass(frozen=True, slots=True)
class Renamed:
    """A plan's old name with its new one, and where that stands."""

    before: str
    after: str
    passage: Passage
    start: int


def renamed_plans(read: Sequence[Passage]) -> list[Renamed]:
    """Plans renamed, by their headings and by the cells that name them in a table; each old name once."""
    found = {one.before: one for one in (*in_tables(read), *by_headings(read))}
    return list(found.values())


def by_headings(read: Sequence[Passage]) -> list[Renamed]:
    pairs = kept_contents(read)
    return [Renamed(before.text, after.text, after, 0) for before, after in pairs]


def kept_contents(read: Sequence[Passage]) -> list[tuple[Passage, Passage]]:
    """Headings that went with those that came in their stead, in order: under both stands the same plan.

    A plan that came or went whole took what stood under it along; the one that was renamed left it there.
    """
    gone, come = exchanged(read)
    pairs = list(zip(gone, come, strict=False)) if len(gone) == len(come) else []
    if not pairs or {one.headings for one in gone} != {one.headings for one in come}:
        pairs = survivors(gone, come, read)
    return [] if any(another_plan(*pair, read) for pair in pairs) else pairs


def exchanged(read: Sequence[Passage]) -> tuple[list[Passage], list[Passage]]:
    """The plans' names among the headings that went, and among those that came."""
    named = [passage for passage in read if is_plan_name(passage)]
    return [one for one in named if one.side is Side.BEFORE], [one for one in named if one.side is Side.AFTER]


def survivors(
    gone: Sequence[Passage], come: Sequence[Passage], read: Sequence[Passage]
) -> list[tuple[Passage, Passage]]:
    """The one heading whose contents stayed, and the one that came over contents that were there."""
    left = [one for one in gone if not any(under(one, passage, EditKind.REMOVED) for passage in read)]
    over = [one for one in come if any(under(one, passage, EditKind.REPLACED) for passage in read)]
    same = len(left) == len(over) == 1 and left[0].headings == over[0].headings
    return [(left[0], over[0])] if same else []


def under(heading: Passage, passage: Passage, kind: EditKind) -> bool:
    return passage.edit.kind is kind and passage.headings[-1:] == (heading.text,)


def another_plan(before: Passage, after: Passage, read: Sequence[Passage]) -> bool:
    """Whether what stood under the old heading went, and nothing like it stands under the new one."""
    went = [passage for passage in read if under(before, passage, EditKind.REMOVED)]
    if went and any(under(after, passage, EditKind.REPLACED) for passage in read):
        return True
    came = [passage for passage in read if under(after, passage, EditKind.ADDED)]
    if went and not came and not before.headings:
        return True  # a page's own title, over a page that lost what it held
    return bool(went and came) and not alike(went, came)


def alike(went: Sequence[Passage], came: Sequence[Passage]) -> bool:
    """Whether two plans are one: most of their lines say the same, or their only amounts are near each other."""
    old, new = ({passage.text.casefold() for passage in side} for side in (went, came))
    if is_top(went) and is_top(came):
        return True
    if old & new:
        return 2 * len(old & new) >= min(len(old), len(new))
    amounts = [[money for passage in side for money in find_money(passage.text)] for side in (went, came)]
    if [len(side) for side in amounts] != [1, 1] or len(old) > 1 or len(new) > 1:
        return False
    return near(str(went[0].text), str(came[0].text))


def is_top(lines: Sequence[Passage]) -> bool:
    """Whether the lines stand under a name for the largest customers: there an amount gives way to "Contact sales"."""
    return any(title.casefold() in LARGEST for passage in lines for title in passage.headings[-1:])


def near(one: str, other: str) -> bool:
    """Whether two texts name one amount each, in one currency and period, and neither is twice the other."""
    left, right = find_money(one), find_money(other)
    if len(left) != 1 or len(right) != 1:
        return False
    low, high = sorted((left[0].amount, right[0].amount))
    same = (left[0].currency, left[0].period, left[0].per) == (right[0].currency, right[0].period, right[0].per)
    return same and low > 0 and high <= MOST_TIMES * low


def in_tables(read: Sequence[Passage]) -> Iterator[Renamed]:
    """Plans renamed in the row of names over a table, or in the first cell of their own row."""
    for passage in read:
        edit = passage.edit
        if passage.side is Side.AFTER and edit.kind is EditKind.REPLACED and edit.where is Where.TABLE:
            pairs = list(zip_longest(edit.cells_before, edit.cells_after))
            if pairs and all(old and new for old, new in pairs):
                yield from over_columns(passage, pairs, edit)
                yield from of_a_row(passage, pairs)


def over_columns(passage: Passage, pairs: Sequence[tuple[Cell, Cell]], edit: Edit) -> Iterator[Renamed]:
    """Names over columns: a row without headers and amounts, of which others stayed."""
    names = [new.text for _, new in pairs]
    if any(new.header for _, new in pairs) or find_money(edit.after or "") or find_money(edit.before or ""):
        return
    unlike = [(old.text, new.text) for old, new in pairs if old.text != new.text]
    old_names = {old.text for old, _ in pairs}
    if not 0 < len(unlike) < len([name for name in names if name]):
        return
    for old, new in unlike:
        if is_name(old) and is_name(new) and new not in old_names and old not in names:
            yield Renamed(old, new, passage, passage.text.find(new))


def of_a_row(passage: Passage, pairs: Sequence[tuple[Cell, Cell]]) -> Iterator[Renamed]:
    """A row's name, where all else but its price stayed, and one cell at least says what the plan holds or costs."""
    (old, new), *rest = pairs
    priced = any(find_money(cell.text) for _, cell in rest)
    kept = [was.text == now.text and was.text != "" for was, now in rest]
    moved = [(was.text, now.text) for was, now in rest if was.text != now.text]
    if not rest or not priced or not any(kept) or old.text == new.text:
        return
    if is_name(old.text) and is_name(new.text) and all(near(*pair) for pair in moved):
        yield Renamed(old.text, new.text, passage, passage.text.find(new.text))


def is_plan_name(passage: Passage) -> bool:
    """A short heading in title case that is neither a price nor just "Pricing"."""
    name = passage.text.strip()
    most = 6 if name.lower().endswith(" plan") else 3
    if passage.edit.where is not Where.HEADING or len(name) > LONGEST_NAME or len(name.split()) > most:
        return False
    named = not GENERIC.search(name) and not NO_PLAN_TITLE.search(name) and bool(bare_title(name))
    return name[:1].isupper() and name[-1].isalnum() and named and not is_slogan(name) and not find_money(name)


def is_name(words: str) -> bool:
    """Whether a cell's words may name a plan: few of them, begun with a capital letter, and no label of amounts."""
    few = 0 < len(words) <= LONGEST_NAME and len(words.split()) <= FEW_WORDS
    labels = AMOUNTS.search(words) or GENERIC.search(words) or find_money(words)
    return few and words[:1].isupper() and LETTER.search(words) is not None and not labels
