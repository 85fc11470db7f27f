"""Differences that mean nothing to a reader, told by their shape; each is stated so that it can be explained."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from diffing.noise.calls import drop_reworded_calls
from diffing.noise.columns import drop_reordered_columns
from diffing.noise.dates import drop_renoted_dates, drop_shifted_dates
from diffing.noise.latest import drop_rolled_off
from diffing.noise.moved import moved_rules
from diffing.noise.rails import drop_rails, drop_turns
from diffing.noise.reordered import drop_reordered, drop_title
from diffing.noise.rolling import drop_rolled_days
from diffing.noise.scene import Pair, Rule, Scene, Split, text_of
from diffing.noise.siblings import drop_sibling_counts
from diffing.noise.turns import drop_small_turns
from diffing.noise.twice import drop_copies
from diffing.wording.text import compared

FEWEST_REPEATED = 2


@dataclass(frozen=True, slots=True)
class Dropped:
    """A pair that is left out, and the phrase that names the kind of noise it is."""

    pair: Pair
    noise: str


def without_noise(pairs: Sequence[Pair], scene: Scene) -> tuple[list[Pair], list[Dropped]]:
    """The pairs that are news, and those that were left out, each with its kind of noise, rule by rule.

    Two halves of different pairs that belong together (a date that left one line and stands in another notation in the
    next) are left out as one.
    """
    kept = list(pairs)
    left: list[Dropped] = []
    for name, rule in chain(FIRST, moved_rules(scene.days), THEN):
        if not kept:
            break
        split = rule(kept, scene)
        kept = split.kept
        left += [Dropped(pair, name) for pair in split.dropped]
    return kept, left


def kinds(dropped: Sequence[Dropped]) -> list[str]:
    """Each kind of noise once, in the order it was found."""
    return list(dict.fromkeys(one.noise for one in dropped))


def _split(pairs: Sequence[Pair], drops: Callable[[Pair], bool]) -> Split:
    kept: list[Pair] = []
    dropped: list[Pair] = []
    for pair in pairs:
        (dropped if drops(pair) else kept).append(pair)
    return Split(kept, dropped)


def _drop_listed(pairs: list[Pair], scene: Scene) -> Split:
    """Drops entries of a table of contents: the heading itself stood on the page before and still does."""
    if all(None not in pair for pair in pairs):
        return Split(pairs, [])
    headings = scene.headings()
    return _split(pairs, lambda pair: None in pair and compared(text_of(pair)) in headings)


def _drop_renamed_links(pairs: list[Pair], scene: Scene) -> Split:
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


# Before and after the rules on what moves by itself: the order in which they are asked, and told.
FIRST: tuple[tuple[str, Rule], ...] = (
    ("the page's own title repeated", drop_title),
    ("a heading of the page listed again", _drop_listed),
    ("a date in another notation", drop_renoted_dates),
    ("dates shown for another time zone", drop_shifted_dates),
    ("a calendar of the last days", drop_rolled_days),
    ("a small box that shows another thing each time", drop_small_turns),
)
THEN: tuple[tuple[str, Rule], ...] = (
    ("numbers that move on all cards alike", drop_sibling_counts),
    ("a rail of related or recommended things", drop_rails),
    ("shown in turns, by its label", drop_turns),
    ("what made room at the end of a list of the latest", drop_rolled_off),
    ("a call to act in other words", drop_reworded_calls),
    ("a link renamed wherever it stands", _drop_renamed_links),
    ("the columns of a table in another order", drop_reordered_columns),
    ("the same words in another order", drop_reordered),
    ("said twice on the page", drop_copies),
)
