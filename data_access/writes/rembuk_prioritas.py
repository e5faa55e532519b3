"""The transaction that stores which services a meeting agreed to be priorities."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Engine, delete, insert, select, update

from data_access.database import open_write
from data_access.reads.rembuk import Priority
from data_access.schema import PrioritasRembuk
from data_access.writes.batches import move_version
from data_access.writes.rembuk_hold import TOPIC, hold_meeting


def save_priorities(
    engine: Engine,
    actor: str,
    meeting_id: int,
    base: Sequence[Priority],
    wanted: Mapping[str, str | None],
) -> bool:
    """Make `wanted` (notes by item code) the priorities of an open meeting.

    False, and nothing written, where they are no longer as the person saw them (`base`); what
    says so already is not written again. Raises StageLockedError, MeetingClosedError.
    """
    with open_write(engine, actor) as connection:
        meeting = hold_meeting(connection, meeting_id, actor)
        stored = _read(connection, meeting_id)
        if {code: note for code, (note, _) in stored.items()} == dict(wanted):
            return True
        if {code: version for code, (_, version) in stored.items()} != {
            each.item_code: each.version for each in base
        }:
            return False
        _write(connection, meeting_id, meeting.wilayah_code, stored, wanted)
        move_version(connection, TOPIC)
        return True


def _read(connection: Connection, meeting_id: int) -> dict[str, tuple[str | None, int]]:
    table = PrioritasRembuk
    question = select(table.item_code, table.note, table.version).where(
        table.rembuk_id == meeting_id
    )
    return {row.item_code: (row.note, row.version) for row in connection.execute(question)}


def _write(
    connection: Connection,
    meeting_id: int,
    wilayah_code: str,
    stored: Mapping[str, tuple[str | None, int]],
    wanted: Mapping[str, str | None],
) -> None:
    table = PrioritasRembuk
    gone = [code for code in stored if code not in wanted]
    if gone:
        connection.execute(
            delete(table).where(table.rembuk_id == meeting_id, table.item_code.in_(gone))
        )
    for code, note in wanted.items():
        old_note, version = stored.get(code, (None, 0))
        if not version:
            row = {"rembuk_id": meeting_id, "item_code": code, "wilayah_code": wilayah_code}
            connection.execute(insert(table).values(**row, note=note, version=1))
        elif note != old_note:
            same = (table.rembuk_id == meeting_id, table.item_code == code)
            connection.execute(update(table).where(*same).values(note=note, version=version + 1))
