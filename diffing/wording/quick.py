"""A quick first look for a pattern, in time linear in the text, so that the slow one runs only where it may match."""

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property

import re2

# A piece of a pattern that only narrows what matches: left out, more matches and nothing is missed.
PLAIN = r"[^()\\\[]|\\.|\[[^\]]*\]"
NARROWING = re.compile(rf"\(\?<?[!=](?:{PLAIN}|\((?:{PLAIN})*\))*\)|\\[bB]")
PIECE = re.compile(
    r"\[\^?\]?(?:\\.|[^\]\\])*\]|\\u[0-9a-fA-F]{4}|\\.|\(\?P<\w+>|\(\?>|\{\d*,?\d*\}[+?]?|[*+?]\+|.", re.DOTALL
)
# Beyond ASCII any character may be a letter here: all that are make ten times as large an automaton.
CLASSES = {"w": r"0-9A-Za-z_\x80-\x{10FFFF}", "d": r"\pN", "s": r"\s\pZ\x85"}
ANYTHING = r"(?s:.)"
MEMORY = 64 * 2**20  # bytes the automaton may take before it falls back to a slower one


class Guarded:
    """A pattern that is looked for only where a quick look says that it may match; both are compiled when first asked.

    `hint` is looked for quickly instead, where the pattern itself tells only by what is ahead.
    """

    def __init__(self, written: str, flags: int = 0, *, hint: str = "") -> None:
        self.written, self.flags = written, flags
        self.may: Callable[[str | bytes], bool] = may_match((hint or written, flags))

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.written, self.flags)

    def sub(self, repl: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self.compiled.sub(repl, text) if self.may(text) else text

    def search(self, text: str) -> re.Match[str] | None:
        return self.compiled.search(text) if self.may(text) else None


def may_match(*patterns: tuple[str, int]) -> Callable[[str | bytes], bool]:
    """Whether one of some patterns, each with its flags, may match somewhere in a text; never False where one does.

    Method: the pattern without its lookarounds and word borders, its classes widened and its counts to any number, run
    by RE2 as an automaton (Cox, "Regular Expression Matching in the Wild", 2010). Bytes are taken for UTF-8. Raises
    re2.error, when first asked, for a pattern that cannot be loosened that way, say one with a back-reference.
    """

    @cache  # compiled when first asked for: it takes up to 40 ms
    def found() -> Callable[[str | bytes], list[int] | None]:
        options = re2.Options()
        options.max_mem = MEMORY
        options.never_capture = True
        options.log_errors = False
        every = re2.Set.SearchSet(options)  # a set says only whether it is found: half the time of saying where
        for written, flags in patterns:
            every.Add(f"(?{_letters(flags)}:{''.join(_loosened(NARROWING.sub('', written)))})")
        every.Compile()
        match: Callable[[str | bytes], list[int] | None] = every.Match
        return match

    return lambda text: found()(text) is not None


def _letters(flags: int) -> str:
    return ("i" if flags & re.IGNORECASE else "") + ("s" if flags & re.DOTALL else "")


def _loosened(pattern: str) -> Iterator[str]:
    for piece in PIECE.findall(pattern):
        if piece.startswith("["):
            yield _class(piece)
        elif piece.startswith("\\u"):
            yield f"\\x{{{piece[2:]}}}"
        elif piece[0] == "\\" and piece[1] in CLASSES:
            yield f"[{CLASSES[piece[1]]}]"
        elif piece[0] == "\\" and piece[1] in "WDS":
            yield ANYTHING
        elif piece.startswith(("(?P<", "(?>")):
            yield "(?:"
        elif piece[0] == "{":  # counting makes a large automaton
            yield "*" if piece.startswith(("{0", "{,")) else "+"
        elif piece in ("*+", "++", "?+"):
            yield piece[0]
        else:
            yield piece


def _class(written: str) -> str:
    """A class of characters; a negated one that names other classes is anything, for their complements differ."""
    if re.search(r"\\[WDS]", written) or (written.startswith("[^") and re.search(r"\\[wds]", written)):
        return ANYTHING
    wide = re.sub(r"\\u([0-9a-fA-F]{4})", r"\\x{\1}", written)
    return re.sub(r"\\([wds])", lambda found: CLASSES[found[1]], wide)
