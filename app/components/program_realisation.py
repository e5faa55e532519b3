"""What programmes had spent by June and by December: the grid, and what stands in the way.

The snapshot lives in the session. While something is typed the database is not asked again, since
an editor reports its edits by position.
"""

from typing import Any, Literal

import pandas as pd
import streamlit as st

from analysis.stages import can_enter
from app import entry_loaders, loaders, program_loaders
from app.access import Account, may
from app.actions.isian import StagePart
from app.actions.program import PART
from app.actions.program_review import MONTHS, SEMESTER_STAGES, RealisationConflict
from app.components.conflict import draw_conflicts
from app.components.entry_frame import read_part_state
from app.components.kept_sheet import choose_sheet_view, keep_sheet
from app.components.program_message import draw_message
from app.components.program_realisation_save import (
    draw_unsaved_amounts,
    name_stage,
    save_sheet,
    write_amount,
)
from app.components.table_height import fit_height
from app.conflict_words import ConflictWords, describe_conflict
from app.format import escape_markdown
from app.program_figures import find_above, find_falling
from app.program_sheet import SpentSheet, make_frame, make_sheet, take_frame
from app.session import begin_fragment
from app.stage_words import join_names, name_agency
from app.text import program as text
from app.text import tahapan as stage_text

_ROWS_SHOWN = 15
_OPEN = "isi"


def draw_realisation(person: Account, code: str, year: int, programs: pd.DataFrame) -> None:
    """The realisations of a kecamatan's programmes: to enter, or to read."""
    st.text(text.SPENT_INTRO)
    for pattern, names in (
        (text.SPENT_ABOVE, find_above(programs)),
        (text.SPENT_FALLING, find_falling(programs)),
    ):
        if names:
            words = pattern.format(names=join_names(names))
            st.warning(escape_markdown(words), icon=":material/warning:")
    months = _list_open(code, year) if may(person, _OPEN, code, PART) else ()
    _draw_cells(code, year, months)


def _list_open(code: str, year: int) -> tuple[str, ...]:
    """The months that take entries now; says why the others do not."""
    found = []
    for month, stage in SEMESTER_STAGES.items():
        state, _ = read_part_state(StagePart(code, year, stage, PART))
        if can_enter(state):
            found.append(month)
            continue
        words = {
            "stage": name_stage(stage),
            "agency": name_agency(PART, code),
            "state": stage_text.STATES[state],
            "month": text.MONTHS[month],
        }
        st.info(escape_markdown(text.SPENT_LOCKED.format(**words)), icon=":material/lock:")
    return tuple(found)


@st.fragment
def _draw_cells(code: str, year: int, months: tuple[str, ...]) -> None:
    begin_fragment()
    seen = (loaders.topic_key("program", "tahapan"), months)
    sheet = keep_sheet(
        f"lembar_realisasi_{code}_{year}",
        seen,
        lambda: make_sheet(code, year, program_loaders.load_programs(code, year), months),
    )
    draw_message()
    if sheet.conflicts:
        draw_conflicts(
            sheet,
            lambda conflict: _describe(sheet, conflict),
            lambda: save_sheet(sheet, sheet.pending),
            title=text.SPENT_CONFLICT_TITLE,
            prefix="realisasi_bentrok",
        )
    elif not months:
        _draw_values(sheet)
    else:
        view = choose_sheet_view(sheet, (text.GRID_VIEW, text.FORM_VIEW), "realisasi_tampilan")
        if view == text.FORM_VIEW:
            _draw_form(sheet)
        else:
            _draw_grid(sheet)
        draw_unsaved_amounts(sheet)


def _describe(sheet: SpentSheet, conflict: RealisationConflict) -> ConflictWords:
    ours = conflict.ours
    cell = text.SPENT_CONFLICT_CELL.format(
        program=sheet.name_line(ours.key), month=text.MONTHS[ours.month]
    )
    persons = entry_loaders.load_person_names()
    return describe_conflict(conflict, cell, write_amount, persons, sheet.wilayah_code)


def _draw_grid(sheet: SpentSheet) -> None:
    """The editable cells, as text without any check of the browser's; the server reads them."""
    key = f"realisasi_{sheet.token}_{sheet.round}"
    if sheet.typed != sheet.seed and key not in st.session_state:
        sheet.make_widgets_anew()  # an editor that was away starts with what had been typed
        key = f"realisasi_{sheet.token}_{sheet.round}"
    edited = st.data_editor(
        make_frame(sheet),
        key=key,
        hide_index=True,
        num_rows="fixed",
        disabled=[name for name in text.SPENT_COLUMNS if name not in sheet.months],
        column_config=_configure(),
        height=_height(sheet),
        width="stretch",
    )
    take_frame(sheet, edited)


def _draw_values(sheet: SpentSheet) -> None:
    frame = make_frame(sheet)
    st.dataframe(
        frame.where(frame != "", None),
        hide_index=True,
        column_config=_configure(),
        height=_height(sheet),
        width="stretch",
        placeholder=text.NO_VALUE,
    )


def _draw_form(sheet: SpentSheet) -> None:
    """The months of one programme as fields, for a phone."""
    index: int = st.selectbox(
        text.FORM_ROW,
        range(len(sheet.lines)),
        format_func=lambda place: sheet.lines[place].name,
        key=f"realisasi_baris_{sheet.token}",
        placeholder=text.CHOOSE,
    )
    line = sheet.lines[index]
    st.caption(text.CARD_FIGURES.format(amount=f"Rp{line.amount}"))
    with st.grid(min_column_width=160):
        for month in sheet.months:
            cell = (line.number, month)
            key = f"realisasi_{sheet.token}_{sheet.round}_{line.number}_{month}"
            if key not in st.session_state:  # a field that was away starts with what was typed
                st.session_state[key] = sheet.current_text(cell)
            sheet.type(cell, st.text_input(text.SPENT_COLUMNS[month], key=key))


def _configure() -> dict[str, Any]:
    widths = {"desa": 150, "activity": 300, "source": 130}
    columns: dict[str, Any] = {
        name: st.column_config.TextColumn(text.SPENT_COLUMNS[name], width=width)
        for name, width in widths.items()
    }
    for name in ("amount", *MONTHS):
        columns[name] = st.column_config.TextColumn(
            text.SPENT_COLUMNS[name], width=140, alignment="right"
        )
    return columns


def _height(sheet: SpentSheet) -> int | Literal["content"]:
    return fit_height(len(sheet.lines), _ROWS_SHOWN)
