"""What can be taken along from the page Cakupan: the figures as Excel, the heatmap as pictures."""

import streamlit as st

from app import coverage_loaders
from app.components.coverage import Look, find_status
from app.components.frame import is_demo
from app.coverage_words import write_share
from app.documents.cakupan import export_coverage, list_notes
from app.documents.cakupan_png import HeatmapWords, write_heatmap_png
from app.documents.exported import to_xlsx
from app.format import format_date
from app.stage_loaders import load_now
from app.text import cakupan as text
from app.text import screens

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw_downloads(look: Look) -> None:
    """Offer the view as Excel and as PNG; each is made only when asked for."""
    name = text.FILE_NAME.format(code=look.place.code, period=look.period)
    with st.container(horizontal=True):
        st.download_button(
            screens.DOWNLOAD_EXCEL,
            data=lambda: make_excel(look),
            file_name=f"{name}.xlsx",
            mime=_EXCEL,
            icon=":material/table_view:",
            on_click="ignore",
        )
        st.download_button(
            screens.DOWNLOAD_PNG,
            data=lambda: make_png(look),
            file_name=f"{name}.png",
            mime="image/png",
            icon=":material/image:",
            on_click="ignore",
        )


def make_excel(look: Look) -> bytes:
    """The figures of a view, the whole region's in front."""
    place = look.place
    assessed = coverage_loaders.load_coverage(place.code, place.below, look.period)
    notes = list_notes(
        place.name,
        place.below,
        look.period,
        find_status(look),
        demo=is_demo(),
        made_on=load_now(place.code),
    )
    order = [row.code for row in look.heatmap.rows]
    return to_xlsx(export_coverage(assessed, order, notes))


def make_png(look: Look) -> bytes:
    """The heatmap as a picture with title, selection, source, approval, thresholds and legend."""
    subtitle = f"{look.line} · {find_status(look)}"
    footnote = text.PNG_FOOTNOTE.format(
        share=write_share(), made=format_date(load_now(look.place.code))
    )
    if is_demo():
        subtitle = f"{subtitle} · {screens.DEMO_MARK}"
    words = HeatmapWords(
        title=text.PNG_TITLE.format(name=look.place.name),
        subtitle=subtitle,
        footnote=footnote,
        total=text.TOTAL_ROW.format(name=look.place.name),
    )
    return write_heatmap_png(look.heatmap, words)
