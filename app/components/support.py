"""The page Regulasi dan publikasi: which region and kind, how it stands, what is listed."""

import pandas as pd
import streamlit as st

from analysis.stages import can_enter
from app import stage_loaders, support_loaders
from app.access import Account
from app.actions.dukungan import find_support_part, may_enter
from app.actions.isian import StagePart
from app.components.entry_frame import read_part_state
from app.components.selection import Selection
from app.components.stage_link import draw_link
from app.components.stages import draw_state
from app.components.support_below import draw_below
from app.components.support_entry import draw_new, draw_one
from app.components.support_message import draw_message
from app.components.table_height import fit_height
from app.format import escape_markdown, format_count
from app.stage_words import name_agency
from app.support_words import count_unproven, find_uncovered, tabulate_list
from app.target_words import name_region
from app.text import dukungan as text
from app.text import screens
from app.text import tahapan as stage_text

KIND_KEY = "dukungan"
STEPS_PAGE = "tahapan"
_ROWS_SHOWN = 15


def pick_region(selection: Selection) -> str | None:
    """The region whose support is shown: a desa's is its kecamatan's; None for the nation."""
    return None if selection.region.level == "nasional" else selection.code[:8]


def draw_nation() -> None:
    """The whole country is selected: say that a region is needed."""
    st.title(screens.PAGE_DUKUNGAN, anchor=False)
    st.subheader(text.WRONG_LEVEL_TITLE, anchor=False)
    st.text(text.WRONG_LEVEL)


def draw_title(code: str) -> None:
    """The page's title with the region's name."""
    words = text.TITLE.format(page=screens.PAGE_DUKUNGAN, name=name_region(code))
    st.title(escape_markdown(words), anchor=False)


def choose_kind() -> str:
    """Regulations or publications; held in the address."""
    chosen = st.segmented_control(
        text.VIEW_LABEL,
        list(text.VIEWS),
        default=next(iter(text.VIEWS)),
        format_func=text.VIEWS.__getitem__,
        key=KIND_KEY,
        bind="query-params",
        required=True,
        label_visibility="collapsed",
    )
    return str(chosen)


def draw_kind(person: Account, kind: str, code: str, year: int) -> None:
    """How the stage stands, the list, what can be recorded, and the regions below."""
    draw_message()
    rows = support_loaders.load_list(kind, code, year)
    editable = _draw_stage(person, kind, code, year, is_empty=rows.empty)
    if rows.empty:
        _draw_empty(kind, code, year, editable=editable)
    else:
        _draw_list(kind, code, rows)
    if editable:
        draw_new(person, kind, code, year, expanded=rows.empty)
    if not rows.empty:
        draw_one(person, kind, rows, editable=editable)
    draw_below(kind, code, year)


def _draw_stage(person: Account, kind: str, code: str, year: int, *, is_empty: bool) -> bool:
    """The stage's state and what follows from it; returns whether this person enters now."""
    part = find_support_part(code, year, kind)
    place = StagePart(part.wilayah_code, part.year, part.stage, part.part)
    state, _ = read_part_state(place)
    stage = stage_loaders.load_stages()[part.stage]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        draw_state(state, text.STAGE_STATE.format(stage=stage.name))
        draw_link(person, text.LINK_STEPS, STEPS_PAGE, code, stage, year)
    agency = name_agency(part.part, code)
    if not may_enter(person, kind, code, year):
        if not is_empty:  # else the empty list says who records
            st.caption(escape_markdown(text.READ_ONLY.format(agency=agency)))
        return False
    if not can_enter(state):
        words = {"year": year, "agency": agency, "state": stage_text.STATES[state]}
        sentence = text.LOCKED_NOTE[kind].format(**words)
        st.info(escape_markdown(sentence), icon=":material/lock:")
        return False
    return True


def _draw_empty(kind: str, code: str, year: int, *, editable: bool) -> None:
    st.subheader(text.EMPTY_TITLE[kind].format(year=year), anchor=False)
    agency = name_agency(find_support_part(code, year, kind).part, code)
    st.text(text.EMPTY_OWN[kind] if editable else text.EMPTY_OTHER.format(agency=agency))


def _draw_list(kind: str, code: str, rows: pd.DataFrame) -> None:
    uncovered = find_uncovered(rows["stage"], code)
    sentences = [text.COUNT[kind].format(count=format_count(len(rows))) + "."]
    if uncovered:
        words = {"count": format_count(len(uncovered)), "stages": ", ".join(uncovered)}
        sentences.append(text.UNCOVERED[kind].format(**words))
    else:
        sentences.append(text.ALL_COVERED)
    bare = count_unproven(kind, rows)
    if bare:
        sentences.append(text.LACKS_EVIDENCE[kind].format(count=format_count(bare)))
    st.text(" ".join(sentences))
    table = tabulate_list(kind, rows)
    st.dataframe(
        table,
        hide_index=True,
        width="stretch",
        height=fit_height(len(table), _ROWS_SHOWN),
        placeholder=text.NO_VALUE,
    )
