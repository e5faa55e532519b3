"""How far the figures of a meeting are in their stages, as they were when they were shown."""

from collections.abc import Callable, Sequence
from typing import Any

from analysis.meetings import level_of_meeting
from analysis.readiness import StageStatus
from analysis.stages import year_of
from app.coverage_words import pick_stage
from data_access.reads.stage_definitions import read_stages

Board = Callable[[str, int], Sequence[StageStatus]]

_MEASURED = "kabupaten.pengukuran"
_LENGTHS = {"provinsi": 2, "kabupaten": 5, "kecamatan": 8}


def freeze_marks(
    board: Board, region_code: str, period: str, measured: str | None
) -> list[dict[str, Any]]:
    """The state of the stages of the services and of the measurements shown.

    `board`: the stages of a region and of those right below it in a year. Returns subject
    ("services", "measured"), stage, done and total: how many of the regions in which the stage is
    approved have finished it; state: of the stage where there is one region, else None.
    """
    level = level_of_meeting(region_code) or ""
    stage = _service_stage(level, period)
    marks = []
    if stage is not None:
        marks.append(_describe(board, "services", region_code, stage, period))
    if measured is not None:
        marks.append(_describe(board, "measured", region_code, _MEASURED, measured))
    return [mark for mark in marks if mark is not None]


def _service_stage(level: str, period: str) -> str | None:
    if not period:
        return None
    if level == "kabupaten" and len(period) == 4:
        return "kabupaten.ansit"
    return pick_stage(level, period)


def _describe(
    board: Board, subject: str, region_code: str, stage: str, period: str
) -> dict[str, Any] | None:
    known = read_stages()[stage]
    year = year_of(known, period)
    if year is None:
        return None
    statuses = board(region_code[: _LENGTHS[known.level]], year)
    found = [each for each in statuses if each.stage.code == stage]
    if not found:
        return None
    return {
        "subject": subject,
        "stage": stage,
        "state": found[0].state if len(found) == 1 else None,
        "done": sum(each.is_final for each in found),
        "total": len(found),
    }
