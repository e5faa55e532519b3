"""Which level a page looks at, and what to say where the data do not reach it."""

import pandas as pd
import streamlit as st

from app import loaders
from app.components.selection import Selection
from app.figures import BELOW, View, map_scope
from app.format import escape_markdown, format_period
from app.text import screens as text


def choose_view(selection: Selection) -> View:
    """Let the person choose a level below the selected region and return the view."""
    options = level_options(selection)
    level = options[0]
    if len(options) > 1:
        chosen = st.segmented_control(
            text.LEVEL_CHOICE_LABEL,
            options,
            default=_default_level(selection),
            format_func=text.LEVEL_LABELS.__getitem__,
            key="tingkat",
            bind="query-params",
            label_visibility="collapsed",
            required=True,
        )
        level = str(chosen) if chosen in options else _default_level(selection)
    return make_view(selection, level)


def level_options(selection: Selection) -> tuple[str, ...]:
    """Levels below the selected region; puskesmas only where they report."""
    options = BELOW[selection.region.level]
    source, period = str(selection.source), str(selection.period)
    if "puskesmas" in loaders.load_grains(selection.code, source, period):
        within_kabupaten = selection.region.level in {"kabupaten", "kecamatan"}
        options = (*options, "puskesmas") if within_kabupaten else options
    return options


def make_view(selection: Selection, level: str) -> View:
    """The view of a selection at a level, on the map that shows the region with its neighbours."""
    scope = map_scope(selection.region)
    return View(scope, level, str(selection.source), str(selection.period), selection.compare)


def default_view(selection: Selection) -> View:
    """The view of a selection at the first level that its data reach."""
    return make_view(selection, _default_level(selection))


def _default_level(selection: Selection) -> str:
    from_data = loaders.load_finest_level(
        selection.region.level, selection.code, str(selection.source), str(selection.period)
    )
    return from_data or BELOW[selection.region.level][0]


def draw_grain_note(selection: Selection, view: View, table: pd.DataFrame) -> None:
    """Say what the data cannot tell: figures below their grain, shares without a denominator."""
    if table["stunting_jiwa"].notna().any() and table["prevalensi_pct"].isna().all():
        words = {"source": view.source, "period": format_period(view.period)}
        st.info(escape_markdown(text.NO_DENOMINATOR.format(**words)), icon=":material/info:")
    grains = loaders.load_coarser_grains(view, selection.code)
    if grains:
        st.info(
            escape_markdown(
                text.COARSER_DATA.format(
                    source=view.source,
                    period=format_period(view.period),
                    grain=", ".join(text.LEVEL_LABELS[grain].lower() for grain in grains),
                )
            ),
            icon=":material/layers:",
        )
