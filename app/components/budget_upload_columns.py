"""Columns of a budget that nobody knows yet: a person says what each means, once."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from app import loaders
from app.access import Account
from app.actions.anggaran import (
    MEANINGS,
    forget_budget_columns,
    is_complete_budget,
    remember_budget_columns,
)
from app.actions.uploads import HandLayout, RememberedLayout, SheetSample
from app.components.upload_columns import letter
from app.format import escape_markdown, format_date
from app.text import anggaran_masuk as text
from app.text import uploads as upload_text


def choose_budget_columns(
    person: Account, wilayah_code: str, samples: Sequence[SheetSample], again: str
) -> None:
    """Show the first rows and ask for the columns; then the file is checked again.

    `again`: the session's key that asks for the next check.
    """
    st.subheader(upload_text.COLUMNS_TITLE, anchor=False)
    st.text(upload_text.COLUMNS_INTRO)
    left, right = st.columns(2)
    place = 0
    if len(samples) > 1:
        place = left.selectbox(
            upload_text.SHEET_LABEL,
            list(range(len(samples))),
            format_func=lambda index: samples[index].sheet,
            placeholder=upload_text.CHOOSE,
            key="anggaran_lembar",
        )
    sample = samples[place]
    header: int = (right if len(samples) > 1 else left).selectbox(
        upload_text.HEADER_ROW,
        list(range(len(sample.rows))),
        index=sample.header_index,
        format_func=lambda index: upload_text.HEADER_ROW_OPTION.format(row=index + 1),
        placeholder=upload_text.CHOOSE,
        key=f"anggaran_judul_{sample.sheet}",
    )
    _draw_sample(sample)
    columns = _choose_meanings(sample, header)
    st.caption(text.COLUMNS_NEED)
    ready = is_complete_budget(columns)
    if st.button(upload_text.COLUMNS_USE, type="primary", disabled=not ready):
        layout = HandLayout(sample.sheet, header, columns)
        remember_budget_columns(loaders.load_engine(), person, wilayah_code, layout, sample)
        st.session_state[again] = True
        st.rerun()


def draw_remembered(
    person: Account, wilayah_code: str, known: RememberedLayout, again: str
) -> None:
    """What was said of these columns, by whom and when; and the way to forget it."""
    columns = "; ".join(
        upload_text.REMEMBERED_COLUMN.format(meaning=text.MEANINGS[meaning], heading=heading)
        for meaning, heading in known.headings.items()
    )
    date = format_date(known.updated_at)
    sentence = upload_text.REMEMBERED.format(person=known.updated_by, date=date, columns=columns)
    st.info(escape_markdown(sentence), icon=":material/view_column:")
    if st.button(upload_text.FORGET, key="anggaran_lupakan"):
        forget_budget_columns(loaders.load_engine(), person, wilayah_code, known.header_sha256)
        st.session_state[again] = True
        st.toast(upload_text.FORGOTTEN)
        st.rerun()


def _draw_sample(sample: SheetSample) -> None:
    width = len(sample.rows[0])
    frame = pd.DataFrame(sample.rows, columns=[letter(place) for place in range(width)])
    frame.insert(0, upload_text.COLUMN_ROW, range(1, len(frame) + 1))
    st.dataframe(frame, hide_index=True, height=240, key=f"anggaran_contoh_{sample.sheet}")


def _choose_meanings(sample: SheetSample, header: int) -> dict[str, int]:
    labels = {
        place: upload_text.COLUMN_OPTION.format(
            letter=letter(place), heading=heading or upload_text.COLUMN_NO_HEADING
        )
        for place, heading in enumerate(sample.rows[header])
    }
    chosen: dict[str, int] = {}
    with st.container(horizontal=True):
        for meaning in MEANINGS:
            place = st.selectbox(
                text.MEANINGS[meaning],
                list(labels),
                index=None,
                format_func=labels.__getitem__,
                placeholder=upload_text.COLUMN_NONE,
                key=f"anggaran_kolom_{sample.sheet}_{header}_{meaning}",
                width=220,
            )
            if place is not None:
                chosen[meaning] = place
    return chosen
