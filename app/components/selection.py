"""The selection bar: region, source and periods, chosen once for all pages, held in the URL."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from app import loaders
from app.access import home_region
from app.figures import default_compare
from app.format import format_period
from app.session import current_person
from app.text import screens as text

REGION_KEY = "wilayah"
_LAST_URL = "_wilayah_di_alamat"


@dataclass(frozen=True, slots=True)
class Selection:
    """What the person looks at. `source` and `period` are None while there are no measurements."""

    region: loaders.Region
    source: str | None
    period: str | None
    compare: str | None
    periods: tuple[str, ...]

    @property
    def code(self) -> str:
        """The code of the selected region."""
        return self.region.code


def go_to(code: str) -> None:
    """Select a region; it shows at the next full rerun."""
    st.session_state[REGION_KEY] = code


def choose_selection(*, measurements: bool) -> Selection | None:
    """Draw the bar in the sidebar and return the selection, None while there is no region.

    measurements: whether the page shows those of the chosen month; elsewhere that choice is
    folded away, since other pages say on themselves what they pair.
    """
    region = _choose_region()
    if region is None:
        return None
    datasets = loaders.load_datasets(region.code)
    place = st.container() if measurements else st.expander(text.MEASUREMENTS_SHOWN)
    with place:
        source = _choose_source(datasets)
        periods = _periods_of(datasets, source)
        period = _choose_period(periods)
        compare = _choose_compare(periods, period)
    return Selection(region, source, period, compare, periods)


def _choose_region() -> loaders.Region | None:
    default = loaders.load_default_region()
    if default is None:
        return None
    person = current_person()
    home = None if person is None else home_region(person)
    code = _current_code(home if home and loaders.load_region(home) else default)
    _draw_cascade(code)
    return loaders.load_region(code)


def _current_code(default: str) -> str:
    """The address wins when it changed since the last run (a link, the back button)."""
    state, asked = st.session_state, st.query_params.get(REGION_KEY)
    if asked and asked != state.get(_LAST_URL) and loaders.load_region(asked) is not None:
        state[REGION_KEY] = asked
    code = state.get(REGION_KEY)
    if code is None or loaders.load_region(code) is None:
        code = default
    state[REGION_KEY] = code
    if asked != code:
        st.query_params[REGION_KEY] = code
    state[_LAST_URL] = code
    return str(code)


def _draw_cascade(code: str) -> None:
    """One list a level, from the top down to the children of the selected region."""
    path = [region.code for region in visible_path(code)]
    if loaders.load_default_region() == loaders.NATION:
        _draw_level(loaders.load_top_regions(), path[0] if path else None, loaders.NATION)
    for index, ancestor in enumerate(path):
        children = loaders.load_children(ancestor)
        if not children.empty:
            chosen = path[index + 1] if index + 1 < len(path) else None
            _draw_level(children, chosen, ancestor)


def _draw_level(options: pd.DataFrame, chosen: str | None, parent_code: str) -> None:
    names = dict(zip(options["code"], options["name"], strict=True))
    level = str(options["level"].iloc[0])
    names = {parent_code: text.ALL_OF_LEVEL[level], **names}
    codes = list(names)
    key = f"_pilih_{parent_code}_{chosen or ''}"
    st.selectbox(
        text.LEVEL_LABELS[level],
        codes,
        index=codes.index(chosen) if chosen in names else 0,
        format_func=names.__getitem__,
        key=key,
        on_change=lambda: go_to(st.session_state[key]),
        placeholder=text.CHOOSE,
    )


def visible_path(code: str) -> list[loaders.Region]:
    """The regions above a region, itself included, from where a visitor starts."""
    start = loaders.load_default_region() or loaders.NATION
    path = loaders.load_path(code)
    if start == loaders.NATION or not code.startswith(start):
        return path
    return [region for region in path if region.code.startswith(start)]


def _choose_source(datasets: pd.DataFrame) -> str | None:
    sources = sorted(set(datasets["source"]))
    if not sources:
        return None
    chosen: str = st.selectbox(
        text.SOURCE_LABEL,
        sources,
        key="sumber",
        bind="query-params",
        placeholder=text.CHOOSE,
        filter_mode=None,
    )
    return chosen


def _periods_of(datasets: pd.DataFrame, source: str | None) -> tuple[str, ...]:
    return tuple(sorted(set(datasets.loc[datasets["source"] == source, "period"]), reverse=True))


def _choose_period(periods: Sequence[str]) -> str | None:
    if not periods:
        return None
    return st.selectbox(
        text.PERIOD_LABEL,
        periods,
        format_func=format_period,
        key="periode",
        bind="query-params",
        placeholder=text.CHOOSE,
        filter_mode=None,
    )


def _choose_compare(periods: Sequence[str], period: str | None) -> str | None:
    earlier = [label for label in periods if period is not None and label < period]
    if not earlier:
        return None
    return st.selectbox(
        text.COMPARE_LABEL,
        earlier,
        index=earlier.index(default_compare(earlier, str(period)) or earlier[0]),
        format_func=format_period,
        key="banding",
        bind="query-params",
        help=text.COMPARE_HELP,
        placeholder=text.CHOOSE,
        filter_mode=None,
    )
