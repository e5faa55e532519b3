"""How the regions right below one stand: how many they recorded, which stages still have none."""

import pandas as pd
import streamlit as st

from app import loaders, stage_loaders, support_loaders
from app.actions.dukungan import find_support_part
from app.components.table_height import fit_height
from app.format import format_count
from app.support_words import find_uncovered
from app.text import dukungan as text
from app.text import tahapan as stage_text

_ROWS_SHOWN = 15
_KECAMATAN_LENGTH = 8


def draw_below(kind: str, code: str, year: int) -> None:
    """A row a region below; nothing for a kecamatan, whose desa record none here."""
    if len(code) >= _KECAMATAN_LENGTH:
        return
    table = tabulate_below(kind, code, year)
    if table.empty:
        return
    st.subheader(text.BELOW_TITLE[kind], anchor=False)
    st.dataframe(
        table.rename(columns=text.BELOW_COLUMNS),
        hide_index=True,
        width="stretch",
        height=fit_height(len(table), _ROWS_SHOWN),
        placeholder=text.NO_VALUE,
        column_config={
            text.BELOW_COLUMNS["name"]: st.column_config.TextColumn(pinned=True, width=170),
            text.BELOW_COLUMNS["count"]: st.column_config.TextColumn(alignment="right"),
            text.BELOW_COLUMNS["missing"]: st.column_config.TextColumn(alignment="right"),
            text.BELOW_COLUMNS["stages"]: st.column_config.TextColumn(width=420),
        },
    )


def tabulate_below(kind: str, code: str, year: int) -> pd.DataFrame:
    """A row a region right below: name, count, missing (stages without any), stages, state.

    `count` counts the region's own rows, not those of regions inside it.
    """
    rows = support_loaders.load_list(kind, code, year, below=True)
    states = {
        (status.place.code, status.stage.code): status.state
        for status in stage_loaders.load_board(code, year)
    }
    lines = []
    for place in loaders.load_children(code).itertuples(index=False):
        mine = rows[rows["wilayah_code"] == place.code]
        missing = find_uncovered(mine["stage"], place.code)
        stage = find_support_part(place.code, year, kind).stage
        state = states.get((place.code, stage))
        which = ", ".join(missing) if len(mine) else text.BELOW_NONE
        words = stage_text.STATES[state] if state is not None else None
        shown = which if missing else None
        count = format_count(len(mine))
        lines.append((place.name, count, format_count(len(missing)), shown, words))
    return pd.DataFrame(lines, columns=list(text.BELOW_COLUMNS))
