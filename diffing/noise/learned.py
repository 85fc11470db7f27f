"""Noise known by behaviour: places of a page that change by themselves, learned from what changed there before."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from diffing.wording.dates import NUMERIC, WRITTEN
from diffing.wording.passing import BOUND
from diffing.wording.text import compared, names_amount
from domain.changes import Change, ChangeStatus, Edit
from domain.content import Where
from domain.keys import digest

NUMBERS = re.compile(r"\d+(?: \d+)*")
RELEASE = re.compile(r"\b(?:versions?|releases?|builds?|editions?|ausgabe|versión|edición|v ?\d)", re.IGNORECASE)
LETTERS = re.compile(r"[^\W\d_]{3}")
FEWEST_CHANGES = 3  # at fewer visits, a place that changed may have been edited
FEWEST_RETURNS = 2  # of a text that was there before: an editor rarely brings one back
DEARER = 2  # times the evidence where an amount of money is among the words
COUNTING = 0.5  # of the visits since it first moved: a number that moves less often is set by somebody
ROTATING = 0.25  # of the visits since: variants are served now and then
ALIKE = 2.0  # times as long or as short as what is known there: longer, it is no other piece of the same rotation
MOST_EDITS = 200  # a change with more says something of the page as a whole, and would take seconds to learn from
SHOWN, SHOWN_CHARACTERS = 3, 60
ID = 12
NEVER = datetime.max.replace(tzinfo=UTC)

Place = tuple[Where, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedNoise:
    """A place that changes by itself. `slot` names it for good; `says` is one sentence with the values seen.

    `place` names the stretch under one heading path that it lies in; where it is that stretch, both are the same.

    It changed at `visits` of the `of` good visits since the first of those changes. `texts` are the pieces that came
    and went there, as compared, `turning` those that returned twice or more; both empty where only numbers move.
    """

    slot: str
    place: str
    says: str
    since: datetime
    visits: int
    of: int
    texts: frozenset[str] = frozenset()
    turning: frozenset[str] = frozenset()


@dataclass(slots=True)
class _History:
    """What is known of one place: at which visits it changed, and what stood there before and after."""

    place: str = ""
    seqs: list[int] = field(default_factory=list)
    since: datetime = NEVER
    shown: list[str] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    come: set[str] = field(default_factory=set)
    returned: Counter[str] = field(default_factory=Counter)
    priced: bool = False

    def see(self, change: Change, edits: Sequence[Edit], *, known: bool) -> None:
        came = [edit.after for edit in edits if edit.after]
        went = [edit.before for edit in edits if edit.before]
        self.place = place_slot(edits[0])
        self.since = min(self.since, change.after.captured_at)
        self.seqs.append(change.after.seq)
        self.priced = self.priced or any(map(names_amount, (*came, *went)))
        self.shown += came or went
        self.returned.update(text for text in map(compared, came) if text in self.gone)
        self.gone |= set(map(compared, went))
        if known:
            self.come |= set(map(compared, came))

    def needed(self, evidence: int) -> int:
        return evidence * (DEARER if self.priced else 1)

    def examples(self) -> str:
        newest = list(dict.fromkeys(reversed(self.shown)))[:SHOWN]
        return "; ".join(f"“{shortened(text)}”" for text in newest)


def learn(changes: Sequence[Change], visits: Sequence[int], newest: Change | None = None) -> tuple[LearnedNoise, ...]:
    """The places that changed by themselves, by what changed at a source's last good visits.

    `changes` are the stored ones of these visits, oldest first; `visits` are the seqs of all of them, `newest` is what
    the last of them changed. It is evidence too, but its texts are not known by it. A held change is no evidence: it is
    compared with the same baseline again and again.
    """
    evidence = [one for one in changes if _teaches(one) and one.after.seq in set(visits)]
    newest = newest if newest and _teaches(newest) else None
    numbers, places = _histories(evidence, newest, number_slot), _histories(evidence, newest, place_slot)
    counting = (_counting(slot, history, visits) for slot, history in numbers.items())
    rotating = (_rotating(slot, history, visits) for slot, history in places.items())
    return tuple(found for found in (*counting, *rotating) if found is not None)


def leave_out(edits: Sequence[Edit], learned: Mapping[str, LearnedNoise]) -> tuple[Edit, ...]:
    """The edits of one change, those marked as noise that stand where noise is known (by slot) to be.

    A price, a date, a release or an offer's number in it, and a text that did not come and go there before, waits: it
    is told if the next good visit still shows it. So nothing that stays is hidden for good.
    """
    if not learned or len(edits) > MOST_EDITS:
        return tuple(edits)
    room = Counter(place_slot(edit) for edit in edits if edit.after is None and _known(edit, learned))
    marked = []
    for edit in edits:
        number = learned.get(number_slot(edit))
        marked.append(_counted_out(edit, number) if number else _rotated_out(edit, learned.get(place_slot(edit)), room))
    return tuple(marked)


def _teaches(change: Change) -> bool:
    return change.status is not ChangeStatus.HELD and len(change.edits) <= MOST_EDITS


def number_slot(edit: Edit) -> str:
    """Names a line by its words without the numbers, where nothing else differs; "" otherwise."""
    if edit.before is None or edit.after is None:
        return ""
    before, after = (_numberless(text) for text in (edit.before, edit.after))
    return digest("numbers", *_place(edit), before)[:ID] if before == after and LETTERS.search(before) else ""


def place_slot(edit: Edit) -> str:
    """Names the stretch of a page under one heading path."""
    return digest("place", *_place(edit))[:ID]


def _place(edit: Edit) -> Place:
    return edit.where, tuple(map(_numberless, edit.path))


def _numberless(text: str) -> str:
    return NUMBERS.sub("#", compared(text))


def _histories(changes: Iterable[Change], newest: Change | None, slot_of: Callable[[Edit], str]) -> dict[str, _History]:
    found: defaultdict[str, _History] = defaultdict(_History)
    for change in (*changes, *((newest,) if newest else ())):
        for slot, edits in _by_slot(change.edits, slot_of).items():
            found[slot].see(change, edits, known=change is not newest)
    return found


def _by_slot(edits: Iterable[Edit], slot_of: Callable[[Edit], str]) -> dict[str, list[Edit]]:
    found: defaultdict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        if slot := slot_of(edit):
            found[slot].append(edit)
    return found


def _counting(slot: str, history: _History, visits: Sequence[int]) -> LearnedNoise | None:
    of = sum(seq >= history.seqs[0] for seq in visits)
    if len(history.seqs) < history.needed(FEWEST_CHANGES) or len(history.seqs) < COUNTING * of:
        return None
    told = f"a number in this line moved at {len(history.seqs)} of the last {of} visits: {history.examples()}"
    return LearnedNoise(slot=slot, place=history.place, says=told, since=history.since, visits=len(history.seqs), of=of)


def _rotating(slot: str, history: _History, visits: Sequence[int]) -> LearnedNoise | None:
    of = sum(seq >= history.seqs[0] for seq in visits)
    few = len(history.seqs) < FEWEST_CHANGES or history.returned.total() < history.needed(FEWEST_RETURNS)
    if few or len(history.seqs) < ROTATING * of:
        return None
    told = f"texts come and go here, at {len(history.seqs)} of the last {of} visits: {history.examples()}"
    return LearnedNoise(
        slot=slot,
        place=history.place,
        says=told,
        since=history.since,
        visits=len(history.seqs),
        of=of,
        texts=frozenset(history.come & history.gone),
        turning=frozenset(text for text, times in history.returned.items() if times >= FEWEST_RETURNS),
    )


def _known(edit: Edit, learned: Mapping[str, LearnedNoise]) -> bool:
    place = learned.get(place_slot(edit))
    return place is not None and compared(edit.before or "") in place.texts


def _counted_out(edit: Edit, number: LearnedNoise) -> Edit:
    texts = [text for text in (edit.before, edit.after) if text]
    waits = any(names_amount(text) or dated(text) or BOUND.search(text) or RELEASE.search(text) for text in texts)
    return replace(edit, noise=number.says, waits=waits)


def _rotated_out(edit: Edit, place: LearnedNoise | None, room: Counter[str]) -> Edit:
    """A piece known there is noise; one never seen is doubted only where it takes the place of one that is known."""
    if place is None:
        return edit
    texts = [text for text in (edit.before, edit.after) if text]
    unknown = [text for text in texts if compared(text) not in place.texts]
    if not unknown:
        priced = (text for text in texts if names_amount(text) and compared(text) not in place.turning)
        return replace(edit, noise=place.says, waits=any(priced))
    takes_a_place = len(unknown) < len(texts)
    if not takes_a_place and edit.before is None and room[place.slot]:
        room[place.slot] -= 1
        takes_a_place = True
    if edit.after not in unknown or not takes_a_place or not _alike(edit.after, place):
        return edit
    return replace(edit, noise=place.says, waits=True)


def _alike(text: str, place: LearnedNoise) -> bool:
    """Whether a text is about as long as what is known of a place."""
    lengths, length = [len(one) for one in place.texts], len(compared(text))
    return bool(lengths) and min(lengths) / ALIKE <= length <= max(lengths) * ALIKE


def dated(text: str) -> bool:
    """Whether a text holds a full date."""
    return (WRITTEN.search(text) or NUMERIC.search(text)) is not None


def shortened(text: str) -> str:
    return text if len(text) <= SHOWN_CHARACTERS else f"{text[: SHOWN_CHARACTERS - 1].rstrip()}…"
