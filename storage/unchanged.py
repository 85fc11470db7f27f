"""Visits that changed nothing, kept many at once: those that found the same again, and the first of their sources."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, func, or_, select

from domain.changes import ChangeStatus
from domain.visits import Footing, Interpretation, PageState, Verdict, Visit, VisitOrigin
from storage import tables
from storage.codec import clean
from storage.database import Database, insert_missing
from storage.leases import Held, require_held
from storage.lookup import COMPARED, batched, newest_visit
from storage.readings import number_of, reading_row

_AT_ONCE = 500
_WANTED: BindParameter[Any] = bindparam("wanted", expanding=True)
_BACK: BindParameter[int] = bindparam("back", type_=tables.visit.c.id.type)
SAID = "unchanged"


def _footing_query() -> Select[Any]:
    """Each source with its baseline, and whether any change of it still takes part in what a visit means."""
    source, baseline, visit, change = tables.source, tables.baseline, tables.visit, tables.change
    revision = tables.wording
    read, good = tables.interpretation, tables.visit.alias("good")
    oldest = (
        select(good.c.id)
        .join(read, read.c.visit_id == good.c.id)
        .where(good.c.source_id == source.c.id, good.c.purpose.in_(COMPARED))
        .where(good.c.origin == VisitOrigin.CRAWL.value, read.c.state == PageState.OK.value)
        .order_by(good.c.id.desc())
        .limit(1)
        .offset(_BACK)
        .correlate(source)
        .scalar_subquery()
    )
    open_still = or_(
        change.c.status == ChangeStatus.HELD.value,
        change.c.after_id > baseline.c.visit_id,
        change.c.after_id >= func.coalesce(oldest, 0),
    )
    lively = select(change.c.key).where(change.c.source_id == source.c.id, open_still).correlate(source, baseline)
    joined = source.join(baseline).join(visit, visit.c.id == baseline.c.visit_id)
    joined = joined.join(revision, revision.c.id == visit.c.revision_id)
    known = (source.c.name, visit.c.id, visit.c.revisit_of, revision.c.text.label("revision"))
    every = select(change.c.key).where(change.c.source_id == source.c.id).correlate(source)
    told = (lively.exists().label("lively"), every.exists().label("changed"))
    return select(*known, *told).select_from(joined).where(source.c.name.in_(_WANTED))


def _unread_query() -> Select[Any]:
    """Visits are interpreted in order, so a source has one waiting where its newest one is."""
    source, read = tables.source, tables.interpretation
    newest = newest_visit(tables.visit.c.purpose.in_(COMPARED))
    reading = select(read.c.visit_id).where(read.c.visit_id == newest).correlate(source)
    return select(source.c.name).where(source.c.name.in_(_WANTED), newest.is_not(None), ~reading.exists())


_FOOTING = _footing_query()
_UNREAD = _unread_query()


class Unchanged:
    """What most visits are: the baseline's bytes again, at a source whose history waits for nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def footing(self, names: Sequence[str], *, back: int) -> dict[str, Footing]:
        """The baseline of each source that has one; a change at or after its `back` newest good ones is open."""
        found: dict[str, Footing] = {}
        with self._database.reading() as connection:
            for some in batched(names, _AT_ONCE):
                for row in connection.execute(_FOOTING, {"wanted": some, "back": back - 1}):
                    found[row.name] = Footing(
                        baseline=row.id,
                        root=row.revisit_of or row.id,
                        revision=row.revision,
                        settled=not row.lively,
                        changed=bool(row.changed),
                    )
        return found

    def unread(self, names: Sequence[str]) -> frozenset[str]:
        """The sources with a visit that was stored and not interpreted: an interrupted run left it."""
        with self._database.reading() as connection:
            return frozenset(
                name for some in batched(names, _AT_ONCE) for name in connection.scalars(_UNREAD, {"wanted": some})
            )

    def store(self, visits: Sequence[Visit], *, derivation: str, held: Held | None = None) -> None:
        """Keep for all of these visits, in one transaction, that they were good and said nothing new.

        StorageError where their sources were `held` and one is another's by now.
        """
        same = Verdict(state=PageState.OK, explanation=SAID)
        readings = ((one, Interpretation(visit=one.id, verdict=same, baseline=False, change=None)) for one in visits)
        self.store_first(tuple(readings), derivation=derivation, held=held)

    def store_first(
        self, read: Sequence[tuple[Visit, Interpretation]], *, derivation: str, held: Held | None = None
    ) -> tuple[Interpretation, ...]:
        """Keep what visits without a change turned out to be, in one transaction; a source's first good one is its
        baseline from now. Gives them as kept; one that was interpreted before stays as it was.

        StorageError where their sources were `held` and one is another's by now.
        """
        kept = tuple((visit.source_id, _cleaned(reading)) for visit, reading in read)
        firsts = [{"source_id": source_id, "visit_id": one.visit} for source_id, one in kept if one.baseline]
        if kept:
            with self._database.writing() as connection:
                if held is not None:
                    require_held(connection, held, [visit.source_id for visit, _ in read])
                number = number_of(connection, derivation)
                rows = [reading_row(source_id, reading, number) for source_id, reading in kept]
                connection.execute(insert_missing(connection, tables.interpretation), rows)
                if firsts:
                    connection.execute(insert_missing(connection, tables.baseline), firsts)
        return tuple(reading for _, reading in kept)


def _cleaned(reading: Interpretation) -> Interpretation:
    return replace(reading, verdict=replace(reading.verdict, explanation=clean(reading.verdict.explanation)))
