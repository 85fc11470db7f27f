"""An event in words: a short finding for a subject line, and one sentence with before -> after."""

from domain.events import Event


def short(event: Event) -> str:
    """A few words that name who did what."""
    return event.headline


def sentence(event: Event) -> str:
    """One sentence with the words or amounts before and after."""
    return event.headline
