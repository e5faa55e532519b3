"""Setting unit costs: the snapshot, its cells, and what stands in the way.

The snapshot lives in the session. While something is typed the database is not asked again, since
an editor reports its edits by position.
"""

from typing import Any

import pandas as pd
import streamlit as st

from app import cost_loaders, entry_loaders, loaders, stage_loaders
from app.actions.biaya import COST, FIRST_YEAR, SOURCE, CostConflict
from app.components.conflict import draw_conflicts
from app.components.costs_save import draw_message, draw_review, save_sheet, write_cost
from app.components.kept_sheet import choose_sheet_view, keep_sheet
from app.conflict_words import ConflictWords, describe_conflict
from app.cost_sheet import CostSheet, Line, make_frame, make_sheet, take_frame
from app.format import format_count, format_idr
from app.session import begin_fragment
from app.text import biaya as text

_TALLEST = 620


def draw_entry(code: str, own: tuple[str, ...], needs: pd.DataFrame, year: int) -> None:
    """Draw the unit costs that this person may set, in the prices of a chosen year.

    `needs`: of `app.cost_loaders.load_needs` for the budget year.
    """
    st.text(text.ENTER_INTRO)
    years = list(range(stage_loaders.load_today(code).year + 1, FIRST_YEAR - 1, -1))
    price_year: int = st.selectbox(
        text.PRICE_YEAR,
        years,
        index=years.index(year) if year in years else 0,
        key=f"biaya_tahun_{year}",
        help=text.PRICE_YEAR_HELP,
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=140,
    )
    _draw_cells(code, price_year, _make_lines(own, needs))


def _make_lines(own: tuple[str, ...], needs: pd.DataFrame) -> tuple[Line, ...]:
    names = ("item_code", "label", "name", "cost_idr", "cost_year", "reach")
    columns = (needs[name].tolist() for name in names)
    lines = []
    for item, label, name, cost_idr, cost_year, reach in zip(*columns, strict=True):
        if item not in own:
            continue
        in_force = text.MISSING
        if not pd.isna(cost_idr):
            in_force = text.IN_FORCE.format(cost=format_idr(cost_idr), year=cost_year)
        shown = format_count(reach, missing=text.NO_VALUE)
        lines.append(Line(item, label, name, in_force, shown))
    return tuple(lines)


@st.fragment
def _draw_cells(code: str, year: int, lines: tuple[Line, ...]) -> None:
    begin_fragment()
    seen = (loaders.topic_key("biaya", "pengaturan"), lines)
    sheet = keep_sheet(
        f"lembar_biaya_{code}_{year}",
        seen,
        lambda: make_sheet(code, year, lines, cost_loaders.load_unit_costs(code)),
    )
    draw_message()
    if sheet.conflicts:
        draw_conflicts(
            sheet,
            lambda conflict: _describe(sheet, conflict),
            lambda: save_sheet(sheet, sheet.pending),
            title=text.CONFLICT_TITLE,
            prefix="biaya_bentrok",
        )
        return
    view = choose_sheet_view(sheet, (text.GRID_VIEW, text.FORM_VIEW), "biaya_tampilan")
    if view == text.FORM_VIEW:
        _draw_form(sheet)
    else:
        _draw_grid(sheet)
    draw_review(sheet)


def _describe(sheet: CostSheet, conflict: CostConflict) -> ConflictWords:
    ours = conflict.ours
    row = sheet.name_line(ours.item_code)
    cell = text.CONFLICT_CELL.format(row=row, year=ours.year)
    persons = entry_loaders.load_person_names()
    return describe_conflict(conflict, cell, write_cost, persons, sheet.wilayah_code)


def _draw_grid(sheet: CostSheet) -> None:
    """The editable cells, as text without any check of the browser's; the server reads them."""
    if sheet.typed != sheet.seed and _key(sheet) not in st.session_state:
        sheet.make_widgets_anew()  # an editor that was away starts with what had been typed
    edited = st.data_editor(
        make_frame(sheet),
        key=_key(sheet),
        hide_index=True,
        num_rows="fixed",
        disabled=[text.ROW_LABEL, text.ROW, text.ROW_IN_FORCE, text.ROW_REACH],
        column_config=_configure(),
        height=_TALLEST,
        width="stretch",
    )
    take_frame(sheet, edited)


def _draw_form(sheet: CostSheet) -> None:
    """Cost and source of one service as fields, for a phone."""
    index: int = st.selectbox(
        text.FORM_ROW,
        range(len(sheet.lines)),
        format_func=lambda place: sheet.lines[place].title,
        key=f"biaya_baris_{sheet.token}",
        placeholder=text.CHOOSE,
    )
    line = sheet.lines[index]
    for name, label, hint in (
        (COST, text.COST, text.COST_HINT),
        (SOURCE, text.SOURCE, text.SOURCE_HINT),
    ):
        cell = (line.item_code, sheet.year, name)
        key = f"{_key(sheet)}_{line.item_code}_{name}"
        if key not in st.session_state:  # a field that was away starts with what was typed
            st.session_state[key] = sheet.current_text(cell)
        sheet.type(cell, st.text_input(label, key=key, help=hint))


def _key(sheet: CostSheet) -> str:
    return f"biaya_{sheet.token}_{sheet.round}"


def _configure() -> dict[str, Any]:
    return {
        text.ROW_LABEL: st.column_config.TextColumn(pinned=True, width=115),
        text.ROW: st.column_config.TextColumn(width=260),
        text.COST: st.column_config.TextColumn(help=text.COST_HINT, width=140, alignment="right"),
        text.SOURCE: st.column_config.TextColumn(help=text.SOURCE_HINT, width=220),
        text.ROW_IN_FORCE: st.column_config.TextColumn(width=190),
        text.ROW_REACH: st.column_config.TextColumn(width=120, alignment="right"),
    }
