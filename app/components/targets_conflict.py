"""Targets that somebody else changed meanwhile: theirs with who and when, yours, and the choice."""

from collections.abc import Callable, Mapping

import streamlit as st

from app.actions.target import TargetConflict
from app.format import escape_markdown, format_count
from app.stage_words import write_moment
from app.target_sheet import TargetSheet, settle
from app.target_words import write_target
from app.text import target as text

OURS, THEIRS = "saya", "mereka"


def draw_conflicts(sheet: TargetSheet, names: Mapping[str, str], save: Callable[[], None]) -> None:
    """Draw every conflict of a save with its choice; nothing is chosen until the person does.

    `names`: accounts with the names of their people. `save` is called once all is chosen and
    pressed; `sheet.pending` then holds the cells to save.
    """
    count = format_count(len(sheet.conflicts))
    st.warning(text.CONFLICT_TITLE.format(count=count), icon=":material/sync_problem:")
    st.text(text.CONFLICT_INTRO)
    with st.container(horizontal=True):
        for label, side in ((text.CONFLICT_ALL_OURS, OURS), (text.CONFLICT_ALL_THEIRS, THEIRS)):
            key = f"target_bentrok_semua_{side}"
            st.button(label, key=key, on_click=_choose_all, args=(sheet, side))
    chosen = {c.ours.key: _draw_conflict(sheet, c, names) for c in sheet.conflicts}
    others = len(sheet.pending) - len(sheet.conflicts)
    if others:
        st.text(text.CONFLICT_OTHERS.format(count=format_count(others)))
    with st.container(horizontal=True):
        is_open = None in chosen.values()
        key = "target_bentrok_simpan"
        if st.button(text.CONFLICT_SAVE, key=key, type="primary", disabled=is_open):
            ours = {target: side == OURS for target, side in chosen.items()}
            sheet.pending = settle(sheet.pending, sheet.conflicts, ours)
            save()
        if st.button(text.CONFLICT_BACK, key="target_bentrok_kembali"):
            sheet.conflicts, sheet.pending = (), ()
            sheet.make_widgets_anew()
            st.rerun(scope="fragment")


def _draw_conflict(
    sheet: TargetSheet, conflict: TargetConflict, names: Mapping[str, str]
) -> str | None:
    ours = text.CONFLICT_OURS.format(value=write_target(conflict.ours.value))
    words = {OURS: ours, THEIRS: _write_theirs(sheet, conflict, names)}
    base = text.CONFLICT_BASE.format(base=write_target(conflict.ours.base_value))
    cell = text.CONFLICT_CELL.format(
        row=sheet.name_line(conflict.ours.key), year=conflict.ours.year
    )
    chosen: str | None = st.radio(
        escape_markdown(cell),
        list(words),
        index=None,
        format_func=lambda side: escape_markdown(words[side]),
        key=_key(sheet, conflict),
        captions=[escape_markdown(base), ""],
    )
    return chosen


def _write_theirs(sheet: TargetSheet, conflict: TargetConflict, names: Mapping[str, str]) -> str:
    value = write_target(conflict.theirs)
    if conflict.who is None or conflict.at is None:
        return text.CONFLICT_THEIRS_UNKNOWN.format(value=value)
    return text.CONFLICT_THEIRS.format(
        who=names.get(conflict.who, conflict.who),
        value=value,
        when=write_moment(conflict.at, sheet.place.wilayah_code),
    )


def _choose_all(sheet: TargetSheet, side: str) -> None:
    for conflict in sheet.conflicts:
        st.session_state[_key(sheet, conflict)] = side


def _key(sheet: TargetSheet, conflict: TargetConflict) -> str:
    target = "_".join(map(str, conflict.ours.key))
    return f"target_bentrok_{sheet.token}_{target}_{conflict.version}"
