"""A stage on a line: its state, deadline and note, and the buttons that this person may press."""

from typing import Literal

import streamlit as st

from analysis.readiness import StageStatus
from analysis.stages import PartState, can_enter
from app import stage_loaders
from app.access import Account
from app.components.stage_actions import draw_messages, draw_part_buttons, draw_stage_buttons
from app.components.stage_marks import draw_status_mark
from app.format import escape_markdown, format_date
from app.stage_words import name_agency, write_due, write_fill, write_moment
from app.text import tahapan as text

__all__ = ["draw_due", "draw_stage_bar", "draw_state", "draw_status_mark"]

Colour = Literal["gray", "orange", "red", "blue", "violet", "green"]
# The word always stands in the badge; the colour only helps to find it.
COLOURS: dict[str, Colour] = {
    "belum mulai": "gray",
    "draf": "orange",
    "dikembalikan": "red",
    "diajukan": "blue",
    "terverifikasi": "violet",
    "disetujui": "green",
}


def draw_stage_bar(
    person: Account, region_code: str, year: int, stage: str, part: str | None = None
) -> None:
    """Draw one stage of a region: every part of it, or only `part`, and what may be done."""
    draw_messages()
    status = stage_loaders.load_status(region_code, year, stage)
    if status is None:
        st.info(text.NO_STAGES)
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        draw_state(status.state, status.stage.name)
        draw_due(status)
        draw_stage_buttons(person, status)
    for each in status.parts:
        if part in (None, each.part):
            _draw_part(person, status, each)
    draw_deadline_notes(status)


def draw_state(state: str, label: str = "") -> None:
    """A state as a badge, in words and colour."""
    words = text.STATES[state]
    if label:
        words = text.PART_STATE.format(agency=label, state=words)
    st.badge(escape_markdown(words), icon=text.STATE_ICONS[state], color=COLOURS[state])


def draw_due(status: StageStatus) -> None:
    """The deadline as a badge: red once it is over and the stage not done."""
    if status.deadline is not None:
        color: Colour = "red" if status.is_late else "gray"
        st.badge(write_due(status), icon=":material/event:", color=color)


def draw_deadline_notes(status: StageStatus) -> None:
    """What must be known about the deadline: changed by the region, or unclear in the guideline."""
    if status.deadline is not None and status.deadline.override is not None:
        changed = text.DUE_CHANGED.format(
            date=format_date(status.deadline.due),
            words=status.deadline.words,
            reason=status.deadline.override.reason,
        )
        st.caption(escape_markdown(changed))
    if status.stage.remark:
        st.caption(escape_markdown(text.REMARK.format(remark=status.stage.remark)))


def _draw_part(person: Account, status: StageStatus, part: PartState) -> None:
    name = name_agency(part.part, part.wilayah_code)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        draw_state(part.state, name)
        if part.updated_at is not None:
            when = write_moment(part.updated_at, part.wilayah_code)
            st.caption(
                escape_markdown(text.BY_WHEN.format(name=_name_actor(part), when=when)),
                width="content",
            )
        filled = _write_fill(status, part)
        if filled:
            st.caption(filled, width="content")
        draw_part_buttons(person, status, part)
    if part.note and can_enter(part.state):
        note = text.RETURNED_NOTE.format(agency=name, note=part.note)
        st.warning(escape_markdown(note), icon=":material/undo:")


def _write_fill(status: StageStatus, part: PartState) -> str:
    """How much of a part is filled in, where figures are entered: seen before it is handed on."""
    fill = write_fill(stage_loaders.load_part_fill(status.stage, part))
    return text.PART_FILL.format(fill=fill) if fill else ""


def _name_actor(part: PartState) -> str:
    """The name of the person who moved a part last, as its steps have it."""
    steps = stage_loaders.load_steps(part.wilayah_code, part.year)
    own = steps[(steps["actor"] == part.updated_by) & steps["name"].notna()]
    return str(own["name"].iloc[0]) if len(own) else str(part.updated_by)
