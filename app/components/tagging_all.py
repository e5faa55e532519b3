"""How far every agency is with tagging one budget, for whoever brings it together."""

import pandas as pd
import streamlit as st

from app import stage_loaders, tagging_loaders
from app.actions.penandaan import Snapshot, part_of
from app.components.table_height import fit_height
from app.format import format_count, format_idr
from app.navigation import PAGES
from app.tagging_activity_table import style_money, sum_owners
from app.tagging_words import name_owner
from app.text import penandaan as text
from app.text import tahapan as stage_text

_ROWS = 20
_WIDTHS = {"agency": 260, "state": 120}


def draw_all(snapshot: Snapshot) -> None:
    """Draw a line an agency: stage, lines looked at and open, money tagged."""
    st.subheader(text.ALL_TITLE, anchor=False)
    st.text(text.ALL_INTRO)
    sums = sum_owners(tagging_loaders.load_activities(snapshot))
    if sums.empty:
        return
    words = text.ALL_SUM.format(
        agencies=format_count(len(sums)),
        tagged=format_idr(sums["tagged_idr"].sum()),
        open=format_count(sums["open"].sum()),
    )
    st.text(words)
    table = _tabulate(snapshot, sums)
    st.dataframe(
        style_money(table, text.ALL_COLUMNS),
        hide_index=True,
        width="stretch",
        height=fit_height(len(table), _ROWS),
        column_config={
            heading: st.column_config.Column(width=_WIDTHS.get(key))
            for key, heading in text.ALL_COLUMNS.items()
        },
    )
    st.caption(text.ALL_NOTE)
    st.page_link(PAGES / "tahapan.py", label=text.LINK_STAGES, icon=":material/arrow_forward:")


def _tabulate(snapshot: Snapshot, sums: pd.DataFrame) -> pd.DataFrame:
    owners = list(zip(sums["owner_code"], sums["agency"], strict=True))
    states = _read_states(snapshot)
    table = sums.assign(
        seen=sums["lines"] - sums["open"],
        state=[
            stage_text.STATES[states[owner]] if owner in states else text.STATE_NONE
            for owner in owners
        ],
    )
    table["agency"] = [name_owner(*owner) for owner in owners]
    return table[list(text.ALL_COLUMNS)]


def _read_states(snapshot: Snapshot) -> dict[tuple[str, str], str]:
    """The state of each part of this budget's stage, of the region and those right below it."""
    part = part_of(snapshot.wilayah_code, "", snapshot.kind, snapshot.year)
    short = stage_loaders.load_stages()[part.stage].short
    board = stage_loaders.load_board(snapshot.wilayah_code, part.year)
    return {
        (each.wilayah_code, each.part): each.state
        for status in board
        if status.stage.short == short
        for each in status.parts
    }
