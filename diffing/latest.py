"""Lists of the latest few: what is new at the top is news, what made room for it at the bottom is not."""

import re
from collections.abc import Sequence

from diffing.dates import WRITTEN
from diffing.relative import RELATIVE
from diffing.scene import Pair, Scene, Split
from diffing.text import compared, names_amount
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
LONGEST, LONGEST_LABEL = 200, 50


def drop_rolled_off(pairs: list[Pair], scene: Scene) -> Split:
    """Drops lines that left the end of a list in the same visit as as many came in at its beginning.

    The list is one of the latest by its heading or by the dates on what came; between the two ends the same lines
    stand in the same order. An amount of money is never dropped.
    """
    gone = {id(old): at for at, (old, new) in enumerate(pairs) if old is not None and new is None}
    come = {id(new) for old, new in pairs if new is not None and old is None}
    if not gone or not come:
        return Split(pairs, [])
    rolled: set[int] = set()
    for start, stop in _runs(scene.after, come):
        rolled |= _behind(scene, start, stop, gone)
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


def _behind(scene: Scene, start: int, stop: int, gone: dict[int, int]) -> set[int]:
    """The blocks that made room for what came at after[start:stop], or none."""
    came = scene.after[start:stop]
    if stop >= len(scene.after) or not _is_latest(scene.after, start, came):
        return set()
    keys = [compared(block.text) for block in scene.before]
    following = compared(scene.after[stop].text)
    for first in (position for position, key in enumerate(keys) if key == following):
        stayed = _stayed(scene.after[stop : stop + MOST_STAYED], keys[first : first + MOST_STAYED])
        left = _left(scene.before, first + stayed, gone)
        if stayed >= FEWEST_STAYED and _alike(left, came):
            return {id(block) for block in left}
    return set()


def _stayed(blocks: Sequence[Block], keys: Sequence[str]) -> int:
    count = 0
    for block, key in zip(blocks, keys, strict=False):
        if compared(block.text) != key:
            break
        count += 1
    return count


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


def _is_latest(blocks: Sequence[Block], start: int, came: Sequence[Block]) -> bool:
    above = [*came[0].path[-1:], *came[0].path[-2:-1], *(block.text for block in blocks[max(0, start - 1) : start])]
    named = any(len(text) < LONGEST_LABEL and LATEST.search(text) for text in above)
    return named or any(len(block.text) < LONGEST and _is_dated(block.text) for block in came)


def _is_dated(text: str) -> bool:
    return DATED.search(text) is not None or RELATIVE.search(text) is not None
