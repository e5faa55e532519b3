"""Coverage of services as everybody may see it: whole percentages, no numbers of people."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from sqlalchemy import Engine

from analysis.coverage import count_services
from analysis.disclosure import Atom, find_hidden
from analysis.targets import find_target_year
from app.coverage_figures import coverage_indicators, read_coverage_regions, tabulate_coverage
from app.public.approval import NO_DATA, PENDING, PROTECTED, SHOWN, Approval
from data_access.reads import cakupan, target

# The newest first; half a year's figure gives way to the whole year's.
_STAGES = (("semester-2", "{year}-S2"), ("semester-1", "{year}-S1"), ("ansit", "{year}"))
_COUNTS_DESA = "master wilayah"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Coverage of one period; rows: region_code, item_code, cakupan_pct (whole), target_pct,
    status, keadaan. Percentages only where `keadaan` is "terbit".
    """

    period: str
    target_year: int
    has_targets: bool
    rows: pd.DataFrame


def read_coverage(engine: Engine, kabupaten_code: str, approval: Approval) -> Coverage | None:
    """The coverage of a kabupaten and its kecamatan in the newest approved period of a year.

    None where no kecamatan has an approved period yet.
    """
    below = [s.place.code for s in approval.board if s.place.level == "kecamatan"]
    codes = list(dict.fromkeys(below))
    chosen = _choose_period(approval, codes)
    if chosen is None:
        return None
    stage, period = chosen
    regions = read_coverage_regions(engine, kabupaten_code)
    facts = cakupan.read_coverage_facts(engine, kabupaten_code, period)
    targets = target.read_targets(engine, kabupaten_code)
    shown = pd.Index([kabupaten_code, *codes])
    table = tabulate_coverage(facts, regions, targets, shown, period)
    has_targets = approval.is_done(kabupaten_code, "target")
    hidden = find_hidden_cells(facts, regions[regions["level"] == "desa"]["code"])
    states = {code: _state(approval, code, stage, codes) for code in shown}
    rows = _publish(table, states, hidden, has_targets=has_targets)
    return Coverage(period, find_target_year(period), has_targets, rows)


def _choose_period(approval: Approval, codes: list[str]) -> tuple[str, str] | None:
    """The newest period that all kecamatan have had approved, else the newest that any has."""
    for enough in (all, any):
        for stage, pattern in _STAGES:
            if codes and enough(approval.is_done(code, stage) for code in codes):
                return stage, pattern.format(year=approval.year)
    return None


def _state(approval: Approval, code: str, stage: str, below: list[str]) -> str:
    if len(code) > 5 or stage == "ansit":
        return approval.state_of(code, stage)
    state = approval.state_of(code)  # a kabupaten has no semester of its own
    done = all(approval.is_done(each, stage) for each in below)
    return state if done or state != SHOWN else PENDING


def find_hidden_cells(facts: pd.DataFrame, desa_codes: pd.Series) -> frozenset[tuple[str, str]]:
    """(region, item) whose percentage is left out, as if every number of people were known.

    `facts`: of `read_coverage_facts`. What counts desa instead of people is not protected.
    """
    indicators = coverage_indicators()
    counts = count_services(facts, desa_codes, indicators)
    kinds = dict(zip(indicators["kode"], indicators["status_penyebut"], strict=True))
    nodes = desa_codes.str[:8].to_numpy(dtype=object)
    parents = {str(code): str(code)[:5] for code in nodes}
    parents |= dict.fromkeys(set(parents.values()), "")
    found: set[tuple[str, str]] = set()
    for column, item in enumerate(counts.items):
        if kinds[item] == _COUNTS_DESA:
            continue
        top, bottom = counts.numerators[:, column], counts.denominators[:, column]
        known = np.flatnonzero(~np.isnan(top) & ~np.isnan(bottom))
        atoms = [Atom(nodes[n], int(top[n]), int(bottom[n] - top[n])) for n in known]
        found |= {(code, item) for code in find_hidden(atoms, parents)}
    return frozenset(found)


def _publish(
    table: pd.DataFrame,
    states: dict[str, str],
    hidden: frozenset[tuple[str, str]],
    *,
    has_targets: bool,
) -> pd.DataFrame:
    state = table["region_code"].map(states)
    cells = list(zip(table["region_code"], table["item_code"], strict=True))
    protected = pd.Series([cell in hidden for cell in cells], index=table.index)
    state = state.mask((state == SHOWN) & table["cakupan_pct"].isna(), NO_DATA)
    state = state.mask((state == SHOWN) & protected, PROTECTED)
    is_shown = state == SHOWN
    assessed = is_shown & has_targets
    return pd.DataFrame(
        {
            "region_code": table["region_code"],
            "item_code": table["item_code"],
            "cakupan_pct": round_inward(table["cakupan_pct"]).where(is_shown),
            "target_pct": table["target_pct"].where(assessed),
            "status": table["status"].where(assessed, ""),
            "keadaan": state,
        }
    )


def round_inward(values: pd.Series) -> pd.Series:
    """Whole percentages; not 0 where anybody was reached, nor 100 where anybody was left."""
    whole = np.floor(values + 0.5)
    whole = whole.mask((values > 0) & (whole == 0), 1)
    return whole.mask((values < 100) & (whole == 100), 99)
