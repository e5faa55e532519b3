"""The form of one row that is open in a session, and what it meets when it is saved."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, NoReturn, TypeVar

import streamlit as st

from app.actions.row_result import RowResult
from app.components.conflict import OURS, THEIRS
from app.text import simpan as text

RowT = TypeVar("RowT")
DraftT = TypeVar("DraftT")


@dataclass(slots=True)
class OpenForm(Generic[RowT, DraftT]):
    """A form that is open in this session: of a new row, or of one as it was seen.

    `token` stands for the form, so that three clicks save once. `theirs`: how somebody else left
    the row meanwhile, until the person has chosen; `ours`: what they had wanted to save.
    """

    base: RowT | None = None
    token: str = field(default_factory=lambda: secrets.token_hex(8))
    theirs: RowT | None = None
    ours: DraftT | None = None


def draw_choice(
    form: OpenForm[RowT, DraftT],
    key: str,
    prefix: str,
    *,
    draw: Callable[[RowT, DraftT], object],
    change: Callable[[RowT], NoReturn],
) -> bool:
    """Where somebody changed the row meanwhile: theirs beside ours, and the choice of one.

    `draw` shows both; `change` saves ours over the row as it is now. Whoever keeps theirs leaves
    the form, which the session has under `key`. `prefix` begins the keys of the buttons. Tells
    whether there is anything to choose.
    """
    if form.theirs is None or form.ours is None:
        return False
    draw(form.theirs, form.ours)
    side = _choose_side(prefix)
    if side == OURS:
        base, form.theirs = form.theirs, None
        form.base = base
        change(base)
    if side == THEIRS:
        close_form(key)
    return True


def _choose_side(prefix: str) -> str | None:
    """Buttons below one row of two versions: OURS or THEIRS once pressed, None until then."""
    with st.container(horizontal=True):
        ours = st.button(text.CONFLICT_KEEP_OURS, key=f"{prefix}_pakai_saya", type="primary")
        theirs = st.button(text.CONFLICT_KEEP_THEIRS, key=f"{prefix}_pakai_mereka")
    return OURS if ours else THEIRS if theirs else None


def take_change(form: OpenForm[RowT, DraftT], key: str, result: RowResult[RowT]) -> None:
    """Draw anew with somebody else's change; without one, forget a form that has done its work.

    `key`: under which the session keeps the form. It stays open where it may be saved again.
    """
    if result.theirs is not None:
        form.theirs = result.theirs
        st.rerun()
    if result.number is not None or result.is_gone:
        st.session_state.pop(key, None)


def close_form(key: str) -> NoReturn:
    """Forget the form that the session keeps under a key, and draw anew."""
    st.session_state.pop(key, None)
    st.rerun()
