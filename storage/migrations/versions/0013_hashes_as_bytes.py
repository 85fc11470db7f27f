"""Hashes of the evidence as 32 bytes instead of 64 digits, and no index by body of a part, which nothing asks."""

import sqlalchemy as sa
from alembic import op

from domain.errors import StorageError

revision = "0013"
down_revision = "0012"

HASHES = {"body": ("sha256", "base"), "visit": ("revision", "fingerprint", "chain"), "part": ("sha256",)}
GUARDED = ("visit", "part")
KEYS = (("body", "base"), ("part", "sha256"))


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _convert_sqlite()
    else:
        _convert_postgres()
    op.drop_index(op.f("ix_part_sha256"), table_name="part")


def _convert_sqlite() -> None:
    """In place: the tables stay, and with them what points at them. Digits that are none stop it, nothing kept."""
    connection = op.get_bind()
    driver = connection.connection.driver_connection
    if driver is None:
        raise StorageError("the database was closed while it was brought to version 0013")
    driver.create_function("bytes_of", 1, lambda digits: None if digits is None else bytes.fromhex(digits))
    op.execute("PRAGMA defer_foreign_keys = ON")
    for name in GUARDED:
        op.execute(f"DROP TRIGGER {name}_no_update")
    for name, columns in HASHES.items():
        table = sa.table(name, *(sa.column(column) for column in columns))
        op.execute(sa.update(table).values({column: sa.func.bytes_of(table.c[column]) for column in columns}))
        short = sa.or_(*(sa.func.length(table.c[column]) != 32 for column in columns))
        if connection.execute(sa.select(sa.func.count()).select_from(table).where(short)).scalar_one():
            raise StorageError(f"table {name} holds what is no SHA-256; the database is left as it was")
    for name in GUARDED:
        op.execute(
            f"CREATE TRIGGER {name}_no_update BEFORE UPDATE ON {name} "
            f"BEGIN SELECT RAISE(ABORT, 'a {name} is never rewritten'); END"
        )


def _convert_postgres() -> None:
    for table, column in KEYS:
        op.drop_constraint(op.f(f"fk_{table}_{column}_body"), table, type_="foreignkey")
    for table, columns in HASHES.items():
        turned = (f"ALTER COLUMN {column} TYPE bytea USING decode({column}, 'hex')" for column in columns)
        op.execute(f"ALTER TABLE {table} " + ", ".join(turned))
    for table, column in KEYS:
        op.create_foreign_key(op.f(f"fk_{table}_{column}_body"), table, "body", [column], ["sha256"])
