"""Stages as the reference table defines them, and parts in a few words."""

from datetime import UTC, date, datetime

from analysis.readiness import Place, Rules, StageStatus, build_board
from analysis.stages import PartState
from data_access.reads.stage_definitions import read_guidelines, read_stages

STAGES = read_stages()
KABUPATEN = Place("63.11", "Balangan", "kabupaten")
KECAMATAN = (
    Place("63.11.01", "Juai", "kecamatan"),
    Place("63.11.02", "Halong", "kecamatan"),
)
PARTIES = ("setcam", "puskesmas", "plkb")
MOMENT = datetime(2026, 1, 10, 3, 0, tzinfo=UTC)


def make_part(code: str, stage: str, part: str, state: str, year: int = 2026) -> PartState:
    return PartState(code, year, stage, part, state, 1, None, "operator", MOMENT)


def make_rules(**changed: object) -> Rules:
    values: dict[str, object] = {
        "stages": STAGES,
        "guidelines": read_guidelines(),
        "overrides": {},
        "approvers": {},
        "agencies": {},
    }
    return Rules(**{**values, **changed})  # type: ignore[arg-type]


def make_board(
    *parts: PartState, today: date = date(2026, 1, 10), year: int = 2026, **rules: object
) -> tuple[StageStatus, ...]:
    return build_board((KABUPATEN, *KECAMATAN), parts, make_rules(**rules), year, today)


def pick(board: tuple[StageStatus, ...], code: str, stage: str) -> StageStatus:
    return next(s for s in board if (s.place.code, s.stage.code) == (code, stage))
