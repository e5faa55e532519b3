"""The shown chains as Excel, and what is not among them."""

import pandas as pd
import streamlit as st

from app.components.frame import is_demo
from app.components.problem_choice import draw_links
from app.components.thread_choice import ThreadLook
from app.components.upload_result import EXCEL
from app.coverage_words import name_period
from app.documents.benang import export_threads, list_notes, list_thread_rules
from app.documents.exported import to_xlsx
from app.format import format_count
from app.problem_sentences import describe_periods
from app.stage_loaders import load_now
from app.target_words import name_region
from app.text import benang as text
from app.text import lokasi as problem_text
from app.text import screens
from app.thread_words import tabulate_words


def draw_download(look: ThreadLook, shown: pd.DataFrame) -> None:
    """Offer the shown chains; made when asked for."""
    if shown.empty:
        return
    name = text.FILE_NAME.format(code=look.code, year=look.year)
    st.download_button(
        text.DOWNLOAD,
        data=lambda: _make(look, shown, demo=is_demo()),
        file_name=f"{name}.xlsx",
        mime=EXCEL,
        icon=":material/table_view:",
        on_click="ignore",
        key="benang_unduh",
    )


def draw_unconnected(look: ThreadLook) -> None:
    """How many proposals of the region answer none of its problem places."""
    count = look.board.unconnected
    if count:
        st.text(text.UNCONNECTED.format(count=format_count(count)))
        draw_links(look.code, ("nasib_usulan", text.LINK_FATE))


def _make(look: ThreadLook, shown: pd.DataFrame, *, demo: bool) -> bytes:
    pairing, later = look.pairing, look.threads.later
    count = {"shown": format_count(len(shown)), "count": format_count(len(look.threads.chains))}
    extra = [
        (
            problem_text.NOTE_PERIODS,
            describe_periods(pairing.period, pairing.source, pairing.measured),
        ),
        (text.NOTE_LEVEL, screens.LEVEL_LABELS[look.level]),
        (text.NOTE_FILTER, text.COUNT_OF.format(**count)),
        (problem_text.NOTE_SETTINGS, look.settings_words),
        *list_thread_rules(text.NO_LATER if later is None else name_period(later)),
    ]
    notes = list_notes(
        name_region(look.code), look.year, extra, demo=demo, made_on=load_now(look.code)
    )
    return to_xlsx(export_threads(tabulate_words(shown, look.deeds, look.names), notes))
