"""Noise by an analyst's word: where a change that was judged to be noise stands, the same is noise from then on."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from diffing.noise.learned import LearnedNoise, number_slot, place_slot, shortened
from diffing.wording.text import compared
from domain.changes import Edit

MOST_EDITS = 10  # a verdict on more says something of the visit, as of a new design, and not of each place


def judged(edits: Iterable[Edit], *, since: datetime, says: str) -> tuple[LearnedNoise, ...]:
    """The places of a change's edits, as noise since then; `says` begins the sentence about each.

    A line in which only numbers moved is a place of its own; else it is the stretch under one heading path, with the
    texts that were judged there. What `leave_out` tells after all - a price, a date, a text never seen there - is told
    here too.
    """
    told = list(edits)
    if len(told) > MOST_EDITS:
        return ()
    return merged(place_of(edit, since, says) for edit in told)


def place_of(edit: Edit, since: datetime, says: str) -> LearnedNoise:
    number, place = number_slot(edit), place_slot(edit)
    texts = frozenset() if number else frozenset(compared(text) for text in (edit.before, edit.after) if text)
    said = f"{says}: “{shortened(edit.after or edit.before or '')}”"
    return LearnedNoise(slot=number or place, place=place, says=said, since=since, visits=1, of=1, texts=texts)


def merged(found: Iterable[LearnedNoise]) -> tuple[LearnedNoise, ...]:
    """One for each place: the first one's words, with the texts that any of them knows there."""
    by_slot: dict[str, LearnedNoise] = {}
    for one in found:
        known = by_slot.get(one.slot)
        if known is not None:
            one = replace(known, texts=known.texts | one.texts, turning=known.turning | one.turning)
        by_slot[one.slot] = one
    return tuple(by_slot.values())
