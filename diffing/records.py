"""Compares two readings of a register: records added, removed and changed, and renamed vocabularies said once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from domain.changes import Edit, EditKind
from domain.content import Cell, Extraction, Record, Where
from domain.keys import edit_key

AT_MOST_EDITS = 2_000
RENAMED_AT_LEAST = 5
RENAMED_SHARE = 0.7
MERGED_SHARE = 0.95
STRAGGLERS = 0.05
FEW_VALUES = 30
SPLIT = 4
BULK_AT_LEAST = 10
BULK_SHARE = 0.6
SHRUNK_AT_LEAST = 5
NOTICE = "The register itself was rewritten"

Pair = tuple[Record, Record]
Value = tuple[str, str]  # field label, value
Move = tuple[str, str, str]  # field label, value before, value after


def compare_records(source_id: int, before: Extraction, after: Extraction) -> tuple[Edit, ...]:
    """Added, changed and removed records by key, in the register's order, and at most one notice in front.

    A value that is spelt anew wherever it stood, a field that changes in most records at once, and an export whose
    keys were all renumbered are said in the notice instead of record by record. Records that `where` leaves out on
    both sides are not told; one that begins or ceases to match is told by the fields that changed.
    """
    old, new = by_key(before), by_key(after)
    renumbered = rekeyed(old, new)
    for old_key, new_key in renumbered.items():
        old[new_key] = old.pop(old_key)
    pairs = [(old[key], new[key]) for key in new if key in old]
    moves = _rewritten(pairs) if any(one.fields != other.fields for one, other in pairs) else set()
    edits = _notice(source_id, moves, len(renumbered))
    edits += [_added(source_id, new[key]) for key in new if key not in old and new[key].wanted]
    told = (pair for pair in pairs if pair[0].wanted or pair[1].wanted)
    edits += [edit for pair in told if (edit := _changed(source_id, pair, moves)) is not None]
    gone = [old[key] for key in old if key not in new]
    come = [new[key] for key in new if key not in old]
    if not _rolled_off(gone, come, new.values()):
        edits += [_removed(source_id, record) for record in gone if record.wanted]
    return tuple(edits[:AT_MOST_EDITS])


def _rolled_off(gone: Sequence[Record], come: Sequence[Record], left: Iterable[Record]) -> bool:
    """Whether what is gone is the oldest end of a list that keeps the newest only: as many came, and all later."""
    dates = [record.dated for record in left]
    if not gone or len(come) < len(gone) or not all(dates) or not all(record.dated for record in gone):
        return False
    return max(record.dated for record in gone) <= min(dates) < max(dates)


def suspicious_shrink(before: Extraction, after: Extraction) -> bool:
    """Whether more than half of the records are gone: rather a broken export than news, so look twice."""
    old, new = by_key(before), by_key(after)
    gone = [key for key in old if key not in new]
    lost = len(gone) - len(rekeyed(old, new))
    return lost >= SHRUNK_AT_LEAST and lost * 2 > len(old)


def by_key(extraction: Extraction) -> dict[str, Record]:
    return {record.key: record for record in extraction.records}


def rekeyed(old: Mapping[str, Record], new: Mapping[str, Record]) -> dict[str, str]:
    """Old key -> new key, when most keys vanished and records of the same content stand under others."""
    gone = [key for key in old if key not in new]
    if len(gone) < RENAMED_AT_LEAST or len(gone) * 2 <= len(old):
        return {}
    arrived: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for key, record in new.items():
        if key not in old:
            arrived[_content(record)].append(key)
    found = {}
    for key in gone:
        same = arrived.get(_content(old[key]))
        if same:
            found[key] = same.pop(0)
    return found if len(found) * 2 > len(gone) else {}


def _content(record: Record) -> tuple[object, ...]:
    """What a record says apart from its key."""
    said = tuple((cell.header, cell.text) for cell in record.fields if cell.text != record.key)
    return (record.title if record.title != record.key else "", said)


def _moves(pair: Pair) -> set[Move]:
    before, after = _values(pair[0]), _values(pair[1])
    labels = dict.fromkeys([*before, *after])
    return {
        (label, before.get(label, ""), after.get(label, ""))
        for label in labels
        if before.get(label, "") != after.get(label, "")
    }


def _values(record: Record) -> dict[str, str]:
    return {cell.header: cell.text for cell in record.fields}


def _rewritten(pairs: list[Pair]) -> set[Move]:
    """The moves that are the register's own doing, not its records'."""
    held, holds, moved = _tally(pairs)
    return _vocabulary(held, holds, moved) | _bulk(len(pairs), held, moved)


def _vocabulary(held: Counter[Value], holds: Counter[Value], moved: Counter[Move]) -> set[Move]:
    """Moves that are a new spelling: what many records held is held by none now, and nearly all of them moved alike.

    The new value is one nobody held before (or a few such, where a value was split), or the old one was common and
    the two were merged. Where a field of few values is respelt, its rarer values count too.
    """
    gone = {move for move in moved if all(move[1:]) and holds[move[:2]] <= STRAGGLERS * held[move[:2]]}
    fresh = {move for move in gone if not held[move[0], move[2]]}
    respelt = _respelt(fresh, moved)
    renamed = {m for m in fresh if respelt[m[:2]] >= max(RENAMED_AT_LEAST, RENAMED_SHARE * held[m[:2]])}
    merged = {m for m in gone - fresh if moved[m] >= max(BULK_AT_LEAST, MERGED_SHARE * held[m[:2]])}
    few = {label for label, count in Counter(label for label, _ in held).items() if count <= FEW_VALUES}
    labels = few & {move[0] for move in renamed}
    rarer = {m for m in fresh if m[0] in labels and respelt[m[:2]] >= RENAMED_SHARE * held[m[:2]]}
    return renamed | merged | rarer


def _respelt(fresh: set[Move], moved: Counter[Move]) -> Counter[Value]:
    """How many records left each value for new ones, where those are few: else each record got a value of its own."""
    found: Counter[Value] = Counter()
    kinds = Counter(move[:2] for move in fresh)
    for move in fresh:
        found[move[:2]] += moved[move]
    return Counter({old: count for old, count in found.items() if kinds[old] == 1 or kinds[old] * SPLIT <= count})


def _tally(pairs: list[Pair]) -> tuple[Counter[Value], Counter[Value], Counter[Move]]:
    """How many records held each value before, how many hold it now, and how many made each move."""
    held: Counter[Value] = Counter()
    holds: Counter[Value] = Counter()
    moved: Counter[Move] = Counter()
    for pair in pairs:
        held.update(_values(pair[0]).items())
        holds.update(_values(pair[1]).items())
        moved.update(_moves(pair))
    return held, holds, moved


def _bulk(records: int, held: Counter[Value], moved: Counter[Move]) -> set[Move]:
    """Moves of a field that changes in most records at once: a new format, a new column, a dropped one.

    A move to a value that others held already is a change of that record, however many do the same.
    """
    by_label: dict[str, list[Move]] = defaultdict(list)
    for move in moved.elements():
        by_label[move[0]].append(move)
    return {
        move
        for moves in by_label.values()
        if len(moves) >= BULK_AT_LEAST and len(moves) >= BULK_SHARE * records
        for move in moves
        if not (move[1] and held[move[0], move[2]])
    }


def _notice(source_id: int, moves: set[Move], rekeyed: int) -> list[Edit]:
    """One edit that says what moved in the register as a whole."""
    said = [
        _summary(label, sorted(move for move in moves if move[0] == label)) for label in sorted({m[0] for m in moves})
    ]
    if rekeyed:
        said.append(("Keys", f"{rekeyed} records", "the same records under new keys"))
    if not said:
        return []
    before = "\n".join(f"{label}: {old}" for label, old, _ in said)
    after = "\n".join(f"{label}: {new}" for label, _, new in said)
    return [_edit(source_id, EditKind.REPLACED, (NOTICE,), before, after, title=NOTICE, minor=True)]


def _summary(label: str, moves: list[Move]) -> tuple[str, str, str]:
    more = f" and {len(moves) - 3} more" if len(moves) > 3 else ""
    old = "; ".join(before or "nothing" for _, before, _ in moves[:3])
    return label, old + more, "; ".join(after or "nothing" for _, _, after in moves[:3]) + more


def _added(source_id: int, record: Record) -> Edit:
    cells = tuple(cell for cell in record.fields if cell.text)
    return _about(source_id, EditKind.ADDED, record, (), cells, moment(record.dated))


def _removed(source_id: int, record: Record) -> Edit:
    cells = tuple(cell for cell in record.fields if cell.text)
    return _about(source_id, EditKind.REMOVED, record, cells, (), None)


def _changed(source_id: int, pair: Pair, said: set[Move]) -> Edit | None:
    """The fields that changed. Its date is the record's only where that moved too: old filings change today as well."""
    moves = _moves(pair) - said
    if not moves:
        return None
    labels = [cell.header for cell in (*pair[1].fields, *pair[0].fields)]
    ordered = sorted(moves, key=lambda move: labels.index(move[0]))
    before = tuple(Cell(header=label, text=old) for label, old, _ in ordered)
    after = tuple(Cell(header=label, text=new) for label, _, new in ordered)
    dated = moment(pair[1].dated) if pair[0].dated != pair[1].dated else None
    return _about(source_id, EditKind.REPLACED, pair[1], before, after, dated)


def _about(
    source_id: int,
    kind: EditKind,
    record: Record,
    before: tuple[Cell, ...],
    after: tuple[Cell, ...],
    dated: datetime | None,
) -> Edit:
    return _edit(
        source_id,
        kind,
        (record.key, record.title),
        _said(before) if kind is not EditKind.ADDED else None,
        _said(after) if kind is not EditKind.REMOVED else None,
        title=record.title,
        cells=(before, after),
        link=record.link,
        dated=dated,
        names=record.names,
    )


def _said(cells: Iterable[Cell]) -> str:
    return "\n".join(f"{cell.header}: {cell.text}" for cell in cells)


def _edit(
    source_id: int,
    kind: EditKind,
    path: tuple[str, ...],
    before: str | None,
    after: str | None,
    *,
    title: str,
    cells: tuple[tuple[Cell, ...], tuple[Cell, ...]] = ((), ()),
    link: str = "",
    dated: datetime | None = None,
    names: tuple[str, ...] = (),
    minor: bool = False,
) -> Edit:
    return Edit(
        key=edit_key(source_id, path, before, after),
        kind=kind,
        where=Where.RECORD,
        path=path,
        before=before,
        after=after,
        cells_before=cells[0],
        cells_after=cells[1],
        title=title,
        link=link,
        dated=dated,
        names=names,
        minor=minor,
    )


def moment(text: str) -> datetime | None:
    """An ISO date or time, or a Unix time in seconds or milliseconds, in UTC; None for anything else."""
    try:
        if text.isdigit() and len(text) in (10, 13):
            return datetime.fromtimestamp(int(text[:10]), UTC)
        found = datetime.fromisoformat(text)
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
