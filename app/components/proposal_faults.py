"""Cells of the grid that are not stored: which, what was typed, and what to mend."""

import pandas as pd
import streamlit as st

from app.actions.usulan_reading import CellFault
from app.components.table_height import fit_height
from app.format import format_count
from app.proposal_books import Books, service_of, write_place
from app.proposal_sheet import ProposalSheet, SheetRow
from app.text import usulan as text

_ROWS_SHOWN = 8


def draw_faults(sheet: ProposalSheet, books: Books) -> None:
    """Draw the cells that cannot be read; nothing is drawn where all can."""
    rows = [
        _describe(place, row, fault, books)
        for place, row in enumerate(sheet.rows)
        for fault in row.faults
    ]
    if not rows:
        return
    title = text.FAULTS_TITLE.format(count=format_count(len(rows)))
    st.warning(title, icon=":material/edit_note:")
    height = fit_height(len(rows), _ROWS_SHOWN)
    widths = {"row": 60, "activity": 150, "column": 120, "text": 120, "why": 620}
    config = {
        text.FAULT_COLUMNS[name]: st.column_config.TextColumn(width=width)
        for name, width in widths.items()
    }
    st.dataframe(
        pd.DataFrame(rows), hide_index=True, width="stretch", height=height, column_config=config
    )


def _describe(place: int, row: SheetRow, fault: CellFault, books: Books) -> dict[str, str]:
    cells = {
        "row": format_count(place + 1),
        "activity": row.current("activity"),
        "column": text.COLUMNS[fault.column],
        "text": fault.typed,
        "why": write_fault(fault, books),
    }
    return {heading: cells[key] for key, heading in text.FAULT_COLUMNS.items()}


def write_fault(fault: CellFault, books: Books) -> str:
    """Why a cell is not stored and what to do, with what it may mean."""
    sentence = text.FAULTS[fault.code]
    if fault.code == "tahun":
        first, last = fault.options
        return sentence.format(first=first, last=last)
    sentence = sentence.format(word=fault.word) if fault.word else sentence
    if not fault.word or not fault.options:
        return sentence
    if fault.code.endswith("_tak_dikenal"):
        sentence = f"{sentence} {text.SUGGESTED}"
    options = ", ".join(_name_option(fault.column, each, books) for each in fault.options)
    return text.WITH_OPTIONS.format(sentence=sentence, options=options)


def _name_option(column: str, option: str, books: Books) -> str:
    if column == "places" and option in books.places:
        return write_place(books, option)
    item = service_of(option)
    return item.short if item is not None else option
