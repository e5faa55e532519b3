"""Questions about the budget: its snapshots, its lines, what tagging says of them."""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import ColumnElement, Engine, Select, and_, case, exists, func, or_, select

from data_access.database import open_read
from data_access.reads.frames import make_frame
from data_access.reads.scope import NATION
from data_access.schema import (
    SNAPSHOTS,
    Belanja,
    BiayaSatuan,
    Penandaan,
    Potret,
    Skpd,
    Subkegiatan,
    SubkegiatanTematik,
)
from geo.codes import level_of


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One snapshot of a region's budget; `kind` is one of rencana, murni, perubahan."""

    id: int
    wilayah_code: str
    year: int
    kind: str
    nomenclature: str | None


def read_snapshots(engine: Engine, wilayah_code: str) -> tuple[Snapshot, ...]:
    """The snapshots of a kabupaten's or province's budget, the newest first."""
    order = case({kind: place for place, kind in enumerate(SNAPSHOTS)}, value=Potret.kind)
    question = (
        select(Potret.id, Potret.wilayah_code, Potret.year, Potret.kind, Potret.nomenclature)
        .where(Potret.wilayah_code == wilayah_code)
        .order_by(Potret.year.desc(), order.desc())
    )
    with open_read(engine) as connection:
        return tuple(Snapshot(*row) for row in connection.execute(question))


_ACTIVITY = (
    Subkegiatan.id.label("subkegiatan_id"),
    Skpd.id.label("skpd_id"),
    Skpd.name.label("skpd_name"),
    Skpd.owner_code,
    Skpd.agency,
    Subkegiatan.sub_unit,
    Subkegiatan.program_code,
    Subkegiatan.program_name,
    Subkegiatan.kegiatan_code,
    Subkegiatan.kegiatan_name,
    Subkegiatan.code.label("subkegiatan_code"),
    Subkegiatan.name.label("subkegiatan_name"),
    Subkegiatan.is_marked,
)
_LINE = (
    Belanja.id.label("line_id"),
    Belanja.line_key,
    Belanja.account_code,
    Belanja.account_name,
    Belanja.fund,
    Belanja.description,
    Belanja.coefficient,
    Belanja.volume,
    Belanja.unit,
    Belanja.unit_price_idr,
    Belanja.total_idr,
    Belanja.realisation_idr,
    Belanja.status,
    Belanja.version,
)
_TAG = (
    Penandaan.id.label("tag_id"),
    Penandaan.belanja_id.label("line_id"),
    Penandaan.item_code,
    Penandaan.target_group,
    Penandaan.place_code,
    Penandaan.kind,
    Penandaan.amount_idr,
    Penandaan.basis,
    Penandaan.basis_value,
    Penandaan.is_divided,
    Penandaan.carried_from_id,
)


def read_activities(engine: Engine, snapshot: Snapshot) -> pd.DataFrame:
    """The sub kegiatan of a snapshot with the sums of their lines; a row a sub kegiatan.

    Columns: subkegiatan_id, skpd_id, skpd_name, owner_code, agency (None: nobody tags them yet),
    sub_unit, program_code, program_name, kegiatan_code, kegiatan_name, subkegiatan_code,
    subkegiatan_name, is_marked (None: nobody said), is_thematic (a list says so), line_count,
    total_idr, open_count (lines that nobody looked at), tagged_count, realisation_idr (NA where
    no line tells one).
    """
    question = (
        select(
            *_ACTIVITY,
            is_thematic(snapshot).label("is_thematic"),
            func.count(Belanja.id).label("line_count"),
            func.coalesce(func.sum(Belanja.total_idr), 0).label("total_idr"),
            func.coalesce(func.sum(_when("belum")), 0).label("open_count"),
            func.coalesce(func.sum(_when("bertanda")), 0).label("tagged_count"),
            func.sum(Belanja.realisation_idr).label("realisation_idr"),
        )
        .select_from(Subkegiatan)
        .join(Skpd, Skpd.id == Subkegiatan.skpd_id)
        .outerjoin(Belanja, Belanja.subkegiatan_id == Subkegiatan.id)
        .where(Subkegiatan.potret_id == snapshot.id)
        .group_by(Subkegiatan.id, Skpd.id)
        .order_by(Skpd.name, Subkegiatan.code, Subkegiatan.id)
    )
    frame = _ask(engine, question)
    whole = dict.fromkeys(("line_count", "total_idr", "open_count", "tagged_count"), "int64")
    typed = frame.astype({**whole, "realisation_idr": "Int64"})
    return typed.assign(is_thematic=typed["is_thematic"].astype(bool))


def read_lines(
    engine: Engine,
    snapshot: Snapshot,
    *,
    tagged_only: bool = False,
    subkegiatan_ids: tuple[int, ...] | None = None,
    owner: tuple[str, str] | None = None,
) -> pd.DataFrame:
    """The lines of a snapshot in the order of the file; a row a line.

    `owner`: (owner_code, agency) of the agency that tags them. Columns: those of `read_activities`
    up to is_marked, then line_id, line_key, account_code, account_name, fund, description,
    coefficient, volume, unit, unit_price_idr, total_idr (int64), realisation_idr (Int64, NA:
    not told), status (belum, bertanda, bukan), version.
    """
    question = (
        select(*_ACTIVITY, *_LINE)
        .select_from(Belanja)
        .join(Subkegiatan, Subkegiatan.id == Belanja.subkegiatan_id)
        .join(Skpd, Skpd.id == Subkegiatan.skpd_id)
        .where(Subkegiatan.potret_id == snapshot.id)
        .order_by(Skpd.name, Subkegiatan.code, Subkegiatan.id, Belanja.id)
    )
    if tagged_only:
        question = question.where(Belanja.status == "bertanda")
    if subkegiatan_ids is not None:
        question = question.where(Subkegiatan.id.in_(subkegiatan_ids))
    if owner is not None:
        question = question.where(Skpd.owner_code == owner[0], Skpd.agency == owner[1])
    frame = _ask(engine, question)
    return frame.astype({"total_idr": "int64", "realisation_idr": "Int64", "volume": "float64"})


def read_tags(engine: Engine, snapshot: Snapshot) -> pd.DataFrame:
    """The tags of a snapshot's lines; a row a tag.

    Columns: tag_id, line_id, item_code, target_group, place_code (None where the tag names
    none), kind, amount_idr (int64, rupiah), basis, basis_value, is_divided, carried_from_id.
    """
    question = (
        select(*_TAG)
        .join(Belanja, Belanja.id == Penandaan.belanja_id)
        .join(Subkegiatan, Subkegiatan.id == Belanja.subkegiatan_id)
        .where(Subkegiatan.potret_id == snapshot.id)
        .order_by(Penandaan.id)
    )
    frame = _ask(engine, question)
    typed = frame.astype({"amount_idr": "int64", "carried_from_id": "Int64"})
    return typed.assign(is_divided=typed["is_divided"].astype(bool))


def read_skpd(engine: Engine, wilayah_code: str) -> pd.DataFrame:
    """Agencies as SIPD names them: id, name, code, owner_code, agency, version; by name."""
    question = (
        select(Skpd.id, Skpd.name, Skpd.code, Skpd.owner_code, Skpd.agency, Skpd.version)
        .where(Skpd.wilayah_code == wilayah_code)
        .order_by(Skpd.name)
    )
    return _ask(engine, question)


def read_unit_costs(engine: Engine, wilayah_code: str) -> pd.DataFrame:
    """Unit costs of a region: item_code, year, cost_idr (int64), source, version, updated_by."""
    question = (
        select(
            BiayaSatuan.item_code,
            BiayaSatuan.year,
            BiayaSatuan.cost_idr,
            BiayaSatuan.source,
            BiayaSatuan.version,
            BiayaSatuan.updated_by,
        )
        .where(BiayaSatuan.wilayah_code == wilayah_code)
        .order_by(BiayaSatuan.item_code, BiayaSatuan.year)
    )
    return _ask(engine, question).astype({"cost_idr": "int64"})


def is_thematic(snapshot: Snapshot) -> ColumnElement[bool]:
    """Whether a sub kegiatan is on the national list of its level or on the region's own.

    By code, whatever nomenclature the list is of: lists lag behind the nomenclature by years.
    """
    same_level = SubkegiatanTematik.level == level_of(snapshot.wilayah_code)
    listed = and_(
        SubkegiatanTematik.code == Subkegiatan.code,
        same_level,
        or_(
            SubkegiatanTematik.wilayah_code == NATION,
            SubkegiatanTematik.wilayah_code == snapshot.wilayah_code,
        ),
    )
    return exists(select(SubkegiatanTematik.code).where(listed).correlate(Subkegiatan))


def _when(status: str) -> ColumnElement[int]:
    return case((Belanja.status == status, 1), else_=0)


def _ask(engine: Engine, question: Select[*tuple[object, ...]]) -> pd.DataFrame:
    with open_read(engine) as connection:
        answer = connection.execute(question)
        return make_frame(answer.all(), columns=list(answer.keys()))
