"""What each edition said as fact, so that it can be set beside what a later reading says."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "told_fact",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("edition_id", sa.Text(), nullable=False),
        sa.Column("event_id", sa.String(length=64), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seq", ID, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_told_fact_edition_id_edition")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_told_fact")),
    )
    op.create_index(op.f("ix_told_fact_edition_id"), "told_fact", ["edition_id"], unique=False)
