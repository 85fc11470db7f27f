"""Whether the beginning of a page says enough already: most first visits are judged without parsing the rest.

It counts in a tree that still grows, and only what the rest of the page cannot take back; every doubt is settled by the
whole tree.
"""

import re
from collections.abc import Iterator

from diffing.reading.chrome import BARS, LONGEST_BAR
from diffing.reading.enough import PLENTY, few_enough_blocks, main_parts, words_begun
from diffing.reading.limits import MOST_CHARACTERS
from diffing.reading.markup import HEADS, Begun, Element
from diffing.wording.text import tidy
from domain.visits import FetchedPart

# Characters that are parsed before it is counted: half of the real pages say enough by the second step, and each count
# begins anew.
STEPS = (32_000, 96_000)
# The parser gives up at 2,048 elements inside one another, of which a few may be its own.
MOST_STARTS = 2_000
UNTIL_CLOSED = frozenset({"figure", "blockquote"})  # a quotation, if its author comes at the end
# Written out, because a pattern that ignores case is tried at every letter.
MAIN_TAG = re.compile(r"<(?:[mM][aA][iI][nN]|[aA][rR][tT][iI][cC][lL][eE])(?![\w-])")
MAIN_ROLE = re.compile(r"=\s*[\"']?main(?![\w-])")


def begins_well(begun: Begun, part: FetchedPart) -> bool:
    """Whether a beginning of this page, of any length, holds plenty of plain prose."""
    if len(begun.text) <= STEPS[0] or not _surely_readable(part.body or b""):
        return False
    for step in STEPS:
        if step >= len(begun.text):
            return False
        body = begun.grown(step)
        if body is not None and _says_plenty(body, begun):
            return True
    return False


def _surely_readable(raw: bytes) -> bool:
    """Whether no limit of what is read can be met further on."""
    tags = raw.count(b"<")
    if len(raw) > MOST_CHARACTERS or not few_enough_blocks(len(raw), tags):
        return False
    return tags < MOST_STARTS or tags - raw.count(b"</") < MOST_STARTS


def _says_plenty(body: Element, begun: Begun) -> bool:
    if words_begun(body) < PLENTY or _strayed(body) or (not main_parts(body) and _may_name_its_main(begun)):
        return False
    doubtful = frozenset(_doubtful(body))
    return not doubtful or words_begun(body, doubtful) >= PLENTY


def _strayed(body: Element) -> bool:
    """Whether the head holds what belongs to the body."""
    head = body.getprevious()
    return head is not None and any(child.tag not in HEADS for child in head)


def _may_name_its_main(begun: Begun) -> bool:
    """Whether some part further on may call itself the main one: then only what stands in that counts."""
    return any(sign.search(begun.text, begun.read) is not None for sign in (MAIN_TAG, MAIN_ROLE))


def _doubtful(body: Element) -> Iterator[Element]:
    """The elements that may still be open, of which what follows may tell that they are furniture."""
    last = body
    while len(last) and not last[-1].tail:
        last = last[-1]
        if last.tag in UNTIL_CLOSED or (last.tag in BARS and _is_short(last)):
            yield last


def _is_short(element: Element) -> bool:
    length = 0
    for text in element.itertext():
        length += len(tidy(str(text)))
        if length > LONGEST_BAR:
            return False
    return True
