"""Pengaturan: due dates, agencies, who answers for what, and a province's approvers."""

import streamlit as st

from app import stage_loaders
from app.access import Account, may
from app.components.frame import current_selection, draw_empty_database
from app.components.paper_letterhead import draw_letterheads
from app.components.public_hold import draw_public_page
from app.components.region_agencies import draw_agencies, draw_duties
from app.components.region_settings import draw_approvers, draw_deadlines
from app.components.stage_actions import draw_messages
from app.components.stage_choice import choose_year
from app.format import escape_markdown
from app.session import current_person
from app.text import pengaturan as settings_text
from app.text import publik as public_text
from app.text import screens
from app.text import surat as letter_text
from app.text import tahapan as text


def show_settings(person: Account, code: str, name: str, level: str) -> None:
    """One tab a subject."""
    draw_messages()
    st.text(settings_text.SETTINGS_INTRO.format(region=name))
    if not may(person, "atur_tenggat", code):
        st.info(escape_markdown(settings_text.SETTINGS_READ_ONLY.format(region=name)))
    titles = [settings_text.TAB_DEADLINES, settings_text.TAB_AGENCIES, settings_text.TAB_DUTIES]
    titles += [letter_text.HEAD_TITLE, public_text.HOLD_TAB]
    tabs = st.tabs([*titles, settings_text.TAB_APPROVERS] if level == "provinsi" else titles)
    with tabs[0]:
        year = choose_year(code)
        draw_deadlines(person, code, year, level)
    with tabs[1]:
        draw_agencies(person, code)
    with tabs[2]:
        draw_duties(person, code)
    with tabs[3]:
        draw_letterheads(person, code)
    with tabs[4]:
        draw_public_page(person, code, year)
    if level == "provinsi":
        with tabs[5]:
            draw_approvers(person, code, year)


selection, person = current_selection(), current_person()
if selection is None or person is None:
    draw_empty_database()
else:
    places = stage_loaders.load_places(selection.code[:5])
    name = places[0].name if places else selection.region.name
    st.title(escape_markdown(f"{screens.PAGE_PENGATURAN} · {name}"), anchor=False)
    if places:
        show_settings(person, places[0].code, name, places[0].level)
    else:
        st.subheader(settings_text.SETTINGS_WHERE_TITLE, anchor=False)
        st.text(text.NO_STAGES)
