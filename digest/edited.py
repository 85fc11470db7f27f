"""What an analyst changed beforehand, as one reader's mail tells it: other sentences, notes, what stands first."""

from collections.abc import Sequence

from digest.mail import Note
from digest.say import cut, sentence, short
from digest.scope import Scope
from digest.subjects import behind_a_name, finding
from digest.words import capital, clean, clip, count_words, counted, joined
from domain.drafts import Ruling
from domain.editions import EditionKind
from domain.events import Event, Impact

FOUND_WORDS = 16
NAMED_HIDDEN = 3


def ruling(scope: Scope, event: str) -> Ruling | None:
    """What was decided of an event, as far as this reader may read it: no words that name accounts of others."""
    draft = scope.week.draft
    return draft.of(event) if draft else None


def _own_words(scope: Scope, text: str) -> str:
    return "" if scope.names_others(text) else clean(text)


def reworded(scope: Scope, event: Event) -> str:
    """The analyst's own sentence for an event, "" where there is none that this reader may read."""
    found = ruling(scope, event.id)
    return _own_words(scope, found.reword) if found else ""


def told(scope: Scope, event: Event, words: int) -> str:
    """The sentence of a finding in so many words; an analyst's own is never cut, and marked in analysts' copies."""
    own = reworded(scope, event)
    found = clean(sentence(event))
    if not own:
        return clip(found, words)
    said = own if own.endswith((".", "!", "?", "”")) else f"{own}."
    if scope.audience.kind is not EditionKind.ANALYST or scope.week.draft is None:
        return said
    return f"{said} [{clean(scope.week.draft.by)}'s words; found: {clip(found, FOUND_WORDS).rstrip('.')}]"


def told_short(scope: Scope, event: Event, letters: int) -> str:
    """The finding in one short line."""
    own = reworded(scope, event)
    return cut(own, letters) if own else clean(short(event, letters))


def told_subject(scope: Scope, event: Event, letters: int) -> str:
    """The finding in a subject line."""
    own = reworded(scope, event)
    if not own:
        return clean(behind_a_name(finding(event, letters - 1), event.subject.name))
    words = own.rstrip(".").split()
    while len(" ".join(words)) > letters and len(words) > 1:
        words.pop()
    return " ".join(words)


def note(scope: Scope, event: str) -> str:
    """`Mara: ask them about the old contract`, "" without a note that this reader may read."""
    found = ruling(scope, event)
    said = _own_words(scope, found.note) if found else ""
    return f"{_by(scope)}: {said}" if said else ""


def top_note(scope: Scope) -> str:
    """What the analyst says to all readers, above everything."""
    said = _own_words(scope, scope.week.draft.note) if scope.week.draft else ""
    return f"{_by(scope)}: {said}" if said else ""


def note_words(scope: Scope, events: Sequence[Event]) -> int:
    return sum(count_words(note(scope, event.id)) for event in events)


def pinned_first(scope: Scope, impacts: Sequence[Impact]) -> tuple[Impact, ...]:
    """The impacts with those of pinned events first, else in their order."""
    return tuple(sorted(impacts, key=lambda impact: not is_pinned(scope, impact.event)))


def is_pinned(scope: Scope, event: str) -> bool:
    found = ruling(scope, event)
    return found is not None and found.pin


def edited(scope: Scope) -> tuple[Note, ...]:
    """In analysts' copies: `Edited by mara: 1 left out (Vanta adds …), 2 reworded.`"""
    draft = scope.week.draft
    if draft is None or scope.audience.kind is not EditionKind.ANALYST:
        return ()
    said = []
    if scope.week.hidden:
        names = [short(event, 60) for event in scope.week.hidden[:NAMED_HIDDEN]]
        more = len(scope.week.hidden) - NAMED_HIDDEN
        names += [f"{more} more"] if more > 0 else []
        said.append(f"{len(scope.week.hidden)} left out ({joined([clean(name) for name in names])})")
    for done, word in ((("reword",), "reworded"), (("note",), "with a note"), (("pin",), "put first")):
        count = sum(bool(getattr(one, done[0])) for one in draft.rulings if not one.left_out)
        said += [f"{count} {word}"] if count else []
    count = sum(bool(one.same_as) for one in draft.rulings)
    said += [f"{counted(count, 'finding')} told in another"] if count else []
    return (Note(label=f"Edited by {clean(draft.by)}", text=capital(", ".join(said)) + "."),) if said else ()


def _by(scope: Scope) -> str:
    """The analyst's first name, where the draft names a person of accounts.yaml, else as written."""
    by = scope.week.draft.by if scope.week.draft else ""
    person = scope.week.accounts.person(by)
    return clean(person.name.split()[0] if person else by)
