"""The transaction that stores facilities; a later file replaces the same kabupaten and kinds."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Engine, and_, delete, insert, or_, select

from data_access.database import open_write
from data_access.importers.fasilitas_checks import Facility
from data_access.reads.scope import within
from data_access.schema import Fasilitas
from data_access.writes.batches import (
    BatchInfo,
    WriteOutcome,
    find_same,
    mark_replaced,
    move_version,
    start_batch,
)
from data_access.writes.topic_locks import lock_topic

TOPIC = "fasilitas"
_KABUPATEN_LENGTH = 5


def save_facilities(
    engine: Engine, facilities: Sequence[Facility], info: BatchInfo
) -> WriteOutcome:
    """Store facilities in one transaction; the same file again changes nothing.

    What stood there of the same kabupaten and kind goes, whichever file it came from: a file of
    posyandu replaces the posyandu of its kabupaten and leaves the puskesmas alone.
    """
    with open_write(engine, info.actor) as connection:
        lock_topic(connection, TOPIC)
        same = find_same(connection, info)
        if same is not None:
            return same
        batch_id = start_batch(connection, info, len(facilities))
        touched = _clear(connection, facilities)
        rows = [_to_row(each, info.file_name, batch_id) for each in facilities]
        if rows:
            connection.execute(insert(Fasilitas), rows)
        for earlier in sorted(touched):
            left = select(Fasilitas.name).where(Fasilitas.batch_id == earlier).limit(1)
            wholly = connection.scalar(left) is None
            mark_replaced(connection, earlier, batch_id, wholly=wholly)
        move_version(connection, TOPIC)
        move_version(connection, "batch")
        return WriteOutcome(batch_id, len(rows), replaced_batches=tuple(sorted(touched)))


def _clear(connection: Connection, facilities: Sequence[Facility]) -> set[int]:
    """Delete what is replaced; gives the numbers of the imports that it had come with."""
    sets = sorted({(each.code[:_KABUPATEN_LENGTH], each.kind) for each in facilities})
    if not sets:
        return set()
    replaced = or_(
        *(and_(within(Fasilitas.wilayah_code, code), Fasilitas.kind == kind) for code, kind in sets)
    )
    touched = set(connection.scalars(select(Fasilitas.batch_id).where(replaced).distinct()))
    connection.execute(delete(Fasilitas).where(replaced))
    return touched


def _to_row(each: Facility, file_name: str, batch_id: int) -> dict[str, Any]:
    return {
        "wilayah_code": each.code,
        "kind": each.kind,
        "name": each.name,
        "latitude": each.latitude,
        "longitude": each.longitude,
        "source": each.source or file_name[:120],
        "batch_id": batch_id,
    }
