"""Words on a map for a slide: they stand in their place, and no edge of the picture cuts them."""

import io

import geopandas as gpd
import pytest
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.image import imread
from matplotlib.text import Text
from shapely import box

from geo.slide_map import DOTS_PER_INCH, UNITS_PER_INCH, SlideMapRegion, draw_slide_map

NARROW, WIDE = "Sumberrinjing", "Pasir"
WIDTH, HEIGHT, SIZE = 400, 300, 24


def draw(monkeypatch: pytest.MonkeyPatch, names: tuple[str, str]) -> tuple[list[Text], bytes]:
    """A wide region and one of a sixth of it at the right edge; the words that were written."""
    written: list[Text] = []
    add = Axes.add_artist

    def note(axes: Axes, artist: Text) -> Artist:
        written.append(artist)
        return add(axes, artist)

    monkeypatch.setattr(Axes, "add_artist", note)
    shapes = gpd.GeoDataFrame(geometry=[box(0, 0, 6, 5), box(6, 0, 7, 5)], crs="EPSG:4326")
    looks = [SlideMapRegion("#fdbb84", "#111827", False, name, "11,1") for name in names]
    picture = draw_slide_map(shapes, looks, width=WIDTH, height=HEIGHT, text_size=SIZE)
    return written, picture


def test_a_name_that_the_picture_would_cut_is_left_out_and_its_value_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written, picture = draw(monkeypatch, (WIDE, NARROW))
    assert [each.get_text() for each in written] == [f"{WIDE}\n11,1", "11,1"]
    dots = DOTS_PER_INCH / UNITS_PER_INCH
    for each in written:
        extent = each.get_window_extent()
        assert extent.x0 >= 0
        assert extent.x1 <= WIDTH * dots
        assert extent.y0 >= 0
        assert extent.y1 <= HEIGHT * dots
    assert imread(io.BytesIO(picture)).shape[:2] == (HEIGHT * dots, WIDTH * dots)


def test_no_name_is_read_as_a_formula(monkeypatch: pytest.MonkeyPatch) -> None:
    written, _ = draw(monkeypatch, ("$a^b$", "$x$"))
    assert written[0].get_text() == "$a^b$\n11,1"
