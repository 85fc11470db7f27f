"""Items that stand under another heading than before: a partner that rose a tier, a plan that shipped."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from diffing.comparing.compare import Pair
from diffing.wording.rail_words import RAIL_LABEL
from diffing.wording.text import compared, names_amount
from domain.content import Block, Where

ITEMS = frozenset({Where.LIST, Where.CARD, Where.TABLE, Where.HEADING})  # a card is often told by its heading alone
LONGEST = 12  # words of a name; sentences move about for many reasons
STAYING = 2  # items that both groups keep: with fewer a group was taken apart, not changed
MOST = 3  # with more, the list was put in another order of groups
# Groups that an item leaves by the passing of time alone.
TIMELY = re.compile(
    r"(?<!\w)(?:new|newest|latest|recent(?:ly)?|upcoming|past|previous|next|today|this (?:week|month)|"
    r"neue?s?|neueste|aktuelle?|kommende|vergangene|nouveau\w*|récents?|à venir|passés|"
    r"próxim\w+|pasad\w+|nuev\w+|recientes)(?!\w)",
    re.IGNORECASE,
)


def regrouped(before: Sequence[Block], after: Sequence[Block]) -> list[Pair]:
    """What went from one group of items to another beside it, as one pair for each side; none where many did.

    An item counts by its words alone, once on each side. Both groups stand on both sides under the same heading and
    keep some of their items. Lists that a page makes up by itself, of what is read most or came last, are no groups.
    """
    if not _any_moved(before, after):  # as on nearly every page: then none of its items need be read
        return []
    old, new = _items(before), _items(after)
    there = _groups(old.values()), _groups(new.values())
    found: list[tuple[Block, Block]] = []
    for key, one in old.items():
        other = new.get(key)
        if other is None or one.path == other.path or one.path[:-1] != other.path[:-1]:
            continue
        if all(len(there[0][path] & there[1][path]) >= STAYING for path in (one.path, other.path)):
            found.append((one, other))
    if not found or len(found) > MOST:
        return []
    return [pair for one, other in found for pair in ((one, None), (None, other))]


def _any_moved(before: Sequence[Block], after: Sequence[Block]) -> bool:
    """Whether an item may stand in another place than before: the same words among what stands on one side only.

    What is found as it was on the other side did not move: it would be said twice there.
    """
    old, new = ({_as_it_stands(block): block for block in side if block.where in ITEMS} for side in (before, after))
    gone = _by_words(old[one] for one in old.keys() - new.keys())
    come = _by_words(new[one] for one in new.keys() - old.keys()) if gone else {}
    both = gone.keys() & come.keys()  # on most pages none: only then is it asked whether they are items
    return any(any(map(_is_item, gone[words])) and any(map(_is_item, come[words])) for words in both)


def _as_it_stands(block: Block) -> tuple[Where, tuple[str, ...], str]:
    return block.where, block.path, block.text


def _by_words(blocks: Iterable[Block]) -> dict[str, list[Block]]:
    found: defaultdict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        if _is_short(block):
            found[compared(block.text)].append(block)
    return found


def _is_short(block: Block) -> bool:
    return len(block.text.split(None, LONGEST)) <= LONGEST


def _items(blocks: Sequence[Block]) -> dict[str, Block]:
    """The short items under a heading that are not said twice, by the words they are compared by."""
    keyed = [(compared(block.text), block) for block in blocks if _is_item(block)]
    counts = Counter(key for key, _ in keyed)
    return {key: block for key, block in keyed if key and counts[key] == 1}


def _is_item(block: Block) -> bool:
    return (
        block.where in ITEMS
        and bool(block.path)
        and _is_short(block)
        and not names_amount(block.text)
        and not TIMELY.search(block.path[-1])
        and not RAIL_LABEL.fullmatch(block.path[-1].strip(" :"))
    )


def _groups(blocks: Iterable[Block]) -> defaultdict[tuple[str, ...], set[str]]:
    groups: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for block in blocks:
        groups[block.path].add(compared(block.text))
    return groups
