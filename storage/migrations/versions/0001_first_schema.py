"""The first schema: evidence, what is derived from it, runs and the ledger."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
HASH = sa.String(length=64)
SERIES = ("seq", "lease", "event", "edition")
EVIDENCE = ("visit", "part")


def upgrade() -> None:
    _make_tables()
    for name in SERIES:
        op.execute(sa.text("INSERT INTO counter (name, value) VALUES (:name, 0)").bindparams(name=name))
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgres()


def _guard_sqlite() -> None:
    """Evidence is added, never rewritten: the database itself refuses."""
    for table in EVIDENCE:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'a {table} is never rewritten'); END"
            )


def _guard_postgres() -> None:
    op.execute(
        "CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'a % is never rewritten', TG_TABLE_NAME; END $$"
    )
    for table in EVIDENCE:
        op.execute(
            f"CREATE TRIGGER {table}_no_rewriting BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting()"
        )


def _make_tables() -> None:
    op.create_table(
        "body",
        sa.Column("sha256", HASH, nullable=False),
        sa.Column("size", ID, nullable=False),
        sa.Column("codec", sa.String(length=16), nullable=False),
        sa.Column("base", HASH, nullable=True),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=True),
        sa.Column("dropped_at", MOMENT, nullable=True),
        sa.Column("dropped_why", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["base"], ["body.sha256"], name=op.f("fk_body_base_body")),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_body")),
    )
    op.create_index(op.f("ix_body_base"), "body", ["base"], unique=False)
    op.create_table(
        "counter",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("value", ID, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )
    op.create_table(
        "derivation",
        sa.Column("hash", HASH, nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_derivation")),
    )
    op.create_table(
        "edition",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("label", sa.String(length=16), nullable=False),
        sa.Column("after_seq", ID, nullable=False),
        sa.Column("cut_seq", ID, nullable=False),
        sa.Column("composed_at", MOMENT, nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("event_ids", sa.Text(), nullable=False),
        sa.Column("eml", sa.LargeBinary(), nullable=False),
        sa.Column("html", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("evidence", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition")),
    )
    op.create_index(op.f("ix_edition_recipient"), "edition", ["recipient"], unique=False)
    op.create_table(
        "event",
        sa.Column("id", HASH, nullable=False),
        sa.Column("minted_at", MOMENT, nullable=False),
        sa.Column("merged_into", HASH, nullable=True),
        sa.ForeignKeyConstraint(["merged_into"], ["event.id"], name=op.f("fk_event_merged_into_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_table(
        "run",
        sa.Column("id", HASH, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("sources", sa.Text(), nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run")),
    )
    op.create_table(
        "source",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("name", HASH, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("name", name=op.f("uq_source_name")),
    )
    op.create_table(
        "claim",
        sa.Column("source_id", ID, autoincrement=False, nullable=False),
        sa.Column("scheduled_for", MOMENT, nullable=False),
        sa.Column("claimed_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_claim_source_id_source")),
        sa.PrimaryKeyConstraint("source_id", "scheduled_for", name=op.f("pk_claim")),
    )
    op.create_table(
        "delivery",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("edition_id", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("transient", sa.Boolean(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_delivery_edition_id_edition")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint(
            "edition_id", "recipient", "channel", name=op.f("uq_delivery_edition_id_recipient_channel")
        ),
    )
    op.create_table(
        "event_edit",
        sa.Column("edit_key", HASH, nullable=False),
        sa.Column("event_id", HASH, nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_edit_event_id_event")),
        sa.PrimaryKeyConstraint("edit_key", name=op.f("pk_event_edit")),
    )
    op.create_index(op.f("ix_event_edit_event_id"), "event_edit", ["event_id"], unique=False)
    op.create_table(
        "impact",
        sa.Column("event_id", HASH, nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("impact", sa.Text(), nullable=False),
        sa.Column("derivation", HASH, nullable=False),
        sa.ForeignKeyConstraint(["derivation"], ["derivation.hash"], name=op.f("fk_impact_derivation_derivation")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_impact_event_id_event")),
        sa.PrimaryKeyConstraint("event_id", "account", name=op.f("pk_impact")),
    )
    op.create_table(
        "lease",
        sa.Column("source_id", ID, autoincrement=False, nullable=False),
        sa.Column("token", HASH, nullable=False),
        sa.Column("pid", ID, nullable=False),
        sa.Column("started", HASH, nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("machine", sa.Text(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_lease_source_id_source")),
        sa.PrimaryKeyConstraint("source_id", name=op.f("pk_lease")),
    )
    op.create_table(
        "source_revision",
        sa.Column("source_id", ID, nullable=False),
        sa.Column("revision", HASH, nullable=False),
        sa.Column("configuration", sa.Text(), nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_source_revision_source_id_source")),
        sa.PrimaryKeyConstraint("source_id", "revision", name=op.f("pk_source_revision")),
    )
    op.create_table(
        "visit",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("source_id", ID, nullable=False),
        sa.Column("revision", HASH, nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("origin", sa.String(length=16), nullable=False),
        sa.Column("captured_at", MOMENT, nullable=False),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.Column("revisit_of", ID, nullable=True),
        sa.Column("about", ID, nullable=True),
        sa.Column("fingerprint", HASH, nullable=False),
        sa.Column("chain", HASH, nullable=False),
        sa.ForeignKeyConstraint(["about"], ["visit.id"], name=op.f("fk_visit_about_visit")),
        sa.ForeignKeyConstraint(["revisit_of"], ["visit.id"], name=op.f("fk_visit_revisit_of_visit")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_visit_source_id_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_visit_fingerprint")),
    )
    op.create_index(op.f("ix_visit_about"), "visit", ["about"], unique=False)
    op.create_index(op.f("ix_visit_revisit_of"), "visit", ["revisit_of"], unique=False)
    op.create_index(op.f("ix_visit_source_id_id"), "visit", ["source_id", "id"], unique=False)
    op.create_table(
        "baseline",
        sa.Column("source_id", ID, autoincrement=False, nullable=False),
        sa.Column("visit_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_baseline_source_id_source")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_baseline_visit_id_visit")),
        sa.PrimaryKeyConstraint("source_id", name=op.f("pk_baseline")),
    )
    op.create_table(
        "change",
        sa.Column("key", HASH, nullable=False),
        sa.Column("source_id", ID, nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("before_id", ID, nullable=False),
        sa.Column("after_id", ID, nullable=False),
        sa.Column("edits", sa.Text(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("derivation", HASH, nullable=False),
        sa.Column("sighted_under", HASH, nullable=True),
        sa.ForeignKeyConstraint(["after_id"], ["visit.id"], name=op.f("fk_change_after_id_visit")),
        sa.ForeignKeyConstraint(["before_id"], ["visit.id"], name=op.f("fk_change_before_id_visit")),
        sa.ForeignKeyConstraint(["derivation"], ["derivation.hash"], name=op.f("fk_change_derivation_derivation")),
        sa.ForeignKeyConstraint(
            ["sighted_under"], ["derivation.hash"], name=op.f("fk_change_sighted_under_derivation")
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_change_source_id_source")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_change")),
    )
    op.create_index(op.f("ix_change_after_id"), "change", ["after_id"], unique=False)
    op.create_index(op.f("ix_change_source_id_after_id"), "change", ["source_id", "after_id"], unique=False)
    op.create_table(
        "interpretation",
        sa.Column("visit_id", ID, autoincrement=False, nullable=False),
        sa.Column("source_id", ID, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("baseline", sa.Boolean(), nullable=False),
        sa.Column("change_key", HASH, nullable=True),
        sa.Column("derivation", HASH, nullable=False),
        sa.ForeignKeyConstraint(
            ["derivation"], ["derivation.hash"], name=op.f("fk_interpretation_derivation_derivation")
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_interpretation_source_id_source")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_interpretation_visit_id_visit")),
        sa.PrimaryKeyConstraint("visit_id", name=op.f("pk_interpretation")),
    )
    op.create_index(
        op.f("ix_interpretation_source_id_visit_id"), "interpretation", ["source_id", "visit_id"], unique=False
    )
    op.create_table(
        "part",
        sa.Column("visit_id", ID, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("part", HASH, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("requested_url", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("headers", sa.Text(), nullable=True),
        sa.Column("sha256", HASH, nullable=True),
        sa.Column("size", ID, nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["body.sha256"], name=op.f("fk_part_sha256_body")),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_part_visit_id_visit")),
        sa.PrimaryKeyConstraint("visit_id", "position", name=op.f("pk_part")),
    )
    op.create_index(op.f("ix_part_sha256"), "part", ["sha256"], unique=False)
    op.create_table(
        "sighting",
        sa.Column("change_key", HASH, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", HASH, nullable=False),
        sa.Column("seq", ID, nullable=False),
        sa.Column("sighting", sa.Text(), nullable=False),
        sa.Column("derivation", HASH, nullable=False),
        sa.ForeignKeyConstraint(["change_key"], ["change.key"], name=op.f("fk_sighting_change_key_change")),
        sa.ForeignKeyConstraint(["derivation"], ["derivation.hash"], name=op.f("fk_sighting_derivation_derivation")),
        sa.PrimaryKeyConstraint("change_key", "position", name=op.f("pk_sighting")),
    )
    op.create_index(op.f("ix_sighting_key"), "sighting", ["key"], unique=False)
    op.create_index(op.f("ix_sighting_seq"), "sighting", ["seq"], unique=False)
