"""Values that somebody else changed meanwhile: theirs with who and when, yours, and the choice."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from app.actions.versions import ChangeT, Conflict, KeyT, ValueT
from app.conflict_words import ConflictWords
from app.format import escape_markdown, format_count
from app.text import simpan as text
from app.versioned_sheet import AnySheet, VersionedSheet, settle

OURS, THEIRS = "saya", "mereka"


def draw_conflicts(
    sheet: VersionedSheet[KeyT, ValueT, ChangeT],
    describe: Callable[[Conflict[ChangeT, ValueT]], ConflictWords],
    save: Callable[[], None],
    *,
    title: str,
    prefix: str,
) -> None:
    """Draw every conflict of a save with its choice; nothing is chosen until the person does.

    `save` is called once all is chosen and pressed; `sheet.pending` then holds the cells to save.
    `title` takes `count`. `prefix` begins the keys of the widgets.
    """
    count = format_count(len(sheet.conflicts))
    st.warning(title.format(count=count), icon=":material/sync_problem:")
    st.text(text.CONFLICT_INTRO)
    _draw_choose_all(sheet, prefix)
    sides: dict[KeyT, str | None] = {}
    for conflict in sheet.conflicts:
        key: Any = conflict.ours.key
        sides[key] = _draw_conflict(describe(conflict), _key(sheet, conflict, prefix))
    others = len(sheet.pending) - len(sheet.conflicts)
    if others:
        st.text(text.CONFLICT_OTHERS.format(count=format_count(others)))
    _draw_buttons(sheet, sides, save, prefix)


def _draw_choose_all(sheet: AnySheet, prefix: str) -> None:
    with st.container(horizontal=True):
        for label, side in ((text.CONFLICT_ALL_OURS, OURS), (text.CONFLICT_ALL_THEIRS, THEIRS)):
            key = f"{prefix}_semua_{side}"
            st.button(label, key=key, on_click=_choose_all, args=(sheet, side, prefix))


def _draw_buttons(
    sheet: VersionedSheet[KeyT, ValueT, ChangeT],
    sides: dict[KeyT, str | None],
    save: Callable[[], None],
    prefix: str,
) -> None:
    with st.container(horizontal=True):
        is_open = None in sides.values()
        key = f"{prefix}_simpan"
        if st.button(text.CONFLICT_SAVE, key=key, type="primary", disabled=is_open):
            ours = {key: side == OURS for key, side in sides.items()}
            sheet.pending = settle(sheet.pending, sheet.conflicts, ours)
            save()
        if st.button(text.CONFLICT_BACK, key=f"{prefix}_kembali"):
            sheet.leave_conflicts()
            st.rerun(scope="fragment")


def _draw_conflict(words: ConflictWords, key: str) -> str | None:
    labels = {OURS: words.ours, THEIRS: words.theirs}
    chosen: str | None = st.radio(
        escape_markdown(words.cell),
        list(labels),
        index=None,
        format_func=lambda side: escape_markdown(labels[side]),
        key=key,
        captions=[escape_markdown(words.base), ""],
    )
    return chosen


def _choose_all(sheet: AnySheet, side: str, prefix: str) -> None:
    for conflict in sheet.conflicts:
        st.session_state[_key(sheet, conflict, prefix)] = side


def _key(sheet: AnySheet, conflict: Conflict[ChangeT, ValueT], prefix: str) -> str:
    cell = "_".join(map(str, conflict.ours.key))
    return f"{prefix}_{sheet.token}_{cell}_{conflict.version}"
