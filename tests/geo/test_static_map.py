from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import geopandas as gpd
import numpy as np
import pytest
from matplotlib.image import imread
from shapely.geometry import MultiPolygon, Polygon, box

from geo.drawing import make_path
from geo.legend import LegendItem
from geo.shared_map_marks import INK, PointLegend, SharedPoint, SharedPoints
from geo.static_map import StaticMapText, draw_static_map

WORDS = StaticMapText("Prevalensi $x^2$ \\frac{1}{2}", "Kabupaten Uji", "Kelas", "Sumber: e-PPGBM")
LEGEND = [LegendItem("Rendah", "#fdcc8a", count="1"), LegendItem("Belum ada data", "#d9d9d9", True)]


def make_regions() -> gpd.GeoDataFrame:
    shapes = [box(115, -3, 116, -2), box(116, -3, 117, -2)]
    return gpd.GeoDataFrame({"code": ["1", "2"], "name": ["A", "B"]}, geometry=shapes, crs=4326)


def colours_in(picture: bytes) -> set[str]:
    pixels = (imread(BytesIO(picture))[..., :3] * 255).round().astype(np.uint32)
    packed = np.unique(pixels[..., 0] * 65536 + pixels[..., 1] * 256 + pixels[..., 2])
    return {f"#{value:06x}" for value in packed}


def draw(hatched: tuple[bool, bool] = (False, True), labels: list[str] | None = None) -> bytes:
    return draw_static_map(
        make_regions(), ["#b30000", "#d9d9d9"], hatched, LEGEND, WORDS, labels=labels
    )


def test_the_picture_is_a4_at_200_dpi_on_white_with_the_colours_given() -> None:
    picture = draw()
    assert imread(BytesIO(picture)).shape[:2] == (1654, 2338)
    assert {"#b30000", "#d9d9d9", "#ffffff", "#fdcc8a"} <= colours_in(picture)


def test_hatching_marks_only_the_regions_asked_for() -> None:
    assert draw((False, True)) != draw((False, False))


def test_formulas_in_texts_and_names_are_drawn_as_they_stand() -> None:
    hostile = ["$\\frac$", "{{7*7}} $"]
    assert draw(labels=hostile).startswith(b"\x89PNG")
    assert draw(labels=hostile) != draw()


def test_points_stand_above_the_regions_and_in_a_legend_of_their_own() -> None:
    places = (("circle", 115.2), ("triangle", 115.5), ("cross", 115.8), ("cross", 130.0))
    points = SharedPoints(
        "Fasilitas $x$ {{7*7}}",
        [PointLegend("Posyandu", "circle", "1"), PointLegend("Puskesmas", "cross", "2")],
        [SharedPoint(shape, -2.5, east, ("Nama",)) for shape, east in places],
    )
    regions, colors, flags = make_regions(), ["#b30000", "#d9d9d9"], [False, False]
    plain = draw_static_map(regions, colors, flags, LEGEND, WORDS)
    bare = draw_static_map(
        regions, colors, flags, LEGEND, WORDS, points=SharedPoints("Fasilitas", [], [])
    )
    drawn = draw_static_map(regions, colors, flags, LEGEND, WORDS, points=points)
    # Ink on the map itself, where there was only the colour of the region.
    before, after = (imread(BytesIO(each))[:, :1600, :3] for each in (plain, drawn))
    ink = np.array([int(INK[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    is_ink = [(np.abs(each - ink).max(axis=2) < 0.01)[200:1500].sum() for each in (before, after)]
    assert is_ink[1] > is_ink[0] + 50
    assert len({plain, bare, drawn}) == 3


def test_a_name_that_does_not_fit_is_not_written() -> None:
    assert draw(labels=["x" * 500, ""]) == draw()


def test_a_hole_stays_open() -> None:
    ring = Polygon([(0, 0), (4, 0), (4, 4), (0, 4)], [[(1, 1), (1, 3), (3, 3), (3, 1)]])
    path = make_path(MultiPolygon([ring, box(6, 0, 7, 1)]))
    signs = []
    for polygon in path.to_polygons():
        x, y = polygon[:, 0], polygon[:, 1]
        signs.append(np.sign(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])))
    assert sorted(signs) == [-1, 1, 1]


def test_regions_without_shape_are_left_out_and_nothing_at_all_is_drawn_too() -> None:
    regions = make_regions()
    regions.loc[1, "geometry"] = None
    colors, flags = ["#b30000", "#d9d9d9"], [False, True]
    assert draw_static_map(regions, colors, flags, LEGEND, WORDS, labels=["A", "B"])
    assert draw_static_map(regions.iloc[:0], [], [], LEGEND, WORDS)


def test_a_colour_short_is_an_error() -> None:
    with pytest.raises(ValueError, match="every region"):
        draw_static_map(make_regions(), ["#b30000"], [False, False], LEGEND, WORDS)


def test_several_pictures_can_be_drawn_at_once() -> None:
    with ThreadPoolExecutor(4) as pool:
        pictures = list(pool.map(lambda _: draw(), range(4)))
    assert len(set(pictures)) == 1
