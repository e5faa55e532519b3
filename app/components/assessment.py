"""What frames the page of the assessment: its region, title line, parts, and the region's line."""

import streamlit as st

from analysis.meetings import level_of_meeting
from analysis.monev import Assessment
from app import assessment_loaders
from app.assessment_words import write_class, write_score
from app.components.selection import Selection
from app.format import escape_markdown, format_count
from app.meeting_words import name_region as name_shortly
from app.stage_words import join_names
from app.target_words import name_region
from app.text import penilaian as text

VIEW_KEY, DETAIL_KEY = "bagian_penilaian", "rinci"
REGIONS, DETAIL, CLARIFICATIONS, RUBRIC = text.VIEWS
_NAMES_SHOWN = 5


def find_region(selection: Selection) -> str | None:
    """The region that is assessed: a desa's is its kecamatan; None for the nation."""
    code = selection.code[:8]
    return code if level_of_meeting(code) is not None else None


def draw_title(page: str, code: str) -> None:
    """The page's title with the region's name, and that all of it is a simulation."""
    words = text.TITLE.format(page=page, name=name_region(code))
    st.title(escape_markdown(words), anchor=False)
    st.badge(text.SIMULATION, color="violet", icon=":material/science:", help=text.SIMULATION_HELP)


def choose_view(*, has_below: bool) -> str:
    """Which part of the page is looked at; a kecamatan has no regions below."""
    views = [view for view in text.VIEWS if has_below or view != REGIONS]
    if st.session_state.get(VIEW_KEY) not in (None, *views):
        del st.session_state[VIEW_KEY]
    chosen = st.segmented_control(
        text.VIEW_LABEL,
        views,
        default=views[0],
        format_func=text.VIEWS.__getitem__,
        key=VIEW_KEY,
        bind="query-params",
        required=True,
        label_visibility="collapsed",
    )
    return str(chosen)


def open_detail(code: str) -> None:
    """Let the next run show one region's detail."""
    st.session_state[VIEW_KEY] = DETAIL
    st.session_state[DETAIL_KEY] = code


def choose_detail(assessments: dict[str, Assessment], own: str) -> Assessment:
    """Which of the regions is opened: the selected one unless chosen otherwise."""
    codes = list(assessments)
    asked = st.session_state.get(DETAIL_KEY, st.query_params.get(DETAIL_KEY, own))
    if asked in codes:
        st.session_state[DETAIL_KEY] = asked
    else:
        st.session_state.pop(DETAIL_KEY, None)
    if len(codes) == 1:
        return assessments[own]
    chosen = st.selectbox(
        text.OPEN_REGION,
        codes,
        format_func=lambda code: assessments[code].name,
        key=DETAIL_KEY,
        placeholder=text.CHOOSE,
        width=360,
    )
    st.query_params[DETAIL_KEY] = str(chosen)
    return assessments[str(chosen)]


def draw_own_line(own: Assessment, below: int) -> None:
    """The region's total and class in a sentence, and for whom its class waits."""
    words = {"name": name_region(own.region_code), "year": own.year}
    if own.is_blank:
        st.warning(text.BLANK.format(year=own.year), icon=":material/history_toggle_off:")
    if own.total is None:
        st.text(text.OWN_LINE_NONE.format(**words))
        return
    st.text(text.OWN_LINE.format(**words, total=write_score(own.total), result=write_class(own)))
    draw_waiting(own, below)


def draw_waiting(assessment: Assessment, below: int) -> None:
    """Why a class is not settled or not final yet; nothing where it is."""
    if assessment.waiting:
        names = [name_shortly(code) for code in assessment.waiting]
        level = {"provinsi": "kabupaten", "kabupaten": "kecamatan"}[assessment.level]
        st.info(
            escape_markdown(
                text.WAITING.format(
                    level=text.LEVELS[level],
                    count=format_count(len(names)),
                    total=format_count(below),
                    names=join_names(names, _NAMES_SHOWN),
                )
            ),
            icon=":material/hourglass_empty:",
        )
    elif assessment.is_provisional:
        st.info(text.PROVISIONAL_NOTE, icon=":material/hourglass_empty:")


def count_below(code: str, year: int) -> int:
    """How many regions right below one are assessed."""
    return len(assessment_loaders.load_assessments(code, year)) - 1
