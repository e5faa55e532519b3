"""One proposal: its way from the meeting to the realisation, its lines, its fate."""

import streamlit as st

from app.access import Account
from app.actions import nasib as actions
from app.components.fate_board import FateLook
from app.components.fate_match import draw_match
from app.components.fate_message import end_with, try_action
from app.format import escape_markdown
from app.loaders import load_engine
from app.proposal_words import name_agency
from app.text import benang as text
from app.thread_figures import Link, Proposal
from app.thread_steps import write_budget, write_decisions, write_frame, write_promises
from app.thread_words import list_line_notes, write_line

__all__ = ["draw_detail"]
_OPEN_FATES = frozenset({"terakomodir", "sebagian", "tidak", "belum_dicocokkan"})


def draw_detail(person: Account, look: FateLook, proposal: Proposal) -> None:
    """What was decided, promised and budgeted; for whoever may, what became of it is said here."""
    title = text.DETAIL_TITLE.format(number=proposal.number, activity=proposal.activity)
    with st.container(border=True):
        st.subheader(escape_markdown(title), anchor=False)
        st.text(write_frame(proposal, look.deeds, look.names))
        decided = write_decisions(proposal, look.deeds, look.names)
        _draw_part(text.STEPS["keputusan"], decided)
        _draw_part(text.STEPS["komitmen"], write_promises(proposal, look.deeds))
        may = actions.may_match(load_engine(), person, proposal)
        is_open = look.fates[proposal.id] in _OPEN_FATES
        links = look.deeds.links.get(proposal.id, ())
        if may and is_open:
            _draw_links(person, links)
            draw_match(person, proposal)
            _draw_fate(person, proposal)
            return
        _draw_part(text.STEPS["anggaran"], write_budget(proposal, look.deeds))
        if may:
            st.caption(text.MATCH_NOT_AGREED)
        else:
            named = name_agency(proposal.agency, look.deeds.agencies) or text.THE_AGENCY
            st.caption(escape_markdown(text.MATCH_FORBIDDEN.format(agency=named)))


def _draw_part(title: str, lines: list[str]) -> None:
    st.markdown(f"**{title}**")
    for line in lines:
        st.text(line)


def _draw_links(person: Account, links: tuple[Link, ...]) -> None:
    st.markdown(f"**{text.STEPS['anggaran']}**")
    if not links:
        st.text(text.STEP_NO_LINE)
    for link in links:
        with st.container(border=True):
            st.text(write_line(link))
            for note in list_line_notes(link):
                st.text(note)
            pressed = st.button(
                text.UNLINK, key=f"nasib_lepas_{link.id}", icon=":material/link_off:"
            )
        if pressed:
            _unlink(person, link)


def _unlink(person: Account, link: Link) -> None:
    result = try_action(lambda: actions.unlink(load_engine(), person, link))
    end_with(result, text.UNLINKED)


def _draw_fate(person: Account, proposal: Proposal) -> None:
    # The version in the key: after somebody else's change the form begins with what stands now.
    key = f"nasib_{proposal.id}_{proposal.version}"
    with st.form(f"{key}_formulir", border=False):
        fate = st.segmented_control(
            text.FATE_LABEL,
            list(actions.FATES),
            default=proposal.fate,
            format_func=text.FATES.__getitem__,
            key=f"{key}_pilihan",
        )
        reason = st.text_input(
            text.REASON_LABEL,
            value=proposal.fate_reason or "",
            placeholder=text.REASON_HINT,
            key=f"{key}_alasan",
        )
        pressed = st.form_submit_button(text.FATE_SAVE, type="primary")
    if pressed:
        result = try_action(
            lambda: actions.set_fate(load_engine(), person, proposal, fate, reason or "")
        )
        end_with(result, text.FATE_SAVED)
