"""The tables of the queue's library: made where they are missing, and brought to the library's version where older.

The library ships the steps from each version to the next and keeps no note of those that were taken. We write it down
where it cannot be lost: the table of jobs bears the name of the last step as its comment.
"""

from importlib import resources
from typing import Any, cast

import procrastinate
import psycopg

from domain.errors import StorageError

# Read from the catalogue: `to_regclass` may answer from before the lock was got.
STANDING = """
SELECT coalesce(obj_description((quote_ident(schemaname) || '.' || quote_ident(tablename))::regclass, 'pg_class'), '')
    AS step
  FROM pg_tables WHERE tablename = 'procrastinate_jobs' AND schemaname = ANY(current_schemas(false))
"""
# A number that no other program locks in our database.
MAKING = 0x0BE11_9EE
# The library asks for a job's predecessors by lock, and brings no index that begins with it: without this one a fetch
# takes the longer the more jobs wait.
BY_LOCK = """
CREATE INDEX IF NOT EXISTS bellwether_jobs_by_lock ON procrastinate_jobs (lock, priority DESC, id)
WHERE status IN ('todo', 'doing')
"""
# Where tables stand that were made before the step was written down.
FIRST = "03.04.00_50_post_add_retry_failed_job_procedure.sql"

Connection = psycopg.Connection[Any]


def require_tables(app: procrastinate.App) -> None:
    """Make the tables, or take the steps that they lack. StorageError where they are of a newer library."""
    connector, newest = cast(procrastinate.SyncPsycopgConnector, app.connector.get_sync_connector()), steps()[-1]
    if [row["step"] for row in connector.execute_query_all(STANDING)] == [newest]:
        return
    with connector.pool.connection() as connection:
        connection.execute("SELECT pg_advisory_lock(%s)", [MAKING])
        try:
            # Asked again under the lock: of several that start at once, one makes them and the others find them made.
            _bring_up(connection, app, newest)
        finally:
            connection.rollback()
            connection.execute("SELECT pg_advisory_unlock(%s)", [MAKING])


def steps() -> tuple[str, ...]:
    """The files that lead from one version of the tables to the next, oldest first."""
    folder = resources.files("procrastinate.sql") / "migrations"
    return tuple(sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql")))


def take(connection: Connection, step: str) -> None:
    """One step, and the note of it, in one transaction: a kill between two is gone on from there."""
    text = (resources.files("procrastinate.sql") / "migrations" / step).read_text(encoding="utf-8")
    with connection.transaction():
        connection.execute(text.encode())
        note(connection, step)


def note(connection: Connection, step: str) -> None:
    connection.execute(psycopg.sql.SQL("COMMENT ON TABLE procrastinate_jobs IS {}").format(step))


def _bring_up(connection: Connection, app: procrastinate.App, newest: str) -> None:
    found = connection.execute(STANDING).fetchone()
    connection.commit()
    if found is None:
        with connection.transaction():
            connection.execute(app.schema_manager.get_schema())
            connection.execute(BY_LOCK)
            note(connection, newest)
        return
    (here,) = found
    here = here or FIRST
    if here > newest:
        raise StorageError(
            f"the queue's tables are of a newer version ({here}): install the same Bellwether on every machine"
        )
    for step in steps():
        if step > here:
            take(connection, step)
    with connection.transaction():
        connection.execute(BY_LOCK)
        note(connection, newest)
