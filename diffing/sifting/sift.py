"""What becomes of the differences between two readings of a page: news, moved into furniture, noise, or cut off."""

from collections.abc import Sequence
from dataclasses import dataclass

from diffing.comparing.compare import Pair, compare_blocks
from diffing.noise.asides import edits_in_asides
from diffing.noise.clocks import Days
from diffing.noise.rules import Dropped, without_noise
from diffing.noise.scene import Scene
from diffing.noise.turns import authors
from diffing.reading.chrome import QUOTED
from diffing.reading.limits import MOST_EDITS
from diffing.sifting.regrouped import regrouped
from diffing.wording.text import compared, names_amount
from domain.content import Block, Extraction, Where
from domain.sources import Source

MOST_ASIDES = 60
ASIDE_PROSE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """The differences of a page's content, each in one place: `examine` tells the first, `explain` tells all.

    `kept` is news and `beside` was replaced next to it; `cut` is what is past MOST_EDITS, `moved` what stands in the
    furniture now or stood there before, `noise` what a rule left out.
    """

    before: list[Block]
    after: list[Block]
    kept: list[Pair]
    beside: list[Pair]
    cut: list[Pair]
    moved: list[Pair]
    noise: list[Dropped]


def sift(source: Source, old: Extraction, new: Extraction, days: Days | None = None) -> Sifted:
    """Sorts all differences between two readings made on `days`; UnreadableContent for an invalid `ignore`."""
    before, after = content(old.blocks), content(new.blocks)
    found, moved = _elsewhere(compare_blocks(before, after, source.ignore), old.blocks, new.blocks)
    scene = Scene(title=new.title or old.title, before=before, after=after, days=days, authors=_authors(old, new))
    kept, noise = without_noise(found, scene)
    aside = edits_in_asides(old.blocks, new.blocks, scene, source.ignore)
    kept += aside + [pair for pair in regrouped(before, after) if pair not in kept]
    return Sifted(
        before=before,
        after=after,
        kept=kept[:MOST_EDITS],
        beside=[pair for pair in _beside(old, new, source) if pair not in aside] if kept else [],
        cut=kept[MOST_EDITS:],
        moved=moved,
        noise=noise,
    )


def _authors(old: Extraction, new: Extraction) -> frozenset[int]:
    return authors(old.blocks) | authors(new.blocks)


def content(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if not block.chrome]


def _elsewhere(pairs: Sequence[Pair], before: Sequence[Block], after: Sequence[Block]) -> tuple[list[Pair], list[Pair]]:
    """The pairs apart from lines that stood in the furniture before, or do now; an amount that moved there stays."""
    come, gone = any(old is None for old, _ in pairs), any(new is None for _, new in pairs)
    there = _furniture(before) if come else set(), _furniture(after) if gone else set()
    kept: list[Pair] = []
    moved: list[Pair] = []
    for pair in pairs:
        old, new = pair
        shown = new or old
        gone = (
            None in pair
            and shown is not None
            and not names_amount(shown.text)
            and compared(shown.text) in there[0 if new else 1]
        )
        (moved if gone else kept).append(pair)
    return kept, moved


def _furniture(blocks: Sequence[Block]) -> set[str]:
    return {compared(block.text) for block in blocks if block.chrome}


def _beside(old: Extraction, new: Extraction, source: Source) -> list[Pair]:
    """What was replaced beside the content at the same time, say a testimonial: no news, but part of the change."""
    gone, come = ([block for block in one.blocks if _is_aside(block)] for one in (old, new))
    if max(len(gone), len(come)) > MOST_ASIDES:
        return []
    return _replaced(compare_blocks(gone, come, source.ignore))


def _replaced(pairs: Sequence[Pair]) -> list[Pair]:
    """The replaced blocks; a quotation set as one replaces the one that stood under the same headings."""
    gone: dict[tuple[str, ...], list[Block]] = {}
    for old, new in pairs:
        if old is not None and new is None and old.sign == QUOTED:
            gone.setdefault(old.path, []).append(old)
    found = [pair for pair in pairs if None not in pair]
    for old, new in pairs:
        if old is None and new is not None and new.sign == QUOTED and gone.get(new.path):
            found.append((gone[new.path].pop(0), new))
    return found


def _is_aside(block: Block) -> bool:
    return block.chrome and block.where is Where.ASIDE and len(block.text) >= ASIDE_PROSE
