"""What relating came to and what it was made of, so that only what changed is related again."""

import json

import sqlalchemy as sa
from alembic import op

from storage.tables import Id, Moment

revision = "0014"
down_revision = "0013"

SIGHTING = sa.table("sighting", *(sa.column(name) for name in ("change_key", "position", "seq", "sighting", "subject")))
BATCH = 500


def upgrade() -> None:
    op.add_column("source", sa.Column("touched", Id, nullable=False, server_default="0"))
    op.add_column("sighting", sa.Column("subject", sa.Text()))
    op.add_column("sighting", sa.Column("captured_at", Moment()))
    _fill()
    op.create_index(op.f("ix_sighting_captured_at"), "sighting", ["captured_at"])
    op.create_table(
        "related",
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("subject", name=op.f("pk_related")),
    )
    op.create_table(
        "related_event",
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("event_id", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("subject", "event_id", name=op.f("pk_related_event")),
        sa.ForeignKeyConstraint(["subject"], ["related.subject"], name=op.f("fk_related_event_subject_related")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_related_event_event_id_event")),
    )
    op.create_index(op.f("ix_related_event_event_id"), "related_event", ["event_id"])
    op.create_table(
        "link",
        sa.Column("event_id", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("weighed", sa.String(length=64), nullable=False),
        sa.Column("links", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_link")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_link_event_id_event")),
    )


def _fill() -> None:
    """Each sighting's subject, which its record holds, and when its visit was captured."""
    op.execute("UPDATE sighting SET captured_at = (SELECT captured_at FROM visit WHERE visit.id = sighting.seq)")
    connection = op.get_bind()
    table = SIGHTING.c
    own = (table.change_key == sa.bindparam("of_change"), table.position == sa.bindparam("at"))
    named = sa.update(SIGHTING).where(*own).values(subject=sa.bindparam("named"))
    rows = connection.execute(sa.select(table.change_key, table.position, table.sighting)).fetchall()
    for start in range(0, len(rows), BATCH):
        connection.execute(named, [_row(row) for row in rows[start : start + BATCH]])


def _row(row: sa.Row[tuple[str, int, str]]) -> dict[str, object]:
    subject = json.loads(row.sighting)["subject"]
    return {"of_change": row.change_key, "at": row.position, "named": f"{subject['kind']}:{subject['name']}"}
