"""Compares two readings of a register: records added, removed and changed, and renamed vocabularies said once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from domain.changes import Edit, EditKind
from domain.content import Cell, Extraction, Record, Where
from domain.keys import edit_key

AT_MOST_EDITS = 2_000
RENAMED_AT_LEAST = 5
RENAMED_SHARE = 0.95
BULK_AT_LEAST = 10
BULK_SHARE = 0.6
SHRUNK_AT_LEAST = 5

Pair = tuple[Record, Record]
Move = tuple[str, str, str]  # field label, value before, value after


def compare_records(source_id: int, before: Extraction, after: Extraction) -> tuple[Edit, ...]:
    """Added, changed and removed records by key, in the register's order, and at most one notice in front.

    A value that is spelt anew wherever it stood, a field that changes in most records at once, and an export whose
    keys were all renumbered are said in the notice instead of record by record.
    """
    old, new = _by_key(before), _by_key(after)
    rekeyed = _rekeyed(old, new)
    for old_key, new_key in rekeyed.items():
        old[new_key] = old.pop(old_key)
    pairs = [(old[key], new[key]) for key in new if key in old]
    moves = _vocabulary(pairs) | _bulk(pairs)
    edits = _notice(source_id, moves, len(rekeyed))
    edits += [_added(source_id, new[key]) for key in new if key not in old]
    edits += [edit for pair in pairs if (edit := _changed(source_id, pair, moves)) is not None]
    edits += [_removed(source_id, old[key]) for key in old if key not in new]
    return tuple(edits[:AT_MOST_EDITS])


def suspicious_shrink(before: Extraction, after: Extraction) -> bool:
    """Whether more than half of the records are gone: rather a broken export than news, so look twice."""
    old, new = _by_key(before), _by_key(after)
    gone = [key for key in old if key not in new]
    lost = len(gone) - len(_rekeyed(old, new))
    return lost >= SHRUNK_AT_LEAST and lost * 2 > len(old)


def _by_key(extraction: Extraction) -> dict[str, Record]:
    return {record.key: record for record in extraction.records}


def _rekeyed(old: Mapping[str, Record], new: Mapping[str, Record]) -> dict[str, str]:
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


def _vocabulary(pairs: list[Pair]) -> set[Move]:
    """Moves that are a new spelling: a value that nearly every record held gave way to one nobody held before."""
    held: Counter[tuple[str, str]] = Counter()
    moved: Counter[Move] = Counter()
    for pair in pairs:
        held.update(_values(pair[0]).items())
        moved.update(_moves(pair))
    return {
        move
        for move, count in moved.items()
        if count >= RENAMED_AT_LEAST
        and move[1]
        and move[2]
        and count >= RENAMED_SHARE * held[move[0], move[1]]
        and not held[move[0], move[2]]
    }


def _bulk(pairs: list[Pair]) -> set[Move]:
    """Moves of a field that changes in most records at once: a new format, a new column, a dropped one."""
    by_label: dict[str, list[Move]] = defaultdict(list)
    for pair in pairs:
        for move in _moves(pair):
            by_label[move[0]].append(move)
    return {
        move
        for moves in by_label.values()
        if len(moves) >= BULK_AT_LEAST and len(moves) >= BULK_SHARE * len(pairs)
        for move in moves
    }


def _notice(source_id: int, moves: set[Move], rekeyed: int) -> list[Edit]:
    lines = [_summary(label, [move for move in moves if move[0] == label]) for label in sorted({m[0] for m in moves})]
    if rekeyed:
        lines.append((f"keys of {rekeyed} records", "renumbered"))
    if not lines:
        return []
    before = "\n".join(f"{label}: as before" if not shown else label for label, shown in lines)
    after = "\n".join(f"{label}: {shown}" for label, shown in lines)
    title = "The register's wording changed"
    return [_edit(source_id, EditKind.REPLACED, (title,), before, after, title=title, minor=True)]


def _summary(label: str, moves: list[Move]) -> tuple[str, str]:
    shown = [f"“{before}” is now “{after}”" for _, before, after in sorted(moves)[:3]]
    more = f" and {len(moves) - 3} more" if len(moves) > 3 else ""
    return label, "; ".join(shown) + more


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
