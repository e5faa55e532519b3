"""The page Program desa dan mitra: which region and year, what is opened, what it shows."""

import streamlit as st

from app import program_loaders
from app.access import Account, may
from app.actions.program import PART
from app.actions.program_review import REVIEWER
from app.components.program_entry import draw_entry
from app.components.program_list import draw_list
from app.components.program_message import draw_message
from app.components.program_overview import draw_overview
from app.components.program_realisation import draw_realisation
from app.components.program_review import draw_review
from app.components.program_upload import draw_file
from app.components.selection import Selection
from app.format import escape_markdown
from app.target_words import name_region
from app.text import program as text
from app.text import screens

KECAMATAN_LENGTH = 8


def pick_region(selection: Selection) -> str | None:
    """The selected region whose programmes are shown: a desa's or puskesmas' is its kecamatan."""
    return None if selection.region.level == "nasional" else selection.code[:KECAMATAN_LENGTH]


def draw_title(code: str) -> None:
    """The page's title with the region's name."""
    title = f"{screens.PAGE_PROGRAM_DESA} · {name_region(code)}"
    st.title(escape_markdown(title), anchor=False)


def draw_nation() -> None:
    """The whole country is selected: say that a region is needed."""
    st.title(screens.PAGE_PROGRAM_DESA, anchor=False)
    st.subheader(text.NATION_TITLE, anchor=False)
    st.text(text.NATION)


def choose_view(person: Account, code: str) -> str:
    """What to open: an operator begins with the list, a camat with what waits for review."""
    views = [text.VIEW_SUM, text.VIEW_LIST]
    default = text.VIEW_SUM
    if len(code) == KECAMATAN_LENGTH:
        views += [text.VIEW_SPENT, text.VIEW_REVIEW, text.VIEW_FILE]
        if may(person, "isi", code, PART):
            default = text.VIEW_LIST
        elif may(person, "setujui", code, REVIEWER):
            default = text.VIEW_REVIEW
    chosen: str = st.segmented_control(
        text.VIEW_LABEL,
        views,
        default=default,
        key=f"program_buka_{len(views)}",
        required=True,
        label_visibility="collapsed",
    )
    return chosen


def draw_chosen(person: Account, code: str, year: int, view: str) -> None:
    """Draw what was opened; without any programme, first what to do."""
    draw_message()
    programs = program_loaders.load_programs(code, year)
    is_kecamatan = len(code) == KECAMATAN_LENGTH
    if programs.empty:
        st.subheader(text.EMPTY_TITLE.format(year=year), anchor=False)
        mine = is_kecamatan and may(person, "isi", code, PART)
        st.text(text.EMPTY_OWN if mine else text.EMPTY_OTHER)
        if view in (text.VIEW_SPENT, text.VIEW_REVIEW):
            return
    if not is_kecamatan:
        st.caption(text.READ_ONLY_REGION)
    elif not program_loaders.load_desa(code):
        st.info(text.NO_DESA, icon=":material/info:")
        return
    if view == text.VIEW_LIST:
        if is_kecamatan:
            draw_entry(person, code, year, programs)
        draw_list(code, year, programs)
    elif view == text.VIEW_SPENT:
        draw_realisation(person, code, year, programs)
    elif view == text.VIEW_REVIEW:
        draw_review(person, code, programs)
    elif view == text.VIEW_FILE:
        draw_file(person, code, year, programs)
    elif not programs.empty:
        draw_overview(code, programs)
