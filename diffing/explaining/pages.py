"""What became of every difference between two answers of a page, in the order of the page."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from diffing.comparing.compare import Pair, compare_blocks
from diffing.explaining.accounting import READDRESSED, Difference, Rest, account
from diffing.noise.clocks import Days
from diffing.reading.limits import MOST_EDITS
from diffing.reading.pages import read_page
from diffing.sifting.sift import Sifted, sift
from diffing.wording.text import compared
from diffing.wording.words import word_runs
from domain.content import Block, Extraction, Where
from domain.explanations import Explained, Fate
from domain.keys import edit_key
from domain.sources import Source
from domain.visits import Parts

CONTEXT = 2
FAR = 12  # lines away from an edit in which its surroundings are looked for
PLACES = {
    Where.NAV: "navigation",
    Where.HEADER: "the page's header",
    Where.FOOTER: "footer",
    Where.BANNER: "a banner or dialog",
    Where.LINK: "a list of links",
    Where.ASIDE: "an aside",
}

Readings = tuple[Extraction, Extraction]


def explain_page(
    source: Source, source_id: int, answers: tuple[Parts, Parts], days: Days | None = None
) -> tuple[Explained, ...]:
    """Every difference between two good answers of a page; raises UnreadableContent where one cannot be read."""
    old, new = (read_page(source, parts) for parts in answers)
    sifted = sift(source, old, new, days)
    found = _sorted_out(sifted, new)
    rest = account(sifted.before, sifted.after, (one.pair for one in found), source.ignore)
    furniture = _furniture(source, (old, new), found)
    differences = _joined([*found, *rest.found], furniture.found)
    inside = _in_order(differences, [*rest.same, *furniture.same], (old, new))
    told = [_explained(source_id, one) for one in inside]
    told = _with_context(told, inside, sifted, rest)
    return (*_title(source_id, old, new), *told, *_left_aside(source, source_id, answers, (old, new)))


def _sorted_out(sifted: Sifted, new: Extraction) -> list[Difference]:
    """What `sift` told apart, by name."""
    into = {compared(block.text): block for block in new.blocks if block.chrome}
    found = [Difference(pair, Fate.NEWS, "a real difference in the page's content") for pair in sifted.kept]
    found += [Difference(pair, Fate.MINOR, "replaced beside the content at the same time") for pair in sifted.beside]
    found += [Difference(pair, Fate.CUT, f"past the first {MOST_EDITS:,} edits of one visit") for pair in sifted.cut]
    found += [Difference(one.pair, Fate.NOISE, one.noise) for one in sifted.noise]
    return found + [Difference(pair, Fate.MOVED, _into(pair, into)) for pair in sifted.moved]


def _into(pair: Pair, furniture: dict[str, Block]) -> str:
    gone, _ = pair
    if gone is None:
        return "stood in the site's furniture before"
    return f"stands in the site's furniture now ({_place(furniture[compared(gone.text)])})"


def _place(block: Block) -> str:
    """`footer, told by <footer>`"""
    name = PLACES.get(block.where, block.where)
    return f"{name}, told by {block.sign}" if block.sign else name


def _furniture(source: Source, readings: Readings, told: Iterable[Difference]) -> Rest:
    """The differences of what stands outside the content, each with its place and the sign that told it."""
    known = {id(block) for one in told for block in one.pair if block}
    old, new = ([one for one in side.blocks if one.chrome and id(one) not in known] for side in readings)
    pairs = compare_blocks(old, new, source.ignore)
    rest = account(old, new, pairs, source.ignore)
    found = [Difference(pair, Fate.FURNITURE, _place(_shown(pair))) for pair in pairs]
    found += [replace(one, fate=Fate.FURNITURE, why=f"{_place(_shown(one.pair))}; {one.why}") for one in rest.found]
    return Rest(rest.same, found)


def _joined(found: Sequence[Difference], furniture: Sequence[Difference]) -> list[Difference]:
    """All differences, a line that left the content and came into the furniture (or back) told as one."""
    waiting = {_name(one.pair, other=False): at for at, one in enumerate(found) if _half_moved(one)}
    told = list(found)
    for one in furniture:
        at = waiting.pop(_name(one.pair, other=True), None)
        if None not in one.pair or at is None:
            told.append(one)
        else:
            (gone, come), (left, right) = told[at].pair, one.pair
            told[at] = replace(told[at], pair=(gone or left, come or right))
    return told


def _half_moved(one: Difference) -> bool:
    return one.fate is Fate.MOVED and None in one.pair


def _name(pair: Pair, *, other: bool) -> tuple[bool, str]:
    """Which side of a pair is empty (or the other one is), and what the line says."""
    return (pair[0] is None) is not other, compared(_shown(pair).text)


def _shown(pair: Pair) -> Block:
    shown = pair[1] or pair[0]
    assert shown is not None  # noqa: S101 - a pair always has a side
    return shown


def _in_order(found: Iterable[Difference], same: Iterable[tuple[Block, Block]], readings: Readings) -> list[Difference]:
    """By the place in the page as it is now; what is gone stands behind the last line above it that stayed."""
    old, new = readings
    places: dict[int, tuple[int, int]] = {id(block): (at, 0) for at, block in enumerate(new.blocks)}
    stayed = {id(one): places[id(other)][0] for one, other in same}
    last = -1
    for at, block in enumerate(old.blocks):
        last = stayed.get(id(block), last)
        places[id(block)] = (last, at + 1)
    return sorted(found, key=lambda one: places[id(one.pair[1] or one.pair[0])])


def _explained(source_id: int, one: Difference) -> Explained:
    shown = _shown(one.pair)
    before, after = (_text(block, one.why) if block else None for block in one.pair)
    return Explained(
        fate=one.fate,
        why=one.why,
        where=shown.where,
        path=shown.path,
        before=before,
        after=after,
        key=edit_key(source_id, shown.path, *(block.text if block else None for block in one.pair)),
        words=word_runs(before, after) if before and after and before != after else (),
    )


def _text(block: Block, why: str) -> str:
    """The block's words; with their addresses where those are all that differs."""
    if READDRESSED not in why:
        return block.text
    return f"{block.text} ({' '.join(link.url for link in block.links)})"


def _with_context(
    told: Sequence[Explained], found: Sequence[Difference], sifted: Sifted, rest: Rest
) -> list[Explained]:
    """The news with the lines around it that stayed as they are."""
    stayed = {id(block) for pair in rest.same for block in pair}
    places = {id(block): (side, at) for side in (sifted.before, sifted.after) for at, block in enumerate(side)}

    def around(one: Explained, shown: Block) -> Explained:
        if id(shown) not in places:
            return one
        side, at = places[id(shown)]
        above = [block.text for block in side[max(0, at - FAR) : at] if id(block) in stayed]
        below = [block.text for block in side[at + 1 : at + 1 + FAR] if id(block) in stayed]
        return replace(one, above=tuple(above[-CONTEXT:]), below=tuple(below[:CONTEXT]))

    return [
        around(one, _shown(where.pair)) if one.fate is Fate.NEWS else one
        for one, where in zip(told, found, strict=True)
    ]


def _title(source_id: int, old: Extraction, new: Extraction) -> list[Explained]:
    if old.title == new.title:
        return []
    return [
        Explained(
            fate=Fate.FURNITURE,
            why="the page's title, as a browser's tab shows it",
            where=Where.TITLE,
            path=(),
            before=old.title or None,
            after=new.title or None,
            key=edit_key(source_id, (), old.title, new.title),
        )
    ]


def _left_aside(source: Source, source_id: int, answers: tuple[Parts, Parts], readings: Readings) -> list[Explained]:
    """What differs in the parts of the page that the source asks not to read."""
    asked = (
        (replace(source, remove=()), source.remove, "taken out by `remove`"),
        (replace(source, select=()), source.select, "outside `select`"),
    )
    told = []
    for looser, selectors, why in asked:
        if selectors:
            old, new = (
                _only_in(read_page(looser, part).blocks, known) for part, known in zip(answers, readings, strict=True)
            )
            pairs = compare_blocks(old, new)
            letters = [one.pair for one in account(old, new, pairs, ()).found]
            told += [Difference(pair, Fate.IGNORED, f"{why}: {', '.join(selectors)}") for pair in (*pairs, *letters)]
    return [_explained(source_id, one) for one in told]


def _only_in(blocks: Sequence[Block], known: Extraction) -> list[Block]:
    """The blocks whose words are not in a narrower reading."""
    read = Counter(block.text for block in known.blocks)
    found = []
    for block in blocks:
        if read[block.text] > 0:
            read[block.text] -= 1
        else:
            found.append(block)
    return found
