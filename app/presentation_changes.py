"""How prevalence moved since the measurement before, held against a snapshot's own figures."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Engine

from analysis.change import compare_periods
from app.figures import View, default_compare, read_thresholds, tabulate_place, tabulate_view
from app.meeting_snapshot import plain
from data_access.reads import pengukuran, wilayah

Figures = Mapping[str, Any]
_COUNTS = ["code", "prevalensi_pct", "pembilang_jiwa", "penyebut_jiwa"]
_KEPT = (
    *("code", "prevalensi_sebelum_pct", "perubahan_poin"),
    *("perubahan_bawah_poin", "perubahan_atas_poin", "arah", "belum_meyakinkan"),
)


def freeze_changes(engine: Engine, base: Figures) -> dict[str, Any]:
    """The change of each region of a snapshot since the measurement that it is held against.

    The same month of the year before where it was measured, as on the page Peta. Returns compare
    (the earlier period or None), changes (rows by code, points of percent; None: unknown),
    participation_pct of the region, minimum_measured (fewer children: not to be concluded from).
    """
    minimum = read_thresholds().minimum_measured
    empty: dict[str, Any] = {
        "compare": None,
        "changes": [],
        "participation_pct": None,
        "target_children": None,
    }
    source, measured = base["source"], base["measured"]
    if source is None or measured is None:
        return empty | {"minimum_measured": minimum}
    code = base["region"]["code"]
    facts = pengukuran.read_measurements(engine, code, source)
    series = tabulate_place(facts, code)
    own = series[series["period"] == measured]
    earlier = sorted(period for period in set(series["period"]) if period < measured)
    compare = default_compare(earlier, measured)
    changes = _list_changes(engine, base, facts, compare) if compare else []
    return {
        "compare": compare,
        "changes": changes,
        "participation_pct": _first(own, "partisipasi_pct"),
        "target_children": _first(own, "partisipasi_penyebut_jiwa"),
        "minimum_measured": minimum,
    }


def _list_changes(
    engine: Engine, base: Figures, facts: pd.DataFrame, compare: str
) -> list[dict[str, Any]]:
    code = base["region"]["code"]
    now = pd.DataFrame(base["prevalence"], columns=_COUNTS)
    now[_COUNTS[1:]] = now[_COUNTS[1:]].astype("float64")
    levels = (base["region"]["level"], base["below"])
    before = pd.concat(
        [
            tabulate_view(
                wilayah.read_regions(engine, code, level),
                facts,
                View(code, level, base["source"], compare, None),
            )[_COUNTS]
            for level in levels
        ],
        ignore_index=True,
    )
    compared = compare_periods(now, before.drop_duplicates("code"), key="code")
    return [
        {name: plain(row[name]) for name in _KEPT} for row in compared.to_dict(orient="records")
    ]


def _first(rows: pd.DataFrame, column: str) -> Any:
    return None if rows.empty or column not in rows else plain(rows[column].iloc[0])
