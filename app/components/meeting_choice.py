"""Which meeting of a region and year is looked at, or a new one opened."""

import secrets
from datetime import date

import streamlit as st

from analysis.meetings import KINDS, find_meeting_part, level_of_meeting
from analysis.stages import can_enter
from app import loaders, meeting_loaders, stage_loaders
from app.access import Account
from app.actions import rembuk as actions
from app.actions.isian import StagePart
from app.components.entry_frame import read_part_state
from app.components.meeting_message import end_with, try_action
from app.components.selection import Selection
from app.format import escape_markdown
from app.meeting_loaders import Meeting
from app.meeting_words import name_meeting, name_region, name_stage
from app.stage_words import name_agency
from app.text import rembuk as text
from app.text import tahapan as stage_text

MEETING_KEY, PART_KEY = "rapat", "bagian"
_TOKEN, _OPENED = "_rembuk_formulir", "_rembuk_dibuka"


def find_region(selection: Selection) -> str | None:
    """The region whose meetings are shown: a desa's are its kecamatan's; None for the nation."""
    code = selection.code[:8]
    return code if level_of_meeting(code) is not None else None


def draw_title(page: str, code: str) -> None:
    """The page's title with the region's name."""
    words = text.TITLE.format(page=page, name=name_region(code))
    st.title(escape_markdown(words), anchor=False)


def choose_meeting(code: str, year: int) -> Meeting | None:
    """One of the meetings: the last open one at first; None while there is none."""
    meetings = {each.id: each for each in meeting_loaders.load_meetings(code, year)}
    if not meetings:
        return None
    _begin_with(meetings)
    ids = list(meetings)
    still_open = [number for number, each in meetings.items() if each.is_open]
    chosen: int = st.selectbox(
        text.MEETING_LABEL,
        ids,
        index=ids.index((still_open or ids)[-1]),
        format_func=lambda number: name_meeting(meetings[number]),
        key=MEETING_KEY,
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=460,
    )
    # Bound by the widget it would be the name, which two meetings may share and a date changes.
    st.query_params[MEETING_KEY] = str(chosen)
    return meetings[chosen]


def _begin_with(meetings: dict[int, Meeting]) -> None:
    """Let the list begin with the meeting just opened, else the address's, else that of before."""
    asked = st.query_params.get(MEETING_KEY, "")
    first = st.session_state.get(MEETING_KEY, int(asked) if asked.isdecimal() else None)
    wanted = st.session_state.pop(_OPENED, first)
    if wanted in meetings:
        st.session_state[MEETING_KEY] = wanted
    else:
        st.session_state.pop(MEETING_KEY, None)


def draw_nothing(person: Account, code: str, year: int) -> None:
    """No meeting yet: who opens the first one."""
    st.subheader(text.EMPTY_TITLE.format(year=year), anchor=False)
    if _list_kinds(person, code, year):
        st.text(text.EMPTY_OWN)
    else:
        part = find_meeting_part(code, year, KINDS[0]).part
        st.text(text.EMPTY_OTHER.format(agency=name_agency(part, code)))


def draw_opening(person: Account, code: str, year: int, *, expanded: bool) -> None:
    """The form that opens a meeting, for whoever may; says which stages are handed in already."""
    kinds = _list_kinds(person, code, year)
    locked = _find_locked(kinds, code, year)
    if expanded:
        for stage, state in dict.fromkeys(locked.values()):
            words = {"stage": name_stage(stage), "state": stage_text.STATES[state]}
            st.info(text.OPEN_LOCKED.format(**words), icon=":material/lock:")
    kinds = [kind for kind in kinds if kind not in locked]
    if not kinds:
        return
    token = st.session_state.setdefault(_TOKEN, secrets.token_hex(8))
    with (
        st.expander(text.OPEN_TITLE, expanded=expanded, icon=":material/add:"),
        st.form(f"rembuk_buka_{token}", border=False),
    ):
        with st.grid(min_column_width=240):
            kind = st.selectbox(
                text.OPEN_KIND,
                kinds,
                format_func=text.KINDS.__getitem__,
                key=f"rembuk_jenis_{token}",
                placeholder=text.CHOOSE,
                filter_mode=None,
            )
            held_on = st.date_input(
                text.OPEN_DATE,
                value=_first_day(code, year),
                format="DD/MM/YYYY",
                key=f"rembuk_tanggal_{token}",
            )
        pressed = st.form_submit_button(text.OPEN_BUTTON, type="primary")
    if pressed:
        result = try_action(
            lambda: actions.open_meeting(
                loaders.load_engine(),
                person,
                region_code=code,
                year=year,
                kind=kind,
                held_on=held_on,
                token=token,
            )
        )
        if result.is_done:
            del st.session_state[_TOKEN]
            st.session_state[_OPENED] = result.number
        end_with(result, text.OPENED)


def choose_part() -> str:
    """Which part of the record is looked at."""
    chosen = st.segmented_control(
        text.PARTS_LABEL,
        list(text.PARTS),
        default="data",
        format_func=text.PARTS.__getitem__,
        key=PART_KEY,
        bind="query-params",
        required=True,
        label_visibility="collapsed",
    )
    return str(chosen)


def _list_kinds(person: Account, code: str, year: int) -> list[str]:
    return [kind for kind in KINDS if actions.may_open(person, code, year, kind)]


def _find_locked(kinds: list[str], code: str, year: int) -> dict[str, tuple[str, str]]:
    """Kinds whose stage takes no entry now, with that stage and its state."""
    found = {}
    for kind in kinds:
        part = find_meeting_part(code, year, kind)
        place = StagePart(part.wilayah_code, part.year, part.stage, part.part)
        state, _ = read_part_state(place)
        if not can_enter(state):
            found[kind] = (part.stage, state)
    return found


def _first_day(code: str, year: int) -> date | None:
    today = stage_loaders.load_today(code)
    return today if today.year == year else None
