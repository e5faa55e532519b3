"""The map of a story, drawn from its frozen figures and the shapes that it was frozen with."""

from collections.abc import Callable, Mapping
from typing import Any

from app import palette
from app.format import format_number, format_period
from app.presentation_model import SlidePicture
from app.presentation_slides_map import color_rows
from app.presentation_view import StoryView
from app.text import presentasi as text
from geo.layers import decode_layer
from geo.slide_map import SlideMapRegion, draw_slide_map

MAP_TEXT = 24.0
"""The size of names and values on the map, in the units of a slide."""
ReadLayer = Callable[[str], bytes | None]


def draw_map(
    figures: Mapping[str, Any], read_layer: ReadLayer, width: float, height: float
) -> SlidePicture | None:
    """The map with names and values; None where there are no figures or no shapes any more.

    `read_layer`: the compressed bytes of a layer by its hash. `width`, `height`: of the place on
    the slide, so that the words on the map keep their size.
    """
    view = StoryView(figures)
    layer = view.story["layer"]
    rows = {row["code"]: row for row in view.below}
    if layer is None or not any(r["prevalensi_pct"] is not None for r in rows.values()):
        return None
    content = read_layer(layer["hash"])
    if content is None:
        return None
    shapes = decode_layer(content)
    inside = shapes["code"].isin(rows) & shapes.geometry.notna()
    shapes = shapes[inside].reset_index(drop=True)
    if shapes.empty:
        return None
    ordered = [rows[code] for code in shapes["code"]]
    looks = [
        SlideMapRegion(
            color=color,
            text_color=palette.text_color_on(color),
            hatched=row["prevalensi_pct"] is None or view.is_few(row),
            name=view.name(row["code"]),
            value=_write_value(view, row),
        )
        for row, color in zip(ordered, color_rows(view, ordered), strict=True)
    ]
    png = draw_slide_map(shapes, looks, width=width, height=height, text_size=MAP_TEXT)
    words = {"level": view.level, "period": format_period(figures["measured"])}
    return SlidePicture(png, text.MAP_ALT.format(**words))


def _write_value(view: StoryView, row: Mapping[str, Any]) -> str:
    if row["prevalensi_pct"] is None:
        return ""
    return format_number(row["prevalensi_pct"], 1) + ("*" if view.is_few(row) else "")
