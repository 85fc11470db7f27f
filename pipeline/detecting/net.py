"""Several changes of one source told as one: what stood at the start of the week against what stands at its end."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from diffing.wording.text import compared
from diffing.wording.words import word_runs
from domain.changes import Edit, EditKind
from domain.content import Cell, Where
from domain.events import Sighting
from domain.keys import edit_key

# Where an edit begins or leaves off: two edits continue each other where these are equal.
Place = tuple[str, ...]
# Whether nothing tells which block of its page an edit of a sighting began with: it continues none.
Doubtful = Callable[[Sighting, Edit], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One edit in the visit that saw it. `stands` is False where a later visit took the change back."""

    edit: Edit
    seen: Sighting
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """The edits of one block, entry or record, each continuing the one before, in order of seq; never none."""

    steps: tuple[Step, ...]

    @property
    def edits(self) -> tuple[Edit, ...]:
        return tuple(step.edit for step in self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """What stood for a while and went again: the edit that brought it, where it was seen, from when to when.

    `back` says that afterwards it was as before again, so that nothing else is said of it.
    """

    edit: Edit
    seen: Sighting
    begun: datetime
    ended: datetime
    back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Net:
    """What several sightings of one source come to. No `edits`: all of it was undone."""

    parts: tuple[Sighting, ...]
    edits: tuple[Edit, ...]
    passed: tuple[Passed, ...]


def told_apart(_seen: Sighting, _edit: Edit) -> bool:
    """Nothing is in doubt: each text stands once in its place."""
    return False


def nets(
    news: Iterable[Sighting], taken_back: Iterable[Sighting], source_id: int, doubtful: Doubtful = told_apart
) -> tuple[Net, ...]:
    """The net of each group of sightings that continue each other, in order of seq; a lone sighting is its own.

    All are of one source and one subject; the order they come in does not matter. Those taken back count for what
    they say about others, and as what passed; where nothing of a net still stands, it has no edits.
    """
    strands = follow(news, taken_back, doubtful)
    return tuple(_net(group, source_id) for group in _groups(strands))


def follow(
    news: Iterable[Sighting], taken_back: Iterable[Sighting] = (), doubtful: Doubtful = told_apart
) -> tuple[Strand, ...]:
    """Every edit that counts, in exactly one strand."""
    seen_in = [(seen, True) for seen in news] + [(seen, False) for seen in taken_back]
    strands: list[list[Step]] = []
    ends: dict[Place, list[list[Step]]] = defaultdict(list)
    for seen, stands in sorted(seen_in, key=lambda pair: (pair[0].seq, pair[0].key)):
        for edit in (edit for edit in seen.edits if not edit.noise):
            strand = next((end for end in ends[begins(edit)] if end[-1].seen.seq < seen.seq), None)
            if strand is None or doubtful(seen, edit):
                strand = []
                strands.append(strand)
            else:
                ends[begins(edit)] = [end for end in ends[begins(edit)] if end is not strand]
            strand.append(Step(edit=edit, seen=seen, stands=stands))
            ends[leaves(edit)].append(strand)
    return tuple(Strand(steps=tuple(steps)) for steps in strands)


def begins(edit: Edit) -> Place:
    """What the edit must find: its record, the text it replaces, or the gap where its text was taken away before."""
    if is_record(edit):
        return place_of(edit)
    gap = ("gap",) if edit.before is None else ()
    return (*gap, *place_of(edit), key_of(edit.before or edit.after or ""))


def leaves(edit: Edit) -> Place:
    """What the edit leaves for one that continues it, in the terms of `begins`."""
    if is_record(edit):
        return place_of(edit)
    gap = ("gap",) if edit.after is None else ()
    return (*gap, *place_of(edit), key_of(edit.after or edit.before or ""))


def place_of(edit: Edit) -> Place:
    """A block's headings; a record's key; an entry has no place but its text, since its title may be what changed."""
    if is_record(edit):
        return ("record", *edit.path[:1])
    return (edit.where,) if edit.where is Where.ENTRY else (edit.where, *edit.path)


def key_of(text: str) -> str:
    """What a text is told apart by: as compared, or as it stands where nothing of it is compared."""
    return compared(text) or text


def is_record(edit: Edit) -> bool:
    """Whether the edit is of one record's fields; a notice about a whole register is not."""
    return edit.where is Where.RECORD and bool(edit.cells_before or edit.cells_after)


def same_text(one: str | None, other: str | None) -> bool:
    """Whether two texts are the same to a reader; None is the same as None alone."""
    if one is None or other is None:
        return one is other
    return one == other or key_of(one) == key_of(other)


def _groups(strands: Sequence[Strand]) -> list[list[Strand]]:
    """Strands that share a sighting, together; groups in order of seq."""
    root: dict[str, str] = {}

    def find(name: str) -> str:
        while root.setdefault(name, name) != name:
            name = root[name]
        return name

    for strand in strands:
        lead, *others = (name_of(step.seen) for step in strand.steps)
        for other in others:
            root[find(other)] = find(lead)
    groups: dict[str, list[Strand]] = defaultdict(list)
    for strand in strands:
        groups[find(name_of(strand.steps[0].seen))].append(strand)
    return sorted(groups.values(), key=_first)


def name_of(seen: Sighting) -> str:
    """What tells one sighting from another that says the same at another time."""
    return f"{seen.change} {seen.key}"


def _first(strands: Sequence[Strand]) -> tuple[int, str]:
    return min((step.seen.seq, step.seen.key) for strand in strands for step in strand.steps)


def _net(strands: Sequence[Strand], source_id: int) -> Net:
    parts = {name_of(step.seen): step.seen for strand in strands for step in strand.steps}
    ordered = tuple(sorted(parts.values(), key=lambda seen: (seen.seq, seen.key)))
    edits = (net_edit(strand, source_id) for strand in strands if still_news(strand))
    passed = (one for strand in strands for one in passages(strand))
    return Net(
        parts=ordered,
        edits=tuple(edit for edit in edits if edit is not None),
        passed=tuple(sorted(passed, key=lambda one: (one.begun, one.edit.key))),
    )


def still_news(strand: Strand) -> bool:
    """Whether what stands at the end is what a change that was not taken back brought."""
    last = strand.steps[-1]
    if last.stands:
        return True
    return any(step.stands and same_text(step.edit.after, last.edit.after) for step in strand.steps)


def net_edit(strand: Strand, source_id: int) -> Edit | None:
    """The edit from what stood before the first step to what stands after the last; None where both are the same."""
    first, last = strand.edits[0], strand.edits[-1]
    if len(strand.steps) == 1:
        return first
    if all(is_record(edit) for edit in strand.edits):
        return _net_record(strand.edits, source_id)
    if same_text(first.before, last.after):
        return None
    return _between(strand.edits, source_id, first.before, last.after, first.cells_before, last.cells_after)


def _between(
    edits: Sequence[Edit],
    source_id: int,
    before: str | None,
    after: str | None,
    cells_before: tuple[Cell, ...],
    cells_after: tuple[Cell, ...],
) -> Edit:
    first, last = edits[0], edits[-1]
    both = before is not None and after is not None
    return replace(
        last,
        key=edit_key(source_id, last.path, before, after),
        kind=EditKind.REPLACED if both else EditKind.ADDED if before is None else EditKind.REMOVED,
        before=before,
        after=after,
        words=word_runs(before, after) if before is not None and after is not None and last.words else (),
        cells_before=cells_before,
        cells_after=cells_after,
        title=last.title or first.title,
        link=last.link or first.link,
        dated=last.dated or first.dated,
        names=tuple(dict.fromkeys(name for edit in edits for name in edit.names)),
        minor=all(edit.minor for edit in edits),
    )


def _net_record(edits: Sequence[Edit], source_id: int) -> Edit | None:
    """A record's fields from their first value to their last; those that are as before again are left out."""
    old: dict[str, str] = {}
    new: dict[str, str] = {}
    for edit in edits:
        for cell in edit.cells_before:
            if cell.header not in new:
                old.setdefault(cell.header, cell.text)
        new = {} if edit.after is None else new | {cell.header: cell.text for cell in edit.cells_after}
    added, gone = edits[0].before is None, edits[-1].after is None
    if added and gone:
        return None
    if not added and not gone:
        moved = [header for header in dict.fromkeys((*old, *new)) if old.get(header, "") != new.get(header, "")]
        old, new = ({header: side.get(header, "") for header in moved} for side in (old, new))
        if not moved:
            return None
    before, after = (None if added else _fields(old)), (None if gone else _fields(new))
    return _between(edits, source_id, _said(before), _said(after), before or (), after or ())


def _fields(values: dict[str, str]) -> tuple[Cell, ...]:
    return tuple(Cell(header=header, text=text) for header, text in values.items())


def _said(cells: tuple[Cell, ...] | None) -> str | None:
    return None if cells is None else "\n".join(f"{cell.header}: {cell.text}" for cell in cells)


def passages(strand: Strand) -> tuple[Passed, ...]:
    """What stood between the first and the last state of a strand, one for each step that was followed by another."""
    first = strand.steps[0].edit.before
    found = []
    for step, after in zip(strand.steps, strand.steps[1:], strict=False):
        back = same_text(after.edit.after, first)
        found.append(
            Passed(edit=step.edit, seen=step.seen, begun=step.seen.first_seen, ended=after.seen.first_seen, back=back)
        )
    return tuple(found)
