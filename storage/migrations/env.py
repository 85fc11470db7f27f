"""Runs the migrations on the connection and in the transaction that open_archive holds."""

from alembic import context

from storage import tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
