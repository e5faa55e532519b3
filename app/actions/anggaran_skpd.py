"""Bappeda says which agency tags the lines of an SKPD."""

from dataclasses import dataclass

from sqlalchemy import Engine

from app.access import Account, demand
from app.actions.anggaran_checks import describe_lock
from app.actions.anggaran_pairing import read_owners
from data_access.writes.anggaran_set import Pair
from data_access.writes.anggaran_skpd import PairConflict, pair_skpd
from data_access.writes.tahapan import StageLockedError
from geo.findings import Finding

_KINDS = {"berjalan": "murni", "perubahan": "perubahan", "depan": "rencana"}


@dataclass(frozen=True, slots=True)
class PairResult:
    """What pairing came to: done, or what kept it from being written."""

    conflict: PairConflict | None = None
    refusal: Finding | None = None

    @property
    def is_done(self) -> bool:
        """Tell whether it is as the person wanted."""
        return self.conflict is None and self.refusal is None


def set_pair(
    engine: Engine,
    person: Account | None,
    *,
    wilayah_code: str,
    name: str,
    pair: Pair | None,
    base_version: int,
) -> PairResult:
    """Pair an SKPD with who tags its lines, or take them apart; `base_version` as seen.

    Raises NotAllowedError unless the person is Bappeda of the region, ValueError for an agency
    that tags nothing of this budget.
    """
    known = demand(person, "atur_penanggung_jawab", wilayah_code)
    if pair is not None and pair not in read_owners(engine, wilayah_code):
        raise ValueError(f"no agency of {wilayah_code}: {pair}")
    try:
        conflict = pair_skpd(
            engine,
            known.username,
            wilayah_code=wilayah_code,
            name=name,
            pair=pair,
            base_version=base_version,
        )
    except StageLockedError as error:
        kind = _KINDS[error.stage.rpartition("-")[2]]
        return PairResult(refusal=describe_lock(name, error.state, kind))
    return PairResult(conflict)
