"""What a register did to itself: values spelt anew, columns added or renamed, every key changed. Said once."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import timedelta

from diffing.registries.record_keys import Matched, said
from diffing.registries.record_values import day_of, same_value
from domain.content import Record

RENAMED_AT_LEAST = 5
RENAMED_SHARE = 0.7
MERGED_SHARE = 0.95
STRAGGLERS = 0.05
FEW_VALUES = 30
SPLIT = 4
STRAY = 0.2
BULK_AT_LEAST = 10
BULK_SHARE = 0.6
COLUMN_AT_LEAST = 3
RENAMED_COLUMN = 0.8
STAMP = timedelta(hours=36)  # the dates that one export writes into all its records lie no further apart

Pair = tuple[Record, Record]
Value = tuple[str, str]  # field label, value
Move = tuple[str, str, str]  # field label, value before, value after
Line = tuple[str, str, str]  # what is spoken of, before, after


def moves_of(pair: Pair) -> set[Move]:
    """The fields that say something else now."""
    before, after = _values(pair[0]), _values(pair[1])
    moves = {
        (label, old, new)
        for label in dict.fromkeys([*before, *after])
        if not same_value(old := before.get(label, ""), new := after.get(label, ""))
    }
    if not moves or pair[0].key == pair[1].key:
        return moves
    unkeyed = [dict(said(record)[1]) for record in pair]  # a key given anew moves wherever it stands
    return {move for move in moves if unkeyed[0].get(move[0]) != unkeyed[1].get(move[0])}


def _values(record: Record) -> dict[str, str]:
    return {cell.header: cell.text for cell in record.fields}


def rewritten(pairs: Sequence[Pair]) -> set[Move]:
    """The moves that are the register's own doing, not its records'."""
    if all(one.fields == other.fields for one, other in pairs):
        return set()
    held, holds, moved = _tally(pairs)
    by_label = _by_label(moved)
    spelt = _vocabulary(held, holds, moved) | _respelt_columns(held, holds, by_label, len(pairs))
    # A record whose value moved otherwise on such a day is a change of its own, and no part of a bulk.
    left = {label: [move for move in moves if move not in spelt] for label, moves in by_label.items()}
    return spelt | _bulk(len(pairs), held, left) | _columns(held, holds, by_label, len(pairs))


def _vocabulary(held: Counter[Value], holds: Counter[Value], moved: Counter[Move]) -> set[Move]:
    """Moves that are a new spelling: what many records held is held by none now, and nearly all of them moved alike.

    The new value is one nobody held before (or a few such, where a value was split), or the old one was common and
    the two were merged. Where a field of few values is respelt, its rarer values count too.
    """
    gone = {move for move in moved if all(move[1:]) and holds[move[:2]] <= STRAGGLERS * held[move[:2]]}
    fresh = _main_ways({move for move in gone if not held[move[0], move[2]]}, moved)
    respelt = _respelt(fresh, moved)
    renamed = {m for m in fresh if respelt[m[:2]] >= max(RENAMED_AT_LEAST, RENAMED_SHARE * held[m[:2]])}
    merged = {m for m in gone - fresh if moved[m] >= max(BULK_AT_LEAST, MERGED_SHARE * held[m[:2]])}
    few = {label for label, count in Counter(label for label, _ in held).items() if count <= FEW_VALUES}
    labels = few & {move[0] for move in renamed}
    rarer = {m for m in fresh if m[0] in labels and respelt[m[:2]] >= RENAMED_SHARE * held[m[:2]]}
    return renamed | merged | rarer


def _main_ways(moves: set[Move], moved: Counter[Move]) -> set[Move]:
    """The moves without those of the few records that took a way of their own, to a value most came to from another."""
    left: Counter[Value] = Counter()
    reached: Counter[Value] = Counter()
    for move in moves:
        left[move[:2]] += moved[move]
        reached[move[0], move[2]] += moved[move]
    return {m for m in moves if moved[m] > STRAY * min(left[m[:2]], reached[m[0], m[2]])}


def _respelt(fresh: set[Move], moved: Counter[Move]) -> Counter[Value]:
    """How many records left each value for new ones, where those are few: else each record got a value of its own."""
    found: Counter[Value] = Counter()
    kinds = Counter(move[:2] for move in fresh)
    for move in fresh:
        found[move[:2]] += moved[move]
    return Counter({old: count for old, count in found.items() if kinds[old] == 1 or kinds[old] * SPLIT <= count})


def _tally(pairs: Sequence[Pair]) -> tuple[Counter[Value], Counter[Value], Counter[Move]]:
    """How many records held each value before, how many hold it now, and how many made each move."""
    held: Counter[Value] = Counter()
    holds: Counter[Value] = Counter()
    moved: Counter[Move] = Counter()
    for pair in pairs:
        held.update(_values(pair[0]).items())
        holds.update(_values(pair[1]).items())
        moved.update(moves_of(pair))
    return held, holds, moved


def _by_label(moved: Counter[Move]) -> dict[str, list[Move]]:
    found: dict[str, list[Move]] = defaultdict(list)
    for move in moved.elements():
        found[move[0]].append(move)
    return found


def _respelt_columns(
    held: Counter[Value], holds: Counter[Value], by_label: dict[str, list[Move]], records: int
) -> set[Move]:
    """The moves of a small register's column of which no value is left, each old value having one new one and back."""
    found: set[Move] = set()
    for label, moves in by_label.items():
        kinds = set(moves)
        one_to_one = len({old for _, old, _ in kinds}) == len({new for _, _, new in kinds}) == len(kinds)
        repeated = len(kinds) < len(moves)
        fresh = all(old and new and not held[label, new] and not holds[label, old] for _, old, new in kinds)
        if (
            len(moves) >= COLUMN_AT_LEAST
            and len(moves) == records
            and one_to_one
            and repeated
            and fresh
            and len(kinds) > 1
        ):
            found |= kinds
    return found


def _bulk(records: int, held: Counter[Value], by_label: dict[str, list[Move]]) -> set[Move]:
    """Moves of a field that changes in most records at once: a new format, a column filled, one emptied.

    A move to a value that others held already is a change of that record, however many do the same.
    """
    return {
        move
        for moves in by_label.values()
        if len(moves) >= BULK_AT_LEAST and len(moves) >= BULK_SHARE * records
        for move in moves
        if not (move[1] and held[move[0], move[2]])
    }


def _columns(held: Counter[Value], holds: Counter[Value], by_label: dict[str, list[Move]], records: int) -> set[Move]:
    """The moves of a column that stood empty, or was not there, in every record, or does now."""
    filled = {label for label, value in held if value}
    fills = {label for label, value in holds if value}
    return {
        move
        for label, moves in by_label.items()
        if len(moves) >= COLUMN_AT_LEAST
        and len(moves) >= BULK_SHARE * records
        and (label in filled) != (label in fills)
        for move in moves
    }


def notice_lines(pairs: Sequence[Pair], moves: set[Move], matched: Matched, come: Sequence[Record]) -> list[Line]:
    """What to say of the register as a whole, a line each for a column, its keys and the filter."""
    labels = sorted({move[0] for move in moves})
    named = _renamed_columns(pairs, labels)
    lines = [("Fields", old, new) for old, new in named.items()]
    told = (label for label in labels if label not in {*named, *named.values()})
    lines += [_summary(label, own) for label in told if not _stamped(own := sorted(m for m in moves if m[0] == label))]
    if matched.renumbered:
        lines.append(("Keys", f"{matched.renumbered} records", "the same records under new keys"))
    wanted = sum(old.wanted for old, _ in pairs)
    if wanted >= COLUMN_AT_LEAST and moves and not any(new.wanted for new in (*(new for _, new in pairs), *come)):
        lines.append(("Filter", f"let {wanted} records through", "lets none through: its words are to be changed too"))
    return lines


def _renamed_columns(pairs: Sequence[Pair], labels: Sequence[str]) -> dict[str, str]:
    """Old name -> new name of columns whose values stayed."""
    before = {label for old, _ in pairs for label in _values(old)}
    after = {label for _, new in pairs for label in _values(new)}
    found: dict[str, str] = {}
    for label in (one for one in labels if one not in after):
        for other in (one for one in labels if one not in before and one not in found.values()):
            same = sum(same_value(_values(old).get(label, ""), _values(new).get(other, "")) for old, new in pairs)
            if same >= RENAMED_COLUMN * len(pairs):
                found[label] = other
                break
    return found


def _stamped(moves: Sequence[Move]) -> bool:
    """Whether the column only holds the time of the export: then nothing is said of it."""
    dates = [day_of(new) for _, _, new in moves]
    known = [date for date in dates if date]
    dated = len(known) == len(dates) and all(day_of(old) for _, old, _ in moves)
    return dated and max(known) - min(known) <= STAMP


def _summary(label: str, moves: Sequence[Move]) -> Line:
    more = f" and {len(moves) - 3} more" if len(moves) > 3 else ""
    old = "; ".join(before or "nothing" for _, before, _ in moves[:3])
    return label, old + more, "; ".join(after or "nothing" for _, _, after in moves[:3]) + more
