"""Content told from site furniture by the shape of the page: where its prose stands, and what surrounds it."""

import re
from collections import Counter
from dataclasses import replace

from diffing.blocks import Page, Piece
from domain.content import Block, Where

AMOUNT = re.compile(
    r"(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|JPY|CAD|AUD)\b)\s?\d|\d[\d.,]*\s?(?:[$€£¥₹%]|(?:USD|EUR|GBP|CHF|JPY|CAD|AUD)\b)"
)
CONSENT = re.compile(r"cookie|\bconsent|traceurs", re.IGNORECASE)
PROSE = 60  # characters outside links that make a piece a paragraph rather than a label
SHARE = 0.75  # of the prose: a box that holds as much is the content, or holds it
TRUSTED = 0.25  # of the prose: with as much, a box that calls itself the main one is believed
OVERSIZED = 0.5  # of the prose: a region that holds as much is no furniture, whatever it is called
LABEL = 60
SAYS = re.compile(r"\d|[.!。!]$")
ASIDE_SHARE = 0.05
PROSAIC = 0.6
RAIL = 3


def content_blocks(page: Page) -> tuple[Block, ...]:
    """The blocks in reading order, furniture marked `chrome` and given the place it stands in."""
    prose = sum(map(_prose, page.pieces))
    oversized = _oversized(page, prose)
    inside, around = _main_node(page, prose)
    banners = _consent_branches(page, inside, around)
    tail = _tail(page.pieces)
    shown = _hidden_share(page.pieces, prose) < ASIDE_SHARE
    prosaic = prose > PROSAIC * sum(len(piece.block.text) for piece in page.pieces)
    rails = _rails(page.pieces) if prosaic else set()
    blocks = []
    for position, piece in enumerate(page.pieces):
        where = _furniture(page, piece, oversized, inside)
        if where is None and banners and _branch(page, piece.node, around) in banners:
            where = Where.BANNER
        if where is None and position >= tail:
            where = Where.FOOTER
        if where is None and not _priced(piece):
            where = _beside_the_text(piece, position in rails, shown)
        blocks.append(piece.block if where is None else replace(piece.block, where=where, chrome=True))
    return tuple(blocks)


def _beside_the_text(piece: Piece, railed: bool, shown: bool) -> Where | None:
    """What stands among the paragraphs and is none: rows of bare links on a page of prose, and the odd hidden message."""
    if railed:
        return Where.LINK
    return Where.ASIDE if shown and piece.hidden else None


def _rails(pieces: list[Piece]) -> set[int]:
    """Positions inside runs of bare links; a single link between paragraphs belongs to them."""
    found: set[int] = set()
    length = 0
    for position, piece in enumerate(pieces):
        length = length + 1 if _link_only(piece) else 0
        if length >= RAIL:
            found.update(range(position - RAIL + 1, position + 1))
    return found


def _hidden_share(pieces: list[Piece], prose: int) -> float:
    """How much of the prose is hidden: a page of folded sections hides much of it, and means it to be read."""
    return sum(_prose(piece) for piece in pieces if piece.hidden) / prose if prose else 1.0


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


def _main_node(page: Page, prose: int) -> tuple[set[int], set[int]]:
    """The nodes inside the box that holds the content, and those around it; empty where there is no prose to go by.

    It is what calls itself the main part and holds some prose, else the smallest box that holds most of it.
    """
    if not prose:
        return set(), set()
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
        return _below(page, trusted), _above(page, trusted)
    best = max(
        range(len(held)), key=lambda node: (held[node] >= SHARE * prose, node if held[node] >= SHARE * prose else 0)
    )
    return _below(page, {best}), _above(page, {best})


def _above(page: Page, nodes: set[int]) -> set[int]:
    found = {0}
    for node in nodes:
        while node not in found:
            found.add(node)
            node = page.parents[node]
    return found


def _branch(page: Page, node: int, around: set[int]) -> int:
    """The outermost box a node lies in that does not hold the content; the node itself where there is none."""
    while node not in around and page.parents[node] not in around:
        node = page.parents[node]
    return node


def _consent_branches(page: Page, inside: set[int], around: set[int]) -> set[int]:
    """Boxes beside the content that ask for consent to cookies."""
    if not around:
        return set()
    asking = (piece.node for piece in page.pieces if piece.node not in inside and CONSENT.search(piece.block.text))
    return {_branch(page, node, around) for node in asking} - around


def _below(page: Page, nodes: set[int]) -> set[int]:
    """The nodes and all that lie in them; a node's number is greater than that of the node above it."""
    inside = set(nodes)
    for node in range(min(nodes) + 1, len(page.parents)):
        if page.parents[node] in inside:
            inside.add(node)
    return inside


def _furniture(page: Page, piece: Piece, oversized: set[int], inside: set[int]) -> Where | None:
    priced = _priced(piece)
    for number in piece.regions:
        region = page.regions[number]
        if number not in oversized and (region.strong or not priced):
            return region.where
    if priced or not inside or piece.node in inside:
        return None
    if piece.hidden or _is_label(piece):
        return Where.ASIDE
    return None


def _priced(piece: Piece) -> bool:
    return AMOUNT.search(piece.block.text) is not None


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
