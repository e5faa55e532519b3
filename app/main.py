"""The script that every visit runs: who it is, page settings, the selection bar, the pages."""

from pathlib import Path

import streamlit as st

from app import loaders
from app.access import Account
from app.components.frame import draw_banner
from app.components.person import (
    draw_pages,
    draw_person,
    draw_signed_out,
    make_navigation,
    watch_session,
)
from app.components.presentation_return import draw_return, is_presenting
from app.components.selection import choose_selection
from app.crowd import take_turn
from app.session import begin_session, draw_whole
from app.text import screens as text

STATIC = Path(__file__).with_name("static")
# Beranda is the default page, whose own address is empty.
SHOW_MEASUREMENTS = {"", "peta", "peta_bagikan"}


def draw_screen() -> None:
    """Everything that one visit shows."""
    st.html(STATIC / "gaya.css")
    loaders.begin_run()
    person = begin_session()
    if person is None:
        draw_signed_out()
        return
    page = make_navigation(person)
    if is_presenting(page.url_path):
        # One slide fills the window: no sidebar, no banner; the slide carries its marks itself.
        page.run()
        watch_session()
        return
    draw_sidebar(person, page.url_path)
    draw_banner()
    draw_return()
    page.run()


def draw_sidebar(person: Account, page_name: str) -> None:
    """What is looked at, the pages, and who looks."""
    with st.sidebar:
        measured = page_name in SHOW_MEASUREMENTS
        st.session_state["pilihan"] = choose_selection(measurements=measured)
        st.divider()
        draw_pages(person)
        draw_person(person)
        watch_session()


st.set_page_config(
    page_title=text.APP_NAME,
    page_icon=STATIC / "ikon.png",
    layout="wide",
    initial_sidebar_state="auto",
)
with take_turn(), draw_whole():
    draw_screen()
