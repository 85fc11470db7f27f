"""Small boxes that show another thing at each visit: paid places, voices, whoever is on duty, distances."""

import re
from collections.abc import Callable, Container, Sequence
from itertools import pairwise

from diffing.noise.scene import Pair, Scene, Split, halved
from diffing.reading.testimonials import NAMED
from diffing.wording.text import names_amount
from domain.content import Block

Lines = dict[int, Block]
LONGEST = 120
LONGEST_AUTHOR = 90
FEWEST_DISTANCES = 3
PAID = re.compile(
    r"(?:sponsored|advertisement|promoted|paid placement|anzeige|gesponsert|werbung|sponsorisé|publicité|annonce|"
    r"patrocinado|anuncio|publicidad|広告|スポンサー|赞助|推广|广告)",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"[^?？]{5,80}[?？]\s*[\"“„«「][^\"“”«»「」]+[\"”“»」]\s*[-–—]\s*[^\W\d_][\w'’-]*(?:\s[^\W\d_][\w'’-]*)?"
)
ON_DUTY = re.compile(
    r"(?:[^\W\d_][\w'’-]*\s?){1,2} ?(?:(?:is here (?:for you|to help)|is on duty|ist (?:jetzt )?für sie da|"
    r"est là pour vous|est à votre écoute|está (?:aquí )?para (?:ti|usted|ayudarte))(?: now| right now|今)?|"
    r"が(?:ご)?対応(?:し|いた)します|为您服务)\W*",
    re.IGNORECASE,
)
DISTANCE = re.compile(r"\d[\d.,]*\s?(?:miles?|mi|km|公里|キロ)", re.IGNORECASE)
NEAR = re.compile(
    r"(?:near|around|close to|près de|autour de|in der nähe von|nahe|cerca de)\s+[^\d$€£]{2,50}", re.IGNORECASE
)


def drop_small_turns(pairs: list[Pair], scene: Scene) -> Split:
    """Drops a short line that takes the place of another one of the same small box; no amount, and never one alone.

    A box is known by the label above (a paid place), by the quotation above its author, or by the shape of its line.
    """
    asked = {id(block) for pair in pairs for block in pair}
    paid = _below_paid(scene.before, asked) | _below_paid(scene.after, asked)
    boxes: tuple[Callable[[Block], bool], ...] = (
        lambda block: id(block) in paid,
        lambda block: id(block) in scene.authors and _is_author(block),
        lambda block: ("?" in block.text or "？" in block.text) and ASKED.fullmatch(block.text) is not None,
        lambda block: ON_DUTY.fullmatch(block.text) is not None,
    )
    small = _small(pairs)
    turned = [both for inside in boxes for both in _exchanged(small, inside)]
    return halved(pairs, [*turned, *_distances(small)])


def authors(blocks: Sequence[Block]) -> frozenset[int]:
    """The blocks of the content that stand right behind a quotation left out as furniture, by identity."""
    return frozenset(
        id(block)
        for quote, block in pairwise(blocks)
        if quote.chrome and quote.sign.startswith("a quotation") and not block.chrome
    )


def _small(pairs: Sequence[Pair]) -> tuple[Lines, Lines]:
    """The short lines that went and those that came, by the position of their pair."""
    gone = {at: old for at, (old, _) in enumerate(pairs) if old is not None and _is_small(old)}
    return gone, {at: new for at, (_, new) in enumerate(pairs) if new is not None and _is_small(new)}


def _exchanged(small: tuple[Lines, Lines], inside: Callable[[Block], bool]) -> list[tuple[int, int]]:
    """Positions of lines that left a box and of those that came into it, as many of the one as of the other."""
    gone, come = ([at for at, block in side.items() if inside(block)] for side in small)
    return list(zip(gone, come, strict=True)) if len(gone) == len(come) else []


def _distances(small: tuple[Lines, Lines]) -> list[tuple[int, int]]:
    """Distances on three cards or more that all moved, and the place that they are measured from."""
    found = _exchanged(small, lambda block: DISTANCE.fullmatch(block.text.strip()) is not None)
    if len(found) < FEWEST_DISTANCES:
        return []
    return [*found, *_exchanged(small, lambda block: NEAR.fullmatch(block.text) is not None)]


def _below_paid(blocks: Sequence[Block], asked: Container[int]) -> frozenset[int]:
    """Those of the blocks asked for that stand right below the label of a paid place, by identity."""
    below = ((label, id(block)) for label, block in pairwise(blocks) if id(block) in asked)
    return frozenset(block for label, block in below if PAID.fullmatch(label.text.strip(" :·")))


def _is_author(block: Block) -> bool:
    return len(block.text) <= LONGEST_AUTHOR and NAMED.match(block.text) is not None


def _is_small(block: Block) -> bool:
    return len(block.text) <= LONGEST and not block.cells and not names_amount(block.text)
