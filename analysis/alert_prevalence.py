"""Alerts from measurements: rises of prevalence, more children measured than there should be."""

import pandas as pd

from analysis.alert_places import Named, code_and_name
from analysis.alert_rules import AlertRules
from analysis.alerts import ATTENTION, CONTRADICTION, RISE, URGENT, Alert
from analysis.rises import find_firm_rises


def find_rises(
    table: pd.DataFrame, own: pd.Series | None, scope: Named, periods: Named, rules: AlertRules
) -> list[Alert]:
    """Rises of prevalence that are large, convincing, and not one of many by chance.

    `table`: of `build_region_table`, the regions inside `scope`. `own`: the same figures of the
    region itself, None where unknown. `periods`: the one shown and the one that it is held against.
    """
    words = {"period": periods[0], "compare": periods[1]}
    found = []
    if own is not None and _is_own_rise(own, rules.own_rise_points):
        figures = {
            "poin": float(own["perubahan_poin"]),
            "prevalensi_pct": float(own["prevalensi_pct"]),
        }
        found.append(Alert(RISE, URGENT, "wilayah", scope[0], (scope,), figures, words, periods[0]))
    rising = find_firm_rises(table, rules.rise_points, rules.false_rises)
    if len(rising):
        figures = {
            "banyak": float(len(rising)),
            "poin": float(rising["perubahan_poin"].iloc[0]),
            "prevalensi_pct": float(rising["prevalensi_pct"].iloc[0]),
            "dibandingkan": float(table["perubahan_poin"].notna().sum()),
        }
        places = code_and_name(rising)
        region = places[0][0] if len(places) == 1 else scope[0]
        found.append(Alert(RISE, ATTENTION, "bawahan", region, places, figures, words, periods[0]))
    return found


def _is_own_rise(own: pd.Series, points: float) -> bool:
    change = own["perubahan_poin"]
    return bool(pd.notna(change) and change >= points and not own["belum_meyakinkan"])


def find_overcounted(table: pd.DataFrame, scope: str, period: str) -> list[Alert]:
    """More children measured than there should be: a region table's di_atas_100."""
    above = table[table["di_atas_100"]]
    if above.empty:
        return []
    places = code_and_name(above)
    region = places[0][0] if len(places) == 1 else scope
    figures = {"banyak": float(len(above))}
    words = {"period": period}
    return [Alert(CONTRADICTION, ATTENTION, "diukur", region, places, figures, words, period)]
