"""The script that every visit runs: page settings once, the selection bar, the pages."""

from pathlib import Path

import streamlit as st

from app import loaders
from app.components.frame import draw_banner
from app.components.selection import choose_selection
from app.text import screens as text

PAGES = Path(__file__).resolve().parents[1] / "pages"
STATIC = Path(__file__).with_name("static")

st.set_page_config(
    page_title=text.APP_NAME,
    page_icon=STATIC / "ikon.png",
    layout="wide",
    initial_sidebar_state="auto",
)

st.html(STATIC / "gaya.css")
loaders.begin_run()
page = st.navigation(
    [
        st.Page(PAGES / "beranda.py", title=text.PAGE_BERANDA, default=True),
        st.Page(PAGES / "peta.py", title=text.PAGE_PETA),
        st.Page(PAGES / "peta_bagikan.py", title=text.PAGE_PETA_BAGIKAN),
    ]
)
with st.sidebar:
    st.session_state["pilihan"] = choose_selection()
draw_banner()
page.run()
