"""Benang merah: from a problem place to what came of it, and where the line breaks."""

import streamlit as st

from app.components.breadcrumb import draw_breadcrumb
from app.components.frame import current_selection, draw_empty_database
from app.components.problem_choice import draw_heading, draw_links, draw_nation, pick_scope
from app.components.thread_choice import (
    ThreadLook,
    choose_chains,
    choose_look,
    draw_count,
    draw_counts,
    draw_frame,
)
from app.components.thread_download import draw_download, draw_unconnected
from app.components.thread_table import draw_chains
from app.target_words import name_region
from app.text import benang as text
from app.text import screens


def show_threads(look: ThreadLook) -> None:
    """Where chains break, the chains themselves, and what is not among them."""
    draw_frame(look)
    if look.threads.chains.empty:
        level = screens.LEVEL_WORDS[look.level]
        st.subheader(text.NO_PLACES_TITLE, anchor=False)
        st.text(text.NO_PLACES.format(level=level, name=name_region(look.code)))
        draw_links(look.code, ("lokasi_masalah", text.LINK_PLACES))
    else:
        draw_counts(look.board.counts)
        shown = choose_chains(look)
        draw_count(look, shown)
        draw_chains(look, shown)
        draw_download(look, shown)
    draw_unconnected(look)


selection = current_selection()
code = pick_scope(selection) if selection is not None else None
if selection is None:
    draw_empty_database()
elif code is None:
    draw_nation(screens.PAGE_BENANG)
else:
    draw_heading(screens.PAGE_BENANG, code)
    draw_breadcrumb(selection)
    st.text(text.INTRO)
    look = choose_look(selection, code)
    if isinstance(look, ThreadLook):
        show_threads(look)
    else:
        words = {"year": look, "name": name_region(code)}
        st.subheader(text.EMPTY_TITLE.format(**words), anchor=False)
        st.text(text.EMPTY.format(**words))
        draw_links(code, ("isian", text.LINK_ENTRY))
