"""Opening the database for a command, with the refusals that protect it."""

from pathlib import Path

from sqlalchemy import Engine, make_url

from app.cli.printing import fail
from app.settings import read_settings
from app.text import command_line as text
from data_access.database import make_engine
from data_access.reads.batches import has_schema, read_identity
from data_access.upgrade import is_current


def hide_password(url: str) -> str:
    """A database URL as it may be printed."""
    return make_url(url).render_as_string(hide_password=True)


def open_database(url: str | None = None) -> Engine:
    """Open a database that holds our current schema; otherwise say what to do."""
    chosen = url or read_settings().effective_url
    parsed = make_url(chosen)
    if parsed.get_backend_name() == "sqlite" and not Path(str(parsed.database)).exists():
        fail(text.NO_SCHEMA.format(url=hide_password(chosen)))
    engine = make_engine(chosen)
    if not has_schema(engine):
        fail(text.NO_SCHEMA.format(url=hide_password(chosen)))
    if not is_current(engine):
        fail(text.OLD_SCHEMA.format(url=hide_password(chosen)))
    return engine


def open_for_import(*, to_demo: bool) -> Engine:
    """Open the database that imports go to; the demonstration only when asked for."""
    engine = open_database()
    if read_identity(engine).get("jenis") == "demo" and not to_demo:
        fail(text.REFUSE_DEMO)
    return engine
