"""Three lamps that a leader reads from five metres: funded, enough, in the right places."""

from html import escape

import streamlit as st

from analysis.budget_lamps import Lamp
from app.budget_figures import DESA, read_thresholds
from app.budget_palette import LAMP_COLORS
from app.budget_view_loaders import load_lamps
from app.budget_words import find_link, list_why, write_figure, write_sentence
from app.components.budget_choice import BudgetLook
from app.components.coverage import draw_links
from app.palette import text_color_on
from app.text import anggaran as text
from app.text import screens

_LAMP = (
    '<div style="font-size:1.35rem;font-weight:600;line-height:1.2">{question}</div>'
    '<div style="font-size:3.4rem;font-weight:700;line-height:1.15">{figure}</div>'
    '<div style="display:inline-block;background:{color};color:{ink};padding:.2rem .8rem;'
    'border-radius:.5rem;font-size:1.35rem;font-weight:700">{sign} {word}</div>'
)


def draw_lamps(look: BudgetLook) -> None:
    """Draw the lamps side by side (one below the other on a phone), and money not placed."""
    found = load_lamps(look.snapshot, look.period, look.place.code, look.priority.first)
    columns = st.columns(len(found.lamps), gap="small")
    for column, lamp in zip(columns, found.lamps, strict=True):
        with column.container(border=True, height="stretch"):
            _draw_lamp(look, lamp)
    _draw_unplaced(found.unplaced)


def _draw_lamp(look: BudgetLook, lamp: Lamp) -> None:
    color = LAMP_COLORS[lamp.state]
    st.html(
        _LAMP.format(
            question=escape(text.QUESTIONS[lamp.question]),
            figure=escape(write_figure(lamp)),
            color=color,
            ink=text_color_on(color),
            sign=text.LAMP_SIGNS[lamp.state],
            word=escape(text.LAMP_WORDS[lamp.question][lamp.state]),
        )
    )
    st.text(write_sentence(lamp))
    link = find_link(lamp)
    if link is not None:
        draw_links(look.place.code, link)
    with st.expander(text.WHY_TITLE):
        for line in list_why(lamp, read_thresholds()):
            st.text(line)


def _draw_unplaced(parts: str) -> None:
    """Money that no desa has, by reason: shown, never spread."""
    if parts:
        words = text.UNPLACED.format(level=screens.LEVEL_WORDS[DESA], parts=parts)
        st.info(words, icon=":material/call_split:")
