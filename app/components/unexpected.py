"""One calm sentence with a reference number in place of an error."""

import streamlit as st

from app.text.screens import UNEXPECTED


def draw_unexpected(reference: str) -> None:
    """Say that something went wrong and by which number its log is found."""
    st.error(UNEXPECTED.format(reference=reference), icon=":material/error:")
