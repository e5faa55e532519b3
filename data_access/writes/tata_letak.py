"""The transactions that remember, and forget, which column of a file means what."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Engine, delete, insert, select, update

from data_access.database import open_write
from data_access.schema import TataLetak
from data_access.writes.batches import move_version
from data_access.writes.topic_locks import lock_topic


def save_layout(
    engine: Engine,
    actor: str,
    *,
    kind: str,
    header_sha256: str,
    columns: Mapping[str, int],
    headings: Mapping[str, str],
) -> None:
    """Remember what the columns of a header row mean; the same again changes nothing.

    `columns`: meaning to column (from 0). `headings`: meaning to what stands above it.
    """
    mapping = {
        meaning: {"kolom": place, "judul": headings.get(meaning, "")}
        for meaning, place in columns.items()
    }
    key = (TataLetak.kind == kind, TataLetak.header_sha256 == header_sha256)
    with open_write(engine, actor) as connection:
        lock_topic(connection, "tata_letak")
        known = connection.scalar(select(TataLetak.mapping).where(*key))
        if known == mapping:
            return
        values = {"mapping": mapping, "updated_by": actor, "updated_at": datetime.now(UTC)}
        if known is None:
            new = insert(TataLetak).values(kind=kind, header_sha256=header_sha256, **values)
            connection.execute(new)
        else:
            connection.execute(update(TataLetak).where(*key).values(**values))
        move_version(connection, "batch")


def forget_layout(engine: Engine, actor: str, *, kind: str, header_sha256: str) -> bool:
    """Forget what the columns of a header row mean; False where nothing was remembered."""
    with open_write(engine, actor) as connection:
        gone = connection.execute(
            delete(TataLetak).where(
                TataLetak.kind == kind, TataLetak.header_sha256 == header_sha256
            )
        )
        if gone.rowcount:
            move_version(connection, "batch")
        return bool(gone.rowcount)
