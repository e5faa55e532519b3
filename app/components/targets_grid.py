"""The grid of targets, a row an item or document and a column a year; and a form for a phone."""

from typing import Any, Literal

import streamlit as st

from app.format import escape_markdown
from app.target_items import PREVALENCE
from app.target_sheet import ROW_NAME, TargetSheet, key_of, make_frame, take_frame
from app.text import target as text

_FEW, _TALLEST = 16, 640


def draw_grid(sheet: TargetSheet) -> None:
    """Draw the editable cells and take what was typed into the sheet.

    Cells are text without any check of the browser's, which would drop what it does not
    understand; the server reads them and names every one that it cannot.
    """
    if sheet.typed != sheet.seed and _key(sheet) not in st.session_state:
        sheet.make_widgets_anew()  # an editor that was away starts with what had been typed
    edited = st.data_editor(
        make_frame(sheet),
        key=_key(sheet),
        hide_index=True,
        num_rows="fixed",
        disabled=[ROW_NAME],
        column_config=_configure(sheet),
        height=_height(sheet),
        width="stretch",
    )
    take_frame(sheet, edited)


def draw_values(sheet: TargetSheet) -> None:
    """Draw the sheet's cells to read."""
    frame = make_frame(sheet)
    st.dataframe(
        frame.where(frame != "", None),
        hide_index=True,
        column_config=_configure(sheet),
        height=_height(sheet),
        width="stretch",
        placeholder=text.NO_VALUE,
    )


def draw_form(sheet: TargetSheet) -> None:
    """Draw the years of one row as fields, and take what was typed into the sheet."""
    number: int = st.selectbox(
        text.FORM_ROW,
        range(len(sheet.lines)),
        format_func=lambda index: sheet.lines[index].name,
        key=f"target_baris_{sheet.token}",
        placeholder=text.CHOOSE,
    )
    line = sheet.lines[number]
    with st.grid(min_column_width=140):
        for year in sheet.years:
            target = key_of(line, year)
            key = f"target_{sheet.token}_{sheet.round}_{'_'.join(map(str, target))}"
            if key not in st.session_state:  # a field that was away starts with what was typed
                st.session_state[key] = sheet.current_text(target)
            typed = st.text_input(
                escape_markdown(str(year)), key=key, help=text.YEAR_HELP.format(year=year)
            )
            sheet.type(target, typed)


def _key(sheet: TargetSheet) -> str:
    return f"target_{sheet.token}_{sheet.round}"


def _configure(sheet: TargetSheet) -> dict[str, Any]:
    is_prevalence = all(line.item_code == PREVALENCE for line in sheet.lines)
    heading = text.ROW_DOCUMENT if is_prevalence else text.ROW_SERVICE
    width = 190 if is_prevalence else 420
    columns: dict[str, Any] = {
        ROW_NAME: st.column_config.TextColumn(heading, pinned=True, width=width)
    }
    for year in sheet.years:
        columns[str(year)] = st.column_config.TextColumn(
            str(year), help=text.YEAR_HELP.format(year=year), width=80, alignment="right"
        )
    return columns


def _height(sheet: TargetSheet) -> int | Literal["content"]:
    return "content" if len(sheet.lines) <= _FEW else _TALLEST
