"""Papan kesiapan: which region has finished which stage, who is waited for, what is incomplete."""

import streamlit as st

from app import stage_loaders
from app.components import readiness, readiness_detail
from app.components.frame import current_selection, draw_empty_database
from app.components.stage_choice import choose_year, stage_region
from app.format import escape_markdown, format_date
from app.target_words import name_region
from app.text import screens
from app.text import tahapan as text


def show_board(code: str, name: str) -> None:
    """The board of a region: what is shown, the matrix, one stage in detail, Excel."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        year = choose_year(code)
        whole = stage_loaders.load_board(code, year)
        agency = readiness.choose_agency(whole, code)
        view = readiness.choose_view()
    board = readiness.filter_board(whole, agency)
    day = format_date(stage_loaders.load_today(code))
    st.text(text.BOARD_INTRO.format(year=year, day=day))
    if not board:
        st.info(text.BOARD_EMPTY)
        return
    readiness.draw_summary(board)
    if view == text.VIEW_MATRIX:
        readiness.draw_matrix(board)
        readiness_detail.draw_excel(board, code, name, year, agency)
        st.subheader(text.DETAIL_TITLE, anchor=False)
    stage = readiness_detail.choose_detail(board)
    part = [status for status in board if status.stage.name == stage.name]
    fills = readiness_detail.load_fills(code, year) if stage.is_entered_here else {}
    if view == text.VIEW_MATRIX:
        readiness_detail.draw_detail(part, code, fills)
    else:
        readiness_detail.draw_list(part, code, fills)
        readiness_detail.draw_excel(board, code, name, year, agency)


selection = current_selection()
if selection is None:
    draw_empty_database()
else:
    places = stage_loaders.load_places(stage_region(selection))
    name = name_region(places[0].code if places else selection.code)
    st.title(escape_markdown(f"{screens.PAGE_KESIAPAN} · {name}"), anchor=False)
    if places:
        show_board(places[0].code, name)
    else:
        st.subheader(text.NO_STAGES_TITLE, anchor=False)
        st.text(text.NO_STAGES)
