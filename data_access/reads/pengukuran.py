"""Questions about measured children."""

import pandas as pd
from sqlalchemy import Engine, func, select

from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.reads.scope import CODE_LENGTH, NATION, within
from data_access.schema import COUNTS, Batch, Kumpulan, Pengukuran, Sumber, Survei, Wilayah

COUNT_COLUMNS = list(COUNTS)
# Of which units a percentage is made depends on which of these they know.
_DECISIVE = ("stunting_jiwa", "diukur_jiwa", "sasaran_jiwa")
_LEVEL_BY_LENGTH = {
    **{length: level for level, length in CODE_LENGTH.items()},
    len("32.08.22.P01"): "puskesmas",
}


def read_measurements(
    engine: Engine, scope_code: str, source: str, *, by_unit: bool = False
) -> pd.DataFrame:
    """Facts of one source in a region, all periods: a row per unit x period.

    Columns: unit_code, period, level (the grain recorded at), the eight counts (float, NaN
    unknown), and the codes of the unit's ancestors: provinsi_code, kabupaten_code,
    kecamatan_code, puskesmas_code, desa_code ("" where the unit lies above that level).

    The nation's come as rows of kabupaten, see `_read_nation`, unless `by_unit`.
    """
    if scope_code == NATION and not by_unit:
        return _read_nation(engine, source)
    columns = [getattr(Pengukuran, name) for name in COUNT_COLUMNS]
    question = (
        select(Pengukuran.unit_code, Pengukuran.period, Wilayah.level, *columns)
        .join(Wilayah, Wilayah.code == Pengukuran.unit_code)
        .where(Pengukuran.source == source, within(Pengukuran.unit_code, scope_code))
        .order_by(Pengukuran.unit_code, Pengukuran.period)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    frame = make_frame(rows, columns=["unit_code", "period", "level", *COUNT_COLUMNS])
    frame[COUNT_COLUMNS] = frame[COUNT_COLUMNS].astype("float64")
    return _with_ancestors(frame)


def _read_nation(engine: Engine, source: str) -> pd.DataFrame:
    """Facts of all kabupaten, summed by the database: half a million rows would take seconds.

    One row a kabupaten, period, grain and by which of stunted, measured and invited children are
    known, so that whatever is summed or divided further is what the units themselves would give.
    `units`: how many units a row stands for.
    """
    length = func.length(Pengukuran.unit_code)
    kabupaten = func.substr(Pengukuran.unit_code, 1, CODE_LENGTH["kabupaten"])
    alike = [getattr(Pengukuran, name).is_(None) for name in _DECISIVE]
    sums = [func.sum(getattr(Pengukuran, name)) for name in COUNT_COLUMNS]
    question = (
        select(kabupaten, Pengukuran.period, length, func.count(), *sums)
        .where(Pengukuran.source == source)
        .group_by(kabupaten, Pengukuran.period, length, *alike)
        .order_by(kabupaten, Pengukuran.period, length)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    frame = make_frame(rows, columns=["unit_code", "period", "level", "units", *COUNT_COLUMNS])
    frame[COUNT_COLUMNS] = frame[COUNT_COLUMNS].astype("float64")
    return _with_ancestors(frame.assign(level=frame["level"].map(_LEVEL_BY_LENGTH)))


def _with_ancestors(frame: pd.DataFrame) -> pd.DataFrame:
    codes = frame["unit_code"].astype(str)
    lengths = codes.str.len()
    is_puskesmas = frame["level"] == "puskesmas"
    for level, length in CODE_LENGTH.items():
        belongs = lengths >= length
        if level == "desa":
            belongs &= ~is_puskesmas
        frame[f"{level}_code"] = codes.str[:length].where(belongs, "")
    frame["puskesmas_code"] = codes.where(is_puskesmas, "")
    return frame


def read_datasets(engine: Engine, scope_code: str) -> pd.DataFrame:
    """Which measurement data sets touch a region, a row a source x period x kabupaten.

    Columns: source, period, kabupaten_code, grain, data_date (as the file says), units (how many
    report in the whole kabupaten), imported_at (UTC, the latest).
    """
    kabupaten = func.substr(Pengukuran.unit_code, 1, CODE_LENGTH["kabupaten"]).label("kabupaten")
    area = scope_code[: CODE_LENGTH["kabupaten"]]
    reports = (
        select(
            Pengukuran.source,
            Pengukuran.period,
            kabupaten,
            func.count().label("units"),
            func.max(Batch.imported_at).label("imported_at"),
        )
        .join(Batch, Batch.id == Pengukuran.batch_id)
        .where(within(Pengukuran.unit_code, area))
        .group_by(Pengukuran.source, Pengukuran.period, kabupaten)
        .subquery()
    )
    question = (
        select(
            Kumpulan.source,
            Kumpulan.period,
            Kumpulan.kabupaten_code,
            Kumpulan.grain,
            Kumpulan.data_date,
            reports.c.units,
            reports.c.imported_at,
        )
        .join(
            reports,
            (reports.c.source == Kumpulan.source)
            & (reports.c.period == Kumpulan.period)
            & (reports.c.kabupaten == Kumpulan.kabupaten_code),
        )
        .where(Kumpulan.topic == "pengukuran", within(Kumpulan.kabupaten_code, area))
        .order_by(Kumpulan.source, Kumpulan.period, Kumpulan.kabupaten_code)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return make_frame(rows, columns=[column["name"] for column in question.column_descriptions])


def read_surveys(engine: Engine, code: str) -> pd.DataFrame:
    """Survey estimates of one region: source, year, prevalensi_pct, bawah_pct, atas_pct."""
    columns = (
        Survei.source,
        Survei.year,
        Survei.prevalensi_pct,
        Survei.bawah_pct,
        Survei.atas_pct,
    )
    question = (
        select(*columns).where(Survei.wilayah_code == code).order_by(Survei.year, Survei.source)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    frame = make_frame(rows, columns=[column.key for column in columns])
    shares = ["prevalensi_pct", "bawah_pct", "atas_pct"]
    frame[shares] = frame[shares].astype("float64")
    return frame


def read_source_kinds(engine: Engine) -> dict[str, str]:
    """Sources in the database with their kind, "rutin" or "survei"."""
    with open_read(engine) as connection:
        rows = connection.execute(select(Sumber.name, Sumber.kind)).all()
    return dict(rows)
