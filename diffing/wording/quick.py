"""A quick first look for a pattern, in time linear in the text, so that the slow one runs only where it may match."""

import re
from collections.abc import Callable, Iterator
from functools import cache

import re2

# A piece of a pattern that only narrows what matches: left out, more matches and nothing is missed.
PLAIN = r"[^()\\\[]|\\.|\[[^\]]*\]"
NARROWING = re.compile(rf"\(\?<?[!=](?:{PLAIN}|\((?:{PLAIN})*\))*\)|\\[bB]")
PIECE = re.compile(
    r"\[\^?\]?(?:\\.|[^\]\\])*\]|\\u[0-9a-fA-F]{4}|\\.|\(\?P<\w+>|\(\?>|\{\d*,?\d*\}[+?]?|[*+?]\+|.", re.DOTALL
)
CLASSES = {"w": r"\pL\pM\pN_", "d": r"\pN", "s": r"\s\pZ\x85"}
ANYTHING = r"(?s:.)"
MEMORY = 64 * 2**20  # bytes the automaton may take before it falls back to a slower one


def may_match(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    """Whether a pattern may match somewhere in a text; never False where it does.

    Method: the pattern without its lookarounds and word borders, its classes widened to whole Unicode categories and
    its counts to any number, run by RE2 as an automaton (Cox, "Regular Expression Matching in the Wild", 2010). Raises
    re2.error, when first asked, for a pattern that cannot be loosened that way, say one with a back-reference.
    """

    @cache  # compiled when first asked for: it takes up to 40 ms
    def found() -> Callable[[str], list[int] | None]:
        options = re2.Options()
        options.case_sensitive = not pattern.flags & re.IGNORECASE
        options.dot_nl = bool(pattern.flags & re.DOTALL)
        options.max_mem = MEMORY
        options.never_capture = True
        options.log_errors = False
        alone = re2.Set.SearchSet(options)  # a set says only whether it is found: half the time of saying where
        alone.Add("".join(_loosened(NARROWING.sub("", pattern.pattern))))
        alone.Compile()
        match: Callable[[str], list[int] | None] = alone.Match
        return match

    return lambda text: found()(text) is not None


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
