"""The tables: evidence that is never rewritten, what is derived from it, runs, and the ledger of deliveries."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.column_types import Digest, Instant, Moment, Word

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


# SQLite numbers rows by itself only where the key is a plain INTEGER.
Id = BigInteger().with_variant(Integer, "sqlite")
Hash = String(64)

# One row per series of numbers. Whoever writes evidence locks its row first, so that numbers are given in the order
# in which transactions become visible: a reader that has seen seq 7 will never later see a new 6.
counter = Table(
    "counter",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", Id, nullable=False),
    sqlite_with_rowid=False,
)

# `touched` is counted up with whatever is derived of the source or judged of that.
source = Table(
    "source",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("name", String(64), nullable=False, unique=True),
    Column("touched", Id, nullable=False, server_default="0"),
)

source_revision = Table(
    "source_revision",
    metadata,
    Column("source_id", Id, ForeignKey("source.id"), primary_key=True),
    Column("revision", Hash, primary_key=True),
    Column("configuration", Text, nullable=False),
    Column("recorded_at", Moment, nullable=False),
)

# What visits repeat (addresses, headers, revisions), each text kept once; `mark` finds it, and is no hash to rely on.
wording = Table(
    "wording",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("mark", Integer, nullable=False, index=True),
    Column("text", Text, nullable=False),
)

# Bodies have numbers, which writers of evidence give in turn, as others name them by those: a hash as key would stand
# in each of these too, and SQLite reads whole bodies to compare the keys of a table without row ids. A body is found by
# the first bytes of its hash and then compared, so the index is narrow; a trigger sees to it that each is kept once.
# `bytes` is null only where retention or erasure dropped it; then `dropped_why` says so and the hash stays.
body = Table(
    "body",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("sha256", Digest, nullable=False),
    Column("size", Id, nullable=False),
    Column("codec", Word("raw", "zstd", "zstd-prefix", "frame", "history"), nullable=False),
    Column("base", Id, ForeignKey("body.id")),
    Column("depth", Integer, nullable=False),
    Column("bytes", LargeBinary),
    Column("dropped_at", Moment),
    Column("dropped_why", Text),
    Index("ix_body_sha256", text("substr(sha256, 1, 4)")),
    Index(None, "base", sqlite_where=text("base IS NOT NULL"), postgresql_where=text("base IS NOT NULL")),
)

# `id` is the seq: given by the counter inside the transaction, without gaps, never reused.
visit = Table(
    "visit",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("source_id", Id, ForeignKey("source.id"), nullable=False),
    Column("revision_id", Id, ForeignKey("wording.id"), nullable=False),
    Column("purpose", Word("check", "recheck", "follow", "screenshot", "plain"), nullable=False),
    Column("origin", Word("crawl", "import"), nullable=False),
    Column("captured_at", Instant, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("failure", Text),
    Column("revisit_of", Id, ForeignKey("visit.id")),
    Column("about", Id, ForeignKey("visit.id")),
    Column("chain", Digest, nullable=False),
    Index(None, "source_id", "id"),
    Index(None, "source_id", "captured_at"),
    Index(
        None,
        "revisit_of",
        sqlite_where=text("revisit_of IS NOT NULL"),
        postgresql_where=text("revisit_of IS NOT NULL"),
    ),
    Index(None, "about", sqlite_where=text("about IS NOT NULL"), postgresql_where=text("about IS NOT NULL")),
)

# Address and headers are wordings; `own` are the headers' values that are this answer's alone.
part = Table(
    "part",
    metadata,
    Column("visit_id", Id, ForeignKey("visit.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("part", String(64), nullable=False),
    Column("address_id", Id, ForeignKey("wording.id"), nullable=False),
    Column("status", Integer),
    Column("headers_id", Id, ForeignKey("wording.id")),
    Column("own", Text),
    Column("body_id", Id, ForeignKey("body.id")),
    sqlite_with_rowid=False,
)

# Named by its hash; readings, of which there is one for each visit, say its number.
derivation = Table(
    "derivation",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("hash", Hash, nullable=False, unique=True),
    Column("parts", Text, nullable=False),
    Column("recorded_at", Moment, nullable=False),
)

interpretation = Table(
    "interpretation",
    metadata,
    Column("visit_id", Id, ForeignKey("visit.id"), primary_key=True, autoincrement=False),
    Column("source_id", Id, ForeignKey("source.id"), nullable=False),
    Column("state", String(16), nullable=False),
    Column("reason", String(32), nullable=False),
    Column("explanation", Text, nullable=False),
    Column("baseline", Boolean, nullable=False),
    Column("change_key", Hash),
    Column("derivation_id", Id, ForeignKey("derivation.id"), nullable=False),
    Index(None, "source_id", "visit_id"),
)

baseline = Table(
    "baseline",
    metadata,
    Column("source_id", Id, ForeignKey("source.id"), primary_key=True, autoincrement=False),
    Column("visit_id", Id, ForeignKey("visit.id"), nullable=False),
)

change = Table(
    "change",
    metadata,
    Column("key", Hash, primary_key=True),
    Column("source_id", Id, ForeignKey("source.id"), nullable=False),
    Column("subject", Text, nullable=False),
    Column("status", String(16), nullable=False),
    Column("before_id", Id, ForeignKey("visit.id"), nullable=False),
    Column("after_id", Id, ForeignKey("visit.id"), nullable=False, index=True),
    Column("edits", Text, nullable=False),
    Column("explanation", Text, nullable=False),
    Column("derivation", Hash, ForeignKey("derivation.hash"), nullable=False),
    Column("sighted_under", Hash, ForeignKey("derivation.hash")),
    Index(None, "source_id", "after_id"),
)

# `subject` and `captured_at` (its visit's) stand in the record or the visit too: here they are found by.
sighting = Table(
    "sighting",
    metadata,
    Column("change_key", Hash, ForeignKey("change.key"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("key", Hash, nullable=False, index=True),
    Column("seq", Id, nullable=False, index=True),
    Column("sighting", Text, nullable=False),
    Column("derivation", Hash, ForeignKey("derivation.hash"), nullable=False),
    Column("subject", Text),
    Column("captured_at", Moment, index=True),
)

# Events are minted, not derived: a replay finds them again by their edits.
event = Table(
    "event",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("minted_at", Moment, nullable=False),
    Column("merged_into", String(64), ForeignKey("event.id")),
    sqlite_with_rowid=False,
)

event_edit = Table(
    "event_edit",
    metadata,
    Column("edit_key", Hash, primary_key=True),
    Column("event_id", String(64), ForeignKey("event.id"), nullable=False, index=True),
    sqlite_with_rowid=False,
)

impact = Table(
    "impact",
    metadata,
    Column("event_id", String(64), ForeignKey("event.id"), primary_key=True),
    Column("account", Text, primary_key=True),
    Column("score", Float, nullable=False),
    Column("impact", Text, nullable=False),
    Column("derivation", Hash, ForeignKey("derivation.hash"), nullable=False),
)

# Decided by people, not derived: a replay leaves it.
undone_noise = Table(
    "undone_noise",
    metadata,
    Column("source_id", Id, ForeignKey("source.id"), primary_key=True, autoincrement=False),
    Column("slot", Hash, primary_key=True),
    Column("undone_at", Moment, nullable=False),
    sqlite_with_rowid=False,
)

claim = Table(
    "claim",
    metadata,
    Column("source_id", Id, ForeignKey("source.id"), primary_key=True, autoincrement=False),
    Column("scheduled_for", Moment, primary_key=True),
    Column("claimed_at", Moment, nullable=False),
    sqlite_with_rowid=False,
)

# Who holds a source: pid and process start tell a process from a later one with its number.
lease = Table(
    "lease",
    metadata,
    Column("source_id", Id, ForeignKey("source.id"), primary_key=True, autoincrement=False),
    Column("token", String(64), nullable=False),
    Column("pid", Id, nullable=False),
    Column("started", String(64), nullable=False),
    Column("host", Text, nullable=False),
    Column("machine", Text, nullable=False),
    Column("since", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
)

run = Table(
    "run",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("sources", Text, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("summary", Text),
)

# Mails are kept as bytes: exactly these are handed over.
edition = Table(
    "edition",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("recipient", Text, nullable=False, index=True),
    Column("email", Text, nullable=False),
    Column("label", String(16), nullable=False),
    Column("after_seq", Id, nullable=False),
    Column("cut_seq", Id, nullable=False),
    Column("composed_at", Moment, nullable=False),
    Column("subject", Text, nullable=False),
    Column("message_id", Text, nullable=False),
    Column("event_ids", Text, nullable=False),
    Column("eml", LargeBinary, nullable=False),
    Column("html", LargeBinary, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("evidence", LargeBinary, nullable=False),
)

delivery = Table(
    "delivery",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=True),
    Column("edition_id", Text, ForeignKey("edition.id"), nullable=False),
    Column("recipient", Text, nullable=False),
    Column("channel", String(32), nullable=False),
    Column("state", String(16), nullable=False),
    Column("transient", Boolean, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("detail", Text, nullable=False),
    # Who is handing over: a token that only that process knows, and the process itself; null in rows of version 0003.
    Column("token", String(64)),
    Column("holder", Text),
    UniqueConstraint("edition_id", "recipient", "channel"),
)
