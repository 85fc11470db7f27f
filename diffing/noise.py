"""Differences that mean nothing to a reader, told by their shape; each is stated so that it can be explained."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from diffing.dates import date_line, only_date
from diffing.passing import running_count
from diffing.text import compared, names_amount
from domain.content import Block

Pair = tuple[Block | None, Block | None]
FEWEST_SHIFTED = 2
FEWEST_REPEATED = 2
DAY = timedelta(days=1)


def without_noise(
    pairs: Sequence[Pair], title: str, headings: frozenset[str] = frozenset()
) -> tuple[list[Pair], list[str]]:
    """The pairs that are news, and a phrase for each kind of noise that was left out.

    `title` is the page's; `headings` are those that stand on both sides, as compared.
    """
    kept, said = list(pairs), []
    for name, rule in (
        ("the page's own title repeated", lambda found: _drop_title(found, title)),
        ("a heading of the page listed again", lambda found: _drop_listed(found, headings)),
        ("a date in another notation", _drop_renoted_dates),
        ("dates shown for another time zone", _drop_shifted_dates),
        ("a running count", _drop_running_counts),
        ("a link renamed wherever it stands", _drop_renamed_links),
        ("the same words in another order", _drop_reordered),
    ):
        left = rule(kept)
        if len(left) < len(kept):
            said.append(name)
        kept = left
    return kept, said


def _drop_title(pairs: list[Pair], title: str) -> list[Pair]:
    heading = f" {compared(title)} "
    return [pair for pair in pairs if None not in pair or f" {compared(_text(pair))} " not in heading]


def _drop_listed(pairs: list[Pair], headings: frozenset[str]) -> list[Pair]:
    """Drops entries of a table of contents: the heading itself stood on the page before and still does."""
    return [pair for pair in pairs if None not in pair or compared(_text(pair)) not in headings]


def _drop_renoted_dates(pairs: list[Pair]) -> list[Pair]:
    """Drops a short line with a date where another one with the same date takes its place ("Updated: ...")."""
    gone = {at: line for at, (before, _) in enumerate(pairs) if before and (line := date_line(before.text))[1]}
    dropped: set[tuple[int, int]] = set()
    for at, (_, after) in enumerate(pairs):
        written, days = date_line(after.text) if after else ("", frozenset())
        match = next((other for other, (text, known) in gone.items() if days & known and text != written), None)
        if match is not None:
            del gone[match]
            dropped |= {(match, 0), (at, 1)}
    rest = [(None if (at, 0) in dropped else a, None if (at, 1) in dropped else b) for at, (a, b) in enumerate(pairs)]
    return [pair for pair in rest if pair != (None, None)]


def _drop_shifted_dates(pairs: list[Pair]) -> list[Pair]:
    """Drops blocks that are only a date where all of them moved by one day the same way: a clock, not an editor."""
    gone = [(at, day) for at, (before, _) in enumerate(pairs) if before and (day := only_date(before.text))]
    come = [(at, day) for at, (_, after) in enumerate(pairs) if after and (day := only_date(after.text))]
    for step in (DAY, -DAY):
        if len(come) >= FEWEST_SHIFTED and Counter(day + step for _, day in gone) == Counter(day for _, day in come):
            moved_out, moved_in = {at for at, _ in gone}, {at for at, _ in come}
            rest = [(None if at in moved_out else a, None if at in moved_in else b) for at, (a, b) in enumerate(pairs)]
            return [pair for pair in rest if pair != (None, None)]
    return pairs


def _drop_running_counts(pairs: list[Pair]) -> list[Pair]:
    """Drops lines of prose that differ in a running count only; the cells of a table are figures somebody set."""
    return [(a, b) for a, b in pairs if not (a and b and not a.cells and running_count(a.text, b.text))]


def _drop_renamed_links(pairs: list[Pair]) -> list[Pair]:
    """Drops a bare link that got other words and the same address twice or more: a menu repeated on the page."""
    renamed = Counter(map(_renamed_link, pairs))
    del renamed[None]
    return [pair for pair in pairs if renamed[_renamed_link(pair)] < FEWEST_REPEATED]


def _renamed_link(pair: Pair) -> tuple[str, str, str] | None:
    """The words before and after and the address, where a line is one link and nothing else on both sides."""
    before, after = pair
    if before is None or after is None or len(before.links) != 1 or len(after.links) != 1:
        return None
    [old], [new] = before.links, after.links
    bare = old.text == before.text and new.text == after.text and old.url == new.url
    return (old.text, new.text, new.url) if bare and not any(map(str.isdigit, old.text + new.text)) else None


def _drop_reordered(pairs: list[Pair]) -> list[Pair]:
    """Drops everything where all pairs together take away exactly the words they add, and no amount is among them."""
    net: Counter[str] = Counter()
    for before, after in pairs:
        net.update(compared(after.text).split() if after else ())
        net.subtract(compared(before.text).split() if before else ())
    if any(net.values()) or any(names_amount(_text(pair)) for pair in pairs):
        return pairs
    return []


def _text(pair: Pair) -> str:
    return " ".join(block.text for block in pair if block)
