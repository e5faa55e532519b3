"""Ways from a criterion to the page where it is mended."""

import streamlit as st

from analysis.monev import Assessment
from app import stage_loaders
from app.access import Account
from app.components.selection import REGION_KEY
from app.components.stage_link import draw_link
from app.navigation import PAGES, pages_for
from app.task_pages import STEPS_PAGE, find_page
from app.text import penilaian as text

_SUPPORT = {"regulasi": "dukungan", "publikasi": "dukungan"}
_RESULT_PAGES = {"cakupan": "cakupan", "prevalensi": "peta"}
# Pages that take the documents of their stages; those of others are attached on this page.
_ATTACHING = frozenset({"isian", "rembuk", "dukungan"})
_WORK = frozenset({"lengkap", "dokumen"})


def draw_stage_links(
    person: Account, now: Assessment, stage: str, criterion: str | None = None
) -> None:
    """Links to a stage's steps and to its work; of one criterion only the one that mends it."""
    known = stage_loaders.load_stages().get(stage)
    if known is None:
        return
    work = _SUPPORT.get(known.short, find_page(known))
    if criterion == "dokumen" and work not in _ATTACHING:
        st.caption(text.ATTACH_BELOW)
        return
    titles = {entry.name: entry.title for entry in pages_for(person)[0]}
    wanted = [STEPS_PAGE, work] if criterion is None else []
    wanted = wanted or [work if criterion in _WORK else STEPS_PAGE]
    with st.container(horizontal=True, width="content"):
        for page in dict.fromkeys(wanted):
            if page in titles:
                label = text.OPEN_PAGE.format(page=titles[page])
                draw_link(person, label, page, now.region_code, known, now.year)


def draw_result_link(person: Account, now: Assessment, criterion: str) -> None:
    """A link to the page that shows a result's figures."""
    page = _RESULT_PAGES[criterion]
    titles = {entry.name: entry.title for entry in pages_for(person)[0]}
    if page in titles:
        st.page_link(
            PAGES / f"{page}.py",
            label=text.OPEN_PAGE.format(page=titles[page]),
            icon=":material/arrow_forward:",
            query_params={REGION_KEY: now.region_code},
        )
