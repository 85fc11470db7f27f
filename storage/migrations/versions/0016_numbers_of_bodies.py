"""Bodies by number: hashes stand once, and no lookup reads what it does not look for."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

# Bodies that a row points at although they are gone get numbers too: who is brought up to date is told that they are.
NUMBERS = """INSERT INTO body_number (sha256) SELECT sha256 FROM body UNION SELECT base FROM body WHERE base IS NOT NULL
UNION SELECT sha256 FROM part WHERE sha256 IS NOT NULL ORDER BY 1"""

BODY = """CREATE TABLE new_body (id INTEGER NOT NULL CONSTRAINT pk_body PRIMARY KEY, sha256 VARCHAR(64) NOT NULL,
size INTEGER NOT NULL, codec SMALLINT NOT NULL, base INTEGER CONSTRAINT fk_body_base_body REFERENCES body (id),
depth INTEGER NOT NULL, bytes BLOB, dropped_at DATETIME, dropped_why TEXT)"""
PART = """CREATE TABLE new_part (visit_id INTEGER NOT NULL CONSTRAINT fk_part_visit_id_visit REFERENCES visit (id),
position INTEGER NOT NULL, part VARCHAR(64) NOT NULL,
address_id INTEGER NOT NULL CONSTRAINT fk_part_address_id_wording REFERENCES wording (id), status INTEGER,
headers_id INTEGER CONSTRAINT fk_part_headers_id_wording REFERENCES wording (id), own TEXT,
body_id INTEGER CONSTRAINT fk_part_body_id_body REFERENCES body (id),
CONSTRAINT pk_part PRIMARY KEY (visit_id, position)) WITHOUT ROWID"""
COPIES = {
    "body": "SELECT (SELECT id FROM body_number WHERE body_number.sha256 = body.sha256), sha256, size, codec, "
    "(SELECT id FROM body_number WHERE body_number.sha256 = body.base), depth, bytes, dropped_at, dropped_why "
    "FROM body ORDER BY sha256",
    "part": "SELECT visit_id, position, part, address_id, status, headers_id, own, "
    "(SELECT id FROM body_number WHERE body_number.sha256 = part.sha256) FROM part ORDER BY visit_id, position",
}
ALREADY = "SELECT 1 FROM body WHERE substr(sha256, 1, 4) = substr(NEW.sha256, 1, 4) AND sha256 = NEW.sha256"
NAMING = "UPDATE OF id, sha256, size"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _convert_sqlite()
        _guard_sqlite()
    else:
        _convert_postgres()
        _guard_postgres()
    op.execute("DROP TABLE body_number")
    op.create_index("ix_body_sha256", "body", [sa.text("substr(sha256, 1, 4)")])
    told = sa.text("base IS NOT NULL")
    op.create_index(op.f("ix_body_base"), "body", ["base"], sqlite_where=told, postgresql_where=told)


def _convert_sqlite() -> None:
    """Foreign keys are off meanwhile, and all of them are checked before the transaction ends."""
    op.execute("CREATE TABLE body_number (id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE)")
    op.execute(NUMBERS)
    for name, made in (("body", BODY), ("part", PART)):
        op.execute(made)
        op.execute(f"INSERT INTO new_{name} {COPIES[name]}")
    for name in ("part", "body"):
        op.execute(f"DROP TABLE {name}")
        op.execute(f"ALTER TABLE new_{name} RENAME TO {name}")


def _guard_sqlite() -> None:
    """What a visit says of its bodies is theirs now: their hashes are never rewritten either."""
    for name, what in (("part_no_update", "UPDATE ON part"), ("part_no_delete", "DELETE ON part")):
        op.execute(f"CREATE TRIGGER {name} BEFORE {what} BEGIN SELECT RAISE(ABORT, 'a part is never rewritten'); END")
    for name, what in (("body_no_update", f"{NAMING} ON body"), ("body_no_delete", "DELETE ON body")):
        op.execute(f"CREATE TRIGGER {name} BEFORE {what} BEGIN SELECT RAISE(ABORT, 'a body is never rewritten'); END")
    op.execute(
        f"CREATE TRIGGER body_once BEFORE INSERT ON body WHEN EXISTS ({ALREADY}) "
        "BEGIN SELECT RAISE(ABORT, 'a body is stored once'); END"
    )


def _convert_postgres() -> None:
    op.execute("CREATE TABLE body_number (id BIGSERIAL PRIMARY KEY, sha256 bytea NOT NULL UNIQUE)")
    op.execute(NUMBERS)
    op.execute("ALTER TABLE part DISABLE TRIGGER part_no_rewriting")
    op.drop_constraint(op.f("fk_part_sha256_body"), "part", type_="foreignkey")
    op.drop_constraint(op.f("fk_body_base_body"), "body", type_="foreignkey")
    op.drop_constraint(op.f("pk_body"), "body", type_="primary")
    op.drop_index(op.f("ix_body_base"), table_name="body")
    op.execute("ALTER TABLE body RENAME COLUMN base TO old_base")
    op.execute("ALTER TABLE body ADD COLUMN id BIGINT, ADD COLUMN base BIGINT")
    op.execute("ALTER TABLE part ADD COLUMN body_id BIGINT")
    op.execute("UPDATE body SET id = mine.id FROM body_number AS mine WHERE mine.sha256 = body.sha256")
    op.execute("UPDATE body SET base = theirs.id FROM body_number AS theirs WHERE theirs.sha256 = body.old_base")
    op.execute("UPDATE part SET body_id = mine.id FROM body_number AS mine WHERE mine.sha256 = part.sha256")
    op.execute("ALTER TABLE body DROP COLUMN old_base, ALTER COLUMN id SET NOT NULL")
    op.execute("ALTER TABLE part DROP COLUMN sha256, DROP COLUMN size")
    op.create_primary_key(op.f("pk_body"), "body", ["id"])
    op.create_foreign_key(op.f("fk_body_base_body"), "body", "body", ["base"], ["id"])
    op.create_foreign_key(op.f("fk_part_body_id_body"), "part", "body", ["body_id"], ["id"])
    op.execute("ALTER TABLE part ENABLE TRIGGER part_no_rewriting")


def _guard_postgres() -> None:
    for name, what in (("body_no_update", NAMING), ("body_no_delete", "DELETE OR TRUNCATE")):
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {what} ON body FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()"
        )
    op.execute(
        "CREATE FUNCTION refuse_second() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN IF EXISTS ({ALREADY}) THEN RAISE EXCEPTION 'a % is stored once', TG_TABLE_NAME; END IF; "
        "RETURN NEW; END $$"
    )
    op.execute("CREATE TRIGGER body_once BEFORE INSERT ON body FOR EACH ROW EXECUTE FUNCTION refuse_second()")
