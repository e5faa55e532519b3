"""What each region's assessment rests on, of a region and all right below it in one pass.

No cache and no Streamlit here, so that a script's figure is the screen's figure.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd
from sqlalchemy import Engine

from analysis.completeness import Fill, sum_fill
from analysis.deadlines import to_local
from analysis.meetings import find_meeting_part
from analysis.monev_evidence import CELLS, STAGES, StageFacts
from analysis.readiness import Place, StageStatus, build_board
from analysis.stages import Stage, period_of
from analysis.support import find_unsupported, list_supported
from app.assessment_sources import Fills
from app.stage_board import read_rules
from data_access.reads import penilaian_bukti, wilayah
from data_access.reads.stage_definitions import read_stages

_LEVELS = ("provinsi", "kabupaten", "kecamatan")
_SUPPORT = ("regulasi", "publikasi")


@dataclass(frozen=True, slots=True)
class Board:
    """The stages of a region and of all inside it down to kecamatan, with when they were done."""

    places: tuple[Place, ...]
    statuses: tuple[StageStatus, ...]
    done: Mapping[tuple[str, str], datetime]
    zone: str

    def find_done_on(self, status: StageStatus) -> date | None:
        """The local day on which a stage was done; None while it is not."""
        if not status.is_final:
            return None
        moments = [part.updated_at for part in status.parts if part.updated_at is not None]
        at = self.done.get((status.place.code, status.stage.code)) or max(moments, default=None)
        return None if at is None else to_local(self.zone, at).date()


def read_board(engine: Engine, scope_code: str, year: int, today: date, zone: str) -> Board:
    """The board of a region and all inside it that are in force."""
    rows = wilayah.read_regions(engine, scope_code, *_LEVELS)
    rows = rows[rows["valid_until"].isna()]
    named = zip(rows["code"], rows["name"], rows["level"], strict=True)
    places = tuple(Place(*each) for each in named)
    begun = penilaian_bukti.read_parts_inside(engine, scope_code, year)
    statuses = build_board(places, begun, read_rules(engine, scope_code), year, today)
    moments = penilaian_bukti.read_approval_moments(engine, scope_code, year)
    return Board(places, statuses, moments, zone)


def list_stage_facts(
    engine: Engine,
    scope_code: str,
    board: Board,
    codes: Iterable[str],
    year: int,
    filled: Callable[[str], Fills],
) -> dict[str, dict[str, StageFacts]]:
    """The stages of some regions, by region and by short name.

    `filled` in a period: see `app.assessment_sources.Sources`.
    """
    wanted = set(codes)
    support = penilaian_bukti.read_support(engine, scope_code, year)
    documents = _list_documents(engine, scope_code, support, year)
    fills = _count_fills(filled, wanted, year) | _count_support(support, wanted)
    found: dict[str, dict[str, StageFacts]] = {code: {} for code in wanted}
    for status in board.statuses:
        if status.place.code in wanted:
            key = (status.place.code, status.stage.short)
            found[key[0]][key[1]] = StageFacts(
                status.stage.code,
                status.state,
                status.is_final,
                status.deadline.due if status.deadline else None,
                status.days_left,
                board.find_done_on(status),
                fills.get(key),
                STAGES if key[1] in _SUPPORT else CELLS,
                documents.get(key, ()),
            )
    return found


def _list_documents(
    engine: Engine, scope_code: str, support: pd.DataFrame, year: int
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Names of the documents of a stage, by region and the stage's short name."""
    held = penilaian_bukti.read_closed_meetings(engine, scope_code, year)
    stages = {
        f"rembuk:{row.id}": find_meeting_part(row.wilayah_code, year, row.kind).stage
        for row in held.itertuples(index=False)
    }
    stages |= {f"{row.kind}:{row.id}": row.kind for row in support.itertuples(index=False)}
    found: dict[tuple[str, str], list[str]] = {}
    attached = penilaian_bukti.read_attached_names(engine, scope_code, year)
    for row in attached.itertuples(index=False):
        kind, number, *_ = row.subject.split(":")
        stage = number if kind == "isian" else stages.get(f"{kind}:{number}")
        if stage is not None:
            found.setdefault((row.wilayah_code, _shorten(stage)), []).append(row.file_name)
    for row in support[support["link"].notna()].itertuples(index=False):
        found.setdefault((row.wilayah_code, row.kind), []).append(row.title)
    return {key: tuple(names) for key, names in found.items()}


def _shorten(stage: str) -> str:
    return stage.split(".", 1)[-1]


def _count_fills(
    filled: Callable[[str], Fills], codes: Iterable[str], year: int
) -> dict[tuple[str, str], Fill]:
    """Filled cells (desa x item) of each stage that speaks of a period of such cells."""
    counted: dict[str, Fills] = {}
    found: dict[tuple[str, str], Fill] = {}
    for stage in read_stages().values():
        period = _find_cell_period(stage, year)
        for code in codes:
            if period is None or not _is_of(stage, code):
                continue
            if period not in counted:
                counted[period] = filled(period)
            inside = [
                fill
                for (kecamatan, _), fill in counted[period].items()
                if kecamatan == code or kecamatan.startswith(f"{code}.")
            ]
            found[(code, stage.short)] = sum_fill(inside)
    return found


def _find_cell_period(stage: Stage, year: int) -> str | None:
    """Measurements are no cells; a kabupaten's analysis rests on those of its kecamatan."""
    return None if stage.is_preparation else period_of(stage, year)


def _is_of(stage: Stage, code: str) -> bool:
    return stage.level == _LEVELS[code.count(".")]


def _count_support(support: pd.DataFrame, codes: Iterable[str]) -> dict[tuple[str, str], Fill]:
    """Of the stages of its level, how many a region's regulations and publications are about."""
    found: dict[tuple[str, str], Fill] = {}
    about: dict[tuple[str, str], list[str]] = {}
    for row in support.itertuples(index=False):
        about.setdefault((row.wilayah_code, row.kind), []).append(row.stage)
    for code in codes:
        supported = list_supported(read_stages(), _LEVELS[code.count(".")])
        for kind in _SUPPORT:
            left = find_unsupported(about.get((code, kind), ()), supported)
            found[(code, kind)] = Fill(len(supported) - len(left), len(supported))
    return found
