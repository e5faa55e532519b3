"""The sub kegiatan of an agency: how many lines were looked at, which are proposed, marking."""

import pandas as pd
import streamlit as st

from app import loaders
from app.access import Account
from app.actions.penandaan import Snapshot, mark_activities
from app.components.table_height import fit_height
from app.components.tagging_messages import digest_of, end_with
from app.format import format_count, format_idr
from app.tagging_view_loaders import load_activity_table, load_owner_sums
from app.text import penandaan as text

_ROWS = 6
_WIDTHS = {"name": 360, "hint": 170}


def draw_counts(snapshot: Snapshot, owner_code: str, agency: str) -> None:
    """How many lines of the offered sub kegiatan were looked at, and how much is tagged."""
    every = load_owner_sums(snapshot)
    mine = (every["owner_code"] == owner_code) & (every["agency"] == agency)
    sums = every[mine].iloc[0]
    lines, still_open = int(sums["lines"]), int(sums["open"])
    seen_help = text.COUNT_SEEN_HELP.format(
        lines=format_count(sums["all_lines"]), activities=format_count(sums["activities"])
    )
    seen = text.COUNT_SEEN.format(total=format_count(lines))
    with st.grid(min_column_width=140):
        st.metric(seen, format_count(lines - still_open), help=seen_help, border=True)
        st.metric(text.COUNT_OPEN, format_count(still_open), border=True)
        st.metric(text.COUNT_TAGGED, format_count(sums["tagged"]), border=True)
    tagged, total = format_idr(sums["tagged_idr"]), format_idr(sums["total_idr"])
    st.text(text.COUNT_MONEY.format(tagged=tagged, total=total))
    if lines and not still_open:
        st.success(text.ALL_SEEN, icon=":material/done_all:")


def choose_activities(
    person: Account, snapshot: Snapshot, activities: pd.DataFrame, *, editable: bool
) -> tuple[int, ...]:
    """The sub kegiatan whose lines are opened: those chosen in the list, else all of the list."""
    st.subheader(text.ACTIVITIES_TITLE, anchor=False)
    offered = activities[activities["is_offered"]]
    hidden = len(activities) - len(offered)
    key = f"penandaan_semua_{snapshot.id}_{activities['skpd_id'].iloc[0]}"
    everything = hidden > 0 and st.toggle(text.SHOW_ALL.format(count=format_count(hidden)), key=key)
    shown = (activities if everything else offered).reset_index(drop=True)
    if shown.empty:
        st.info(text.NO_OFFERED, icon=":material/info:")
        return ()
    chosen = shown.iloc[_select(snapshot, shown)]
    if editable and len(chosen):
        _draw_marking(person, snapshot, chosen)
    opened = chosen if len(chosen) else shown
    return tuple(int(each) for each in opened["subkegiatan_id"])


def _select(snapshot: Snapshot, shown: pd.DataFrame) -> list[int]:
    event = st.dataframe(
        load_activity_table(snapshot, shown),
        hide_index=True,
        width="stretch",
        height=fit_height(len(shown), _ROWS),
        on_select="rerun",
        selection_mode="multi-row",
        key=f"penandaan_sub_{digest_of(shown['subkegiatan_id'])}",
        column_config={
            heading: st.column_config.Column(width=_WIDTHS.get(name))
            for name, heading in text.ACTIVITY_COLUMNS.items()
        },
    )
    st.caption(text.ACTIVITIES_HINT)
    rows: list[int] = event.selection.rows
    return rows


def _draw_marking(person: Account, snapshot: Snapshot, chosen: pd.DataFrame) -> None:
    with st.container(horizontal=True):
        _draw_mark(person, snapshot, chosen, value=True)
        _draw_mark(person, snapshot, chosen, value=False)


def _draw_mark(person: Account, snapshot: Snapshot, chosen: pd.DataFrame, *, value: bool) -> None:
    label, icon = (text.MARK, ":material/check:") if value else (text.UNMARK, ":material/close:")
    known = all(mark is value for mark in chosen["is_marked"])
    if not st.button(label, key=f"penandaan_pilih_{value}", icon=icon, disabled=known):
        return
    marks: dict[int, bool | None] = {int(number): value for number in chosen["subkegiatan_id"]}
    end_with(
        lambda: mark_activities(loaders.load_engine(), person, snapshot, marks),
        str(chosen["owner_code"].iloc[0]),
        text.MARKED,
    )
