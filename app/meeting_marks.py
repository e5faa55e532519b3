"""How far the figures of a meeting are in their stages, as they were when they were shown."""

from typing import Any

from sqlalchemy import Engine

from analysis.meetings import level_of_meeting
from analysis.stages import year_of
from app.coverage_words import pick_stage
from app.stage_board import read_board_today
from data_access.reads.stage_definitions import read_stages

_MEASURED = "kabupaten.pengukuran"
_LENGTHS = {"provinsi": 2, "kabupaten": 5, "kecamatan": 8}


def freeze_marks(
    engine: Engine, region_code: str, period: str, measured: str | None
) -> list[dict[str, Any]]:
    """The state of the stages of the services and of the measurements shown.

    subject ("services", "measured"), stage, done and total: how many of the regions in which the
    stage is approved have finished it; state: of the stage where there is one region, else None.
    """
    level = level_of_meeting(region_code) or ""
    stage = _service_stage(level, period)
    marks = []
    if stage is not None:
        marks.append(_describe(engine, "services", region_code, stage, period))
    if measured is not None:
        marks.append(_describe(engine, "measured", region_code, _MEASURED, measured))
    return [mark for mark in marks if mark is not None]


def _service_stage(level: str, period: str) -> str | None:
    if not period:
        return None
    if level == "kabupaten" and len(period) == 4:
        return "kabupaten.ansit"
    return pick_stage(level, period)


def _describe(
    engine: Engine, subject: str, region_code: str, stage: str, period: str
) -> dict[str, Any] | None:
    known = read_stages()[stage]
    year = year_of(known, period)
    if year is None:
        return None
    board = read_board_today(engine, region_code[: _LENGTHS[known.level]], year)
    found = [each for each in board if each.stage.code == stage]
    if not found:
        return None
    return {
        "subject": subject,
        "stage": stage,
        "state": found[0].state if len(found) == 1 else None,
        "done": sum(each.is_final for each in found),
        "total": len(found),
    }
