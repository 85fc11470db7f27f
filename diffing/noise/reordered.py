"""The same lines in another order, or a page's own title said again: no news as long as nothing changes hands by it."""

import re
from collections import Counter
from collections.abc import Sequence

from diffing.noise.scene import Pair, Scene, Split, text_of
from diffing.wording.text import compared, names_amount
from domain.content import Block, Where

PARTS = re.compile(r"\s+[|–—·»-]\s+|:\s+")  # between the name of a page and that of its site
ITEMS = re.compile(r"\s*[,;·•|/]\s*")
# What a line says of someone or something: in another place it is said of another.
SAID_OF = re.compile(
    r"\d|(?<!\w)(?:yes|no|not|never|only|included|excluded|from|to|than|ja|nein|nicht|oui|non|pas|sí|"
    r"[CV](?-i:[A-Z])O|VP|chief|officer|president|director|head|founder|co-founder|manager|chair\w*|partner)(?!\w)|はい|いいえ|是|否|不",
    re.IGNORECASE,
)
NAME = re.compile(r"(?<=\s)[^\W\d_a-zß-öø-ÿ]\w")


def drop_title(pairs: list[Pair], scene: Scene) -> Split:
    """Drops a line that is the page's title, with or without its site's name; one beside the main heading may be less.

    A title that lists plans names each of them, and so does a new line for one: that line is news.
    """
    title = f" {compared(scene.title)} "
    named = _titles(scene.title)
    beside = _beside_the_heading(scene.before) | _beside_the_heading(scene.after)

    def drops(pair: Pair) -> bool:
        if None not in pair:
            return False
        text = compared(text_of(pair))
        return text in named or (any(id(block) in beside for block in pair) and f" {text} " in title)

    return Split([pair for pair in pairs if not drops(pair)], [pair for pair in pairs if drops(pair)])


def _titles(title: str) -> set[str]:
    """A title as it stands, and without its first or its last part: one of the two is the site's name."""
    cuts = list(PARTS.finditer(title))
    without = (title[cuts[0].end() :], title[: cuts[-1].start()]) if cuts else ()
    return {compared(one) for one in (title, *without)} - {""}


def _beside_the_heading(blocks: Sequence[Block]) -> set[int]:
    first = next((at for at, block in enumerate(blocks) if block.where is Where.HEADING), None)
    return {id(block) for block in blocks[max(0, first - 1) : first + 2]} if first is not None else set()


def drop_reordered(pairs: list[Pair], scene: Scene) -> Split:
    """Drops everything where whole lines moved, lines were cut elsewhere, or a list within a line was put in order.

    Nothing is dropped where an amount is among it, or where words of one line, or cells of one row, stand in another:
    two people who change places, or a tick under another plan, use the same words too.
    """
    if any(names_amount(text_of(pair)) for pair in pairs):
        return Split(pairs, [])
    gone, come = ([block for block in side if block] for side in zip(*pairs, strict=True))
    both = Counter(compared(block.text) for block in gone) & Counter(compared(block.text) for block in come)
    left, right = _rest(gone, both), _rest(come, both)
    if not any(block.cells for block in (*left, *right)) and (_recut(left, right) or _within(left, right)):
        return Split([], pairs)
    return Split(pairs, [])


def _rest(blocks: Sequence[Block], both: Counter[str]) -> list[Block]:
    """The lines that the other side does not have."""
    spare, rest = both.copy(), []
    for block in blocks:
        text = compared(block.text)
        if spare[text]:
            spare[text] -= 1
        else:
            rest.append(block)
    return rest


def _recut(left: Sequence[Block], right: Sequence[Block]) -> bool:
    """Whether the same words follow each other in the same order, only in lines cut elsewhere."""
    old, new = (" ".join(compared(block.text) for block in side).split() for side in (left, right))
    return old == new


def _within(left: Sequence[Block], right: Sequence[Block]) -> bool:
    return len(left) == len(right) and all(map(_same_words, left, right))


def _same_words(old: Block, new: Block) -> bool:
    """Whether two lines list the same things, or use the same words and name nobody."""
    if sorted(compared(old.text).split()) != sorted(compared(new.text).split()) or SAID_OF.search(old.text):
        return False
    links = [Counter((link.text, link.url) for link in block.links) for block in (old, new)]
    items = [Counter(map(compared, ITEMS.split(block.text))) for block in (old, new)]
    listed = (links[0] == links[1] and links[0].total() > 1) or (items[0] == items[1] and items[0].total() > 1)
    return listed or not (NAME.search(old.text) or NAME.search(new.text))
