"""Lagging services as Excel: the region and all inside it, every service."""

import pandas as pd
import streamlit as st

from app.components.problem_downloads import list_frame
from app.components.upload_result import EXCEL
from app.documents.exported import to_xlsx
from app.documents.lokasi import export_lagging, list_lagging_notes
from app.problem_figures import Pairing
from app.problem_lagging import arrange_export
from app.problem_sentences import name_item
from app.text import lokasi as text
from app.text import tertinggal as lagging_text


def draw_download(pairing: Pairing, rows: pd.DataFrame) -> None:
    """Offer all services of the region and of the places inside it; made when asked for."""
    name = lagging_text.LAGGING_FILE.format(code=pairing.scope_code, period=pairing.period)
    st.download_button(
        text.DOWNLOAD_EXCEL,
        data=lambda: _make(pairing, rows),
        file_name=f"{name}.xlsx",
        mime=EXCEL,
        icon=":material/table_view:",
        on_click="ignore",
    )


def _make(pairing: Pairing, rows: pd.DataFrame) -> bytes:
    names = {code: name_item(code) for code in rows["item_code"].unique()}
    notes = [*list_frame(pairing), *list_lagging_notes()]
    return to_xlsx(export_lagging(arrange_export(rows, names), notes))
