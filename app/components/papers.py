"""The documents of a meeting: what is missing to be final, and each document to download."""

from functools import partial

import streamlit as st

from analysis.proposals import AGREED, UNDECIDED, list_missing
from analysis.stages import can_enter
from app import loaders, meeting_loaders, proposal_loaders
from app.access import Account
from app.actions import rembuk as actions
from app.components.entry_frame import read_part_state
from app.components.frame import current_selection
from app.components.meeting_head import find_missing
from app.components.meeting_message import end_with, try_action
from app.components.paper_letterhead import draw_letterhead
from app.documents.meeting_files import (
    MIMES,
    NEED_FIGURES,
    PAPERS,
    list_forms,
    make_file,
    name_file,
)
from app.documents.meeting_record import list_lacks
from app.format import escape_markdown, format_count
from app.meeting_loaders import Meeting
from app.meeting_words import write_missing
from app.proposal_loaders import Proposal
from app.proposal_words import write_missing as write_lacks
from app.text import rembuk as meeting_text
from app.text import surat as text

_SHOWN = 10
_ICONS = {"docx": ":material/description:", "pdf": ":material/picture_as_pdf:"}
_EXCEL_ICON = ":material/table_view:"


def draw_papers(person: Account, meeting: Meeting) -> None:
    """Offer a meeting's documents; each is made from the record as it stands when asked for."""
    st.subheader(text.PAPERS_TITLE, anchor=False)
    _draw_state(meeting)
    _draw_proposals_left_out(meeting)
    if meeting.frozen_at is None:
        _draw_freezing(person, meeting)
    for paper in PAPERS:
        if meeting.frozen_at is not None or paper not in NEED_FIGURES:
            _draw_paper(meeting, paper)
    with st.expander(text.HEAD_TITLE, icon=":material/mail:"):
        draw_letterhead(person, meeting.wilayah_code)


def _draw_paper(meeting: Meeting, paper: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(text.PAPERS_NAMES[paper], width=300)
        # A row of its own, so that the forms of one document stay together on a phone.
        with st.container(horizontal=True, width="content"):
            for form in list_forms(paper):
                _draw_form(meeting, paper, form)


def _draw_form(meeting: Meeting, paper: str, form: str) -> None:
    st.download_button(
        text.FORMS[form],
        data=partial(make_file, loaders.load_engine(), meeting.id, paper, form),
        file_name=name_file(meeting, paper, form),
        mime=MIMES[form],
        icon=_ICONS.get(form, _EXCEL_ICON),
        on_click="ignore",
        key=f"surat_{meeting.id}_{paper}_{form}",
    )


def _draw_state(meeting: Meeting) -> None:
    # That a record is whole the page says already; here only what makes the documents drafts.
    lacks = list_lacks(find_missing(meeting), meeting.kind)
    if lacks:
        words = text.PAPERS_DRAFT.format(missing=write_missing(lacks))
        st.warning(escape_markdown(words), icon=":material/checklist:")


def _draw_proposals_left_out(meeting: Meeting) -> None:
    proposals = proposal_loaders.load_proposals(meeting.id)
    raised = proposal_loaders.load_raised(meeting)
    agreed = [each for each in proposals if each.decision == AGREED]
    agreed += [each.proposal for each in raised if each.decision == AGREED]
    incomplete = [each for each in agreed if list_missing(each)]
    if incomplete:
        count = format_count(len(incomplete))
        st.text(text.PAPERS_OMITTED.format(count=count))
        st.text("\n".join(_write_lines(incomplete)))
    decisions = [each.decision for each in proposals] + [each.decision for each in raised]
    undecided = decisions.count(UNDECIDED)
    if undecided:
        st.text(text.PAPERS_UNDECIDED.format(count=format_count(undecided)))


def _write_lines(proposals: list[Proposal]) -> list[str]:
    lines = [
        text.PAPERS_OMITTED_LINE.format(
            number=each.number, activity=each.activity, missing=write_lacks(list_missing(each))
        )
        for each in proposals[:_SHOWN]
    ]
    more = len(proposals) - len(lines)
    if more:
        lines.append(text.PAPERS_OMITTED_MORE.format(count=format_count(more)))
    return lines


def _draw_freezing(person: Account, meeting: Meeting) -> None:
    """The figures are frozen by whoever records, before the first document that quotes them."""
    state, _ = read_part_state(actions.part_of(meeting))
    may = actions.may_record(person, meeting) and meeting.is_open and can_enter(state)
    if not may:
        st.info(text.PAPERS_WAIT, icon=":material/hourglass_empty:")
        return
    st.info(text.PAPERS_FREEZE_FIRST, icon=":material/ac_unit:")
    if not st.button(text.PAPERS_FREEZE, type="primary", key=f"surat_bekukan_{meeting.id}"):
        return
    selection = current_selection()
    source = selection.source if selection is not None else None
    figures = meeting_loaders.load_live_snapshot(meeting.wilayah_code, meeting.year, source)
    engine = loaders.load_engine()
    result = try_action(lambda: actions.freeze(engine, person, meeting, figures, automatic=True))
    end_with(result, meeting_text.FROZEN)
