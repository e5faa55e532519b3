"""The map with its measure: chosen, painted, clicked. A widget of its own, rerun on its own."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from app import loaders
from app.charts.ranking import draw_ranking
from app.components.facilities import make_marks
from app.components.peta_tematik import (
    LayerRef,
    Legend,
    LegendEntry,
    MapValues,
    MapView,
    TooltipText,
    peta_tematik,
)
from app.components.selection import Selection, go_to, visible_path
from app.figures import View, read_thresholds
from app.format import escape_markdown, format_number
from app.measures import Painted, available_measures, describe_tooltip, paint
from app.routes import layer_url
from app.text import measures as measure_text
from app.text import screens as text

MAP_HEIGHT = 560
MOST_BARS = 40
_PAINTED = "_peta_tergambar"


@dataclass(frozen=True, slots=True)
class MapLook:
    """What stands on the map: of which region, from which view and its table, painted how.

    `facilities`: with the health facilities as marks above the regions.
    """

    selection: Selection
    view: View
    table: pd.DataFrame
    painted: Painted
    facilities: bool = False


def choose_measure(table: pd.DataFrame) -> str:
    """Let the person choose among the measures that the data allow."""
    options = available_measures(table)
    chosen = st.segmented_control(
        text.MEASURE_LABEL,
        options,
        default=options[0],
        format_func=measure_text.LABELS.__getitem__,
        key="ukuran",
        bind="query-params",
        label_visibility="collapsed",
        required=True,
    )
    return str(chosen or options[0])


def paint_view(table: pd.DataFrame, measure: str, view: View, region_code: str) -> Painted:
    """Lay a measure over a view's table, its legend counting the selected region only."""
    bounds = loaders.load_count_bounds(view)
    return paint(table, measure, read_thresholds(), bounds, is_inside(table, region_code))


def is_inside(table: pd.DataFrame, region_code: str) -> np.ndarray:
    """Rows that lie in the selected region; a selected desa is looked at inside its kecamatan."""
    if region_code == loaders.NATION:
        return np.ones(len(table), dtype=bool)
    area = region_code[:8] if len(region_code) > 8 else region_code
    codes = table["code"]
    return np.asarray((codes == area) | codes.str.startswith(f"{area}."), dtype=bool)


def draw_map(look: MapLook) -> None:
    """Draw the map of a view and follow a click into a region or a key back up."""
    selection, view, table, painted = look.selection, look.view, look.table, look.painted
    layer = loaders.load_layer(view.scope_code, view.level)
    if layer is None:
        level = text.LEVEL_LABELS[view.level].lower()
        name = escape_markdown(selection.region.name)
        st.info(text.NO_BOUNDARY_LAYER.format(level=level, name=name))
        _draw_bars(table, painted, is_inside(table, selection.code))
        st.session_state[_PAINTED] = True
        return
    event = peta_tematik(
        layer=LayerRef(layer_url(layer.content_hash), layer.content_hash),
        values=_order_values(painted, table["code"], layer.codes),
        legend=_legend(painted, table, selection.code),
        tooltip=TooltipText(*describe_tooltip(painted, view.compare)),
        key="peta",
        height=MAP_HEIGHT,
        view=_map_view(selection, view),
        facilities=make_marks(view.scope_code, selection.code) if look.facilities else None,
        announce=not is_painted(),
    )
    if event.painted and not is_painted():
        st.session_state[_PAINTED] = True
        st.rerun()
    if event.chosen_code and event.chosen_code != selection.code:
        go_to(event.chosen_code)
        st.rerun()
    if event.level_up and len(path := visible_path(selection.code)) > 1:
        go_to(path[-2].code)
        st.rerun()


def is_painted() -> bool:
    """Tell whether the map has stood in this session: charts wait, their script is heavy."""
    return bool(st.session_state.get(_PAINTED))


def _draw_bars(table: pd.DataFrame, painted: Painted, inside: np.ndarray) -> None:
    """Bars in place of a map that cannot be drawn, the highest figure first."""
    rows = np.flatnonzero(inside & painted.value.notna().to_numpy(dtype=bool))
    order = painted.value.iloc[rows].to_numpy(dtype=float).argsort(kind="stable")[::-1]
    rows = rows[order][:MOST_BARS]
    if not len(rows):
        return
    values = [float(value) for value in painted.value.iloc[rows]]
    figure = draw_ranking(
        [str(name) for name in table["name"].iloc[rows]],
        values,
        [format_number(value, painted.decimals) for value in values],
        [painted.styles[index].color for index in painted.classes[rows]],
        painted.title,
    )
    st.plotly_chart(figure, width="stretch", theme=None, config={"displayModeBar": False})


def _map_view(selection: Selection, view: View) -> MapView:
    is_desa = selection.region.level == "desa"
    focus = selection.region.parent_code if is_desa else selection.code
    return MapView(
        selected=selection.code if is_desa else None,
        focus=None if focus == view.scope_code else focus,
        show_names=True,
        show_values=True,
    )


def _order_values(painted: Painted, codes: pd.Series, order: tuple[str, ...]) -> MapValues:
    """The table's figures in the order in which the layer draws its regions."""
    place = pd.Index(codes).get_indexer(list(order))
    missing = len(painted.styles) - 1

    def pick(values: pd.Series | None) -> list[float]:
        if values is None:
            return []
        found = values.to_numpy(dtype=float)[place]
        return [float(each) for each in np.where(place < 0, np.nan, found)]

    return MapValues(
        classes=np.where(place < 0, missing, painted.classes[place]).tolist(),
        values=pick(painted.value),
        decimals=painted.decimals,
        uncertain=((place >= 0) & painted.uncertain[place]).tolist(),
        numerators=pick(painted.numerator),
        denominators=pick(painted.denominator),
    )


def _legend(painted: Painted, table: pd.DataFrame, region_code: str) -> Legend:
    entries = [
        LegendEntry(style.label, style.color, style.count, style.hatch, None)
        for style in painted.styles[:-1]
    ]
    missing = painted.styles[-1]
    entries.append(
        LegendEntry(missing.label, missing.color, missing.count, True, measure_text.NO_DATA)
    )
    if painted.doubt:
        doubt = painted.doubt
        entries.append(LegendEntry(doubt.label, doubt.color, doubt.count, True, None))
    inside = is_inside(table, region_code)
    shapeless = int((inside & ~table["has_boundary"].to_numpy(dtype=bool)).sum())
    entries.append(LegendEntry(measure_text.NO_BOUNDARY, "#ffffff", shapeless))
    return Legend(painted.title, tuple(entries))
