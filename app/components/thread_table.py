"""Benang merah: the chains as a table to read from afar, or as cards on a telephone."""

import pandas as pd
import streamlit as st

from app import problem_loaders
from app.components.budget_screen import is_phone
from app.components.thread_choice import ThreadLook
from app.components.thread_steps import draw_steps
from app.format import escape_markdown, format_count
from app.problem_sentences import write_reason
from app.text import benang as text
from app.thread_loaders import load_painted
from app.thread_steps import list_steps
from app.thread_words import tabulate_words

_ROWS, _ROW_PX, _CARDS = 9, 66, 25
_WIDTHS = {
    "place": 120,
    "broken": 120,
    "service": 140,
    "coverage": 85,
    "causes": 150,
    "proposal": 190,
    "decision": 110,
    "budget_idr": 95,
    "promises": 95,
    "realised_idr": 95,
    "rise": 90,
}


def draw_chains(look: ThreadLook, shown: pd.DataFrame) -> None:
    """The chains that are shown, and the one that is opened."""
    if shown.empty:
        st.text(text.NO_MATCH)
        return
    view = st.segmented_control(
        text.VIEW_LABEL,
        list(text.VIEWS),
        default="kartu" if is_phone() else "tabel",
        format_func=text.VIEWS.__getitem__,
        key="benang_tampilan",
        label_visibility="collapsed",
        required=True,
    )
    if view == "kartu":
        _draw_cards(look, shown)
    else:
        _draw_table(look, shown)


def _draw_table(look: ThreadLook, shown: pd.DataFrame) -> None:
    st.caption(text.SELECT_HINT)
    picked = st.dataframe(
        load_painted(look.pairing, look.settings, look.level, look.year, shown),
        hide_index=True,
        width="stretch",
        row_height=_ROW_PX,
        height=38 + _ROW_PX * min(len(shown), _ROWS),
        placeholder=text.NO_VALUE,
        on_select="rerun",
        selection_mode="single-row",
        # A choice belongs to the rows that were seen: other filters begin without one.
        key=f"benang_tabel_{hash(tuple(shown.index))}_{look.code}_{look.year}_{look.level}",
        column_config={
            text.COLUMNS[key]: st.column_config.Column(width=width, pinned=key == "place")
            for key, width in _WIDTHS.items()
        },
    )
    for position in picked.selection.rows:
        if position < len(shown):
            with st.container(border=True):
                title = _write_titles(look, shown.iloc[[position]])[0]
                st.subheader(title, anchor=False)
                _draw_one(look, shown, position, "tabel")


def _draw_cards(look: ThreadLook, shown: pd.DataFrame) -> None:
    for position, title in enumerate(_write_titles(look, shown.head(_CARDS))):
        with st.expander(title):
            _draw_one(look, shown, position, f"kartu_{position}")
    if len(shown) > _CARDS:
        st.text(text.CARDS_MORE.format(count=format_count(len(shown) - _CARDS)))


def _draw_one(look: ThreadLook, shown: pd.DataFrame, position: int, key: str) -> None:
    row = shown.iloc[position].to_dict()
    problems = problem_loaders.load_problems(look.pairing, look.settings)
    figures = problems.figures[row["region_code"]]
    reason = write_reason(figures, look.settings, look.names.get(look.code, look.code))
    draw_steps(list_steps(row, look.deeds, look.names, reason), row["region_code"], key)


def _write_titles(look: ThreadLook, shown: pd.DataFrame) -> list[str]:
    words = tabulate_words(shown, look.deeds, look.names)
    rows = zip(words["place"], words["service"], words["broken"], strict=True)
    titles = (
        text.CARD_TITLE.format(place=place, service=service, broken=broken.lower())
        for place, service, broken in rows
    )
    return [escape_markdown(title) for title in titles]
