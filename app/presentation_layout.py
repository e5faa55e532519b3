"""Every part of a slide in its place, so that screen, PowerPoint and PDF are one picture.

From top to bottom: what it is about with its marks, title, figures, sentences, legend, picture or
bars, table, remark, a person's own sentence, and the foot with the date of the figures.
"""

from collections.abc import Sequence
from dataclasses import replace

from analysis import story
from app.format import format_count
from app.presentation_blocks import (
    count_value_lines,
    draw_bars,
    draw_figures,
    draw_legend,
    draw_lines,
    find_bars_height,
)
from app.presentation_cover import draw_cover
from app.presentation_edges import (
    INNER,
    LEFT,
    TOP,
    draw_foot,
    draw_head,
    draw_note,
    draw_sentence,
    find_bottom,
)
from app.presentation_measure import ELLIPSIS
from app.presentation_model import Box, DrawnSlide, Part, PicturePart, Slide, TextPart
from app.presentation_table import draw_table, is_whole, split_rows
from app.text import presentasi as text

_GAP, _PICTURE = 12.0, 700.0
# Little on a slide: larger words rather than an empty half, the largest first.
_SCALES = (1.4, 1.3, 1.2, 1.1)


def lay_out(slides: Sequence[Slide]) -> tuple[DrawnSlide, ...]:
    """Slides with every part in its place; a long table goes on on pages of its own."""
    drawn: list[DrawnSlide] = []
    for slide in slides:
        pages = _split(slide)
        for number, page in enumerate(pages, start=1):
            titled = page
            if len(pages) > 1:
                words = {"title": page.title, "page": number, "pages": len(pages)}
                titled = replace(page, title=text.PAGE_OF_PAGES.format(**words))
            # The pages of one table are of one size.
            scale = _find_scale(titled) if len(pages) == 1 else 1.0
            drawn.append(DrawnSlide(titled, _draw(titled, scale)))
    return tuple(drawn)


def find_picture_room(slide: Slide) -> Box:
    """Where the picture of a slide will stand, so that it can be drawn as large as it is shown."""
    parts: list[Part] = []
    _draw_body(slide, parts)
    return next(part.box for part in parts if isinstance(part, PicturePart))


def _split(slide: Slide) -> list[Slide]:
    if slide.table is None:
        return [slide]
    top = _draw_body(replace(slide, table=None), [])
    bottom = find_bottom(slide)
    later = find_bottom(replace(slide, sentence="")) - TOP
    pages, left_out = split_rows(slide.table, INNER, bottom - top, later)
    made = [replace(slide, table=replace(slide.table, rows=rows, more="")) for rows in pages]
    # What sums the table up stands on its first page only.
    made[1:] = [replace(each, figures=(), lines=(), sentence="") for each in made[1:]]
    if left_out and slide.table.more:
        words = slide.table.more.format(count=format_count(left_out))
        made[-1] = replace(made[-1], note=f"{slide.note} {words}".strip())
    return made


def _draw(slide: Slide, scale: float) -> tuple[Part, ...]:
    parts: list[Part] = []
    if slide.kind == story.TITLE:
        return tuple(draw_cover(slide) + draw_foot(slide))
    draw_head(slide, parts)
    y = _draw_body(slide, parts, scale)
    if slide.table is not None and slide.table.rows:
        room = Box(LEFT, y, INNER, find_bottom(slide) - y)
        parts.append(draw_table(slide.table, room, scale))
    draw_note(slide, parts)
    draw_sentence(slide, parts)
    return tuple(parts + draw_foot(slide))


def _find_scale(slide: Slide) -> float:
    """How much larger than usual the words of a slide with little on it may be."""
    if slide.picture is not None or slide.kind == story.TITLE:
        return 1.0
    return next((each for each in _SCALES if _fits(slide, each)), 1.0)


def _fits(slide: Slide, scale: float) -> bool:
    """Tell whether all of a slide has room at a scale, with no word left out, no value broken."""
    if count_value_lines(slide.figures, INNER, scale) > count_value_lines(slide.figures, INNER, 1):
        return False
    parts: list[Part] = []
    y = _draw_body(replace(slide, bars=()), parts, scale)
    room = Box(LEFT, y, INNER, find_bottom(slide) - y)
    if slide.bars:
        _draw_middle(slide, parts, room, scale)
        y += max(find_bars_height(each, scale) for each in slide.bars)
    if slide.table is not None:
        y += draw_table(slide.table, room, scale).box.h
        if not is_whole(slide.table, INNER, scale):
            return False
    texts = (part.text for part in parts if isinstance(part, TextPart))
    return y <= room.y + room.h and not any(each.endswith(ELLIPSIS) for each in texts)


def _draw_body(slide: Slide, parts: list[Part], scale: float = 1.0) -> float:
    """Draw all above the table and tell where the table may begin."""
    y, bottom = TOP, find_bottom(slide)
    for block in (
        draw_figures(slide.figures, Box(LEFT, y, INNER, bottom - y), scale),
        draw_lines(slide.lines, INNER, scale),
        draw_legend(slide.legend, INNER),
    ):
        moved, height = block
        parts += [_move(part, LEFT, y) for part in moved]
        y += height + (_GAP if height else 0)
    if slide.picture is not None or slide.bars:
        _draw_middle(slide, parts, Box(LEFT, y, INNER, bottom - y), scale)
        y = bottom
    return y


def _draw_middle(slide: Slide, parts: list[Part], room: Box, scale: float) -> None:
    x, width = room.x, room.w
    if slide.picture is not None:
        parts.append(PicturePart(Box(x, room.y, _PICTURE, room.h), slide.picture))
        x, width = x + _PICTURE + 20, width - _PICTURE - 20
    if not slide.bars:
        return
    each = (width - 32 * (len(slide.bars) - 1)) / len(slide.bars)
    for index, bars in enumerate(slide.bars):
        box = Box(x + index * (each + 32), room.y, each, room.h)
        parts += [_move(part, box.x, box.y) for part in draw_bars(bars, box.w, box.h, scale)]


def _move(part: Part, x: float, y: float) -> Part:
    box = part.box
    return replace(part, box=Box(box.x + x, box.y + y, box.w, box.h))
