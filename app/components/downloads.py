"""What can be taken along: the figures as Excel, the map as a picture."""

import geopandas as gpd
import numpy as np
import pandas as pd
import streamlit as st

from app import loaders
from app.components.facilities import make_shared_points
from app.components.frame import MEASUREMENT_STAGE, is_demo
from app.components.map_panel import MapLook, is_inside
from app.components.selection import Selection
from app.components.stage_marks import find_mark
from app.documents.map_png import make_legend_item, write_map_png
from app.documents.prevalensi import list_notes, to_xlsx
from app.figures import View
from app.format import format_date, format_period
from app.measures import Painted, list_legend
from app.stage_loaders import load_now
from app.text import exports
from app.text import measures as measure_text
from app.text import screens as text
from geo.layers import decode_layer
from geo.static_map import StaticMapText

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw_downloads(look: MapLook) -> None:
    """Offer the view as Excel and as PNG; each is made only when asked for."""
    selection, view = look.selection, look.view
    name = exports.FILE_NAME.format(
        measure=look.painted.measure, code=selection.code, period=view.period
    )
    inside = look.table[is_inside(look.table, selection.code)]
    with st.container(horizontal=True):
        st.download_button(
            text.DOWNLOAD_EXCEL,
            data=lambda: _make_excel(selection, view, inside),
            file_name=f"{name}.xlsx",
            mime=_EXCEL,
            icon=":material/table_view:",
            on_click="ignore",
        )
        if loaders.load_layer(view.scope_code, view.level) is not None:
            st.download_button(
                text.DOWNLOAD_PNG,
                data=lambda: make_png(look),
                file_name=f"{name}.png",
                mime="image/png",
                icon=":material/image:",
                on_click="ignore",
            )


def _make_excel(selection: Selection, view: View, table: pd.DataFrame) -> bytes:
    notes = list_notes(
        selection.region.name,
        view,
        demo=is_demo(),
        made_on=load_now(selection.code),
        status=_status(selection, view),
    )
    return to_xlsx(table, notes)


def read_shapes(view: View, region_code: str) -> gpd.GeoDataFrame:
    """The simplified shapes of a view inside the selected region: code, name, geometry."""
    layer = loaders.load_layer(view.scope_code, view.level)
    content = loaders.load_layer_content(layer.content_hash) if layer else None
    if content is None:
        raise LookupError(f"no map layer for {view.scope_code} {view.level}")
    shapes = decode_layer(content)
    inside = is_inside(shapes, region_code) & shapes.geometry.notna().to_numpy(dtype=bool)
    return shapes[inside].reset_index(drop=True)


def locate_rows(shapes: gpd.GeoDataFrame, table: pd.DataFrame) -> np.ndarray:
    """The row of the table of each shape, -1 where the table has none."""
    return np.asarray(pd.Index(table["code"]).get_indexer(shapes["code"]))


def make_png(look: MapLook) -> bytes:
    """The map as a picture with title, selection, source, date and legend."""
    selection, view, painted = look.selection, look.view, look.painted
    shapes = read_shapes(view, selection.code)
    rows = locate_rows(shapes, look.table)
    missing = len(painted.styles) - 1
    classes = np.where(rows < 0, missing, painted.classes[rows])
    words = StaticMapText(
        title=f"{painted.title} – {selection.region.name}",
        subtitle=_describe(view),
        legend_title=measure_text.LABELS[painted.measure],
        footnote=_footnote(selection, view, painted),
    )
    return write_map_png(
        shapes,
        [painted.styles[index].color for index in classes],
        [
            bool(painted.uncertain[row]) or painted.styles[index].hatch
            for row, index in zip(rows, classes, strict=True)
        ],
        [
            make_legend_item(style.label, style.color, hatch=style.hatch, count=style.count)
            for style in list_legend(painted)
        ],
        words,
        points=make_shared_points(view.scope_code, selection.code) if look.facilities else None,
    )


def _describe(view: View) -> str:
    parts = [format_period(view.period), view.source]
    if view.compare:
        parts.append(text.COMPARED_WITH.format(period=format_period(view.compare)))
    return " · ".join([*parts, text.DEMO_MARK] if is_demo() else parts)


def _status(selection: Selection, view: View) -> str | None:
    """How far the measurements are in their stage: nothing leaves the room as final that is not."""
    mark = find_mark(selection.code, view.period, MEASUREMENT_STAGE)
    return None if mark is None else mark.words


def _footnote(selection: Selection, view: View, painted: Painted) -> str:
    classes = exports.CLASS_RULE if painted.measure == "prevalensi" else exports.OUR_CLASSES
    status = _status(selection, view)
    note = exports.MAP_FOOTNOTE.format(
        source=view.source,
        period=format_period(view.period),
        status=f" ({status})" if status else "",
        classes=classes,
        made=format_date(load_now(selection.code)),
    )
    return f"{note} {text.DEMO_MARK}." if is_demo() else note
