"""What frames the entry page: its title, where nothing can be entered, how a part stands."""

import streamlit as st

from analysis.stages import NOT_STARTED, can_enter
from app import entry_loaders, loaders, stage_loaders
from app.actions.isian import StagePart
from app.format import escape_markdown
from app.text import isian as text
from app.text import screens


def draw_entry_title(kecamatan_code: str) -> None:
    """The page's title with the kecamatan's name."""
    region = loaders.load_region(kecamatan_code)
    name = region.name if region is not None else kecamatan_code
    title = text.TITLE.format(page=screens.PAGE_ISIAN, name=name)
    st.title(escape_markdown(title), anchor=False)


def draw_no_kecamatan(region_name: str) -> None:
    """A whole province is selected: say that a kecamatan is needed."""
    st.title(escape_markdown(f"{screens.PAGE_ISIAN} · {region_name}"), anchor=False)
    st.subheader(text.NO_KECAMATAN_TITLE, anchor=False)
    st.text(text.NO_KECAMATAN)


def draw_no_desa() -> None:
    """A kecamatan without desa: say what to do."""
    st.subheader(text.NO_DESA_TITLE, anchor=False)
    st.text(text.NO_DESA)


def has_desa(kecamatan_code: str) -> bool:
    """Tell whether a kecamatan has desa for which figures can be entered."""
    return not entry_loaders.load_units(kecamatan_code).empty


def read_part_state(place: StagePart) -> tuple[str, str]:
    """The state of a part, and the agency that approves its stage."""
    status = stage_loaders.load_status(place.wilayah_code, place.year, place.stage)
    if status is None:
        return NOT_STARTED, ""
    states = {part.part: part.state for part in status.parts}
    return states.get(place.part, NOT_STARTED), status.approver


def is_locked(place: StagePart) -> bool:
    """Tell whether a part takes no entries now."""
    return not can_enter(read_part_state(place)[0])
