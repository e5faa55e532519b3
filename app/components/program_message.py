"""What the last press on the page Program desa dan mitra came to: kept for the next run."""

from typing import Literal, NoReturn

import streamlit as st

from app.format import escape_markdown

_MESSAGE = "_pesan_program"
Severity = Literal["success", "error", "warning"]


def draw_message() -> None:
    """Show what the last press came to, once."""
    severity, sentence = st.session_state.pop(_MESSAGE, (None, ""))
    if severity is not None:
        show = {"success": st.success, "error": st.error, "warning": st.warning}
        show[severity](escape_markdown(sentence))


def end(severity: Severity, sentence: str) -> NoReturn:
    """Keep a sentence for the next run and draw the page anew."""
    st.session_state[_MESSAGE] = (severity, sentence)
    st.rerun()
