"""Withdrawing an import of facilities: what it replaced stands again."""

from typing import Any

from sqlalchemy import Connection, select

from data_access.schema import Batch, Fasilitas
from data_access.writes.withdrawn_rows import (
    demand_whole,
    find_change,
    put_back,
    read_changes,
    restore_states,
)

_TABLE: Any = Fasilitas.__table__


def withdraw_facilities(connection: Connection, batch_id: int, _actor: str) -> int:
    """Withdraw facilities; gives their number."""
    change_id = find_change(connection, batch_id)
    demand_whole(connection, _TABLE, batch_id)
    count = connection.scalar(select(Batch.row_count).where(Batch.id == batch_id))
    replaced = read_changes(connection, change_id, _TABLE.name, "hapus")
    put_back(connection, _TABLE, batch_id, replaced)
    restore_states(connection, _TABLE, batch_id, change_id)
    return int(count or 0)
