"""Commitments: those still open from earlier meetings, those of this one, and what came of them."""

import secrets
from dataclasses import dataclass, field

import streamlit as st

from app import loaders, meeting_loaders, stage_loaders
from app.access import Account, may
from app.actions import rembuk, rembuk_outcomes
from app.actions.rembuk_outcomes import CommitmentDraft, RowChange
from app.components.meeting_message import end, end_with, try_action
from app.components.meeting_promised import choose_promised, write_promised
from app.format import escape_markdown, format_count, format_date
from app.meeting_loaders import Commitment, Meeting
from app.meeting_words import describe_result, write_commitment, write_when
from app.text import rembuk as text

_NEW, _OPEN = "_rembuk_komitmen_baru", "_rembuk_komitmen_ubah"
_COLOURS = {"belum": "orange", "berjalan": "blue", "selesai": "green", "batal": "gray"}


@dataclass(slots=True)
class _Form:
    """A form in this session; `token` stands for it, so that three clicks save once."""

    base: Commitment | None = None
    token: str = field(default_factory=lambda: secrets.token_hex(8))


def draw_pending(person: Account, meeting: Meeting) -> None:
    """The commitments of earlier meetings that are still open: the first thing of a meeting."""
    all_of_region = meeting_loaders.load_commitments(meeting.wilayah_code)
    earlier = [each for each in all_of_region if each.is_pending and each.rembuk_id < meeting.id]
    if not earlier:
        st.caption(text.PENDING_NONE)
        return
    title = text.PENDING_TITLE.format(count=format_count(len(earlier)))
    # Once the meeting is at work they make room for what is being recorded.
    is_opening = meeting.is_open and meeting.frozen_at is None
    with st.expander(title, expanded=is_opening, icon=":material/assignment_late:"):
        for commitment in earlier:
            with st.container(border=True):
                _draw_card(commitment, is_earlier=True)
                _draw_follow_up(person, commitment, meeting)


def draw_commitments(person: Account, meeting: Meeting, *, editable: bool) -> None:
    """The commitments of this meeting, and the form of a new one."""
    st.subheader(text.COMMITMENTS_TITLE, anchor=False)
    all_of_region = meeting_loaders.load_commitments(meeting.wilayah_code)
    own = sorted((e for e in all_of_region if e.rembuk_id == meeting.id), key=lambda e: e.id)
    if not own:
        st.text(text.COMMITMENTS_NONE)
    for commitment in own:
        _draw_own(person, meeting, commitment, editable=editable)
    if editable:
        form = st.session_state.setdefault(f"{_NEW}_{meeting.id}", _Form())
        with st.expander(text.COMMITMENT_NEW, expanded=not own, icon=":material/add:"):
            _draw_form(person, meeting, form)


def _draw_own(person: Account, meeting: Meeting, commitment: Commitment, *, editable: bool) -> None:
    form: _Form | None = st.session_state.get(_OPEN)
    with st.container(border=True):
        if editable and form is not None and form.base and form.base.id == commitment.id:
            _draw_form(person, meeting, form)
            return
        _draw_card(commitment)
        promised = write_promised(meeting, commitment.usulan_id)
        if promised:
            st.caption(escape_markdown(promised))
        with st.container(horizontal=True):
            _draw_follow_up(person, commitment, meeting)
            if editable:
                _draw_buttons(person, meeting, commitment)


def _draw_card(commitment: Commitment, *, is_earlier: bool = False) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        state = text.COMMITMENT_STATES[commitment.state]
        st.badge(state, color=_COLOURS[commitment.state])  # type: ignore[arg-type]
        st.markdown(f"**{escape_markdown(write_commitment(commitment))}**", width="content")
        st.badge(_write_due(commitment), color="red" if _is_late(commitment) else "gray")
    st.text(commitment.statement)
    if commitment.evidence:
        st.caption(escape_markdown(text.COMMITMENT_EVIDENCE.format(evidence=commitment.evidence)))
    if is_earlier:
        date = format_date(commitment.meeting_date, text.NO_DATE)
        kind = text.KINDS_LOWER[commitment.meeting_kind]
        st.caption(text.COMMITMENT_FROM.format(kind=kind, date=date))


def _is_late(commitment: Commitment) -> bool:
    today = stage_loaders.load_today(commitment.wilayah_code)
    return commitment.is_pending and commitment.due_on is not None and commitment.due_on < today


def _write_due(commitment: Commitment) -> str:
    if commitment.due_on is None:
        return text.COMMITMENT_NO_DUE
    pattern = text.COMMITMENT_LATE if _is_late(commitment) else text.COMMITMENT_DUE
    return pattern.format(date=format_date(commitment.due_on))


def _draw_follow_up(person: Account, commitment: Commitment, meeting: Meeting) -> None:
    agency = rembuk.part_of(meeting).part
    if not may(person, rembuk.ACTION, commitment.wilayah_code, agency):
        return
    token = f"{commitment.id}_{commitment.version}"
    with (
        st.popover(text.FOLLOW_UP, icon=":material/flag:"),
        st.form(f"rembuk_lanjut_{token}", border=False),
    ):
        states = list(text.COMMITMENT_STATES)
        state = st.radio(
            text.FOLLOW_STATE,
            states,
            index=states.index(commitment.state),
            format_func=text.COMMITMENT_STATES.__getitem__,
            key=f"rembuk_keadaan_{token}",
        )
        evidence = st.text_area(
            text.FOLLOW_EVIDENCE,
            commitment.evidence or "",
            max_chars=2000,
            key=f"rembuk_bukti_{token}",
        )
        if st.form_submit_button(text.SAVE, type="primary"):
            _follow_up(person, commitment, str(state), evidence)


def _follow_up(person: Account, commitment: Commitment, state: str, evidence: str) -> None:
    result = try_action(
        lambda: rembuk_outcomes.follow_up(
            loaders.load_engine(), person, commitment, state, evidence
        )
    )
    theirs = result.their_commitment
    if theirs is not None:
        words = text.COMMITMENT_STATES[theirs.state].lower()
        pattern = text.FOLLOW_THEIRS.replace("{state}", words)
        end("error", write_when(theirs.updated_by, theirs.updated_at, theirs.wilayah_code, pattern))
    end_with(result, text.FOLLOWED)


def _draw_buttons(person: Account, meeting: Meeting, commitment: Commitment) -> None:
    if st.button(text.CHANGE, key=f"rembuk_ubah_{commitment.id}", icon=":material/edit:"):
        st.session_state[_OPEN] = _Form(commitment)
        st.rerun()
    with st.popover(text.REMOVE, type="tertiary"):
        st.text(text.REMOVE_COMMITMENT)
        if st.button(text.REMOVE_YES, key=f"rembuk_hapus_{commitment.id}", type="primary"):
            change = RowChange(commitment, None)
            result = try_action(
                lambda: rembuk_outcomes.save_rows(
                    loaders.load_engine(), person, meeting, [change], f"hapus{commitment.id}"
                )
            )
            end_with(result, text.COMMITMENT_REMOVED)


def _draw_form(person: Account, meeting: Meeting, form: _Form) -> None:
    with st.form(f"rembuk_komitmen_{form.token}", border=False, enter_to_submit=False):
        draft = _draw_fields(meeting, form)
        with st.container(horizontal=True):
            saved = st.form_submit_button(text.SAVE, type="primary", key=_key(form, "simpan"))
            cancelled = form.base is not None and st.form_submit_button(
                text.CANCEL, key=_key(form, "batal")
            )
    if cancelled:
        st.session_state.pop(_OPEN, None)
        st.rerun()
    if saved:
        _save(person, meeting, form, draft)


def _draw_fields(meeting: Meeting, form: _Form) -> CommitmentDraft:
    base = form.base
    parties = list(text.PARTIES)
    with st.grid(min_column_width=230):
        party = st.selectbox(
            text.PARTY,
            parties,
            index=parties.index(base.party) if base else 0,
            format_func=text.PARTIES.__getitem__,
            key=_key(form, "pihak"),
            placeholder=text.CHOOSE,
            filter_mode=None,
        )
        office = st.text_input(
            text.OFFICE, (base and base.office) or "", max_chars=160, key=_key(form, "jabatan")
        )
        name = st.text_input(
            text.NAME, (base and base.name) or "", max_chars=120, key=_key(form, "nama")
        )
        due_on = st.date_input(
            text.DUE_ON,
            value=base.due_on if base else None,
            format="DD/MM/YYYY",
            key=_key(form, "tenggat"),
        )
    statement = st.text_area(
        text.STATEMENT,
        base.statement if base else "",
        max_chars=2000,
        height=90,
        key=_key(form, "isi"),
    )
    stored = base.usulan_id if base else None
    usulan_id = choose_promised(meeting, stored, _key(form, "usulan"))
    return CommitmentDraft(party, office, name, statement, due_on, usulan_id)


def _save(person: Account, meeting: Meeting, form: _Form, draft: CommitmentDraft) -> None:
    change = RowChange(form.base, draft)
    result = try_action(
        lambda: rembuk_outcomes.save_rows(
            loaders.load_engine(), person, meeting, [change], form.token
        )
    )
    if result.fault is not None:
        st.error(escape_markdown(describe_result(result, "")[1]))  # the form keeps what was typed
        return
    st.session_state.pop(f"{_NEW}_{meeting.id}" if form.base is None else _OPEN, None)
    end_with(result, text.COMMITMENT_ADDED if form.base is None else text.COMMITMENT_CHANGED)


def _key(form: _Form, name: str) -> str:
    return f"rembuk_komitmen_{form.token}_{name}"
