"""Columns of a table that nobody knows yet: a person says what each means."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from app import loaders
from app.access import Account
from app.actions.uploads import (
    MEANINGS,
    HandLayout,
    SheetSample,
    UploadRequest,
    areas_for,
    is_complete,
    remember_columns,
)
from app.text import uploads as text


def choose_columns(person: Account, request: UploadRequest, samples: Sequence[SheetSample]) -> None:
    """Show the first rows and ask for the columns; remembered, then the file is checked again."""
    st.subheader(text.COLUMNS_TITLE, anchor=False)
    st.text(text.COLUMNS_INTRO)
    sample = samples[0]
    left, right = st.columns(2)
    if len(samples) > 1:
        place = left.selectbox(
            text.SHEET_LABEL,
            list(range(len(samples))),
            format_func=lambda place: samples[place].sheet,
            placeholder=text.CHOOSE,
            key="susunan_lembar",
        )
        sample = samples[place]
    header: int = (right if len(samples) > 1 else left).selectbox(
        text.HEADER_ROW,
        list(range(len(sample.rows))),
        index=sample.header_index,
        format_func=lambda index: text.HEADER_ROW_OPTION.format(row=index + 1),
        placeholder=text.CHOOSE,
        key=f"susunan_judul_{sample.sheet}",
    )
    _draw_sample(sample)
    columns = _choose_meanings(sample, header)
    st.caption(text.COLUMNS_NEED)
    if st.button(text.COLUMNS_USE, type="primary", disabled=not is_complete(columns)):
        layout = HandLayout(sample.sheet, header, columns)
        area = request.area_code or areas_for(person)[0]
        remember_columns(loaders.load_engine(), person, area, layout, sample)
        st.session_state["_unggah_ulang"] = True
        st.rerun()


def _draw_sample(sample: SheetSample) -> None:
    width = len(sample.rows[0])
    frame = pd.DataFrame(sample.rows, columns=[letter(place) for place in range(width)])
    frame.insert(0, text.COLUMN_ROW, range(1, len(frame) + 1))
    st.dataframe(frame, hide_index=True, height=240, key=f"susunan_contoh_{sample.sheet}")


def _choose_meanings(sample: SheetSample, header: int) -> dict[str, int]:
    headings = sample.rows[header]
    labels = {
        place: text.COLUMN_OPTION.format(
            letter=letter(place), heading=heading or text.COLUMN_NO_HEADING
        )
        for place, heading in enumerate(headings)
    }
    chosen: dict[str, int] = {}
    with st.container(horizontal=True):
        for meaning in MEANINGS:
            place = st.selectbox(
                text.MEANINGS[meaning],
                list(labels),
                index=None,
                format_func=labels.__getitem__,
                placeholder=text.COLUMN_NONE,
                key=f"susunan_{sample.sheet}_{header}_{meaning}",
                width=220,
            )
            if place is not None:
                chosen[meaning] = place
    return chosen


def letter(index: int) -> str:
    """A column's letters as Excel shows them, counting from 0."""
    letters, rest = "", index + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(65 + place) + letters
    return letters
