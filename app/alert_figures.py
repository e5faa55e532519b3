"""What alerts are made from, put to the database: services, money and commitments of a region.

No cache and no Streamlit here, so that the digest's alerts are the screen's. Measurements and
stages come from tables that the caller has already.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy import Engine

from analysis.alert_rules import AlertRules
from analysis.plausibility import check_facts
from app.alert_money import narrow_inputs, read_unfunded
from app.budget_figures import (
    DESA,
    Snapshot,
)
from app.coverage_figures import (
    coverage_indicators,
    pick_codes,
    read_coverage_regions,
    tabulate_coverage,
)
from app.problem_figures import (
    Pairing,
    ProblemInputs,
    order_periods,
    pair_measurement,
    read_inputs,
)
from data_access import reference
from data_access.periods import parse_entry_period, previous_period
from data_access.reads import anggaran, cakupan, pengukuran, target

_KABUPATEN_LENGTH = 5


@dataclass(frozen=True, slots=True)
class ServiceGround:
    """What is known of services in one kabupaten or province, for every region inside it.

    `period`: of the services, `before` the like one a year earlier, None where there is none.
    `now`, `earlier`: of `tabulate_coverage`. `findings`: of `check_facts`, with `period`.
    `unfunded`: of `list_unfunded`, all desa inside. `snapshot`: the budget that it is of; None in
    a province, whose kabupaten each have their own. `names`: of regions by code.
    """

    period: str
    before: str | None
    now: pd.DataFrame
    earlier: pd.DataFrame
    findings: pd.DataFrame
    unfunded: pd.DataFrame
    snapshot: Snapshot | None
    names: pd.Series


def read_rules() -> AlertRules:
    """The cut-offs in force, from reference data."""
    value = reference.read_threshold
    return AlertRules(
        urgent_late_days=int(value("peringatan_terlambat_hari")),
        rise_points=float(value("peringatan_naik_poin")),
        own_rise_points=float(value("peringatan_naik_poin_wilayah")),
        false_rises=float(value("peringatan_naik_palsu")),
        fall_points=float(value("peringatan_turun_poin")),
        commitment_days=int(value("peringatan_komitmen_hari")),
    )


def read_most_shown() -> int:
    """How many alerts stand on Beranda at first sight."""
    return int(reference.read_threshold("peringatan_beranda"))


def read_services(
    engine: Engine, owner: str, source: str | None, today: date
) -> ServiceGround | None:
    """Put the questions of a kabupaten or province; None while no service is known."""
    periods = order_periods(target.read_service_periods(engine, owner))
    if not periods:
        return None
    period, last_year = periods[0], previous_period(periods[0])
    before = last_year if last_year in periods else None
    datasets = pengukuran.read_datasets(engine, owner)
    measured = pair_measurement(period, datasets.loc[datasets["source"] == source, "period"])
    facts = cakupan.read_coverage_facts(engine, owner, period)
    inputs = read_inputs(engine, Pairing(owner, period, source, measured), facts)
    now, (unfunded, snapshot) = inputs.assessed, _read_money(engine, inputs, today)
    if len(owner) != _KABUPATEN_LENGTH:
        codes = pick_codes(inputs.regions, owner, "kabupaten").union([owner])
        now = now[now["region_code"].isin(codes)]
    regions = now["region_code"].unique()
    return ServiceGround(
        period,
        before,
        now,
        _read_coverage(engine, owner, regions, before) if before else now.head(0),
        pd.concat([_check(engine, inputs, each) for each in _list_checked(periods)]),
        unfunded,
        snapshot,
        inputs.regions.set_index("code")["name"],
    )


def _read_money(
    engine: Engine, inputs: ProblemInputs, today: date
) -> tuple[pd.DataFrame, Snapshot | None]:
    """Problem locations without money; in a province those of every kabupaten's own budget."""
    owner = inputs.scope_code
    if len(owner) == _KABUPATEN_LENGTH:
        return read_unfunded(engine, inputs, today)
    codes = map(str, pick_codes(inputs.regions, owner, "kabupaten"))
    budgeted = [code for code in codes if anggaran.read_snapshots(engine, code)]
    parts = [read_unfunded(engine, narrow_inputs(inputs, code), today)[0] for code in budgeted]
    found = [each for each in parts if not each.empty]
    return (pd.concat(found, ignore_index=True) if found else pd.DataFrame()), None


def _list_checked(periods: list[str]) -> list[str]:
    """The period that ends last, which is being entered now, and the newest whole year."""
    return list(dict.fromkeys((max(periods, key=_last_day), periods[0])))


def _last_day(period: str) -> str:
    known = parse_entry_period(period)
    return known.last_day if known else ""


def _read_coverage(engine: Engine, scope: str, codes: Iterable[str], period: str) -> pd.DataFrame:
    return tabulate_coverage(
        cakupan.read_coverage_facts(engine, scope, period),
        read_coverage_regions(engine, scope),
        target.read_targets(engine, scope),
        codes,
        period,
    )


def _check(engine: Engine, inputs: ProblemInputs, period: str) -> pd.DataFrame:
    facts = cakupan.read_coverage_facts(engine, inputs.scope_code, period)
    units = inputs.regions.loc[inputs.regions["level"] == DESA, "code"]
    found = check_facts(
        facts,
        facts.head(0),
        units,
        coverage_indicators(),
        factor=float(reference.read_threshold("isian_berubah_kali")),
        least=float(reference.read_threshold("isian_berubah_minimum")),
    )
    return found.assign(period=period)
