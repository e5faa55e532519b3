"""Writers of one SQLite file take turns within a process: first come, first served.

SQLite itself lets a writer who waits look again every tenth of a second, whoever came first: with
twenty of them the file is idle in between, and somebody is overtaken until their time is over.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Engine

_LOCKS: dict[str, Lock] = {}


@contextmanager
def take_turn(engine: Engine, patience_s: float) -> Iterator[None]:
    """Wait for this process's other writers; PostgreSQL lets its own wait in order.

    Whose patience ends goes on all the same: the database then says itself that it is busy.
    """
    if engine.dialect.name != "sqlite" or not engine.url.database:
        yield
        return
    lock = _LOCKS.setdefault(engine.url.database, Lock())
    taken = lock.acquire(timeout=patience_s)
    try:
        yield
    finally:
        if taken:
            lock.release()
