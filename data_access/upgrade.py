"""Bringing a database to the current schema, and telling where it stands."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from data_access.database import open_read, open_schema
from data_access.schema.views import VIEWS
from data_access.triggers import drop_triggers, make_triggers

MIGRATIONS = Path(__file__).parent / "migrations"


def _configure(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def upgrade_schema(engine: Engine, revision: str = "head") -> None:
    """Run the missing migrations in one transaction; a failure leaves the schema as it was.

    Views and history triggers are dropped before and made anew after, so that they never hold a
    table back and always match this program.
    """
    with open_schema(engine) as connection:
        _drop_views(connection)
        drop_triggers(connection)
        command.upgrade(_configure(connection), revision)
        if revision != "head":
            return
        for statement in VIEWS.values():
            connection.exec_driver_sql(statement)
        make_triggers(connection)


def _drop_views(connection: Connection) -> None:
    for name in VIEWS:
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")


def downgrade_schema(engine: Engine, revision: str) -> None:
    """Take the schema back to `revision` ("base" for nothing), in one transaction."""
    with open_schema(engine) as connection:
        _drop_views(connection)
        drop_triggers(connection)
        command.downgrade(_configure(connection), revision)


def read_revision(engine: Engine) -> str | None:
    """Tell the revision a database stands at, None where it holds no schema of ours."""
    with open_read(engine) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest_revision() -> str | None:
    """Tell the revision this program needs."""
    return ScriptDirectory.from_config(_configure()).get_current_head()


def is_current(engine: Engine) -> bool:
    """Tell whether a database stands at the revision this program needs."""
    return read_revision(engine) == newest_revision()
