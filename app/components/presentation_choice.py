"""Which meeting is prepared for, and which story of it; or a new one begun."""

import secrets
from datetime import date

import streamlit as st

from analysis.meetings import REMBUK, level_of_meeting
from analysis.story import ASSESSMENT, KINDS, find_story_part
from app import loaders, meeting_loaders, presentation_loaders
from app.access import Account
from app.actions import presentasi as actions
from app.components.presentation_message import end_with, try_action
from app.components.selection import Selection
from app.format import escape_markdown, format_date
from app.meeting_words import name_region
from app.presentation_loaders import Story
from app.stage_words import name_agency
from app.text import presentasi as text

STORY_KEY = "naskah"
_KIND_KEY, _TOKEN = "jenis_rapat", "_naskah_formulir"


def find_region(selection: Selection) -> str | None:
    """The region whose stories are shown: a desa's are its kecamatan's; None for the nation."""
    code = selection.code[:8]
    return code if level_of_meeting(code) is not None else None


def draw_title(page: str, code: str) -> None:
    """The page's title with the region's name."""
    words = text.TITLE.format(page=page, name=name_region(code))
    st.title(escape_markdown(words), anchor=False)


def choose_kind() -> str:
    """For which meeting."""
    chosen: str = st.selectbox(
        text.KIND_LABEL,
        KINDS,
        index=KINDS.index("rembuk"),
        format_func=text.KINDS.__getitem__,
        key=_KIND_KEY,
        bind="query-params",
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=420,
    )
    return chosen


def choose_story(code: str, year: int, kind: str) -> Story | None:
    """One of the stories of a meeting, the newest at first; None: the ready one."""
    found = {e.id: e for e in presentation_loaders.load_stories(code, year) if e.kind == kind}
    if not found:
        return None
    options = [0, *found]
    _begin_with(found)
    chosen: int = st.selectbox(
        text.STORY_LABEL,
        options,
        index=len(options) - 1,
        format_func=lambda number: _name(found.get(number)),
        key=STORY_KEY,
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=420,
    )
    return found.get(chosen)


def _begin_with(found: dict[int, Story]) -> None:
    """Let the list begin with the story of the address; one of another meeting is forgotten."""
    asked = st.query_params.get(STORY_KEY, "")
    wanted = int(asked) if asked.isdecimal() else st.session_state.get(STORY_KEY)
    if STORY_KEY in st.query_params:
        del st.query_params[STORY_KEY]
    if wanted in found or wanted == 0:
        st.session_state[STORY_KEY] = wanted
    else:
        st.session_state.pop(STORY_KEY, None)


def _name(story: Story | None) -> str:
    if story is None:
        return text.STORY_READY
    return text.STORY_OPTION.format(title=story.title, number=story.id)


def choose_meeting(code: str, year: int, kind: str, key: str) -> int | None:
    """The meeting whose figures and decisions are shown; None for figures of now, without any."""
    meetings = {each.id: each for each in meeting_loaders.load_meetings(code, year)}
    same = [number for number, each in meetings.items() if each.kind == kind]
    # The proposals that a rembuk talks about come from the pra-musrenbang before it.
    same = same or (list(meetings) if kind == REMBUK else [])
    options = [0, *meetings]
    if not meetings or kind == ASSESSMENT:
        return None
    chosen: int = st.selectbox(
        text.MEETING_LABEL,
        options,
        index=options.index((same or [0])[-1]),
        format_func=lambda number: _name_meeting(meetings.get(number)),
        key=f"{key}_{code}_{year}_{kind}",
        help=text.MEETING_HELP,
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=460,
    )
    return chosen or None


def _name_meeting(meeting: meeting_loaders.Meeting | None) -> str:
    if meeting is None:
        return text.MEETING_NONE
    return describe_meeting(meeting.kind, meeting.held_on, is_frozen=meeting.frozen_at is not None)


def describe_meeting(kind: str, held_on: date | None, *, is_frozen: bool) -> str:
    """A meeting by its kind and date, and whether its own figures are used."""
    return text.MEETING_OPTION.format(
        kind=text.KINDS[kind],
        date=format_date(held_on, text.NO_DATE),
        frozen=text.MEETING_FROZEN if is_frozen else "",
    )


def draw_new(person: Account, code: str, year: int, kind: str, *, expanded: bool) -> None:
    """The form that begins a story, for whoever may; else who does."""
    if not actions.may_prepare(person, code, year):
        agency = name_agency(find_story_part(code, year), code)
        st.caption(escape_markdown(text.READY_OTHER.format(agency=agency)))
        return
    token = st.session_state.setdefault(_TOKEN, secrets.token_hex(8))
    with (
        st.expander(text.NEW_TITLE, expanded=expanded, icon=":material/add:"),
        st.form(f"naskah_buat_{token}_{kind}", border=False),
    ):
        words = {"kind": text.KINDS[kind], "region": name_region(code), "year": year}
        title = st.text_input(
            text.NEW_NAME,
            text.DEFAULT_TITLE.format(**words)[: actions.LONGEST_TITLE],
            max_chars=actions.LONGEST_TITLE,
            key=f"naskah_judul_{token}_{kind}_{code}_{year}",
        )
        pressed = st.form_submit_button(text.NEW_BUTTON, type="primary")
    if pressed:
        result = try_action(
            lambda: actions.add_story(
                loaders.load_engine(),
                person,
                region_code=code,
                year=year,
                kind=kind,
                title=title,
                token=token,
            )
        )
        if result.is_done:
            del st.session_state[_TOKEN]
            st.query_params[STORY_KEY] = str(result.number)
        end_with(result, text.ADDED)
