"""The lines behind a figure: who spends it, on what, for whom, where; with a download."""

from typing import Any

import pandas as pd
import streamlit as st

from app.budget_words import key_snapshot
from app.components.budget_choice import BudgetLook
from app.components.budget_heading import list_notes
from app.components.table_height import fit_height
from app.components.upload_result import EXCEL
from app.documents.anggaran import arrange_lines, export_lines
from app.documents.exported import to_xlsx
from app.format import escape_markdown, format_count, format_idr, format_idr_short
from app.text import anggaran as text
from app.text import screens

_SHOWN = (
    "skpd_name",
    "subkegiatan_name",
    "description",
    "service",
    "place",
    "kind",
    "amount_idr",
    "total_idr",
    "basis",
    "fund",
    "account_code",
    "realisation_idr",
)
_MONEY = ("amount_idr", "total_idr", "realisation_idr")
_WIDTHS = {"skpd_name": 170, "subkegiatan_name": 240, "description": 240, "service": 200}
_MOST = 8


def pick_row(picked: Any, rows: int) -> int | None:
    """The chosen row of a table, None without one or where the table has become shorter."""
    chosen = picked.selection.rows
    return int(chosen[0]) if chosen and chosen[0] < rows else None


def draw_lines(look: BudgetLook, amounts: pd.DataFrame, what: str, key: str) -> None:
    """Draw tagged lines, the largest share first. `what`: the figure that they are behind."""
    st.markdown(f"**{escape_markdown(text.LINES_TITLE.format(what=what))}**")
    if amounts.empty:
        st.text(text.LINES_NONE)
        return
    st.caption(
        text.LINES_COUNT.format(
            tags=format_count(len(amounts)),
            lines=format_count(amounts["line_id"].nunique()),
            amount=format_idr_short(amounts["amount_idr"].sum()),
        )
    )
    ordered = amounts.sort_values("amount_idr", ascending=False, kind="stable")
    table = arrange_lines(ordered, look.names, look.place.owner_code)[list(_SHOWN)]
    money = {
        column: [format_idr(value, screens.DASH) for value in table[column]] for column in _MONEY
    }
    st.dataframe(
        table.assign(**money).rename(columns=text.LINES_HEADINGS),
        hide_index=True,
        width="stretch",
        height=fit_height(len(table), _MOST),
        placeholder=screens.DASH,
        column_config={
            text.LINES_HEADINGS[name]: st.column_config.Column(width=width)
            for name, width in _WIDTHS.items()
        },
        key=f"baris_{key}",
    )
    name = text.FILE_LINES.format(code=look.place.code, snapshot=key_snapshot(look.snapshot))
    st.download_button(
        text.DOWNLOAD_LINES,
        data=lambda: make_lines_file(look, ordered),
        file_name=f"{name}.xlsx",
        mime=EXCEL,
        icon=":material/table_view:",
        on_click="ignore",
        key=f"unduh_baris_{key}",
    )


def make_lines_file(look: BudgetLook, amounts: pd.DataFrame) -> bytes:
    """Tagged lines as Excel, with all that their lines say."""
    notes = list_notes(look, gaps=False)
    return to_xlsx(export_lines(amounts, look.names, look.place.owner_code, notes))
