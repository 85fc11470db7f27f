"""Texts that a page presses on its readers or counts for them, and that nobody would lead with: buttons, labels."""

from functools import lru_cache

from classifiers.wording.together import Together
from domain.changes import Edit, EditKind
from domain.content import Where

SHORT = 110
FEW = 3  # words: a label has fewer
LABELS = frozenset({Where.LIST, Where.LINK, Where.HEADING, Where.NAV})
# What a page counts or offers to press, and never its news.
_IDLE = (
    r"(?i)\b\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago\b|\b(?:last|this) (?:week|month)$|"
    r"\b\d[\d,.]* (?:applicants?|views?|likes?|ratings?|reviews|comments|stars|replies|answers)\b|"
    r"^(?:apply(?: now)?|close|read more|learn more|choose(?: \w+)?|buy(?: now)?|sign up|get started|contact us|share|"
    r"download|book now|add to cart|more|mehr erfahren|en savoir plus|print or download.*)[.!]?$"
)
# What a page calls its readers to do, on a button or a link: never what a reader would lead with.
_CALLS = (
    r"(?i)^(?:download|join|find|meet|contact|get|try|start|create|install|book|buy|order|shop|discover|explore|register|subscribe|"
    r"sign up)\b[^.;:?,]{0,40}\b(?:now|today|here|for free|your [\pL ]{0,20}account|in touch|started)[!.]?$|"
    r"^(?:Join|Try|Meet|Discover) (?:our|\p{Lu})[^.;:?,]{1,36}$"
)
IDLE, CALLS = range(2)
_PRESSED = Together(_IDLE, _CALLS)


@lru_cache(maxsize=4096)  # short texts, asked for each time that their edit is weighed
def pressed(text: str) -> tuple[int, ...]:
    """Which of IDLE and CALLS a text is."""
    return tuple(_PRESSED.within(text))


def is_call(edit: Edit) -> bool:
    """Whether a text that came or went is a button or a link to press."""
    text = (edit.after if edit.before is None else edit.before) or ""
    return edit.kind is not EditKind.REPLACED and len(text) < SHORT and bool(pressed(text))


def is_label(edit: Edit) -> bool:
    """Whether one or two words came or went under no heading: the name of a tab or of a menu, and no news."""
    text = (edit.after if edit.before is None else edit.before) or ""
    outside = not edit.path and edit.where in LABELS and edit.kind is not EditKind.REPLACED
    return outside and 0 < len(text.split()) < FEW and text.replace(" ", "").isalpha()
