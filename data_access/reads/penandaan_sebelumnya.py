"""What the earlier snapshot of the same budget year said of lines: their figures and tags."""

from collections.abc import Iterable, Sequence

import pandas as pd
from sqlalchemy import Engine, and_, select
from sqlalchemy.orm import aliased

from analysis.budget_calendar import find_earlier_kind
from data_access.reads.anggaran import Snapshot
from data_access.reads.penandaan import TAG_COLUMNS, ask_frame, split_numbers, type_tags
from data_access.schema import Belanja, Penandaan, Subkegiatan


def find_earlier(snapshots: Iterable[Snapshot], snapshot: Snapshot) -> Snapshot | None:
    """The snapshot of the same budget year with which one is compared, None where there is none."""
    kind = find_earlier_kind(snapshot.kind)
    return next((s for s in snapshots if (s.year, s.kind) == (snapshot.year, kind)), None)


def read_earlier_lines(
    engine: Engine, snapshot: Snapshot, earlier: Snapshot, subkegiatan_ids: Sequence[int]
) -> pd.DataFrame:
    """What an earlier snapshot said of the same lines of some sub kegiatan; a row a line.

    Columns: line_id (in `snapshot`), before_id, before_status, before_total_idr (int64),
    before_volume, before_unit_price_idr. Lines that are new in `snapshot` are left out.
    """
    now, before, old_activity = aliased(Belanja), aliased(Belanja), aliased(Subkegiatan)
    question = (
        select(
            now.id.label("line_id"),
            before.id.label("before_id"),
            before.status.label("before_status"),
            before.total_idr.label("before_total_idr"),
            before.volume.label("before_volume"),
            before.unit_price_idr.label("before_unit_price_idr"),
        )
        .join(Subkegiatan, Subkegiatan.id == now.subkegiatan_id)
        # By the sub kegiatan first, whose lines an index finds; a line's key alone has none.
        .join(
            old_activity,
            and_(
                old_activity.skpd_id == Subkegiatan.skpd_id,
                old_activity.code == Subkegiatan.code,
            ),
        )
        .join(
            before,
            and_(before.subkegiatan_id == old_activity.id, before.line_key == now.line_key),
        )
        .where(
            Subkegiatan.potret_id == snapshot.id,
            now.subkegiatan_id.in_(subkegiatan_ids),
            old_activity.potret_id == earlier.id,
        )
        .order_by(now.id)
    )
    kinds = {"before_total_idr": "int64", "before_volume": "float64"}
    return ask_frame(engine, question).astype(kinds)


def read_earlier_tags(engine: Engine, before_ids: Sequence[int]) -> pd.DataFrame:
    """The tags of lines of an earlier snapshot: tag_id, before_id and what a tag says."""
    columns = (Penandaan.id.label("tag_id"), Penandaan.belanja_id.label("before_id"), *TAG_COLUMNS)
    parts = [
        ask_frame(
            engine, select(*columns).where(Penandaan.belanja_id.in_(each)).order_by(Penandaan.id)
        )
        for each in split_numbers(sorted(set(before_ids)))
    ]
    empty = pd.DataFrame(columns=[column.key for column in columns])
    return type_tags(pd.concat(parts, ignore_index=True) if parts else empty)
