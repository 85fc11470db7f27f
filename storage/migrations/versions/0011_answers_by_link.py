"""By which way an answer came, and which published pages were taken away again."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    for table in ("reader_answer", "pause"):
        op.add_column(table, sa.Column("origin", sa.String(length=16), nullable=False, server_default="mail"))
    op.add_column("published_page", sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True))
