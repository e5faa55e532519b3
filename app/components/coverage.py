"""The page Cakupan: whose services, of which period, how approved, and what to do without any."""

from dataclasses import dataclass

import streamlit as st

from analysis.coverage_status import NO_TARGET, is_midyear
from analysis.targets import find_target_year
from app import coverage_loaders, loaders, target_loaders
from app.access import Account
from app.charts.heatmap import Heatmap, arrange_heatmap
from app.components.selection import REGION_KEY, Selection
from app.components.stage_choice import YEAR_KEY
from app.components.stage_marks import draw_status_mark, find_mark
from app.coverage_figures import ONE_DOWN
from app.coverage_words import label_service, name_period, pick_stage
from app.format import escape_markdown, format_count
from app.navigation import PAGES, pages_for
from app.problem_figures import order_periods
from app.session import current_person
from app.target_items import list_own_parts
from app.target_words import name_region
from app.text import cakupan as text
from app.text import screens

KABUPATEN_LENGTH, KECAMATAN_LENGTH = 5, 8
PERIOD_KEY, VIEW_KEY = "periode_layanan", "tampilan"
# Of BAL-5 it is unclear whether more is better: it is neutral with and without a target.
_NEVER_TARGETED = 1
VIEWS = (text.VIEW_HEATMAP, text.VIEW_TABLE)


@dataclass(frozen=True, slots=True)
class Place:
    """Whose services are looked at: a region, its level, and the level of the rows.

    `marked`: a desa that was selected; it is looked at among those of its kecamatan.
    """

    code: str
    name: str
    level: str
    below: str
    marked: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """One view: a place in a period, arranged."""

    place: Place
    period: str
    heatmap: Heatmap

    @property
    def target_year(self) -> int:
        """The year whose targets count."""
        return find_target_year(self.period)

    @property
    def line(self) -> str:
        """Period, target year and source in one line."""
        period = name_period(self.period, long=True)
        return text.LINE.format(period=period, year=self.target_year)


def find_place(selection: Selection) -> Place:
    """The selected region; a desa (or puskesmas) is looked at inside its kecamatan."""
    code = selection.code
    region = selection.region
    if len(code) > KECAMATAN_LENGTH:
        parent = loaders.load_region(code[:KECAMATAN_LENGTH])
        region = parent or region
    marked = code if region.code != code else None
    return Place(
        region.code, name_region(region.code), region.level, ONE_DOWN[region.level], marked
    )


def choose_period(periods: list[str]) -> str:
    """Let the person choose a period of services, the newest whole year first."""
    chosen: str = st.selectbox(
        text.PERIOD_LABEL,
        order_periods(periods),
        format_func=name_period,
        key=PERIOD_KEY,
        bind="query-params",
        placeholder=screens.CHOOSE,
        filter_mode=None,
        width=260,
    )
    return chosen


def choose_view() -> str:
    """Heatmap or table."""
    chosen = st.segmented_control(
        text.VIEW_LABEL,
        VIEWS,
        default=VIEWS[0],
        key=VIEW_KEY,
        bind="query-params",
        label_visibility="collapsed",
        required=True,
    )
    return str(chosen or VIEWS[0])


def load_look(place: Place, period: str) -> Look:
    """Load a place's services and arrange them."""
    assessed = coverage_loaders.load_coverage(place.code, place.below, period)
    own = coverage_loaders.load_coverage(place.code, place.level, period)
    return Look(place, period, arrange_heatmap(assessed, own))


def draw_line(look: Look) -> None:
    """What is shown: period, target year, source; whether it is approved, and half of a year."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(escape_markdown(look.line), width="content")
        stage = pick_stage(look.place.level, look.period)
        if stage is None:
            st.badge(text.NOTE_STATUS_UNKNOWN, color="orange")
        else:
            draw_status_mark(look.place.code, look.period, stage)
        if is_midyear(look.period):
            st.badge(text.MIDYEAR_MARK, color="yellow", help=text.MIDYEAR_NOTE)


def find_status(look: Look) -> str:
    """How far the data are in their stage, for what leaves the room."""
    stage = pick_stage(look.place.level, look.period)
    mark = find_mark(look.place.code, look.period, stage) if stage else None
    return mark.words if mark else text.NOTE_STATUS_UNKNOWN


def draw_notes(look: Look) -> None:
    """Say where targets are missing and which desa is outlined; lead to the page Target."""
    place = look.place
    if place.marked is not None:
        words = text.DESA_NOTE.format(name=name_region(place.marked), kecamatan=place.name)
        st.caption(escape_markdown(words))
    missing = _list_without_target(look.heatmap)
    if not missing:
        return
    year = look.target_year
    if len(missing) >= len(look.heatmap.services) - _NEVER_TARGETED:
        words = text.NO_TARGETS.format(year=year, name=place.name)
        st.info(escape_markdown(words), icon=":material/flag:")
        _draw_way_to_targets(place.code, year)
        return
    names = ", ".join(label_service(code) for code in missing)
    words = text.SOME_TARGETS.format(count=format_count(len(missing)), year=year, names=names)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(escape_markdown(words), width="content")
        _draw_way_to_targets(place.code, year)


def _draw_way_to_targets(code: str, year: int) -> None:
    """Lead whoever may set targets to where they do; tell everybody else who sets them."""
    person = current_person()
    above = code[:KABUPATEN_LENGTH]
    own = [each for each in dict.fromkeys((code, above)) if person and _may_set(person, each)]
    if own:
        draw_links(own[0], ("target", text.LINK_TARGET), year=year)
        return
    if code == loaders.NATION:
        return
    words = [text.TARGETS_SET_BY.format(name=name_region(above))]
    if code != above:
        words.append(text.TARGETS_SET_BELOW)
    st.caption(escape_markdown(" ".join(words)), width="content")


def _may_set(person: Account, code: str) -> bool:
    responsible = target_loaders.load_responsible(code[:KABUPATEN_LENGTH])
    return bool(list_own_parts(person, code, responsible))


def _list_without_target(heatmap: Heatmap) -> list[str]:
    """Services with figures but without any target, in any row."""
    columns = zip(*(row.statuses for row in heatmap.rows), strict=True)
    return [
        service.code
        for service, statuses in zip(heatmap.services, columns, strict=False)
        if NO_TARGET in statuses
    ]


def draw_empty(place: Place) -> None:
    """No service was ever recorded here: what to do, and where."""
    st.subheader(text.NO_DATA_TITLE, anchor=False)
    st.text(text.NO_DATA.format(name=place.name))
    st.text("\n".join(text.NO_DATA_STEPS))
    links = (
        ("isian", text.LINK_ENTRY),
        ("tahapan", text.LINK_STAGES),
        ("data_masuk", text.LINK_INTAKE),
    )
    draw_links(place.code, *links)


def draw_no_rows(place: Place) -> None:
    """The region has none below it in the database."""
    level = screens.LEVEL_WORDS[place.below]
    st.info(escape_markdown(text.NO_REGIONS.format(level=level, name=place.name)))


def draw_links(code: str, *links: tuple[str, str], year: int | None = None) -> None:
    """Lead to other pages, those that this person may open."""
    person = current_person()
    theirs = {entry.name for entry in pages_for(person)[0]} if person else set()
    query = {REGION_KEY: code} | ({YEAR_KEY: str(year)} if year else {})
    with st.container(horizontal=True):
        for page, label in links:
            if page in theirs:
                st.page_link(
                    PAGES / f"{page}.py",
                    label=label,
                    icon=":material/arrow_forward:",
                    query_params=query,
                )
