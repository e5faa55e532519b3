"""What every write shares: the batch that carries it and the version that moves with it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from data_access.schema import Batch, Identitas, VersiTopik
from data_access.topics import ENTERED, entered_in


@dataclass(frozen=True, slots=True)
class BatchInfo:
    """What is recorded of an import besides its rows; `options` tell it from another."""

    kind: str
    file_name: str
    file_sha256: str
    actor: str
    options: Mapping[str, Any] = field(default_factory=dict)
    report: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WriteOutcome:
    """What a write did. `unchanged`: the same file stood there already and nothing was written."""

    batch_id: int
    row_count: int
    unchanged: bool = False
    replaced_batches: tuple[int, ...] = ()


def hash_file(path: Path) -> str:
    """SHA-256 of a file's content, hexadecimal."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def find_same(connection: Connection, info: BatchInfo) -> WriteOutcome | None:
    """The outcome of an earlier import of the same file and options that still holds."""
    question = select(Batch.id, Batch.row_count, Batch.options).where(
        Batch.file_sha256 == info.file_sha256,
        Batch.kind == info.kind,
        Batch.status == "berlaku",
    )
    for row in connection.execute(question):
        if row.options == dict(info.options):
            return WriteOutcome(row.id, row.row_count, unchanged=True)
    return None


def start_batch(connection: Connection, info: BatchInfo, row_count: int) -> int:
    """Record an import and return its number."""
    statement = insert(Batch).values(
        kind=info.kind,
        file_name=info.file_name[:255],
        file_sha256=info.file_sha256,
        options=dict(info.options),
        report=dict(info.report),
        row_count=row_count,
        status="berlaku",
        imported_by=info.actor,
        imported_at=datetime.now(UTC),
    )
    key = connection.execute(statement).inserted_primary_key
    if key is None:
        raise RuntimeError("the database gave the batch no number")
    return int(key[0])


def mark_replaced(connection: Connection, batch_id: int, by_id: int, *, wholly: bool) -> None:
    """Mark an earlier import as replaced, or as replaced in part."""
    status = "digantikan" if wholly else "sebagian digantikan"
    connection.execute(
        update(Batch).where(Batch.id == batch_id).values(status=status, replaced_by_id=by_id)
    )


def move_version(connection: Connection, topic: str) -> None:
    """Move a topic's version, so that every reader drops what it had cached.

    In one statement: two writers that are the first of a topic at once both count.
    """
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement = dialect.insert(VersiTopik).values(topic=topic, version=1)
    moved = {"version": VersiTopik.version + 1}
    connection.execute(statement.on_conflict_do_update(index_elements=["topic"], set_=moved))


def move_entered(connection: Connection, period: str) -> None:
    """Move the versions of what is entered: of its period, and of all periods together."""
    for topic in (ENTERED, entered_in(period)):
        move_version(connection, topic)


def set_identity(connection: Connection, key: str, value: str) -> None:
    """Record one thing that this database says of itself."""
    changed = connection.execute(update(Identitas).where(Identitas.key == key).values(value=value))
    if changed.rowcount == 0:
        connection.execute(insert(Identitas).values(key=key, value=value))
