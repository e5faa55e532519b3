"""The transactions that withdraw an import: what it brought goes, what it replaced comes back."""

from sqlalchemy import Connection, Engine, select, update
from sqlalchemy.exc import IntegrityError

from data_access.database import open_write
from data_access.schema import Batch
from data_access.writes.batches import move_version
from data_access.writes.topic_locks import lock_topic
from data_access.writes.withdrawal_refusal import NotWithdrawableError
from data_access.writes.withdrawn_facilities import withdraw_facilities
from data_access.writes.withdrawn_facts import withdraw_measurements, withdraw_surveys
from data_access.writes.withdrawn_regions import withdraw_regions


def withdraw_import(engine: Engine, actor: str, batch_id: int) -> int:
    """Withdraw an import as a whole in one transaction; gives the number of rows withdrawn.

    Its rows are deleted and those that it replaced stand again, each in the history; the states
    of the imports follow. Raises NotWithdrawableError where a later import or other data depend
    on it, and StageLockedError where the measurement stage is submitted, verified or approved.
    """
    try:
        return _withdraw(engine, actor, batch_id)
    except IntegrityError as error:  # what it replaced refers to what is no longer there
        raise NotWithdrawableError("sudah_berubah") from error


def _withdraw(engine: Engine, actor: str, batch_id: int) -> int:
    with open_write(engine, actor) as connection:
        kind = connection.scalar(select(Batch.kind).where(Batch.id == batch_id))
        if kind is None:
            raise NotWithdrawableError("tidak_ada")
        if kind not in _WITHDRAWALS:
            raise NotWithdrawableError("jenis_tetap")
        lock_topic(connection, kind)
        _demand_current(connection, batch_id)
        count = _WITHDRAWALS[kind](connection, batch_id, actor)
        connection.execute(update(Batch).where(Batch.id == batch_id).values(status="ditarik"))
        for topic in (kind, "batch"):
            move_version(connection, topic)
        return count


_WITHDRAWALS = {
    "pengukuran": withdraw_measurements,
    "survei": withdraw_surveys,
    "wilayah": withdraw_regions,
    "fasilitas": withdraw_facilities,
}


def _demand_current(connection: Connection, batch_id: int) -> None:
    question = select(Batch.status, Batch.replaced_by_id).where(Batch.id == batch_id)
    row = connection.execute(question.with_for_update()).one()
    if row.status == "ditarik":
        raise NotWithdrawableError("sudah_ditarik")
    if row.status != "berlaku":
        raise NotWithdrawableError("sudah_digantikan", impor=row.replaced_by_id)
