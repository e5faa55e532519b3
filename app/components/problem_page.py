"""The frame of the pages on problem places: region and pairing chosen, the empty cases first."""

from collections.abc import Callable

import streamlit as st

from app.components.breadcrumb import draw_breadcrumb
from app.components.frame import current_selection, draw_empty_database
from app.components.problem_choice import (
    choose_pairing,
    draw_heading,
    draw_nation,
    draw_no_services,
    draw_pairing,
    pick_scope,
)
from app.components.selection import Selection
from app.problem_figures import Pairing

_LEVELS = {2: "provinsi", 5: "kabupaten", 8: "kecamatan"}


def draw_page(page: str, intro: str, show: Callable[[Selection, Pairing, str], None]) -> None:
    """Draw a page's head and let `show` draw the rest, once there is something to show.

    `show` is given the selection, the pairing, and the level of the region that is looked at.
    """
    selection = current_selection()
    if selection is None:
        draw_empty_database()
        return
    scope = pick_scope(selection)
    if scope is None:
        draw_nation(page)
        return
    draw_heading(page, scope)
    draw_breadcrumb(selection)
    pairing = choose_pairing(selection, scope)
    if pairing is None:
        draw_no_services(scope)
        return
    draw_pairing(pairing, scope)
    st.text(intro)
    show(selection, pairing, _LEVELS[len(scope)])
