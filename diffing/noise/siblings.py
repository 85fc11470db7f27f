"""Numbers that move on most of the cards of one kind at once: nobody edits twenty of them between two visits."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from diffing.noise.scene import Pair, Scene, Split, halved
from diffing.wording.money import MENTIONED
from diffing.wording.moving_words import BOUND_NEAR
from diffing.wording.relative import without_relative
from diffing.wording.text import compared
from domain.content import Block

NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
WORD = re.compile(r"[^\W\d_]+|%")
# What an instrument reads off; a share only with decimals, for a round one is promised.
UNITS = frozenset({"%", "ms", "s", "sec", "rps", "qps", "mbps", "kbit", "°c", "kwh", "ミリ秒", "毫秒", "秒"})
PROMISED = re.compile(r"\d?\d[.,]9*[05]?")  # a share as it is promised: 99.9, 99.95
FEWEST, FEWEST_MEASURED = 4, 2  # lines of one kind that changed
MOST_OF_THEM, MANY = 0.5, 10  # of the lines of one kind on the page; ten are many on any
ROUND, MOST_ROUND = 5, 0.5  # numbers that somebody sets are round, more often than not
DRIFT = 1.0  # of a share in percent: more is an incident, and told
LONGEST = 100
# Numbers that name a thing or a day: sections, points of a list, dates.
NAMING = re.compile(
    r"(?:^|\s)\(?\d+(?:\.\d+)*[.)](?:\s|$)|^\d+(?:\.\d+)+\s|§|(?:19|20)\d\d|\d[/-]\d|"
    r"\b(?:section|article|clause|chapter|step|part|version|abschnitt|artikel|ziffer|chapitre|sección|"
    r"artículo)s?\s+\d|第\s?\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Move:
    """One number of a line that moved: the word it counts, and its values."""

    kind: str
    old: str
    new: str

    @property
    def measured(self) -> bool:
        decimal = any("." in one or "," in one for one in (self.old, self.new))
        if self.kind != "%":
            return self.kind in UNITS
        return decimal and not (PROMISED.fullmatch(self.old) and PROMISED.fullmatch(self.new))


def drop_sibling_counts(pairs: list[Pair], scene: Scene) -> Split:
    """Drops lines whose numbers moved as on most lines of their kind; no amounts, cells or round numbers."""
    matched = [(at, at) for at, pair in enumerate(pairs) if None not in pair] + _matched(pairs)
    moves = {both: found for both in matched if (found := _moves(pairs[both[0]][0], pairs[both[1]][1]))}
    moving = _moving(list(moves.values()), scene)
    return halved(pairs, [both for both, found in moves.items() if all(one.kind in moving for one in found)])


def _matched(pairs: Sequence[Pair]) -> list[tuple[int, int]]:
    """Lines removed and lines added that hold the same words without their numbers, in order."""
    gone: dict[str, list[int]] = defaultdict(list)
    for at, (old, new) in enumerate(pairs):
        if old is not None and new is None and (words := _words(old)):
            gone[words].append(at)
    found = []
    for at, (old, new) in enumerate(pairs):
        if new is not None and old is None and (words := _words(new)) and gone.get(words):
            found.append((gone[words].pop(0), at))
    return found


def _words(block: Block) -> str:
    """A countable line without its numbers; "" for any other."""
    return NUMBER.sub("#", compared(block.text)) if NUMBER.search(block.text) and _countable(block) else ""


def _countable(block: Block) -> bool:
    text = block.text
    return not block.cells and len(text) <= LONGEST and MENTIONED.search(text) is None and NAMING.search(text) is None


def _moves(before: Block | None, after: Block | None) -> tuple[_Move, ...]:
    """The numbers that differ between two lines with the same words; () where anything else does, or an offer's."""
    if before is None or after is None or not NUMBER.search(before.text) or not NUMBER.search(after.text):
        return ()
    if not (_countable(before) and _countable(after)):
        return ()
    old, new = (without_relative(block.text) for block in (before, after))
    if NUMBER.sub("#", compared(old)) != NUMBER.sub("#", compared(new)):
        return ()
    both = zip(NUMBER.finditer(old), NUMBER.finditer(new), strict=False)
    found = tuple(_Move(_kind(new, other), one[0], other[0]) for one, other in both if one[0] != other[0])
    bound = any(not one.measured for one in found) and BOUND_NEAR.search(new)
    return () if bound else found


def _kind(text: str, number: re.Match[str]) -> str:
    """The word behind a number, else the one before it: what it counts."""
    behind = WORD.search(text, number.end(), number.end() + 20)
    if behind:
        return behind[0].casefold()
    before = WORD.findall(text[: number.start()])
    return before[-1].casefold() if before else "#"


def _moving(found: Sequence[tuple[_Move, ...]], scene: Scene) -> set[str]:
    """The kinds of number that moved on most lines that hold one, and not as an editor moves them."""
    lines: dict[str, list[_Move]] = defaultdict(list)
    for moves in found:
        for kind in {move.kind for move in moves}:
            lines[kind] += [move for move in moves if move.kind == kind]
    if not lines:
        return set()
    shown: Counter[str] = Counter()
    for block in scene.after:
        if _countable(block):
            shown.update({_kind(block.text, number) for number in NUMBER.finditer(block.text)})
    return {
        kind
        for kind, moves in lines.items()
        if len(moves) >= min(MANY, MOST_OF_THEM * shown[kind]) and _by_themselves(moves)
    }


def _by_themselves(moves: Sequence[_Move]) -> bool:
    if all(move.measured for move in moves):
        return len(moves) >= FEWEST_MEASURED and (
            moves[0].kind != "%" or all(abs(_float(one.new) - _float(one.old)) <= DRIFT for one in moves)
        )
    numbers = [int(re.sub(r"\D", "", number)) for move in moves for number in (move.old, move.new)]
    return len(moves) >= FEWEST and sum(not number % ROUND for number in numbers) <= MOST_ROUND * len(numbers)


def _float(number: str) -> float:
    return float(re.sub(r"[.,](?=.*[.,])", "", number).replace(",", "."))
