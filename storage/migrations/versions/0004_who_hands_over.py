"""Who is handing an edition over: what a process left before its last byte may be tried again."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("delivery", sa.Column("token", sa.String(length=64), nullable=True))
    op.add_column("delivery", sa.Column("holder", sa.Text(), nullable=True))
