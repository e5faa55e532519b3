"""The lines of the opened sub kegiatan: search, filters, pages, and which of them are chosen."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from app import tagging_loaders
from app.actions.penandaan import Snapshot
from app.budget_words import name_snapshot
from app.components.table_height import fit_height
from app.components.tagging_messages import digest_of
from app.format import escape_markdown, format_count
from app.tagging_reuse import Before
from app.tagging_table import add_states, filter_lines
from app.tagging_view_loaders import load_line_table
from app.text import penandaan as text
from app.text.screens import DASH

PAGE = 250
_ROWS = 9
_WIDTHS = {"description": 260, "account": 260, "tags": 260, "activity": 240, "state": 130}
_LAST = "_penandaan_terpilih"


def read_work(
    snapshot: Snapshot, ids: tuple[int, ...]
) -> tuple[pd.DataFrame, Mapping[int, Before]]:
    """The lines of some sub kegiatan with their states, and what the earlier budget said."""
    before = tagging_loaders.load_before(snapshot, ids)
    return add_states(tagging_loaders.load_lines(snapshot, ids), before), before


def choose_lines(snapshot: Snapshot, lines: pd.DataFrame, owner_code: str) -> pd.DataFrame:
    """Draw the lines that match the filters; returns the chosen ones."""
    st.subheader(text.LINES_TITLE, anchor=False)
    found = _filter(lines)
    if found.empty:
        st.text(text.NO_MATCH)
        return found
    pattern = text.COUNT_LINES if len(found) == len(lines) else text.COUNT_LINES_OF
    words = pattern.format(shown=format_count(len(found)), count=format_count(len(lines)))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(words, width="content")
        digest = _digest(found)
        label = text.CHOOSE_ALL.format(count=format_count(len(found)))
        everything = st.checkbox(label, key=f"penandaan_semua_baris_{digest}", width="content")
    shown = _choose_page(found)
    rows = _draw(snapshot, shown, owner_code, everything=everything)
    chosen = found if everything else shown.iloc[rows].reset_index(drop=True)
    _note_moved(found, len(chosen))
    return chosen


def _filter(lines: pd.DataFrame) -> pd.DataFrame:
    present = [state for state in text.STATE_NAMES if (lines["state"] == state).any()]
    kinds = {"": text.ALL, **text.KINDS, "-": text.KIND_UNKNOWN}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        words = st.text_input(
            text.SEARCH, key="penandaan_cari", placeholder=text.SEARCH_HINT, width=300
        )
        kind = st.selectbox(
            text.KIND_FILTER,
            list(kinds),
            format_func=kinds.__getitem__,
            key="penandaan_saring_jenis",
            placeholder=text.CHOOSE,
            filter_mode=None,
            width=230,
        )
        state = st.pills(
            text.STATUS_FILTER,
            present,
            format_func=text.STATE_NAMES.__getitem__,
            key="penandaan_saring_keadaan",
        )
    return filter_lines(lines, words or "", state, kind)


def _choose_page(found: pd.DataFrame) -> pd.DataFrame:
    if len(found) <= PAGE:
        return found
    starts = range(0, len(found), PAGE)
    start: int = st.selectbox(
        text.PAGE_LABEL,
        starts,
        format_func=lambda first: text.PAGE_OPTION.format(
            first=format_count(first + 1), last=format_count(min(first + PAGE, len(found)))
        ),
        key=f"penandaan_halaman_{len(found)}",
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=160,
    )
    return found.iloc[start : start + PAGE].reset_index(drop=True)


def _draw(
    snapshot: Snapshot, shown: pd.DataFrame, owner_code: str, *, everything: bool
) -> list[int]:
    table = load_line_table(snapshot, owner_code, shown)
    event = st.dataframe(
        table.painted,
        hide_index=True,
        width="stretch",
        height=fit_height(len(shown), _ROWS),
        placeholder=DASH,
        on_select="rerun",
        selection_mode="multi-row",
        # Of the very lines and versions: a selection is told by position.
        key=f"penandaan_baris_{_digest(shown)}",
        column_config={
            heading: st.column_config.Column(width=_WIDTHS.get(key))
            for key, heading in table.headings.items()
        },
    )
    rows: list[int] = event.selection.rows
    _draw_notes(snapshot, chosen=bool(rows) or everything)
    return rows


def _draw_notes(snapshot: Snapshot, *, chosen: bool) -> None:
    earlier = tagging_loaders.load_earlier(snapshot)
    if earlier is not None:
        st.caption(escape_markdown(text.STATES_NOTE.format(earlier=name_snapshot(earlier))))
    if not chosen:
        st.caption(text.CHOOSE_HINT)


def _digest(rows: pd.DataFrame) -> str:
    return digest_of(zip(rows["line_id"], rows["version"], strict=True))


def forget_chosen() -> None:
    """After a save the lines have moved by this person's own hand."""
    st.session_state.pop(_LAST, None)


def _note_moved(found: pd.DataFrame, count: int) -> None:
    """Say why a selection is gone: somebody changed one of these lines meanwhile."""
    same, digest = digest_of(found["line_id"]), _digest(found)
    last = st.session_state.get(_LAST)
    if last is not None and last[0] == same and last[1] != digest and last[2] and not count:
        st.info(text.MOVED, icon=":material/sync:")
    st.session_state[_LAST] = (same, digest, count)
