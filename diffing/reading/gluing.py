"""Inline elements set side by side without a blank: whether a style sheet shows them as one word or as two."""

from diffing.wording.money import SIGNS

LONG_ENOUGH = 4  # letters of a word that takes no number behind it, as "v2" or "H2" would


def set_off(before: str, after: str, *, beside: bool) -> bool:
    """Whether two texts without a blank between them are read apart: "APIOperational", "Latency1.8 s", "412m+9 %".

    `beside` says that both stand in elements of their own. A single letter is part of a word (a drop cap, animated
    letters), and so is what goes on in small letters.
    """
    last, first = before[-1:], after[:1]
    if (last.islower() and first.isupper()) or (last.isalpha() and first in SIGNS) or (last.isalnum() and first == "+"):
        return True
    if not beside or min(len(before.strip()), len(after.strip())) < 2:
        return False
    if last.isalpha() and first.isdigit():
        return len(_letters(before)) >= LONG_ENOUGH
    if last.isupper() and first.isupper():
        return after[1:2].islower()
    if last.isdigit():
        return first.isupper() or (" " in after.strip() and (first.isalpha() or first.isdigit()))
    return last in "%)" and first.isalpha()


def touch(before: str, after: str) -> bool:
    """Whether there is no blank between two texts, neither of them empty; `set_off` is False of all others."""
    return not before[-1].isspace() and not after[0].isspace()


def _letters(text: str) -> str:
    """The letters a text ends with."""
    return text[len(text.rstrip("".join(set(filter(str.isalpha, text))))) :]
