"""One stage of the readiness board in detail, as a table or a list, and the board as Excel."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.readiness import StageStatus
from analysis.stages import Stage, period_of
from app import stage_loaders
from app.components.frame import is_demo
from app.components.stage_choice import choose_stage
from app.components.stages import draw_due, draw_state
from app.documents.readiness import Fills, list_notes, pick_fill, tabulate_board, to_xlsx
from app.format import escape_markdown, format_date
from app.stage_words import name_agency, write_days_of, write_fill, write_waiting
from app.text import tahapan as text

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Letters that fit one line beside the other columns; the height from which words wrap.
ONE_LINE, TALL_ROW = 60, 66


def load_fills(region_code: str, year: int) -> Fills:
    """Filled cells of all data periods of a year that kecamatan enter."""
    entered = (stage for stage in stage_loaders.load_stages().values() if stage.is_entered_here)
    periods = (period_of(stage, year) for stage in entered)
    return {p: stage_loaders.load_fill(region_code, p) for p in periods if p is not None}


def choose_detail(board: Sequence[StageStatus]) -> Stage:
    """The stage to show in detail: the next one due that is not done, unless chosen."""
    stages = list({s.stage.name: s.stage for s in board}.values())
    waiting = [s for s in board if s.deadline is not None and not s.is_final]
    first = min(waiting, key=lambda s: str(s.deadline and s.deadline.due), default=board[0])
    return choose_stage(stages, first.stage)


def draw_detail(board: Sequence[StageStatus], region_code: str, fills: Fills) -> None:
    """One stage: every region's state, deadline, who is waited for, share filled."""
    names = stage_loaders.load_role_names(region_code)
    columns = text.COLUMNS
    table = pd.DataFrame(
        {
            columns["region"]: [s.place.name for s in board],
            columns["state"]: [text.STATES[s.state] for s in board],
            columns["due"]: [format_date(s.deadline.due) if s.deadline else None for s in board],
            columns["days"]: [write_days_of(s) or None for s in board],
            columns["waiting"]: [write_waiting(s, names) or None for s in board],
            columns["fill"]: [write_fill(pick_fill(s, fills)) or None for s in board],
        }
    ).dropna(axis="columns", how="all")
    longest = max((len(write_waiting(s, names)) for s in board), default=0)
    st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        height="content",
        row_height=TALL_ROW if longest > ONE_LINE else None,
        placeholder=text.DASH,
    )


def draw_list(board: Sequence[StageStatus], region_code: str, fills: Fills) -> None:
    """One stage for a narrow screen: a few lines a region, those not done first."""
    names = stage_loaders.load_role_names(region_code)
    for status in sorted(board, key=lambda each: each.is_final):
        with st.container(border=True, gap="small"):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown(f"**{escape_markdown(status.place.name)}**", width="content")
                draw_state(status.state)
                draw_due(status)
            who, fill = write_waiting(status, names), write_fill(pick_fill(status, fills))
            if who:
                st.text(text.WAITING_PREFIX.format(who=who))
            if fill:
                st.caption(f"{text.COLUMNS['fill']}: {fill}")


def draw_excel(
    board: Sequence[StageStatus], region_code: str, region_name: str, year: int, agency: str
) -> None:
    """Offer the whole board as shown, all stages, as Excel."""
    st.download_button(
        text.DOWNLOAD_EXCEL,
        data=lambda: _make_excel(board, region_code, region_name, year, agency),
        file_name=f"{text.FILE_NAME.format(code=region_code, year=year)}.xlsx",
        mime=_EXCEL,
        icon=":material/table_view:",
        on_click="ignore",
    )


def _make_excel(
    board: Sequence[StageStatus], region_code: str, region_name: str, year: int, agency: str
) -> bytes:
    names = stage_loaders.load_role_names(region_code)
    table = tabulate_board(board, names, load_fills(region_code, year))
    day = stage_loaders.load_today(region_code)
    chosen = name_agency(agency, region_code) if agency else text.ALL_AGENCIES
    return to_xlsx(table, list_notes(region_name, year, day, chosen, demo=is_demo()))
