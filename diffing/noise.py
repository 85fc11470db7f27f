"""Differences that mean nothing to a reader, told by their shape; each is stated so that it can be explained."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from diffing.dates import date_line, only_date
from diffing.passing import running_count
from diffing.text import compared, names_amount
from domain.content import Block

Pair = tuple[Block | None, Block | None]
FEWEST_SHIFTED = 2
FEWEST_REPEATED = 2
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A pair that is left out, and the phrase that names the kind of noise it is."""

    pair: Pair
    noise: str


@dataclass(frozen=True, slots=True)
class _Split:
    """What one rule made of the pairs it was given."""

    kept: list[Pair]
    dropped: list[Pair]


def without_noise(
    pairs: Sequence[Pair], title: str, headings: frozenset[str] = frozenset()
) -> tuple[list[Pair], list[Dropped]]:
    """The pairs that are news, and those that were left out, each with its kind of noise, rule by rule.

    `title` is the page's; `headings` are those that stand on both sides, as compared. Two halves of different pairs
    that belong together (a date that left one line and stands in another notation in the next) are left out as one.
    """
    kept = list(pairs)
    left: list[Dropped] = []
    for name, rule in (
        ("the page's own title repeated", lambda found: _drop_title(found, title)),
        ("a heading of the page listed again", lambda found: _drop_listed(found, headings)),
        ("a date in another notation", _drop_renoted_dates),
        ("dates shown for another time zone", _drop_shifted_dates),
        ("a running count", _drop_running_counts),
        ("a link renamed wherever it stands", _drop_renamed_links),
        ("the same words in another order", _drop_reordered),
    ):
        split = rule(kept)
        kept = split.kept
        left += [Dropped(pair, name) for pair in split.dropped]
    return kept, left


def kinds(dropped: Sequence[Dropped]) -> list[str]:
    """Each kind of noise once, in the order it was found."""
    return list(dict.fromkeys(one.noise for one in dropped))


def _split(pairs: Sequence[Pair], drops: Callable[[Pair], bool]) -> _Split:
    kept: list[Pair] = []
    dropped: list[Pair] = []
    for pair in pairs:
        (dropped if drops(pair) else kept).append(pair)
    return _Split(kept, dropped)


def _drop_title(pairs: list[Pair], title: str) -> _Split:
    heading = f" {compared(title)} "
    return _split(pairs, lambda pair: None in pair and f" {compared(_text(pair))} " in heading)


def _drop_listed(pairs: list[Pair], headings: frozenset[str]) -> _Split:
    """Drops entries of a table of contents: the heading itself stood on the page before and still does."""
    return _split(pairs, lambda pair: None in pair and compared(_text(pair)) in headings)


def _drop_renoted_dates(pairs: list[Pair]) -> _Split:
    """Drops a short line with a date where another one with the same date takes its place ("Updated: ...")."""
    gone = {at: line for at, (before, _) in enumerate(pairs) if before and (line := date_line(before.text))[1]}
    moved: list[tuple[int, int]] = []
    for at, (_, after) in enumerate(pairs):
        written, days = date_line(after.text) if after else ("", frozenset())
        match = next((other for other, (text, known) in gone.items() if days & known and text != written), None)
        if match is not None:
            del gone[match]
            moved.append((match, at))
    return _halved(pairs, moved)


def _drop_shifted_dates(pairs: list[Pair]) -> _Split:
    """Drops blocks that are only a date where all of them moved by one day the same way: a clock, not an editor."""
    gone = [(at, day) for at, (before, _) in enumerate(pairs) if before and (day := only_date(before.text))]
    come = [(at, day) for at, (_, after) in enumerate(pairs) if after and (day := only_date(after.text))]
    for step in (DAY, -DAY):
        if len(come) >= FEWEST_SHIFTED and Counter(day + step for _, day in gone) == Counter(day for _, day in come):
            old, new = sorted(gone, key=lambda one: one[1]), sorted(come, key=lambda one: one[1])
            return _halved(pairs, [(one[0], other[0]) for one, other in zip(old, new, strict=True)])
    return _Split(pairs, [])


def _halved(pairs: list[Pair], moved: Sequence[tuple[int, int]]) -> _Split:
    """The pairs without the `before` of one and the `after` of another (or the same), which go together."""
    out, into = {one for one, _ in moved}, {other for _, other in moved}
    rest = [(None if at in out else a, None if at in into else b) for at, (a, b) in enumerate(pairs)]
    kept = [pair for pair in rest if pair != (None, None)]
    return _Split(kept, [(pairs[one][0], pairs[other][1]) for one, other in moved])


def _drop_running_counts(pairs: list[Pair]) -> _Split:
    """Drops lines of prose that differ in a running count only; the cells of a table are figures somebody set."""
    return _split(pairs, lambda pair: _counts_on(*pair))


def _counts_on(before: Block | None, after: Block | None) -> bool:
    return before is not None and after is not None and not before.cells and running_count(before.text, after.text)


def _drop_renamed_links(pairs: list[Pair]) -> _Split:
    """Drops a bare link that got other words and the same address twice or more: a menu repeated on the page."""
    renamed = Counter(map(_renamed_link, pairs))
    del renamed[None]
    return _split(pairs, lambda pair: renamed[_renamed_link(pair)] >= FEWEST_REPEATED)


def _renamed_link(pair: Pair) -> tuple[str, str, str] | None:
    """The words before and after and the address, where a line is one link and nothing else on both sides."""
    before, after = pair
    if before is None or after is None or len(before.links) != 1 or len(after.links) != 1:
        return None
    [old], [new] = before.links, after.links
    bare = old.text == before.text and new.text == after.text and old.url == new.url
    return (old.text, new.text, new.url) if bare and not any(map(str.isdigit, old.text + new.text)) else None


def _drop_reordered(pairs: list[Pair]) -> _Split:
    """Drops everything where all pairs together take away exactly the words they add, and no amount is among them."""
    net: Counter[str] = Counter()
    for before, after in pairs:
        net.update(compared(after.text).split() if after else ())
        net.subtract(compared(before.text).split() if before else ())
    if any(net.values()) or any(names_amount(_text(pair)) for pair in pairs):
        return _Split(pairs, [])
    return _Split([], pairs)


def _text(pair: Pair) -> str:
    return " ".join(block.text for block in pair if block)
