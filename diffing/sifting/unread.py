"""Whether two answers of a page differ only in what nobody reads: scripts, comments, tokens, addresses of styles.

Most answers that are not the same to the letter differ in nothing else, and need not be read to be known as the same.
"""

import re
from collections.abc import Iterator

from diffing.reading.chrome import SAYING

S = rb"[ \t\r\n\f]"
VALUE = rb"(?:\"[^\"]*+\"|'[^']*+'|[^ \t\r\n\f\"'=<>`][^ \t\r\n\f\"'<>`]*+)"
NAME = rb"[a-zA-Z_:@\[(#*][\w:.@\[\]()#*-]*+"
# No more attributes than any page writes (see `markup`), and all of them as every parser understands them.
# No group is possessive: before 3.11.5 Python takes what a last, failing turn of one has read for a part of it
# (gh-106052). Atomic ones keep each turn until they end, so their turns are counted.
# No more attributes than any page writes (see `markup`), and all of them as every parser understands them.
GIVEN = rb"(?>(?:%b++%b(?>(?:%b*+=%b*+%b)?)){0,300})%b*+" % (S, NAME, S, S, VALUE, S)
ATTRIBUTES = rb"%b/?+" % GIVEN
ATTRIBUTE = re.compile(rb"%b++(?P<name>%b)(?>(?:%b*+=%b*+(?P<value>%b))?)" % (S, NAME, S, S, VALUE))
# One that closes itself is empty to our parser, and not to others.
SCRIPT = rb"<script%b>(?>(?:[^<]++|(?!<!--|</script)<){0,10000})</script%b*+>" % (GIVEN, S)
STYLE = rb"<style%b>(?>(?:[^<]++|(?!</style)<){0,10000})</style%b*+>" % (GIVEN, S)
COMMENT = rb"<!--(?!-?>)(?>(?:[^-]++|(?!--)-){0,10000})-->"
# Their text is no markup, or they change what is behind them. A dialog is told by attributes anywhere on the page.
BARRED = rb"script|style|title|textarea|iframe|xmp|plaintext|noembed|noframes|dialog|listing|frameset|svg|math|template"
TAG = rb"<(?!(?:%b)[ \t\r\n\f/>])(?P<tag>[a-zA-Z][a-zA-Z0-9-]*+)%b>" % (BARRED, ATTRIBUTES)
TEXT_ONLY = b"|".join(rb"<%b%b>[^<]*+</%b%b*+>" % (tag, GIVEN, tag, S) for tag in (b"title", b"textarea", b"iframe"))
DRAWING = rb"<svg%b>|</?template%b>" % (ATTRIBUTES, ATTRIBUTES)
ENDS = rb"</[a-zA-Z][a-zA-Z0-9-]*+%b*+>|<!doctype[^<>]*+>|[^<]++" % S
# One piece of markup in which answers may differ, and a stretch of pieces that no two parsers read in two ways.
PIECE = re.compile(rb"(?P<script>%b)|(?P<style>%b)|(?P<comment>%b)|%b" % (SCRIPT, STYLE, COMMENT, TAG), re.IGNORECASE)
PIECES = re.compile(
    rb"(?>(?:%b|%b|%b|%b|%b|%b|%b){1,1000})"
    % (ENDS, re.sub(rb"\(\?P<\w+>", b"(?:", TAG), SCRIPT, STYLE, COMMENT, TEXT_ONLY, DRAWING),
    re.IGNORECASE,
)
UNREAD_TAGS = frozenset((b"link", b"meta"))
UNREAD = re.compile(rb"nonce|integrity|value|src|srcset|data-[\w:.@-]+", re.IGNORECASE)
READ = frozenset(name.encode() for name in SAYING)
MOST = 1_000  # places where two answers differ: with more they are read
STRIDE, LONGEST_STRIDE = 256, 2**16


def alike_to_readers(before: bytes, after: bytes) -> bool:
    """Whether two UTF-8 bodies differ in nothing that is read; False wherever that is not sure."""
    at = there = 0
    for _ in range(MOST):
        same = _shared(before, at, after, there)
        if at + same == len(before) and there + same == len(after):
            return b"<dialog" not in before.lower()
        found = next(_pieces(before, at, at + same), None)
        other = PIECE.match(after, there + found.start() - at) if found else None
        if found is None or other is None or _said(found) != _said(other):
            return False
        at, there = found.end(), other.end()
    return False


def _shared(one: bytes, at: int, other: bytes, there: int) -> int:
    """How many bytes are the same from two places on."""
    most = min(len(one) - at, len(other) - there)
    low, stride = 0, STRIDE
    while low < most and one[at + low : at + low + stride] == other[there + low : there + low + stride]:
        low, stride = low + stride, min(2 * stride, LONGEST_STRIDE)
    high = min(low + stride, most)
    while low < high:
        middle = (low + high + 1) // 2
        if one[at + low : at + middle] == other[there + low : there + middle]:
            low = middle
        else:
            high = middle - 1
    return min(low, most)


def _pieces(markup: bytes, start: int, at: int) -> Iterator[re.Match[bytes]]:
    """The piece of markup that holds a place, where it is one and all before it, from `start` on, is in order."""
    for opening in (b"<", b"<script", b"<style"):
        begun = markup.rfind(opening, start, at)
        piece = PIECE.match(markup, begun) if begun >= 0 else None
        if piece and piece.end() > at and _in_order(markup, start, begun):
            yield piece


def _in_order(markup: bytes, start: int, end: int) -> bool:
    """Whether a stretch of markup is pieces and nothing else."""
    while start < end:
        found = PIECES.match(markup, start, end)
        if found is None:
            return False
        start = found.end()
    return True


def _said(piece: re.Match[bytes]) -> object:
    """What is read of a piece of markup: nothing but its kind, or its tag with the attributes that may be read."""
    kind = piece.lastgroup or ""
    tag = (piece["tag"] or b"").lower()
    if kind != "tag" or tag in UNREAD_TAGS:
        return kind, tag
    found = ATTRIBUTE.finditer(piece[0], 1 + len(tag))
    closed = piece[0].endswith(b"/>")
    return kind, tag, closed, [(one["name"], one["value"]) for one in found if _is_read(one["name"].lower())]


def _is_read(name: bytes) -> bool:
    return UNREAD.fullmatch(name) is None or name in READ
