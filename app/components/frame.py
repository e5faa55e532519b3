"""What frames every page: the banner of the demonstration, title line, empty and error states."""

import streamlit as st

from app import loaders
from app.components.selection import Selection
from app.components.stage_marks import draw_status_mark
from app.format import escape_markdown, format_period
from app.text import screens as text

# Measurements are final once the Dinas Kesehatan's verifikator has checked them.
MEASUREMENT_STAGE = "kabupaten.pengukuran"


def current_selection() -> Selection | None:
    """The selection that the sidebar made in this run."""
    chosen: Selection | None = st.session_state.get("pilihan")
    return chosen


def is_demo() -> bool:
    """Tell whether the database shown is the fictional demonstration."""
    return loaders.load_identity().get("jenis") == "demo"


def draw_banner() -> None:
    """Say on every page that the demonstration is fictional."""
    if is_demo():
        st.badge(text.DEMO_BANNER, color="violet", icon=":material/science:")


def draw_title(title: str, selection: Selection) -> None:
    """The page's title with what is shown: where, when, from which source."""
    st.title(escape_markdown(f"{title} · {selection.region.name}"), anchor=False)
    if selection.period and selection.source:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(escape_markdown(describe_selection(selection)), width="content")
            draw_status_mark(selection.code, selection.period, MEASUREMENT_STAGE)


def describe_selection(selection: Selection) -> str:
    """Period, source and comparison in one line."""
    parts = [format_period(selection.period), str(selection.source)]
    if selection.compare:
        parts.append(text.COMPARED_WITH.format(period=format_period(selection.compare)))
    return " · ".join(parts)


def draw_empty_database() -> None:
    """The first screen of an empty database: what to do, in order."""
    st.header(text.EMPTY_TITLE, anchor=False)
    for number, line in enumerate(text.EMPTY_STEPS):
        draw_step(line, is_command=number in (1, 3))
    st.caption(text.EMPTY_HINT)


def draw_no_measurements(region_name: str) -> None:
    """A region without measurements: what to do."""
    st.subheader(text.NO_MEASUREMENTS_TITLE, anchor=False)
    st.text(text.NO_MEASUREMENTS.format(name=region_name))
    draw_step(text.NO_MEASUREMENTS_STEPS[0], is_command=False)
    draw_step(text.NO_MEASUREMENTS_STEPS[1], is_command=True)


def draw_step(line: str, *, is_command: bool) -> None:
    """One step of an instruction; a command can be copied."""
    if is_command:
        st.code(line, language="shell")
    else:
        st.text(line)
