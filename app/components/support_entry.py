"""Recording regulations and publications: a new one, a change, a withdrawal, and their files."""

from functools import partial
from typing import NoReturn

import pandas as pd
import streamlit as st

from app import loaders, support_loaders
from app.access import Account, NotAllowedError
from app.actions import dukungan as actions
from app.actions.dukungan import Support, kind_of_support, make_subject, part_of
from app.components.attachments import draw_attachments
from app.components.row_form import close_form, draw_choice, take_change
from app.components.support_card import draw_card, draw_conflict
from app.components.support_form import Filled, Open, draw_form
from app.components.support_message import end, end_with
from app.support_people import write_who
from app.support_words import name_row
from app.text import dukungan as text

_NEW, _OPEN, _ADDED = "_dukungan_baru", "_dukungan_ubah", "_dukungan_dicatat"


def draw_new(person: Account, kind: str, code: str, year: int, *, expanded: bool) -> None:
    """The form of a new row."""
    key = f"{_NEW}_{kind}_{code}_{year}"
    form: Open = st.session_state.setdefault(key, Open())
    with st.expander(text.NEW[kind], expanded=expanded, icon=":material/add:"):
        filled = draw_form(form, kind, code)
    if not filled.is_saved:
        return
    if filled.draft is None:
        end("error", text.FAULTS[filled.fault or ""])
    engine = loaders.load_engine()
    try:
        result = actions.add_support(engine, person, code, year, filled.draft, form.token)
    except NotAllowedError:
        end("error", text.FORBIDDEN)
    if result.number is not None:
        del st.session_state[key]  # the next form is empty
        st.session_state[_ADDED] = result.number
    end_with(result, text.ADDED[kind])


def draw_one(person: Account, kind: str, rows: pd.DataFrame, *, editable: bool) -> None:
    """One row opened: what it says, its files, and the ways to change or withdraw it."""
    number = _pick(kind, rows)
    row = support_loaders.load_support(kind, number) if number is not None else None
    if row is None:
        return
    with st.container(border=True):
        form: Open | None = st.session_state.get(_OPEN)
        if editable and form is not None and _is_of(form, row):
            _draw_open(person, form, kind, row)
        else:
            draw_card(row)
            if editable:
                _draw_buttons(person, kind, row)
        part = part_of(row)
        draw_attachments(
            person, make_subject(row), part.wilayah_code, part.part, locked=not editable
        )


def _pick(kind: str, rows: pd.DataFrame) -> int | None:
    """The row to open: one that was just recorded, else the one chosen; none at first."""
    names = {row.id: name_row(kind, row) for row in rows.itertuples(index=False)}
    key = f"dukungan_pilih_{kind}"
    added = st.session_state.pop(_ADDED, None)
    if added in names:
        st.session_state[key] = added
    elif st.session_state.get(key) not in names:
        st.session_state.pop(key, None)
    chosen: int | None = st.selectbox(
        text.PICK[kind],
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=key,
        placeholder=text.CHOOSE,
    )
    return chosen


def _is_of(form: Open, row: Support) -> bool:
    base = form.base
    return base is not None and type(base) is type(row) and base.id == row.id


def _draw_open(person: Account, form: Open, kind: str, row: Support) -> None:
    change = partial(_change, person, form)
    if not draw_choice(form, _OPEN, "dukungan", draw=draw_conflict, change=change):
        _take(person, form, draw_form(form, kind, row.wilayah_code))


def _draw_buttons(person: Account, kind: str, row: Support) -> None:
    with st.container(horizontal=True):
        if st.button(text.CHANGE, key=f"{kind}_ubah_{row.id}", icon=":material/edit:"):
            st.session_state[_OPEN] = Open(row)
            st.rerun()
        with st.popover(text.WITHDRAW, type="tertiary"):
            st.text(text.WITHDRAW_ASK.format(name=name_row(kind, row)))
            if st.button(text.WITHDRAW_YES, key=f"{kind}_tarik_{row.id}", type="primary"):
                _withdraw(person, row)


def _take(person: Account, form: Open, filled: Filled) -> None:
    if filled.is_cancelled:
        close_form(_OPEN)
    if not filled.is_saved or form.base is None:
        return
    if filled.draft is None:
        end("error", text.FAULTS[filled.fault or ""])
    form.ours = filled.draft
    _change(person, form, form.base)


def _change(person: Account, form: Open, base: Support) -> NoReturn:
    if form.ours is None:
        raise ValueError("nothing was filled in")
    try:
        result = actions.change_support(loaders.load_engine(), person, base, form.ours)
    except NotAllowedError:
        end("error", text.FORBIDDEN)
    take_change(form, _OPEN, result)
    end_with(result, text.CHANGED)


def _withdraw(person: Account, row: Support) -> NoReturn:
    try:
        result = actions.withdraw_support(loaders.load_engine(), person, row)
    except NotAllowedError:
        end("error", text.FORBIDDEN)
    if result.theirs is not None:
        who, when = write_who(result.theirs)
        end("error", text.WITHDRAW_CONFLICT.format(who=who, when=when))
    st.session_state.pop(f"dukungan_pilih_{kind_of_support(row)}", None)
    if result.is_gone:
        end("success", text.WITHDRAWN)
    end_with(result, text.WITHDRAWN)
