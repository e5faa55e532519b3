"""The services beside their targets as a table in words, for the screen."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.pace import UP
from app import target_loaders
from app.format import format_count, format_pct
from app.painted import keep_painted
from app.stage_words import name_agency
from app.target_figures import compute_service_pace
from app.target_items import TargetItem, list_services, read_target_items
from app.target_words import write_needed, write_origin, write_pace, write_target
from app.text import target as text
from app.text.cakupan import SHORT_NAMES

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

GREY = "_kelabu"
_GREY_TEXT = "#6b7280"
_KABUPATEN_LENGTH = 5
_NO_PAST: Mapping[str, Sequence[float]] = {"year": (), "value_pct": ()}


def tabulate_services(code: str, year: int) -> pd.DataFrame:
    """A row a service: target and origin, latest coverage, people to reach, paces; all in words.

    The column `GREY` holds, by row, the headings of what is inherited from a region above.
    """
    in_force = target_loaders.load_in_force(code)
    targets = _by_item(in_force[in_force["year"] == year])
    known = _read_latest(code, year)
    paces = _read_past(code)
    # Which agency answers for a service is settled by the kabupaten, for its kecamatan too.
    duties = target_loaders.load_responsible(code[:_KABUPATEN_LENGTH])
    words = _headings(code, year)
    agencies = {each: name_agency(each, code[:_KABUPATEN_LENGTH]) for each in set(duties.values())}
    origin = cache(partial(write_origin, region_code=code))
    rows = []
    for item in list_services():
        target, figures = targets.get(item.code), known.get(item.code)
        past = paces.get(item.code, _NO_PAST)
        row = _write_row(item, code, year, target, figures, past, words, origin)
        agency = agencies[duties[item.code]] if item.code in duties else None
        rows.append(row | {words["agency"]: agency, words["cluster"]: item.cluster})
    return pd.DataFrame(rows)


def _by_item(rows: pd.DataFrame) -> dict[str, dict[str, Any]]:
    return {row["item_code"]: row for row in rows.to_dict("records")}


def _read_past(code: str) -> dict[str, dict[str, list[float]]]:
    """The years in which each service's coverage is known, and how much it was."""
    series = target_loaders.load_coverage_series(code)
    found: dict[str, dict[str, list[float]]] = {}
    for year, item, value in zip(
        series["year"], series["item_code"], series["value_pct"], strict=True
    ):
        past = found.setdefault(item, {"year": [], "value_pct": []})
        past["year"].append(year)
        past["value_pct"].append(value)
    return found


def _write_row(
    item: TargetItem,
    code: str,
    year: int,
    target: Any,
    figures: Any,
    past: Mapping[str, Sequence[float]],
    words: dict[str, str],
    write: Callable[[str, str], str],
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
        words["origin"]: write(target["dokumen"], target["target_dari"]),
        words["reach"]: None if figures is None else _write_count(figures["perlu_dijangkau"]),
        words["needed"]: write_needed(pace, UP),
        words["achieved"]: write_pace(pace.achieved_points),
    }
    return row | {GREY: {words["target"]: inherited, words["origin"]: inherited}}


def tabulate_all_years(in_force: pd.DataFrame, code: str) -> pd.DataFrame:
    """All targets in force, a row an item and a column a year: the figure with its origin."""
    years = sorted(in_force["year"].astype(int).unique())
    lines = {(row["item_code"], row["year"]): row for row in in_force.to_dict("records")}
    write = cache(partial(write_origin, region_code=code))
    rows = []
    for item in read_target_items().values():
        row: dict[str, object] = {
            text.LOOK_COLUMNS["label"]: item.label,
            text.LOOK_COLUMNS["name"]: SHORT_NAMES.get(item.code, item.name),
        }
        grey = {}
        for year in years:
            line = lines.get((item.code, year))
            if line is not None:
                origin = write(line["dokumen"], line["target_dari"])
                row[str(year)] = text.VALUE_AND_ORIGIN.format(
                    value=write_target(float(line["target_pct"])), origin=origin
                )
                grey[str(year)] = line["target_dari"] != code
            else:
                row[str(year)] = None
        rows.append(row | {GREY: grey})
    return pd.DataFrame(rows)


def paint(table: pd.DataFrame) -> "Styler":
    """A table for the screen whose inherited targets are grey: `GREY` names them by row."""
    shown = table.drop(columns=GREY)
    colors = [
        [f"color: {_GREY_TEXT}" if grey.get(name) else "" for name in shown.columns]
        for grey in table[GREY]
    ]
    css = pd.DataFrame(colors, index=shown.index, columns=shown.columns)
    return keep_painted(shown.style.apply(lambda _: css, axis=None))


def find_latest(code: str, year: int) -> tuple[int, str] | None:
    """The last known year up to a target's year and its period, None where nothing is known."""
    known = target_loaders.load_year_periods(code)
    usable = [each for each in known if each <= year]
    return (max(usable), known[max(usable)]) if usable else None


def _read_latest(code: str, year: int) -> dict[str, dict[str, Any]]:
    latest = find_latest(code, year)
    if latest is None:
        return {}
    rows = target_loaders.load_coverage(code, latest[1], year)
    own = rows["region_code"] == code
    return _by_item(rows.loc[own, ["item_code", "cakupan_pct", "perlu_dijangkau"]])


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
