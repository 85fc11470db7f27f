"""Content told from site furniture by the shape of the page: where its prose stands, and what surrounds it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diffing.reading.copies import copied_pieces
from diffing.reading.pieces import Page, Piece, Setting
from diffing.reading.testimonials import is_testimonial, may_quote
from domain.content import Block, Where

CONSENT = ("cookie", "consent", "traceurs")
RESERVED = ("©", "reserved", "réservés", "vorbehalten")  # one of them stands in each notice of copyright
RIGHTS = re.compile(
    r"^\W*copyright\W*©|^\W*©|all rights reserved|tous droits réservés|alle rechte vorbehalten", re.IGNORECASE
)
SAYS = re.compile(r"\d|[.!。!]$")
PROSE = 60  # characters outside links that make a piece a paragraph rather than a label
SHARE = 0.75  # of the prose: a box that holds as much is the content, or holds it
TRUSTED = 0.25  # of the prose: with as much, a box that calls itself the main one is believed
OVERSIZED = 0.5  # of the prose: a region that holds as much is no furniture, whatever it is called
FOLDED = 0.05  # of the prose: a page that hides more means it to be unfolded and read
PROSAIC = 0.6  # of all characters: a page with as much prose is read for it, not for its links
LABEL = 60
RIGHTS_LINE = 120
RAIL = 3

Place = tuple[Where, str]  # of furniture, and the sign that told it


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the page as a whole says about each of its pieces; `quotes` says whether any of them may be a quotation."""

    page: Page
    oversized: frozenset[int]
    inside: frozenset[int]
    around: frozenset[int]
    banners: frozenset[int]
    priced: frozenset[int]
    rails: frozenset[int]
    folded: bool
    copies: frozenset[int]
    tail: int
    quotes: bool


def content_blocks(page: Page) -> tuple[Block, ...]:
    """The blocks in reading order, furniture marked `chrome` and given the place it stands in.

    An amount of money is furniture only inside what says by its tag or role that it is.
    """
    ground = _survey(page)
    places = [_place(ground, position, piece) for position, piece in enumerate(page.pieces)]
    if all(places):
        places = [_claimed(ground, piece, weak=False) for piece in page.pieces]
    return tuple(
        piece.block() if place is None else piece.furniture(*place)
        for piece, place in zip(page.pieces, places, strict=True)
    )


def _survey(page: Page) -> _Ground:
    pieces = page.pieces
    sizes = [_prose(piece) for piece in pieces]
    oversized = _oversized(page, sizes)
    furnished = _furnished(page, oversized)
    sizes = [0 if piece.setting in furnished else size for piece, size in zip(pieces, sizes, strict=True)]
    prose = sum(sizes)
    inside, around = _main_box(page, sizes)
    free = sum([len(piece.text) for piece in pieces if piece.setting not in furnished])
    prosaic = prose > PROSAIC * free
    if not prosaic and not page.mains:
        inside, around = frozenset(), frozenset()
    hidden = sum([size for piece, size in zip(pieces, sizes, strict=True) if piece.setting.hidden])
    return _Ground(
        page=page,
        oversized=oversized,
        inside=inside,
        around=around,
        banners=_consent_boxes(page, inside, around),
        priced=_priced_boxes(page, around),
        rails=_rails(pieces) if prosaic else frozenset(),
        folded=hidden >= FOLDED * prose,
        copies=copied_pieces(pieces),
        tail=_tail(pieces, sizes) if prosaic else len(pieces),
        quotes=may_quote("".join([piece.text for piece in pieces])),
    )


def _place(ground: _Ground, position: int, piece: Piece) -> Place | None:
    """Which furniture a piece belongs to, by the first thing that says so, and that; None where it is content."""
    claimed = _claimed(ground, piece, weak=True)
    if position in ground.copies:
        return Where.ASIDE, "a copy for other screens"
    if claimed is not None or piece.priced:
        return claimed
    if position >= ground.tail:
        return Where.FOOTER, "links behind the last paragraph"
    if len(piece.text) < RIGHTS_LINE and _claims_rights(piece.text):
        return Where.FOOTER, "a copyright notice"
    if ground.banners and _branch(ground.page, piece.node, ground.around) in ground.banners:
        return Where.BANNER, "a box that asks for consent"
    if position in ground.rails:
        return Where.LINK, "a run of bare links"
    if piece.setting.hidden and not ground.folded:
        return Where.ASIDE, "hidden from readers"
    if ground.quotes and is_testimonial(piece.text):
        return Where.ASIDE, "a quotation with a name"
    if (
        not ground.inside
        or piece.node in ground.inside
        or _branch(ground.page, piece.node, ground.around) in ground.priced
    ):
        return None
    return (Where.ASIDE, "a label outside the main part") if piece.setting.hidden or _is_label(piece) else None


def _claims_rights(text: str) -> bool:
    return any(map(text.casefold().__contains__, RESERVED)) and RIGHTS.search(text) is not None


def _claimed(ground: _Ground, piece: Piece, *, weak: bool) -> Place | None:
    """The furniture an element around the piece claims to be; weak claims do not cover an amount of money."""
    for number in piece.setting.regions:
        region = ground.page.regions[number]
        if region.certain or (number not in ground.oversized and (region.strong or (weak and not piece.priced))):
            return region.where, region.sign
    return None


def _prose(piece: Piece) -> int:
    """Characters of running text or of a table: those outside links, where there are enough of them."""
    free = len(piece.text) - piece.linked
    return free if free >= PROSE or (piece.cells and free > 0) else 0


def _furnished(page: Page, oversized: frozenset[int]) -> frozenset[Setting]:
    """The settings of pieces in furniture, which say nothing of where the content is."""
    return frozenset(
        [setting for setting in {piece.setting for piece in page.pieces} if not oversized.issuperset(setting.regions)]
    )


def _oversized(page: Page, sizes: Sequence[int]) -> frozenset[int]:
    """Regions that hold most of the prose and most of all words: the page is wrapped in them. `sizes`: its prose."""
    held: dict[Setting, int] = {}
    lengths: dict[Setting, int] = {}
    for piece, size in zip(page.pieces, sizes, strict=True):
        setting = piece.setting
        held[setting] = held.get(setting, 0) + size
        lengths[setting] = lengths.get(setting, 0) + len(piece.text)
    prose: dict[int, int] = {}
    words: dict[int, int] = {}
    all_prose = all_words = 0
    certain = {number for number, region in enumerate(page.regions) if region.certain}
    for setting, size in held.items():
        if not certain.isdisjoint(setting.regions):
            continue
        length = lengths[setting]
        all_prose, all_words = all_prose + size, all_words + length
        for number in setting.regions:
            prose[number] = prose.get(number, 0) + size
            words[number] = words.get(number, 0) + length
    return frozenset(
        region
        for region, size in prose.items()
        if size > OVERSIZED * all_prose and words[region] > OVERSIZED * all_words
    )


def _main_box(page: Page, sizes: list[int]) -> tuple[frozenset[int], frozenset[int]]:
    """The nodes inside the box that holds the content, and those around it; empty where there is no prose to go by.

    It is what calls itself the main part and holds some prose, else the smallest box that holds most of it.
    """
    prose = sum(sizes)
    if not prose:
        return frozenset(), frozenset()
    held = [0] * len(page.parents)
    for piece, size in zip(page.pieces, sizes, strict=True):
        held[piece.node] += size
    for node in range(len(held) - 1, 0, -1):
        held[page.parents[node]] += held[node]
    boxes = {node for node in page.mains if held[node] >= TRUSTED * prose}
    boxes = boxes or {max(node for node, size in enumerate(held) if size >= SHARE * prose)}
    return _below(page, boxes), _above(page, boxes)


def _below(page: Page, nodes: set[int]) -> frozenset[int]:
    """The nodes and all that lie in them; a node's number is greater than that of the node above it."""
    inside = set(nodes)
    for node in range(min(nodes) + 1, len(page.parents)):
        if page.parents[node] in inside:
            inside.add(node)
    return frozenset(inside)


def _above(page: Page, nodes: set[int]) -> frozenset[int]:
    found = {0}
    for node in nodes:
        while node not in found:
            found.add(node)
            node = page.parents[node]
    return frozenset(found)


def _branch(page: Page, node: int, around: frozenset[int]) -> int:
    """The outermost box a node lies in that does not hold the content; the node itself where there is none."""
    while node not in around and page.parents[node] not in around:
        node = page.parents[node]
    return node


def _consent_boxes(page: Page, inside: frozenset[int], around: frozenset[int]) -> frozenset[int]:
    """Boxes beside the content that ask for consent to cookies."""
    if not around:
        return frozenset()
    asking = (piece for piece in page.pieces if piece.node not in inside and _asks(piece.text))
    return frozenset(_branch(page, piece.node, around) for piece in asking) - around


def _asks(text: str) -> bool:
    return any(map(text.lower().__contains__, CONSENT))


def _priced_boxes(page: Page, around: frozenset[int]) -> frozenset[int]:
    """Boxes beside the content that name a price: what else stands in them is what it buys."""
    if not around:
        return frozenset()
    priced = (piece for piece in page.pieces if not piece.setting.regions and piece.priced)
    return frozenset(_branch(page, piece.node, around) for piece in priced) - around


def _rails(pieces: list[Piece]) -> frozenset[int]:
    """Positions inside runs of bare links, with the label above them; a lone link belongs to its paragraphs."""
    found: set[int] = set()
    start, links = -1, 0
    for position, piece in enumerate(pieces):
        if not _link_only(piece):
            start, links = position, 0
            continue
        links += max(1, len(piece.links))
        if links >= RAIL:
            found.update(range(start + 1, position + 1) if start + 1 not in found else (position,))
            if start >= 0 and _is_label(pieces[start]):
                found.add(start)
    return frozenset(found)


def _is_label(piece: Piece) -> bool:
    """Words that only lead elsewhere, or too few to say anything."""
    text = piece.text
    return _link_only(piece) or (len(text) < LABEL and not SAYS.search(text))


def _link_only(piece: Piece) -> bool:
    return piece.linked >= 0.8 * len(piece.text)


def _tail(pieces: list[Piece], sizes: list[int]) -> int:
    """Where the furniture after the content begins: the first run of links behind the last paragraph."""
    last = max((at for at, size in enumerate(sizes) if size or pieces[at].priced), default=len(pieces))
    for at in range(last + 1, len(pieces) - 2):
        if all(_link_only(piece) for piece in pieces[at : at + 3]):
            return at
    return len(pieces)
