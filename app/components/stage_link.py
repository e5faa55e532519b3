"""A way from a stage to the page where its work is done."""

import streamlit as st

from analysis.stages import Stage
from app.access import Account
from app.components.selection import REGION_KEY
from app.components.stage_choice import STAGE_KEY, YEAR_KEY
from app.navigation import PAGES, pages_for
from app.task_pages import STEPS_PAGE, find_page, list_query
from app.text import tahapan as text


def draw_link(
    person: Account, label: str, page: str, region_code: str, stage: Stage, year: int
) -> None:
    """A link that opens a page at a stage of a region, where the person has that page."""
    if page not in {entry.name for entry in pages_for(person)[0]}:
        return
    place = {REGION_KEY: region_code, YEAR_KEY: str(year), STAGE_KEY: stage.name}
    st.page_link(
        PAGES / f"{page}.py",
        label=label,
        icon=":material/arrow_forward:",
        query_params=place | (list_query(stage, year) if page == find_page(stage) else {}),
    )


def draw_work_link(person: Account, region_code: str, stage: Stage, year: int) -> None:
    """Lead from a stage's steps to its figures; nothing where only steps are taken."""
    page = find_page(stage)
    if page == STEPS_PAGE:
        return
    titles = {entry.name: entry.title for entry in pages_for(person)[0]}
    if page in titles:
        label = text.LINK_WORK.format(page=titles[page])
        draw_link(person, label, page, region_code, stage, year)
