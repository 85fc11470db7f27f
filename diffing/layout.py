"""Content told from site furniture by the shape of the page: where its prose stands, and what surrounds it."""

import re
from collections import Counter
from dataclasses import replace

from diffing.blocks import Page, Piece
from domain.content import Block, Where

AMOUNT = re.compile(
    r"(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|JPY|CAD|AUD)\b)\s?\d|\d[\d.,]*\s?(?:[$€£¥₹%]|(?:USD|EUR|GBP|CHF|JPY|CAD|AUD)\b)"
)
PROSE = 60  # characters outside links that make a piece a paragraph rather than a label
SHARE = 0.75  # of the prose: a box that holds as much is the content, or holds it
TRUSTED = 0.25  # of the prose: with as much, a box that calls itself the main one is believed
OVERSIZED = 0.5  # of the prose: a region that holds as much is no furniture, whatever it is called
LABEL = 60
SAYS = re.compile(r"\d|[.!?。!?]$")


def content_blocks(page: Page) -> tuple[Block, ...]:
    """The blocks in reading order, furniture marked `chrome` and given the place it stands in."""
    prose = sum(map(_prose, page.pieces))
    oversized = _oversized(page, prose)
    inside = _main_node(page, prose)
    tail = _tail(page.pieces)
    blocks = []
    for position, piece in enumerate(page.pieces):
        where = _furniture(page, piece, oversized, inside) or (Where.FOOTER if position >= tail else None)
        blocks.append(piece.block if where is None else replace(piece.block, where=where, chrome=True))
    return tuple(blocks)


def _prose(piece: Piece) -> int:
    """Characters of running text or of a table: those outside links, where there are enough of them."""
    free = len(piece.block.text) - piece.linked
    return free if free >= PROSE or (piece.block.cells and free > 0) else 0


def _oversized(page: Page, prose: int) -> set[int]:
    held: Counter[int] = Counter()
    for piece in page.pieces:
        for region in piece.regions:
            held[region] += _prose(piece)
    return {region for region, size in held.items() if prose and size > OVERSIZED * prose}


def _main_node(page: Page, prose: int) -> set[int]:
    """The nodes inside the smallest box that still holds most of the prose; empty where there is no prose to go by."""
    if not prose:
        return set()
    held = [0] * len(page.parents)
    for piece in page.pieces:
        size, node = _prose(piece), piece.node
        while size:
            held[node] += size
            if not node:
                break
            node = page.parents[node]
    trusted = {node for node in page.mains if held[node] >= TRUSTED * prose}
    if trusted:
        return _below(page, trusted)
    best = max(range(len(held)), key=lambda node: (held[node] >= SHARE * prose, node if held[node] >= SHARE * prose else 0))
    return _below(page, {best})


def _below(page: Page, nodes: set[int]) -> set[int]:
    """The nodes and all that lie in them; a node's number is greater than that of the node above it."""
    inside = set(nodes)
    for node in range(min(nodes) + 1, len(page.parents)):
        if page.parents[node] in inside:
            inside.add(node)
    return inside


def _furniture(page: Page, piece: Piece, oversized: set[int], inside: set[int]) -> Where | None:
    priced = AMOUNT.search(piece.block.text) is not None
    for number in piece.regions:
        region = page.regions[number]
        if number not in oversized and (region.strong or not priced):
            return region.where
    if priced or not inside or piece.node in inside:
        return None
    if piece.hidden or _is_label(piece):
        return Where.ASIDE
    return None


def _is_label(piece: Piece) -> bool:
    """Words that only lead elsewhere, or too few to say anything."""
    text = piece.block.text
    return _link_only(piece) or (len(text) < LABEL and not SAYS.search(text))


def _link_only(piece: Piece) -> bool:
    return piece.linked >= 0.8 * len(piece.block.text)


def _tail(pieces: list[Piece]) -> int:
    """Where the furniture after the content begins: the first run of links behind the last paragraph."""
    last = max((at for at, piece in enumerate(pieces) if _prose(piece)), default=len(pieces))
    for at in range(last + 1, len(pieces) - 2):
        if all(_link_only(piece) for piece in pieces[at : at + 3]):
            return at
    return len(pieces)
