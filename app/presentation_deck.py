"""A story ready to be shown: its slides laid out, from frozen figures and a choice of slides."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from analysis import story
from analysis.story import StorySlide
from app.presentation_layout import find_picture_room, lay_out
from app.presentation_map import draw_map
from app.presentation_model import DrawnSlide, SlidePicture
from app.presentation_slides import make_slides
from app.presentation_view import StoryView

ReadLayer = Callable[[str], bytes | None]


def make_deck(
    figures: Mapping[str, Any], slides: Sequence[StorySlide], title: str, read_layer: ReadLayer
) -> tuple[DrawnSlide, ...]:
    """The shown slides of a story; see `app.presentation_figures` for `figures`."""
    picture = _draw_map(figures, slides, read_layer)
    return lay_out(make_slides(StoryView(figures, picture), slides, title))


def _draw_map(
    figures: Mapping[str, Any], slides: Sequence[StorySlide], read_layer: ReadLayer
) -> SlidePicture | None:
    """The map in the size of its place, which a remark and a sentence make smaller."""
    chosen = [each for each in slides if each.shown and each.kind == story.MAP]
    made = make_slides(StoryView(figures, SlidePicture(b"", "")), chosen, "")
    if not made or made[0].picture is None:
        return None
    room = find_picture_room(made[0])
    return draw_map(figures, read_layer, room.w, room.h)
