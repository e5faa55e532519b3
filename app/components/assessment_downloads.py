"""The scores and all their evidence as Excel."""

from collections.abc import Mapping

import streamlit as st

from analysis.monev import Assessment
from app import assessment_loaders
from app.components.frame import is_demo
from app.components.upload_result import EXCEL
from app.documents.exported import to_xlsx
from app.documents.penilaian import Frame, export_evidence, export_scores
from app.stage_loaders import load_now
from app.target_words import name_region
from app.text import penilaian as text


def draw_downloads(code: str, year: int, found: Mapping[str, Assessment]) -> None:
    """Offer both tables; each is made only when asked for."""
    words = {"code": code, "year": year}
    with st.container(horizontal=True):
        st.download_button(
            text.DOWNLOAD_TABLE,
            data=lambda: _make_scores(code, year, found),
            file_name=f"{text.FILE_TABLE.format(**words)}.xlsx",
            mime=EXCEL,
            icon=":material/table_view:",
            on_click="ignore",
            key="penilaian_unduh_tabel",
        )
        st.download_button(
            text.DOWNLOAD_EVIDENCE,
            data=lambda: to_xlsx(export_evidence(found.values(), _frame(code, year))),
            file_name=f"{text.FILE_EVIDENCE.format(**words)}.xlsx",
            mime=EXCEL,
            icon=":material/fact_check:",
            on_click="ignore",
            key="penilaian_unduh_bukti",
        )


def _make_scores(code: str, year: int, found: Mapping[str, Assessment]) -> bytes:
    official = assessment_loaders.load_official(tuple(found), year)
    rubrics = {each: assessment_loaders.load_rubric(each) for each in found}
    return to_xlsx(export_scores(found.values(), official, rubrics, _frame(code, year)))


def _frame(code: str, year: int) -> Frame:
    rubric = assessment_loaders.load_rubric(code)
    return Frame(name_region(code), year, rubric, is_demo(), load_now(code))
