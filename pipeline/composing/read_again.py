"""What was mailed and comes out otherwise when the stored pages are read again: one line to the same readers, once."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from digest.fact_words import fact_words
from digest.say import short
from domain.answers import ToldFact
from domain.editions import Audience
from domain.events import Event
from domain.findings import Appointment, Fact, Figure, Price
from pipeline.world import World

SAID, GONE = "said", "gone"
LETTERS = 90


def told_facts(events: Sequence[Event]) -> tuple[ToldFact, ...]:
    """What an edition says of these events as fact: amounts, moves and figures, and each event in a few words."""
    return tuple(one for event in events for one in (_said(event), *_stated(event)))


def read_otherwise(
    world: World, audience: Audience, events: Sequence[Event], since: datetime
) -> tuple[tuple[str, ...], tuple[ToldFact, ...]]:
    """A sentence for each thing told to this reader that a later reading contradicts, and what now stands as told.

    `events` are the recent ones, as read today. A fact is contradicted by another amount, move or figure of the same
    plan, person or metric in the same event; one that is merely not found any more is not. An event is, where nothing
    of its visit belongs to it any more.
    """
    last: dict[tuple[str, str], tuple[str, ToldFact]] = {}
    for week, one in world.archive.told.facts(audience.person.key, audience.kind, since):
        last[one.event, one.key] = (week, one)
    about = {event for event, _ in last}
    now = {(one.event, one.key): one for one in told_facts([event for event in events if event.id in about])}
    lines, told = [], []
    for (event, key), (week, before) in last.items():
        after = now.get((event, key))
        if after is not None and key != SAID and after.value != before.value and after.words != before.words:
            lines.append(f"Correction to {label(week)}: {after.words}, not {before.words.rpartition(': ')[2]}.")
            told.append(after)
    living = {event.id for event in events}
    for (event, key), (week, before) in last.items():
        instead = still_said(world, before) if key == SAID and event not in living else None
        if instead is not None and (event, GONE) not in last:
            now_said = f"read again, it says: {instead}" if instead else "read again, it is no news"
            lines.append(f"Correction to {label(week)}: “{before.words}”: {now_said}.")
            told.append(ToldFact(event=event, source=before.source, seq=before.seq, key=GONE, value="", words=""))
    return tuple(lines), tuple(told)


def still_said(world: World, before: ToldFact) -> str | None:
    """What an event's first visit says instead of it, "" for nothing; None where it still says that event."""
    derived = world.archive.derived
    owner = {key: event for event, keys in derived.events().items() for key in keys}
    seen = derived.sightings(after_seq=before.seq - 1, until_seq=before.seq)
    mine = [one for one in seen if one.source == before.source]
    if any(owner.get(edit.key) == before.event for one in mine for edit in one.edits):
        return None
    return mine[0].headline if mine else ""


def label(week: str) -> str:
    return week.rpartition("-")[2]


def _said(event: Event) -> ToldFact:
    return _told(event, SAID, "", short(event, LETTERS))


def _stated(event: Event) -> list[ToldFact]:
    found = [(core(fact), fact) for fact in event.facts]
    counts = Counter(pair[0][0] for pair in found if pair[0])
    return [
        _told(event, pair[0], pair[1], f"{event.subject.name}, {fact_words(fact)}")
        for pair, fact in found
        if pair and counts[pair[0]] == 1
    ]


def _told(event: Event, key: str, value: str, words: str) -> ToldFact:
    first = event.sightings[0]
    return ToldFact(event=event.id, source=first.source, seq=first.seq, key=key, value=value, words=words)


def core(fact: Fact) -> tuple[str, str] | None:
    """What a fact is about, and what it says of that, in a form that only another statement changes."""
    value = fact.value
    match value:
        case Price() if value.amount_after is not None:
            said = (value.amount_before, value.amount_after, value.currency, value.period)
            return f"price {value.kind} {value.plan}", " ".join(_plain(one) for one in said)
        case Appointment():
            return f"appointment {value.person}", value.move.value
        case Figure() if value.amount is not None:
            return f"figure {value.metric} {value.period}", f"{_plain(value.amount)} {value.currency}"
    return None


def _plain(value: object) -> str:
    """A number without trailing zeros, so that 49 and 49.00 are the same."""
    return f"{value:f}".rstrip("0").rstrip(".") if hasattr(value, "as_tuple") and "." in f"{value:f}" else str(value)
