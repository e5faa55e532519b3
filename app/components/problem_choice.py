"""Which region, which period of services, and the measurements beside it: for three pages."""

import streamlit as st

from app import loaders, problem_loaders
from app.components.frame import MEASUREMENT_STAGE
from app.components.selection import REGION_KEY, Selection
from app.components.stage_marks import Mark, find_mark
from app.format import escape_markdown
from app.items import find_entry_stage
from app.navigation import PAGES, pages_for
from app.problem_figures import Pairing, pair_measurement
from app.problem_sentences import describe_periods, write_service_period
from app.session import current_person
from app.target_words import name_region
from app.text import lokasi as text
from app.view_loaders import load_part

KECAMATAN_LENGTH = 8
PERIOD_KEY = "periode_layanan"


def pick_scope(selection: Selection) -> str | None:
    """The region below which is looked: a desa's is its kecamatan; None for the whole country."""
    return None if selection.region.level == "nasional" else selection.code[:KECAMATAN_LENGTH]


def choose_pairing(selection: Selection, scope: str) -> Pairing | None:
    """Let the person choose the period of services; None while there is none."""
    periods = problem_loaders.load_periods(scope)
    if not periods:
        return None
    period = st.selectbox(
        text.PERIOD_LABEL,
        periods,
        format_func=write_service_period,
        key=PERIOD_KEY,
        bind="query-params",
        placeholder=text.CHOOSE,
        filter_mode=None,
        width=280,
    )
    return make_pairing(selection, scope, period)


def make_pairing(selection: Selection, scope: str, period: str) -> Pairing:
    """A period of services with the measurements of the selected source that go with it."""
    return load_part(
        loaders.topic_key("wilayah", "pengukuran"),
        "pasangan",
        (scope, period, selection.source),
        lambda: _pair(scope, period, selection.source),
    )


def _pair(scope: str, period: str, source: str | None) -> Pairing:
    datasets = loaders.load_datasets(scope)
    measured = datasets.loc[datasets["source"] == source, "period"]
    return Pairing(scope, period, source, pair_measurement(period, measured))


def describe_pairing(pairing: Pairing) -> str:
    """Both periods in one line: of the services and of the prevalence."""
    return describe_periods(pairing.period, pairing.source, pairing.measured)


def find_marks(pairing: Pairing, code: str) -> list[tuple[str, Mark]]:
    """How far the services and the measurements shown are in their stages, each in words."""
    found = []
    stage = find_entry_stage(pairing.period)
    if stage is not None:
        mark = find_mark(code, stage[1], stage[0].code)
        found.append((text.MARK_SERVICES, mark))
    if pairing.measured is not None:
        found.append((text.MARK_MEASURED, find_mark(code, pairing.measured, MEASUREMENT_STAGE)))
    return [(pattern.format(words=mark.words), mark) for pattern, mark in found if mark]


def draw_heading(page: str, code: str) -> None:
    """The page's title with the region's name."""
    st.title(escape_markdown(f"{page} · {name_region(code)}"), anchor=False)


def draw_pairing(pairing: Pairing, code: str) -> None:
    """What is shown and whether it is approved."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(escape_markdown(describe_pairing(pairing)), width="content")
        for words, mark in find_marks(pairing, code):
            st.badge(words, color="green" if mark.is_final else "orange")


def draw_nation(page: str) -> None:
    """The whole country is selected: say that a region is needed."""
    st.title(page, anchor=False)
    st.subheader(text.NATION_TITLE, anchor=False)
    st.text(text.NATION)


def draw_no_services(code: str) -> None:
    """No figure of any service yet: who enters them and where."""
    st.subheader(text.EMPTY_TITLE, anchor=False)
    st.text(text.EMPTY.format(name=name_region(code)))
    draw_links(code, ("isian", text.LINK_ENTRY), ("target", text.LINK_TARGET))


def draw_links(code: str, *links: tuple[str, str]) -> None:
    """Links to pages that this person has, with the region kept."""
    person = current_person()
    theirs = {entry.name for entry in pages_for(person)[0]} if person else set()
    with st.container(horizontal=True):
        for page, label in links:
            if page in theirs:
                st.page_link(
                    PAGES / f"{page}.py",
                    label=label,
                    icon=":material/arrow_forward:",
                    query_params={REGION_KEY: code},
                )
