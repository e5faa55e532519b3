"""Questions about targets: a region's own, those above and inside it, and who changed one last."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

import pandas as pd
from sqlalchemy import Connection, Engine, func, or_, select

from data_access.database import open_read
from data_access.reads.scope import CODE_LENGTH, within
from data_access.schema import Isian, Riwayat, Target

TargetKey = tuple[str, str, int]
"""A row of one region: item's code (or the prevalence's), document, year."""
Writer = tuple[str, datetime]
"""The account that wrote, and when (UTC)."""
_COLUMNS = ["wilayah_code", "item_code", "year", "document", "target_pct", "version"]
_PORTION = 400  # SQLite bounds how many values a condition may hold


def read_targets(engine: Engine, scope_code: str, level: str = "desa") -> pd.DataFrame:
    """Targets of a region, of those above it and of those inside it, a row each.

    `level`: none of regions below it. Columns: wilayah_code, item_code, year, document,
    target_pct (percent), version. One row a region, item, year and document; ordered so.
    """
    above = [scope_code[:length] for length in CODE_LENGTH.values() if length < len(scope_code)]
    question = (
        select(*(getattr(Target, name) for name in _COLUMNS))
        .where(
            or_(within(Target.wilayah_code, scope_code), Target.wilayah_code.in_(above)),
            func.length(Target.wilayah_code) <= CODE_LENGTH[level],
        )
        .order_by(Target.wilayah_code, Target.item_code, Target.year, Target.document)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    kinds = {"year": "int64", "target_pct": "float64", "version": "int64"}
    # Plain objects: a few hundred rows, of which pages ask much; words packed by Arrow cost more.
    return pd.DataFrame(map(tuple, rows), columns=_COLUMNS, dtype=object).astype(kinds)


def read_row_states(
    connection: Connection, wilayah_code: str
) -> Mapping[TargetKey, tuple[int, float]]:
    """Version and percent of every target of one region, as this transaction sees them."""
    columns = (Target.item_code, Target.document, Target.year, Target.version, Target.target_pct)
    rows = connection.execute(select(*columns).where(Target.wilayah_code == wilayah_code))
    return {(row[0], row[1], row[2]): (row[3], float(row[4])) for row in rows}


def find_target_writers(
    connection: Connection, wilayah_code: str, keys: Sequence[TargetKey]
) -> dict[TargetKey, Writer]:
    """Who changed each target last and when, by the history; also of a target taken away."""
    names = {_row_key(wilayah_code, key): key for key in keys}
    found: dict[TargetKey, Writer] = {}
    for portion in _split(list(names)):
        question = (
            select(Riwayat.row_key, Riwayat.actor, Riwayat.at)
            .where(Riwayat.table_name == Target.__tablename__, Riwayat.row_key.in_(portion))
            .order_by(Riwayat.id)
        )
        for row in connection.execute(question):
            found[names[row.row_key]] = (row.actor, _in_utc(row.at))
    return found


def _row_key(wilayah_code: str, key: TargetKey) -> str:
    item, document, year = key
    return "|".join((wilayah_code, str(year), item, document))


def _split(names: list[str]) -> Iterable[list[str]]:
    return (names[start : start + _PORTION] for start in range(0, len(names), _PORTION))


def _in_utc(at: datetime) -> datetime:
    # SQLite gives times back without their zone; they are stored in UTC.
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def read_service_periods(engine: Engine, scope_code: str) -> list[str]:
    """Periods in which numbers of people reached ("I01", ...) are known inside a region."""
    question = (
        select(Isian.period)
        .where(
            within(Isian.unit_code, scope_code),
            Isian.item_code.startswith("I"),
            Isian.value.is_not(None),
        )
        .distinct()
        .order_by(Isian.period)
    )
    with open_read(engine) as connection:
        return list(connection.scalars(question))
