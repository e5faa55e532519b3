"""Withdrawing an import: who may, and why not where it cannot be."""

from dataclasses import dataclass

from sqlalchemy import Engine

from app.access import Account, NotAllowedError, may, may_somewhere
from app.actions.fasilitas import may_bring
from app.actions.outcome import describe_stage_error
from app.actions.pengukuran import AGENCY
from data_access.reads.batches import read_batch, read_batch_regions
from data_access.reads.scope import NATION
from data_access.writes.tahapan import StageLockedError
from data_access.writes.withdrawal_refusal import NotWithdrawableError
from data_access.writes.withdrawals import withdraw_import
from geo.findings import Finding

# What brings a kind of data may take it back; so may who restores.
_ACTIONS = {
    "pengukuran": "isi",
    "survei": "impor_survei",
    "wilayah": "impor_wilayah",
    "fasilitas": "isi",
}
_RESTORES = "pulihkan"


@dataclass(frozen=True, slots=True)
class WithdrawOutcome:
    """How many rows were withdrawn, or why none were."""

    row_count: int = 0
    refusal: Finding | None = None


def may_withdraw(engine: Engine, person: Account | None, batch_id: int) -> bool:
    """Tell whether a person may withdraw an import: every kabupaten in it must be theirs."""
    if not _may_any(person):
        return False
    batch = read_batch(engine, batch_id)
    if batch is None or batch.kind not in _ACTIONS:
        return False
    regions = read_batch_regions(engine, batch_id, batch.kind)
    if batch.kind == "wilayah":  # a province goes only with its kabupaten, for which is asked
        regions = [code for code in regions if len(code) >= 5] or regions
    return all(_may_one(person, batch.kind, code) for code in regions or [NATION])


def withdraw_batch(engine: Engine, person: Account | None, batch_id: int) -> WithdrawOutcome:
    """Withdraw an import as a whole, or say why it cannot be; NotAllowedError for a stranger."""
    if person is None or not may_withdraw(engine, person, batch_id):
        raise NotAllowedError(_RESTORES, NATION, "")
    try:
        return WithdrawOutcome(withdraw_import(engine, person.username, batch_id))
    except NotWithdrawableError as error:
        refused = Finding(f"tarik_{error.reason}", "galat", values=error.figures)
        return WithdrawOutcome(refusal=refused)
    except StageLockedError as error:
        return WithdrawOutcome(refusal=describe_stage_error(error))


def _may_any(person: Account | None) -> bool:
    return any(may_somewhere(person, action) for action in (*_ACTIONS.values(), _RESTORES))


def _may_one(person: Account | None, kind: str, code: str) -> bool:
    if kind == "fasilitas" and may_bring(person, code):
        return True
    agency = AGENCY if kind in {"pengukuran", "fasilitas"} else ""
    return may(person, _ACTIONS[kind], code, agency) or (
        kind != "survei" and may(person, _RESTORES, code, agency)
    )
