"""The participants of a meeting: a sheet to fill in and paste into, saved by one press."""

import pandas as pd
import streamlit as st

from app import loaders, meeting_loaders
from app.access import Account
from app.actions import rembuk_outcomes
from app.actions.rembuk_outcomes import RowChange
from app.components.meeting_message import end, end_with, try_action
from app.components.table_height import fit_height
from app.format import escape_markdown, format_count
from app.meeting_loaders import Meeting
from app.meeting_participants import COLUMNS, ParticipantSheet, find_changes
from app.meeting_words import describe_result
from app.text import rembuk as text

_ROWS_SHOWN = 18


def draw_participants(person: Account, meeting: Meeting, *, editable: bool) -> None:
    """Draw the participants by element; the sheet for whoever records."""
    st.subheader(text.PARTICIPANTS_TITLE, anchor=False)
    rows = meeting_loaders.load_participants(meeting.id)
    present = sum(bool(each.is_present) for each in rows)
    counts = {"present": format_count(present), "count": format_count(len(rows))}
    st.text(text.PRESENT_COUNT.format(**counts) if rows else text.PARTICIPANTS_NONE)
    if editable:
        _draw_sheet(person, meeting)
    elif rows:
        table = ParticipantSheet(rows).tabulate().rename(columns=text.PARTICIPANT_COLUMNS)
        height = fit_height(len(table), _ROWS_SHOWN)
        st.dataframe(table, hide_index=True, width="stretch", height=height, placeholder="")


def _draw_sheet(person: Account, meeting: Meeting) -> None:
    key = f"_rembuk_peserta_{meeting.id}"
    if key not in st.session_state:
        rows = meeting_loaders.load_participants(meeting.id)
        st.session_state[key] = ParticipantSheet(rows)
    sheet: ParticipantSheet = st.session_state[key]
    st.caption(text.PARTICIPANTS_INTRO)
    edited = _draw_editor(sheet)
    changes, lacking = find_changes(sheet, edited)
    if lacking:
        count = format_count(lacking)
        st.error(text.PARTICIPANTS_EMPTY_ELEMENT.format(count=count), icon=":material/error:")
    if not changes:
        if sheet.rows != meeting_loaders.load_participants(meeting.id) and not lacking:
            del st.session_state[key]  # somebody else saved: begin from what stands now
            st.rerun()
        return
    count = format_count(len(changes))
    st.warning(text.PARTICIPANTS_UNSAVED.format(count=count), icon=":material/edit:")
    with st.container(horizontal=True):
        label = text.PARTICIPANTS_SAVE.format(count=count)
        if st.button(label, key="rembuk_peserta_simpan", type="primary", disabled=lacking > 0):
            _save(person, meeting, sheet, changes, key)
        if st.button(text.PARTICIPANTS_DISCARD, key="rembuk_peserta_buang"):
            del st.session_state[key]
            st.rerun()


def _draw_editor(sheet: ParticipantSheet) -> pd.DataFrame:
    labels = text.PARTICIPANT_COLUMNS
    config = {name: st.column_config.TextColumn(labels[name]) for name in COLUMNS[:3]}
    present = st.column_config.SelectboxColumn(
        labels["present"], options=[text.PRESENT, text.ABSENT]
    )
    edited: pd.DataFrame = st.data_editor(
        sheet.tabulate(),
        column_config={**config, "present": present},
        num_rows="dynamic",
        hide_index=True,
        width="stretch",
        key=f"rembuk_peserta_{sheet.token}",
        placeholder="",
    )
    return edited


def _save(
    person: Account,
    meeting: Meeting,
    sheet: ParticipantSheet,
    changes: list[RowChange],
    key: str,
) -> None:
    result = try_action(
        lambda: rembuk_outcomes.save_rows(
            loaders.load_engine(), person, meeting, changes, sheet.token
        )
    )
    if result.fault is not None:
        st.error(escape_markdown(describe_result(result, "")[1]))  # the sheet keeps what was typed
        return
    st.session_state.pop(key, None)
    if result.conflicts:
        bases = [each.change.base for each in result.conflicts]
        names = ", ".join(getattr(base, "element", "") for base in bases)
        end("error", text.PARTICIPANTS_CONFLICT.format(names=names))
    end_with(result, text.PARTICIPANTS_SAVED)
