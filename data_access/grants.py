"""Two roles on PostgreSQL: the owner migrates, the application only works."""

from sqlalchemy import Connection, Engine

from data_access.database import open_schema
from data_access.schema import Base
from data_access.schema.views import VIEWS

# The application reads what it may not write: history, and which migration stands.
READ_ONLY = ("riwayat", "alembic_version")


def grant_application_role(engine: Engine, role: str) -> None:
    """Let an existing role of PostgreSQL do the application's work, and no more.

    It reads and writes every table but the history, which only the triggers of the owner write.
    Run by the owner, again after each upgrade. Raises ValueError on SQLite, which has no roles.
    """
    if engine.dialect.name == "sqlite":
        raise ValueError("SQLite has no roles")
    with open_schema(engine) as connection:
        name = connection.dialect.identifier_preparer.quote(role)
        tables = [table for table in Base.metadata.tables if table not in READ_ONLY]
        for statement in _statements(connection, name, tables):
            connection.exec_driver_sql(statement)


def _statements(connection: Connection, role: str, tables: list[str]) -> list[str]:
    schema = connection.exec_driver_sql("SELECT quote_ident(current_schema())").scalar()
    every = ", ".join(tables)
    return [
        f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {role}",
        f"GRANT USAGE ON SCHEMA {schema} TO {role}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON {every} TO {role}",
        f"GRANT SELECT ON {', '.join((*READ_ONLY, *VIEWS))} TO {role}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {role}",
    ]
