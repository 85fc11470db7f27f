"""Which record of one reading of a register is which of another: by key, or by content where every key is new."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from diffing.registries.record_values import day_of
from domain.content import Extraction, Record

REKEYED_AT_LEAST = 3
DISTINCT = 0.8  # of the records: contents shared by more tell none of them apart
KEPT_COLUMN = 0.5
ALL_OTHERS = 0.9
MANY = 10
OWN_WORDS = 8  # characters; a shorter value may be alone by chance
NUMBERED = re.compile(r"^(.*) #\d+$", re.DOTALL)
WINDOWS = (25, 75)

Keyed = dict[str, Record]
Content = tuple[str, tuple[tuple[str, str], ...]]  # title, (label, value) of each field


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """Two readings side by side. `renumbered` counts the records found again under another key, and `others` is
    True where nearly every key is another one and nothing else tells which record is which."""

    pairs: tuple[tuple[Record, Record], ...]
    gone: tuple[Record, ...]
    come: tuple[Record, ...]
    renumbered: int = 0
    others: bool = False


def match_records(before: Extraction, after: Extraction) -> Matched:
    """Pairs of the same record in the order of `after`; what is gone and what came."""
    old, new = _by_key(before), _by_key(after)
    old = _aligned(old, new)
    rekeyed = _rekeyed(old, new)
    for old_key, new_key in rekeyed.items():
        old[new_key] = old.pop(old_key)
    gone = tuple(old[key] for key in old if key not in new)
    come = tuple(new[key] for key in new if key not in old)
    return Matched(
        pairs=tuple((old[key], new[key]) for key in new if key in old),
        gone=gone,
        come=come,
        renumbered=len(rekeyed),
        others=not rekeyed and _others(gone, come, len(old)),
    )


def _by_key(extraction: Extraction) -> Keyed:
    return {record.key: record for record in extraction.records}


def _aligned(old: Keyed, new: Keyed) -> Keyed:
    """The old records, those that share a key (`K`, `K #2`) numbered as the new ones of the same content are."""
    shared = {
        match[1] for key in (*old, *new) if (match := NUMBERED.match(key)) and (match[1] in old or match[1] in new)
    }
    if not shared:
        return old
    mine, theirs = _grouped(old, shared), _grouped(new, shared)
    aligned = {key: record for key, record in old.items() if _base(key) not in shared}
    for base, keys in mine.items():
        others = theirs.get(base, [])
        same = _by_content(keys, [said(old[key]) for key in keys], others, [said(new[key]) for key in others])
        spare = [key for key in others if key not in set(same.values())]
        spare += [f"{base} #{number}" for number in range(len(others) + 1, len(others) + len(keys) + 2)]
        rest = iter(spare)
        aligned |= {same.get(key) or next(rest): old[key] for key in keys}
    return aligned


def _grouped(keyed: Keyed, shared: set[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for key in keyed:
        if _base(key) in shared:
            groups[_base(key)].append(key)
    return groups


def _base(key: str) -> str:
    match = NUMBERED.match(key)
    return match[1] if match else key


def said(record: Record) -> Content:
    """What a record says apart from its key, wherever that stands in it."""
    base = _base(record.key)

    def told(text: str) -> str:
        return text.replace(base, "\x00") if len(base) >= 3 else ("\x00" if text == base else text)

    return (told(record.title), tuple((cell.header, told(cell.text)) for cell in record.fields))


def _rekeyed(old: Keyed, new: Keyed) -> dict[str, str]:
    """Old key -> new key, when most keys vanished and records of the same content stand under others.

    Contents that many records share tell none apart: a turnover of like records is no new numbering.
    """
    gone = [key for key in old if key not in new]
    come = [key for key in new if key not in old]
    if len(gone) < REKEYED_AT_LEAST or len(gone) * 2 <= len(old):
        return {}
    for columns in (None, _kept_columns([old[key] for key in gone], [new[key] for key in come])):
        left, right = ([_content(side[key], columns) for key in keys] for side, keys in ((old, gone), (new, come)))
        if len(set(left)) < DISTINCT * len(left):
            found = dict(zip(gone, come, strict=True)) if _same_sequence(left, right) else {}
        else:
            found = _by_content(gone, left, come, right)
        if len(found) * 2 > len(gone):
            return found | _by_own_words(old, new, gone, come, found)
    return {}


def _by_own_words(
    old: Keyed, new: Keyed, gone: Sequence[str], come: Sequence[str], found: dict[str, str]
) -> dict[str, str]:
    """Of a renumbered register, the records that changed on the same day: by a field whose value is theirs alone."""
    taken = set(found.values())
    left, right = [key for key in gone if key not in found], [key for key in come if key not in taken]
    more: dict[str, str] = {}
    for label in dict.fromkeys(cell.header for key in left for cell in old[key].fields):
        mine, theirs = (
            _alone([(key, text) for key in keys for header, text in said(side[key])[1] if header == label])
            for side, keys in ((old, left), (new, right))
        )
        for text, key in mine.items():
            named = len(text) >= OWN_WORDS and any(character.isalpha() for character in text)
            if named and key not in more and (other := theirs.get(text)) is not None and other not in taken:
                more[key] = other
                taken.add(other)
    return more


def _alone(values: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Value -> key, of the values that stand in one record only."""
    counts = Counter(text for _, text in values)
    return {text: key for key, text in values if counts[text] == 1}


def _content(record: Record, columns: frozenset[str] | None) -> Content:
    title, cells = said(record)
    return (title, tuple(cell for cell in cells if columns is None or cell[0] in columns))


def _kept_columns(gone: Sequence[Record], come: Sequence[Record]) -> frozenset[str]:
    """The columns whose values are mostly the same on both sides; a column of export times is not."""
    values: list[dict[str, Counter[str]]] = []
    for side in (gone, come):
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for record in side:
            for cell in record.fields:
                found[cell.header][cell.text] += 1
        values.append(found)
    old, new = values
    return frozenset(
        label for label in old if (old[label] & new.get(label, Counter())).total() >= KEPT_COLUMN * len(gone)
    )


def _by_content(
    gone: Sequence[str], left: Sequence[Content], come: Sequence[str], right: Sequence[Content]
) -> dict[str, str]:
    arrived: dict[Content, list[str]] = defaultdict(list)
    for key, content in zip(come, right, strict=True):
        arrived[content].append(key)
    found = {}
    for key, content in zip(gone, left, strict=True):
        if arrived.get(content):
            found[key] = arrived[content].pop(0)
    return found


def _same_sequence(left: Sequence[Content], right: Sequence[Content]) -> bool:
    """Whether poor contents stand in the same order, too many for chance."""
    return len(left) >= MANY and list(left) == list(right) and len(set(left)) >= REKEYED_AT_LEAST


def _others(gone: Sequence[Record], come: Sequence[Record], before: int) -> bool:
    if len(gone) < max(MANY, ALL_OTHERS * before) or abs(len(come) - len(gone)) > len(gone) * (1 - ALL_OTHERS):
        return False
    return not rolled_off(gone, come, come)


def rolled_off(gone: Sequence[Record], come: Sequence[Record], left: Sequence[Record]) -> bool:
    """Whether what is gone is the oldest end of a list that keeps the newest only: as many came, and all later."""
    dates = [day_of(record.dated) for record in left]
    ends = [day_of(record.dated) for record in gone]
    known, old = [date for date in dates if date], [date for date in ends if date]
    if not gone or len(come) < len(gone) or len(known) < len(dates) or len(old) < len(ends):
        return False
    return max(old) <= min(known) < max(known)


def slid(before: Extraction, after: Extraction, matched: Matched) -> bool:
    """Whether an undated list of a round length moved on: as many came on top as went at the end, all else as was."""
    size = len(before.records)
    if size != len(after.records) or not (size in WINDOWS or (size >= MANY and size % 10 == 0)) or not matched.gone:
        return False
    turned = len(matched.come)
    if turned * 2 > size or any(record.dated for record in after.records):
        return False
    kept = [record.key for record in before.records[: size - turned]]
    return kept == [record.key for record in after.records[turned:]]
