"""From the database to the state of every stage: shared by cached questions and by actions."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pandas as pd
from sqlalchemy import Engine

from analysis.completeness import Fill
from analysis.deadlines import today_in
from analysis.gates import Gate, find_gates
from analysis.readiness import Place, Rules, StageStatus, build_board, find_states
from analysis.stages import Stage
from data_access import reference
from data_access.reads import pengaturan, tahapan, wilayah
from data_access.reads.stage_definitions import read_guidelines, read_stages

BELOW = {"provinsi": "kabupaten", "kabupaten": "kecamatan"}


def read_places(engine: Engine, code: str) -> tuple[Place, ...]:
    """A region and those right below it that are in force; nothing below a kecamatan."""
    region = wilayah.read_region(engine, code)
    if region is None or region.level not in (*BELOW, "kecamatan"):
        return ()
    below = BELOW.get(region.level)
    inside = wilayah.read_living(engine, code, below) if below else []
    return tuple(Place(each.code, each.name, each.level) for each in (region, *inside))


def read_rules(engine: Engine, code: str) -> Rules:
    """Reference data with what the region, those above and those inside it set for themselves."""
    settings = pengaturan.read_settings(engine, code)
    registered = pengaturan.read_agencies(engine, code)
    agencies: dict[str, list[str]] = {}
    for place, agency in zip(registered["wilayah_code"], registered["code"], strict=True):
        agencies.setdefault(place, []).append(agency)
    return Rules(
        read_stages(),
        read_guidelines(),
        pengaturan.pick_overrides(settings),
        pengaturan.pick_approvers(settings),
        agencies,
    )


def read_board(engine: Engine, code: str, year: int, today: date) -> tuple[StageStatus, ...]:
    """Every stage of a region and of those right below it: five questions, however many."""
    places = read_places(engine, code)
    begun = tahapan.read_parts(engine, [place.code for place in places], year)
    return build_board(places, begun, read_rules(engine, code), year, today)


def is_hardly_filled(fill: Fill | None) -> bool:
    """Tell whether less of a part is filled in than the threshold `ajukan_tanya_pct` says."""
    share_pct = fill.share_pct if fill is not None else None
    return share_pct is not None and share_pct < float(reference.read_threshold("ajukan_tanya_pct"))


def read_board_today(engine: Engine, code: str, year: int) -> tuple[StageStatus, ...]:
    """The board as of the day on which the region's clocks stand."""
    today = today_in(tahapan.read_time_zone(engine, code), datetime.now(UTC))
    return read_board(engine, code, year, today)


def find_open_gates(
    board: Sequence[StageStatus], let_on: pd.DataFrame, region_code: str, stage: Stage
) -> list[Gate]:
    """What a stage still waits for: blocking conditions fall away where Bappeda let it go on.

    `board`: of the region and those below. `let_on`: wilayah_code and stage of the exceptions.
    """
    children = list(dict.fromkeys(s.place.code for s in board if s.place.code != region_code))
    gates = find_gates(stage, region_code, children, find_states(board), read_stages())
    same = (let_on["wilayah_code"] == region_code) & (let_on["stage"] == stage.code)
    return [gate for gate in gates if not gate.blocks] if same.any() else gates
