"""Compares two readings of a register: records added, removed and changed, and what it did to itself said once."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from diffing.registries.record_keys import Matched, match_records, rolled_off, slid
from diffing.registries.record_notice import Line, Move, Pair, moves_of, notice_lines, rewritten
from diffing.registries.record_values import day_of
from domain.changes import Edit, EditKind
from domain.content import Cell, Extraction, Record, Where
from domain.keys import edit_key

SHRUNK_AT_LEAST = 5
NOTICE = "The register itself was rewritten"


def compare_records(source_id: int, before: Extraction, after: Extraction) -> tuple[Edit, ...]:
    """Added, changed and removed records by key, in the register's order, and at most one notice in front.

    A value that is spelt anew wherever it stood, a field that changes in most records at once, and an export whose
    keys were all renumbered are said in the notice instead of record by record. Records that `where` leaves out on
    both sides are not told; one that begins or ceases to match is told by the fields that changed. What rolls off a
    list of the newest, or may stand past the pages that were read, is not told as removed.
    """
    matched = match_records(before, after)
    moves = rewritten(matched.pairs)
    come, gone = _told_come(before, after, matched), _told_gone(before, after, matched)
    edits = _notice(source_id, notice_lines(matched.pairs, moves, matched, come) + _other_keys(matched))
    edits += [_added(source_id, record) for record in come if record.wanted]
    told = (pair for pair in matched.pairs if pair[0].wanted or pair[1].wanted)
    edits += [edit for pair in told if (edit := _changed(source_id, pair, moves)) is not None]
    edits += [_removed(source_id, record) for record in gone if record.wanted]
    return tuple(edits)


def suspicious_shrink(before: Extraction, after: Extraction) -> bool:
    """Whether more than half of the records are gone and not as many came: rather a broken export than news."""
    matched = match_records(before, after)
    lost = len(matched.gone)
    return lost >= SHRUNK_AT_LEAST and lost * 2 > len(before.records) > 2 * len(after.records)


def _told_gone(before: Extraction, after: Extraction, matched: Matched) -> Sequence[Record]:
    gone, come = matched.gone, matched.come
    if after.cut or matched.others or rolled_off(gone, come, after.records) or slid(before, after, matched):
        return ()
    return gone


def _told_come(before: Extraction, after: Extraction, matched: Matched) -> Sequence[Record]:
    """The records that came; without those that stand where the pages read before had not reached."""
    if matched.others:
        return ()
    if not before.cut or not matched.pairs:
        return matched.come
    known = {new.key for _, new in matched.pairs}
    place = {record.key: at for at, record in enumerate(after.records)}
    last = max(place[key] for key in known)
    dates = [date for record in before.records if (date := day_of(record.dated))]
    newest = max(dates) if dates else None

    def is_new(record: Record) -> bool:
        date = day_of(record.dated)
        return place[record.key] < last or (newest is not None and date is not None and date > newest)

    return [record for record in matched.come if is_new(record)]


def _other_keys(matched: Matched) -> list[Line]:
    if not matched.others:
        return []
    return [("Keys", f"{len(matched.gone)} records", f"{len(matched.come)} records under other keys")]


def _notice(source_id: int, lines: Sequence[Line]) -> list[Edit]:
    """One edit that says what moved in the register as a whole."""
    if not lines:
        return []
    before = "\n".join(f"{label}: {old}" for label, old, _ in lines)
    after = "\n".join(f"{label}: {new}" for label, _, new in lines)
    return [_edit(source_id, EditKind.REPLACED, (NOTICE,), before, after, title=NOTICE, minor=True)]


def _added(source_id: int, record: Record) -> Edit:
    cells = tuple(cell for cell in record.fields if cell.text)
    return _about(source_id, EditKind.ADDED, record, (), cells, day_of(record.dated))


def _removed(source_id: int, record: Record) -> Edit:
    cells = tuple(cell for cell in record.fields if cell.text)
    return _about(source_id, EditKind.REMOVED, record, cells, (), None)


def _changed(source_id: int, pair: Pair, said: set[Move]) -> Edit | None:
    """The fields that changed. Its date is the record's only where that moved too: old filings change today as well."""
    moves = moves_of(pair) - said
    if not moves:
        return None
    labels = [cell.header for cell in (*pair[1].fields, *pair[0].fields)]
    ordered = sorted(moves, key=lambda move: labels.index(move[0]))
    before = tuple(Cell(header=label, text=old) for label, old, _ in ordered)
    after = tuple(Cell(header=label, text=new) for label, _, new in ordered)
    dated = day_of(pair[1].dated) if pair[0].dated != pair[1].dated else None
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
    return "\n".join(f"{cell.header}: {cell.text}" if cell.header else cell.text for cell in cells)


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
