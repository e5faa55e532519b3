"""The places in the colours of their types: a categorical map, clicked to go deeper."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from analysis.problem_locations import TYPES, UNKNOWN
from app import loaders
from app.components.map_panel import is_painted
from app.components.peta_tematik import (
    LayerRef,
    Legend,
    LegendEntry,
    MapValues,
    MapView,
    TooltipText,
    peta_tematik,
)
from app.components.selection import Selection, go_to
from app.figures import map_scope
from app.format import escape_markdown
from app.palette import NO_TARGET_COLOR
from app.problem_palette import TYPE_COLORS
from app.problem_sentences import rests_on_few
from app.routes import layer_url
from app.target_words import name_region
from app.text import lokasi as text
from app.text import screens

MAP_HEIGHT = 480
# The map's own mark that it has stood in this session: charts wait for it, see `map_panel`.
_PAINTED = "_peta_tergambar"


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the map shows: places of one level (of `tabulate_places`) below a region."""

    scope_code: str
    level: str
    places: pd.DataFrame


def draw_map(selection: Selection, drawn: Drawn) -> None:
    """Draw the map and follow a click into a place."""
    layer_scope = find_layer_scope(drawn)
    layer = loaders.load_layer(layer_scope, drawn.level)
    if layer is None:
        level = screens.LEVEL_LABELS[drawn.level].lower()
        name = escape_markdown(name_region(drawn.scope_code))
        st.info(text.NO_BOUNDARY.format(level=level, name=name))
        st.session_state[_PAINTED] = True
        return
    event = peta_tematik(
        layer=LayerRef(layer_url(layer.content_hash), layer.content_hash),
        values=_order_values(drawn.places, layer.codes),
        legend=Legend(text.MAP_TITLE, tuple(_legend(drawn))),
        tooltip=TooltipText(
            text.MAP_TITLE, text.MAP_TOOLTIP, text.MAP_TOOLTIP_UNSURE, text.MAP_SHORT
        ),
        key="peta_masalah",
        height=MAP_HEIGHT,
        view=MapView(
            selected=selection.code if selection.region.level == "desa" else None,
            focus=None if drawn.scope_code == layer_scope else drawn.scope_code,
            show_names=True,
        ),
        announce=not is_painted(),
    )
    if event.painted and not is_painted():
        st.session_state[_PAINTED] = True
        st.rerun()
    if event.chosen_code and event.chosen_code != selection.code:
        go_to(event.chosen_code)
        st.rerun()


def find_layer_scope(drawn: Drawn) -> str:
    """Whose layer shows the places: a kecamatan stands among its neighbours."""
    region = loaders.load_region(drawn.scope_code)
    return drawn.scope_code if region is None else map_scope(region)


def _legend(drawn: Drawn) -> list[LegendEntry]:
    counts = drawn.places["type"].value_counts()
    entries = [
        LegendEntry(
            text.TYPES[kind],
            TYPE_COLORS[kind],
            int(counts.get(kind, 0)),
            hatch=kind == UNKNOWN,
            tooltip=text.TYPES[kind] if kind == UNKNOWN else None,
        )
        for kind in TYPES
    ]
    outside = text.MAP_OUTSIDE.format(name=name_region(drawn.scope_code))
    entries.append(LegendEntry(outside, NO_TARGET_COLOR, None, tooltip=outside))
    unsure = int(_find_unsure(drawn.places).sum())
    return [*entries, LegendEntry(text.MAP_DOUBT, NO_TARGET_COLOR, unsure, hatch=True)]


def _find_unsure(places: pd.DataFrame) -> np.ndarray:
    """Places whose high or low prevalence rests on too few children."""
    return np.array([rests_on_few(words) for words in places["firm"]], dtype=bool)


def _order_values(places: pd.DataFrame, order: tuple[str, ...]) -> MapValues:
    """The places' types and figures in the order in which the layer draws its regions."""
    at = pd.Index(places["code"]).get_indexer(list(order))
    kinds = places["type"].map(TYPES.index).to_numpy(dtype="int64")
    unsure = _find_unsure(places)

    def pick(column: str) -> list[float]:
        found = places[column].to_numpy(dtype="float64")[at]
        return [float(each) for each in np.where(at < 0, np.nan, found)]

    return MapValues(
        classes=np.where(at < 0, len(TYPES), kinds[at]).tolist(),
        values=pick("prevalensi_pct"),
        decimals=1,
        uncertain=((at >= 0) & unsure[at]).tolist(),
        numerators=pick("stunting_jiwa"),
        denominators=pick("diukur_jiwa"),
    )
