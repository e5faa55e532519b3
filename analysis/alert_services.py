"""Alerts from services and money: falling coverage, impossible figures, places without money."""

from collections.abc import Collection, Iterable

import numpy as np
import pandas as pd

from analysis.alert_places import Named, count_places, lift, name_worst
from analysis.alert_rules import AlertRules
from analysis.alerts import ATTENTION, CONTRADICTION, FALL, UNFUNDED, URGENT, Alert
from analysis.intervals import compute_newcombe_interval
from analysis.plausibility import ABOVE_TARGET_GROUP, NOT_YES_OR_NO, PART_ABOVE_WHOLE

_COUNTS = ("pembilang", "penyebut")
_EARLIER = tuple(f"{name}_sebelum" for name in _COUNTS)
IMPOSSIBLE = (ABOVE_TARGET_GROUP, PART_ABOVE_WHOLE, NOT_YES_OR_NO)


def find_falls(
    now: pd.DataFrame, before: pd.DataFrame, scope: Named, periods: Named, rules: AlertRules
) -> list[Alert]:
    """Services whose coverage fell since the like period before: the region's own, those below.

    `now`, `before`: of `app.coverage_figures.tabulate_coverage`. Small denominators and falls that
    one person more or less would undo say nothing; nor does a region with fewer desa counted than
    before.
    """
    fallen = _join_fallen(now, before, rules.fall_points)
    words = {"period": periods[0], "compare": periods[1]}
    found = []
    for code, rows in (
        ("wilayah", fallen[fallen["region_code"] == scope[0]]),
        ("bawahan", fallen[fallen["region_code"] != scope[0]]),
    ):
        if rows.empty:
            continue
        worst = rows.iloc[0]
        figures = {
            "layanan": float(rows["item_code"].nunique()),
            "wilayah": float(rows["region_code"].nunique()),
            "poin": float(worst["turun_poin"]),
            "cakupan_pct": float(worst["cakupan_pct"]),
        }
        told = words | {"worst": str(worst["item_code"]), "level": str(worst["level"])}
        places = (scope,) if code == "wilayah" else name_worst(rows, "turun_poin")
        large = code == "wilayah" and figures["poin"] >= 2 * rules.fall_points
        severity = URGENT if large else ATTENTION
        found.append(Alert(FALL, severity, code, scope[0], places, figures, told, periods[0]))
    return found


def _join_fallen(now: pd.DataFrame, before: pd.DataFrame, points: float) -> pd.DataFrame:
    keys = ["region_code", "item_code"]
    earlier = before[[*keys, "cakupan_pct", "desa_dihitung", *_COUNTS]]
    both = now.merge(earlier, on=keys, suffixes=("", "_sebelum"), validate="one_to_one")
    fell = both.assign(turun_poin=both["cakupan_pct_sebelum"] - both["cakupan_pct"])
    comparable = fell["desa_dihitung"] >= fell["desa_dihitung_sebelum"]
    large = fell["turun_poin"].ge(points) & ~fell["penyebut_kecil"].astype(bool)
    found = fell[large & comparable]
    firm = found[_is_convincing(found)]
    return firm.sort_values("turun_poin", ascending=False, kind="stable")


def _is_convincing(rows: pd.DataFrame) -> np.ndarray:
    """Newcombe's 95 % interval of the fall lies above zero: not one person more or less."""
    counts = [rows[name].to_numpy("float64") for name in (*_EARLIER, *_COUNTS)]
    lower, _ = compute_newcombe_interval((counts[0], counts[1]), (counts[2], counts[3]))
    return np.asarray(lower > 0)


def find_contradictions(
    findings: pd.DataFrame, names: pd.Series, scope: str, mine: Collection[tuple[str, str]]
) -> list[Alert]:
    """Entered figures that cannot be: one alert for each kind, with all its periods.

    `findings`: of `check_facts`, with `period`, the period to mend first in front. `names`: of desa
    by code. `mine`: (kecamatan, item) pairs whose figures this person enters.
    """
    impossible = findings[findings["code"].isin(IMPOSSIBLE)]
    found = []
    for code, rows in impossible.groupby("code", sort=True):
        own = [row for row in rows.itertuples() if _is_own(row, mine)]
        codes = list(dict.fromkeys(rows["unit_code"]))
        places = _name_places(dict.fromkeys(lift(rows["unit_code"], scope)), names)
        figures = {"banyak": float(len(rows)), "desa": float(len(codes))}
        homes = {each[:8] for each in codes}
        region = homes.pop() if len(homes) == 1 else scope
        first = rows.iloc[0]
        period = str(first["period"])
        words = {
            "period": period,
            "periods": ",".join(dict.fromkeys(rows["period"])),
            "worst": str(first["item_code"]),
        }
        found.append(
            Alert(
                CONTRADICTION,
                URGENT if own else ATTENTION,
                str(code),
                region,
                places,
                figures,
                words,
                period,
                bool(own),
            )
        )
    return found


def _is_own(row: object, mine: Collection[tuple[str, str]]) -> bool:
    kecamatan = str(getattr(row, "unit_code"))[:8]  # noqa: B009 - rows have no type
    return any((kecamatan, item) in mine for item in str(getattr(row, "item_code")).split("+"))  # noqa: B009


def find_unfunded(
    unfunded: pd.DataFrame, names: pd.Series, scope: str, year: int, snapshot: str
) -> list[Alert]:
    """Problem locations with people to reach and no direct money, all in one alert.

    `unfunded`: of `analysis.budget_gaps.list_unfunded`, inside `scope`. `snapshot`: its label.
    """
    if unfunded.empty:
        return []
    figures, severity = _weigh_unfunded(unfunded)
    places = _name_places(count_places(unfunded), names)
    words = {"year": str(year), "snapshot": snapshot}
    return [Alert(UNFUNDED, severity, "lokasi_masalah", scope, places, figures, words, str(year))]


def find_unfunded_below(
    unfunded: pd.DataFrame, names: pd.Series, scope: str, year: int
) -> list[Alert]:
    """The same of a province, told by kabupaten, since each has a budget of its own."""
    if unfunded.empty:
        return []
    figures, severity = _weigh_unfunded(unfunded)
    homes = unfunded.assign(region_code=lift(unfunded["region_code"], scope))
    places = _name_places(count_places(homes), names)
    figures |= {"wilayah": float(len(places))}
    words = {"year": str(year)}
    return [Alert(UNFUNDED, severity, "bawahan", scope, places, figures, words, str(year))]


def _weigh_unfunded(unfunded: pd.DataFrame) -> tuple[dict[str, float], str]:
    figures = {
        "pasangan": float(len(unfunded)),
        "desa": float(unfunded["region_code"].nunique()),
        "layanan": float(unfunded["item_code"].nunique()),
        "tertinggal": float(unfunded["tertinggal"].sum()),
    }
    return figures, URGENT if figures["tertinggal"] else ATTENTION


def _name_places(codes: Iterable[str], names: pd.Series) -> tuple[Named, ...]:
    return tuple((code, str(names.get(code, code))) for code in codes)
