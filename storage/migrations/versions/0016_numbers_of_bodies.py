"""Bodies by number, so that no lookup reads what it does not look for; small tables as one tree each."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

# Bodies that a row points at although they are gone get numbers too: who is brought up to date is told that they are.
NUMBERS = """INSERT INTO body_number (sha256) SELECT sha256 FROM body UNION SELECT base FROM body WHERE base IS NOT NULL
UNION SELECT sha256 FROM part WHERE sha256 IS NOT NULL ORDER BY 1"""

BODY = """CREATE TABLE new_body(id INTEGER NOT NULL PRIMARY KEY,sha256 VARCHAR(64) NOT NULL,size INTEGER NOT NULL,
codec SMALLINT NOT NULL,base INTEGER REFERENCES body (id),depth INTEGER NOT NULL,bytes BLOB,dropped_at DATETIME,
dropped_why TEXT)"""
PART = """CREATE TABLE new_part(visit_id INTEGER NOT NULL REFERENCES visit (id),position INTEGER NOT NULL,
part VARCHAR(64) NOT NULL,address_id INTEGER NOT NULL REFERENCES wording (id),status INTEGER,
headers_id INTEGER REFERENCES wording (id),own TEXT,body_id INTEGER REFERENCES body (id),
PRIMARY KEY (visit_id,position)) WITHOUT ROWID"""
DERIVATION = """CREATE TABLE new_derivation(id INTEGER NOT NULL PRIMARY KEY,hash VARCHAR(64) NOT NULL,
parts TEXT NOT NULL,recorded_at DATETIME NOT NULL,CONSTRAINT uq_derivation_hash UNIQUE (hash))"""
READING = """CREATE TABLE new_interpretation(visit_id INTEGER NOT NULL PRIMARY KEY REFERENCES visit (id),
source_id INTEGER NOT NULL REFERENCES source (id),state VARCHAR(16) NOT NULL,reason VARCHAR(32) NOT NULL,
explanation TEXT NOT NULL,baseline BOOLEAN NOT NULL,change_key VARCHAR(64),
derivation_id INTEGER NOT NULL REFERENCES derivation (id))"""
ANEW = {"body": BODY, "part": PART, "derivation": DERIVATION, "interpretation": READING}
COPIES = {
    "body": "SELECT (SELECT id FROM body_number WHERE body_number.sha256 = body.sha256), sha256, size, codec, "
    "(SELECT id FROM body_number WHERE body_number.sha256 = body.base), depth, bytes, dropped_at, dropped_why "
    "FROM body ORDER BY sha256",
    "part": "SELECT visit_id, position, part, address_id, status, headers_id, own, "
    "(SELECT id FROM body_number WHERE body_number.sha256 = part.sha256) FROM part ORDER BY visit_id, position",
    "derivation": "SELECT row_number() OVER (ORDER BY recorded_at, hash), hash, parts, recorded_at FROM derivation",
    "interpretation": "SELECT visit_id, source_id, state, reason, explanation, baseline, change_key, (SELECT id FROM "
    "new_derivation WHERE new_derivation.hash = interpretation.derivation) FROM interpretation ORDER BY visit_id",
}
# Not "=" for the whole hash: SQLite would reckon the first bytes from it, and go through all bodies, not the index.
ALREADY = (
    "SELECT 1 FROM body WHERE substr(sha256, 1, 4) = substr(NEW.sha256, 1, 4) "
    "AND sha256 BETWEEN NEW.sha256 AND NEW.sha256"
)
NAMING = "UPDATE OF id, sha256, size"

DERIVED = (
    ("interpretation", "derivation"),
    *(("change", "derivation"), ("change", "sighted_under"), ("sighting", "derivation"), ("impact", "derivation")),
)

# Small rows that are found by their key: without row ids each of these tables is one tree, not two.
KEYED = frozenset(
    {
        *("action", "alembic_version", "claim", "counter", "crm_task", "event", "event_edit", "hold"),
        *("pause", "related", "related_event", "run_visit", "told_item", "undone_noise"),
    }
)
# Made anew before that, or large and a tree already.
LEFT = (*ANEW, "frame")
# Asked by nothing, or of so few rows that going through them costs no more.
UNASKED = {"action": "state", "hold": "token", "told_item": "ref"}
# Names of constraints but for unique ones, by which they are compared with this version's tables.
NAME = re.compile(r"CONSTRAINT \w+ (?!UNIQUE)")


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _convert_sqlite()
        _guard_sqlite()
    else:
        _convert_postgres()
        _guard_postgres()
        _number_derivations()
    op.execute("DROP TABLE body_number")
    op.create_index("ix_body_sha256", "body", [sa.text("substr(sha256, 1, 4)")])
    told = sa.text("base IS NOT NULL")
    op.create_index(op.f("ix_body_base"), "body", ["base"], sqlite_where=told, postgresql_where=told)
    for table, column in UNASKED.items():
        op.drop_index(op.f(f"ix_{table}_{column}"), table_name=table)
    if op.get_bind().dialect.name == "sqlite":
        _make_anew()


def _convert_sqlite() -> None:
    """Foreign keys are off meanwhile, and all of them are checked before the transaction ends."""
    op.drop_index(op.f("ix_interpretation_source_id_visit_id"), table_name="interpretation")
    op.execute("CREATE TABLE body_number (id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE)")
    op.execute(NUMBERS)
    for name, made in ANEW.items():
        op.execute(made)
        op.execute(f"INSERT INTO new_{name} {COPIES[name]}")
    for name in ANEW:
        op.execute(f"DROP TABLE {name}")
        op.execute(f"ALTER TABLE new_{name} RENAME TO {name}")
    op.create_index(op.f("ix_interpretation_source_id_visit_id"), "interpretation", ["source_id", "visit_id"])


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


def _number_derivations() -> None:
    for table, column in DERIVED:
        op.drop_constraint(op.f(f"fk_{table}_{column}_derivation"), table, type_="foreignkey")
    op.drop_constraint(op.f("pk_derivation"), "derivation", type_="primary")
    op.execute("ALTER TABLE derivation ADD COLUMN id BIGSERIAL")
    op.create_primary_key(op.f("pk_derivation"), "derivation", ["id"])
    op.create_unique_constraint(op.f("uq_derivation_hash"), "derivation", ["hash"])
    op.execute("ALTER TABLE interpretation ADD COLUMN derivation_id BIGINT")
    op.execute(
        "UPDATE interpretation SET derivation_id = derivation.id FROM derivation "
        "WHERE derivation.hash = interpretation.derivation"
    )
    op.execute("ALTER TABLE interpretation DROP COLUMN derivation, ALTER COLUMN derivation_id SET NOT NULL")
    for table, column in DERIVED[1:]:
        op.create_foreign_key(op.f(f"fk_{table}_{column}_derivation"), table, "derivation", [column], ["hash"])
    name = op.f("fk_interpretation_derivation_id_derivation")
    op.create_foreign_key(name, "interpretation", "derivation", ["derivation_id"], ["id"])


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


def _make_anew() -> None:
    """Every other table as SQLite keeps it shortest: of a new file a good part is how its tables are made."""
    schema = sa.table("sqlite_master", *(sa.column(name) for name in ("type", "name", "tbl_name", "sql"))).c
    connection = op.get_bind()
    made = sa.select(schema.name, schema.sql).where(schema.type == "table", schema.name.not_in(LEFT))
    kept = sa.select(schema.sql).where(schema.type != "table", schema.sql.is_not(None)).order_by(schema.name)
    for name, written in connection.execute(made.order_by(schema.name)).all():
        beside = connection.scalars(kept.where(schema.tbl_name == name)).all()
        op.execute(_shortened(written, name))
        op.execute(f"INSERT INTO new_{name} {sa.select(sa.text('*')).select_from(sa.table(name))}")
        op.execute(f"DROP TABLE {name}")
        op.execute(f"ALTER TABLE new_{name} RENAME TO {name}")
        for one in beside:
            op.execute(one)


def _shortened(written: str, name: str) -> str:
    """How a table is made, without names of constraints and room between words, under a name that is free."""
    _, _, columns = re.sub(r"\s+", " ", NAME.sub("", written)).partition("(")
    columns = columns.replace(", ", ",").replace("( ", "(").replace(" )", ")").strip()
    return f"CREATE TABLE new_{name}({columns}" + (" WITHOUT ROWID" if name in KEYED else "")
