"""Fictional people to reach and people reached: better where stunting is low, mostly."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data_access.demo.landscape import Floats, Ints
from data_access.demo.service_levels import (
    PREVALENCE_TARGETS,
    SERVICES,
    SUPPORT,
    TARGET_RISE,
    TARGET_YEARS,
    TARGETS,
)

COLUMNS = ("period", "unit_code", "item_code", "value")
# Of which year a period speaks, and whether of its first half only.
PERIODS = {
    "2025": (2024, False),
    "2025-S1": (2025, True),
    "2025-S2": (2025, False),
    "2026": (2025, False),
    "2026-S1": (2026, True),
}
_YEARS = (2024, 2025, 2026)
_PARTS = {
    "I02": ("S04",),
    "I11": ("S08", "S09"),
    "I13": ("S08", "S09"),
    "I15": ("S08", "S09"),
    "I28": ("S03", "S04", "S05", "S06", "S08", "S09", "S10"),
}
_DENOMINATORS = {
    **dict.fromkeys(("I03", "I04"), ("S04",)),
    **dict.fromkeys(("I08", "I09"), ("S09",)),
    **dict.fromkeys(("I17", "I20", "I21"), ("S10",)),
    **dict.fromkeys(("I22", "I23"), ("S03",)),
    **dict.fromkeys(("I24", "I25"), ("S06",)),
    **dict.fromkeys(("I26", "I27"), ("S02",)),
    "I01": ("S07",),
    "I05": ("S05",),
    "I06": ("S17",),
    "I07": ("S08",),
    "I10": ("S12",),
    "I12": ("S13",),
    "I16": ("S14",),
    "I18": ("S15",),
    "I29": ("S01",),
    "I30": ("S16",),
    **_PARTS,
}
# Counted as they happen, so that a half year has about half of them.
_EVENTS = ("S05", "S06", "S11", "S17")
_MISSING_CELL = 0.006
# How strongly a desa's services follow its prevalence; the rest is its own.
_FOLLOWS, _OWN = -0.62, 0.78

_Counts = dict[str, Ints]


def make_services(regions: pd.DataFrame, measurements: pd.DataFrame, seed: int = 1) -> pd.DataFrame:
    """Make figures of 17 sasaran, 31 indikator and 13 data dukung, a row a desa, period and item.

    `regions`: code of the desa. `measurements`: of `make_measurements`. Columns `COLUMNS`, values
    whole numbers; what is unknown has no row. The situation analysis of a year repeats the second
    semester of the year before. Each period has the flaws of real figures: a desa that reaches
    more girls than it has, one that reached pregnant women where there are none to reach, one
    whose people were never counted, one without any figure, and scattered blanks.
    """
    rng = np.random.Generator(np.random.PCG64([seed, 5]))
    codes = np.sort(regions["code"].to_numpy(dtype=object))
    place = _describe(codes, measurements, rng)
    flaws = _choose_flaws(place, rng)
    years = [_make_year(place, year, rng) for year in range(len(_YEARS))]
    support = {item: rng.poisson(usual * place.size / 100) for item, usual in SUPPORT.items()}
    made = []
    for period, (year, half) in PERIODS.items():
        whole = years[_YEARS.index(year)]
        values = {**(_cut_to_june(whole, rng) if half else whole), **support}
        made.append(_to_rows(period, codes, _add_flaws(values, flaws), flaws, rng))
    return pd.concat(made, ignore_index=True)


@dataclass(frozen=True, slots=True)
class _Place:
    """Desa as arrays: children under five, and how good the services are (standard normal)."""

    size: Floats
    quality: Floats
    kecamatan: Ints


@dataclass(frozen=True, slots=True)
class _Flaws:
    """Positions of the desa with a flaw each."""

    above_hundred: int
    nobody: int
    uncounted: int
    silent: int


def _describe(codes: np.ndarray, measurements: pd.DataFrame, rng: np.random.Generator) -> _Place:
    sums = measurements.groupby("unit_code")[["stunting_jiwa", "diukur_jiwa"]].sum()
    size = measurements.groupby("unit_code")["sasaran_jiwa"].median().reindex(codes)
    share = (sums["stunting_jiwa"] / sums["diukur_jiwa"]).reindex(codes)
    share = share.fillna(share.median())
    standing = ((share - share.mean()) / share.std()).to_numpy(dtype="float64")
    kecamatan = np.unique([str(code)[:8] for code in codes], return_inverse=True)[1]
    around = rng.standard_normal(kecamatan.max() + 1)[kecamatan]
    own = 0.55 * around + 0.83 * rng.standard_normal(len(codes))
    return _Place(
        size.fillna(size.median()).to_numpy(dtype="float64"),
        _FOLLOWS * standing + _OWN * own,
        kecamatan,
    )


def _choose_flaws(place: _Place, rng: np.random.Generator) -> _Flaws:
    chosen = rng.permutation(len(place.size))[:4]
    return _Flaws(*(int(each) for each in chosen))


def _make_year(place: _Place, year: int, rng: np.random.Generator) -> _Counts:
    values = _count_people(place, rng)
    diarrhoea = values["S11"]
    young = rng.binomial(diarrhoea, 0.45)
    for item, (usual, _) in SERVICES.items():
        chance = _find_chance(place, usual, year, rng)
        if item == "I31":
            values[item] = (rng.uniform(size=len(chance)) < chance).astype(np.int64)
            continue
        if item in ("I14", "I19"):
            people = young if item == "I14" else diarrhoea - young
        else:
            people = np.sum([values[part] for part in _DENOMINATORS[item]], axis=0)
        values[item] = rng.binomial(people, chance)
    return values


def _find_chance(place: _Place, usual: float, year: int, rng: np.random.Generator) -> Floats:
    local = rng.standard_normal(place.kecamatan.max() + 1)[place.kecamatan]
    logit = np.log(usual / (100 - usual)) + 0.52 * place.quality + 0.22 * local
    logit = logit + 0.18 * rng.standard_normal(len(place.size)) + 0.12 * (year - 1)
    chance: Floats = 1 / (1 + np.exp(-logit))
    return chance


def _count_people(place: _Place, rng: np.random.Generator) -> _Counts:
    """The 17 counts of people of one year; every part lies within its group."""
    children = np.maximum(np.round(place.size * rng.normal(1, 0.015, len(place.size))), 10)
    number = children.astype(np.int64)
    infants, toddlers = rng.binomial(number, 0.1), rng.binomial(number, 0.3)
    older = np.maximum(number - infants - toddlers, 0)
    people = np.round(children / 0.085).astype(np.int64)
    pregnant = rng.binomial(people, 0.019)
    births = rng.binomial(people, 0.0165)
    severe, young = rng.binomial(infants + toddlers, 0.012), infants + toddlers
    older_severe = rng.binomial(older, 0.01)
    return {
        "S01": people,
        "S02": np.round(people / 3.6).astype(np.int64),
        "S03": rng.binomial(people, 0.075),
        "S04": pregnant,
        "S05": rng.binomial(births, 0.98),
        "S06": rng.binomial(people, 0.013),
        "S07": rng.binomial(pregnant, 0.14),
        "S08": infants,
        "S09": toddlers,
        "S10": older,
        "S11": rng.binomial(number, 0.16),
        "S12": severe,
        "S13": rng.binomial(young - severe, 0.07),
        "S14": older_severe,
        "S15": rng.binomial(older - older_severe, 0.06),
        "S16": number + rng.binomial(people, 0.24),
        "S17": births,
    }


def _cut_to_june(whole: _Counts, rng: np.random.Generator) -> _Counts:
    """The figures of January to June: events by half, services by how they grow."""
    half = dict(whole)
    for item in _EVENTS:
        half[item] = rng.binomial(whole[item], 0.49)
    for item, (_, part) in SERVICES.items():
        half[item] = whole[item] if item == "I31" else rng.binomial(whole[item], part)
    for item, people in (("I05", "S05"), ("I06", "S17"), ("I24", "S06"), ("I25", "S06")):
        share = whole[item] / np.maximum(whole[people], 1)
        half[item] = rng.binomial(half[people], share)
    share = (whole["I14"] + whole["I19"]) / np.maximum(whole["S11"], 1)
    treated = rng.binomial(half["S11"], share)
    half["I14"] = rng.binomial(treated, 0.45)
    half["I19"] = treated - half["I14"]
    return half


def _add_flaws(values: _Counts, flaws: _Flaws) -> _Counts:
    made = {item: np.array(value) for item, value in values.items()}
    girls = made["S03"][flaws.above_hundred]
    made["I22"][flaws.above_hundred] = np.ceil(1.15 * girls)
    made["S07"][flaws.nobody] = 0
    made["I01"][flaws.nobody] = 2
    return made


def _to_rows(
    period: str, codes: np.ndarray, values: _Counts, flaws: _Flaws, rng: np.random.Generator
) -> pd.DataFrame:
    items = sorted(values)
    table = np.column_stack([values[item] for item in items])
    known = rng.uniform(size=table.shape) >= _MISSING_CELL
    sasaran = np.array([item.startswith("S") for item in items])
    known[flaws.uncounted, sasaran] = False
    known[flaws.silent] = False
    shown = np.isin(items, ("S03", "S07", "I22", "I01"))
    for desa_shown in (flaws.above_hundred, flaws.nobody):
        known[desa_shown, shown] = True
    desa, item = np.nonzero(known)
    columns = [period, codes[desa], np.array(items, dtype=object)[item], table[desa, item]]
    return pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)))


def make_targets(kabupaten_code: str) -> pd.DataFrame:
    """Make the targets of one kabupaten: wilayah_code, item_code, year, target_pct, document.

    Prevalence (item PREV) by RPJMD for six years and by RKPD for two, coverage of 28 of the 31
    indicators by Renja for four years, percent. I09, I20 and I30 have none.
    """
    rows: list[tuple[str, int, float, str]] = [
        ("PREV", year, target, document)
        for document, series in PREVALENCE_TARGETS.items()
        for year, target in series.items()
    ]
    rows += [
        (item, year, last - TARGET_RISE * (TARGET_YEARS[-1] - year), "Renja")
        for item, last in TARGETS.items()
        for year in TARGET_YEARS
    ]
    columns = ["item_code", "year", "target_pct", "document"]
    frame = pd.DataFrame(rows, columns=columns)
    frame.insert(0, "wilayah_code", kabupaten_code)
    return frame
