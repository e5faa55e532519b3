"""The history on screen: changes newest first, the rows of one, and taking one back."""

from collections.abc import Mapping
from math import ceil

import pandas as pd
import streamlit as st

from app import entry_loaders
from app.access import Account
from app.components.history_download import draw_download
from app.components.history_revert import draw_revert
from app.components.history_table import MOST_ROWS, describe_rows, draw_changes
from app.components.selection import Selection
from app.components.table_height import fit_height
from app.entry_loaders import PAGE_SIZE, HistoryFilter, HistoryRow
from app.format import escape_markdown, format_count
from app.stage_words import write_moment
from app.text import riwayat as text

_PAGE, _ASKED = "riwayat_halaman", "_riwayat_untuk"


def draw_history(
    person: Account, selection: Selection, asked: HistoryFilter, people: Mapping[str, str]
) -> None:
    """Draw one page of changes, the rows of the chosen one, and what may be done with them."""
    count = entry_loaders.count_changes(asked)
    if count == 0:
        st.subheader(text.NONE_TITLE, anchor=False)
        st.text(text.NONE)
        return
    page = _choose_page(asked, ceil(count / PAGE_SIZE), count)
    changes = entry_loaders.load_changes(asked, page)
    chosen = draw_changes(changes, asked, selection.code, people)
    draw_download(selection, asked, people)
    if chosen is not None:
        _draw_rows(person, changes.iloc[chosen], asked, selection.code, people)


def _choose_page(asked: HistoryFilter, pages: int, count: int) -> int:
    if st.session_state.get(_ASKED) != asked:  # other questions start at the newest
        st.session_state[_ASKED] = asked
        st.session_state[_PAGE] = 0
    page = min(int(st.session_state.get(_PAGE, 0)), pages - 1)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(text.FOUND.format(count=format_count(count)))
        if pages > 1:
            st.button(
                text.NEWER, key="riwayat_baru", disabled=page == 0, on_click=_turn, args=(-1,)
            )
            last = page == pages - 1
            st.button(text.OLDER, key="riwayat_lama", disabled=last, on_click=_turn, args=(1,))
            shown = format_count(page + 1)
            st.text(text.PAGE.format(page=shown, pages=format_count(pages)))
    return page


def _turn(pages: int) -> None:
    st.session_state[_PAGE] = max(0, int(st.session_state.get(_PAGE, 0)) + pages)


def _draw_rows(
    person: Account,
    change: pd.Series,
    asked: HistoryFilter,
    region_code: str,
    people: Mapping[str, str],
) -> None:
    rows = entry_loaders.load_rows_of_change(str(change["change_id"]), asked)
    when, who = write_moment(change["at"], region_code), str(change["actor"])
    title = text.DETAIL_TITLE.format(when=when, who=people.get(who, who))
    st.subheader(escape_markdown(title), anchor=False)
    chosen = 0 if len(rows) == 1 else _choose_row(rows, int(change["last_id"]))
    if len(rows) < change["rows"]:
        shown, count = format_count(len(rows)), format_count(int(change["rows"]))
        st.caption(text.MORE_ROWS.format(shown=shown, count=count))
    if chosen is not None:
        (words,) = describe_rows([rows[chosen]])
        draw_revert(person, rows[chosen], words)


def _choose_row(rows: list[HistoryRow], change_id: int) -> int | None:
    table = pd.DataFrame(
        [(w.table, w.subject, w.action, w.before, w.after) for w in describe_rows(rows)],
        columns=[text.COLUMNS[k] for k in ("table", "subject", "action", "before", "after")],
    )
    picked = st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        height=fit_height(len(table), MOST_ROWS),
        on_select="rerun",
        selection_mode="single-row",
        key=f"riwayat_baris_{change_id}",
    )
    return picked.selection.rows[0] if picked.selection.rows else None
