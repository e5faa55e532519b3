"""The grid of proposals: every committed or pasted cell is stored at once and acknowledged.

The edits are read before the editor is drawn, so that one run stores them and shows their state.
"""

from datetime import UTC, datetime
from typing import Any

import streamlit as st

from app import loaders, proposal_loaders, stage_loaders
from app.actions import usulan as actions
from app.components.proposal_conflicts import draw_conflicts
from app.components.proposal_decide import draw_decide
from app.components.proposal_faults import draw_faults
from app.components.proposal_message import try_write
from app.format import format_count
from app.meeting_loaders import Meeting
from app.proposal_books import Books
from app.proposal_sheet import FEWEST_BLANK, ProposalSheet, RowSave, make_frame, make_sheet
from app.session import current_person
from app.text import usulan as text

_HEIGHT = 520
_WIDTHS = {
    "activity": 300,
    "aim": 190,
    "places": 180,
    "bidang": 80,
    "agency": 100,
    "volume": 80,
    "unit": 90,
    "amount": 130,
    "fund": 120,
    "execution_year": 70,
    "priority": 80,
    "decision": 110,
    "decision_reason": 180,
}
_RIGHT = {"volume", "amount"}


def draw_grid(meeting: Meeting, books: Books) -> None:
    """Draw the grid with what belongs to it: acknowledgement, cells to mend, conflicts, choice."""
    sheet = _keep(meeting, books)
    _renew_if_away(sheet)
    sheet.take(_read_edits(sheet))
    obstacle = _store(sheet, meeting, books)
    if sheet.count_blank() < FEWEST_BLANK:
        sheet.make_anew()
    if obstacle:
        st.error(obstacle, icon=":material/error:")
    draw_conflicts(sheet, meeting, books)
    st.data_editor(
        make_frame(sheet),
        key=sheet.key,
        hide_index=True,
        num_rows="fixed",
        column_config=_configure(),
        height=_HEIGHT,
        width="stretch",
    )
    _draw_state(sheet, meeting)
    draw_faults(sheet, books)
    draw_decide(sheet, meeting, books)


def _keep(meeting: Meeting, books: Books) -> ProposalSheet:
    """The sheet of this session: taken anew when the data moved and nothing was typed in it."""
    key = _key(meeting)
    stored = proposal_loaders.load_proposals(meeting.id)
    sheet: ProposalSheet | None = st.session_state.get(key)
    if sheet is not None and (sheet.stands_as(stored) or _edits_of(sheet) or sheet.is_touched):
        return sheet
    made = make_sheet(meeting.id, stored, books)
    made.saved_at = sheet.saved_at if sheet is not None else ""
    st.session_state[key] = made
    return made


def _edits_of(sheet: ProposalSheet) -> Any:
    return st.session_state.get(sheet.key, {}).get("edited_rows", {})


def _read_edits(sheet: ProposalSheet) -> dict[int, dict[str, Any]]:
    return {int(place): dict(edits) for place, edits in _edits_of(sheet).items()}


def _renew_if_away(sheet: ProposalSheet) -> None:
    """An editor that was away starts with what had been typed and could not be stored."""
    if sheet.key not in st.session_state and any(row.list_unsaved() for row in sheet.rows):
        sheet.make_anew()


def _store(sheet: ProposalSheet, meeting: Meeting, books: Books) -> str:
    """Store what can be; returns why nothing could, "" else. Good rows never wait for bad ones."""
    saves = sheet.read(books)
    for _ in range(2):
        if not saves:
            return ""
        result, obstacle = try_write(lambda saves=saves: _write(sheet, meeting, saves))  # type: ignore[misc]
        if obstacle:
            return obstacle
        if not result.conflicts:
            sheet.keep(saves, result.saved, books)
            _acknowledge(sheet, meeting)
            return ""
        theirs = {c.change.base.id: c.theirs for c in result.conflicts if c.change.base}
        sheet.mark_conflicts(saves, theirs)
        saves = sheet.read(books)
    return ""


def _write(
    sheet: ProposalSheet, meeting: Meeting, saves: tuple[RowSave, ...]
) -> actions.ProposalResult:
    changes = [save.change for save in saves]
    # The rows' places too: two rows that say the same are two proposals.
    token = "_".join([sheet.key, *(str(save.place) for save in saves)])
    return actions.save_drafts(loaders.load_engine(), current_person(), meeting, changes, token)


def _acknowledge(sheet: ProposalSheet, meeting: Meeting) -> None:
    sheet.saved_at = f"{stage_loaders.to_local(meeting.wilayah_code, datetime.now(UTC)):%H.%M.%S}"
    loaders.begin_run()  # what is drawn below counts what was just stored


def _draw_state(sheet: ProposalSheet, meeting: Meeting) -> None:
    """What is stored, since when, and what is not."""
    waiting = sum(row.base is None and not row.is_blank for row in sheet.rows)
    stored = proposal_loaders.load_proposals(meeting.id)
    with st.container(horizontal=True, vertical_alignment="center"):
        if sheet.saved_at:
            st.badge(
                text.SAVED_AT.format(time=sheet.saved_at), icon=":material/check:", color="green"
            )
        if waiting:
            count = format_count(waiting)
            st.badge(text.NOT_SAVED.format(count=count), icon=":material/edit:", color="orange")
        st.caption(text.SAVED_COUNT.format(count=format_count(len(stored))), width="content")
        if not sheet.stands_as(stored):
            st.caption(text.OTHERS, width="content")
        if st.button(text.RELOAD, key="usulan_muat", type="tertiary", icon=":material/refresh:"):
            reload_sheet(meeting)
            st.rerun(scope="fragment")


def reload_sheet(meeting: Meeting) -> None:
    """Take the stored proposals anew; what is typed and not stored stays in its rows."""
    sheet: ProposalSheet | None = st.session_state.get(_key(meeting))
    if sheet is not None:
        books = proposal_loaders.load_books(meeting.wilayah_code, meeting.year)
        sheet.refresh(proposal_loaders.load_proposals(meeting.id), books)


def _key(meeting: Meeting) -> str:
    return f"lembar_usulan_{meeting.id}"


def _configure() -> dict[str, Any]:
    config: dict[str, Any] = {
        text.CHOSEN: st.column_config.CheckboxColumn(width=60, pinned=True),
        text.STATE: st.column_config.TextColumn(width=170, disabled=True, pinned=True),
    }
    for column, heading in text.COLUMNS.items():
        config[heading] = st.column_config.TextColumn(
            help=text.HINTS[column],
            width=_WIDTHS[column],
            alignment="right" if column in _RIGHT else "left",
        )
    return config
