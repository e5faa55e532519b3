"""The history to take along as Excel."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import streamlit as st

from analysis.deadlines import to_local
from app import entry_loaders, stage_loaders
from app.components.frame import is_demo
from app.components.selection import Selection
from app.documents.columns import Notes
from app.documents.history import write_history
from app.entry_loaders import HistoryFilter
from app.format import format_date
from app.text import exports
from app.text import riwayat as text
from app.text.screens import DEMO_MARK

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw_download(selection: Selection, asked: HistoryFilter, people: Mapping[str, str]) -> None:
    """Offer the matching history as Excel, made only when asked for."""
    zone = stage_loaders.load_time_zone(selection.code)
    st.download_button(
        text.DOWNLOAD,
        data=lambda: _make_excel(selection, asked, people, zone),
        file_name=f"{text.FILE_NAME.format(code=selection.code)}.xlsx",
        mime=_EXCEL,
        icon=":material/table_view:",
        on_click="ignore",
    )


def _make_excel(
    selection: Selection, asked: HistoryFilter, people: Mapping[str, str], zone: str
) -> bytes:
    rows = entry_loaders.load_history(asked)
    names = entry_loaders.load_region_names(rows)
    notes = _list_notes(selection.region.name, asked, people, zone)
    return write_history(rows, people, names, zone, notes)


def _list_notes(
    region_name: str, asked: HistoryFilter, people: Mapping[str, str], zone: str
) -> Notes:
    until = asked.until - timedelta(days=1) if asked.until else None
    dates = text.NOTE_DATES_VALUE.format(
        since=format_date(asked.since, text.ALL), until=format_date(until, text.ALL)
    )
    notes = [
        (text.NOTE_REGION, region_name),
        (text.NOTE_TABLE, text.TABLES.get(asked.table or "", text.ALL)),
        (text.NOTE_ACTOR, people.get(asked.actor or "", text.ALL)),
        (text.NOTE_DATES, dates),
        (text.NOTE_MADE, format_date(to_local(zone, datetime.now(UTC)).date())),
        (text.NOTE_LIMIT, text.LIMIT_RULE),
        text.NOTE_CHANGE,
    ]
    return [(exports.NOTE_DEMO, DEMO_MARK), *notes] if is_demo() else notes
