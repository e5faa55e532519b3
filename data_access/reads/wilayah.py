"""Questions about regions."""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Engine, func, select

from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.reads.scope import CODE_LENGTH, NATION, within
from data_access.schema import Batas, Kumpulan, Wilayah

NATION_NAME = "Indonesia"


@dataclass(frozen=True, slots=True)
class Region:
    """One region as screens name it."""

    code: str
    name: str
    level: str
    kind: str
    parent_code: str


_COLUMNS = (Wilayah.code, Wilayah.name, Wilayah.level, Wilayah.kind, Wilayah.parent_code)


def read_region(engine: Engine, code: str) -> Region | None:
    """The region of a code, None where it is unknown; "ID" is the nation."""
    if code == NATION:
        return Region(NATION, NATION_NAME, "nasional", "negara", "")
    with open_read(engine) as connection:
        row = connection.execute(select(*_COLUMNS).where(Wilayah.code == code)).first()
    return None if row is None else Region(*row)


def read_path(engine: Engine, code: str) -> list[Region]:
    """The known regions from the top down to `code`, itself included; for the breadcrumb."""
    codes = [code[:length] for length in CODE_LENGTH.values() if length < len(code)] + [code]
    with open_read(engine) as connection:
        rows = connection.execute(
            select(*_COLUMNS).where(Wilayah.code.in_(codes)).order_by(func.length(Wilayah.code))
        ).all()
    return [Region(*row) for row in rows]


def read_regions(engine: Engine, scope_code: str, *levels: str) -> pd.DataFrame:
    """Regions of the given levels in a region, itself included: a row each, ordered by code.

    Columns: code, name, level, kind, parent_code, has_boundary. Regions whose validity has
    ended stand there too (`valid_until` set), since old facts refer to them.
    """
    question = (
        select(
            *_COLUMNS,
            Wilayah.bps_code,
            Wilayah.valid_until,
            Batas.wilayah_code.is_not(None).label("has_boundary"),
        )
        .join(Batas, Batas.wilayah_code == Wilayah.code, isouter=True)
        .where(within(Wilayah.code, scope_code))
        .order_by(Wilayah.code)
    )
    if levels:
        question = question.where(Wilayah.level.in_(levels))
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    columns = [column["name"] for column in question.column_descriptions]
    frame = make_frame(rows, columns=columns)
    return frame.astype({"has_boundary": bool})


def read_living(engine: Engine, scope_code: str, level: str) -> list[Region]:
    """Regions of a level in force inside a region, itself left out, ordered by code."""
    question = (
        select(*_COLUMNS)
        .where(
            within(Wilayah.code, scope_code),
            Wilayah.code != scope_code,
            Wilayah.level == level,
            Wilayah.valid_until.is_(None),
        )
        .order_by(Wilayah.code)
    )
    with open_read(engine) as connection:
        return [Region(*row) for row in connection.execute(question)]


def count_desa(engine: Engine) -> tuple[dict[str, int], set[str]]:
    """Numbers of desa in force by province, and the codes of those whose validity has ended."""
    province = func.substr(Wilayah.code, 1, CODE_LENGTH["provinsi"])
    is_desa = Wilayah.level == "desa"
    living = (
        select(province, func.count())
        .where(is_desa, Wilayah.valid_until.is_(None))
        .group_by(province)
    )
    ended = select(Wilayah.code).where(is_desa, Wilayah.valid_until.is_not(None))
    with open_read(engine) as connection:
        counts = {str(code): int(count) for code, count in connection.execute(living)}
        return counts, set(connection.scalars(ended))


def read_children(engine: Engine, parent_code: str) -> pd.DataFrame:
    """Regions right below one, puskesmas left out: code, name, level, ordered by name."""
    question = (
        select(Wilayah.code, Wilayah.name, Wilayah.level)
        .where(Wilayah.parent_code == parent_code, Wilayah.level != "puskesmas")
        .order_by(Wilayah.name, Wilayah.code)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return make_frame(rows, columns=["code", "name", "level"])


def read_top_regions(engine: Engine) -> pd.DataFrame:
    """Regions whose parent is not in the database: where the choice of region begins."""
    known = select(Wilayah.code)
    question = (
        select(Wilayah.code, Wilayah.name, Wilayah.level)
        .where(Wilayah.parent_code.not_in(known))
        .order_by(Wilayah.code)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return make_frame(rows, columns=["code", "name", "level"])


def read_default_region(engine: Engine) -> str | None:
    """Where a visitor starts: the smallest of kabupaten, province, nation that holds the data.

    Measurements decide, without them boundaries, without them the regions themselves. None while
    the database holds no region.
    """
    sources = (
        select(Kumpulan.kabupaten_code),
        select(Batas.wilayah_code).join(Wilayah).where(Wilayah.level == "kabupaten"),
        select(Wilayah.code).where(Wilayah.level == "kabupaten"),
    )
    for question in sources:
        with open_read(engine) as connection:
            codes = sorted(set(connection.scalars(question.distinct())))
        if codes:
            return _common_region(codes)
    return None


def _common_region(kabupaten_codes: list[str]) -> str:
    if len(kabupaten_codes) == 1:
        return kabupaten_codes[0]
    provinces = {code[: CODE_LENGTH["provinsi"]] for code in kabupaten_codes}
    return provinces.pop() if len(provinces) == 1 else NATION
