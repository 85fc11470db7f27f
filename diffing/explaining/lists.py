"""What became of the entries of a feed and the records of a register: told, known already, rolled off or left out."""

from collections.abc import Iterable, Mapping

from patiencediff import PatienceSequenceMatcher

from diffing.feeds.entries import entry_keys
from diffing.feeds.entry_edits import edited
from diffing.feeds.entry_match import Pair, date_of, match_entries, plain
from diffing.reading.limits import MOST_EDITS
from diffing.registries.record_keys import match_records
from diffing.registries.record_notice import moves_of
from diffing.registries.records import NOTICE, compare_records
from domain.changes import Edit, EditKind
from domain.content import Entry, Extraction, Record, Where
from domain.explanations import Explained, Fate

TOLD = {
    EditKind.ADDED: "an entry that was not there before",
    EditKind.REPLACED: "the entry says something else now",
    EditKind.REMOVED: "the entry was taken out",
}
SAID = {
    EditKind.ADDED: "a record that was not there before",
    EditKind.REPLACED: "fields of the record changed",
    EditKind.REMOVED: "the record is no longer listed",
}
ROLLED_OFF = "rolled off: the list shows its newest only"
CAME_BACK = "it was there at an earlier visit and came back"
OLDER = "older than what the list showed before: it only reaches further back"
SMALL = "a word or two, a counter, a longer teaser, or what the feed's template did to most entries at once"
CUT = "past the edits told of one visit"
OTHER_KEYS = "nearly all keys are others: said once in the notice for the whole register"
PAST_THE_PAGES = "it may stand past the pages that were read"
IN_THE_NOTICE = (Fate.NOISE, "said once in the notice for the whole register")
FURTHER_BACK = (Fate.PASSED, OLDER)

Outcome = tuple[Fate, str]


def explain_entries(
    before: Extraction, after: Extraction, *, edits: tuple[Edit, ...], news: tuple[Entry, ...], seen: frozenset[str]
) -> tuple[Explained, ...]:
    """Every entry that is not as it was: told first, then the list's own doing.

    `edits` and `news` are what comparing made of the two readings; `seen` are the entries of earlier visits.
    """
    told = {(edit.title, edit.link) for edit in edits}
    pairs, fresh = match_entries(before.entries, after.entries)
    fresh_news = {id(entry) for entry in news}
    found = [_of_edit(edit, TOLD) for edit in edits]
    found += [
        _of_entry(Fate.CUT, CUT, None, new) if id(new) in fresh_news else _passed(new, seen)
        for new in fresh
        if _untold(new, told)
    ]
    changed = {id(new) for _, new in edited(pairs)}
    found += [_of_entry(Fate.CUT, CUT, old, new) for old, new in pairs if id(new) in changed and _untold(new, told)]
    found += [_of_entry(Fate.NOISE, why, *pair) for pair in pairs if id(pair[1]) not in changed and (why := _why(pair))]
    found += [_of_entry(Fate.MOVED, "stands in another place of the list", *pair) for pair in _reordered(before, pairs)]
    kept = {(old.title, old.link) for old, _ in pairs}
    gone = [old for old in before.entries if _untold(old, kept)]
    return (*found, *(_of_entry(Fate.PASSED, ROLLED_OFF, old, None) for old in gone))


def _passed(entry: Entry, seen: frozenset[str]) -> Explained:
    again = entry_keys(Extraction(version="", entries=(entry,))) & seen
    return _of_entry(Fate.PASSED, CAME_BACK if again else OLDER, None, entry)


def _untold(entry: Entry, told: set[tuple[str, str]]) -> bool:
    return (entry.title, entry.link) not in told


def _why(pair: Pair) -> str:
    """How two entries that tell one story differ all the same; "" where they do not."""
    old, new = pair
    parts = []
    if (plain(old.title), plain(old.text)) != (plain(new.title), plain(new.text)):
        parts.append(SMALL)
    if date_of(old) != date_of(new):
        parts.append("dated anew")
    if old.link != new.link:
        parts.append("under another address")
    if old.id != new.id:
        parts.append("under another id")
    return "; ".join(parts)


def _reordered(before: Extraction, pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs that do not stand in the order they had."""
    places = {id(entry): at for at, entry in enumerate(before.entries)}
    now = list(pairs)
    old = sorted(range(len(now)), key=lambda at: places[id(now[at][0])])
    steps = PatienceSequenceMatcher(None, old, list(range(len(now)))).get_opcodes()
    return [now[at] for op, start, end, _, _ in steps if op != "equal" for at in old[start:end]]


def _of_entry(fate: Fate, why: str, old: Entry | None, new: Entry | None) -> Explained:
    shown = new or old
    assert shown is not None  # noqa: S101 - one of the two is there
    return Explained(
        fate=fate,
        why=why,
        where=Where.ENTRY,
        path=(shown.title,),
        before=f"{old.title}\n{old.text}".strip() if old else None,
        after=f"{new.title}\n{new.text}".strip() if new else None,
    )


def explain_records(source_id: int, before: Extraction, after: Extraction) -> tuple[Explained, ...]:
    """Every record that is not as it was: told first, then what is left out and why."""
    every = compare_records(source_id, before, after)
    edits = every[:MOST_EDITS]
    matched = match_records(before, after)
    told = {edit.path[0] for edit in edits}
    cut = (Fate.CUT, CUT) if len(every) > MOST_EDITS else None
    others = (Fate.NOISE, OTHER_KEYS) if matched.others else None
    found = [_of_edit(edit, SAID) for edit in edits]
    for old, new in matched.pairs:
        if new.key not in told and (old.fields, old.key) != (new.fields, new.key):
            found.append(_of_record(_unwanted(old, new) or _same(old, new) or cut or IN_THE_NOTICE, old, new))
    for new in matched.come:
        if new.key not in told:
            found.append(_of_record(_unwanted(new) or others or cut or FURTHER_BACK, None, new))
    for old in matched.gone:
        if old.key not in told:
            past = (Fate.PASSED, PAST_THE_PAGES) if after.cut else None
            found.append(_of_record(_unwanted(old) or others or cut or past or (Fate.PASSED, ROLLED_OFF), old, None))
    return tuple(found)


def _unwanted(*records: Record) -> Outcome | None:
    return None if any(record.wanted for record in records) else (Fate.IGNORED, "left out by the source's `where`")


def _same(old: Record, new: Record) -> Outcome | None:
    """Why a record that differs by the letter says nothing new; None where it does."""
    if moves_of((old, new)):
        return None
    renumbered = old.key != new.key
    return Fate.NOISE, "the same record under another key" if renumbered else "the same values, written another way"


def _of_record(outcome: Outcome, old: Record | None, new: Record | None) -> Explained:
    fate, why = outcome
    shown = new or old
    assert shown is not None  # noqa: S101 - one of the two is there
    same = set(old.fields) & set(new.fields) if old and new else set()
    before, after = (
        "\n".join(f"{cell.header}: {cell.text}" for cell in one.fields if cell.text and cell not in same)
        if one
        else None
        for one in (old, new)
    )
    path = (shown.key, shown.title)
    return Explained(fate=fate, why=why, where=Where.RECORD, path=path, before=before, after=after)


def _of_edit(edit: Edit, words: Mapping[EditKind, str]) -> Explained:
    notice = edit.path[:1] == (NOTICE,)
    return Explained(
        fate=Fate.MINOR if edit.minor else Fate.NEWS,
        why="many records changed alike, so it is said once" if notice else words[edit.kind],
        where=edit.where,
        path=edit.path,
        before=edit.before,
        after=edit.after,
        key=edit.key,
    )
