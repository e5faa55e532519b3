"""The list of terms: by section, or what a search found."""

import pandas as pd
import streamlit as st

from app.format import escape_markdown, format_count
from app.text import glosarium as text


def draw_terms(terms: pd.DataFrame, asked: str) -> None:
    """Draw the terms; a search shows one list, otherwise there is one a section."""
    if asked.strip():
        if terms.empty:
            st.text(text.NOTHING.format(asked=asked.strip()))
            return
        st.caption(text.FOUND.format(count=format_count(len(terms))))
        _draw_table(terms)
        return
    for section, rows in terms.groupby("section", sort=False):
        st.subheader(str(section), anchor=False)
        _draw_table(rows)


def _draw_table(terms: pd.DataFrame) -> None:
    """A plain table, since its meanings run over several lines on a phone."""
    shown = terms[list(text.COLUMNS)].rename(columns=text.COLUMNS)
    st.table(shown.map(escape_markdown).set_index(text.COLUMNS["term"]))
