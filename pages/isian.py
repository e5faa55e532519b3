"""Isian desa: figures per desa of one kecamatan, stage and party; attachments to them."""

import streamlit as st

from app.access import Account
from app.actions.lampiran import make_subject
from app.components.ansit_upload import draw_ansit_upload
from app.components.attachments import draw_attachments
from app.components.entry import draw_entry, period_of_place
from app.components.entry_choice import choose_kecamatan, choose_place
from app.components.entry_frame import (
    draw_entry_title,
    draw_no_desa,
    draw_no_kecamatan,
    has_desa,
    is_locked,
)
from app.components.frame import current_selection, draw_empty_database
from app.components.stages import draw_stage_bar
from app.session import current_person
from app.text import isian as text


def show_kecamatan(person: Account, code: str) -> None:
    """One part of a stage: how it stands, its cells, its attachments."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        place = choose_place(person, code)
    draw_stage_bar(person, code, place.year, place.stage, place.part)
    st.text(text.INTRO)
    draw_entry(place)
    draw_ansit_upload(person, code, period_of_place(place))
    draw_attachments(person, make_subject(place), code, place.part, locked=is_locked(place))


selection, person = current_selection(), current_person()
if selection is None or person is None:
    draw_empty_database()
else:
    heading = st.container()
    kecamatan_code = choose_kecamatan(person, selection)
    with heading:
        if kecamatan_code is None:
            draw_no_kecamatan(selection.region.name)
        else:
            draw_entry_title(kecamatan_code)
    if kecamatan_code is not None and has_desa(kecamatan_code):
        show_kecamatan(person, kecamatan_code)
    elif kecamatan_code is not None:
        draw_no_desa()
