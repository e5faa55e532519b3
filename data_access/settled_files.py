"""SQLite files on a disk that takes no writes: a backup on a stick, a disk turned read-only.

A file in write-ahead mode cannot be opened there, since SQLite would make its two companions
first. Where nobody has it open for writing, it is read as it lies.
"""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, Pool, event
from sqlalchemy.pool import NullPool


def choose_pool(url: URL) -> type[Pool] | None:
    """A connection a question on a read-only disk, so that each looks anew; None: as usual."""
    return NullPool if _is_on_read_only_disk(url.database) else None


def read_where_settled(engine: Engine) -> None:
    """Let connections of a SQLite engine open a file on a read-only disk that nobody writes."""

    @event.listens_for(engine, "do_connect")
    def connect(
        _dialect: Any, _record: Any, arguments: list[Any], settings: dict[str, Any]
    ) -> None:
        path = engine.url.database
        if path and _is_on_read_only_disk(path) and not Path(f"{path}-wal").exists():
            arguments[0] = f"{Path(path).resolve().as_uri()}?immutable=1"
            settings["uri"] = True


def _is_on_read_only_disk(path: str | None) -> bool:
    if not path or not Path(path).is_file() or not hasattr(os, "statvfs"):
        return False
    return bool(os.statvfs(path).f_flag & os.ST_RDONLY)
