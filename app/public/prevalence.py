"""Prevalence as everybody may see it: figures of regions, classes of desa, nothing in between."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
import pandas as pd
from sqlalchemy import Engine

from analysis.classes import classify
from analysis.disclosure import Atom, find_hidden
from analysis.prevalence import divide_to_pct
from app.figures import read_thresholds
from app.public.approval import NO_DATA, PENDING, PROTECTED, SHOWN, TOO_FEW, Approval
from data_access.reads import batches, pengukuran, wilayah
from data_access.reads.publik import read_data_date

Approvals = Callable[[int], Approval]
PERIODS_SHOWN = 5
_MONTH = "-08"
_LEVELS = ("kecamatan", "kabupaten", "provinsi")


@dataclass(frozen=True, slots=True)
class Prevalence:
    """Measurements of a year and those before it, of one source.

    regions: code, period, stunting, diukur (children), prevalensi_pct, kelas (-1 none), keadaan
    (a code of `app.text.publik.STATES`; figures only where it is "terbit"). desa: code, name,
    kecamatan_code, kelas, keadaan. periods: the newest last.
    """

    source: str
    period: str
    data_date: str | date | None
    periods: tuple[str, ...]
    regions: pd.DataFrame
    desa: pd.DataFrame


def read_prevalence(
    engine: Engine, scope_code: str, year: int, codes: list[str], approvals: Approvals
) -> Prevalence | None:
    """The prevalence of regions (a kabupaten or province and those below it) in a year.

    None where the year's measurements do not exist. What must be hidden is decided for the whole
    province at once, whichever page is asked for, so that no page gives away what another hides.
    """
    period = f"{year - 1}{_MONTH}"
    chosen = _choose_source(pengukuran.read_datasets(engine, scope_code), period)
    if chosen is None:
        return None
    measured = _Measured(engine, _read_version(engine), scope_code[:2], chosen)
    facts = _read_facts(measured)
    mine = facts[facts["unit_code"].str.startswith(scope_code)]
    known = {p for p in mine["period"].unique() if p.endswith(_MONTH) and p <= period}
    periods = tuple(sorted(known)[-PERIODS_SHOWN:])
    parts = [
        _tabulate(
            facts[facts["period"] == each],
            _find_hidden(measured, each),
            [(code, _state(code, each, year, approvals)) for code in codes],
            each,
        )
        for each in periods
    ]
    regions = pd.concat(parts, ignore_index=True)
    return Prevalence(
        chosen,
        period,
        read_data_date(engine, scope_code, chosen, period),
        periods,
        regions,
        _tabulate_desa(engine, mine[mine["period"] == period], scope_code, approvals(year)),
    )


def _choose_source(datasets: pd.DataFrame, period: str) -> str | None:
    """The source that has most units in a period."""
    units = datasets[datasets["period"] == period].groupby("source")["units"].sum()
    return None if units.empty else str(units.sort_index().idxmax())


@dataclass(frozen=True, slots=True)
class _Measured:
    """One source's measurements in a whole province, as they stood at a version."""

    engine: Engine
    version: tuple[int, ...]
    province_code: str
    source: str


def _read_version(engine: Engine) -> tuple[int, ...]:
    versions = batches.read_versions(engine)
    return versions.get("pengukuran", 0), versions.get("wilayah", 0)


# The pages of a province's many kecamatan are made of the same figures: read them, never change.
@lru_cache(maxsize=2)
def _read_facts(measured: _Measured) -> pd.DataFrame:
    place = (measured.engine, measured.province_code, measured.source)
    facts = pengukuran.read_measurements(*place)
    return facts[facts["stunting_jiwa"].notna() & facts["diukur_jiwa"].notna()]


@lru_cache(maxsize=16)
def _find_hidden(measured: _Measured, period: str) -> frozenset[str]:
    facts = _read_facts(measured)
    return find_hidden_regions(facts[facts["period"] == period])


def _tabulate(
    facts: pd.DataFrame, hidden: frozenset[str], states: list[tuple[str, str]], period: str
) -> pd.DataFrame:
    rows = []
    for code, allowed in states:
        inside = facts[facts[f"{_level(code)}_code"] == code]
        stunted, measured = inside["stunting_jiwa"].sum(), inside["diukur_jiwa"].sum()
        state = allowed
        if allowed == SHOWN and (measured == 0 or code in hidden):
            state = NO_DATA if measured == 0 else PROTECTED
        figures = (stunted, measured) if state == SHOWN else (np.nan, np.nan)
        rows.append((code, period, *figures, state))
    table = pd.DataFrame(rows, columns=["code", "period", "stunting", "diukur", "keadaan"])
    counts = table[["stunting", "diukur"]].to_numpy("float64")
    share = divide_to_pct(counts[:, 0], counts[:, 1])
    classes = classify(share, read_thresholds().prevalence_bounds)
    return table.assign(prevalensi_pct=share, kelas=classes)


def _state(code: str, period: str, year: int, approvals: Approvals) -> str:
    """Whether a period's figure of a region may be shown on the page of a year."""
    now = approvals(year).state_of_measurements(code)
    cycle = int(period[:4]) + 1
    if now != SHOWN or cycle == year:
        return now
    then = approvals(cycle)
    state = then.state_of_measurements(code)
    # From before the stages were recorded here: it goes with this year's approved analysis.
    return SHOWN if state == PENDING and not then.has_begun else state


def find_hidden_regions(facts: pd.DataFrame) -> frozenset[str]:
    """Regions of a period whose figures are left out; `facts`: of `read_measurements`."""
    levels = [facts[f"{level}_code"] for level in _LEVELS]
    nodes = levels[0].where(levels[0] != "", levels[1].where(levels[1] != "", levels[2]))
    parents: dict[str, str] = {}
    above = [*levels[1:], pd.Series("", index=facts.index)]
    for child, parent in zip(levels, above, strict=True):
        parents |= {c: p for c, p in zip(child, parent, strict=True) if c}
    atoms = [
        make_atom(str(node), int(stunted), int(measured), is_desa=level == "desa")
        for node, stunted, measured, level in zip(
            nodes, facts["stunting_jiwa"], facts["diukur_jiwa"], facts["level"], strict=True
        )
        if measured > 0 and node
    ]
    return find_hidden(atoms, parents)


def make_atom(node: str, stunted: int, measured: int, *, is_desa: bool) -> Atom:
    """A unit with what the page tells of it: the class of a desa, of others nothing."""
    rest = measured - stunted
    if not is_desa:
        return Atom(node, stunted, rest, is_alone_secret=False)
    thresholds = read_thresholds()
    if measured < thresholds.minimum_measured:
        return Atom(node, stunted, rest, least=1, most=thresholds.minimum_measured - 1)
    bounds = (*thresholds.prevalence_bounds, float("inf"))
    index = int(classify([100 * stunted / measured], thresholds.prevalence_bounds)[0])
    return Atom(
        node,
        stunted,
        rest,
        low_pct=bounds[index],
        high_pct=bounds[index + 1],
        least=thresholds.minimum_measured,
    )


def _tabulate_desa(
    engine: Engine, facts: pd.DataFrame, scope_code: str, approval: Approval
) -> pd.DataFrame:
    columns = ["code", "name", "kecamatan_code", "kelas", "keadaan"]
    if _level(scope_code) != "kabupaten":
        return pd.DataFrame(columns=columns)
    thresholds = read_thresholds()
    sums = facts[facts["level"] == "desa"].groupby("unit_code")[["stunting_jiwa", "diukur_jiwa"]]
    known = sums.sum()
    rows = []
    desa = wilayah.read_regions(engine, scope_code, "desa")
    desa = desa[desa["valid_until"].isna() | desa["code"].isin(known.index)]
    states: Mapping[str, str] = {
        code: approval.state_of_measurements(code) for code in desa["code"].str[:8].unique()
    }
    for code, name in zip(desa["code"], desa["name"], strict=True):
        state, index = states[code[:8]], -1
        stunted, measured = known.loc[code] if code in known.index else (0, 0)
        if state == SHOWN and measured == 0:
            state = NO_DATA
        elif state == SHOWN and measured < thresholds.minimum_measured:
            state = TOO_FEW
        elif state == SHOWN:
            share = [100 * stunted / measured]
            index = int(classify(share, thresholds.prevalence_bounds)[0])
        rows.append((code, name, code[:8], index, state))
    return pd.DataFrame(rows, columns=columns)


def _level(code: str) -> str:
    return {2: "provinsi", 5: "kabupaten", 8: "kecamatan"}[len(code)]
