"""What a region sets for itself: due dates and approvers, each with its reason."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st

from analysis.deadlines import owner_of_deadline
from analysis.readiness import StageStatus
from analysis.stages import Stage
from app import stage_loaders
from app.access import Account, may
from app.actions import pengaturan as actions
from app.components.stage_actions import take_step
from app.format import format_date
from app.loaders import load_engine
from app.stage_words import name_agency
from app.text import pengaturan as settings_text
from app.text import tahapan as text

_OWN = {"kabupaten": ("kecamatan", "kabupaten"), "provinsi": ("provinsi",)}
MONTH_DAYS = 31


def list_dated(region_code: str, year: int, level: str) -> list[StageStatus]:
    """One status for each dated stage whose due date this region decides."""
    found: dict[str, StageStatus] = {}
    for status in stage_loaders.load_board(region_code, year):
        dated = status.deadline is not None and status.stage.level in _OWN[level]
        if dated and owner_of_deadline(status.stage, status.place.code) == region_code:
            found.setdefault(status.stage.code, status)
    order = list(stage_loaders.load_stages())
    return sorted(found.values(), key=lambda s: order.index(s.stage.code))


def draw_deadlines(person: Account, region_code: str, year: int, level: str) -> None:
    """The due dates in force beside the guideline's, and a form to change one."""
    dated, columns = list_dated(region_code, year, level), settings_text.DEADLINE_COLUMNS
    table = pd.DataFrame(
        {
            columns["level"]: [settings_text.STAGE_LEVELS[s.stage.level] for s in dated],
            columns["stage"]: [s.stage.name for s in dated],
            columns["guideline"]: [s.deadline.words for s in dated if s.deadline],
            columns["due"]: [format_date(s.deadline.due) for s in dated if s.deadline],
            columns["reason"]: [
                s.deadline.override.reason if s.deadline and s.deadline.override else None
                for s in dated
            ],
            columns["remark"]: [s.stage.remark or None for s in dated],
        }
    )
    st.dataframe(table, hide_index=True, width="stretch", placeholder=text.DASH)
    if dated and may(person, "atur_tenggat", region_code):
        _draw_deadline_form(person, region_code, dated)


def _draw_deadline_form(person: Account, region_code: str, dated: Sequence[StageStatus]) -> None:
    by_code = {status.stage.code: status for status in dated}
    code = st.selectbox(
        settings_text.DEADLINE_STAGE,
        list(by_code),
        format_func=lambda each: _name_stage(by_code[each].stage),
        key="tenggat_tahapan",
        placeholder=text.CHOOSE,
    )
    status = by_code[code]
    due = status.deadline.due if status.deadline else None
    version = find_version(region_code, f"tenggat.{code}")
    key = f"tenggat_{region_code}_{code}_{version}"
    with st.form(key):
        back = st.checkbox(settings_text.DEADLINE_BACK, key=f"{key}_pedoman")
        with st.container(horizontal=True):
            day = st.number_input(
                settings_text.DEADLINE_DAY, 1, MONTH_DAYS, due.day if due else 1, key=f"{key}_hari"
            )
            month = st.selectbox(
                settings_text.DEADLINE_MONTH,
                range(1, 13),
                index=due.month - 1 if due else 0,
                format_func=settings_text.MONTHS.__getitem__,
                key=f"{key}_bulan",
                placeholder=text.CHOOSE,
            )
        reason = st.text_input(
            settings_text.REASON, key=f"{key}_alasan", placeholder=settings_text.REASON_HINT
        )
        pressed = st.form_submit_button(settings_text.SAVE, type="primary")
    if pressed:
        month_day = None if back else f"{month:02d}-{int(day):02d}"
        take_step(
            "pengaturan",
            lambda: actions.set_deadline(
                load_engine(),
                person,
                region_code=region_code,
                stage=code,
                month_day=month_day,
                reason=reason,
                version=version,
            ),
        )


def _name_stage(stage: Stage) -> str:
    return settings_text.LEVEL_STAGE.format(
        level=settings_text.STAGE_LEVELS[stage.level], stage=stage.name
    )


def find_version(region_code: str, key: str) -> int:
    """The version of a setting as it stands, 0 where there is none."""
    settings = stage_loaders.load_settings(region_code)
    same = settings[(settings["wilayah_code"] == region_code) & (settings["key"] == key)]
    return int(same["version"].iloc[0]) if len(same) else 0


def draw_approvers(person: Account, region_code: str, year: int) -> None:
    """Whose penyetuju approves each stage of a province, and a form to change one."""
    st.text(settings_text.APPROVERS_INTRO)
    own = [s for s in stage_loaders.load_board(region_code, year) if s.place.code == region_code]
    columns = settings_text.APPROVER_COLUMNS
    table = pd.DataFrame(
        {
            columns["stage"]: [s.stage.name for s in own],
            columns["default"]: [name_agency(s.stage.approver, region_code) for s in own],
            columns["agency"]: [name_agency(s.approver, region_code) for s in own],
        }
    )
    st.dataframe(table, hide_index=True, width="stretch")
    if may(person, "atur_penyetuju", region_code):
        _draw_approver_form(person, region_code, {s.stage.code: s for s in own})


def _draw_approver_form(person: Account, region_code: str, own: Mapping[str, StageStatus]) -> None:
    code = st.selectbox(
        text.STAGE_LABEL,
        list(own),
        format_func=lambda each: own[each].stage.name,
        key="penyetuju_tahapan",
        placeholder=text.CHOOSE,
    )
    version = find_version(region_code, f"penyetuju.{code}")
    key = f"penyetuju_{region_code}_{code}_{version}"
    with st.form(key):
        agency = st.selectbox(
            settings_text.APPROVER_LABEL,
            [None, *actions.APPROVERS],
            format_func=_name_choice(own[code].stage, region_code),
            key=f"{key}_pilihan",
            placeholder=text.CHOOSE,
        )
        reason = st.text_input(
            settings_text.REASON, key=f"{key}_alasan", placeholder=settings_text.REASON_HINT
        )
        pressed = st.form_submit_button(settings_text.SAVE, type="primary")
    if pressed:
        take_step(
            "pengaturan",
            lambda: actions.set_approver(
                load_engine(),
                person,
                region_code=region_code,
                stage=code,
                agency=agency,
                reason=reason,
                version=version,
            ),
        )


def _name_choice(stage: Stage, region_code: str) -> Callable[[str | None], str]:
    default = settings_text.DEFAULT_CHOICE.format(agency=name_agency(stage.approver, region_code))
    return lambda agency: default if agency is None else name_agency(agency, region_code)
