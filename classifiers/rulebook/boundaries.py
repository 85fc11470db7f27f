"""`\\b` in a rule's pattern: the edge of a word of any language, though re2 knows only a to z, digits and _."""

from collections.abc import Iterator
from dataclasses import dataclass, field

WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
SIGNS = "$€£¥%"
SPANNING = "wdpPDWS"  # classes that hold letters of a word, or may
NO_LETTER = r"[^\pL\pN_]"
ENDS, BEGINS, BETWEEN = rf"(?:$|{NO_LETTER})", rf"(?:^|{NO_LETTER})", "(?:)"


@dataclass(slots=True)
class Part:
    """One character or class of a pattern: what it shows of itself, and whether it may be a letter of a word.

    `at` is where it stands, `edge` marks a boundary, `after` are the parts that may follow it.
    """

    text: str
    word: bool
    at: int = 0
    edge: bool = False
    after: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a pattern: the parts it may begin and end with, and whether it may be empty."""

    first: frozenset[int] = frozenset()
    last: frozenset[int] = frozenset()
    empty: bool = True


class Reader:
    """Reads a pattern of re2's syntax into parts and what may follow each (V. M. Glushkov's construction, 1961)."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.parts: list[Part] = []
        self.whole = self._choice()

    def _peek(self, many: int = 1) -> str:
        return self.pattern[self.at : self.at + many]

    def _choice(self) -> Stretch:
        found = self._chain()
        while self._peek() == "|":
            self.at += 1
            other = self._chain()
            found = Stretch(found.first | other.first, found.last | other.last, found.empty or other.empty)
        return found

    def _chain(self) -> Stretch:
        found = Stretch()
        while self._peek() and self._peek() not in "|)":
            found = self._joined(found, self._repeated(self._piece()))
        return found

    def _joined(self, left: Stretch, right: Stretch) -> Stretch:
        for part in left.last:
            self.parts[part].after |= right.first
        return Stretch(
            left.first | right.first if left.empty else left.first,
            left.last | right.last if right.empty else right.last,
            left.empty and right.empty,
        )

    def _repeated(self, piece: Stretch) -> Stretch:
        while self._peek() and self._peek() in "*+?{":
            mark = self._taken("}") if self._peek() == "{" else self._peek()
            self.at += 1 if len(mark) == 1 else 0
            if mark != "?" and piece.first:
                self._joined(Stretch(last=piece.last), Stretch(first=piece.first))
            if mark in "*?" or mark.startswith(("{0", "{,")):
                piece = Stretch(piece.first, piece.last, True)
        return piece

    def _taken(self, end: str) -> str:
        """What stands from here to the end named, and past it."""
        stop = self.pattern.find(end, self.at + 1)
        taken = self.pattern[self.at : stop + 1 or None]
        self.at += len(taken)
        return taken

    def _piece(self) -> Stretch:
        char = self._peek()
        if char == "(":
            return self._group()
        if char == "[":
            return self._class()
        self.at += 1
        if char in "^$":
            return Stretch()
        if char == "\\":
            return self._escape()
        return self._part(char, char in WORD or char == ".")

    def _group(self) -> Stretch:
        self.at += 1
        if self._peek() == "?":
            while self._peek() and self._peek() not in ":)>":
                self.at += 1
            self.at += self._peek() != ")"
        found = self._choice()
        self.at += 1
        return found

    def _class(self) -> Stretch:
        start, at = self.at, self.at + 1 + self.pattern.startswith("^", self.at + 1)
        at += self.pattern.startswith("]", at)
        while at < len(self.pattern) and self.pattern[at] != "]":
            at += 2 if self.pattern[at] in "\\[" else 1
            at += self.pattern.startswith(":]", at - 1)
        self.at = at + 1
        shown = self.pattern[start : self.at]
        inside = shown[1:-1]
        return self._part(shown, inside.startswith("^") or any(char in WORD for char in bare(inside)))

    def _escape(self) -> Stretch:
        char = self._peek()
        self.at += 1
        if char in "AzBQE":
            return Stretch()
        shown = f"\\{char}"
        if char in "pPx" and self._peek() == "{":
            shown += self._taken("}")
        return self._part(shown, char in SPANNING or char in "x0123456789", edge=char == "b")

    def _part(self, shown: str, word: bool, *, edge: bool = False) -> Stretch:
        self.parts.append(Part(shown, word, self.at - len(shown), edge))
        only = frozenset({len(self.parts) - 1})
        return Stretch(only, only, False)


def bare(inside: str) -> str:
    """A class's characters; of those written with a backslash, only the ones that hold letters."""
    found, chars = "", iter(inside)
    for char in chars:
        if char == "\\":
            following = next(chars, "")
            found += "w" if following in SPANNING else ""
        else:
            found += char
    return found


def in_any_language(pattern: str) -> str:
    """The pattern with a boundary beside an accented letter written so that it holds at the edge of that word.

    A match may then hold one character more at either end, which is no letter: `trimmed` takes it off.
    """
    if pattern.isascii() or "\\b" not in pattern or "\\Q" in pattern:
        return pattern
    reader = Reader(pattern)
    for number, part in reversed(list(enumerate(reader.parts))):
        if part.edge and any(letter(one.text) for one in beside(reader, number)):
            how = ENDS if number in reader.whole.last else BEGINS if number in reader.whole.first else BETWEEN
            pattern = f"{pattern[: part.at]}{how}{pattern[part.at + 2 :]}"
    return pattern


def trimmed(start: int, end: int, pattern: str, text: str) -> tuple[int, int]:
    """A match without what only showed the edge of a word."""
    if ENDS in pattern and end - start > 1 and not text[end - 1].isalnum():
        end -= 1
    if BEGINS in pattern and end - start > 1 and not text[start].isalnum():
        start += 1
    return start, end


def vain_boundaries(pattern: str) -> tuple[str, ...]:
    """The signs of money or share beside a `\\b`: `\\b\\$5` holds in "US$5" and not in "for $5", hardly as meant."""
    reader = Reader(pattern)
    edges = [number for number, part in enumerate(reader.parts) if part.edge]
    found = [one.text for number in edges for one in beside(reader, number) if set(one.text) & set(SIGNS)]
    return tuple(dict.fromkeys(found))


def beside(reader: Reader, number: int) -> Iterator[Part]:
    """What stands beside a boundary that only the text around the match could make one.

    A boundary is between a letter of a word and something else; here neither side of the pattern is such a letter, so
    that `\\bélu` holds in "xélu" and not in "un élu".
    """
    left = [one for one in reader.parts if number in one.after]
    right = [reader.parts[one] for one in reader.parts[number].after]
    for here, there in ((right, left), (left, right)):
        if not any(one.word for one in there):
            yield from (one for one in here if not one.edge and (letter(one.text) or not one.word))


def letter(shown: str) -> bool:
    """Whether a part names a letter that re2 takes for none."""
    return not shown.startswith("[^") and any(char.isalpha() and not char.isascii() for char in shown)
