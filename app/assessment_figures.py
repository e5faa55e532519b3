"""The assessment of a region and of all right below it, as screens and files show it.

No cache and no Streamlit here, so that a script's figure is the screen's figure.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

import pandas as pd
from sqlalchemy import Engine

from analysis.deadlines import today_in
from analysis.meetings import level_of_meeting
from analysis.monev import COMPONENTS, Assessment, assess_region
from analysis.monev_effect import compare_years
from analysis.monev_evidence import RegionFacts, list_evidence
from analysis.readiness import StageStatus
from app.assessment_facts import Board, list_stage_facts, read_board
from app.assessment_results import compare_coverage, compare_prevalence, read_minimums
from app.assessment_rubric import find_rubric, read_plan
from app.assessment_sources import Sources, ask_database
from data_access.reads import pengaturan, tahapan

__all__ = ["assess", "assess_all", "compare_years", "is_provisional", "tabulate"]

_CLOSING = "penilaian"
_LAST_FIGURES = "semester-2"
_COLUMNS = (
    "code",
    "name",
    "level",
    "nilai",
    "kelas",
    "kelas_sementara",
    *COMPONENTS,
    "belum_selesai",
)


def assess(engine: Engine, region_code: str, year: int, today: date | None = None) -> Assessment:
    """One region's assessment as it stands on a day; see `assess_all` for several.

    Raises ValueError for a region that has no stages: a desa, the nation, an unknown one.
    """
    return _assess(engine, region_code, year, [region_code], today)[region_code]


def assess_all(
    engine: Engine,
    scope_code: str,
    year: int,
    today: date | None = None,
    sources: Sources | None = None,
) -> dict[str, Assessment]:
    """A region and all right below it, by code: the region first, then by code; in one pass.

    `today`: the day on which deadlines are looked at, the region's own today by default.
    `sources`: who answers the questions that take long, the database where nobody else does.
    Raises ValueError for a region that has no stages.
    """
    return _assess(engine, scope_code, year, None, today, sources)


def _assess(
    engine: Engine,
    scope_code: str,
    year: int,
    codes: Sequence[str] | None,
    today: date | None,
    sources: Sources | None = None,
) -> dict[str, Assessment]:
    level = level_of_meeting(scope_code)
    zone = tahapan.read_time_zone(engine, scope_code)
    board = read_board(engine, scope_code, year, today or today_in(zone, datetime.now(UTC)), zone)
    if level is None or scope_code not in {place.code for place in board.places}:
        raise ValueError(f"no assessment of {scope_code}")
    wanted = list(codes) if codes is not None else _list_shown(board, scope_code)
    asked = sources or ask_database(engine, scope_code, wanted)
    stages = list_stage_facts(engine, scope_code, board, wanted, year, asked.fills)
    minimums = read_minimums()
    services = compare_coverage(engine, scope_code, wanted, year, minimums.services, asked.coverage)
    prevalence = compare_prevalence(engine, scope_code, wanted, year)
    settings = pengaturan.read_settings(engine, scope_code)
    places = {place.code: place for place in board.places}
    found = {}
    for code in wanted:
        place = places[code]
        facts = RegionFacts(place.level, stages[code], services.get(code), prevalence.get(code))
        found[code] = assess_region(
            list_evidence(facts, read_plan(), minimums),
            find_rubric(settings, code).rubric,
            region_code=code,
            name=place.name,
            level=place.level,
            year=year,
            waiting=_list_waiting(board.statuses, code),
            is_provisional=not _has_last_figures(board.statuses, code),
        )
    return found


def is_provisional(statuses: Iterable[StageStatus], code: str) -> bool:
    """Tell whether a region's score may still change, by the stages of it and of those below.

    While the year's last figures are not done, or the assessment of a region right below.
    """
    listed = tuple(statuses)
    return not _has_last_figures(listed, code) or bool(_list_waiting(listed, code))


def _has_last_figures(statuses: Iterable[StageStatus], code: str) -> bool:
    return all(
        status.is_final
        for status in statuses
        if status.place.code == code and status.stage.short == _LAST_FIGURES
    )


def _list_shown(board: Board, scope_code: str) -> list[str]:
    depth = scope_code.count(".") + 1
    inside = [p.code for p in board.places if p.code.startswith(f"{scope_code}.")]
    return [scope_code, *sorted(code for code in inside if code.count(".") == depth)]


def _list_waiting(statuses: Iterable[StageStatus], code: str) -> list[str]:
    """Regions right below whose own assessment is not approved, by code."""
    return sorted(
        status.place.code
        for status in statuses
        if status.stage.short == _CLOSING
        and status.place.code.rpartition(".")[0] == code
        and not status.is_final
    )


def tabulate(assessments: Iterable[Assessment]) -> pd.DataFrame:
    """A row a region: code, name, level, nilai (0-100), kelas, kelas_sementara, the six, how many
    regions below are not done (belum_selesai).

    `kelas` is missing where it could not be settled, a score where nothing could be assessed.
    """
    rows = [
        {
            "code": each.region_code,
            "name": each.name,
            "level": each.level,
            "nilai": each.total,
            "kelas": each.class_name,
            "kelas_sementara": each.provisional_class,
            **{part.code: part.score for part in each.components},
            "belum_selesai": len(each.waiting),
        }
        for each in assessments
    ]
    table = pd.DataFrame(rows, columns=list(_COLUMNS))
    numbers = ["nilai", *COMPONENTS]
    table[numbers] = table[numbers].astype("float64")
    return table
