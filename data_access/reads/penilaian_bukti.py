"""What a year left behind as evidence of its assessment, of a region and all inside it at once."""

from datetime import datetime

import pandas as pd
from sqlalchemy import Engine, func, or_, select

from analysis.meetings import CLOSED
from analysis.stages import APPROVED, PartState
from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.reads.scope import CODE_LENGTH, within
from data_access.schema import (
    Kumpulan,
    Lampiran,
    LangkahTahapan,
    Pengukuran,
    Publikasi,
    Regulasi,
    Rembuk,
    Sumber,
    Tahapan,
)

_ROUTINE = "rutin"
_NUMBERED = ("rembuk:", "regulasi:", "publikasi:")


def read_parts_inside(engine: Engine, scope_code: str, year: int) -> list[PartState]:
    """Every part of a year that somebody has begun in a region or inside it."""
    columns = [getattr(Tahapan, name) for name in PartState.__annotations__]
    question = select(*columns).where(within(Tahapan.wilayah_code, scope_code))
    with open_read(engine) as connection:
        rows = connection.execute(question.where(Tahapan.year == year).order_by(Tahapan.id))
        return [PartState(*row) for row in rows]


def read_approval_moments(
    engine: Engine, scope_code: str, year: int
) -> dict[tuple[str, str], datetime]:
    """When a stage's last part was last approved, by (region, stage code); UTC.

    Also of stages that were opened again since: whether one is done now, its parts tell.
    """
    last = func.max(LangkahTahapan.at)
    question = (
        select(Tahapan.wilayah_code, Tahapan.stage, last)
        .join(LangkahTahapan, LangkahTahapan.tahapan_id == Tahapan.id)
        .where(
            within(Tahapan.wilayah_code, scope_code),
            Tahapan.year == year,
            LangkahTahapan.to_state == APPROVED,
        )
        .group_by(Tahapan.wilayah_code, Tahapan.stage)
    )
    with open_read(engine) as connection:
        return {(row[0], row[1]): row[2] for row in connection.execute(question)}


def read_attached_names(engine: Engine, scope_code: str, year: int) -> pd.DataFrame:
    """Attachments of a year's stages, and all of meetings, regulations and publications.

    Columns: wilayah_code, subject, file_name; the oldest first.
    """
    columns = (Lampiran.wilayah_code, Lampiran.subject, Lampiran.file_name)
    subjects = [Lampiran.subject.startswith(each) for each in _NUMBERED]
    subjects.append(Lampiran.subject.like(f"isian:%:{year}:%"))
    question = select(*columns).where(within(Lampiran.wilayah_code, scope_code), or_(*subjects))
    with open_read(engine) as connection:
        rows = connection.execute(question.order_by(Lampiran.id)).all()
    return make_frame(rows, columns=[column.key for column in columns])


def read_closed_meetings(engine: Engine, scope_code: str, year: int) -> pd.DataFrame:
    """Closed meetings of a year inside a region: id, wilayah_code, kind."""
    columns = (Rembuk.id, Rembuk.wilayah_code, Rembuk.kind)
    question = select(*columns).where(
        within(Rembuk.wilayah_code, scope_code), Rembuk.year == year, Rembuk.state == CLOSED
    )
    with open_read(engine) as connection:
        rows = connection.execute(question.order_by(Rembuk.id)).all()
    return make_frame(rows, columns=[column.key for column in columns])


def read_support(engine: Engine, scope_code: str, year: int) -> pd.DataFrame:
    """Regulations and publications of a year inside a region, a row each.

    Columns: kind ("regulasi", "publikasi"), id, wilayah_code, stage (short name, or "semua"),
    title, link (None without one).
    """
    columns = ["kind", "id", "wilayah_code", "stage", "title", "link"]
    found: list[tuple[object, ...]] = []
    with open_read(engine) as connection:
        for name, table, title in (
            ("regulasi", Regulasi, Regulasi.subject),
            ("publikasi", Publikasi, Publikasi.title),
        ):
            link = Publikasi.link if table is Publikasi else None
            shown = [table.id, table.wilayah_code, table.stage, title]
            question = (
                select(*shown, *([link] if link is not None else []))
                .where(within(table.wilayah_code, scope_code), table.year == year)
                .order_by(table.id)
            )
            rows = connection.execute(question)
            found += [(name, *row, *([None] if link is None else [])) for row in rows]
    return make_frame(found, columns=columns)


def read_routine_periods(engine: Engine, scope_code: str) -> list[tuple[str, str]]:
    """Routine sources with the months that they measured in or around a region, by both."""
    area = scope_code[: CODE_LENGTH["kabupaten"]]
    question = (
        select(Kumpulan.source, Kumpulan.period)
        .join(Sumber, Sumber.name == Kumpulan.source)
        .where(
            Kumpulan.topic == "pengukuran",
            Sumber.kind == _ROUTINE,
            within(Kumpulan.kabupaten_code, area),
        )
        .distinct()
        .order_by(Kumpulan.source, Kumpulan.period)
    )
    with open_read(engine) as connection:
        return [(row[0], row[1]) for row in connection.execute(question)]


def read_measured_sums(
    engine: Engine, scope_code: str, source: str, periods: tuple[str, str], length: int
) -> pd.DataFrame:
    """Stunted and measured children of units that know both, by the first signs of their code.

    `length`: how many signs of a unit's code name the region. Columns: code, period,
    stunting_jiwa, diukur_jiwa.
    """
    code = func.substr(Pengukuran.unit_code, 1, length).label("code")
    question = (
        select(
            code,
            Pengukuran.period,
            func.sum(Pengukuran.stunting_jiwa),
            func.sum(Pengukuran.diukur_jiwa),
        )
        .where(
            Pengukuran.source == source,
            Pengukuran.period.in_(periods),
            Pengukuran.stunting_jiwa.is_not(None),
            Pengukuran.diukur_jiwa.is_not(None),
            within(Pengukuran.unit_code, scope_code),
        )
        .group_by(code, Pengukuran.period)
    )
    with open_read(engine) as connection:
        rows = connection.execute(question).all()
    return make_frame(rows, columns=["code", "period", "stunting_jiwa", "diukur_jiwa"])
