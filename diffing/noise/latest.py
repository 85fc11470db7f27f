"""Lists of the latest few: what is new at the top is news, what made room for it at the bottom is not."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from diffing.noise.scene import Pair, Scene, Split
from diffing.wording.dates import WRITTEN
from diffing.wording.relative import tells_how_long_ago
from diffing.wording.text import compared, names_amount
from domain.content import Block

LATEST = re.compile(
    r"\b(?:latest|recent(?:ly)?|news|newsroom|newest|new(?:est)? posts?|press(?: releases?)?|blog|updates|"
    r"changelog|what['’]s new|announcements|incidents|"
    r"dernier[es]*|dernières|récent\w*|actualités|nouveautés|communiqués|presse|neueste\w*|aktuelle\w*|"
    r"neuigkeiten|meldungen|nachrichten|"
    r"últim[oa]s|recientes|novedades|noticias|comunicados|prensa)\b|最新|新着|お知らせ|ニュース|プレスリリース|新闻|动态|资讯|近期|公告",
    re.IGNORECASE,
)
DATED = re.compile(
    rf"{WRITTEN.pattern}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\b[A-Z][a-zé]{{2,8}}\.?\s\d{{1,2}}\b|"
    rf"\b\d{{1,2}}\.?\s[A-Zéa-zä]{{3,9}}\.?\b",
    re.IGNORECASE,
)
FEWEST_STAYED = 2
MOST_STAYED, MOST_ROLLED = 200, 24
MOST_TRIED = 32  # places where the same lines follow each other: a page of one line over and over has one per line
LONGEST, LONGEST_LABEL = 200, 50


@dataclass(frozen=True, slots=True)
class _Reading:
    """The lines of a page as they are compared, and where each few of them that follow each other stand."""

    blocks: Sequence[Block]
    keys: list[str]
    places: dict[tuple[str, ...], list[int]]

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> "_Reading":
        keys = [compared(block.text) for block in blocks]
        places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at in range(len(keys) - FEWEST_STAYED + 1):
            places[tuple(keys[at : at + FEWEST_STAYED])].append(at)
        return cls(blocks, keys, places)


def drop_rolled_off(pairs: list[Pair], scene: Scene) -> Split:
    """Drops lines that left the end of a list in the same visit as as many came in at its beginning.

    The list is one of the latest by its heading or by the dates on what came; between the two ends the same lines
    stand in the same order. An amount of money is never dropped.
    """
    gone = {id(old): at for at, (old, new) in enumerate(pairs) if old is not None and new is None}
    come = {id(new) for old, new in pairs if new is not None and old is None}
    runs = [run for run in _runs(scene.after, come) if _is_latest(scene.after, *run)] if gone and come else []
    if not runs:
        return Split(pairs, [])
    old, new = _Reading.of(scene.before), _Reading.of(scene.after)
    rolled: set[int] = set()
    for start, stop in runs:
        rolled |= _behind(old, new, start, stop, gone)
    out = {gone[one] for one in rolled}
    return Split([pair for at, pair in enumerate(pairs) if at not in out], [pairs[at] for at in sorted(out)])


def _runs(blocks: Sequence[Block], marked: set[int]) -> list[tuple[int, int]]:
    """Stretches of marked blocks, as positions."""
    runs: list[tuple[int, int]] = []
    for at, block in enumerate(blocks):
        if id(block) not in marked:
            continue
        if runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def _behind(old: _Reading, new: _Reading, start: int, stop: int, gone: dict[int, int]) -> set[int]:
    """The blocks that made room for what came at after[start:stop], or none."""
    came = new.blocks[start:stop]
    if stop >= len(new.blocks):
        return set()
    following = tuple(new.keys[stop : stop + FEWEST_STAYED])
    for first in old.places.get(following, ())[:MOST_TRIED]:
        stayed = _stayed(new.keys[stop : stop + MOST_STAYED], old.keys[first : first + MOST_STAYED])
        left = _left(old.blocks, first + stayed, gone)
        if _alike(left, came):
            return {id(block) for block in left}
    return set()


def _stayed(new: Sequence[str], old: Sequence[str]) -> int:
    return next(
        (at for at, (one, other) in enumerate(zip(new, old, strict=False)) if one != other), min(len(new), len(old))
    )


def _left(blocks: Sequence[Block], start: int, gone: dict[int, int]) -> list[Block]:
    left = []
    for block in blocks[start : start + MOST_ROLLED + 1]:
        if id(block) not in gone:
            break
        left.append(block)
    return left


def _alike(left: Sequence[Block], came: Sequence[Block]) -> bool:
    """Whether what left is of the same make as what came: as many lines, as short, of the same kinds, no amount."""
    if not left or len(left) != len(came) or [block.where for block in left] != [block.where for block in came]:
        return False
    return not any(names_amount(block.text) or len(block.text) > LONGEST for block in left)


def _is_latest(blocks: Sequence[Block], start: int, stop: int) -> bool:
    """Whether what came at blocks[start:stop] heads a list of the latest, by its heading or by its dates."""
    came = blocks[start:stop]
    above = [*came[0].path[-1:], *came[0].path[-2:-1], *(block.text for block in blocks[max(0, start - 1) : start])]
    named = any(len(text) < LONGEST_LABEL and LATEST.search(text) for text in above)
    return named or any(len(block.text) < LONGEST and _is_dated(block.text) for block in came)


def _is_dated(text: str) -> bool:
    return DATED.search(text) is not None or tells_how_long_ago(text)
