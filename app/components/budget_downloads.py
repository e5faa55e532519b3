"""What can be taken along from the page Anggaran."""

from functools import partial

import pandas as pd
import streamlit as st

from app.budget_figures import read_thresholds
from app.budget_words import key_snapshot, name_snapshot
from app.components.budget_choice import BudgetLook
from app.components.budget_heading import list_notes
from app.components.budget_lines import make_lines_file
from app.components.upload_result import EXCEL
from app.documents.anggaran import export_gaps
from app.documents.anggaran_dokumen import write_tagging_document
from app.documents.exported import to_xlsx
from app.text import anggaran as text


def draw_downloads(look: BudgetLook) -> None:
    """Offer the tagging document, the gaps and all tagged lines; each made when asked for."""
    st.subheader(text.DOWNLOADS_TITLE, anchor=False)
    offers = (
        (text.DOWNLOAD_DOCUMENT, text.FILE_DOCUMENT, make_document),
        (text.DOWNLOAD_GAPS, text.FILE_GAPS, make_gaps_file),
        (text.DOWNLOAD_ALL, text.FILE_LINES, make_all_lines),
    )
    words = {"code": look.place.code, "snapshot": key_snapshot(look.snapshot)}
    with st.container(horizontal=True):
        for label, name, make in offers:
            st.download_button(
                label,
                data=partial(make, look),
                file_name=f"{name.format(**words)}.xlsx",
                mime=EXCEL,
                icon=":material/table_view:",
                on_click="ignore",
                key=f"unduh_{name}",
            )


def make_document(look: BudgetLook) -> bytes:
    """The tagging document in the guideline's layout, per indicator."""
    title = text.DOCUMENT_TITLE.format(snapshot=name_snapshot(look.snapshot), name=look.place.name)
    notes = list_notes(look, gaps=False)
    return write_tagging_document(look.amounts, look.names, look.place.owner_code, title, notes)


def make_gaps_file(look: BudgetLook) -> bytes:
    """Money, need and gap of every service in the regions below."""
    rows: pd.DataFrame = look.gaps.inside(look.place.code)
    notes = list_notes(look, gaps=True)
    return to_xlsx(export_gaps(rows, look.names, look.place.below, read_thresholds(), notes))


def make_all_lines(look: BudgetLook) -> bytes:
    """All tagged lines that are looked at."""
    return make_lines_file(look, look.amounts)
