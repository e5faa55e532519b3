"""The page Target: whose targets, which year, how the stage stands, and what is opened."""

import streamlit as st

from app import stage_loaders, target_loaders
from app.access import Account, may
from app.components.selection import REGION_KEY, Selection
from app.components.stage_choice import YEAR_KEY
from app.components.stages import draw_stage_bar
from app.components.targets_entry import draw_entry
from app.components.targets_file import draw_file
from app.components.targets_simulator import draw_simulator
from app.components.targets_view import draw_view
from app.format import escape_markdown
from app.navigation import PAGES, pages_for
from app.target_items import BAPPEDA, list_own_parts, stage_of
from app.target_words import name_region
from app.text import screens
from app.text import target as text

KECAMATAN_LENGTH = 8
_NO_PART = ""
VIEWS = (text.VIEW_LOOK, text.VIEW_ENTER, text.VIEW_SIMULATE, text.VIEW_FILE)


def pick_region(selection: Selection) -> str | None:
    """The selected region that has targets: a desa's or puskesmas' is its kecamatan."""
    return None if selection.region.level == "nasional" else selection.code[:KECAMATAN_LENGTH]


def draw_title(code: str) -> None:
    """The page's title with the region's name."""
    title = text.TITLE.format(page=screens.PAGE_TARGET, name=name_region(code))
    st.title(escape_markdown(title), anchor=False)


def draw_no_region() -> None:
    """The whole country is selected: say that a region is needed."""
    st.title(screens.PAGE_TARGET, anchor=False)
    st.subheader(text.NO_REGION_TITLE, anchor=False)
    st.text(text.NO_REGION)


def draw_bar(person: Account, code: str, year: int) -> None:
    """The stage of targets with this person's own parts; all parts stand on the page Tahapan."""
    stage = stage_of(code)
    if stage is None:
        return
    parts = list(list_own_parts(person, code, target_loaders.load_responsible(code)))
    parts = parts or [part for part in _list_parts(code) if may(person, "verifikasi", code, part)]
    if len(parts) > 1:
        draw_stage_bar(person, code, year, stage)
    else:
        draw_stage_bar(person, code, year, stage, parts[0] if parts else _NO_PART)


def _list_parts(code: str) -> list[str]:
    """Who takes part in the targets of a region: Bappeda and its registered agencies."""
    agencies = stage_loaders.load_agencies(code)
    return [BAPPEDA, *agencies.loc[agencies["wilayah_code"] == code, "code"]]


def choose_view(person: Account, code: str) -> str:
    """What to open: those who set targets begin with setting them."""
    own = list_own_parts(person, code, target_loaders.load_responsible(code))
    default = text.VIEW_ENTER if own else text.VIEW_LOOK
    chosen: str = st.segmented_control(
        text.VIEW_LABEL,
        VIEWS,
        default=default,
        key="target_buka",
        required=True,
        label_visibility="collapsed",
    )
    return chosen


def draw_chosen(person: Account, selection: Selection, code: str, year: int, view: str) -> None:
    """Draw what was opened; without any target in force, first what to do."""
    if target_loaders.load_in_force(code).empty:
        _draw_empty(person, code, year)
    if view == text.VIEW_ENTER:
        draw_entry(person, code, year)
    elif view == text.VIEW_SIMULATE:
        draw_simulator(code, year)
    elif view == text.VIEW_FILE:
        draw_file(person, code, year)
    else:
        draw_view(selection, code, year)


def _draw_empty(person: Account, code: str, year: int) -> None:
    own = list_own_parts(person, code, target_loaders.load_responsible(code))
    with st.container(border=True):
        st.subheader(escape_markdown(text.EMPTY_TITLE.format(name=name_region(code))), anchor=False)
        st.text("\n".join((text.EMPTY, *text.EMPTY_STEPS)))
        st.text(text.EMPTY_ENTER if own else text.EMPTY_WAIT)
        theirs = {entry.name for entry in pages_for(person)[0]}
        with st.container(horizontal=True):
            links = {"tahapan": text.LINK_STAGES}
            if may(person, "atur_penanggung_jawab", code):
                links["pengaturan"] = text.LINK_SETTINGS
            for page, label in links.items():
                if page in theirs:
                    st.page_link(
                        PAGES / f"{page}.py",
                        label=label,
                        icon=":material/arrow_forward:",
                        query_params={REGION_KEY: code, YEAR_KEY: str(year)},
                    )
