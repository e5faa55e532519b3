"""The same figures as a table: a row a region and service, filtered by status."""

import pandas as pd
import streamlit as st

from app import coverage_loaders
from app.components.coverage import Look
from app.components.table_height import fit_height
from app.coverage_words import STATUS_ORDER
from app.documents.cakupan import arrange
from app.format import format_count
from app.palette import STATUS_COLORS, text_color_on
from app.text import cakupan as text
from app.text import screens

_SHOWN = (
    "name",
    "label",
    "service",
    "cakupan_pct",
    "target_pct",
    "status",
    "pembilang",
    "penyebut",
    "satuan",
    "perlu_dijangkau",
    "desa_dihitung",
    "desa_semua",
    "catatan",
)
_DECIMALS = {"cakupan_pct": 1, "target_pct": 1}
_MOST = 18


def draw_table(look: Look) -> None:
    """Draw all figures of the view in words and numbers, the most needy regions first."""
    counts = look.heatmap.counts
    chosen = st.pills(
        text.TABLE_STATUS_LABEL,
        [status for status in STATUS_ORDER if counts[status]],
        selection_mode="multi",
        format_func=lambda status: text.LEGEND_ENTRY.format(
            word=text.STATUS_WORDS[status], count=format_count(counts[status])
        ),
        key="status_cakupan",
    )
    place = look.place
    assessed = coverage_loaders.load_coverage(place.code, place.below, look.period)
    table = arrange(assessed, [row.code for row in look.heatmap.rows])
    if chosen:
        words = {text.STATUS_WORDS[status] for status in chosen}
        table = table[table["status"].isin(words)]
    if table.empty:
        st.text(text.TABLE_EMPTY)
        return
    shown = table[list(_SHOWN)].rename(columns=text.HEADINGS)
    st.dataframe(
        _style(shown),
        hide_index=True,
        width="stretch",
        height=fit_height(len(shown), _MOST),
        placeholder=screens.DASH,
        column_config={
            text.HEADINGS["name"]: st.column_config.Column(width=130, pinned=True),
            text.HEADINGS["service"]: st.column_config.Column(width=280),
        },
    )


def _style(shown: pd.DataFrame) -> object:
    decimals = {text.HEADINGS[key]: places for key, places in _DECIMALS.items()}
    counts = ("pembilang", "penyebut", "perlu_dijangkau", "desa_dihitung", "desa_semua")
    decimals |= {text.HEADINGS[key]: 0 for key in counts}
    colors = {text.STATUS_WORDS[status]: color for status, color in STATUS_COLORS.items()}

    def paint(word: str) -> str:
        return f"background-color: {colors[word]}; color: {text_color_on(colors[word])}"

    style = shown.style.map(paint, subset=[text.HEADINGS["status"]])
    for column, places in decimals.items():
        style = style.format(
            precision=places,
            decimal=",",
            thousands=".",
            na_rep=screens.DASH,
            subset=[column],
        )
    return style
