"""Taking over proposals to begin with: from the situation analysis, and from problem places."""

from collections.abc import Sequence

import streamlit as st

from analysis.meetings import level_of_meeting
from app import ansit_loaders, loaders, meeting_loaders, proposal_loaders, target_loaders
from app.actions import usulan as actions
from app.actions.usulan import ProposalChange
from app.components.proposal_grid import reload_sheet
from app.components.proposal_message import end, try_write
from app.format import format_count
from app.meeting_loaders import Meeting
from app.proposal_books import Books
from app.proposal_prefill import propose_from_analysis, propose_from_places
from app.session import current_person
from app.text import usulan as text

_KABUPATEN_LENGTH = 5


def draw_fill(meeting: Meeting, books: Books) -> None:
    """Draw the two buttons, each with how many drafts it would add."""
    code, year = meeting.wilayah_code, meeting.year
    known = proposal_loaders.load_proposals_of(code, year)
    agencies = target_loaders.load_responsible(code[:_KABUPATEN_LENGTH])
    stage = f"{level_of_meeting(code)}.ansit"
    problems = ansit_loaders.load_problems(code, year, stage)
    found = propose_from_analysis(problems, known, books, agencies)
    snapshot = meeting_loaders.load_snapshot(meeting.id)
    places = propose_from_places(snapshot, known, books, agencies) if snapshot else ()
    none = text.FILL_PLACES_NONE if snapshot else text.FILL_NOT_FROZEN
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(text.FILL_TITLE, width="content")
        _draw_button(meeting, found, text.FILL_ANALYSIS, text.FILL_ANALYSIS_NONE, "ansit")
        _draw_button(meeting, places, text.FILL_PLACES, none, "lokasi")


def _draw_button(
    meeting: Meeting, drafts: Sequence[ProposalChange], label: str, none: str, name: str
) -> None:
    pressed = st.button(
        label.format(count=format_count(len(drafts))),
        key=f"usulan_ambil_{name}",
        icon=":material/playlist_add:",
        disabled=not drafts,
        help=None if drafts else none,
    )
    if not pressed:
        return
    engine, token = loaders.load_engine(), f"{name}_{loaders.topic_key('rembuk')[1]}"
    result, obstacle = try_write(
        lambda: actions.save_drafts(engine, current_person(), meeting, drafts, token)
    )
    if obstacle:
        end("error", obstacle)
    loaders.begin_run()
    reload_sheet(meeting)
    end("success", text.FILLED.format(count=format_count(len(result.saved))))
