"""The figures of a meeting: frozen or live, and what has changed since they were frozen."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from analysis.coverage_status import ASSESSED, REACHED
from analysis.problem_locations import MIXED, TYPE_1, TYPE_2
from app import loaders, meeting_loaders
from app.access import Account
from app.actions import rembuk as actions
from app.components.meeting_message import end, end_with, try_action
from app.components.table_height import fit_height
from app.format import escape_markdown, format_count, format_pct
from app.meeting_changes import compare_snapshot
from app.meeting_figures import (
    describe_basis,
    list_lagging,
    list_lamps,
    list_problems,
    name_budget,
    tabulate_changes,
    tabulate_places,
    tabulate_services,
)
from app.meeting_loaders import Meeting
from app.meeting_words import write_when
from app.stage_words import write_moment
from app.text import rembuk as text

_ROWS_SHOWN, _CHANGES_SHOWN = 14, 200
_LINES_SHOWN, _LIST_PX = 12, 520
_COUNTED = (TYPE_1, TYPE_2, MIXED)
Figures = Mapping[str, Any]


def draw_data(person: Account, meeting: Meeting, source: str | None, *, editable: bool) -> None:
    """Draw the figures that the meeting works with, and the button that freezes them."""
    frozen = meeting_loaders.load_snapshot(meeting.id)
    asked = frozen["source"] if frozen is not None else source
    now = meeting_loaders.load_live_snapshot(meeting.wilayah_code, meeting.year, asked)
    shown = frozen or now
    if meeting.frozen_at is not None:
        when = write_moment(meeting.frozen_at, meeting.wilayah_code)
        st.info(text.FROZEN_AT.format(when=when), icon=":material/ac_unit:")
    else:
        st.warning(text.LIVE, icon=":material/update:")
    if editable:
        _draw_freeze(person, meeting, now)
    if frozen is not None:
        _draw_changes(frozen, now)
    for line in describe_basis(shown):
        st.caption(escape_markdown(line))
    _draw_metrics(shown)
    _draw_places(shown)
    _draw_services(meeting, shown)
    _draw_lists(shown)


def _draw_freeze(person: Account, meeting: Meeting, now: Figures) -> None:
    if meeting.frozen_at is None:
        if st.button(text.FREEZE, type="primary", icon=":material/ac_unit:", key="rembuk_bekukan"):
            _freeze(person, meeting, now)
        return
    with st.popover(text.FREEZE_AGAIN, type="tertiary"):
        st.text(text.FREEZE_ASK)
        if st.button(text.FREEZE_YES, type="primary", key="rembuk_bekukan_ulang"):
            _freeze(person, meeting, now)


def _freeze(person: Account, meeting: Meeting, now: Figures) -> None:
    result = try_action(lambda: actions.freeze(loaders.load_engine(), person, meeting, now))
    if result.theirs is not None:
        theirs = result.theirs
        at = theirs.frozen_at or theirs.updated_at
        end("error", write_when(theirs.updated_by, at, theirs.wilayah_code, text.FREEZE_THEIRS))
    end_with(result, text.FROZEN)


def _draw_changes(frozen: Figures, now: Figures) -> None:
    changes = compare_snapshot(frozen, now)
    if not changes:
        st.caption(text.CHANGED_NONE)
        return
    title = text.CHANGED_TITLE.format(count=format_count(len(changes)))
    with st.expander(title, icon=":material/difference:"):
        shown = changes[:_CHANGES_SHOWN]
        _draw_table(tabulate_changes(shown, frozen, now), 8)
        if len(shown) < len(changes):
            counts = {"shown": format_count(len(shown)), "count": format_count(len(changes))}
            st.caption(text.CHANGED_MORE.format(**counts))


def _draw_metrics(shown: Figures) -> None:
    code = shown["region"]["code"]
    own = next((row for row in shown["prevalence"] if row["code"] == code), None)
    services = [row["status"] for row in shown["coverage"] if row["code"] == code]
    known = sum(status in ASSESSED for status in services)
    reached = text.METRIC_SERVICES_OF.format(
        reached=format_count(services.count(REACHED)), known=format_count(known)
    )
    problems = sum(row["type"] in _COUNTED for row in shown["problems"])
    with st.grid(min_column_width=190):
        st.metric(text.METRIC_PREVALENCE, format_pct(own and own["prevalensi_pct"]))
        st.metric(text.METRIC_CHILDREN, format_count(own and own["pembilang_jiwa"]))
        st.metric(text.METRIC_SERVICES, reached if known else format_count(None))
        st.metric(text.METRIC_PROBLEMS, format_count(problems), help=text.METRIC_PROBLEMS_HELP)


def _draw_places(shown: Figures) -> None:
    st.subheader(text.PLACES_TITLE, anchor=False)
    if shown["measured"] is None or not shown["prevalence"]:
        st.text(text.PLACES_NONE)
        return
    _draw_table(tabulate_places(shown), _ROWS_SHOWN)


def _draw_services(meeting: Meeting, shown: Figures) -> None:
    st.subheader(text.SERVICES_TITLE, anchor=False)
    if not shown["coverage"]:
        st.text(text.SERVICES_NONE)
        return
    codes = list(dict.fromkeys(row["code"] for row in shown["coverage"]))
    code = st.selectbox(
        text.SERVICES_PLACE,
        codes,
        format_func=lambda each: shown["names"].get(each, each),
        key=f"rembuk_wilayah_{meeting.id}",
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=320,
    )
    _draw_table(tabulate_services(shown, code), _ROWS_SHOWN)


def _draw_lists(shown: Figures) -> None:
    st.subheader(text.LAGGING_TITLE, anchor=False)
    for line in list_lagging(shown) or [text.LAGGING_NONE]:
        st.text(line)
    st.subheader(text.PROBLEMS_TITLE, anchor=False)
    problems = list_problems(shown)
    with st.container(height=_LIST_PX if len(problems) > _LINES_SHOWN else "content"):
        for line in problems or [text.PROBLEMS_NONE]:
            st.text(line)
    if shown["budget"] is None:
        st.subheader(text.BUDGET_TITLE.format(snapshot="").strip(), anchor=False)
        st.text(text.BUDGET_NONE)
        return
    title = text.BUDGET_TITLE.format(snapshot=name_budget(shown["budget"]))
    st.subheader(title, anchor=False)
    for line in list_lamps(shown["budget"]):
        st.text(line)


def _draw_table(table: Any, most: int) -> None:
    st.dataframe(table, hide_index=True, width="stretch", height=fit_height(len(table), most))
