"""What stands of a snapshot, for whoever stores another file of it."""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from data_access.schema import Belanja, Penandaan, Potret, Skpd, Subkegiatan

_PORTION = 5_000


class Figures(NamedTuple):
    """What tags depend on: where one of these changes, the line is to be looked at again."""

    volume: float | None
    unit_price_idr: float | None
    total_idr: int


class Details(NamedTuple):
    """What may change without touching the tags of a line."""

    account_name: str | None
    coefficient: str | None
    realisation_idr: int | None


class StoredLine(NamedTuple):
    """A line as it stands; `skpd_id` tells whose it is."""

    id: int
    line_key: str
    skpd_id: int
    figures: Figures
    details: Details
    status: str
    version: int
    batch_id: int | None


class StoredSkpd(NamedTuple):
    """An agency as SIPD names it, and who tags its lines (None: nobody yet)."""

    id: int
    name: str
    code: str | None
    owner_code: str | None
    agency: str | None
    version: int


class StoredActivity(NamedTuple):
    """A sub kegiatan of a snapshot."""

    id: int
    skpd_id: int
    sub_unit: str | None
    code: str
    name: str
    kegiatan_code: str | None
    kegiatan_name: str | None
    program_code: str | None
    program_name: str | None
    is_marked: bool | None
    version: int


def find_snapshot(connection: Connection, wilayah_code: str, year: int, kind: str) -> int | None:
    """The number of a snapshot, None where it does not stand yet."""
    question = select(Potret.id).filter_by(wilayah_code=wilayah_code, year=year, kind=kind)
    return connection.scalar(question)


def list_skpd(connection: Connection, wilayah_code: str) -> list[StoredSkpd]:
    """All agencies of a region's budgets, as SIPD names them."""
    columns = (Skpd.id, Skpd.name, Skpd.code, Skpd.owner_code, Skpd.agency, Skpd.version)
    question = select(*columns).where(Skpd.wilayah_code == wilayah_code).order_by(Skpd.id)
    return [StoredSkpd(*row) for row in connection.execute(question)]


def list_activities(
    connection: Connection, snapshot_id: int, skpd_ids: Collection[int]
) -> list[StoredActivity]:
    """The sub kegiatan of some agencies in a snapshot."""
    columns = [getattr(Subkegiatan, name) for name in StoredActivity._fields]
    question = select(*columns).where(
        Subkegiatan.potret_id == snapshot_id, Subkegiatan.skpd_id.in_(list(skpd_ids))
    )
    return [StoredActivity(*row) for row in connection.execute(question)]


def list_lines(
    connection: Connection, snapshot_id: int, skpd_ids: Collection[int], *, hold: bool = False
) -> list[StoredLine]:
    """The lines of some agencies in a snapshot; `hold` keeps other writers off them."""
    question = (
        select(
            Belanja.id,
            Belanja.line_key,
            Subkegiatan.skpd_id,
            Belanja.volume,
            Belanja.unit_price_idr,
            Belanja.total_idr,
            Belanja.account_name,
            Belanja.coefficient,
            Belanja.realisation_idr,
            Belanja.status,
            Belanja.version,
            Belanja.batch_id,
        )
        .join(Subkegiatan, Subkegiatan.id == Belanja.subkegiatan_id)
        .where(Subkegiatan.potret_id == snapshot_id, Subkegiatan.skpd_id.in_(list(skpd_ids)))
        .order_by(Belanja.id)
    )
    if hold:
        question = question.with_for_update(of=Belanja)
    return [
        StoredLine(*r[:3], Figures(*r[3:6]), Details(*r[6:9]), r[9], r[10], r[11])
        for r in connection.execute(question)
    ]


def count_tags(connection: Connection, line_ids: Collection[int]) -> dict[int, int]:
    """How many tags some lines have, by line; lines without any are left out."""
    counts: dict[int, int] = {}
    for portion in portions(line_ids):
        question = select(Penandaan.belanja_id, func.count()).where(
            Penandaan.belanja_id.in_(portion)
        )
        rows = connection.execute(question.group_by(Penandaan.belanja_id))
        counts |= {row[0]: row[1] for row in rows}
    return counts


def portions(ids: Collection[int]) -> list[list[int]]:
    """Numbers in portions that a statement can name."""
    listed = list(ids)
    return [listed[start : start + _PORTION] for start in range(0, len(listed), _PORTION)]
