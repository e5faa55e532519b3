"""The work itself: open sub kegiatan, choose lines, say what they are, see it, save it."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from app import tagging_loaders
from app.access import Account
from app.actions.penandaan import Snapshot
from app.budget_words import name_snapshot
from app.components.tagging_activities import choose_activities, draw_counts
from app.components.tagging_buttons import draw_buttons
from app.components.tagging_choice import Owner
from app.components.tagging_editor import draw_editor
from app.components.tagging_form import draw_form
from app.components.tagging_lines import choose_lines, read_work
from app.components.tagging_messages import draw_message
from app.components.tagging_preview import draw_plan
from app.components.tagging_save import Saver, draw_pending
from app.format import escape_markdown, format_count, format_idr
from app.session import begin_fragment
from app.tagging_drafts import OPEN, Line, Plan, plan_tags
from app.tagging_reuse import Before, plan_reuse
from app.tagging_table import describe_lines, to_lines
from app.tagging_view_loaders import load_place_names
from app.text import penandaan as text

_NEW, _REUSE, _EDIT = "isi", "lama", "ubah"


@st.fragment
def draw_work(person: Account, snapshot: Snapshot, owner: Owner, *, editable: bool) -> None:
    """Draw the sub kegiatan and lines of an agency, and the form for the chosen lines."""
    begin_fragment()
    draw_message()
    every = tagging_loaders.load_activities(snapshot)
    own = every[(every["owner_code"] == owner[0]) & (every["agency"] == owner[1])]
    draw_counts(snapshot, *owner)
    places = load_place_names(owner[0])

    def make_saver(descriptions: Mapping[int, str]) -> Saver:
        return Saver(person, snapshot, owner[0], descriptions, places)

    if draw_pending(make_saver, owner[0]):
        return
    ids = choose_activities(person, snapshot, own, editable=editable)
    if not ids:
        return
    lines, before = read_work(snapshot, ids)
    chosen = choose_lines(snapshot, lines, owner[0])
    if editable and len(chosen):
        with st.container(border=True):
            _draw_chosen(make_saver(describe_lines(chosen)), chosen, before)


def _draw_chosen(saver: Saver, chosen: pd.DataFrame, before: Mapping[int, Before]) -> None:
    lines = to_lines(chosen)
    _draw_heading(saver, lines)
    old = {line.line_id: before[line.line_id] for line in lines if _has_old(line, before)}
    mode = _choose_mode(saver, lines, old)
    units = [str(unit) for unit in chosen["unit"].dropna()]
    plan, keeps = _make_plan(saver, lines, units, old, mode)
    planned = {line.line_id for line in plan.lines}
    draw_plan(
        plan,
        {line.line_id: line.total_idr for line in lines},
        saver.descriptions,
        saver.places,
        left_words=text.PREVIEW_LEFT_REUSE if mode == _REUSE else text.PREVIEW_LEFT,
        replaced=0 if keeps else sum(bool(x.tags) for x in lines if x.line_id in planned),
    )
    draw_buttons(saver, lines, plan)


def _make_plan(
    saver: Saver,
    lines: Sequence[Line],
    units: Sequence[str],
    old: Mapping[int, Before],
    mode: str,
) -> tuple[Plan, bool]:
    """What would be saved, and whether it keeps the tags that are there."""
    if mode == _EDIT:
        return draw_editor(lines[0], saver.places), True
    if mode == _REUSE:
        return plan_reuse(lines, old), True
    choice, fault = draw_form(lines, units, saver.owner_code, saver.snapshot)
    if fault:
        return Plan(faults={line.line_id: fault for line in lines}), True
    return plan_tags(lines, choice), choice.adds


def _has_old(line: Line, before: Mapping[int, Before]) -> bool:
    return line.status == OPEN and line.line_id in before and bool(before[line.line_id].tags)


def _draw_heading(saver: Saver, lines: Sequence[Line]) -> None:
    amount = format_idr(sum(line.total_idr for line in lines))
    if len(lines) == 1:
        described = saver.descriptions[lines[0].line_id]
        words = text.FORM_ONE.format(description=described, amount=amount)
    else:
        words = text.FORM_TITLE.format(count=format_count(len(lines)), amount=amount)
    st.subheader(escape_markdown(words), anchor=False)


def _choose_mode(saver: Saver, lines: Sequence[Line], old: Mapping[int, Before]) -> str:
    labels = {_NEW: text.MODE_NEW}
    if old:
        earlier = tagging_loaders.load_earlier(saver.snapshot)
        name = name_snapshot(earlier) if earlier is not None else ""
        words = text.OLD_TAGS.format(count=format_count(len(old)), earlier=name)
        st.info(escape_markdown(words), icon=":material/history:")
        labels[_REUSE] = text.MODE_REUSE
    if len(lines) == 1 and lines[0].tags:
        labels[_EDIT] = text.MODE_EDIT
    if len(labels) == 1:
        return _NEW
    usual = _EDIT if _EDIT in labels else _REUSE if len(old) == len(lines) else _NEW
    chosen: str = st.segmented_control(
        text.MODE_LABEL,
        list(labels),
        default=usual,
        format_func=labels.__getitem__,
        key=f"penandaan_cara_{'_'.join(labels)}",
        required=True,
        label_visibility="collapsed",
    )
    return chosen
