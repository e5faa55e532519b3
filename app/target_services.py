"""The services beside their targets as a table in words, for the screen."""

from typing import Any

import pandas as pd

from analysis.pace import UP
from app import target_loaders
from app.format import format_count, format_pct
from app.stage_words import name_agency
from app.target_figures import compute_service_pace
from app.target_items import TargetItem, list_services, read_target_items
from app.target_words import write_needed, write_origin, write_pace, write_target
from app.text import target as text
from app.text.cakupan import SHORT_NAMES

GREY = "_kelabu"
_KABUPATEN_LENGTH = 5


def tabulate_services(code: str, year: int) -> pd.DataFrame:
    """A row a service: target and origin, latest coverage, people to reach, paces; all in words.

    The column `GREY` holds, by row, the headings of what is inherited from a region above.
    """
    in_force = target_loaders.load_in_force(code)
    targets = in_force[in_force["year"] == year].set_index("item_code")
    known = _read_latest(code, year)
    paces = target_loaders.load_coverage_series(code)
    # Which agency answers for a service is settled by the kabupaten, for its kecamatan too.
    duties = target_loaders.load_responsible(code[:_KABUPATEN_LENGTH])
    words = _headings(code, year)
    rows = []
    for item in list_services():
        target = targets.loc[item.code] if item.code in targets.index else None
        figures = known.loc[item.code] if item.code in known.index else None
        past = paces.loc[paces["item_code"] == item.code, ["year", "value_pct"]]
        agency = (
            name_agency(duties[item.code], code[:_KABUPATEN_LENGTH])
            if item.code in duties
            else None
        )
        rows.append(_write_row(item, code, year, target, figures, past, words) | {
            words["agency"]: agency,
            words["cluster"]: item.cluster,
        })  # fmt: skip
    return pd.DataFrame(rows)


def _write_row(
    item: TargetItem,
    code: str,
    year: int,
    target: Any,
    figures: Any,
    past: pd.DataFrame,
    words: dict[str, str],
) -> dict[str, object]:
    row: dict[str, object] = {
        words["label"]: item.label,
        words["name"]: SHORT_NAMES[item.code],
        words["target"]: text.NO_TARGET,
        words["origin"]: None,
        words["coverage"]: None if figures is None else _write_pct(figures["cakupan_pct"]),
        words["reach"]: None,
        words["needed"]: None,
        words["achieved"]: None,
    }
    if target is None:
        return row | {GREY: {words["target"]: True}}
    percent = float(target["target_pct"])
    pace = compute_service_pace(past, (year, percent), item.code)
    inherited = target["target_dari"] != code
    row |= {
        words["target"]: write_target(percent),
        words["origin"]: write_origin(target["dokumen"], target["target_dari"], code),
        words["reach"]: None if figures is None else _write_count(figures["perlu_dijangkau"]),
        words["needed"]: write_needed(pace, UP),
        words["achieved"]: write_pace(pace.achieved_points),
    }
    return row | {GREY: {words["target"]: inherited, words["origin"]: inherited}}


def tabulate_all_years(in_force: pd.DataFrame, code: str) -> pd.DataFrame:
    """All targets in force, a row an item and a column a year: the figure with its origin."""
    years = sorted(in_force["year"].astype(int).unique())
    rows = []
    for item in read_target_items().values():
        mine = in_force[in_force["item_code"] == item.code].set_index("year")
        row: dict[str, object] = {
            text.LOOK_COLUMNS["label"]: item.label,
            text.LOOK_COLUMNS["name"]: SHORT_NAMES.get(item.code, item.name),
        }
        grey = {}
        for year in years:
            if year in mine.index:
                line = mine.loc[year]
                origin = write_origin(line["dokumen"], line["target_dari"], code)
                row[str(year)] = text.VALUE_AND_ORIGIN.format(
                    value=write_target(float(line["target_pct"])), origin=origin
                )
                grey[str(year)] = line["target_dari"] != code
            else:
                row[str(year)] = None
        rows.append(row | {GREY: grey})
    return pd.DataFrame(rows)


def find_latest(code: str, year: int) -> tuple[int, str] | None:
    """The last known year up to a target's year and its period, None where nothing is known."""
    known = target_loaders.load_year_periods(code)
    usable = [each for each in known if each <= year]
    return (max(usable), known[max(usable)]) if usable else None


def _read_latest(code: str, year: int) -> pd.DataFrame:
    latest = find_latest(code, year)
    if latest is None:
        return pd.DataFrame(columns=["cakupan_pct", "perlu_dijangkau"])
    rows = target_loaders.load_coverage(code, latest[1], year)
    return rows[rows["region_code"] == code].set_index("item_code")


def _headings(code: str, year: int) -> dict[str, str]:
    latest = find_latest(code, year)
    period = text.COVERAGE_PERIOD.format(year=latest[0]) if latest else ""
    return {
        key: heading.format(year=year, period=period).strip()
        for key, heading in text.LOOK_COLUMNS.items()
    }


def _write_pct(value: float) -> str | None:
    return None if pd.isna(value) else format_pct(value)


def _write_count(value: Any) -> str | None:
    return None if pd.isna(value) else format_count(value)
