"""Alembic's entry: it works on the connection that `data_access.upgrade` hands over."""

from alembic import context

from data_access.schema import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    # A failed step must leave nothing half-made, on SQLite too.
    transactional_ddl=True,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
