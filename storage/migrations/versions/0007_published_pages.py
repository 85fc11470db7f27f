"""Evidence pages that lie at a web address."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "published_page",
        sa.Column("edition_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("html", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_published_page_edition_id_edition")),
        sa.PrimaryKeyConstraint("edition_id", name=op.f("pk_published_page")),
        sa.UniqueConstraint("name", name=op.f("uq_published_page_name")),
    )
