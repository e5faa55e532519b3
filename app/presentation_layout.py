"""Every part of a slide in its place, so that screen, PowerPoint and PDF are one picture.

From top to bottom: what it is about with its marks, title, figures, sentences, legend, picture or
bars, table, remark, a person's own sentence, and the foot with the date of the figures.
"""

from collections.abc import Sequence
from dataclasses import replace

from analysis import story
from app import palette
from app.format import format_count
from app.presentation_blocks import draw_bars, draw_figures, draw_legend, draw_lines
from app.presentation_cover import draw_cover
from app.presentation_measure import clip, height_of, measure
from app.presentation_model import (
    LEAST_TEXT,
    Box,
    DrawnSlide,
    FillPart,
    Part,
    PicturePart,
    Slide,
    TextPart,
)
from app.presentation_table import draw_table, split_rows
from app.text import presentasi as text

LEFT, RIGHT, TOP, BOTTOM = 48.0, 1232.0, 126.0, 652.0
INNER = RIGHT - LEFT
_GREY, _AMBER, _ACCENT, _PALE = "#4b5563", "#92400e", "#2166ac", "#eaf1f9"
_TITLE, _LEAST_TITLE, _SENTENCE = 40.0, 30.0, 25.0
_GAP, _PICTURE, _FOOT = 12.0, 700.0, 664.0
# On the screen the foot's right half belongs to the buttons.
FOOT_WIDTH = 480.0


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
            drawn.append(DrawnSlide(titled, _draw(titled)))
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
    bottom = _find_bottom(slide)
    later = _find_bottom(replace(slide, sentence="")) - TOP
    pages, left_out = split_rows(slide.table, INNER, bottom - top, later)
    made = [replace(slide, table=replace(slide.table, rows=rows, more="")) for rows in pages]
    # What sums the table up stands on its first page only.
    made[1:] = [replace(each, figures=(), lines=(), sentence="") for each in made[1:]]
    if left_out and slide.table.more:
        words = slide.table.more.format(count=format_count(left_out))
        made[-1] = replace(made[-1], note=f"{slide.note} {words}".strip())
    return made


def _draw(slide: Slide) -> tuple[Part, ...]:
    parts: list[Part] = []
    if slide.kind == story.TITLE:
        return tuple(draw_cover(slide) + _draw_foot(slide))
    _draw_head(slide, parts)
    y = _draw_body(slide, parts)
    if slide.table is not None and slide.table.rows:
        table = draw_table(slide.table, Box(LEFT, y, INNER, _find_bottom(slide) - y))
        parts.append(table)
    _draw_note(slide, parts)
    _draw_sentence(slide, parts)
    return tuple(parts + _draw_foot(slide))


def _draw_foot(slide: Slide) -> list[Part]:
    footer = _fit(slide.footer, FOOT_WIDTH, LEAST_TEXT, 1)
    return [TextPart(Box(LEFT, _FOOT + 8, FOOT_WIDTH, 30), footer, color=_GREY)]


def _draw_head(slide: Slide, parts: list[Part]) -> None:
    marks = " · ".join(slide.marks)
    width = min(measure(marks, LEAST_TEXT, bold=True) * 1.04 + 4, INNER * 0.62) if marks else 0.0
    kicker = _fit(slide.kicker, INNER - width - 20, LEAST_TEXT, 1)
    parts.append(TextPart(Box(LEFT, 22, INNER - width - 20, 30), kicker, color=_GREY))
    if marks:
        box = Box(RIGHT - width, 22, width, 30)
        words = _fit(marks, width, LEAST_TEXT, 1, bold=True)
        parts.append(TextPart(box, words, color=_AMBER, bold=True, align="kanan"))
    size = _TITLE
    while size > _LEAST_TITLE and measure(slide.title, size, bold=True) > INNER * 0.98:
        size -= 1
    title = _fit(slide.title, INNER, size, 1, bold=True)
    parts.append(TextPart(Box(LEFT, 58, INNER, 54), title, size, bold=True, role="judul"))


def _draw_body(slide: Slide, parts: list[Part]) -> float:
    """Draw all above the table and tell where the table may begin."""
    y, bottom = TOP, _find_bottom(slide)
    for block in (
        draw_figures(slide.figures, Box(LEFT, y, INNER, bottom - y)),
        draw_lines(slide.lines, INNER),
        draw_legend(slide.legend, INNER),
    ):
        moved, height = block
        parts += [_move(part, LEFT, y) for part in moved]
        y += height + (_GAP if height else 0)
    if slide.picture is not None or slide.bars:
        _draw_middle(slide, parts, Box(LEFT, y, INNER, bottom - y))
        y = bottom
    return y


def _draw_middle(slide: Slide, parts: list[Part], room: Box) -> None:
    x, width = room.x, room.w
    if slide.picture is not None:
        parts.append(PicturePart(Box(x, room.y, _PICTURE, room.h), slide.picture))
        x, width = x + _PICTURE + 20, width - _PICTURE - 20
    if not slide.bars:
        return
    each = (width - 32 * (len(slide.bars) - 1)) / len(slide.bars)
    for index, bars in enumerate(slide.bars):
        box = Box(x + index * (each + 32), room.y, each, room.h)
        parts += [_move(part, box.x, box.y) for part in draw_bars(bars, box.w, box.h)]


def _find_bottom(slide: Slide) -> float:
    """Where the body ends: above the remark, the person's sentence and the foot."""
    return BOTTOM - _note_height(slide) - _sentence_height(slide)


def _note_height(slide: Slide) -> float:
    if not slide.note:
        # Room for "dan ... lainnya", which is known only once the table is split.
        return 38.0 if slide.table is not None and slide.table.more else 0.0
    wanted = slide.note
    if slide.table is not None and slide.table.more:
        wanted = f"{wanted} {slide.table.more}"
    return height_of(len(clip(wanted, INNER * 0.98, LEAST_TEXT, 2)), LEAST_TEXT) + 8


def _sentence_height(slide: Slide) -> float:
    if not slide.sentence:
        return 0.0
    lines = clip(slide.sentence, INNER * 0.98 - 36, _SENTENCE, 3)
    return height_of(len(lines), _SENTENCE) + 26


def _draw_note(slide: Slide, parts: list[Part]) -> None:
    if slide.note:
        box = Box(LEFT, _find_bottom(slide) + 4, INNER, _note_height(slide) - 4)
        parts.append(TextPart(box, _fit(slide.note, INNER, LEAST_TEXT, 2), color=_GREY))


def _draw_sentence(slide: Slide, parts: list[Part]) -> None:
    if not slide.sentence:
        return
    height = _sentence_height(slide) - 10
    y = BOTTOM - height
    parts += [
        FillPart(Box(LEFT, y, INNER, height), _PALE),
        FillPart(Box(LEFT, y, 8, height), _ACCENT),
        TextPart(
            Box(LEFT + 24, y + 6, INNER - 36, height - 10),
            _fit(slide.sentence, INNER - 36, _SENTENCE, 3),
            _SENTENCE,
            color=palette.DARK_TEXT,
        ),
    ]


def _fit(words: str, width: float, size: float, most: int, *, bold: bool = False) -> str:
    return " ".join(clip(words, width * 0.98, size, most, bold=bold)) if words else ""


def _move(part: Part, x: float, y: float) -> Part:
    box = part.box
    return replace(part, box=Box(box.x + x, box.y + y, box.w, box.h))
