"""What of a region's year may be shown to everybody: approved, and not withheld."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Engine

from analysis.deadlines import to_local
from analysis.readiness import StageStatus
from analysis.stages import NOT_STARTED
from app.stage_board import read_board_today
from data_access.reads.publik import Hold, read_holds
from data_access.reads.tahapan import read_time_zone

SHOWN, PROTECTED, PENDING, WITHHELD = "terbit", "dilindungi", "belum_disetujui", "ditahan"
NO_DATA, TOO_FEW = "belum_ada_data", "sedikit"
_KABUPATEN = 5


@dataclass(frozen=True, slots=True)
class Approval:
    """The stages of a kabupaten or province and of the regions right below it, in one year."""

    scope_code: str
    year: int
    board: tuple[StageStatus, ...]
    holds: tuple[Hold, ...]
    zone: str

    @property
    def has_begun(self) -> bool:
        """Tell whether anybody has begun a stage here in this year."""
        return any(part.state != NOT_STARTED for status in self.board for part in status.parts)

    def is_done(self, code: str, stage: str) -> bool:
        """Tell whether a stage, by its short name, is done in a region."""
        found = self.find(code, stage)
        return found is not None and found.is_final

    def find(self, code: str, stage: str) -> StageStatus | None:
        """One stage of one region, None where the region has no such stage."""
        same = (s for s in self.board if s.place.code == code and s.stage.short == stage)
        return next(same, None)

    def find_hold(self, code: str) -> Hold | None:
        """What withholds a region: its own decision or its kabupaten's; a province holds itself."""
        covering = {code, code[:_KABUPATEN]} if len(code) > _KABUPATEN else {code}
        mine = (h for h in self.holds if h.year == self.year and h.wilayah_code in covering)
        return min(mine, key=lambda hold: len(hold.wilayah_code), default=None)

    def state_of(self, code: str, *stages: str) -> str:
        """Whether a region's figures may be shown: SHOWN once all of these stages are done."""
        if self.find_hold(code) is not None:
            return WITHHELD
        return SHOWN if all(self.is_done(code, stage) for stage in stages) else PENDING

    def state_of_measurements(self, code: str) -> str:
        """Whether a region's prevalence may be shown: measured, verified, and analysed."""
        if len(code) <= _KABUPATEN:
            return self.state_of(code, "ansit", "pengukuran")
        state = self.state_of(code, "ansit")
        measured = self.is_done(self.scope_code, "pengukuran")
        return state if measured or state == WITHHELD else PENDING

    def date_of(self, status: StageStatus) -> date | None:
        """On which day a stage was done, by the region's clocks; None while it is not."""
        moments = [part.updated_at for part in status.parts if part.updated_at is not None]
        return self.to_date(max(moments)) if moments and status.is_final else None

    def to_date(self, moment: datetime) -> date:
        """The day of a moment by the region's clocks."""
        return to_local(self.zone, moment).date()


def read_approval(engine: Engine, scope_code: str, year: int) -> Approval:
    """Read the stages of a year for a kabupaten or province."""
    return Approval(
        scope_code,
        year,
        read_board_today(engine, scope_code, year),
        read_holds(engine, scope_code),
        read_time_zone(engine, scope_code),
    )
