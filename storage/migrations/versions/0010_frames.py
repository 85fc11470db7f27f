"""Old bodies of a source compressed together, and an index that holds only the bodies that have a base."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "frame",
        sa.Column("id", number, autoincrement=True, nullable=False),
        sa.Column("source_id", number, nullable=False),
        sa.Column("part", sa.String(length=64), nullable=False),
        sa.Column("size", number, nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_frame_source_id_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_frame")),
    )
    op.create_index(op.f("ix_frame_source_id"), "frame", ["source_id"])
    op.drop_index(op.f("ix_body_base"), table_name="body")
    based = sa.text("base IS NOT NULL")
    op.create_index(op.f("ix_body_base"), "body", ["base"], sqlite_where=based, postgresql_where=based)
