"""Which tasks were made in which CRM: what is begun is written before it goes out, so that none is made twice."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Column, String, Table, Text, insert, select, update

from domain.times import Clock
from storage import tables
from storage.codec import clean
from storage.column_types import Moment
from storage.database import Database, lock


class TaskState(StrEnum):
    """`sending` is written before the last byte: found later it means that nobody knows, and nobody tries again."""

    SENDING = "sending"
    MADE = "made"
    REFUSED = "refused"


crm_task = Table(
    "crm_task",
    tables.metadata,
    Column("system", String(32), primary_key=True),
    Column("key", tables.Hash, primary_key=True),
    Column("state", String(16), nullable=False),
    Column("remote_id", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("changed_at", Moment, nullable=False),
    sqlite_with_rowid=False,
)


class CrmTasks:
    """The ledger of tasks, by CRM and action."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def states(self, system: str) -> dict[str, tuple[TaskState, str, datetime]]:
        """State, the CRM's id or what went wrong, and since when, by action key."""
        with self._database.reading() as connection:
            rows = connection.execute(select(crm_task).filter_by(system=system)).all()
        return {row.key: (TaskState(row.state), row.remote_id or row.detail, row.changed_at) for row in rows}

    def begin(self, system: str, key: str) -> bool:
        """Whether this task is ours to make now; False where another made it, or nobody knows."""
        mine = (crm_task.c.system == system) & (crm_task.c.key == key)
        with self._database.writing() as connection:
            lock(connection, "edition")
            state = connection.scalar(select(crm_task.c.state).where(mine))
            if state is None:
                values = {"system": system, "key": key, "remote_id": "", "detail": ""}
                connection.execute(
                    insert(crm_task).values(**values, state=TaskState.SENDING.value, changed_at=self._clock())
                )
                return True
            if state != TaskState.REFUSED.value:
                return False
            connection.execute(
                update(crm_task).where(mine).values(state=TaskState.SENDING.value, changed_at=self._clock())
            )
            return True

    def finish(self, system: str, key: str, state: TaskState, *, remote_id: str = "", detail: str = "") -> None:
        """What became of it; a task that may have been made stays `sending`."""
        mine = (crm_task.c.system == system) & (crm_task.c.key == key)
        values = {"state": state.value, "remote_id": clean(remote_id), "detail": clean(detail)}
        with self._database.writing() as connection:
            connection.execute(update(crm_task).where(mine).values(**values, changed_at=self._clock()))
