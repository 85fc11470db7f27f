"""What readers answered, the steps that stay open, who wants no mail, and the key that signs the ways to answer."""

import json
import secrets
from collections.abc import Collection, Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Date,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    delete,
    insert,
    select,
    update,
)

from domain.answers import Action, ActionState, Answer, Heard, KeptAction, Origin, Pause, ToldItem
from domain.editions import Edition
from domain.times import Clock
from storage import tables
from storage.codec import clean, to_json
from storage.column_types import Moment
from storage.database import Database, lock
from storage.lookup import batched

REF_LETTERS = 12
_AT_ONCE = 500

told_item = Table(
    "told_item",
    tables.metadata,
    Column("edition_id", Text, ForeignKey("edition.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("ref", String(16), nullable=False),
    Column("account", Text, nullable=False),
    Column("events", Text, nullable=False),
    Column("competitor", Text, nullable=False),
    Column("tag", String(32), nullable=False),
    Column("said", Text, nullable=False),
    sqlite_with_rowid=False,
)

# The last answer of a reader to an item stands; the earlier ones are kept.
reader_answer = Table(
    "reader_answer",
    tables.metadata,
    Column("id", tables.Id, primary_key=True, autoincrement=True),
    Column("edition_id", Text, ForeignKey("edition.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("answer", String(32), nullable=False),
    Column("answered_by", Text, nullable=False),
    Column("answered_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
    Column("origin", String(16), nullable=False, server_default=Origin.MAIL.value),
    Index(None, "edition_id", "number"),
)

action = Table(
    "action",
    tables.metadata,
    Column("key", tables.Hash, primary_key=True),
    Column("event_id", String(64), nullable=False),
    Column("account", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("owner", Text),
    Column("due", Date, nullable=False),
    Column("week", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("changed_by", Text, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("note", Text, nullable=False),
    sqlite_with_rowid=False,
)

pause = Table(
    "pause",
    tables.metadata,
    Column("person", Text, primary_key=True),
    Column("until", Date),
    Column("asked_at", Moment, nullable=False),
    Column("origin", String(16), nullable=False, server_default=Origin.MAIL.value),
    sqlite_with_rowid=False,
)

answer_key = Table(
    "answer_key",
    tables.metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("secret", Text, nullable=False),
)


def ref_of(edition_id: str) -> str:
    """What an edition is called where others may read it: nothing of it can be told from that."""
    return sha256(edition_id.encode()).hexdigest()[:REF_LETTERS]


def keep_items(connection: Connection, edition: Edition, now: datetime) -> None:
    """Keep an edition's items, and open the steps they ask for that nobody asked for before."""
    rows = [_item_row(edition, one) for one in edition.items]
    if rows:
        connection.execute(insert(told_item), rows)
    asked = [one.action.key for one in edition.items if one.action]
    known = set(connection.scalars(select(action.c.key).where(action.c.key.in_(asked))))
    for one in edition.items:
        if one.action is not None and one.action.key not in known:
            connection.execute(insert(action).values(_action_row(one.action, edition.recipient, now)))
            known.add(one.action.key)


class Answers:
    """What came back from readers."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def secret(self) -> bytes:
        """The key of this archive that signs ways to answer; drawn when first asked for."""
        with self._database.reading() as connection:
            found = connection.scalar(select(answer_key.c.secret))
        if found is None:
            with self._database.writing() as connection:
                lock(connection, "edition")
                found = connection.scalar(select(answer_key.c.secret))
                if found is None:
                    found = secrets.token_hex(32)
                    connection.execute(insert(answer_key).values(id=1, secret=found))
        return bytes.fromhex(found)

    def edition_of(self, ref: str) -> tuple[str, str] | None:
        """The id and recipient of the edition that is called so; None for an unknown one."""
        query = select(tables.edition.c.id, tables.edition.c.recipient)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return next(((row.id, row.recipient) for row in rows if ref_of(row.id) == ref), None)

    def item(self, edition_id: str, number: int) -> ToldItem | None:
        query = select(told_item).filter_by(edition_id=edition_id, number=number)
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        return _item(row) if row is not None else None

    def items(self) -> tuple[ToldItem, ...]:
        """Every item of every edition, the newest edition's last."""
        join = told_item.join(tables.edition, told_item.c.edition_id == tables.edition.c.id)
        query = select(told_item).select_from(join).order_by(tables.edition.c.composed_at, told_item.c.number)
        with self._database.reading() as connection:
            return tuple(_item(row) for row in connection.execute(query))

    def record(self, edition_id: str, number: int, answer: Answer, by: str, origin: Origin = Origin.MAIL) -> bool:
        """Keep an answer; False where it stands already. A reader's last one stands, and `done` beside it."""
        table = reader_answer
        mine = (table.c.edition_id == edition_id, table.c.number == number, table.c.answered_by == clean(by))
        beside = table.c.answer == Answer.DONE.value if answer is Answer.DONE else table.c.answer != Answer.DONE.value
        with self._database.writing() as connection:
            lock(connection, "edition")
            standing = select(table.c.answer).where(*mine, beside, table.c.withdrawn_at.is_(None))
            if answer.value in connection.scalars(standing).all():
                return False
            gone = update(table).where(*mine, beside, table.c.withdrawn_at.is_(None))
            connection.execute(gone.values(withdrawn_at=self._clock()))
            row = {"edition_id": edition_id, "number": number, "answer": answer.value, "answered_by": clean(by)}
            connection.execute(insert(table).values(**row, answered_at=self._clock(), origin=origin.value))
            return True

    def heard(self, since: datetime | None = None) -> tuple[Heard, ...]:
        """The answers that stand, oldest first."""
        join = reader_answer.join(
            told_item,
            (reader_answer.c.edition_id == told_item.c.edition_id) & (reader_answer.c.number == told_item.c.number),
        )
        query = select(reader_answer, told_item).select_from(join).where(reader_answer.c.withdrawn_at.is_(None))
        if since is not None:
            query = query.where(reader_answer.c.answered_at >= since)
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(reader_answer.c.id)).all()
        return tuple(
            Heard(
                edition=row.edition_id,
                item=_item(row),
                answer=Answer(row.answer),
                by=row.answered_by,
                at=row.answered_at,
                origin=Origin(row.origin),
            )
            for row in rows
        )

    def actions(
        self, state: ActionState | None = None, accounts: Collection[str] | None = None
    ) -> tuple[KeptAction, ...]:
        """The steps that mails asked for, by the day they are due; `accounts`: only those about them."""
        query = select(action) if state is None else select(action).where(action.c.state == state.value)
        some = [query]
        if accounts is not None:
            named = batched(sorted(clean(one) for one in accounts), _AT_ONCE)
            some = [query.where(action.c.account.in_(few)) for few in named]
        with self._database.reading() as connection:
            found = [_kept(row) for one in some for row in connection.execute(one)]
        return tuple(sorted(found, key=lambda one: (one.action.due, one.action.account, one.action.key)))

    def settle(self, keys: Sequence[str], state: ActionState, *, by: str, note: str = "") -> int:
        """Say of steps that they are done, dropped or open again; how many that changed."""
        changed = update(action).where(action.c.key.in_(list(keys)), action.c.state != state.value)
        values = {"state": state.value, "changed_by": clean(by), "changed_at": self._clock(), "note": clean(note)}
        with self._database.writing() as connection:
            return int(connection.execute(changed.values(values)).rowcount)

    def pause(self, person: str, until: date | None, origin: Origin = Origin.MAIL) -> None:
        """No mail for this reader until that day (None: until further notice)."""
        with self._database.writing() as connection:
            connection.execute(delete(pause).where(pause.c.person == person))
            row = {"person": person, "until": until, "asked_at": self._clock(), "origin": origin.value}
            connection.execute(insert(pause).values(row))

    def resume(self, person: str) -> bool:
        """Mails again; False where there was no pause."""
        with self._database.writing() as connection:
            return bool(connection.execute(delete(pause).where(pause.c.person == person)).rowcount)

    def pauses(self) -> tuple[Pause, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(select(pause).order_by(pause.c.person)).all()
        return tuple(
            Pause(person=row.person, until=row.until, at=row.asked_at, origin=Origin(row.origin)) for row in rows
        )


def _item_row(edition: Edition, one: ToldItem) -> dict[str, Any]:
    return {
        "edition_id": edition.id,
        "number": one.number,
        "ref": ref_of(edition.id),
        "account": clean(one.account),
        "events": to_json(list(one.events)),
        "competitor": clean(one.competitor),
        "tag": one.tag,
        "said": clean(one.said),
    }


def _item(row: Row[Any]) -> ToldItem:
    return ToldItem(
        number=row.number,
        account=row.account,
        events=tuple(json.loads(row.events)),
        competitor=row.competitor,
        tag=row.tag,
        said=row.said,
    )


def _action_row(one: Action, by: str, now: datetime) -> dict[str, Any]:
    return {
        "key": one.key,
        "event_id": one.event,
        "account": clean(one.account),
        "what": clean(one.what),
        "owner": one.owner,
        "due": one.due,
        "week": one.week,
        "state": ActionState.OPEN.value,
        "changed_by": by,
        "changed_at": now,
        "note": "",
    }


def _kept(row: Row[Any]) -> KeptAction:
    found = Action(
        key=row.key,
        event=row.event_id,
        account=row.account,
        what=row.what,
        owner=row.owner,
        due=row.due,
        week=row.week,
    )
    return KeptAction(action=found, state=ActionState(row.state), by=row.changed_by, at=row.changed_at, note=row.note)
