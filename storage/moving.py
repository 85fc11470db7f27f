"""Moves everything stored to another database, such as from SQLite to PostgreSQL, and proves that it arrived."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, Row, Table, bindparam, delete, func, insert, select, text, update

from domain.errors import StorageError
from domain.times import utc_now
from storage import tables
from storage.archive import open_archive
from storage.database import Database, parse_url
from storage.visits import Visits

BATCH = 200  # rows
HEAVY = 4_000_000  # bytes of bodies in one batch
# Rows that point at others of their own table: those pointed at come first.
ORDER: Mapping[str, tuple[str, ...]] = {"body": ("depth",), "visit": ("id",)}
LATER: Mapping[str, str] = {"event": "merged_into"}  # filled in once all rows are there
SEEDED = frozenset({"counter"})  # a new database has rows of its own there

OnTable = Callable[[str, int], None]


def move(source: str, target: str, *, on_table: OnTable = lambda _name, _rows: None) -> dict[str, int]:
    """Copy every row of every table from the database at `source` to the empty one at `target`; rows by table.

    Both are brought to this version's schema first. All rows arrive in one transaction or none does; ids, hashes and
    times are kept, so that every chain goes on. `on_table` is told of each table done. Raises StorageError where the
    target holds something already, where `source` was written to meanwhile, and where what arrived does not verify.
    """
    if parse_url(source) == parse_url(target):
        raise StorageError("both addresses name the same database")
    for url in (source, target):
        open_archive(url).close()
    old, new = Database(source), Database(target)
    try:
        with old.reading() as reading, new.writing() as writing:
            _require_empty(new, writing)
            counts = {table.name: _copied(reading, writing, table, on_table) for table in ordered()}
            if not new.sqlite:
                _number_on(writing)
        _require_unchanged(old, counts)
        _require_sound(new, counts)
    finally:
        old.close()
        new.close()
    return counts


def ordered() -> Sequence[Table]:
    """Every table, each behind those it points at."""
    return tables.metadata.sorted_tables


def _require_empty(database: Database, connection: Connection) -> None:
    for table in ordered():
        if table.name not in SEEDED and connection.execute(select(table).limit(1)).first() is not None:
            raise StorageError(f"database {database.where} is not empty: `{table.name}` has rows; give an empty one")


def _copied(reading: Connection, writing: Connection, table: Table, on_table: OnTable) -> int:
    if table.name in SEEDED:
        writing.execute(delete(table))
    wanted = select(table).order_by(*(table.c[name] for name in ORDER.get(table.name, ())))
    rows = reading.execution_options(yield_per=BATCH).execute(wanted)
    count, later = 0, LATER.get(table.name)
    pointing: list[dict[str, object]] = []
    for batch in _batches(rows):
        if later:
            pointing += [{"own": row["id"], "other": row[later]} for row in batch if row[later] is not None]
            batch = [{**row, later: None} for row in batch]
        writing.execute(insert(table), batch)
        count += len(batch)
    if later and pointing:
        writing.execute(
            update(table).where(table.c.id == bindparam("own")).values({later: bindparam("other")}), pointing
        )
    on_table(table.name, count)
    return count


def _batches(rows: "Iterator[Row[tuple[object, ...]]]") -> Iterator[list[dict[str, object]]]:
    """Rows in lists of at most BATCH, shorter where they are heavy: bodies of many megabytes go one by one."""
    batch: list[dict[str, object]] = []
    weight = 0
    for row in rows:
        values = dict(row._mapping)
        batch.append(values)
        weight += sum(len(value) for value in values.values() if isinstance(value, bytes))
        if len(batch) >= BATCH or weight >= HEAVY:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _number_on(connection: Connection) -> None:
    """PostgreSQL numbers new rows from where the copied ones end."""
    for table in ordered():
        column = table.autoincrement_column
        sequence = (
            column is not None
            and connection.execute(
                text("SELECT pg_get_serial_sequence(:name, :column)"),
                {"name": f'"{table.name}"', "column": column.name},
            ).scalar_one_or_none()
        )
        highest = connection.execute(select(func.max(column))).scalar_one_or_none() if sequence else None
        if highest is not None:
            connection.execute(text("SELECT setval(:sequence, :value)"), {"sequence": sequence, "value": highest})


def _require_unchanged(database: Database, counts: Mapping[str, int]) -> None:
    if (now := _counted(database)) != counts:
        grown = ", ".join(name for name, count in now.items() if count != counts[name])
        raise StorageError(
            f"database {database.where} was written to while it was copied ({grown}): stop the scheduler, empty the "
            "target and try again"
        )


def _require_sound(database: Database, counts: Mapping[str, int]) -> None:
    if (arrived := _counted(database)) != counts:
        short = ", ".join(
            f"{name} {arrived[name]} of {count}" for name, count in counts.items() if arrived[name] != count
        )
        raise StorageError(f"database {database.where} lacks rows: {short}; empty it and try again")
    faults = list(Visits(database, utc_now).verify())
    if faults:
        raise StorageError(f"database {database.where} does not verify: {faults[0]} ({len(faults)} faults)")


def _counted(database: Database) -> dict[str, int]:
    with database.reading() as connection:
        return {
            table.name: int(connection.execute(select(func.count()).select_from(table)).scalar_one())
            for table in ordered()
        }
