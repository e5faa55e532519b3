"""The list of terms: by section, or what a search found."""

import pandas as pd
import streamlit as st

from app.format import format_count
from app.glossary import arrange, arrange_sections
from app.text import glosarium as text


def draw_terms(terms: pd.DataFrame, asked: str) -> None:
    """Draw the terms; a search shows one list, otherwise there is one a section."""
    if asked.strip():
        if terms.empty:
            st.text(text.NOTHING.format(asked=asked.strip()))
            return
        st.caption(text.FOUND.format(count=format_count(len(terms))))
        _draw_table(arrange(terms))
        return
    for section, shown in arrange_sections():
        st.subheader(section, anchor=False)
        _draw_table(shown)


def _draw_table(shown: pd.DataFrame) -> None:
    """A plain table, since its meanings run over several lines on a phone."""
    st.table(shown)
