"""All stages of one region and year at a glance, and the steps of one of them."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.readiness import StageStatus
from analysis.stages import Stage
from app import stage_loaders
from app.components.stage_choice import choose_stage
from app.format import format_date
from app.stage_words import name_agency, write_days_of, write_moment, write_waiting
from app.text import tahapan as text


def list_own(region_code: str, year: int) -> list[StageStatus]:
    """The stages of the region itself, in the order of the reference table."""
    board = stage_loaders.load_board(region_code, year)
    return [status for status in board if status.place.code == region_code]


def choose_own_stage(own: Sequence[StageStatus]) -> Stage:
    """One stage of the region: the next one due that is not done, unless chosen."""
    dated = [s for s in own if s.deadline is not None and not s.is_final]
    first = min(dated, key=lambda s: str(s.deadline and s.deadline.due), default=own[0])
    return choose_stage([status.stage for status in own], first.stage)


def draw_overview(own: Sequence[StageStatus], region_code: str) -> None:
    """A line a stage: state, deadline, days left or late, who is waited for."""
    names, columns = stage_loaders.load_role_names(region_code), text.COLUMNS
    table = pd.DataFrame(
        {
            columns["stage"]: [s.stage.name for s in own],
            columns["state"]: [text.STATES[s.state] for s in own],
            columns["due"]: [format_date(s.deadline.due) if s.deadline else None for s in own],
            columns["days"]: [write_days_of(s) or None for s in own],
            columns["waiting"]: [write_waiting(s, names) or None for s in own],
        }
    )
    st.dataframe(table, hide_index=True, width="stretch", placeholder=text.DASH)


def draw_steps(region_code: str, year: int, stage: Stage) -> None:
    """Who took which step when, newest first."""
    st.subheader(text.STEPS_TITLE, anchor=False)
    steps = stage_loaders.load_steps(region_code, year)
    steps = steps[steps["stage"] == stage.code]
    if steps.empty:
        st.text(text.STEPS_EMPTY)
        return
    columns = text.STEP_COLUMNS
    zone = stage_loaders.load_time_zone(region_code)
    pairs = zip(steps["from_state"], steps["to_state"], strict=True)
    table = pd.DataFrame(
        {
            columns["at"].format(zone=zone): [write_moment(at, region_code) for at in steps["at"]],
            columns["part"]: [name_agency(part, region_code) for part in steps["part"]],
            columns["step"]: [
                text.STEP.format(old=text.STATES[old], new=text.STATES[new]) for old, new in pairs
            ],
            columns["actor"]: list(steps["name"].fillna(steps["actor"])),
            columns["note"]: list(steps["note"]),
        }
    )
    st.dataframe(table, hide_index=True, width="stretch", placeholder=text.DASH)
