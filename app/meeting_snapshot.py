"""The figures that a meeting works with, as plain values: frozen, they never change again.

No cache and no Streamlit here. Codes and numbers only: words are made where they are shown, but
for the reasons of problem places, which name the figures as they were.
"""

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pandas as pd
from sqlalchemy import Engine

from analysis.meetings import level_of_meeting
from analysis.problem_locations import GOOD, TYPES, UNKNOWN
from app.coverage_figures import ONE_DOWN, read_near_share, read_small_denominator
from app.figures import read_thresholds
from app.meeting_budget import freeze_budget
from app.meeting_changes import SnapshotChange, compare_snapshot
from app.meeting_marks import freeze_marks
from app.meeting_problems import NamedPlaces
from app.meeting_sources import Sources, ask_database
from app.problem_figures import (
    Pairing,
    ProblemInputs,
    compute_lagging,
    order_periods,
    pair_measurement,
    pick_saved_settings,
    read_default_settings,
    read_lagging_rule,
    settings_to,
)
from app.problem_sentences import write_reason
from app.stage_board import read_board_today
from data_access.reads import pengaturan, pengukuran, target, wilayah

__all__ = ["FORM", "SnapshotChange", "compare_snapshot", "make_snapshot"]

FORM = 1
_PREVALENCE = (
    "code",
    "prevalensi_pct",
    "bawah_pct",
    "atas_pct",
    "pembilang_jiwa",
    "penyebut_jiwa",
)
_COVERAGE = (
    "item_code",
    "pembilang",
    "penyebut",
    "cakupan_pct",
    "target_pct",
    "status",
    "perlu_dijangkau",
)
_LAGGING = ("item_code", "cakupan_pct", "target_pct", "median_pct", "selisih_poin")


def make_snapshot(
    engine: Engine,
    region_code: str,
    year: int,
    source: str | None,
    sources: Sources | None = None,
) -> dict[str, Any]:
    """The figures of a region as they stand now, for a meeting of a year of the cycle.

    Services: of the year's situation analysis, else of the newest period before; prevalence: the
    last measurement of `source` that goes with it. Missing is None. `sources`: who answers the
    questions that take long, the database where nobody else does. Raises ValueError for a region
    that holds no meetings.
    """
    region, level = wilayah.read_region(engine, region_code), level_of_meeting(region_code)
    if region is None or level is None:
        raise ValueError(f"no meetings are held in {region_code}")
    pairing = _pair(engine, region_code, year, source)
    asked = sources or ask_database(engine)
    board = asked.board or partial(read_board_today, engine)
    made: dict[str, Any] = {
        "form": FORM,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "region": {"code": region_code, "name": region.name, "level": level},
        "below": ONE_DOWN[level],
        "year": year,
        "source": source,
        "measured": pairing.measured,
        "period": pairing.period or None,
        "marks": freeze_marks(board, region_code, pairing.period, pairing.measured),
        "thresholds": _freeze_thresholds(),
    }
    return made | _freeze_figures(engine, pairing, level, year, asked)


def _pair(engine: Engine, code: str, year: int, source: str | None) -> Pairing:
    periods = order_periods(target.read_service_periods(engine, code))
    own = [each for each in periods if int(each[:4]) <= year]
    period = str(year) if str(year) in own else next(iter(own), "")
    datasets = pengukuran.read_datasets(engine, code)
    measured = datasets.loc[datasets["source"] == source, "period"]
    paired = pair_measurement(period or str(year), measured)
    return Pairing(code, period, source, paired)


def _freeze_figures(
    engine: Engine, pairing: Pairing, level: str, year: int, sources: Sources
) -> dict[str, Any]:
    # Without any period of services there still is prevalence: no cell of that period is found.
    asked = Pairing(
        pairing.scope_code, pairing.period or str(year), pairing.source, pairing.measured
    )
    inputs = sources.inputs(asked)
    rows = pengaturan.read_settings(engine, pairing.scope_code)
    saved = pick_saved_settings(rows, pairing.scope_code)
    settings = saved[0] if saved is not None else read_default_settings()
    problems = sources.problems(asked, settings)
    shown = _list_shown(inputs, pairing.scope_code, ONE_DOWN[level])
    figures = {
        "settings": {
            "values": settings_to(settings),
            "origin": "bawaan" if saved is None else "daerah",
            "owner": saved[1] if saved is not None else None,
            "reason": saved[2] if saved is not None else None,
        },
        "names": _names(inputs, [*shown, *_codes_of_problems(problems)]),
        "prevalence": _pick(inputs.prevalence, "code", shown, _PREVALENCE),
        "coverage": _freeze_coverage(inputs, shown) if pairing.period else [],
        "problems": _freeze_problems(problems, inputs, settings) if pairing.period else [],
        "lagging": _freeze_lagging(inputs, pairing.scope_code) if pairing.period else [],
    }
    budget = freeze_budget(engine, asked, settings, year, sources)
    return figures | {"budget": budget}


def _list_shown(inputs: ProblemInputs, code: str, below: str) -> list[str]:
    """The region itself, then those one level down, by code."""
    regions = inputs.regions
    inside = regions[(regions["level"] == below) & (regions["code"] != code)]["code"]
    return [code, *sorted(each for each in inside if each.startswith(f"{code}."))]


def _codes_of_problems(problems: NamedPlaces) -> list[str]:
    kept = ~problems.table["tipe"].isin([GOOD, UNKNOWN])
    return list(problems.table.loc[kept, "region_code"])


def _names(inputs: ProblemInputs, codes: Sequence[str]) -> dict[str, str]:
    names = dict(zip(inputs.regions["code"], inputs.regions["name"], strict=True))
    return {code: str(names.get(code, code)) for code in codes}


def _freeze_coverage(inputs: ProblemInputs, shown: Sequence[str]) -> list[dict[str, Any]]:
    rows = inputs.assessed.rename(columns={"region_code": "code"})
    return _pick(rows, "code", shown, ("code", *_COVERAGE))


def _freeze_problems(
    problems: NamedPlaces, inputs: ProblemInputs, settings: Any
) -> list[dict[str, Any]]:
    """Places that are a problem or to be watched, type by type, those with most children first."""
    parent = _names(inputs, [inputs.scope_code])[inputs.scope_code]
    kept = problems.table[problems.table["region_code"].isin(_codes_of_problems(problems))]
    children = -kept["stunting_jiwa"].astype("float64").fillna(-1)
    order = kept.assign(_type=kept["tipe"].map(TYPES.index), _children=children)
    ordered = order.sort_values(["_type", "_children", "region_code"], kind="stable")
    return [
        {
            "code": str(row.region_code),
            "type": str(row.tipe),
            "reason": write_reason(problems.figures[row.region_code], settings, parent),
            "low": [each.item_code for each in problems.figures[row.region_code].worst],
        }
        for row in ordered.itertuples(index=False)
    ]


def _freeze_lagging(inputs: ProblemInputs, code: str) -> list[dict[str, Any]]:
    rows = compute_lagging(inputs)
    own = rows[(rows["region_code"] == code) & rows["tertinggal"]]
    worst = own.sort_values(["selisih_poin", "item_code"], kind="stable")
    return _to_rows(worst[list(_LAGGING)])


def _freeze_thresholds() -> dict[str, Any]:
    points, minimum = read_lagging_rule()
    return {
        "prevalence_bounds": list(read_thresholds().prevalence_bounds),
        "near_share": read_near_share(),
        "small_denominator": read_small_denominator(),
        "lagging_points": points,
        "lagging_minimum": minimum,
    }


def _pick(
    rows: pd.DataFrame, key: str, codes: Sequence[str], columns: Sequence[str]
) -> list[dict[str, Any]]:
    """Rows of some regions in the order of their codes, the columns as plain values."""
    place = {code: number for number, code in enumerate(codes)}
    kept = rows[rows[key].isin(place)]
    ordered = kept.assign(_place=kept[key].map(place)).sort_values("_place", kind="stable")
    return _to_rows(ordered[list(columns)])


def _to_rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        {str(name): plain(value) for name, value in row.items()}
        for row in table.to_dict(orient="records")
    ]


def plain(value: Any) -> Any:
    """A value as JSON holds it; missing is None."""
    if value is None or value is pd.NA:
        return None
    if isinstance(value, str | bool):
        return value
    number = value.item() if hasattr(value, "item") else value
    return None if isinstance(number, float) and math.isnan(number) else number


def count_problems(snapshot: Mapping[str, Any]) -> dict[str, int]:
    """How many places of each type a snapshot names, in the order of `TYPES`."""
    found = [row["type"] for row in snapshot["problems"]]
    return {kind: found.count(kind) for kind in TYPES if kind in found}
