"""The transactions that store lists beside the budget: thematic sub kegiatan, accounts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, tuple_, update

from data_access.database import open_write
from data_access.reads.scope import NATION
from data_access.schema import AkunBelanja, SubkegiatanTematik
from data_access.writes.batches import (
    BatchInfo,
    WriteOutcome,
    find_same,
    move_version,
    start_batch,
)
from data_access.writes.topic_locks import lock_topic

TOPIC = "anggaran"
OWN_LIST = "daerah"
"""Stands for the nomenclature of sub kegiatan that a region added by hand."""
_PORTION = 2_000
ThematicKey = tuple[str, str]
"""Level and code of a thematic sub kegiatan."""


def save_thematic(
    engine: Engine,
    told: Mapping[ThematicKey, str],
    info: BatchInfo,
    *,
    wilayah_code: str,
    nomenclature: str,
) -> WriteOutcome:
    """Store a list of thematic sub kegiatan (names), the nation's ("ID") or a region's own.

    It replaces the list of the same nomenclature at the levels that the file holds; the same
    content again changes nothing.
    """
    with open_write(engine, info.actor) as connection:
        lock_topic(connection, "tematik")
        place = {"wilayah_code": wilayah_code, "nomenclature": nomenclature}
        levels = {level for level, _ in told}
        stored = _read_thematic(connection, place, levels)
        if stored == told:
            return find_same(connection, info) or WriteOutcome(0, len(told), unchanged=True)
        batch_id = start_batch(connection, info, len(told))
        _remove(connection, place, [key for key in stored if told.get(key) != stored[key]])
        fresh = [
            {**place, "level": key[0], "code": key[1], "name": name, "batch_id": batch_id}
            for key, name in told.items()
            if stored.get(key) != name
        ]
        if fresh:
            connection.execute(insert(SubkegiatanTematik), fresh)
        move_version(connection, TOPIC)
        move_version(connection, "batch")
    return WriteOutcome(batch_id, len(told))


def save_accounts(
    engine: Engine, told: Mapping[str, tuple[int, str]], info: BatchInfo
) -> WriteOutcome:
    """Store accounts (level and name by code): new ones are added, others renamed, none goes."""
    table = AkunBelanja
    with open_write(engine, info.actor) as connection:
        lock_topic(connection, "akun")
        question = select(table.code, table.level, table.name)
        stored = {code: (level, name) for code, level, name in connection.execute(question)}
        fresh = [code for code in told if stored.get(code) != told[code]]
        if not fresh:
            return find_same(connection, info) or WriteOutcome(0, len(told), unchanged=True)
        batch_id = start_batch(connection, info, len(told))
        new = [
            {"code": code, "level": told[code][0], "name": told[code][1], "batch_id": batch_id}
            for code in fresh
            if code not in stored
        ]
        if new:
            connection.execute(insert(table), new)
        for code in fresh:
            if code in stored:
                values = {"level": told[code][0], "name": told[code][1], "batch_id": batch_id}
                connection.execute(update(table).where(table.code == code).values(**values))
        move_version(connection, TOPIC)
        move_version(connection, "batch")
    return WriteOutcome(batch_id, len(told))


def add_thematic(
    engine: Engine, actor: str, *, wilayah_code: str, level: str, code: str, name: str
) -> bool:
    """Add a sub kegiatan to a region's own list; False where it stands there already."""
    key = {"wilayah_code": wilayah_code, "level": level, "nomenclature": OWN_LIST, "code": code}
    with open_write(engine, actor) as connection:
        lock_topic(connection, "tematik")
        known = select(SubkegiatanTematik.code).filter_by(**key)
        if connection.scalar(known) is not None:
            return False
        connection.execute(insert(SubkegiatanTematik).values(**key, name=name))
        move_version(connection, TOPIC)
    return True


def remove_thematic(
    engine: Engine, actor: str, *, wilayah_code: str, level: str, nomenclature: str, code: str
) -> bool:
    """Take a sub kegiatan off a region's own list; False where it was not there.

    Raises ValueError for the national list: a region does not change it.
    """
    if wilayah_code == NATION:
        raise ValueError("the national list is replaced by a file only")
    key = {"wilayah_code": wilayah_code, "level": level, "nomenclature": nomenclature}
    with open_write(engine, actor) as connection:
        gone = connection.execute(delete(SubkegiatanTematik).filter_by(**key, code=code))
        if gone.rowcount:
            move_version(connection, TOPIC)
        return bool(gone.rowcount)


def _read_thematic(
    connection: Connection, place: Mapping[str, Any], levels: Iterable[str]
) -> dict[ThematicKey, str]:
    table = SubkegiatanTematik
    question = select(table.level, table.code, table.name).filter_by(**place)
    rows = connection.execute(question.where(table.level.in_(list(levels))))
    return {(level, code): name for level, code, name in rows}


def _remove(connection: Connection, place: Mapping[str, Any], keys: Sequence[ThematicKey]) -> None:
    table = SubkegiatanTematik
    for start in range(0, len(keys), _PORTION):
        portion = keys[start : start + _PORTION]
        named = tuple_(table.level, table.code).in_(portion)
        connection.execute(delete(table).filter_by(**place).where(named))
