"""Questions about tagging: lines as they stand, who changed them, their tags."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Engine, Select, func, select

from data_access.database import open_read
from data_access.reads.anggaran import Snapshot
from data_access.reads.frames import make_frame
from data_access.schema import Belanja, Penandaan, Potret, Riwayat, Skpd, Subkegiatan

Writer = tuple[str, datetime]
"""The account that wrote, and when (UTC)."""
_PORTION = 400  # SQLite bounds how many values a condition may hold
TAG_COLUMNS = (
    Penandaan.item_code,
    Penandaan.target_group,
    Penandaan.place_code,
    Penandaan.kind,
    Penandaan.amount_idr,
    Penandaan.basis,
    Penandaan.basis_value,
    Penandaan.is_divided,
)


@dataclass(frozen=True, slots=True)
class LineState:
    """A line of spending as it stands now, and who tags it (None: nobody is paired yet).

    `kind` and `year` are its snapshot's.
    """

    line_id: int
    snapshot_id: int
    wilayah_code: str
    year: int
    kind: str
    owner_code: str | None
    agency: str | None
    status: str
    version: int
    total_idr: int
    volume: float | None


def read_line_states(engine: Engine, line_ids: Sequence[int]) -> dict[int, LineState]:
    """Lines by number as they stand; a number that is no line is left out."""
    with open_read(engine) as connection:
        return find_line_states(connection, line_ids)


def find_line_states(
    connection: Connection, line_ids: Sequence[int], *, hold: bool = False
) -> dict[int, LineState]:
    """`read_line_states` inside a transaction; `hold`: others wait for the lines until it ends."""
    found: dict[int, LineState] = {}
    for portion in split_numbers(sorted(set(line_ids))):
        question = (
            select(
                Belanja.id,
                Subkegiatan.potret_id,
                Belanja.wilayah_code,
                Potret.year,
                Potret.kind,
                Skpd.owner_code,
                Skpd.agency,
                Belanja.status,
                Belanja.version,
                Belanja.total_idr,
                Belanja.volume,
            )
            .join(Subkegiatan, Subkegiatan.id == Belanja.subkegiatan_id)
            .join(Potret, Potret.id == Subkegiatan.potret_id)
            .join(Skpd, Skpd.id == Subkegiatan.skpd_id)
            .where(Belanja.id.in_(portion))
            .order_by(Belanja.id)
        )
        asked = question.with_for_update(of=Belanja) if hold else question
        found |= {row[0]: LineState(*row) for row in connection.execute(asked)}
    return found


def find_line_writers(connection: Connection, line_ids: Sequence[int]) -> dict[int, Writer]:
    """Who changed each line or its tags last and when, by the history."""
    found: dict[int, Writer] = {}
    for portion in split_numbers(sorted(set(line_ids))):
        question = (
            select(Riwayat.row_key, Riwayat.actor, Riwayat.at)
            .where(
                Riwayat.table_name == Belanja.__tablename__,
                Riwayat.row_key.in_([str(number) for number in portion]),
            )
            .order_by(Riwayat.id)
        )
        for row in connection.execute(question):
            found[int(row.row_key)] = (row.actor, _in_utc(row.at))
    return found


def read_activity_owners(
    engine: Engine, snapshot: Snapshot, subkegiatan_ids: Sequence[int]
) -> dict[int, tuple[str | None, str | None]]:
    """Who tags the lines of some sub kegiatan of a snapshot: (owner_code, agency) by number."""
    question = (
        select(Subkegiatan.id, Skpd.owner_code, Skpd.agency)
        .join(Skpd, Skpd.id == Subkegiatan.skpd_id)
        .where(Subkegiatan.potret_id == snapshot.id, Subkegiatan.id.in_(subkegiatan_ids))
    )
    with open_read(engine) as connection:
        return {row[0]: (row[1], row[2]) for row in connection.execute(question)}


def read_tags_of_activities(
    engine: Engine, snapshot: Snapshot, subkegiatan_ids: Sequence[int]
) -> pd.DataFrame:
    """The tags of the lines of some sub kegiatan: columns of `reads.anggaran.read_tags`."""
    question = (
        select(
            Penandaan.id.label("tag_id"),
            Penandaan.belanja_id.label("line_id"),
            *TAG_COLUMNS,
            Penandaan.carried_from_id,
        )
        .join(Belanja, Belanja.id == Penandaan.belanja_id)
        .join(Subkegiatan, Subkegiatan.id == Belanja.subkegiatan_id)
        .where(Subkegiatan.potret_id == snapshot.id, Subkegiatan.id.in_(subkegiatan_ids))
        .order_by(Penandaan.id)
    )
    return type_tags(ask_frame(engine, question)).astype({"carried_from_id": "Int64"})


def read_tagged_sums(engine: Engine, snapshot: Snapshot) -> pd.DataFrame:
    """Tagged money by sub kegiatan: subkegiatan_id, tagged_idr, tag_count (int64, rupiah)."""
    question = (
        select(
            Belanja.subkegiatan_id.label("subkegiatan_id"),
            func.sum(Penandaan.amount_idr).label("tagged_idr"),
            func.count(Penandaan.id).label("tag_count"),
        )
        .join(Belanja, Belanja.id == Penandaan.belanja_id)
        .join(Subkegiatan, Subkegiatan.id == Belanja.subkegiatan_id)
        .where(Subkegiatan.potret_id == snapshot.id)
        .group_by(Belanja.subkegiatan_id)
    )
    return ask_frame(engine, question).astype({"tagged_idr": "int64", "tag_count": "int64"})


def has_tags(engine: Engine, snapshot: Snapshot, owner: tuple[str, str] | None = None) -> bool:
    """Tell whether any line of a snapshot is tagged; `owner`: among those of one agency alone."""
    question = (
        select(Penandaan.id)
        .join(Belanja, Belanja.id == Penandaan.belanja_id)
        .join(Subkegiatan, Subkegiatan.id == Belanja.subkegiatan_id)
        .join(Skpd, Skpd.id == Subkegiatan.skpd_id)
        .where(Subkegiatan.potret_id == snapshot.id, Belanja.status == "bertanda")
    )
    if owner is not None:
        question = question.where(Skpd.owner_code == owner[0], Skpd.agency == owner[1])
    with open_read(engine) as connection:
        return connection.execute(question.limit(1)).first() is not None


def type_tags(frame: pd.DataFrame) -> pd.DataFrame:
    """Tags with whole rupiah and plain booleans."""
    typed = frame.astype({"amount_idr": "int64", "basis_value": "float64"})
    return typed.assign(is_divided=typed["is_divided"].astype(bool))


def split_numbers(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    """Portions that a condition may hold."""
    return (numbers[start : start + _PORTION] for start in range(0, len(numbers), _PORTION))


def _in_utc(at: datetime) -> datetime:
    # SQLite gives times back without their zone; they are stored in UTC.
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def ask_frame(engine: Engine, question: Select[*tuple[Any, ...]]) -> pd.DataFrame:
    """The answer to a question as a frame."""
    with open_read(engine) as connection:
        answer = connection.execute(question)
        return make_frame(answer.all(), columns=list(answer.keys()))
