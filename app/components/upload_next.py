"""What comes after measurements were saved: for which cycle they count, and who hands them in."""

import streamlit as st

from analysis.stages import year_of
from app import stage_loaders
from app.access import Account, may
from app.actions.uploads import UploadRequest, areas_for
from app.components.acknowledged import say_next, take_said
from app.components.frame import MEASUREMENT_STAGE
from app.components.stage_link import draw_link
from app.format import escape_markdown, format_period
from app.stage_words import name_agency
from app.task_pages import STEPS_PAGE
from app.text import uploads as text

_KABUPATEN_LENGTH = 5
_NEXT = "_unggah_langkah"


def keep_next(person: Account, request: UploadRequest) -> None:
    """Remember of which kabupaten and month measurements were just saved."""
    if request.kind == "pengukuran":
        area = request.area_code or areas_for(person)[0]
        say_next(_NEXT, (area[:_KABUPATEN_LENGTH], request.period))


def draw_next(person: Account) -> None:
    """Say after a save of measurements which cycle they belong to and what is to be done."""
    kept: tuple[str, str] | None = take_said(_NEXT)
    if kept is None:
        return
    code, period = kept
    stage = stage_loaders.load_stages()[MEASUREMENT_STAGE]
    year = year_of(stage, period)
    if year is None:
        st.caption(text.NEXT_NO_STAGE.format(month=format_period(period)))
        return
    status = stage_loaders.load_status(code, year, stage.code)
    parts = [part.part for part in status.parts] if status else list(stage.parts)
    st.text(text.NEXT_CYCLE.format(month=format_period(period), year=year))
    if any(may(person, "ajukan", code, part) for part in parts):
        draw_link(person, text.NEXT_LINK, STEPS_PAGE, code, stage, year)
        return
    agencies = ", ".join(name_agency(part, code) for part in parts)
    st.caption(escape_markdown(text.NEXT_OTHERS.format(agencies=agencies)))
