"""Points on the shared map: told apart by shape, and their names never become markup."""

import geopandas as gpd
from shapely.geometry import box

from geo.shared_map import SharedMapText, build_shared_map
from geo.shared_map_marks import PointLegend, Shape, SharedPoint, SharedPoints
from tests.geo.test_shared_map import HOSTILE, LEGEND

PAYLOADS = ("<img src=x", "alert(2)</script>", "{% for x", "{{7*7}}", "`+alert", "${alert")
# Stands nowhere else: not in the random names that folium gives its maps.
PRODUCT = str(7777 * 7)
SHAPES: tuple[Shape, ...] = ("circle", "triangle", "cross")


def render(points: SharedPoints | None) -> str:
    regions = gpd.GeoDataFrame(
        {"code": ["1"], "name": ["Satu"], "color": ["#e34a33"], "hatch": [False], "tooltip": [[]]},
        geometry=[box(110, -7, 111, -6)],
        crs=4326,
    )
    sheet = build_shared_map(regions, LEGEND, SharedMapText("Peta"), names=False, points=points)
    return str(sheet.get_root().render())


def test_each_kind_has_its_shape_in_map_and_legend() -> None:
    legend = [PointLegend(shape.title(), shape, "12") for shape in SHAPES]
    points = [SharedPoint(shape, -6.123456, 110.5, (f"Titik {shape}",)) for shape in SHAPES]
    page = render(SharedPoints("Fasilitas", legend, points))
    assert page.count('class=\\"bentuk\\"') + page.count("class=\\u0022bentuk\\u0022") == 3
    for shape in SHAPES:
        assert f"Titik {shape}" in page
        assert shape.title() in page
    assert "-6.12346" in page
    assert "bentuk\\" not in render(None)


def test_hostile_names_of_facilities_reach_the_page_only_as_entities() -> None:
    points = [SharedPoint("cross", -6.5, 110.5, (name, name)) for name in HOSTILE]
    legend = [PointLegend(name, "cross", name) for name in HOSTILE]
    page = render(SharedPoints("{{7777*7}}<b>", legend, points))
    for payload in (
        "<img src=x",
        "alert(2)</script>",
        "{% for x",
        "{{7777*7}}",
        "`+alert",
        "${alert",
    ):
        assert payload not in page
    assert PRODUCT not in page
    assert "\\u0026#123;\\u0026#123;7777*7" in page
