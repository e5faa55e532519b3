"""Rows of one table put back as they stood before an import, from its own history.

What an import replaced was deleted in its own transaction, under the change number that its own
row in the history has. A row is put back by a change, never by a bare insert, so that the history
names it: rows of a batch are not recorded when they are first stored.
"""

from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, delete, func, insert, select, update

from data_access.schema import Batch, Riwayat
from data_access.writes.withdrawal_refusal import NotWithdrawableError

Row = dict[str, Any]
Key = tuple[Any, ...]


def find_change(connection: Connection, batch_id: int) -> str:
    """The change number under which an import was stored."""
    question = select(Riwayat.change_id).where(
        Riwayat.table_name == "batch", Riwayat.row_key == str(batch_id), Riwayat.action == "tambah"
    )
    change_id = connection.scalar(question.limit(1))
    if change_id is None:
        raise NotWithdrawableError("tanpa_riwayat")
    return change_id


def read_changes(connection: Connection, change_id: str, table: str, action: str) -> list[Row]:
    """The rows of a table in one change: before, for additions after."""
    column = Riwayat.after if action == "tambah" else Riwayat.before
    question = select(column).where(
        Riwayat.change_id == change_id, Riwayat.table_name == table, Riwayat.action == action
    )
    return [dict(row) for row in connection.scalars(question.order_by(Riwayat.id)) if row]


def put_back(connection: Connection, table: Table, batch_id: int, replaced: list[Row]) -> None:
    """Delete an import's rows and let those that it replaced stand again.

    Raises NotWithdrawableError where another import has since stored a row in the place of one.
    """
    own = {_key(table, row) for row in _read_rows(connection, table, batch_id)}
    earlier = {_key(table, row): row for row in replaced}
    absent = [row for key, row in earlier.items() if key not in own]
    _demand_free(connection, table, absent)
    gone = [_binds(table, dict(zip(_names(table), key, strict=True))) for key in own - set(earlier)]
    if gone:
        connection.execute(delete(table).where(_at(table)), gone)
    if absent:
        connection.execute(insert(table), [{**row, "batch_id": batch_id} for row in absent])
    if earlier:
        values = [c.name for c in table.columns if c.name not in _names(table)]
        statement = update(table).where(_at(table)).values({n: bindparam(f"v_{n}") for n in values})
        connection.execute(
            statement,
            [
                _binds(table, row) | {f"v_{name}": row[name] for name in values}
                for row in earlier.values()
            ],
        )


def restore_states(connection: Connection, table: Table, batch_id: int, change_id: str) -> None:
    """Set the states of the imports that one had replaced by how many of their rows stand."""
    states = read_changes(connection, change_id, "batch", "ubah")
    for before in states:
        left = connection.scalar(
            select(func.count()).select_from(table).where(table.c.batch_id == before["id"])
        )
        now = connection.execute(
            select(Batch.row_count, Batch.replaced_by_id).where(Batch.id == before["id"])
        ).one()
        by_id = before["replaced_by_id"] if now.replaced_by_id == batch_id else now.replaced_by_id
        status = "sebagian digantikan" if left else "digantikan"
        if left and left >= now.row_count:
            status, by_id = "berlaku", None
        connection.execute(
            update(Batch)
            .where(Batch.id == before["id"])
            .values(status=status, replaced_by_id=by_id)
        )


def demand_whole(connection: Connection, table: Table, batch_id: int) -> None:
    """Raise NotWithdrawableError unless every row that an import brought still stands."""
    stored = connection.scalar(select(Batch.row_count).where(Batch.id == batch_id))
    left = connection.scalar(
        select(func.count()).select_from(table).where(table.c.batch_id == batch_id)
    )
    if left != stored:
        raise NotWithdrawableError("sudah_berubah")


def _read_rows(connection: Connection, table: Table, batch_id: int) -> list[Row]:
    columns = [table.c[name] for name in _names(table)]
    rows = connection.execute(select(*columns).where(table.c.batch_id == batch_id))
    return [dict(row._mapping) for row in rows]


def _demand_free(connection: Connection, table: Table, rows: list[Row]) -> None:
    for row in rows:
        question = select(table.c.batch_id).where(
            and_(*(table.c[name] == row[name] for name in _names(table)))
        )
        other = connection.scalar(question)
        if other is not None:
            raise NotWithdrawableError("ditimpa_impor_lain", impor=other)


def _names(table: Table) -> list[str]:
    return [column.name for column in table.primary_key.columns]


def _key(table: Table, row: Row) -> Key:
    return tuple(row[name] for name in _names(table))


def _at(table: Table) -> Any:
    return and_(*(table.c[name] == bindparam(f"k_{name}") for name in _names(table)))


def _binds(table: Table, row: Row) -> Row:
    return {f"k_{name}": row[name] for name in _names(table)}
