"""Proposals that somebody else changed meanwhile: theirs with who and when, yours, the choice."""

import pandas as pd
import streamlit as st

from app.components.table_height import fit_height
from app.format import escape_markdown, format_count
from app.meeting_loaders import Meeting
from app.meeting_words import write_when
from app.proposal_books import Books
from app.proposal_sheet import ProposalSheet, RowConflict, SheetRow
from app.proposal_words import COLUMNS, write_cells
from app.text import usulan as text

_ROWS_SHOWN = 13


def draw_conflicts(sheet: ProposalSheet, meeting: Meeting, books: Books) -> None:
    """Draw every row in conflict with its two buttons; the other rows go on being stored."""
    found = {place: row for place, row in enumerate(sheet.rows) if row.conflict is not None}
    if not found:
        return
    title = text.CONFLICT_TITLE.format(count=format_count(len(found)))
    st.warning(title, icon=":material/sync_problem:")
    for place, row in found.items():
        if row.conflict is not None:
            _draw(sheet, place, row, row.conflict, meeting, books)


def _draw(
    sheet: ProposalSheet,
    place: int,
    row: SheetRow,
    conflict: RowConflict,
    meeting: Meeting,
    books: Books,
) -> None:
    theirs = conflict.theirs
    with st.container(border=True):
        words = {"number": conflict.base.number, "activity": conflict.base.activity}
        st.text(text.CONFLICT_ROW.format(**words))
        if theirs is None:
            st.text(text.CONFLICT_GONE)
        else:
            code = meeting.wilayah_code
            who = write_when(theirs.updated_by, theirs.updated_at, code, text.CONFLICT_WHO)
            st.caption(escape_markdown(who))
            _draw_cells(row, conflict, books)
        with st.container(horizontal=True):
            if theirs is not None and st.button(text.OURS, key=f"usulan_saya_{place}"):
                _settle(sheet, place, books, ours=True)
            label = text.DROP if theirs is None else text.THEIRS
            if st.button(label, key=f"usulan_mereka_{place}"):
                _settle(sheet, place, books, ours=False)


def _settle(sheet: ProposalSheet, place: int, books: Books, *, ours: bool) -> None:
    sheet.settle(place, books, ours=ours)
    st.rerun(scope="fragment")


def _draw_cells(row: SheetRow, conflict: RowConflict, books: Books) -> None:
    if conflict.theirs is None:
        return
    base, theirs = write_cells(conflict.base, books), write_cells(conflict.theirs, books)
    rows = []
    for column in COLUMNS:
        ours = row.current(column)
        if ours == base[column] == theirs[column]:
            continue
        cells = {
            "column": text.COLUMNS[column],
            "base": base[column] or text.EMPTY_VALUE,
            "theirs": theirs[column] or text.EMPTY_VALUE,
            "ours": ours or text.EMPTY_VALUE,
        }
        rows.append({heading: cells[key] for key, heading in text.CONFLICT_COLUMNS.items()})
    height = fit_height(len(rows), _ROWS_SHOWN)
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", height=height)
