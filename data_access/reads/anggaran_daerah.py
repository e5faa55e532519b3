"""One question about the budgets of many regions at once: how much of each is tagged."""

import pandas as pd
from sqlalchemy import Engine, case, func, select

from data_access.database import open_read
from data_access.reads.scope import within
from data_access.schema import Belanja, Penandaan, Potret, Subkegiatan

_WHOLE = ["total_idr", "tagged_idr", "serving_idr"]
_SERVING = ("sasaran", "layanan")


def read_budget_totals(engine: Engine, scope_code: str, year: int, kind: str) -> pd.DataFrame:
    """The budgets of one kind and year inside a region, that of the region itself too.

    Columns: wilayah_code (the owner), total_idr (all lines), tagged_idr, serving_idr (tagged for
    target groups and services), int64 rupiah; a row an owner that has the snapshot, by code.
    """
    chosen = (within(Potret.wilayah_code, scope_code), Potret.year == year, Potret.kind == kind)
    lines = (
        select(Potret.wilayah_code, func.coalesce(func.sum(Belanja.total_idr), 0))
        .outerjoin(Subkegiatan, Subkegiatan.potret_id == Potret.id)
        .outerjoin(Belanja, Belanja.subkegiatan_id == Subkegiatan.id)
        .where(*chosen)
        .group_by(Potret.wilayah_code)
        .order_by(Potret.wilayah_code)
    )
    serving = case((Penandaan.kind.in_(_SERVING), Penandaan.amount_idr), else_=0)
    tags = (
        select(Potret.wilayah_code, func.sum(Penandaan.amount_idr), func.sum(serving))
        .join(Subkegiatan, Subkegiatan.potret_id == Potret.id)
        .join(Belanja, Belanja.subkegiatan_id == Subkegiatan.id)
        .join(Penandaan, Penandaan.belanja_id == Belanja.id)
        .where(*chosen)
        .group_by(Potret.wilayah_code)
    )
    with open_read(engine) as connection:
        totals = {code: int(total) for code, total in connection.execute(lines)}
        tagged = {code: (int(all_), int(part)) for code, all_, part in connection.execute(tags)}
    rows = [(code, total, *tagged.get(code, (0, 0))) for code, total in totals.items()]
    table = pd.DataFrame(rows, columns=["wilayah_code", *_WHOLE])
    return table.astype(dict.fromkeys(_WHOLE, "int64"))
