"""Glosarium: what the terms of the field and of the screens mean, searchable."""

import streamlit as st

from app.components.glossary import draw_terms
from app.glossary import read_glossary, search
from app.text import glosarium as text
from app.text import screens

st.title(screens.PAGE_GLOSARIUM, anchor=False)
terms = read_glossary()
if terms.empty:
    st.warning(text.MISSING, icon=":material/menu_book:")
else:
    st.text(text.INTRO)
    asked = st.text_input(
        text.SEARCH, placeholder=text.SEARCH_HINT, key="cari", bind="query-params", width=420
    )
    draw_terms(search(terms, asked or ""), asked or "")
    st.caption(text.GUIDES)
