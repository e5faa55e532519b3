"""The ranking beside the map: readable without hovering, sorted by need."""

import numpy as np
import pandas as pd
import streamlit as st

from app.components.map_panel import is_inside
from app.components.selection import Selection
from app.format import format_count, format_intervals, format_number
from app.measures import Painted, note_rows
from app.palette import text_color_on
from app.text import measures as measure_text
from app.text import screens as text

SHOWN = 60
TABLE_HEIGHT = 560
COLOR = "_warna"
_WIDTHS = {"rank": 44, "name": 130, "value": 76, "change": 88, "interval": 96}


def draw_ranking(selection: Selection, table: pd.DataFrame, painted: Painted) -> None:
    """Draw the regions of the selection, the most needy first, those without data last."""
    rows = order_rows(painted, is_inside(table, selection.code))
    toggle = f"semua_{selection.code}"
    show_all = len(rows) <= SHOWN or st.session_state.get(toggle, False)
    shown = rank_frame(table, painted, rows if show_all else rows[:SHOWN])
    columns = name_columns(painted.measure)
    st.dataframe(
        _style(shown, painted),
        hide_index=True,
        width="stretch",
        placeholder=text.DASH,
        height=min(38 + 35 * len(shown), TABLE_HEIGHT),
        column_config={
            columns[key]: st.column_config.Column(width=width) for key, width in _WIDTHS.items()
        },
        column_order=[name for name in shown.columns if name != COLOR],
    )
    if len(rows) > SHOWN:
        st.toggle(text.RANKING_ALL.format(count=format_count(len(rows))), key=toggle)


def name_columns(measure: str) -> dict[str, str]:
    """Headings of the ranking; the figure's own says its unit."""
    return {**text.RANKING_COLUMNS, "value": measure_text.HEADINGS[measure]}


def order_rows(painted: Painted, inside: np.ndarray) -> np.ndarray:
    """Row numbers inside the selection, the highest figure first (participation: the lowest)."""
    rows = np.flatnonzero(inside)
    values = painted.value.to_numpy(dtype=float)[rows]
    needs = values if painted.measure == "partisipasi" else -values
    return np.asarray(rows[np.argsort(needs, kind="stable")])


def rank_frame(table: pd.DataFrame, painted: Painted, rows: np.ndarray) -> pd.DataFrame:
    """The ranking as shown, a line for each of `rows` in their order.

    Columns: rank, name, value, change, interval, class, note, and the colour of the class, which
    is not shown. Ranks count from the first row on; equal figures share one.
    """
    columns, measure = name_columns(painted.measure), painted.measure
    part, classes = table.iloc[rows], painted.classes[rows]
    value = painted.value.iloc[rows].reset_index(drop=True)
    frame = {
        columns["rank"]: value.rank(method="min", ascending=measure == "partisipasi"),
        columns["name"]: part["name"].to_numpy(),
        columns["value"]: value.astype(float),
    }
    if measure != "perubahan" and table["perubahan_poin"].notna().any():
        frame[columns["change"]] = part["perubahan_poin"].to_numpy(dtype=float)
    if measure in {"prevalensi", "perubahan"}:
        frame[columns["interval"]] = _intervals(part, measure)
    frame[columns["class"]] = [painted.styles[index].label for index in classes]
    frame[columns["note"]] = note_rows(part, measure)
    frame[COLOR] = [painted.styles[index].color for index in classes]
    return pd.DataFrame(frame)


def _intervals(part: pd.DataFrame, measure: str) -> list[str]:
    if measure == "prevalensi":
        return format_intervals(part["bawah_pct"], part["atas_pct"], missing=text.DASH)
    pairs = zip(part["perubahan_bawah_poin"], part["perubahan_atas_poin"], strict=True)
    # A dash between two figures of which one may be negative would read as a sign.
    return [
        text.CHANGE_INTERVAL.format(low=format_number(low, 1), high=format_number(high, 1))
        if pd.notna(low)
        else text.DASH
        for low, high in pairs
    ]


def _signed(points: float) -> str:
    return f"+{format_number(points, 1)}" if points > 0 else format_number(points, 1)


def _style(frame: pd.DataFrame, painted: Painted) -> "pd.io.formats.style.Styler":
    columns = name_columns(painted.measure)
    is_change = painted.measure == "perubahan"
    formats = {
        columns["rank"]: format_count,
        columns["value"]: _signed
        if is_change
        else lambda value: format_number(value, painted.decimals),
        columns["change"]: _signed,
    }
    known = {name: write for name, write in formats.items() if name in frame.columns}
    css = [f"background-color: {color}; color: {text_color_on(color)}" for color in frame[COLOR]]
    return frame.style.format(known).apply(lambda _: css, subset=[columns["value"]])
