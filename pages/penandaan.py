"""Penandaan: which lines of spending are about stunting, for which service, where, how much."""

import streamlit as st

from app import tagging_loaders
from app.access import Account
from app.actions.penandaan import Snapshot
from app.components.frame import current_selection, draw_empty_database
from app.components.tagging import (
    choose_view,
    draw_bar,
    draw_empty,
    draw_help,
    draw_no_region,
    draw_title,
    draw_unpaired,
    may_enter,
    pick_budget_region,
)
from app.components.tagging_all import draw_all
from app.components.tagging_choice import choose_owner, choose_snapshot
from app.components.tagging_download import draw_download
from app.components.tagging_work import draw_work
from app.session import current_person
from app.text import penandaan as text


def show_all(snapshot: Snapshot) -> None:
    """How far every agency is."""
    draw_unpaired(tagging_loaders.load_activities(snapshot))
    draw_all(snapshot)
    draw_download(snapshot, None)


def show_work(person: Account, snapshot: Snapshot, selected_code: str) -> None:
    """One agency: its stage, then its lines."""
    with owner_place:
        owner = choose_owner(person, snapshot, selected_code)
    if owner is None:
        draw_unpaired(tagging_loaders.load_activities(snapshot))
        return
    draw_bar(person, snapshot, owner)
    editable = may_enter(person, snapshot, owner)
    if editable:
        st.text(text.INTRO)
        draw_help()
    draw_work(person, snapshot, owner, editable=editable)
    draw_download(snapshot, owner)


selection, person = current_selection(), current_person()
code = pick_budget_region(selection) if selection is not None else None
if selection is None or person is None:
    draw_empty_database()
elif code is None:
    draw_no_region()
else:
    draw_title(code)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        snapshot = choose_snapshot(person, code)
        owner_place = st.container(width="content")
        view = choose_view() if snapshot is not None else ""
    if snapshot is None:
        draw_empty(person, code)
    elif view == text.VIEW_ALL:
        show_all(snapshot)
    else:
        show_work(person, snapshot, selection.code)
