"""The figures that a sentence needs to say why a place is what it is."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.problem_services import WHY_NOT_COLUMNS, pick_worst
from analysis.problem_settings import ProblemSettings


@dataclass(frozen=True, slots=True)
class ServiceFigure:
    """One service: coverage and target in percent; no target where a cut-off judges."""

    item_code: str
    coverage_pct: float
    target_pct: float | None


@dataclass(frozen=True, slots=True)
class ProblemFigures:
    """Why a place has its type: shares in percent, children and services as counts.

    reason: the code of `find_problem_locations` where the type is unknown. comparison_pct: what
    "tinggi" was held against under `high_rule`. unassessed: services by reason. worst: the lowest
    services, at most three.
    """

    region_code: str
    name: str
    type: str
    reason: str
    high_rule: str
    prevalence_pct: float | None
    comparison_pct: float | None
    stunted: int | None
    measured: int | None
    uncertain: bool
    assessed: int
    low: int
    good: int
    unassessed: Mapping[str, int]
    worst: tuple[ServiceFigure, ...]


def collect_figures(
    table: pd.DataFrame, assessed: pd.DataFrame, settings: ProblemSettings
) -> dict[str, ProblemFigures]:
    """Figures of every row of `find_problem_locations`, by region code.

    `assessed` and `settings` are those that the table was made with.
    """
    shown = assessed[assessed["region_code"].isin(table["region_code"])]
    worst: dict[str, list[ServiceFigure]] = {}
    for row in pick_worst(shown, settings).itertuples(index=False):
        target = None if pd.isna(row.target_pct) else float(row.target_pct)
        service = ServiceFigure(str(row.item_code), float(row.cakupan_pct), target)
        worst.setdefault(str(row.region_code), []).append(service)
    return {
        str(row["region_code"]): _make(row, settings.high, tuple(worst.get(row["region_code"], ())))
        for row in table.to_dict("records")
    }


def _make(row: Mapping[str, object], high: str, worst: tuple[ServiceFigure, ...]) -> ProblemFigures:
    return ProblemFigures(
        region_code=str(row["region_code"]),
        name=str(row["name"]),
        type=str(row["tipe"]),
        reason=str(row["alasan"]),
        high_rule=high,
        prevalence_pct=_number(row["prevalensi_pct"]),
        comparison_pct=_number(row["pembanding_pct"]),
        stunted=_count(row["stunting_jiwa"]),
        measured=_count(row["diukur_jiwa"]),
        uncertain=bool(row["belum_meyakinkan"]),
        assessed=_whole(row["layanan_dinilai"]),
        low=_whole(row["layanan_rendah"]),
        good=_whole(row["layanan_baik"]),
        unassessed={name: number for name in WHY_NOT_COLUMNS if (number := _whole(row[name]))},
        worst=worst,
    )


def _number(value: object) -> float | None:
    return None if pd.isna(value) else float(str(value))


def _count(value: object) -> int | None:
    return None if pd.isna(value) else round(float(str(value)))


def _whole(value: object) -> int:
    return int(str(value))
