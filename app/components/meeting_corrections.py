"""Figures corrected in a meeting: the form, and the list of those corrected."""

import secrets
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from app import entry_loaders, loaders, meeting_loaders
from app.access import Account
from app.actions import rembuk_koreksi as actions
from app.actions.rembuk_koreksi import CorrectionDraft
from app.actions.rembuk_results import MeetingResult
from app.components.meeting_message import end_with, try_action
from app.entry_words import write_value
from app.format import escape_markdown
from app.items import GROUPS, Item, find_item, list_items
from app.meeting_loaders import Correction, Meeting
from app.meeting_words import describe_result, name_person, name_region
from app.problem_loaders import load_periods
from app.problem_sentences import write_service_period
from app.text import rembuk as text

_FORM = "_rembuk_koreksi"
_PARTIES = ("setcam", "puskesmas", "plkb")


def draw_corrections(person: Account, meeting: Meeting, *, editable: bool) -> None:
    """What was corrected in this meeting, and the form of another one."""
    st.subheader(text.CORRECTION_TITLE, anchor=False)
    st.caption(text.CORRECTION_INTRO)
    if editable:
        _draw_form(person, meeting)
    stored = meeting_loaders.load_corrections(meeting.id)
    if not stored:
        st.text(text.CORRECTION_NONE)
        return
    table = pd.DataFrame([_describe(each) for each in stored])
    st.dataframe(table, hide_index=True, width="stretch", height="content")


def _describe(correction: Correction) -> Mapping[str, str]:
    columns, item = text.CORRECTION_COLUMNS, find_item(correction.item_code)
    return {
        columns["place"]: name_region(correction.unit_code),
        columns["item"]: item.short if item is not None else correction.item_code,
        columns["period"]: write_service_period(correction.period),
        columns["old"]: write_value(correction.old_value),
        columns["new"]: write_value(correction.new_value),
        columns["asked_by"]: correction.asked_by,
        columns["evidence"]: correction.evidence,
        columns["who"]: name_person(correction.corrected_by),
    }


def _draw_form(person: Account, meeting: Meeting) -> None:
    cell = _choose_cell(meeting)
    if cell is None:
        return
    period, unit, item = cell
    value, version = meeting_loaders.load_cell(unit, item, period)
    st.text(text.CORRECTION_NOW.format(value=write_value(value)))
    token = st.session_state.setdefault(_FORM, secrets.token_hex(8))
    with st.form(f"rembuk_koreksi_{token}", border=False, enter_to_submit=False):
        with st.grid(min_column_width=240):
            typed = st.text_input(text.CORRECTION_VALUE, key=f"rembuk_koreksi_angka_{token}")
            asked = st.text_input(
                text.CORRECTION_ASKED,
                max_chars=160,
                key=f"rembuk_koreksi_peminta_{token}",
                placeholder=text.CORRECTION_ASKED_HINT,
            )
        evidence = st.text_area(
            text.CORRECTION_EVIDENCE,
            max_chars=2000,
            height=80,
            key=f"rembuk_koreksi_dasar_{token}",
            placeholder=text.CORRECTION_EVIDENCE_HINT,
        )
        pressed = st.form_submit_button(text.CORRECTION_SAVE, type="primary")
    if pressed:
        draft = CorrectionDraft(period, unit, item, value, version, typed, asked, evidence)
        _save(person, meeting, draft, token)


def _choose_cell(meeting: Meeting) -> tuple[str, str, str] | None:
    """The period, desa and item of the figure; None where the region has no desa."""
    units = _list_units(meeting.wilayah_code)
    with st.grid(min_column_width=220):
        period = st.selectbox(
            text.CORRECTION_PERIOD,
            _list_periods(meeting),
            format_func=write_service_period,
            key="rembuk_koreksi_periode",
            placeholder=text.CHOOSE,
            filter_mode=None,
        )
        unit = st.selectbox(
            text.CORRECTION_DESA,
            list(units),
            format_func=units.__getitem__,
            key="rembuk_koreksi_desa",
            placeholder=text.CHOOSE,
        )
        group = st.selectbox(
            text.CORRECTION_GROUP,
            GROUPS,
            format_func=text.CORRECTION_GROUPS.__getitem__,
            key="rembuk_koreksi_kelompok",
            placeholder=text.CHOOSE,
            filter_mode=None,
        )
        items = _list_items(str(group))
        item = st.selectbox(
            text.CORRECTION_ITEM,
            list(items),
            format_func=lambda code: items[code].short,
            key=f"rembuk_koreksi_butir_{group}",
            placeholder=text.CHOOSE,
        )
    return (period, unit, item) if unit is not None and item is not None else None


def _list_periods(meeting: Meeting) -> list[str]:
    """Periods with figures up to the meeting's year, as everywhere, then those still empty."""
    year = str(meeting.year)
    filled = [p for p in load_periods(meeting.wilayah_code) if p[:4] <= year]
    return list(dict.fromkeys([*filled, year, f"{year}-S1", f"{year}-S2"]))


def _list_units(code: str) -> dict[str, str]:
    """The desa of a meeting's region by code; above a kecamatan with that one's name."""
    if len(code) == 8:
        units = entry_loaders.load_units(code)
        return dict(zip(units["code"], units["name"], strict=True))
    found: dict[str, str] = {}
    children = loaders.load_children(code)
    for kecamatan, name in zip(children["code"], children["name"], strict=True):
        found |= {unit: f"{label} ({name})" for unit, label in _list_units(kecamatan).items()}
    return found


def _list_items(group: str) -> dict[str, Item]:
    items = [item for party in _PARTIES for item in list_items(party) if item.group == group]
    return {item.code: item for item in sorted(items, key=lambda each: each.code)}


def _save(person: Account, meeting: Meeting, draft: CorrectionDraft, token: str) -> None:
    result = try_action(
        lambda: actions.correct_figure(loaders.load_engine(), person, meeting, draft, token)
    )
    if result.fault is not None or result.conflict is not None:
        st.error(escape_markdown(_describe_refusal(result)))  # the form keeps what was typed
        return
    st.session_state.pop(_FORM, None)
    end_with(result, text.CORRECTION_SET_BACK if result.is_set_back else text.CORRECTION_SAVED)


def _describe_refusal(result: MeetingResult) -> str:
    if result.conflict is None:
        return describe_result(result, "")[1]
    return text.CORRECTION_CONFLICT.format(
        who=name_person(result.conflict.who), value=write_value(result.conflict.theirs)
    )
