"""The composer of the map that leaves the room: previewed here, taken along as one file."""

from collections.abc import Hashable, Mapping
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

from app import loaders
from app.assets import (
    asset_url,
    jquery_script_path,
    leaflet_script_path,
    leaflet_style_path,
)
from app.components.downloads import locate_rows, read_shapes
from app.components.facilities import ask_for_facilities, make_shared_points
from app.components.frame import MEASUREMENT_STAGE, is_demo
from app.components.map_panel import choose_measure, paint_view
from app.components.selection import Selection
from app.components.stage_marks import find_mark
from app.documents.map_png import make_legend_item
from app.figures import View
from app.format import format_count, format_date, format_interval, format_number, format_period
from app.measures import Painted, list_legend
from app.stage_loaders import load_now
from app.text import exports
from app.text import measures as measure_text
from app.text import screens as text
from app.view_loaders import load_part
from geo.shared_map import (
    SharedMapAddresses,
    SharedMapAssets,
    SharedMapText,
    build_shared_map,
    to_html,
)
from geo.shared_map_marks import SharedPoints

PREVIEW_HEIGHT = 560


def draw_composer(selection: Selection, view: View) -> None:
    """Choose what the map shows, look at it, and take it along."""
    table = loaders.load_region_table(view)
    measure = choose_measure(table)
    with st.container(horizontal=True):
        names = st.toggle(text.SHARE_NAMES, value=True, key="nama", bind="query-params")
        points = _ask_for_points(selection, view)
    painted = paint_view(table, measure, view, selection.code)
    regions = load_part(
        loaders.topic_key("wilayah", "pengukuran"),
        "peta_dibagikan",
        (selection.code, view, painted.measure),
        lambda: _prepare_regions(selection, view, table, painted),
    )
    legend = [
        make_legend_item(style.label, style.color, hatch=style.hatch, count=style.count)
        for style in list_legend(painted)
    ]
    words = _write_words(selection, view, painted)
    st.download_button(
        text.DOWNLOAD_HTML,
        data=lambda: to_html(
            build_shared_map(regions, legend, words, names=names, points=points), read_assets()
        ).encode(),
        file_name=f"peta-{painted.measure}-{selection.code}-{view.period}.html",
        mime="text/html",
        icon=":material/download:",
        type="primary",
        on_click="ignore",
    )
    sheet = build_shared_map(
        regions, legend, words, names=names, points=points, addresses=_addresses()
    )
    # st_folium renders the map itself in any case; its root's page, for a file, is not needed here.
    st_folium(
        sheet,
        height=PREVIEW_HEIGHT,
        use_container_width=True,
        returned_objects=[],
        render=False,
    )
    st.caption(text.PREVIEW)


def _ask_for_points(selection: Selection, view: View) -> SharedPoints | None:
    if not ask_for_facilities(view.scope_code):
        return None
    return make_shared_points(view.scope_code, selection.code)


def read_assets() -> SharedMapAssets:
    """Leaflet and jQuery as text, from their packages."""
    return SharedMapAssets(
        leaflet_js=leaflet_script_path().read_text("utf-8"),
        leaflet_css=leaflet_style_path().read_text("utf-8"),
        jquery_js=jquery_script_path().read_text("utf-8"),
    )


def _addresses() -> SharedMapAddresses:
    return SharedMapAddresses(
        leaflet_js=asset_url("leaflet.js"),
        leaflet_css=asset_url("leaflet.css"),
        jquery_js=asset_url("jquery.js"),
    )


def _prepare_regions(
    selection: Selection, view: View, table: pd.DataFrame, painted: Painted
) -> gpd.GeoDataFrame:
    shapes = read_shapes(view, selection.code)
    rows = locate_rows(shapes, table)
    missing = len(painted.styles) - 1
    classes = np.where(rows < 0, missing, painted.classes[rows])
    figures = table[["bawah_pct", "atas_pct", "terlalu_sedikit", "diukur_jiwa"]].to_dict("records")
    return shapes.assign(
        color=[painted.styles[index].color for index in classes],
        hatch=[
            bool(row >= 0 and painted.uncertain[row]) or painted.styles[index].hatch
            for row, index in zip(rows, classes, strict=True)
        ],
        tooltip=[
            _tooltip(name, figures[row] if row >= 0 else None, painted, row)
            for name, row in zip(shapes["name"], rows, strict=True)
        ],
    )


def _tooltip(
    name: str, row: Mapping[Hashable, Any] | None, painted: Painted, index: int
) -> list[str]:
    """What hovering tells: name, the figure, how sure it is."""
    if row is None or pd.isna(painted.value.iloc[index]):
        return [name, measure_text.NO_DATA]
    label = measure_text.LABELS[painted.measure]
    lines = [name, f"{label}: {format_number(painted.value.iloc[index], painted.decimals)}"]
    if painted.measure == "prevalensi":
        interval = format_interval(row["bawah_pct"], row["atas_pct"])
        lines.append(text.INTERVAL_LABEL.format(interval=interval))
        if row["terlalu_sedikit"]:
            count = format_count(row["diukur_jiwa"])
            lines.append(measure_text.NOTE_TOO_FEW.format(count=count))
    return lines


def _write_words(selection: Selection, view: View, painted: Painted) -> SharedMapText:
    parts = [format_period(view.period), view.source]
    mark = find_mark(selection.code, view.period, MEASUREMENT_STAGE)
    source = " · ".join(parts if mark is None else [*parts, mark.words])
    note = exports.NOTE_MADE + " " + format_date(load_now(selection.code))
    return SharedMapText(
        title=f"{painted.title} – {selection.region.name}",
        subtitle=f"{source} · {text.DEMO_MARK}" if is_demo() else source,
        legend_title=measure_text.LABELS[painted.measure],
        note=note,
        attribution=text.APP_NAME,
    )
