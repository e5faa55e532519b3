"""Making a database and saying what it is."""

from sqlalchemy import Engine

from data_access.database import open_write
from data_access.upgrade import upgrade_schema
from data_access.writes.batches import set_identity


def create_database(engine: Engine, *, kind: str, actor: str = "penyiapan basis data") -> None:
    """Make the schema in an empty database and mark it "nyata" or "demo" for good."""
    upgrade_schema(engine)
    with open_write(engine, actor) as connection:
        set_identity(connection, "jenis", kind)
