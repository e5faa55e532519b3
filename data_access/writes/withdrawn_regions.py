"""Withdrawing an import of regions: only what nothing depends on and that replaced nothing."""

from sqlalchemy import Connection, delete, func, or_, select

from data_access.layers import rebuild_layers
from data_access.reads.scope import NATION, within
from data_access.schema import Batas, LapisanPeta, Riwayat, Wilayah
from data_access.writes.region_references import find_reference
from data_access.writes.withdrawal_refusal import NotWithdrawableError
from data_access.writes.withdrawn_rows import find_change


def withdraw_regions(connection: Connection, batch_id: int, _actor: str) -> int:
    """Withdraw regions and boundaries and draw the layers anew; gives the number of regions."""
    _demand_nothing_replaced(connection, batch_id)
    brought = select(Wilayah.code).where(Wilayah.batch_id == batch_id)
    table = find_reference(connection, brought, batch_id)
    if table is not None:
        raise NotWithdrawableError("wilayah_dipakai", tabel=table)
    drawn = list(connection.scalars(select(Batas.wilayah_code).where(Batas.batch_id == batch_id)))
    count = connection.scalar(
        select(func.count()).select_from(Wilayah).where(Wilayah.batch_id == batch_id)
    )
    connection.execute(delete(Batas).where(Batas.batch_id == batch_id))
    connection.execute(delete(Wilayah).where(Wilayah.batch_id == batch_id))
    if drawn:
        _redraw(connection, drawn)
    return int(count or 0)


def _demand_nothing_replaced(connection: Connection, batch_id: int) -> None:
    change_id = find_change(connection, batch_id)
    replaced = select(Riwayat.id).where(
        Riwayat.change_id == change_id,
        Riwayat.table_name.in_(("wilayah", "batas")),
        Riwayat.action.in_(("ubah", "hapus")),
    )
    if connection.scalar(replaced.limit(1)) is not None:
        raise NotWithdrawableError("menggantikan_wilayah")
    ours = or_(
        Riwayat.row_key.in_(select(Wilayah.code).where(Wilayah.batch_id == batch_id)),
        Riwayat.row_key.in_(select(Batas.wilayah_code).where(Batas.batch_id == batch_id)),
    )
    changed_since = select(Riwayat.id).where(
        Riwayat.table_name.in_(("wilayah", "batas")), Riwayat.action == "ubah", ours
    )
    if connection.scalar(changed_since.limit(1)) is not None:
        raise NotWithdrawableError("sudah_berubah")


def _redraw(connection: Connection, codes: list[str]) -> None:
    """Layers of the kabupaten, the provinces and the nation, from what is left to draw."""
    provinces = sorted({code[:2] for code in codes})
    scopes = {code[:5] for code in codes} | {*provinces, NATION}
    connection.execute(delete(LapisanPeta).where(LapisanPeta.scope_code.in_(sorted(scopes))))
    left = list(provinces)
    for kabupaten_code in sorted({code[:5] for code in codes if len(code) >= 5}):
        near = select(Batas.wilayah_code).where(within(Batas.wilayah_code, kabupaten_code))
        left += connection.scalars(near)
    rebuild_layers(connection, left, {})
