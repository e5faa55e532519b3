"""Unit costs in force with the people still to reach and the need in rupiah, to read."""

import pandas as pd
import streamlit as st

from app.components.frame import is_demo
from app.components.program_overview import style_numbers
from app.components.upload_result import EXCEL
from app.coverage_words import name_period
from app.documents.biaya import list_notes, to_xlsx
from app.format import escape_markdown, format_count, format_idr_short
from app.stage_loaders import load_now
from app.target_words import name_region
from app.text import biaya as text

_TALLEST = 760


def draw_view(table: pd.DataFrame, code: str, year: int, period: str | None) -> None:
    """Draw the figures of the whole region, then a row a service. `table`: of `load_needs`."""
    known = int(table["cost_idr"].notna().sum())
    with st.grid(min_column_width=220):
        words = {"known": format_count(known), "total": format_count(len(table))}
        st.metric(text.CARD_KNOWN, text.KNOWN_OF.format(**words))
        need = table["need_idr"].sum(min_count=1)
        st.metric(text.CARD_NEED, format_idr_short(need))
    _draw_table(table)
    if period is None or table["reach"].isna().all():
        st.caption(text.LOOK_NO_COVERAGE)
    else:
        note = text.LOOK_NOTE.format(period=name_period(period))
        st.caption(escape_markdown(note))
    notes = list_notes(
        name_region(code),
        year,
        name_period(period) if period else "-",
        load_now(code),
        demo=is_demo(),
    )
    st.download_button(
        text.DOWNLOAD,
        data=lambda: to_xlsx(table.assign(note=[write_note(row) for row in _rows(table)]), notes),
        file_name=f"{text.FILE_NAME.format(code=code, year=year)}.xlsx",
        mime=EXCEL,
        icon=":material/table_view:",
        on_click="ignore",
        key="biaya_unduh",
    )


def write_note(row: dict[str, object]) -> str:
    """What keeps the need of a service from being known, or only partly known."""
    parts = []
    if pd.isna(row["cost_idr"]):
        parts.append(text.MISSING)
    if pd.isna(row["reach"]):
        parts.append(text.NO_PEOPLE)
    elif int(str(row["desa_unknown"])):
        count = format_count(int(str(row["desa_unknown"])))
        parts.append(text.NOTE_PARTIAL.format(count=count))
    return "; ".join(parts)


def _draw_table(table: pd.DataFrame) -> None:
    columns = text.COLUMNS
    shown = pd.DataFrame(
        {
            columns["label"]: table["label"],
            columns["name"]: table["name"],
            columns["cost"]: table["cost_idr"],
            columns["year"]: table["cost_year"].astype("string"),
            columns["reach"]: table["reach"],
            columns["need"]: table["need_idr"],
            columns["note"]: [write_note(row) or None for row in _rows(table)],
            columns["source"]: table["cost_source"],
        }
    )
    st.dataframe(
        style_numbers(shown, [columns[name] for name in ("cost", "reach", "need")]),
        hide_index=True,
        width="stretch",
        height=_TALLEST,
        placeholder=text.NO_VALUE,
        column_config={
            columns["label"]: st.column_config.TextColumn(width=110, pinned=True),
            columns["name"]: st.column_config.TextColumn(width=240),
            columns["note"]: st.column_config.TextColumn(width=190),
        },
    )


def _rows(table: pd.DataFrame) -> list[dict[str, object]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.itertuples(index=False)]
