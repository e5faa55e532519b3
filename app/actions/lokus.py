"""Choosing desa as lokus by a decree, and a region's own meaning of "tinggi" and "rendah"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Engine

from analysis.problem_settings import ProblemSettings
from app.access import Account, demand
from app.actions.region_choice import save_region_choice
from app.actions.stage_checks import FIRST_YEAR
from app.problem_figures import SETTING_KEY, settings_to
from data_access.database import open_read
from data_access.reads.lokus import read_desa_in_force
from data_access.writes.lokus import Decree, LokusChange, LokusConflict, save_lokus
from geo.escape import find_unsafe_characters

__all__ = ["Decree", "LokusChange", "LokusConflict", "LokusResult"]

ACTION = "atur_target"
YEARS_AHEAD = 2
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class LokusResult:
    """What a save came to: `fault` (a code of `app.text.lokasi`) or conflicts, then nothing."""

    fault: str | None = None
    conflicts: tuple[LokusConflict, ...] = ()

    @property
    def is_done(self) -> bool:
        """Tell whether it is as the person wanted, by this click or an earlier one."""
        return self.fault is None and not self.conflicts


def set_lokus(
    engine: Engine,
    person: Account | None,
    region_code: str,
    decree: Decree,
    changes: Sequence[LokusChange],
) -> LokusResult:
    """Choose desa of a kabupaten as lokus of a year, or take them off, all or none.

    Taking off needs no decree's number. Raises NotAllowedError.
    """
    known = demand(person, ACTION, region_code)
    number = " ".join(decree.sk_number.split())
    tidy = Decree(decree.year, number, decree.sk_date)
    fault = _find_fault(engine, region_code, tidy, changes)
    if fault is not None:
        return LokusResult(fault)
    return LokusResult(conflicts=tuple(save_lokus(engine, known.username, tidy, changes)))


def _find_fault(
    engine: Engine, region_code: str, decree: Decree, changes: Sequence[LokusChange]
) -> str | None:
    today = datetime.now(UTC).date()
    if not changes:
        return "tanpa_desa"
    if not FIRST_YEAR <= decree.year <= today.year + YEARS_AHEAD:
        return "tahun"
    if any(each.is_chosen for each in changes):
        fault = _find_number_fault(decree, today)
        if fault is not None:
            return fault
    with open_read(engine) as connection:
        known = read_desa_in_force(connection, region_code)
    chosen = {each.wilayah_code for each in changes if each.is_chosen}
    # Taken off may be what is no longer in force, but never another region's desa.
    foreign = [c for c in changes if not c.wilayah_code.startswith(f"{region_code}.")]
    return "desa_asing" if chosen - known or foreign else None


def _find_number_fault(decree: Decree, today: date) -> str | None:
    if not decree.sk_number:
        return "sk_kosong"
    if len(decree.sk_number) > _LONGEST:
        return "sk_panjang"
    if find_unsafe_characters(decree.sk_number):
        return "sk_tanda"
    # In the east of Indonesia the day begins nine hours before it does in UTC.
    if decree.sk_date is not None and decree.sk_date > today + timedelta(days=1):
        return "sk_tanggal"
    return None


def set_problem_settings(
    engine: Engine,
    person: Account | None,
    *,
    region_code: str,
    settings: ProblemSettings | None,
    reason: str,
    version: int,
) -> LokusResult:
    """Set what "tinggi", "rendah" and "sebagian besar" mean in a region; None: our defaults.

    Raises NotAllowedError.
    """
    fault = save_region_choice(
        engine,
        person,
        ACTION,
        region_code=region_code,
        key=SETTING_KEY,
        value={} if settings is None else settings_to(settings),
        reason=reason,
        version=version,
    )
    return LokusResult(fault)
