"""What a page shows in turns: related articles, recommendations, the story of the week; told by the label above."""

import re
from collections.abc import Container, Sequence
from functools import lru_cache
from itertools import takewhile

from diffing.noise.scene import Pair, Scene, Split, text_of
from diffing.wording.rail_words import RAIL_LABEL, TURN_LABEL
from diffing.wording.text import compared, names_amount
from domain.content import Block, Where

LONGEST_LABEL = 60
LONGEST_CARD = 240  # characters: a longer paragraph is no teaser any more
MOST_BLOCKS = 60
FEWEST_CARDS = 2
BADGE = re.compile(
    r"\w+|(?:most(?! (?:read|viewed|shared|discussed))|le plus|am|lo más|el más) \w+|\W*|人気|おすすめ|推荐|热门",
    re.IGNORECASE,
)
LONGEST_TURN = 160


def drop_rails(pairs: list[Pair], scene: Scene) -> Split:
    """Drops what came and went in a rail; an amount there is kept where what it is the price of stayed."""
    asked = {id(block) for pair in pairs for block in pair}
    old, new = _rail(scene.before, asked), _rail(scene.after, asked)
    inside = [(one is None or id(one) in old) and (other is None or id(other) in new) for one, other in pairs]
    priced = {at for at, pair in enumerate(pairs) if inside[at] and names_amount(text_of(pair))}
    sides = (scene.before, scene.after) if priced else ()
    there = [{compared(block.text) for block in side} for side in sides]
    kept: list[Pair] = []
    dropped: list[Pair] = []
    for at, pair in enumerate(pairs):
        turned = inside[at] and not (at in priced and _stayed(pair, old, new, there))
        (dropped if turned else kept).append(pair)
    return Split(kept, dropped)


def drop_turns(pairs: list[Pair], scene: Scene) -> Split:
    """Drops a line led by the label of a turn ("Customer of the week: ...") replaced by another one so led."""
    kept: list[Pair] = []
    dropped: list[Pair] = []
    for pair in pairs:
        (dropped if _turned(pair) else kept).append(pair)
    return Split(kept, dropped)


def _turned(pair: Pair) -> bool:
    before, after = pair
    if before is None or after is None or names_amount(text_of(pair)):
        return False
    old, new = (TURN_LABEL.match(block.text) for block in (before, after))
    short = max(len(before.text), len(after.text)) <= LONGEST_TURN
    return bool(short and old and new and compared(old[0]) == compared(new[0]))


def _stayed(pair: Pair, old: dict[int, str], new: dict[int, str], there: Sequence[set[str]]) -> bool:
    """Whether the card that an amount stands on is on the page at both visits."""
    cards = [cards[id(block)] for cards, block in ((old, pair[0]), (new, pair[1])) if block is not None]
    return not cards or any(card and card in there[0] and card in there[1] for card in cards)


def _rail(blocks: Sequence[Block], asked: Container[int]) -> dict[int, str]:
    """The blocks that stand in a rail, by identity, with the words of the card each of them belongs to.

    A label alone is none ("Most popular" on a plan): cards that lead elsewhere have to stand under it. Only the blocks
    above those that are `asked` for are read as labels.
    """
    found: dict[int, str] = {}
    for at in _above(blocks, asked):
        label = blocks[at]
        if not _is_label(label):
            continue
        cards = list(takewhile(lambda block: not _ends(label, block), blocks[at + 1 : at + 1 + MOST_BLOCKS]))  # noqa: B023
        if not _is_rail(label, cards):
            continue
        card = ""
        for block in cards:
            if not names_amount(block.text) and (block.where is Where.HEADING or block.links or not card):
                card = compared(block.text)
            found[id(block)] = card
    return found


def _above(blocks: Sequence[Block], asked: Container[int]) -> list[int]:
    """Positions from which one of the blocks asked for can be reached, from the top."""
    found: list[int] = []
    near = 0
    for at in reversed(range(len(blocks))):
        if near:
            found.append(at)
        near = MOST_BLOCKS if id(blocks[at]) in asked else max(0, near - 1)
    return found[::-1]


def _is_rail(label: Block, cards: Sequence[Block]) -> bool:
    """Links under a label; or, under a heading of two words or more, anything without an amount."""
    if sum(bool(block.links) for block in cards) >= FEWEST_CARDS:
        return True
    worded = label.where is Where.HEADING and BADGE.fullmatch(label.text.strip()) is None
    return worded and bool(cards) and not any(names_amount(block.text) for block in cards)


def _is_label(block: Block) -> bool:
    return len(block.text) <= LONGEST_LABEL and not block.cells and _names_rail(block.text)


@lru_cache(maxsize=4_096)  # most short lines stand at both visits
def _names_rail(text: str) -> bool:
    return RAIL_LABEL.fullmatch(text.strip(" :：·»›→…")) is not None


def _ends(label: Block, block: Block) -> bool:
    """Whether a block is behind the rail: under another heading that is no card of it, or too long for one."""
    inside = label.where is Where.HEADING and block.path[: len(label.path) + 1] == (*label.path, label.text)
    if label.where is Where.HEADING and not inside:
        return not (block.where is Where.HEADING and _all_link(block)) and block.path[: len(label.path)] != label.path
    if block.where is Where.HEADING:
        return not _all_link(block) and label.where is not Where.HEADING
    return len(block.text) > LONGEST_CARD or bool(block.cells)


def _all_link(block: Block) -> bool:
    return sum(len(link.text) for link in block.links) >= 0.8 * len(block.text)
