"""The statements that bring a snapshot's rows to what a file says."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, update

from data_access.importers.sipd_lines import BudgetLine
from data_access.reads.anggaran_masuk import (
    StoredActivity,
    StoredLine,
    find_snapshot,
    list_activities,
    portions,
)
from data_access.schema import Belanja, Penandaan, Potret, Skpd, Subkegiatan
from data_access.writes.anggaran_carry import Earlier, carry_marks
from data_access.writes.anggaran_diff import AgencyPlan, details_of, figures_of
from data_access.writes.anggaran_keys import ActivityKey, activity_key, normalise
from data_access.writes.anggaran_set import SnapshotSet
from data_access.writes.batches import mark_replaced
from data_access.writes.versions import OvertakenError

_NAMES = ("name", "kegiatan_code", "kegiatan_name", "program_code", "program_name")


def ensure_snapshot(connection: Connection, data: SnapshotSet) -> int:
    """The number of the snapshot, made where it does not stand; its nomenclature as told now."""
    place = (data.wilayah_code, data.year, data.kind)
    number = find_snapshot(connection, *place)
    if number is None:
        names = dict(zip(("wilayah_code", "year", "kind"), place, strict=True))
        connection.execute(insert(Potret).values(**names, nomenclature=data.nomenclature))
        number = find_snapshot(connection, *place)
    elif data.nomenclature:
        known = update(Potret).where(Potret.id == number)
        connection.execute(known.values(nomenclature=data.nomenclature))
    if number is None:
        raise RuntimeError("the database gave the snapshot no number")
    return number


def ensure_skpd(
    connection: Connection, data: SnapshotSet, agencies: Sequence[AgencyPlan]
) -> dict[str, int]:
    """Numbers of the file's SKPD by name as compared; new ones are made, unpaired ones paired."""
    codes = {normalise(line.skpd_name): line.skpd_code for line in data.lines if line.skpd_code}
    for plan in agencies:
        owner_code, agency = plan.pair or (None, None)
        values: dict[str, Any] = {"owner_code": owner_code, "agency": agency}
        code, old = codes.get(normalise(plan.name)), plan.stored
        if old is None:
            fixed = {"wilayah_code": data.wilayah_code, "name": plan.name, "version": 1}
            connection.execute(insert(Skpd).values(**fixed, **values, code=code))
        elif (old.owner_code, old.agency, old.code) != (owner_code, agency, code or old.code):
            values |= {"code": code or old.code, "version": old.version + 1}
            connection.execute(update(Skpd).where(Skpd.id == old.id).values(**values))
    rows = connection.execute(
        select(Skpd.id, Skpd.name).where(Skpd.wilayah_code == data.wilayah_code)
    )
    return {normalise(name): number for number, name in rows}


def ensure_activities(
    connection: Connection,
    data: SnapshotSet,
    snapshot_id: int,
    skpd_ids: Mapping[str, int],
    earlier: Earlier,
    batch_id: int,
) -> dict[ActivityKey, int]:
    """Numbers of the file's sub kegiatan; new ones are made, renamed ones take the new name."""
    first: dict[ActivityKey, BudgetLine] = {}
    for line in data.lines:
        first.setdefault(activity_key(line), line)
    by_number = {number: name for name, number in skpd_ids.items()}
    used = {skpd_ids[key[0]] for key in first}
    stored = _by_key(list_activities(connection, snapshot_id, used), by_number)
    fixed = {"wilayah_code": data.wilayah_code, "potret_id": snapshot_id, "batch_id": batch_id}
    new = [
        {**fixed, "skpd_id": skpd_ids[key[0]], **_describe(line), "is_marked": None, "version": 1}
        for key, line in first.items()
        if key not in stored
    ]
    carry_marks(earlier, new)
    if new:
        connection.execute(insert(Subkegiatan), new)
    _rename(connection, stored, first)
    now = _by_key(list_activities(connection, snapshot_id, used), by_number)
    return {key: each.id for key, each in now.items()}


def insert_lines(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Store new lines, as `describe_line` gives them."""
    if rows:
        connection.execute(insert(Belanja), rows)


def describe_line(
    line: BudgetLine, line_key: str, *, wilayah_code: str, activity_id: int, status: str, batch: int
) -> dict[str, Any]:
    """The row of a new line."""
    return {
        "wilayah_code": wilayah_code,
        "subkegiatan_id": activity_id,
        "line_key": line_key,
        "account_code": line.account_code,
        "fund": line.fund,
        "description": line.description,
        "unit": line.unit,
        **figures_of(line)._asdict(),
        **details_of(line)._asdict(),
        "status": status,
        "version": 1,
        "row_number": line.row,
        "batch_id": batch,
    }


def update_lines(
    connection: Connection,
    changes: Sequence[tuple[BudgetLine, StoredLine, str]],
    batch_id: int,
) -> None:
    """Give stored lines the figures of the file and a state; raises OvertakenError."""
    rows = [
        {
            "of_id": old.id,
            "of_version": old.version,
            **{f"new_{k}": v for k, v in figures_of(line)._asdict().items()},
            **{f"new_{k}": v for k, v in details_of(line, old.details)._asdict().items()},
            "new_status": status,
            "new_version": old.version + 1,
            "new_row_number": line.row,
        }
        for line, old, status in changes
    ]
    if not rows:
        return
    names = [name.removeprefix("new_") for name in rows[0] if name.startswith("new_")]
    statement = (
        update(Belanja)
        .where(Belanja.id == bindparam("of_id"), Belanja.version == bindparam("of_version"))
        .values({name: bindparam(f"new_{name}") for name in names} | {"batch_id": batch_id})
    )
    if connection.execute(statement, rows).rowcount != len(rows):
        raise OvertakenError


def delete_tags(connection: Connection, line_ids: Sequence[int]) -> int:
    """Remove the tags of lines; gives their number."""
    removed = 0
    for portion in portions(line_ids):
        rows = delete(Penandaan).where(Penandaan.belanja_id.in_(portion))
        removed += connection.execute(rows).rowcount
    return removed


def delete_lines(connection: Connection, snapshot_id: int, line_ids: Sequence[int]) -> None:
    """Remove lines without tags, and sub kegiatan that have none left."""
    for portion in portions(line_ids):
        connection.execute(delete(Belanja).where(Belanja.id.in_(portion)))
    if line_ids:
        used = exists().where(Belanja.subkegiatan_id == Subkegiatan.id)
        empty = delete(Subkegiatan).where(Subkegiatan.potret_id == snapshot_id, ~used)
        connection.execute(empty)


def find_ids(connection: Connection, snapshot_id: int, batch_id: int) -> dict[str, int]:
    """Numbers of the lines that an import left with tags to come, by key."""
    question = (
        select(Belanja.line_key, Belanja.id)
        .join(Subkegiatan, Subkegiatan.id == Belanja.subkegiatan_id)
        .where(
            Subkegiatan.potret_id == snapshot_id,
            Belanja.batch_id == batch_id,
            Belanja.status == "bertanda",
        )
    )
    return {row[0]: row[1] for row in connection.execute(question)}


def mark_earlier(connection: Connection, touched: set[int], batch_id: int) -> tuple[int, ...]:
    """Mark imports whose lines were changed or removed as replaced, in part or wholly."""
    for earlier in sorted(touched):
        question = select(func.count()).select_from(Belanja).where(Belanja.batch_id == earlier)
        mark_replaced(connection, earlier, batch_id, wholly=not connection.scalar(question))
    return tuple(sorted(touched))


def _by_key(
    rows: Sequence[StoredActivity], names: Mapping[int, str]
) -> dict[ActivityKey, StoredActivity]:
    return {(names[row.skpd_id], normalise(row.sub_unit), row.code): row for row in rows}


def _describe(line: BudgetLine) -> dict[str, Any]:
    return {
        "sub_unit": line.sub_unit,
        "code": line.subkegiatan_code,
        "name": line.subkegiatan_name,
        "kegiatan_code": line.kegiatan_code,
        "kegiatan_name": line.kegiatan_name,
        "program_code": line.program_code,
        "program_name": line.program_name,
    }


def _rename(
    connection: Connection,
    stored: Mapping[ActivityKey, StoredActivity],
    first: Mapping[ActivityKey, BudgetLine],
) -> None:
    for key, line in first.items():
        old, told = stored.get(key), _describe(line)
        if old is None:
            continue
        changed = {n: told[n] for n in _NAMES if told[n] is not None and told[n] != getattr(old, n)}
        if changed:
            row = update(Subkegiatan).where(Subkegiatan.id == old.id)
            connection.execute(row.values(**changed, version=old.version + 1))
