"""The transactions that store what regions set: values, agencies, who answers for what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from data_access.database import open_write
from data_access.schema import (
    PenanggungJawab,
    Pengaturan,
    PerangkatDaerah,
    PeranPengguna,
    Skpd,
    Tahapan,
)
from data_access.writes.batches import move_version

TOPIC = "pengaturan"


@dataclass(frozen=True, slots=True)
class SettingConflict:
    """A value that somebody else changed after the person saw it."""

    what: str
    value: Mapping[str, Any] | None
    updated_by: str | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """Which agency is to answer for an item, None for no one; `version` as seen, 0 none."""

    item_code: str
    agency: str | None
    version: int


def save_setting(
    engine: Engine,
    actor: str,
    *,
    wilayah_code: str,
    key: str,
    value: Mapping[str, Any],
    reason: str,
    version: int,
) -> SettingConflict | None:
    """Store a region's value in place of the default; an empty value is the default again.

    `version`: as the person saw it, 0 where there was none. A conflict writes nothing. The same
    person saving the same again changes nothing. Raises ValueError without a reason.
    """
    if not reason.strip():
        raise ValueError("a setting needs a reason")
    content = {"value": dict(value), "reason": reason.strip()}
    stamp = {"updated_by": actor, "updated_at": datetime.now(UTC)}
    where = (Pengaturan.wilayah_code == wilayah_code, Pengaturan.key == key)
    with open_write(engine, actor) as connection:
        if version == 0:
            dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
            new = dialect.insert(Pengaturan).values(
                wilayah_code=wilayah_code, key=key, version=1, **content, **stamp
            )
            kept = new.on_conflict_do_nothing().returning(Pengaturan.key)
            written = connection.scalar(kept) is not None
        else:
            changed = update(Pengaturan).where(*where, Pengaturan.version == version)
            values = {**content, **stamp, "version": version + 1}
            written = connection.execute(changed.values(**values)).rowcount == 1
        if written:
            move_version(connection, TOPIC)
            return None
        return _compare_setting(connection, where, key, content, actor)


def _compare_setting(
    connection: Connection, where: Any, key: str, content: Mapping[str, Any], actor: str
) -> SettingConflict | None:
    columns = (Pengaturan.value, Pengaturan.reason, Pengaturan.updated_by, Pengaturan.updated_at)
    row = connection.execute(select(*columns).where(*where)).first()
    if row is None:
        return SettingConflict(key, None)
    if (row.value, row.reason, row.updated_by) == (content["value"], content["reason"], actor):
        return None
    return SettingConflict(key, row.value, row.updated_by, row.updated_at)


def save_agency(
    engine: Engine, actor: str, *, wilayah_code: str, code: str, name: str, seen_name: str | None
) -> SettingConflict | None:
    """Register an agency (`seen_name` None) or rename one that the person saw as `seen_name`."""
    key = (PerangkatDaerah.wilayah_code == wilayah_code, PerangkatDaerah.code == code)
    with open_write(engine, actor) as connection:
        now = connection.scalar(select(PerangkatDaerah.name).where(*key).with_for_update())
        if now == name:
            return None
        if now != seen_name:
            return SettingConflict(code, None if now is None else {"nama": now})
        if now is None:
            row = {"wilayah_code": wilayah_code, "code": code, "name": name}
            connection.execute(insert(PerangkatDaerah).values(**row))
        else:
            connection.execute(update(PerangkatDaerah).where(*key).values(name=name))
        move_version(connection, TOPIC)
    return None


def remove_agency(engine: Engine, actor: str, *, wilayah_code: str, code: str) -> list[str]:
    """Take an agency off a region's list unless something refers to it.

    Returns what does: "tanggung jawab", "tahapan", "peran", "skpd"; then nothing is removed.
    """
    uses = {
        "tanggung jawab": select(PenanggungJawab.item_code).filter_by(
            wilayah_code=wilayah_code, agency=code
        ),
        "tahapan": select(Tahapan.id).filter_by(wilayah_code=wilayah_code, part=code),
        "peran": select(PeranPengguna.id).filter_by(wilayah_code=wilayah_code, agency=code),
        "skpd": select(Skpd.id).filter_by(owner_code=wilayah_code, agency=code),
    }
    with open_write(engine, actor) as connection:
        used = [name for name, question in uses.items() if connection.scalar(question.limit(1))]
        if not used:
            rows = delete(PerangkatDaerah).filter_by(wilayah_code=wilayah_code, code=code)
            connection.execute(rows)
            move_version(connection, TOPIC)
    return used


def save_duties(
    engine: Engine, actor: str, *, wilayah_code: str, duties: Sequence[Duty]
) -> list[SettingConflict]:
    """Store who answers for some items, all or none: any conflict and nothing is written."""
    columns = (PenanggungJawab.item_code, PenanggungJawab.agency, PenanggungJawab.version)
    with open_write(engine, actor) as connection:
        question = select(*columns).where(PenanggungJawab.wilayah_code == wilayah_code)
        stored = {row.item_code: row for row in connection.execute(question.with_for_update())}
        fresh, conflicts = [], []
        for duty in duties:
            row = stored.get(duty.item_code)
            agency = None if row is None else row.agency
            if agency == duty.agency:
                continue
            if (0 if row is None else row.version) != duty.version:
                conflicts.append(SettingConflict(duty.item_code, {"perangkat": agency}))
            fresh.append(duty)
        if conflicts or not fresh:
            return conflicts
        for duty in fresh:
            _save_duty(connection, wilayah_code, duty)
        move_version(connection, TOPIC)
    return []


def _save_duty(connection: Connection, wilayah_code: str, duty: Duty) -> None:
    table = PenanggungJawab
    where = (table.wilayah_code == wilayah_code, table.item_code == duty.item_code)
    if duty.agency is None:
        connection.execute(delete(table).where(*where))
    elif duty.version == 0:
        row = {"wilayah_code": wilayah_code, "item_code": duty.item_code, "agency": duty.agency}
        connection.execute(insert(table).values(**row, version=1))
    else:
        values = {"agency": duty.agency, "version": duty.version + 1}
        connection.execute(update(table).where(*where).values(**values))
