"""The map that leaves the room: one HTML file with hover and legend that opens without internet.

folium puts names into Jinja, HTML and JavaScript, so every value passes through `escape_markup`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import folium
import geopandas as gpd
import numpy as np
import shapely
from branca.element import Element, Figure

from geo.escape import escape_markup
from geo.legend import LegendItem
from geo.shared_map_marks import STYLE as POINT_STYLE
from geo.shared_map_marks import PointMarks, SharedPoints, make_point_lines
from geo.shared_map_parts import HatchScript, Inline, NameLabels, Panel, make_panel_markup

# 1e-5 degrees are about one metre.
COORDINATE_DECIMALS = 5
BORDER_COLOR = "#4b5563"
_NO_REQUESTS = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
)
_STYLE = """\
html, body { height: 100%; margin: 0; }
.leaflet-container { background: #fff; font: 14px/1.35 'Segoe UI', Roboto, 'Noto Sans', Arial,
  'DejaVu Sans', sans-serif; color: #111827; }
.panel-peta { background: rgba(255, 255, 255, .94); padding: 8px 12px; border-radius: 6px;
  box-shadow: 0 1px 4px rgba(0, 0, 0, .35); max-width: min(300px, calc(100vw - 76px));
  max-height: 80vh; overflow: auto; }
.panel-peta summary { cursor: pointer; font-weight: 650; font-size: 16px; }
.panel-peta p { margin: 4px 0; }
.panel-peta .baris { display: flex; gap: 8px; align-items: center; margin: 3px 0; }
.panel-peta .warna { width: 26px; height: 16px; border: 1px solid #6b7280; flex: none; }
.panel-peta .jumlah { margin-left: auto; font-variant-numeric: tabular-nums; padding-left: 10px; }
.panel-peta .catatan { font-size: 12px; color: #374151; }
.isi-peta { font-size: 14px; }
.nama-peta { text-align: center; font-size: 11px; line-height: 13px; white-space: nowrap;
  color: #111827; text-shadow: 0 0 2px #fff, 0 0 2px #fff, 0 0 3px #fff, 0 0 3px #fff; }
"""


@dataclass(frozen=True, slots=True)
class SharedMapText:
    """Everything written on the map: plain text, escaped here."""

    title: str
    subtitle: str = ""
    legend_title: str = ""
    note: str = ""
    attribution: str = ""
    zoom_in: str = ""
    zoom_out: str = ""


@dataclass(frozen=True, slots=True)
class SharedMapAssets:
    """Leaflet and jQuery as text, for a file that needs no other."""

    leaflet_js: str
    leaflet_css: str
    jquery_js: str


@dataclass(frozen=True, slots=True)
class SharedMapAddresses:
    """Leaflet and jQuery as addresses on our own server, for the preview."""

    leaflet_js: str
    leaflet_css: str
    jquery_js: str


def build_shared_map(
    regions: gpd.GeoDataFrame,
    legend: Sequence[LegendItem],
    words: SharedMapText,
    *,
    names: bool,
    addresses: SharedMapAddresses | None = None,
    points: SharedPoints | None = None,
) -> folium.Map:
    """Build the map object, for the preview (with `addresses`) or for `to_html` (without).

    `regions`: code, name, color ("#rrggbb"), hatch (bool), tooltip (lines of plain text, the first
    in bold) and geometry in degrees, simplified; rows without geometry are left out. With `names`
    each name stands where it fits at the zoom shown. `points` stand above the regions.
    """
    drawn = _prepare(regions)
    sheet = _make_map(addresses)
    root = _root(sheet)
    root.title = escape_markup(words.title)
    root.header.add_child(Inline("style", _STYLE + POINT_STYLE), name="gaya")
    sheet.add_child(HatchScript())
    if not drawn.empty:
        sheet.add_child(_make_layer(drawn))
    if points is not None:
        sheet.add_child(PointMarks(points.points))
    if names:
        sheet.add_child(NameLabels(_place_names(drawn)))
    markup = make_panel_markup(
        words.title,
        words.subtitle,
        words.legend_title,
        legend,
        words.note,
        more=make_point_lines(points) if points is not None else "",
    )
    sheet.add_child(
        Panel(
            markup,
            bounds=_find_bounds(drawn),
            attribution=escape_markup(words.attribution),
            zoom_in=escape_markup(words.zoom_in),
            zoom_out=escape_markup(words.zoom_out),
        )
    )
    return sheet


def to_html(sheet: folium.Map, assets: SharedMapAssets) -> str:
    """Write a map as one HTML file that loads nothing; use each map object once.

    A policy inside the file forbids every request, whatever a name holds.
    """
    root = _root(sheet)
    sheet.default_js, sheet.default_css = [], []
    policy = f'<meta http-equiv="Content-Security-Policy" content="{_NO_REQUESTS}">'
    root.header.add_child(Element(policy), name="kebijakan")
    root.header.add_child(Inline("style", clean_style(assets.leaflet_css)), name="leaflet_css")
    root.header.add_child(Inline("script", clean_script(assets.leaflet_js)), name="leaflet_js")
    root.header.add_child(Inline("script", clean_script(assets.jquery_js)), name="jquery_js")
    # Our own rules must follow Leaflet's to win.
    own = root.header._children.pop("gaya")
    root.header.add_child(own, name="gaya")
    page = str(root.render())
    return page.replace("<html>", '<html lang="id">', 1)


def compose_shared_map(
    regions: gpd.GeoDataFrame,
    legend: Sequence[LegendItem],
    words: SharedMapText,
    *,
    names: bool,
    assets: SharedMapAssets,
) -> str:
    """Build and write the map in one step; see `build_shared_map` and `to_html`."""
    return to_html(build_shared_map(regions, legend, words, names=names), assets)


def clean_script(code: str) -> str:
    """Drop the source map's address and write namespaces so that no address stands in the file."""
    without_map = re.sub(r"//# sourceMappingURL=\S+", "", code)
    return without_map.replace("http://www.w3.org", "http:\\u002f\\u002fwww.w3.org")


def clean_style(css: str) -> str:
    """Drop the pictures of Leaflet's style sheet (a lone file has none beside it) and comments."""
    without_comments = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"url\(images/[^)]*\)", "none", without_comments)


def _root(sheet: folium.Map) -> Figure:
    return cast(Figure, sheet.get_root())


def _find_bounds(drawn: gpd.GeoDataFrame) -> list[list[float]] | None:
    if drawn.empty:
        return None
    west, south, east, north = (float(edge) for edge in drawn.total_bounds)
    return [[south, west], [north, east]]


def _make_map(addresses: SharedMapAddresses | None) -> folium.Map:
    sheet = folium.Map(
        tiles=None, prefer_canvas=True, zoom_control=False, zoom_snap=0.1, zoom_delta=0.5
    )
    sheet.default_js = []
    sheet.default_css = []
    if addresses is not None:
        sheet.default_js = [("leaflet", addresses.leaflet_js), ("jquery", addresses.jquery_js)]
        sheet.default_css = [("leaflet_css", addresses.leaflet_css)]
    return sheet


def _prepare(regions: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    drawn = regions[regions.geometry.notna() & ~regions.geometry.is_empty].reset_index(drop=True)
    rounded = shapely.transform(
        drawn.geometry.to_numpy(), lambda points: np.round(points, COORDINATE_DECIMALS)
    )
    return drawn.set_geometry(gpd.GeoSeries(rounded, crs=drawn.crs))


class _Regions(folium.GeoJson):
    """The regions as a layer that knows its bounds: folium would walk over every point."""

    def __init__(self, bounds: Any, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.known_bounds = bounds or [[None, None], [None, None]]

    def _get_self_bounds(self) -> Any:
        return self.known_bounds


def _make_layer(drawn: gpd.GeoDataFrame) -> folium.GeoJson:
    features = [
        {
            "type": "Feature",
            "id": str(index),
            "properties": {
                "isi": _make_tooltip(lines),
                "warna": escape_markup(color),
                "arsir": bool(hatch),
            },
            "geometry": shapely.geometry.mapping(shape),
        }
        for index, (lines, color, hatch, shape) in enumerate(
            zip(drawn["tooltip"], drawn["color"], drawn["hatch"], drawn.geometry, strict=True)
        )
    ]
    return _Regions(
        _find_bounds(drawn),
        {"type": "FeatureCollection", "features": features},
        style_function=_style,
        highlight_function=lambda _: {"weight": 2.5, "color": "#111827"},
        smooth_factor=0.5,
        tooltip=folium.GeoJsonTooltip(["isi"], labels=False, sticky=True, class_name="isi-peta"),
    )


def _style(feature: dict[str, Any]) -> dict[str, Any]:
    return {
        "fillColor": feature["properties"]["warna"],
        "fillOpacity": 1,
        "weight": 0.6,
        "color": BORDER_COLOR,
        "arsir": feature["properties"]["arsir"],
    }


def _make_tooltip(lines: Sequence[str]) -> str:
    first, *rest = [escape_markup(line) for line in lines] or [""]
    return "<br>".join([f"<b>{first}</b>", *rest])


def _place_names(drawn: gpd.GeoDataFrame) -> list[list[object]]:
    """Latitude, longitude, width in degrees, name and its length; the widest region first."""
    if drawn.empty:
        return []
    points = shapely.point_on_surface(drawn.geometry.to_numpy())
    bounds = drawn.geometry.bounds
    places: list[list[object]] = [
        [round(point.y, 5), round(point.x, 5), round(width, 5), escape_markup(name), len(str(name))]
        for point, width, name in zip(
            points, bounds["maxx"] - bounds["minx"], drawn["name"], strict=True
        )
    ]
    order = np.argsort(-(bounds["maxx"] - bounds["minx"]).to_numpy(), kind="stable")
    return [places[index] for index in order]
