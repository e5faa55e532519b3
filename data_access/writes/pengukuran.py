"""The transaction that stores one file of measurements, all of it or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd
from sqlalchemy import Connection, Engine, delete, false, func, insert, or_, select

from data_access.database import open_write
from data_access.periods import Period
from data_access.reads.scope import within
from data_access.schema import (
    COUNTS,
    Kumpulan,
    PemetaanNama,
    Pengukuran,
    Periode,
    Sumber,
    Wilayah,
)
from data_access.writes.batches import (
    BatchInfo,
    WriteOutcome,
    find_same,
    mark_replaced,
    move_version,
    start_batch,
)
from data_access.writes.tahapan import note_entry
from data_access.writes.topic_locks import lock_topic

STAGE, PART = "kabupaten.pengukuran", "dinkes"


@dataclass(frozen=True, slots=True)
class MeasurementSet:
    """Rows of one source and period, ready to store.

    `rows`: unit_code and the eight counts (NaN unknown), one row a unit, all of `grain`.
    `area_code`: the region the file speaks for, or None for the kecamatan found in the rows;
    what it held before, of this source and period, is replaced. `new_puskesmas`: code, name,
    parent_code. `mapping`: parent_name, name, code, as a person confirmed.
    """

    source: str
    source_kind: str
    period: Period
    grain: str
    rows: pd.DataFrame
    area_code: str | None = None
    data_date: str | None = None
    new_puskesmas: pd.DataFrame = field(default_factory=pd.DataFrame)
    mapping: pd.DataFrame = field(default_factory=pd.DataFrame)


class GrainConflictError(ValueError):
    """The same source and period stands in the database at another grain for part of the area."""

    def __init__(self, kabupaten_code: str, grain: str) -> None:
        super().__init__(f"{kabupaten_code} is recorded at {grain}")
        self.kabupaten_code = kabupaten_code
        self.grain = grain


def save_measurements(engine: Engine, data: MeasurementSet, info: BatchInfo) -> WriteOutcome:
    """Store a file's measurements in one transaction and say what it replaced.

    The same file with the same options changes nothing. Raises GrainConflictError where only
    part of a kabupaten would change its grain, since its children would count twice, and
    StageLockedError where a kabupaten's measurement stage is submitted or further.
    """
    with open_write(engine, info.actor) as connection:
        lock_topic(connection, "pengukuran")
        same = find_same(connection, info)
        if same is not None:
            return same
        areas = [data.area_code] if data.area_code else _areas_of(data.rows)
        kabupaten = {*_kabupaten_of(data.rows), *_recorded_kabupaten(connection, data, areas)}
        note_measured(connection, data.period.label, kabupaten, info.actor)
        batch_id = start_batch(connection, info, len(data.rows))
        _ensure_names(connection, data)
        _add_puskesmas(connection, data.new_puskesmas, batch_id)
        touched = _clear_areas(connection, data, areas)
        _check_grain(connection, data)
        _insert_rows(connection, data, batch_id)
        _record_datasets(connection, data, areas)
        _save_mapping(connection, data, batch_id)
        replaced = _mark_replaced(connection, touched, batch_id)
        move_version(connection, "pengukuran")
        move_version(connection, "batch")
        return WriteOutcome(batch_id, len(data.rows), replaced_batches=replaced)


def stage_year(period: str) -> int | None:
    """The cycle whose stage measures in this month: August of the year before, else none."""
    return int(period[:4]) + 1 if period.endswith("-08") else None


def note_measured(
    connection: Connection, period: str, kabupaten_codes: Iterable[str], actor: str
) -> None:
    """Record that a month's measurements of these kabupaten are being entered or withdrawn.

    Raises StageLockedError where the stage is submitted, verified or approved.
    """
    year = stage_year(period)
    if year is None:
        return
    codes = sorted(kabupaten_codes)
    known = set(connection.scalars(select(Wilayah.code).where(Wilayah.code.in_(codes))))
    for code in codes:
        if code in known:
            note_entry(
                connection, wilayah_code=code, year=year, stage=STAGE, part=PART, actor=actor
            )


def _recorded_kabupaten(connection: Connection, data: MeasurementSet, areas: list[str]) -> set[str]:
    """Kabupaten whose stored measurements the areas clear; those of other areas are named in
    the rows."""
    wide = [area for area in areas if len(area) < 5]
    question = select(Kumpulan.kabupaten_code).where(
        Kumpulan.topic == "pengukuran",
        Kumpulan.source == data.source,
        Kumpulan.period == data.period.label,
        or_(false(), *(within(Kumpulan.kabupaten_code, area) for area in wide)),
    )
    named = {area[:5] for area in areas if len(area) >= 5}
    return named | (set(connection.scalars(question)) if wide else set())


def _kabupaten_of(rows: pd.DataFrame) -> list[str]:
    return sorted(set(rows["unit_code"].str[:5]))


def _areas_of(rows: pd.DataFrame) -> list[str]:
    """What a file speaks for when nobody says it: the kecamatan that its rows lie in.

    A file of one kecamatan must not wipe out what another file brought for the next one.
    """
    return sorted(set(rows["unit_code"].str[:8]))


def _ensure_names(connection: Connection, data: MeasurementSet) -> None:
    if connection.scalar(select(Sumber.name).where(Sumber.name == data.source)) is None:
        connection.execute(insert(Sumber).values(name=data.source, kind=data.source_kind))
    period = data.period
    if connection.scalar(select(Periode.label).where(Periode.label == period.label)) is None:
        connection.execute(
            insert(Periode).values(
                label=period.label,
                kind=period.kind,
                first_day=period.first_day,
                last_day=period.last_day,
            )
        )


def _add_puskesmas(connection: Connection, new: pd.DataFrame, batch_id: int) -> None:
    if new.empty:
        return
    rows = [
        {
            "code": row.code,
            "name": row.name,
            "level": "puskesmas",
            "kind": "puskesmas",
            "parent_code": row.parent_code,
            "batch_id": batch_id,
        }
        for row in new[["code", "name", "parent_code"]].itertuples(index=False, name="Row")
    ]
    connection.execute(insert(Wilayah), rows)
    move_version(connection, "wilayah")


def _clear_areas(connection: Connection, data: MeasurementSet, areas: list[str]) -> set[int]:
    touched: set[int] = set()
    # In portions: SQLite bounds how deep a condition may nest.
    for start in range(0, len(areas), 100):
        same_set = (
            Pengukuran.source == data.source,
            Pengukuran.period == data.period.label,
            or_(*(within(Pengukuran.unit_code, area) for area in areas[start : start + 100])),
        )
        touched |= set(connection.scalars(select(Pengukuran.batch_id).where(*same_set).distinct()))
        connection.execute(delete(Pengukuran).where(*same_set))
    return touched


def _check_grain(connection: Connection, data: MeasurementSet) -> None:
    """What is left of a kabupaten must be of the same grain, else its children count twice."""
    for kabupaten_code in _kabupaten_of(data.rows):
        left = (
            select(Wilayah.level)
            .join(Pengukuran, Pengukuran.unit_code == Wilayah.code)
            .where(
                Pengukuran.source == data.source,
                Pengukuran.period == data.period.label,
                within(Pengukuran.unit_code, kabupaten_code),
                Wilayah.level != data.grain,
            )
            .limit(1)
        )
        grain = connection.scalar(left)
        if grain is not None:
            raise GrainConflictError(kabupaten_code, grain)


def _insert_rows(connection: Connection, data: MeasurementSet, batch_id: int) -> None:
    counts = data.rows[list(COUNTS)].astype("Int64").astype(object)
    counts = counts.where(counts.notna(), None)
    records = counts.assign(
        unit_code=data.rows["unit_code"].astype(str),
        source=data.source,
        period=data.period.label,
        batch_id=batch_id,
    ).to_dict("records")
    if records:
        connection.execute(insert(Pengukuran), records)


def _record_datasets(connection: Connection, data: MeasurementSet, areas: list[str]) -> None:
    """A kabupaten that was cleared and not given again has no data set any more."""
    for area in areas:
        if len(area) <= 5:
            connection.execute(
                delete(Kumpulan).where(
                    Kumpulan.topic == "pengukuran",
                    Kumpulan.source == data.source,
                    Kumpulan.period == data.period.label,
                    within(Kumpulan.kabupaten_code, area),
                )
            )
    for kabupaten_code in _kabupaten_of(data.rows):
        key = {
            "topic": "pengukuran",
            "source": data.source,
            "period": data.period.label,
            "kabupaten_code": kabupaten_code,
        }
        connection.execute(delete(Kumpulan).filter_by(**key))
        connection.execute(
            insert(Kumpulan).values(**key, grain=data.grain, data_date=data.data_date)
        )


def _save_mapping(connection: Connection, data: MeasurementSet, batch_id: int) -> None:
    if data.mapping.empty or data.area_code is None:
        return
    scope_code = data.area_code[:5]
    for row in data.mapping.itertuples(index=False):
        key = {"scope_code": scope_code, "parent_name": row.parent_name, "name": row.name}
        connection.execute(delete(PemetaanNama).filter_by(**key))
        connection.execute(
            insert(PemetaanNama).values(**key, wilayah_code=row.code, batch_id=batch_id)
        )


def _mark_replaced(connection: Connection, touched: set[int], batch_id: int) -> tuple[int, ...]:
    for earlier in sorted(touched):
        left = connection.scalar(
            select(func.count()).select_from(Pengukuran).where(Pengukuran.batch_id == earlier)
        )
        mark_replaced(connection, earlier, batch_id, wholly=not left)
    return tuple(sorted(touched))
