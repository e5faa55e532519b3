"""The page Penandaan: which budget, whose lines, how their stage stands, and what is opened."""

import pandas as pd
import streamlit as st

from analysis.stages import can_enter
from app.access import Account, may
from app.actions.penandaan import Snapshot, part_of, tags_for
from app.components.entry_frame import read_part_state
from app.components.selection import Selection
from app.components.stages import draw_stage_bar
from app.components.tagging_choice import Owner
from app.format import escape_markdown
from app.navigation import PAGES, pages_for
from app.tagging_words import name_owner
from app.target_words import name_region
from app.text import penandaan as text
from app.text import screens
from app.text import tahapan as stage_text

VIEW_KEY = "penandaan_tampilan"
_OWNER_LENGTH = 5


def pick_budget_region(selection: Selection) -> str | None:
    """The region whose budget is tagged: a kecamatan's and a desa's is their kabupaten's."""
    return None if selection.region.level == "nasional" else selection.code[:_OWNER_LENGTH]


def draw_title(code: str) -> None:
    """The page's title with the region's name."""
    title = text.TITLE.format(page=screens.PAGE_PENANDAAN, name=name_region(code))
    st.title(escape_markdown(title), anchor=False)


def draw_no_region() -> None:
    """The whole country is selected: say that a region is needed."""
    st.title(screens.PAGE_PENANDAAN, anchor=False)
    st.subheader(text.NO_REGION_TITLE, anchor=False)
    st.text(text.NO_REGION)


def draw_empty(person: Account, code: str) -> None:
    """No budget yet: who brings it, and where."""
    st.subheader(text.EMPTY_TITLE, anchor=False)
    st.text(text.EMPTY.format(name=name_region(code)))
    if any(entry.name == "data_masuk" for entry in pages_for(person)[0]):
        st.page_link(
            PAGES / "data_masuk.py", label=text.LINK_UPLOAD, icon=":material/arrow_forward:"
        )


def choose_view() -> str:
    """The work, or how far every agency is."""
    views = (text.VIEW_WORK, text.VIEW_ALL)
    chosen: str = st.segmented_control(
        text.VIEW_LABEL,
        views,
        default=views[0],
        key=VIEW_KEY,
        required=True,
        label_visibility="collapsed",
    )
    return chosen


def draw_unpaired(activities: pd.DataFrame) -> None:
    """SKPDs whose lines nobody can tag yet."""
    loose = activities[activities["owner_code"].isna() | activities["agency"].isna()]
    names = ", ".join(dict.fromkeys(loose["skpd_name"]))
    if names:
        st.warning(escape_markdown(text.UNPAIRED.format(names=names)), icon=":material/link_off:")


def draw_bar(person: Account, snapshot: Snapshot, owner: Owner) -> None:
    """The stage in which this agency tags this budget, with what this person may do."""
    part = part_of(*owner, snapshot.kind, snapshot.year)
    draw_stage_bar(person, part.wilayah_code, part.year, part.stage, part.part)


def may_enter(person: Account, snapshot: Snapshot, owner: Owner) -> bool:
    """Tell whether this person tags these lines now; says why not."""
    part = part_of(*owner, snapshot.kind, snapshot.year)
    state, _ = read_part_state(part)
    if not tags_for(person, *owner):
        if may(person, "lihat", owner[0]):
            words = text.READ_ONLY.format(agency=name_owner(*owner))
            st.info(escape_markdown(words), icon=":material/visibility:")
        return False
    if not can_enter(state):
        locked = text.LOCKED.format(state=stage_text.STATES[state])
        st.info(escape_markdown(locked), icon=":material/lock:")
        return False
    return True


def draw_help() -> None:
    """The steps, for who does this once a year."""
    with st.expander(text.HELP_TITLE, icon=":material/help:"):
        st.text("\n".join(text.HELP))
