"""The simulation as it was recorded, the official result, and the stage's papers."""

from datetime import date

import streamlit as st

from analysis.monev import CLASSES, Assessment
from app import assessment_loaders, loaders, stage_loaders
from app.access import Account
from app.actions import penilaian as actions
from app.assessment_loaders import OFFICIAL, SIMULATED, Result
from app.assessment_words import name_class, write_score
from app.components.assessment_links import draw_stage_links
from app.components.assessment_message import end, run_action
from app.format import escape_markdown
from app.meeting_words import name_person
from app.stage_words import name_agency, write_moment
from app.text import penilaian as text

_ALIKE = 0.05


def draw_record(person: Account, now: Assessment) -> None:
    """What was recorded for the meeting, a button to record what stands now, and approval."""
    st.subheader(text.RECORD_TITLE, anchor=False)
    recorded = assessment_loaders.load_result(now.region_code, now.year, SIMULATED)
    if recorded is None:
        st.text(text.RECORD_NONE.format(year=now.year))
    else:
        _draw_recorded(now, recorded)
    if now.total is not None and actions.may_record(person, now.region_code, now.year):
        version = 0 if recorded is None else recorded.version
        if st.button(
            text.RECORD_BUTTON,
            help=text.RECORD_HELP,
            type="primary",
            icon=":material/save:",
            key=f"penilaian_catat_{now.region_code}_{now.year}_{version}",
        ):
            _record(person, now, version)
    stage = f"{now.level}.penilaian"
    status = stage_loaders.load_status(now.region_code, now.year, stage)
    if status is not None:
        approver = name_agency(status.approver, now.region_code)
        st.text(text.APPROVAL_HINT.format(approver=approver))
        draw_stage_links(person, now, stage, criterion="disetujui")


def _draw_recorded(now: Assessment, recorded: Result) -> None:
    missing = text.UNSETTLED
    words = text.RECORDED.format(
        when=write_moment(recorded.updated_at, now.region_code),
        who=name_person(recorded.updated_by),
        score=write_score(recorded.score),
        result=name_class(recorded.class_name, missing),
    )
    st.text(words)
    changed = abs((recorded.score or 0) - (now.total or 0)) >= _ALIKE
    if changed or recorded.class_name != now.class_name:
        st.warning(
            escape_markdown(text.RECORD_DIFFERS.format(score=write_score(now.total))),
            icon=":material/sync_problem:",
        )
    else:
        st.caption(text.RECORD_SAME)


def _record(person: Account, now: Assessment, version: int) -> None:
    _, obstacle = run_action(
        lambda: actions.record_simulation(
            loaders.load_engine(), person, now.region_code, now.year, version
        )
    )
    end("error" if obstacle else "success", obstacle or text.RECORDED_DONE)


def draw_official(person: Account, now: Assessment) -> None:
    """The form of the official result, for Bappeda."""
    code, year = now.region_code, now.year
    if not actions.may_enter_official(person, code):
        return
    stored = assessment_loaders.load_result(code, year, OFFICIAL)
    version = 0 if stored is None else stored.version
    key = f"penilaian_resmi_{code}_{year}_{version}"
    with (
        st.expander(text.OFFICIAL_TITLE, icon=":material/workspace_premium:"),
        st.form(key, border=False, enter_to_submit=False),
    ):
        st.caption(text.OFFICIAL_INTRO)
        with st.grid(min_column_width=220):
            class_name = st.selectbox(
                text.OFFICIAL_CLASS,
                CLASSES,
                index=CLASSES.index(stored.class_name) if stored and stored.class_name else None,
                format_func=text.CLASSES.__getitem__,
                key=f"{key}_kelas",
                placeholder=text.CHOOSE,
                filter_mode=None,
            )
            score = st.number_input(
                text.OFFICIAL_SCORE,
                0.0,
                100.0,
                value=stored.score if stored else None,
                step=0.1,
                format="%.1f",
                key=f"{key}_nilai",
                placeholder=text.DASH,
            )
            dated_on = st.date_input(
                text.OFFICIAL_DATE_LABEL,
                value=stored.dated_on if stored else None,
                format="DD/MM/YYYY",
                key=f"{key}_tanggal",
            )
        source = st.text_input(
            text.OFFICIAL_SOURCE_LABEL,
            value=(stored.source or "") if stored else "",
            max_chars=400,
            key=f"{key}_sumber",
            placeholder=text.OFFICIAL_SOURCE_HINT,
        )
        pressed = st.form_submit_button(text.OFFICIAL_SAVE, type="primary")
    if pressed:
        _save_official(person, now, class_name, score, source, dated_on, version)


def _save_official(
    person: Account,
    now: Assessment,
    class_name: str | None,
    score: float | None,
    source: str,
    dated_on: date | None,
    version: int,
) -> None:
    if class_name is None:
        st.error(text.FAULTS["kelas_kosong"])
        return
    result, obstacle = run_action(
        lambda: actions.save_official(
            loaders.load_engine(),
            person,
            region_code=now.region_code,
            year=now.year,
            class_name=class_name,
            score=score,
            source=source,
            dated_on=dated_on,
            version=version,
        )
    )
    if result.fault is not None:
        st.error(obstacle)  # the form keeps what was typed
        return
    end("error" if obstacle else "success", obstacle or text.OFFICIAL_DONE)
