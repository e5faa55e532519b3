"""The output documents of a stage, attached here where no other page attaches them."""

import streamlit as st

from analysis.monev import Assessment
from app import stage_loaders
from app.access import Account
from app.actions.isian import StagePart
from app.actions.lampiran import make_subject
from app.components.attachments import draw_attachments
from app.components.entry_frame import is_locked
from app.stage_words import name_agency
from app.text import penilaian as text

_SUPPORT = frozenset({"regulasi", "publikasi"})


def draw_papers(person: Account, now: Assessment) -> None:
    """One stage's part chosen, and its attachments; adding where the person may and it is open."""
    places = _list_places(now)
    if not places:
        return
    with st.expander(text.PAPERS_TITLE, icon=":material/attach_file:"):
        st.caption(text.PAPERS_INTRO)
        with st.grid(min_column_width=260):
            stage = st.selectbox(
                text.PAPERS_STAGE,
                list(places),
                format_func=lambda code: stage_loaders.load_stages()[code].name,
                key="penilaian_dokumen_tahapan",
                placeholder=text.CHOOSE,
                filter_mode=None,
            )
            part = st.selectbox(
                text.PAPERS_PART,
                places[stage],
                format_func=lambda code: name_agency(code, now.region_code),
                key=f"penilaian_dokumen_bagian_{stage}",
                placeholder=text.CHOOSE,
                filter_mode=None,
            )
        place = StagePart(now.region_code, now.year, stage, part)
        subject, locked = make_subject(place), is_locked(place)
        draw_attachments(person, subject, now.region_code, part, locked=locked)


def _list_places(now: Assessment) -> dict[str, list[str]]:
    """Stages that are assessed by a document of their own, with their parts."""
    assessed = {
        row.stage
        for row in now.evidence
        if row.criterion == "dokumen" and row.stage.split(".")[-1] not in _SUPPORT
    }
    board = stage_loaders.load_board(now.region_code, now.year)
    return {
        status.stage.code: [part.part for part in status.parts]
        for status in board
        if status.place.code == now.region_code and status.stage.code in assessed
    }
