"""What analysts say of what was found: noise, right, or a tag too many or too few."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
HASH = sa.String(length=64)


def upgrade() -> None:
    op.create_table(
        "verdict",
        sa.Column("id", ID, autoincrement=True, nullable=False),
        sa.Column("sighting_key", HASH, nullable=False),
        sa.Column("change_key", HASH, nullable=False),
        sa.Column("source_id", ID, nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("says", sa.String(length=16), nullable=False),
        sa.Column("tag", sa.String(length=32), nullable=True),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("judged_by", sa.Text(), nullable=False),
        sa.Column("judged_at", MOMENT, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_verdict_source_id_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verdict")),
    )
    op.create_index(op.f("ix_verdict_change_key"), "verdict", ["change_key"], unique=False)
    op.create_index(op.f("ix_verdict_sighting_key"), "verdict", ["sighting_key"], unique=False)
