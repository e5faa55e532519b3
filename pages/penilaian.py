"""Penilaian: the year's simulated class of each region, down to the evidence of every score."""

import streamlit as st

from analysis.monev import Assessment
from app import assessment_loaders
from app.components import assessment
from app.components.assessment_clarify import draw_clarifications
from app.components.assessment_downloads import draw_downloads
from app.components.assessment_message import draw_message
from app.components.assessment_region import draw_region
from app.components.assessment_rubric import draw_editing, draw_rubric
from app.components.assessment_table import draw_counts, draw_table
from app.components.frame import current_selection, draw_empty_database
from app.components.how_computed import draw_how
from app.components.stage_choice import choose_year
from app.session import current_person
from app.text import penilaian as text
from app.text import screens

Found = dict[str, Assessment]


def show_regions(code: str, year: int, found: Found) -> None:
    """The region's line, class counts, and a row each of the regions below."""
    below = [each for each in found.values() if each.region_code != code]
    assessment.draw_own_line(found[code], len(below))
    draw_counts(below)
    draw_table(code, year, below)


selection, person = current_selection(), current_person()
if selection is None or person is None:
    draw_empty_database()
    st.stop()
code = assessment.find_region(selection)
if code is None:
    st.title(screens.PAGE_PENILAIAN, anchor=False)
    st.subheader(text.WRONG_LEVEL_TITLE, anchor=False)
    st.text(text.WRONG_LEVEL)
    st.stop()
assessment.draw_title(screens.PAGE_PENILAIAN, code)
with st.container(horizontal=True, vertical_alignment="bottom"):
    year = choose_year(code)
    found = assessment_loaders.load_assessments(code, year)
    view = assessment.choose_view(has_below=len(found) > 1)
if not found:
    st.info(text.NOT_IN_FORCE)
    st.stop()
draw_message()
draw_how("penilaian")
if view == assessment.REGIONS:
    show_regions(code, year, found)
    draw_downloads(code, year, found)
elif view == assessment.DETAIL:
    now = assessment.choose_detail(found, code)
    before = assessment_loaders.load_assessments(code, year - 1)
    draw_region(person, now, before.get(now.region_code))
    draw_downloads(code, year, {now.region_code: now})
elif view == assessment.CLARIFICATIONS:
    draw_clarifications(person, code, year)
else:
    draw_rubric(code)
    draw_editing(person, code, year)
