"""The ranking beside the map: readable without hovering, sorted by need."""

import numpy as np
import pandas as pd
import streamlit as st

from app.components.map_panel import is_inside
from app.components.selection import Selection
from app.format import format_count, format_intervals, format_number
from app.measures import Painted, note_rows
from app.palette import text_color_on
from app.text import screens as text

SHOWN = 60
TABLE_HEIGHT = 560
_FALLING_IS_GOOD = {"prevalensi": False, "stunting": False, "partisipasi": True, "perubahan": False}


def draw_ranking(selection: Selection, table: pd.DataFrame, painted: Painted) -> None:
    """Draw the regions of the selection, the most needy first, those without data last."""
    inside = is_inside(table, selection.code)
    frame = rank_frame(table, painted, inside)
    total = len(frame)
    toggle = f"semua_{selection.code}"
    show_all = total <= SHOWN or st.session_state.get(toggle, False)
    shown = frame if show_all else frame.head(SHOWN)
    st.dataframe(
        _style(shown, painted.decimals),
        hide_index=True,
        width="stretch",
        placeholder=text.DASH,
        height=min(38 + 35 * len(shown), TABLE_HEIGHT),
        column_config={
            text.RANKING_COLUMNS["rank"]: st.column_config.Column(width=44),
            text.RANKING_COLUMNS["name"]: st.column_config.Column(width=130),
            text.RANKING_COLUMNS["value"]: st.column_config.Column(width=62),
            text.RANKING_COLUMNS["change"]: st.column_config.Column(width=88),
            text.RANKING_COLUMNS["interval"]: st.column_config.Column(width=96),
        },
        column_order=[name for name in shown.columns if name != "_warna"],
    )
    if total > SHOWN:
        st.toggle(text.RANKING_ALL.format(count=format_count(total)), key=toggle)


def rank_frame(table: pd.DataFrame, painted: Painted, inside: np.ndarray) -> pd.DataFrame:
    """The ranking as shown: rank, name, value, interval, change, class, note; `_warna` hidden.

    `inside` marks the rows of the table that lie in the selected region.
    """
    columns = text.RANKING_COLUMNS
    frame = pd.DataFrame(
        {
            columns["name"]: table["name"].to_numpy(),
            columns["value"]: painted.value.to_numpy(dtype=float),
            columns["interval"]: _intervals(table, painted.measure),
            columns["class"]: [painted.styles[index].label for index in painted.classes],
            columns["note"]: note_rows(table, painted.measure),
            "_warna": [painted.styles[index].color for index in painted.classes],
        }
    )
    if painted.measure != "perubahan" and table["perubahan_poin"].notna().any():
        frame.insert(2, columns["change"], table["perubahan_poin"].to_numpy(dtype=float))
    if painted.measure in {"stunting", "partisipasi"}:
        frame = frame.drop(columns=columns["interval"])
    ascending = _FALLING_IS_GOOD[painted.measure]
    frame = (
        frame[inside]
        .sort_values(columns["value"], ascending=ascending, na_position="last", kind="stable")
        .reset_index(drop=True)
    )
    ranks = frame[columns["value"]].rank(method="min", ascending=ascending)
    frame.insert(0, columns["rank"], ranks)
    return frame


def _intervals(table: pd.DataFrame, measure: str) -> list[str]:
    if measure != "perubahan":
        return format_intervals(table["bawah_pct"], table["atas_pct"], missing=text.DASH)
    pairs = zip(table["perubahan_bawah_poin"], table["perubahan_atas_poin"], strict=True)
    # A dash between two figures of which one may be negative would read as a sign.
    return [
        text.CHANGE_INTERVAL.format(low=format_number(low, 1), high=format_number(high, 1))
        if pd.notna(low)
        else text.DASH
        for low, high in pairs
    ]


def _style(frame: pd.DataFrame, value_decimals: int) -> "pd.io.formats.style.Styler":
    columns = text.RANKING_COLUMNS
    decimals = {columns["value"]: value_decimals, columns["change"]: 1, columns["rank"]: 0}
    formats = {
        name: (lambda value, places=places: format_number(value, places))
        for name, places in decimals.items()
        if name in frame.columns
    }
    css = [f"background-color: {color}; color: {text_color_on(color)}" for color in frame["_warna"]]
    return frame.style.format(formats).apply(lambda _: css, subset=[columns["value"]])
