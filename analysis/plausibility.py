"""What looks wrong in entered figures of one period: findings as rows, each a code with figures."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.coverage import count_services, spread_facts

COLUMNS = ("unit_code", "item_code", "code", "value", "bound", "compared_with")
ABOVE_TARGET_GROUP = "capaian_di_atas_sasaran"
PART_ABOVE_WHOLE = "bagian_di_atas_kelompok"
CHANGED_TOO_MUCH = "berubah_terlalu_jauh"
ALL_ZERO = "semua_nol"
NUMERATOR_BLANK = "capaian_kosong"
DENOMINATOR_BLANK = "sasaran_kosong"
NOT_YES_OR_NO = "bukan_nol_atau_satu"
MORE_MEASURED = "diukur_melebihi_balita"

_UNDER_FIVE = ("S08", "S09", "S10")
# Who is counted in the first is also counted in the second, by the names of the sasaran.
_PARTS = (
    (("S07",), ("S04",)),
    (("S12", "S13"), ("S08", "S09")),
    (("S14", "S15"), ("S10",)),
    (_UNDER_FIVE, ("S16",)),
    (("S02",), ("S01",)),
    (("S03",), ("S01",)),
    (("S04",), ("S01",)),
    (("S05",), ("S01",)),
    (("S06",), ("S01",)),
    (("S16",), ("S01",)),
)
_YES_OR_NO = "master wilayah"
_POOLED = "gabungan"
Found = tuple[np.ndarray, ...]
"""Findings of one check, column by column as `COLUMNS` names them."""


def check_facts(
    facts: pd.DataFrame,
    before: pd.DataFrame,
    units: pd.Series,
    indicators: pd.DataFrame,
    *,
    factor: float,
    least: float,
    measured: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Check the figures of one period, desa by desa.

    `facts`, `before`: unit_code, item_code, value of this period and of the one they are compared
    with (a semester: the same semester of the year before); an empty frame where there is none.
    `units`: the desa to check. `indicators`: kode, penyebut_sasaran, status_penyebut. `measured`:
    unit_code, diukur_jiwa of the measurement paired with the period.

    Returns `COLUMNS`, a row a finding ordered by unit and item: the item (several joined by "+"
    where their sum is checked, "" for the whole row of a desa), the entered value, the figure it
    breaks (bound) and what that figure is of (compared_with: items joined by "+", or "sebelumnya",
    "diukur"). Of pooled indicators each has the pooled finding. A change is reported from
    `factor` times up or down on, if it is at least `least` in number.
    """
    now, earlier = spread_facts(facts, units), spread_facts(before, units)
    codes = units.to_numpy(dtype=object)
    found = [
        *_check_services(facts, units, indicators, now),
        *_check_parts(now, codes),
        *_check_changes(now, earlier, codes, factor, least),
        _check_zeros(now, earlier, codes),
    ]
    if measured is not None:
        found.append(_check_measured(now, codes, measured))
    table = _put_together([columns for columns in found if len(columns[0])])
    return table.sort_values(["unit_code", "item_code", "code"], ignore_index=True)


def _rows(
    codes: np.ndarray,
    item: str,
    code: str,
    when: np.ndarray,
    value: np.ndarray,
    bound: np.ndarray,
    compared_with: str,
) -> Found:
    desa = codes[when]
    same = (np.full(len(desa), word, dtype=object) for word in (item, code, compared_with))
    items, kinds, others = same
    return desa, items, kinds, value[when], bound[when], others


def _put_together(found: Sequence[Found]) -> pd.DataFrame:
    """One table of all findings: made at once, since most of a hundred checks find nothing."""
    words, numbers = pd.Series(dtype="str"), pd.Series(dtype="float64")
    columns: Sequence[object] = (words, words, words, numbers, numbers, words)
    if found:
        columns = [np.concatenate(parts) for parts in zip(*found, strict=True)]
    table = pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)))
    return table.astype({"unit_code": object})


def _pick(values: pd.DataFrame, items: tuple[str, ...]) -> np.ndarray:
    """The figures of some items, a column each, NaN where nobody entered the item."""
    picked = np.full((len(values), len(items)), np.nan)
    for at, item in enumerate(items):
        if item in values.columns:
            picked[:, at] = values[item].to_numpy(dtype="float64")
    return picked


def _sum_of(values: pd.DataFrame, items: tuple[str, ...]) -> np.ndarray:
    """The sum of the known ones, NaN where none is known: a sum of parts is at least this."""
    known = _pick(values, items)
    return np.asarray(np.where(np.isnan(known).all(axis=1), np.nan, np.nansum(known, axis=1)))


def _whole_of(values: pd.DataFrame, items: tuple[str, ...]) -> np.ndarray:
    """The sum, NaN where one part is unknown."""
    return np.asarray(_pick(values, items).sum(axis=1))


def _check_services(
    facts: pd.DataFrame, units: pd.Series, indicators: pd.DataFrame, now: pd.DataFrame
) -> list[Found]:
    codes = units.to_numpy(dtype=object)
    counts = count_services(facts, units, indicators)
    found = []
    for at, row in enumerate(indicators.itertuples(index=False)):
        entered = _whole_of(now, (row.kode,))
        bottom = counts.denominators[:, at]
        if row.status_penyebut == _YES_OR_NO:
            bound = np.ones(len(codes))
            found.append(_rows(codes, row.kode, NOT_YES_OR_NO, entered > 1, entered, bound, ""))
            continue
        together = _find_together(row, indicators)
        top = _sum_of(now, together)
        parts = row.penyebut_sasaran
        found.append(_rows(codes, row.kode, ABOVE_TARGET_GROUP, top > bottom, top, bottom, parts))
        blank = np.isnan(entered) & (bottom > 0)
        found.append(_rows(codes, row.kode, NUMERATOR_BLANK, blank, entered, bottom, parts))
        unknown = ~np.isnan(entered) & np.isnan(bottom)
        found.append(_rows(codes, row.kode, DENOMINATOR_BLANK, unknown, entered, bottom, parts))
    return found


def _find_together(row: object, indicators: pd.DataFrame) -> tuple[str, ...]:
    kind, parts, code = (
        getattr(row, name) for name in ("status_penyebut", "penyebut_sasaran", "kode")
    )
    if kind != _POOLED:
        return (str(code),)
    same = indicators["penyebut_sasaran"].eq(parts) & indicators["status_penyebut"].eq(_POOLED)
    return tuple(indicators.loc[same, "kode"])


def _check_parts(now: pd.DataFrame, codes: np.ndarray) -> list[Found]:
    found = []
    for parts, wholes in _PARTS:
        part, whole = _sum_of(now, parts), _whole_of(now, wholes)
        names = "+".join(wholes)
        found.append(
            _rows(codes, "+".join(parts), PART_ABOVE_WHOLE, part > whole, part, whole, names)
        )
    return found


def _check_changes(
    now: pd.DataFrame, earlier: pd.DataFrame, codes: np.ndarray, factor: float, least: float
) -> list[Found]:
    found = []
    for item in now.columns.intersection(earlier.columns, sort=True):
        value, last = now[item].to_numpy(), earlier[item].to_numpy()
        far = (value >= factor * last) | (factor * value <= last)
        when = far & (np.abs(value - last) >= least)
        found.append(_rows(codes, str(item), CHANGED_TOO_MUCH, when, value, last, "sebelumnya"))
    return found


def _check_zeros(now: pd.DataFrame, earlier: pd.DataFrame, codes: np.ndarray) -> Found:
    """Every entered figure of a desa is 0 although it had figures before: blank was meant."""
    known = now.notna().any(axis=1).to_numpy()
    zero = known & (now.isna() | (now == 0)).all(axis=1).to_numpy()
    had = (earlier > 0).any(axis=1).to_numpy()
    number = (earlier > 0).sum(axis=1).to_numpy(dtype="float64")
    return _rows(codes, "", ALL_ZERO, zero & had, np.zeros(len(codes)), number, "sebelumnya")


def _check_measured(now: pd.DataFrame, codes: np.ndarray, measured: pd.DataFrame) -> Found:
    children = measured.set_index("unit_code")["diukur_jiwa"].reindex(codes).to_numpy("float64")
    listed = _whole_of(now, _UNDER_FIVE)
    item = "+".join(_UNDER_FIVE)
    return _rows(codes, item, MORE_MEASURED, children > listed, listed, children, "diukur")
