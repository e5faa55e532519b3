"""Questions about the stages of the year: states, steps, who holds which role, what is filled."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Engine, Select, func, select

from analysis.stages import PartState
from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.reads.scope import CODE_LENGTH, within
from data_access.reads.stage_definitions import read_zone_of_province
from data_access.schema import (
    Isian,
    LangkahTahapan,
    PengecualianGerbang,
    Pengguna,
    PeranPengguna,
    Pernyataan,
    Tahapan,
    Wilayah,
)


def read_time_zone(engine: Engine, code: str) -> str:
    """A region's time zone: its own or that of a region above, else its province's."""
    codes = [code[:length] for length in CODE_LENGTH.values() if length < len(code)] + [code]
    question = select(Wilayah.time_zone).where(
        Wilayah.code.in_(codes), Wilayah.time_zone.is_not(None)
    )
    with open_read(engine) as connection:
        known = connection.scalar(question.order_by(func.length(Wilayah.code).desc()).limit(1))
    return known or read_zone_of_province(code)


def read_parts(engine: Engine, codes: Sequence[str], year: int) -> list[PartState]:
    """Every part of a year that somebody has begun in these very regions."""
    question = (
        select(
            Tahapan.wilayah_code,
            Tahapan.year,
            Tahapan.stage,
            Tahapan.part,
            Tahapan.state,
            Tahapan.version,
            Tahapan.note,
            Tahapan.updated_by,
            Tahapan.updated_at,
        )
        .where(Tahapan.wilayah_code.in_(codes), Tahapan.year == year)
        .order_by(Tahapan.id)
    )
    with open_read(engine) as connection:
        return [PartState(*row) for row in connection.execute(question)]


def read_steps(engine: Engine, wilayah_code: str, year: int) -> pd.DataFrame:
    """Steps of a region's parts, newest first.

    Columns: stage, part, from_state, to_state, note, actor, name (of the person, None where the
    actor has no account), at.
    """
    return _read_frame(
        engine,
        select(
            Tahapan.stage,
            Tahapan.part,
            LangkahTahapan.from_state,
            LangkahTahapan.to_state,
            LangkahTahapan.note,
            LangkahTahapan.actor,
            Pengguna.name,
            LangkahTahapan.at,
        )
        .join(Tahapan, Tahapan.id == LangkahTahapan.tahapan_id)
        .join(Pengguna, Pengguna.username == LangkahTahapan.actor, isouter=True)
        .where(Tahapan.wilayah_code == wilayah_code, Tahapan.year == year)
        .order_by(LangkahTahapan.id.desc()),
    )


def read_exceptions(engine: Engine, scope_code: str, year: int) -> pd.DataFrame:
    """Gates that Bappeda opened inside a region: wilayah_code, stage, reason, actor, at."""
    table = PengecualianGerbang
    return _read_frame(
        engine,
        select(table.wilayah_code, table.stage, table.reason, table.actor, table.at)
        .where(within(table.wilayah_code, scope_code), table.year == year)
        .order_by(table.id),
    )


def read_statements(engine: Engine, wilayah_code: str, year: int) -> pd.DataFrame:
    """Bappeda's statements for a region and year, newest first: text, actor, at."""
    return _read_frame(
        engine,
        select(Pernyataan.text, Pernyataan.actor, Pernyataan.at)
        .where(Pernyataan.wilayah_code == wilayah_code, Pernyataan.year == year)
        .order_by(Pernyataan.id.desc()),
    )


def read_role_holders(engine: Engine, scope_code: str) -> pd.DataFrame:
    """Who holds a role inside a region, active accounts only.

    Columns: wilayah_code, role, agency, name, username; ordered by name.
    """
    return _read_frame(
        engine,
        select(
            PeranPengguna.wilayah_code,
            PeranPengguna.role,
            PeranPengguna.agency,
            Pengguna.name,
            Pengguna.username,
        )
        .join(Pengguna, Pengguna.id == PeranPengguna.pengguna_id)
        .where(within(PeranPengguna.wilayah_code, scope_code), Pengguna.active.is_(True))
        .order_by(Pengguna.name, Pengguna.username),
    )


def read_fill_counts(engine: Engine, scope_code: str, period: str) -> pd.DataFrame:
    """Filled cells of a period inside a region: kecamatan_code, item_code, filled (desa)."""
    kecamatan = func.substr(Isian.unit_code, 1, CODE_LENGTH["kecamatan"]).label("kecamatan_code")
    return _read_frame(
        engine,
        select(kecamatan, Isian.item_code, func.count().label("filled"))
        .where(
            Isian.period == period, Isian.value.is_not(None), within(Isian.unit_code, scope_code)
        )
        .group_by(kecamatan, Isian.item_code),
    )


def read_desa_counts(engine: Engine, scope_code: str) -> dict[str, int]:
    """How many desa in force each kecamatan inside a region has, by its code."""
    kecamatan = func.substr(Wilayah.code, 1, CODE_LENGTH["kecamatan"]).label("kecamatan_code")
    question = (
        select(kecamatan, func.count())
        .where(
            Wilayah.level == "desa",
            Wilayah.valid_until.is_(None),
            within(Wilayah.code, scope_code),
        )
        .group_by(kecamatan)
    )
    with open_read(engine) as connection:
        return {str(code): int(count) for code, count in connection.execute(question)}


def _read_frame(engine: Engine, question: Select[*tuple[Any, ...]]) -> pd.DataFrame:
    with open_read(engine) as connection:
        # Plain tuples: pandas takes ten times as long over the rows of SQLAlchemy.
        rows = [tuple(row) for row in connection.execute(question)]
    return make_frame(rows, columns=[column["name"] for column in question.column_descriptions])
