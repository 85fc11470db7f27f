"""What relating comes to: events with their edits, whom they touch, and what that was made of."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy import Column, Connection, ForeignKey, Row, String, Table, Text, delete, insert, select, update

from domain.errors import StorageError
from domain.events import Event, Impact
from domain.keys import digest
from domain.links import KeptLinks, KeptSubject, Links, Related
from storage import tables
from storage.codec import read, write
from storage.database import Database, lock
from storage.leases import Held, require_held
from storage.lookup import batched

# What stands for a subject: the hash of what its events were made of. A row goes where an edit changes hands.
related = Table(
    "related",
    tables.metadata,
    Column("subject", Text, primary_key=True),
    Column("key", tables.Hash, nullable=False),
    sqlite_with_rowid=False,
)
related_event = Table(
    "related_event",
    tables.metadata,
    Column("subject", Text, ForeignKey("related.subject"), primary_key=True),
    Column("event_id", String(64), ForeignKey("event.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
link = Table(
    "link",
    tables.metadata,
    Column("event_id", String(64), ForeignKey("event.id"), primary_key=True),
    Column("key", tables.Hash, nullable=False),
    Column("weighed", tables.Hash, nullable=False),
    Column("links", Text, nullable=False),
)
_AT_ONCE = 500


class Relations:
    """Events of sightings, which are minted once; the accounts they touch, which are derived."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def made_of(self, since: datetime) -> dict[str, str]:
        """The subjects that visits captured since then tell of, each with the hash of which sightings those are and of
        how often anything was derived of their sources, or judged.
        """
        table, change, source = tables.sighting, tables.change, tables.source
        columns = (table.c.subject, table.c.change_key, table.c.position, source.c.id, source.c.touched)
        young = select(*columns).select_from(table.join(change).join(source)).where(table.c.captured_at >= since)
        with self._database.reading() as connection:
            rows = connection.execute(young.order_by(*columns[:3])).all()
        return {subject: digest(*map(tuple, some)) for subject, some in groupby(rows, lambda row: row.subject)}

    def kept(self) -> dict[str, KeptSubject]:
        """What stands, by subject."""
        events: dict[str, set[str]] = {}
        with self._database.reading() as connection:
            for row in connection.execute(select(related_event)):
                events.setdefault(row.subject, set()).add(row.event_id)
            return {
                row.subject: KeptSubject(key=row.key, events=frozenset(events.get(row.subject, ())))
                for row in connection.execute(select(related))
            }

    def events_with(self, edit_keys: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The events that have any of these edits, with the keys of all their edits in order."""
        table = tables.event_edit
        found: dict[str, tuple[str, ...]] = {}
        with self._database.reading() as connection:
            for some in batched(sorted(edit_keys), _AT_ONCE):
                theirs = select(table.c.event_id).where(table.c.edit_key.in_(some))
                rows = connection.execute(select(table).where(table.c.event_id.in_(theirs)))
                pairs = sorted((row.event_id, row.edit_key) for row in rows)
                found |= {event: tuple(key for _, key in mine) for event, mine in groupby(pairs, lambda one: one[0])}
        return found

    def links(
        self, event_ids: Collection[str], *, keys: Collection[str] | None = None, not_weighed: str | None = None
    ) -> dict[str, KeptLinks | None]:
        """The links kept of these events: only those made of one of `keys`, only those last weighed by something else.

        None where this program cannot read them: they are derived, and can be made again.
        """
        conditions = [] if not_weighed is None else [link.c.weighed != not_weighed]
        with self._database.reading() as connection:
            return {
                row.event_id: _kept(row)
                for some in batched(sorted(event_ids), _AT_ONCE)
                for row in connection.execute(select(link).where(link.c.event_id.in_(some), *conditions))
                if keys is None or row.key in keys
            }

    def store(self, found: Related, derivation: str, minted_at: datetime, *, held: Held | None = None) -> None:
        """Keep new ids, which edits belong to which event, and the links and impacts that are not as kept.

        An edit key belongs to one event: a later grouping moves it. An event left without edits is merged into the
        one that took its last. An id that was merged away stands for what it became, and has no impacts: then another
        process was quicker, and nothing stands for these subjects. StorageError where what was `held` for this is
        another's by now.
        """
        with self._database.writing() as connection:
            lock(connection, "event")
            if held is not None:
                require_held(connection, held)
            _keep_events(connection, found.events, minted_at)
            merged = _merged(connection, {one.links.id for one in found.links})
            _keep_links(connection, [one for one in found.links if one.links.id not in merged])
            linked = {one.links.id for one in found.links} - merged
            _keep_impacts(connection, linked, [one for one in found.impacts if one.event in linked], derivation)
            _forget_subjects(connection, {*found.subjects, *found.gone})
            _keep_subjects(connection, {} if merged else found.subjects)
            connection.execute(delete(link).where(link.c.event_id.not_in(select(related_event.c.event_id))))


def _kept(row: Row[tuple[str, str, str, str]]) -> KeptLinks | None:
    try:
        return KeptLinks(key=row.key, weighed=row.weighed, links=read(Links, row.links))
    except StorageError:
        return None


def _keep_events(connection: Connection, events: Sequence[Event], minted_at: datetime) -> None:
    keys = {event.id: {edit.key for sighting in event.sightings for edit in sighting.edits} for event in events}
    owners = _owners(connection, set().union(*keys.values()))
    new = _new(connection, keys, owners)
    if new:
        connection.execute(insert(tables.event), [{"id": one, "minted_at": minted_at} for one in new])
        rows = [{"edit_key": key, "event_id": one} for one in new for key in sorted(keys[one])]
        connection.execute(insert(tables.event_edit), rows)
    for event_id, mine in keys.items():
        if event_id not in new and (any(owners.get(key) != event_id for key in mine) or not mine):
            living = _living_id(connection, event_id, minted_at)
            _give_edits(connection, living, mine)
            owners |= dict.fromkeys(mine, living)


def _new(connection: Connection, keys: Mapping[str, set[str]], owners: Mapping[str, str]) -> set[str]:
    """The events that nobody knows, of edits that no other has: they can be kept together."""
    shared = Counter(key for mine in keys.values() for key in mine)
    fresh = {one for one, mine in keys.items() if mine and all(shared[key] == 1 and key not in owners for key in mine)}
    table = tables.event
    for some in batched(sorted(fresh), _AT_ONCE):
        fresh -= set(connection.scalars(select(table.c.id).where(table.c.id.in_(some))))
    return fresh


def _owners(connection: Connection, edit_keys: Iterable[str]) -> dict[str, str]:
    table = tables.event_edit
    found: dict[str, str] = {}
    for some in batched(sorted(edit_keys), _AT_ONCE):
        rows = connection.execute(select(table).where(table.c.edit_key.in_(some)))
        found |= {row.edit_key: row.event_id for row in rows}
    return found


def _living_id(connection: Connection, event_id: str, minted_at: datetime) -> str:
    """The event this id stands for now, minted where it is new."""
    table = tables.event
    while True:
        row = connection.execute(select(table).filter_by(id=event_id)).one_or_none()
        if row is None:
            connection.execute(insert(table).values(id=event_id, minted_at=minted_at))
            return event_id
        if row.merged_into is None:
            return event_id
        event_id = row.merged_into


def take_over(connection: Connection, event_id: str, into: str, at: datetime) -> None:
    """Give all edits of one event to another, which it stands for from then on."""
    table = tables.event_edit
    keys = set(connection.scalars(select(table.c.edit_key).filter_by(event_id=event_id)))
    _give_edits(connection, _living_id(connection, into, at), keys)


def _give_edits(connection: Connection, event_id: str, keys: set[str]) -> None:
    table = tables.event_edit
    owners = _owners(connection, keys)
    if new := [{"edit_key": key, "event_id": event_id} for key in sorted(keys - owners.keys())]:
        connection.execute(insert(table), new)
    taken = {key: owner for key, owner in owners.items() if owner != event_id}
    for some in batched(sorted(taken), _AT_ONCE):
        connection.execute(update(table).where(table.c.edit_key.in_(some)).values(event_id=event_id))
    if taken:
        _stand_no_more(connection, {event_id, *taken.values()})
    for owner in sorted(set(taken.values())):
        if connection.scalar(select(table.c.edit_key).filter_by(event_id=owner).limit(1)) is None:
            merged = update(tables.event).where(tables.event.c.id == owner)
            connection.execute(merged.values(merged_into=event_id))
            for gone in (tables.impact, link):
                connection.execute(delete(gone).where(gone.c.event_id == owner))


def _stand_no_more(connection: Connection, events: Collection[str]) -> None:
    """What was related of the subjects that these events tell of is related anew: an edit changed hands."""
    told = select(related_event.c.subject).where(related_event.c.event_id.in_(events))
    _forget_subjects(connection, connection.scalars(told).all())


def _forget_subjects(connection: Connection, subjects: Collection[str]) -> None:
    for some in batched(sorted(set(subjects)), _AT_ONCE):
        for table in (related_event, related):
            connection.execute(delete(table).where(table.c.subject.in_(some)))


def _keep_subjects(connection: Connection, subjects: Mapping[str, KeptSubject]) -> None:
    if subjects:
        connection.execute(insert(related), [{"subject": name, "key": one.key} for name, one in subjects.items()])
    pairs = [{"subject": name, "event_id": event} for name, one in subjects.items() for event in sorted(one.events)]
    if pairs:
        connection.execute(insert(related_event), pairs)


def _merged(connection: Connection, event_ids: Collection[str]) -> set[str]:
    """Those that stand for another, or were never kept."""
    table = tables.event
    living: set[str] = set()
    for some in batched(sorted(event_ids), _AT_ONCE):
        living |= set(connection.scalars(select(table.c.id).where(table.c.id.in_(some), table.c.merged_into.is_(None))))
    return set(event_ids) - living


def _keep_links(connection: Connection, links: Sequence[KeptLinks]) -> None:
    known: dict[str, tuple[str, str]] = {}
    for some in batched(sorted(one.links.id for one in links), _AT_ONCE):
        columns = (link.c.event_id, link.c.key, link.c.weighed)
        rows = connection.execute(select(*columns).where(link.c.event_id.in_(some)))
        known |= {row.event_id: (row.key, row.weighed) for row in rows}
    new = [one for one in links if one.made or known.get(one.links.id, ("", ""))[0] != one.key]
    for some_new in batched(new, _AT_ONCE):
        connection.execute(delete(link).where(link.c.event_id.in_([one.links.id for one in some_new])))
        connection.execute(insert(link), [_link_row(one) for one in some_new])
    for weighed in {one.weighed for one in links}:
        mine = {one.links.id for one in links if one.weighed == weighed}
        again = [event for event in sorted(mine) if known.get(event, ("", weighed))[1] != weighed]
        for some in batched(again, _AT_ONCE):
            connection.execute(update(link).where(link.c.event_id.in_(some)).values(weighed=weighed))


def _link_row(one: KeptLinks) -> dict[str, str]:
    return {"event_id": one.links.id, "key": one.key, "weighed": one.weighed, "links": write(Links, one.links)}


def _keep_impacts(connection: Connection, linked: Collection[str], impacts: Sequence[Impact], derivation: str) -> None:
    """Of the events that were linked or weighed, those impacts that are not kept so yet instead of those that were."""
    table = tables.impact
    wanted = {(one.event, one.account): (one.score, write(Impact, one), derivation) for one in impacts}
    known: dict[tuple[str, str], tuple[float, str, str]] = {}
    for some in batched(sorted(linked), _AT_ONCE):
        rows = connection.execute(select(table).where(table.c.event_id.in_(some)))
        known |= {(row.event_id, row.account): (row.score, row.impact, row.derivation) for row in rows}
    for event, account in sorted(key for key, row in known.items() if wanted.get(key) != row):
        connection.execute(delete(table).where(table.c.event_id == event, table.c.account == account))
    new = [
        {"event_id": key[0], "account": key[1], "score": row[0], "impact": row[1], "derivation": row[2]}
        for key, row in wanted.items()
        if known.get(key) != row
    ]
    if new:
        connection.execute(insert(table), new)
