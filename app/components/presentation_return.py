"""The address of the slides, and the way back to one from a page that it led to.

Apart from the stage itself, since every run of every page asks.
"""

import streamlit as st

from app.navigation import PAGES
from app.text import presentasi as text

PAGE, SHOW, SLIDE = "presentasi", "presentasi", "lembar"
RETURN = "_presentasi_kembali"


def is_presenting(url_path: str) -> bool:
    """Tell whether the address asks for slides that fill the window."""
    return url_path == PAGE and st.query_params.get(SHOW) == "true"


def forget_return() -> None:
    """Nothing leads back any more: the slides were closed, or begun anew."""
    st.session_state.pop(RETURN, None)


def draw_return() -> None:
    """On a page that a slide led to: the way back to that slide."""
    query: dict[str, str] | None = st.session_state.get(RETURN)
    if query is None:
        return
    st.page_link(
        PAGES / f"{PAGE}.py",
        label=text.RETURN.format(number=query[SLIDE]),
        icon=":material/slideshow:",
        query_params=query,
    )
