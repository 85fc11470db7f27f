"""How large a page may be to be read at all, and how its longest pieces are cut: time and memory stay bounded."""

import re
from collections.abc import Iterator

from domain.errors import UnreadableContent

# A page of 5 MB has some 60,000 tags. These are ten times what any page we know of has, and read within seconds.
MOST_CHARACTERS = 32_000_000
MOST_TAGS = 600_000
MOST_BLOCKS = 200_000
# What one block holds of words and names; a paragraph of a law seldom has 5,000 characters.
LONGEST_BLOCK = 5_000
LONGEST_TITLE = 300
MOST_LINKS = 100  # of a block that is cut up
LONGEST_ADDRESS = 2_000
MOST_EDITS = 2_000  # told of one change: past it a page or a list is noise to any reader, and hostile at worst
MOST_NESTED = 32  # regions of furniture inside one another: the outermost say enough

# A sentence with its mark, once there are enough of them to be found again; else up to a blank; else as it comes.
CUT = re.compile(r".{200,1000}?(?:[.!?…](?=\s)|[。！？]|\Z)|.{1,1000}(?=\s|\Z)|.{1,1000}", re.DOTALL)


def require_readable(markup: str) -> None:
    """Raises UnreadableContent for markup that would take too long to read; says the limit that it exceeds."""
    if len(markup) > MOST_CHARACTERS:
        raise UnreadableContent(f"it has {len(markup):,} characters and we read at most {MOST_CHARACTERS:,}")
    tags = markup.count("<") if len(markup) > MOST_TAGS else 0
    if tags > MOST_TAGS:
        raise UnreadableContent(f"it has {tags:,} tags and we read at most {MOST_TAGS:,}")


def require_countable(blocks: int) -> None:
    """Raises UnreadableContent where a page falls into more blocks than are compared."""
    if blocks > MOST_BLOCKS:
        raise UnreadableContent(f"it has more than {MOST_BLOCKS:,} blocks of text, the most that we compare")


def cut_up(text: str) -> Iterator[str]:
    """A text longer than a block, sentence by sentence, so that no block has more than LONGEST_BLOCK characters.

    Sentences are cut where they end and not after so many characters, so that one more at the top leaves the others
    as they are. No piece has more than 1,000 characters.
    """
    return (piece for found in CUT.finditer(text) if (piece := found[0].strip()))
