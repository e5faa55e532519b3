"""Papan kesiapan: regions x stages in words and colour, and what to show of them."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.readiness import StageStatus, restrict_to_agency
from analysis.stages import ENTRY_STATES, Stage
from app import stage_loaders
from app.format import format_count
from app.palette import text_color_on
from app.stage_words import (
    name_agency,
    write_days_of,
)
from app.text import tahapan as text

# Pale cells, so that dark words read; late ones have words of their own besides.
CELL_COLOURS = {
    "belum mulai": "#f3f4f6",
    "draf": "#fde8c8",
    "dikembalikan": "#fbd5d5",
    "diajukan": "#d6e6fb",
    "terverifikasi": "#e6dcf8",
    "disetujui": "#d2efd9",
}
# Streamlit wraps words in rows higher than four lines of text.
ROW_HEIGHT = 66


def choose_agency(board: Sequence[StageStatus], region_code: str) -> str:
    """One agency whose part is shown, "" for all."""
    parts = {part.part for status in board for part in status.parts}
    codes = ["", *sorted(parts | {status.approver for status in board})]
    chosen: str = st.selectbox(
        text.AGENCY_FILTER,
        codes,
        format_func=lambda code: name_agency(code, region_code) if code else text.ALL_AGENCIES,
        key="perangkat",
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=260,
    )
    return chosen


def choose_view() -> str:
    """The matrix, or a list: what a telephone starts with."""
    agent = str(st.context.headers.get("User-Agent", ""))
    chosen = st.segmented_control(
        text.VIEW_LABEL,
        [text.VIEW_MATRIX, text.VIEW_LIST],
        default=text.VIEW_LIST if "Mobi" in agent else text.VIEW_MATRIX,
        key="tampilan_papan",
        required=True,
    )
    return str(chosen)


def filter_board(board: Sequence[StageStatus], agency: str) -> tuple[StageStatus, ...]:
    """The board of one agency, or all of it."""
    return restrict_to_agency(board, agency) if agency else tuple(board)


def draw_summary(board: Sequence[StageStatus]) -> None:
    """How many stages are done, late, or wait for somebody above the operator."""
    late = sum(status.is_late for status in board)
    done = sum(status.is_final for status in board)
    handed = sum(not s.is_final and s.state not in ENTRY_STATES for s in board)
    words = text.SUMMARY_LATE.format(count=format_count(late)) if late else text.SUMMARY_NONE_LATE
    done_words = text.SUMMARY_DONE.format(done=format_count(done), total=format_count(len(board)))
    with st.container(horizontal=True, gap="small"):
        st.badge(words, icon=":material/alarm:", color="red" if late else "gray")
        st.badge(done_words, icon=":material/verified:", color="green")
        handed_words = text.SUMMARY_WAITING.format(count=format_count(handed))
        st.badge(handed_words, icon=":material/hourglass_top:", color="blue")


def draw_matrix(board: Sequence[StageStatus]) -> None:
    """Regions down, stages across; a cell says the state and how many days are left or late."""
    words, states = spread_board(board)
    st.dataframe(
        words.style.apply(lambda _: _paint(states), axis=None),
        hide_index=True,
        width="stretch",
        row_height=ROW_HEIGHT,
        height=min(40 + ROW_HEIGHT * len(words), 660),
        placeholder=text.DASH,
        column_config={
            name: st.column_config.TextColumn(width=130 if index == 0 else 112, pinned=index == 0)
            for index, name in enumerate(words.columns)
        },
    )


def spread_board(board: Sequence[StageStatus]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The board as a matrix of words and one of states, regions and stages in their order.

    Stages of the same kind at two levels share a column; what a level does not have is missing.
    """
    columns = {short: text.SHORT_NAMES[short] for short in order_stages(board)}
    words: dict[str, dict[str, str]] = {}
    states: dict[str, dict[str, str]] = {}
    for status in board:
        row = words.setdefault(status.place.code, {text.COLUMNS["region"]: status.place.name})
        row[columns[status.stage.short]] = _write_cell(status)
        states.setdefault(status.place.code, {})[columns[status.stage.short]] = status.state
    names = [text.COLUMNS["region"], *columns.values()]
    codes = list(words)
    return (
        pd.DataFrame(list(words.values()), columns=names),
        pd.DataFrame([states[code] for code in codes], columns=names),
    )


def order_stages(board: Sequence[StageStatus]) -> list[str]:
    """The kinds of stages on a board ("ansit"), in the order of the year."""
    shown = {status.stage.short for status in board}
    return [stage.short for stage in _year_order() if stage.short in shown]


def _year_order() -> list[Stage]:
    """A kabupaten's preparations, then the kecamatan's stages, which have them all."""
    stages = list(stage_loaders.load_stages().values())
    above = [stage for stage in stages if stage.level == "kabupaten"]
    return [stage for stage in above if stage.is_preparation] + [
        stage for stage in stages if stage.level == "kecamatan"
    ]


def _write_cell(status: StageStatus) -> str:
    days, state = write_days_of(status), text.STATES[status.state]
    return text.BOARD_DAYS.format(state=state, days=days) if days else state


def _paint(states: pd.DataFrame) -> pd.DataFrame:
    return states.map(
        lambda state: (
            f"background-color: {CELL_COLOURS[state]}; color: {text_color_on(CELL_COLOURS[state])}"
            if state in CELL_COLOURS
            else ""
        )
    )
