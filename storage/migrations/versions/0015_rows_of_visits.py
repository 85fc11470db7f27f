"""Rows of visits without what they repeat: texts kept once, moments and words as numbers, no row ids."""

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

from domain.errors import StorageError

revision = "0015"
down_revision = "0014"

WORDS = {
    "purpose": ("check", "recheck", "follow", "screenshot", "plain"),
    "origin": ("crawl", "import"),
    "codec": ("raw", "zstd", "zstd-prefix", "frame", "history"),
}
OWN_DIGITS = 4
AT_ONCE = 1_000

# SQLite makes tables anew: it can drop no column that was declared unique, and turn none without row ids.
BODY = """CREATE TABLE new_body (sha256 VARCHAR(64) NOT NULL CONSTRAINT pk_body PRIMARY KEY, size INTEGER NOT NULL,
codec SMALLINT NOT NULL, base VARCHAR(64) CONSTRAINT fk_body_base_body REFERENCES body (sha256), depth INTEGER NOT NULL,
bytes BLOB, dropped_at DATETIME, dropped_why TEXT) WITHOUT ROWID"""
VISIT = """CREATE TABLE new_visit (id INTEGER NOT NULL CONSTRAINT pk_visit PRIMARY KEY,
source_id INTEGER NOT NULL CONSTRAINT fk_visit_source_id_source REFERENCES source (id),
revision_id INTEGER NOT NULL CONSTRAINT fk_visit_revision_id_wording REFERENCES wording (id),
purpose SMALLINT NOT NULL, origin SMALLINT NOT NULL, captured_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
seconds FLOAT NOT NULL, failure TEXT, revisit_of INTEGER CONSTRAINT fk_visit_revisit_of_visit REFERENCES visit (id),
about INTEGER CONSTRAINT fk_visit_about_visit REFERENCES visit (id), chain VARCHAR(64) NOT NULL)"""
PART = """CREATE TABLE new_part (visit_id INTEGER NOT NULL CONSTRAINT fk_part_visit_id_visit REFERENCES visit (id),
position INTEGER NOT NULL, part VARCHAR(64) NOT NULL,
address_id INTEGER NOT NULL CONSTRAINT fk_part_address_id_wording REFERENCES wording (id), status INTEGER,
headers_id INTEGER CONSTRAINT fk_part_headers_id_wording REFERENCES wording (id), own TEXT,
sha256 VARCHAR(64) CONSTRAINT fk_part_sha256_body REFERENCES body (sha256), size INTEGER NOT NULL,
CONSTRAINT pk_part PRIMARY KEY (visit_id, position)) WITHOUT ROWID"""
COPIES = {
    "body": "SELECT sha256, size, {codec}, base, depth, bytes, dropped_at, dropped_why FROM body ORDER BY sha256",
    "visit": "SELECT id, source_id, number_of(lower(hex(revision))), {purpose}, {origin}, instant_of(captured_at), "
    "instant_of(recorded_at), seconds, failure, revisit_of, about, chain FROM visit ORDER BY id",
    "part": "SELECT visit_id, position, part, number_of(address_of(requested_url, url)), status, "
    "number_of(shared_of(headers)), own_of(headers), sha256, size FROM part ORDER BY visit_id, position",
}


class Wordings:
    """Numbers for texts, in the order in which they come up."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    def number_of(self, text: str | None) -> int | None:
        return None if text is None else self.known.setdefault(text, len(self.known) + 1)

    def rows(self) -> Iterable[dict[str, object]]:
        for text, number in self.known.items():
            mark = int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") >> 1
            yield {"id": number, "mark": mark, "text": text}


def upgrade() -> None:
    wordings = Wordings()
    _make_wording()
    if op.get_bind().dialect.name == "sqlite":
        _convert_sqlite(wordings)
    else:
        _convert_postgres(wordings)
    for column in ("revisit_of", "about"):
        told = sa.text(f"{column} IS NOT NULL")
        op.create_index(op.f(f"ix_visit_{column}"), "visit", [column], sqlite_where=told, postgresql_where=told)
    op.create_index(op.f("ix_visit_source_id_captured_at"), "visit", ["source_id", "captured_at"])


def _make_wording() -> None:
    op.create_table(
        "wording",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("mark", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wording")),
    )
    op.create_index(op.f("ix_wording_mark"), "wording", ["mark"])


def _convert_sqlite(wordings: Wordings) -> None:
    driver = op.get_bind().connection.driver_connection
    if driver is None:
        raise StorageError("the database was closed while it was brought to version 0015")
    for function in (wordings.number_of, instant_of, shared_of, own_of):
        driver.create_function(function.__name__, 1, function)
    driver.create_function("address_of", 2, address_of)
    words = {column: _case(column) for column in WORDS}
    for name, made in (("body", BODY), ("visit", VISIT), ("part", PART)):
        op.execute(made)
        op.execute(f"INSERT INTO new_{name} " + COPIES[name].format(**words))
    for name in ("part", "visit", "body"):
        op.execute(f"DROP TABLE {name}")
        op.execute(f"ALTER TABLE new_{name} RENAME TO {name}")
    _store(wordings)
    op.execute("CREATE INDEX ix_visit_source_id_id ON visit (source_id, id)")
    op.execute("CREATE INDEX ix_body_base ON body (base) WHERE base IS NOT NULL")
    for name in ("visit", "part", "wording"):
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {name}_no_{verb.lower()} BEFORE {verb} ON {name} "
                f"BEGIN SELECT RAISE(ABORT, 'a {name} is never rewritten'); END"
            )


def _convert_postgres(wordings: Wordings) -> None:
    for name in ("visit", "part"):
        op.execute(f"ALTER TABLE {name} DISABLE TRIGGER {name}_no_rewriting")
    op.execute("ALTER TABLE visit ADD COLUMN revision_id BIGINT")
    op.execute("ALTER TABLE part ADD COLUMN address_id BIGINT, ADD COLUMN headers_id BIGINT, ADD COLUMN own TEXT")
    _number_revisions(wordings)
    _number_parts(wordings)
    _store(wordings)
    op.execute(
        "SELECT setval(pg_get_serial_sequence('wording', 'id'), max(id)) FROM wording HAVING max(id) IS NOT NULL"
    )
    op.execute("ALTER TABLE visit DROP COLUMN revision, DROP COLUMN fingerprint, ALTER COLUMN revision_id SET NOT NULL")
    op.execute("ALTER TABLE part DROP COLUMN url, DROP COLUMN requested_url, DROP COLUMN headers")
    op.execute("ALTER TABLE part ALTER COLUMN address_id SET NOT NULL")
    for table, column in (("visit", "purpose"), ("visit", "origin"), ("body", "codec")):
        op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} TYPE smallint USING {_case(column)}")
    for table, column in (("visit", "revision_id"), ("part", "address_id"), ("part", "headers_id")):
        op.create_foreign_key(op.f(f"fk_{table}_{column}_wording"), table, "wording", [column], ["id"])
    for column in ("revisit_of", "about"):
        op.drop_index(op.f(f"ix_visit_{column}"), table_name="visit")
    for name in ("visit", "part"):
        op.execute(f"ALTER TABLE {name} ENABLE TRIGGER {name}_no_rewriting")
    op.execute(
        "CREATE TRIGGER wording_no_rewriting BEFORE UPDATE OR DELETE OR TRUNCATE ON wording "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()"
    )


def _number_revisions(wordings: Wordings) -> None:
    connection = op.get_bind()
    for (digits,) in connection.execute(sa.text("SELECT DISTINCT encode(revision, 'hex') FROM visit")).all():
        number = {"digits": digits, "number": wordings.number_of(digits)}
        connection.execute(
            sa.text("UPDATE visit SET revision_id = :number WHERE revision = decode(:digits, 'hex')"), number
        )


def _number_parts(wordings: Wordings) -> None:
    connection = op.get_bind()
    asked = sa.text(
        "SELECT visit_id, position, url, requested_url, headers FROM part WHERE visit_id > :after "
        "ORDER BY visit_id, position LIMIT :some"
    )
    # A visit's parts may be cut in two by the limit: the last visit of a batch is read again with the next.
    kept = sa.text(
        "UPDATE part SET address_id = :address, headers_id = :shared, own = :own "
        "WHERE visit_id = :visit AND position = :position"
    )
    after, some = 0, AT_ONCE
    while rows := connection.execute(asked, {"after": after, "some": some}).all():
        connection.execute(
            kept,
            [
                {
                    "visit": row.visit_id,
                    "position": row.position,
                    "address": wordings.number_of(address_of(row.requested_url, row.url)),
                    "shared": wordings.number_of(shared_of(row.headers)),
                    "own": own_of(row.headers),
                }
                for row in rows
            ],
        )
        ended = len(rows) < some
        last = rows[-1].visit_id if ended else rows[-1].visit_id - 1
        some = some * 2 if last == after else AT_ONCE
        after = last


def _store(wordings: Wordings) -> None:
    table = sa.table("wording", sa.column("id"), sa.column("mark"), sa.column("text"))
    if rows := list(wordings.rows()):
        op.get_bind().execute(sa.insert(table), rows)


def _case(column: str) -> str:
    """The place of a word among those of its column; no word of theirs is null, and stops everything."""
    return f"CASE {column} " + " ".join(f"WHEN '{word}' THEN {at}" for at, word in enumerate(WORDS[column])) + " END"


def instant_of(text: str) -> int:
    return (datetime.fromisoformat(text).replace(tzinfo=UTC) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(
        microseconds=1
    )


def address_of(asked: str, url: str) -> str:
    return _json([asked] if asked == url else [asked, url])


def shared_of(headers: str | None) -> str | None:
    if headers is None:
        return None
    return _json([[name, None if _is_own(value) else value] for name, value in json.loads(headers)])


def own_of(headers: str | None) -> str | None:
    own = [value for _, value in json.loads(headers or "[]") if _is_own(value)]
    return _json(own) if own else None


def _is_own(value: str) -> bool:
    return sum(letter.isdigit() for letter in value) >= OWN_DIGITS


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
