"""Problem places and lagging services as screens, files and the command line show them.

No cache and no Streamlit here, so that a script's figure is the screen's figure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

import pandas as pd
from sqlalchemy import Engine

from analysis.coverage_status import is_midyear
from analysis.hierarchy import LEVELS
from analysis.lagging import find_lagging
from analysis.problem_figures import ProblemFigures, collect_figures
from analysis.problem_locations import find_problem_locations
from analysis.problem_settings import ProblemSettings
from analysis.region_table import list_prevalence
from analysis.sensitivity import Step, StepSizes, compare_steps, list_steps, rate_firmness
from analysis.targets import find_target_year, resolve_targets
from app.coverage_figures import read_coverage_regions, tabulate_coverage
from app.figures import keep_usable
from data_access import reference
from data_access.periods import parse_entry_period
from data_access.reads import isian, pengukuran, target, wilayah
from data_access.reads.scope import CODE_LENGTH

SETTING_KEY = "lokasi.setelan"
_REGION = ["code", "name", "level", "parent_code"]
_PREVALENCE = [
    "code",
    "prevalensi_pct",
    "bawah_pct",
    "atas_pct",
    "pembilang_jiwa",
    "penyebut_jiwa",
]


@dataclass(frozen=True, slots=True)
class Pairing:
    """What is held together: services of `period`, measurements of `source` in `measured`.

    `measured` is None where nothing was measured up to the period's last day.
    """

    scope_code: str
    period: str
    source: str | None
    measured: str | None


@dataclass(frozen=True, slots=True)
class ProblemInputs:
    """Everything the rules need of one region and one pairing.

    `regions`: code, name, level, parent_code; those above, the region, those in force inside it.
    `prevalence`: code, prevalensi_pct with its interval, stunted and measured children. `assessed`:
    of `app.coverage_figures.tabulate_coverage`, the region and all inside it. `targets`: of
    `resolve_targets`. `facts`: unit_code, item_code, value.
    """

    scope_code: str
    regions: pd.DataFrame
    prevalence: pd.DataFrame
    assessed: pd.DataFrame
    targets: pd.DataFrame
    facts: pd.DataFrame


@dataclass(frozen=True, slots=True)
class ProblemList:
    """The types of all places below a region, why, and how firm they are.

    `table`: of `rate_firmness`. `figures`: by region code. `changes`: of `compare_steps`, made
    with `steps`.
    """

    table: pd.DataFrame
    figures: Mapping[str, ProblemFigures]
    changes: pd.DataFrame
    steps: tuple[Step, ...]


def pair_measurement(period: str, measured: Iterable[str]) -> str | None:
    """The last measurement up to a coverage period's cut-off; None where there is none.

    The situation analysis of a year stands beside August of the year before, since it is held in
    January (ARCHITECTURE, "What is stored"); a semester beside the last measurement in it or
    before.
    """
    known = parse_entry_period(period)
    if known is None:
        raise ValueError(f"no period of services: {period}")
    last_month = f"{known.last_day[:4]}-08" if known.kind == "ansit" else known.last_day[:7]
    return max((each for each in measured if each <= last_month), default=None)


def order_periods(periods: Iterable[str]) -> list[str]:
    """Coverage periods for a list, those of whole years first, the newest of each first.

    Half a year's figures say nothing of the year's target, so they never stand first by default.
    """
    newest = sorted(periods, key=lambda each: (find_target_year(each), each), reverse=True)
    # Semester II and the analysis speak of the same year: the analysis is the checked one.
    newest.sort(key=lambda each: (is_midyear(each), -find_target_year(each), "-" in each))
    return newest


def read_default_settings() -> ProblemSettings:
    """Our defaults of what no guideline fixes, from reference data."""
    value = reference.read_threshold
    return ProblemSettings(
        minimum_services=int(value("layanan_dinilai_minimum")),
        minimum_measured=int(value("anak_diukur_minimum")),
        who_high_pct=float(value("prevalensi_tinggi")),
        cutoff_pct=float(value("cakupan_rendah")),
        most_share=float(value("sebagian_besar")),
    )


def settings_from(value: Mapping[str, Any]) -> ProblemSettings | None:
    """The settings that a region saved, None for what is none (an older form, a typing error)."""
    names = {each.name for each in fields(ProblemSettings)}
    try:
        kept = {name: value[name] for name in names}
        return ProblemSettings(**kept)
    except (KeyError, TypeError, ValueError):
        return None


def pick_saved_settings(rows: pd.DataFrame, code: str) -> tuple[ProblemSettings, str, str] | None:
    """What a region, else the one above it, saved as its settings: them, its code, why.

    `rows`: of `data_access.reads.pengaturan.read_settings`.
    """
    mine = rows[rows["key"] == SETTING_KEY].set_index("wilayah_code")
    for length in (CODE_LENGTH["kabupaten"], CODE_LENGTH["provinsi"]):
        owner = code[:length]
        if len(owner) == length and owner in mine.index and mine.loc[owner, "value"]:
            found = settings_from(mine.loc[owner, "value"])
            if found is not None:
                return found, owner, str(mine.loc[owner, "reason"])
    return None


def settings_to(settings: ProblemSettings) -> dict[str, Any]:
    """The settings as they are stored."""
    return asdict(settings)


def read_step_sizes() -> StepSizes:
    """How large one step of each setting is, from reference data."""
    value = reference.read_threshold
    return StepSizes(
        most_share=float(value("sebagian_besar_langkah")),
        cutoff_points=float(value("cakupan_rendah_langkah")),
        services=int(value("layanan_dinilai_langkah")),
        children=int(value("anak_diukur_langkah")),
    )


def read_inputs(
    engine: Engine, pairing: Pairing, facts: pd.DataFrame | None = None
) -> ProblemInputs:
    """Put the questions of one pairing to the database and apply the rules of coverage.

    `facts`: of `read_coverage_facts`, where nobody asks for the supporting figures; a province's
    are read several times as fast.
    """
    scope = pairing.scope_code
    known = read_coverage_regions(engine, scope)
    living = known.loc[known["valid_until"].isna(), _REGION].reset_index(drop=True)
    raw_targets = target.read_targets(engine, scope)
    if facts is None:
        cells = isian.read_cells(engine, scope, pairing.period)
        facts = cells[["unit_code", "item_code", "value"]]
    inside = living.loc[[is_inside(code, scope) for code in living["code"]], "code"]
    year = find_target_year(pairing.period)
    return ProblemInputs(
        scope,
        living,
        _read_prevalence(engine, pairing),
        tabulate_coverage(facts, known, raw_targets, inside, pairing.period),
        resolve_targets(raw_targets, living, year),
        facts,
    )


def is_inside(code: str, scope_code: str) -> bool:
    """Tell whether a region is another one or lies in it."""
    return code == scope_code or code.startswith(f"{scope_code}.")


def _read_prevalence(engine: Engine, pairing: Pairing) -> pd.DataFrame:
    scope, source, measured = pairing.scope_code, pairing.source, pairing.measured
    if source is None or measured is None:
        return pd.DataFrame(columns=_PREVALENCE).astype(
            dict.fromkeys(_PREVALENCE[1:], "float64") | {"code": "object"}
        )
    facts = pengukuran.read_measurements(engine, scope, source)
    now = facts[facts["period"] == measured]
    depth = [level for level in LEVELS if CODE_LENGTH[level] >= len(scope)]
    regions = wilayah.read_regions(engine, scope, *depth)
    tables = [
        list_prevalence(
            regions[regions["level"] == level],
            keep_usable(now, level),
            group_column=f"{level}_code",
            period=measured,
        )
        for level in depth
    ]
    return pd.concat(tables, ignore_index=True)


def find_problems(inputs: ProblemInputs, settings: ProblemSettings) -> ProblemList:
    """Name the type of every place below the region, and try each setting a step further."""
    given: dict[str, Any] = {
        "selected": inputs.scope_code,
        "regions": inputs.regions,
        "prevalence": inputs.prevalence,
        "assessed": inputs.assessed,
        "targets": inputs.targets,
    }
    table = find_problem_locations(settings=settings, **given)
    steps = list_steps(settings, read_step_sizes())
    changes = compare_steps(table, steps, **given)
    figures = collect_figures(table, inputs.assessed, settings)
    return ProblemList(rate_firmness(table, changes), figures, changes, steps)


def compute_lagging(inputs: ProblemInputs) -> pd.DataFrame:
    """Which services of each region lag behind its own others: see `analysis.lagging`."""
    gap, minimum = read_lagging_rule()
    return find_lagging(inputs.assessed, gap_points=gap, minimum_services=minimum)


def read_lagging_rule() -> tuple[float, int]:
    """How many points below the median a service lags, and from how many services on."""
    value = reference.read_threshold
    return float(value("layanan_tertinggal_poin")), int(value("layanan_tertinggal_minimum"))


def count_needs(problems: ProblemList, inputs: ProblemInputs) -> dict[str, list[tuple[str, int]]]:
    """People still to reach in each place's lowest services: (item, people), by region code.

    One service beside the other, never added up: the same people are in several.
    """
    known = inputs.assessed.dropna(subset=["perlu_dijangkau"])
    keys = zip(known["region_code"], known["item_code"], strict=True)
    need = dict(zip(keys, known["perlu_dijangkau"].astype(int), strict=True))
    return {
        code: [
            (service.item_code, need[code, service.item_code])
            for service in figures.worst
            if need.get((code, service.item_code))
        ]
        for code, figures in problems.figures.items()
    }
