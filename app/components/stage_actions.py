"""The buttons that move stages: each shows only to whom it is open, and asks again when pressed.

What a press came to is kept for the run that follows it, since the press draws everything anew.
"""

from collections.abc import Callable, Sequence

import streamlit as st

from analysis.readiness import StageStatus
from analysis.stages import APPROVED, SUBMITTED, VERIFIED, PartState, can_move
from app import stage_loaders
from app.access import Account, NotAllowedError, may
from app.actions import tahapan as actions
from app.actions.stage_results import Result
from app.components.acknowledged import draw_sentence, say_next, take_said
from app.loaders import load_engine
from app.stage_board import is_hardly_filled
from app.stage_words import name_agency, write_fill, write_result
from app.text import tahapan as text

_MESSAGES = "_pesan_tahapan"


def draw_messages() -> None:
    """Show what the last press came to."""
    for severity, sentence in take_said(_MESSAGES) or ():
        draw_sentence(severity, sentence)


def take_step(kind: str, action: Callable[[], Result]) -> None:
    """Do it, keep what came of it, and draw everything anew."""
    try:
        messages = write_result(kind, action())
    except NotAllowedError:
        messages = [("error", text.NOT_ALLOWED)]
    say_next(_MESSAGES, messages)
    st.rerun()


def draw_part_buttons(person: Account, status: StageStatus, part: PartState) -> None:
    """What this person may do with one part."""
    if may(person, "ajukan", part.wilayah_code, part.part):
        _draw_operator_buttons(person, status, part)
    if may(person, "verifikasi", part.wilayah_code, part.part):
        _draw_verifier_buttons(person, part)


def _draw_operator_buttons(person: Account, status: StageStatus, part: PartState) -> None:
    engine = load_engine()
    if can_move("ajukan", status.stage, part.state) and _press_submit(status, part):
        take_step("ajukan", lambda: actions.submit_part(engine, person, part))
    if part.state == SUBMITTED and _press(text.WITHDRAW, "tarik", part, primary=False):
        take_step("tarik", lambda: actions.withdraw_part(engine, person, part))


def _press_submit(status: StageStatus, part: PartState) -> bool:
    """The button that hands a part on; a part that is hardly filled in is asked about first."""
    fill = stage_loaders.load_part_fill(status.stage, part)
    if not is_hardly_filled(fill):
        return _press(text.SUBMIT, "ajukan", part)
    with st.popover(text.SUBMIT, icon=":material/send:"):
        st.text(text.SUBMIT_ASK.format(fill=write_fill(fill)))
        return _press(text.SUBMIT_ANYWAY, "ajukan", part)


def _draw_verifier_buttons(person: Account, part: PartState) -> None:
    if part.state == SUBMITTED and _press(text.VERIFY, "verifikasi", part):
        take_step("verifikasi", lambda: actions.verify_parts(load_engine(), person, [part]))
    if part.state in {SUBMITTED, VERIFIED}:
        _draw_return(person, [part])


def draw_stage_buttons(person: Account, status: StageStatus) -> None:
    """What the one who approves may do with the stage as a whole."""
    code, verified = status.place.code, [p for p in status.parts if p.state == VERIFIED]
    ready = bool(verified) and status.state in {VERIFIED, APPROVED}
    if may(person, "setujui", code, status.approver):
        if status.stage.final == APPROVED and ready and _press(text.APPROVE, "setujui", *verified):
            step = actions.approve_stages
            take_step("setujui", lambda: step(load_engine(), person, verified))
        foreign = [p for p in verified if not may(person, "verifikasi", code, p.part)]
        if foreign:
            _draw_return(person, foreign)
    approved = [part for part in status.parts if part.state == APPROVED]
    if approved and may(person, "buka", code, status.approver):
        _draw_reopen(person, approved)


def _press(label: str, kind: str, *parts: PartState, primary: bool = True) -> bool:
    return st.button(
        label, key=_key(kind, parts), type="primary" if primary else "secondary", width="content"
    )


def _key(kind: str, parts: Sequence[PartState]) -> str:
    """Of what was seen: once it has moved, the old button's state has no meaning."""
    first = parts[0]
    seen = "_".join(f"{part.part}{part.version}" for part in parts)
    return f"tahap_{kind}_{first.wilayah_code}_{first.year}_{first.stage}_{seen}"


def _draw_return(person: Account, parts: Sequence[PartState]) -> None:
    with st.popover(text.RETURN, icon=":material/undo:"):
        chosen = _choose_parts(parts, "kembalikan_bagian")
        key = _key("kembalikan", parts)
        note = st.text_area(
            text.RETURN_NOTE, key=f"{key}_catatan", placeholder=text.RETURN_NOTE_HINT
        )
        if st.button(text.RETURN, key=key, type="primary"):
            step = actions.return_parts
            take_step("kembalikan", lambda: step(load_engine(), person, chosen, note))


def _draw_reopen(person: Account, parts: Sequence[PartState]) -> None:
    with st.popover(text.REOPEN, icon=":material/lock_open:"):
        chosen = _choose_parts(parts, "buka_bagian")
        key = _key("buka", parts)
        reason = st.text_area(
            text.REOPEN_NOTE, key=f"{key}_alasan", placeholder=text.REOPEN_NOTE_HINT
        )
        if st.button(text.REOPEN, key=key, type="primary"):
            step = actions.reopen_stage
            take_step("buka", lambda: step(load_engine(), person, chosen, reason))


def _choose_parts(parts: Sequence[PartState], kind: str) -> list[PartState]:
    """Which parts, where there is more than one: all unless said otherwise."""
    if len(parts) == 1:
        return list(parts)
    by_name = {part.part: part for part in parts}
    names = st.multiselect(
        text.WHICH_PARTS,
        list(by_name),
        default=list(by_name),
        format_func=lambda name: name_agency(name, parts[0].wilayah_code),
        key=_key(kind, parts),
        placeholder=text.CHOOSE,
    )
    return [by_name[name] for name in names]
