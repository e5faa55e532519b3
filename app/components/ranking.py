"""The ranking beside the map: readable without hovering, sorted by need."""

import numpy as np
import pandas as pd
import streamlit as st

from app.components.map_panel import is_inside
from app.components.selection import Selection
from app.format import format_interval, format_number
from app.measures import Painted, note_rows
from app.palette import text_color_on
from app.text import screens as text

SHOWN = 60
_FALLING_IS_GOOD = {"prevalensi": False, "stunting": False, "partisipasi": True, "perubahan": False}


def draw_ranking(selection: Selection, table: pd.DataFrame, painted: Painted) -> None:
    """Draw the regions of the selection, the most needy first, those without data last."""
    inside = is_inside(table, selection.code)
    frame = rank_frame(table, painted, inside)
    total = len(frame)
    show_all = total > SHOWN and st.toggle(
        text.RANKING_ALL.format(count=total), key=f"semua_{selection.code}"
    )
    shown = frame if show_all else frame.head(SHOWN)
    st.markdown(f"**{text.RANKING_TITLE}**")
    st.dataframe(
        _style(shown),
        hide_index=True,
        width="stretch",
        height=min(38 + 35 * len(shown), 480),
        column_config={"_warna": None},
        column_order=[name for name in shown.columns if name != "_warna"],
    )


def rank_frame(table: pd.DataFrame, painted: Painted, inside: np.ndarray) -> pd.DataFrame:
    """The ranking as shown: rank, name, value, interval, change, class, note; `_warna` hidden.

    `inside` marks the rows of the table that lie in the selected region.
    """
    columns = text.RANKING_COLUMNS
    frame = pd.DataFrame(
        {
            columns["name"]: table["name"].to_numpy(),
            columns["value"]: painted.value.to_numpy(dtype=float),
            columns["interval"]: [
                format_interval(low, high)
                for low, high in zip(*_interval(table, painted.measure), strict=True)
            ],
            columns["class"]: [painted.styles[index].label for index in painted.classes],
            columns["note"]: note_rows(table, painted.measure),
            "_warna": [painted.styles[index].color for index in painted.classes],
        }
    )
    if painted.measure != "perubahan" and table["perubahan_poin"].notna().any():
        frame.insert(3, columns["change"], table["perubahan_poin"].to_numpy(dtype=float))
    if painted.measure in {"stunting", "partisipasi"}:
        frame = frame.drop(columns=columns["interval"])
    ascending = _FALLING_IS_GOOD[painted.measure]
    frame = frame[inside].sort_values(
        columns["value"], ascending=ascending, na_position="last", kind="stable"
    ).reset_index(drop=True)
    ranks = frame[columns["value"]].rank(method="min", ascending=ascending)
    frame.insert(0, columns["rank"], ranks)
    return frame


def _interval(table: pd.DataFrame, measure: str) -> tuple[pd.Series, pd.Series]:
    if measure == "perubahan":
        return table["perubahan_bawah_poin"], table["perubahan_atas_poin"]
    return table["bawah_pct"], table["atas_pct"]


def _style(frame: pd.DataFrame) -> "pd.io.formats.style.Styler":
    columns = text.RANKING_COLUMNS
    decimals = {columns["value"]: 1, columns["change"]: 1, columns["rank"]: 0}
    formats = {
        name: (lambda value, places=places: format_number(value, places))
        for name, places in decimals.items()
        if name in frame.columns
    }
    css = [f"background-color: {color}; color: {text_color_on(color)}" for color in frame["_warna"]]
    return frame.style.format(formats).apply(lambda _: css, subset=[columns["value"]])
