"""Withdrawing an import of measurements or surveys."""

from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from data_access.reads.scope import within
from data_access.schema import Batch, Kumpulan, PemetaanNama, Pengukuran, Riwayat, Survei, Wilayah
from data_access.writes.batches import move_version
from data_access.writes.pengukuran import note_measured
from data_access.writes.region_references import find_reference
from data_access.writes.withdrawal_refusal import NotWithdrawableError
from data_access.writes.withdrawn_rows import (
    Row,
    demand_whole,
    find_change,
    put_back,
    read_changes,
    restore_states,
)

_FACTS: Any = Pengukuran.__table__
_SURVEYS: Any = Survei.__table__
_NAMES: Any = PemetaanNama.__table__


def withdraw_surveys(connection: Connection, batch_id: int, _actor: str) -> int:
    """Withdraw survey estimates; gives their number."""
    change_id = find_change(connection, batch_id)
    demand_whole(connection, _SURVEYS, batch_id)
    count = _count_rows(connection, batch_id)
    put_back(connection, _SURVEYS, batch_id, read_changes(connection, change_id, "survei", "hapus"))
    restore_states(connection, _SURVEYS, batch_id, change_id)
    return count


def withdraw_measurements(connection: Connection, batch_id: int, actor: str) -> int:
    """Withdraw measurements with the spellings and puskesmas that came along; gives their number.

    A puskesmas that other data refer to stays, and so does a spelling confirmed again since.
    """
    change_id = find_change(connection, batch_id)
    demand_whole(connection, _FACTS, batch_id)
    count = _count_rows(connection, batch_id)
    replaced = read_changes(connection, change_id, "pengukuran", "hapus")
    brought = connection.execute(
        select(Pengukuran.source, Pengukuran.period, Pengukuran.unit_code).where(
            Pengukuran.batch_id == batch_id
        )
    ).all()
    series = {(row.source, row.period) for row in brought}
    series |= {(row["source"], row["period"]) for row in replaced}
    units = {row.unit_code for row in brought} | {row["unit_code"] for row in replaced}
    kabupaten = {code[:5] for code in units}
    for _, period in series:
        note_measured(connection, period, kabupaten, actor)
    put_back(connection, _FACTS, batch_id, replaced)
    restore_states(connection, _FACTS, batch_id, change_id)
    for source, period in series:
        _restore_datasets(connection, change_id, source, period, kabupaten)
    _restore_spellings(connection, batch_id, change_id)
    _drop_puskesmas(connection, batch_id)
    return count


def _count_rows(connection: Connection, batch_id: int) -> int:
    return int(connection.scalar(select(Batch.row_count).where(Batch.id == batch_id)) or 0)


def _restore_datasets(
    connection: Connection, change_id: str, source: str, period: str, kabupaten: set[str]
) -> None:
    before = _by_kabupaten(read_changes(connection, change_id, "kumpulan_data", "hapus"))
    after = _by_kabupaten(read_changes(connection, change_id, "kumpulan_data", "tambah"))
    for code in sorted(kabupaten | set(before)):
        key = {
            "topic": "pengukuran",
            "source": source,
            "period": period,
            "kabupaten_code": code,
        }
        grain = _read_grain(connection, source, period, code)
        question = select(Kumpulan.grain, Kumpulan.data_date).filter_by(**key)
        now = connection.execute(question).first()
        if grain is None:
            connection.execute(delete(Kumpulan).filter_by(**key))
            continue
        # Another import of this kabupaten may have set the date since: then that one stands.
        ours = now is None or (code in after and now.data_date == after[code]["data_date"])
        date = before[code]["data_date"] if ours and code in before else now and now.data_date
        if now is None:
            connection.execute(insert(Kumpulan).values(**key, grain=grain, data_date=date))
        else:
            changed = update(Kumpulan).filter_by(**key).values(grain=grain, data_date=date)
            connection.execute(changed)


def _by_kabupaten(rows: list[Row]) -> dict[str, Row]:
    return {row["kabupaten_code"]: row for row in rows}


def _read_grain(connection: Connection, source: str, period: str, code: str) -> str | None:
    """The one level at which a kabupaten is recorded; two would count its children twice."""
    question = (
        select(Wilayah.level)
        .join(Pengukuran, Pengukuran.unit_code == Wilayah.code)
        .where(
            Pengukuran.source == source,
            Pengukuran.period == period,
            within(Pengukuran.unit_code, code),
        )
        .distinct()
    )
    levels = list(connection.scalars(question))
    if len(levels) > 1:
        raise NotWithdrawableError("tingkat_bercampur", kabupaten=code)
    return levels[0] if levels else None


def _restore_spellings(connection: Connection, batch_id: int, change_id: str) -> None:
    names = ("scope_code", "parent_name", "name")
    question = select(*(_NAMES.c[name] for name in names)).where(_NAMES.c.batch_id == batch_id)
    ours = {tuple(row) for row in connection.execute(question)}
    earlier = read_changes(connection, change_id, "pemetaan_nama", "hapus")
    kept = [row for row in earlier if tuple(row[name] for name in names) in ours]
    put_back(connection, _NAMES, batch_id, kept)


def _drop_puskesmas(connection: Connection, batch_id: int) -> None:
    question = select(Wilayah.code).where(
        Wilayah.batch_id == batch_id, Wilayah.level == "puskesmas"
    )
    dropped = [
        code
        for code in connection.scalars(question).all()
        if find_reference(connection, [code], batch_id) is None
        and not _was_measured_otherwise(connection, code, batch_id)
    ]
    if dropped:
        connection.execute(delete(Wilayah).where(Wilayah.code.in_(dropped)))
        move_version(connection, "wilayah")


def _was_measured_otherwise(connection: Connection, code: str, batch_id: int) -> bool:
    """Another import's rows of this unit may come back some day, when what replaced them goes."""
    question = select(Riwayat.before).where(
        Riwayat.wilayah_code == code,
        Riwayat.table_name == "pengukuran",
        Riwayat.action == "hapus",
    )
    rows = connection.scalars(question)
    return any(row is not None and row["batch_id"] != batch_id for row in rows)
