"""A story as PowerPoint: texts and tables that can be edited, the map as a picture; 16:9."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from app.documents.paper_text import clean_text
from app.presentation_model import (
    HEIGHT,
    WIDTH,
    Align,
    Box,
    DrawnSlide,
    FillPart,
    PicturePart,
    TablePart,
    TextPart,
)
from app.presentation_table import INSET, PADDING
from app.text import presentasi as text

FONT = "Arial"
_EMU, _POINTS = 9525, 0.75
"""Of one unit: a slide is 1280 units wide, 13.33 inches."""
_BLANK, _TITLE_ONLY = 6, 5
_ALIGNED: dict[Align, Any] = {
    "kiri": PP_ALIGN.LEFT,
    "tengah": PP_ALIGN.CENTER,
    "kanan": PP_ALIGN.RIGHT,
}
_HEAD_FILL, _ROW_FILL, _PAGE_COLOR = "#dbe4ef", "#f6f8fb", "#4b5563"


def write_pptx(deck: Sequence[DrawnSlide], title: str) -> bytes:
    """The slides as a PowerPoint file with their numbers."""
    made = Presentation()
    made.slide_width, made.slide_height = Emu(WIDTH * _EMU), Emu(HEIGHT * _EMU)
    made.core_properties.title = clean_text(title)
    made.core_properties.author = ""
    made.core_properties.language = "id-ID"
    for number, drawn in enumerate(deck, start=1):
        slide = made.slides.add_slide(made.slide_layouts[_TITLE_ONLY])
        for part in drawn.parts:
            _add(slide, part)
        words = {"number": number, "count": len(deck)}
        page = text.SHOW_WORDS["position"].format(**words)
        _add_text(slide, TextPart(Box(832, 672, 400, 30), page, color=_PAGE_COLOR, align="kanan"))
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _add(slide: Any, part: object) -> None:
    if isinstance(part, TextPart):
        _add_text(slide, part)
    elif isinstance(part, FillPart):
        _add_fill(slide, part)
    elif isinstance(part, PicturePart):
        _add_picture(slide, part)
    elif isinstance(part, TablePart):
        _add_table(slide, part)


def _rgb(color: str) -> RGBColor:
    """The colour of "#rrggbb"."""
    red, green, blue = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]


def _place(box: Box) -> tuple[Emu, Emu, Emu, Emu]:
    x, y, w, h = (Emu(round(value * _EMU)) for value in (box.x, box.y, box.w, box.h))
    return x, y, w, h


def _add_text(slide: Any, part: TextPart) -> None:
    if part.role == "judul":
        # The layout's own title, so that PowerPoint's outline and screen readers know it.
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = _place(part.box)
    else:
        shape = slide.shapes.add_textbox(*_place(part.box))
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    _write(frame.paragraphs[0], part.text, part.size, part.color, bold=part.bold, align=part.align)


def _write(
    paragraph: Any, words: str, size: float, color: str, *, bold: bool, align: Align
) -> None:
    paragraph.alignment = _ALIGNED[align]
    run = paragraph.add_run()
    run.text = clean_text(words).replace("\n", " ").replace("\t", " ")
    run.font.name, run.font.size, run.font.bold = FONT, Pt(size * _POINTS), bold
    run.font.color.rgb = _rgb(color)


def _add_fill(slide: Any, part: FillPart) -> None:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_place(part.box))
    # Without the theme's style, which draws a shadow.
    shape._element.remove(shape._element.find(qn("p:style")))
    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(part.color)
    if part.border:
        shape.line.color.rgb = _rgb(part.border)
        shape.line.width = Pt(0.75)
    else:
        shape.line.fill.background()


def _add_picture(slide: Any, part: PicturePart) -> None:
    picture = slide.shapes.add_picture(
        BytesIO(part.picture.png), *_place(fit_inside(part.box, part.picture.png))
    )
    picture._element.nvPicPr.cNvPr.set("descr", clean_text(part.picture.alt))


def fit_inside(box: Box, png: bytes) -> Box:
    """The largest box of a picture's own proportions inside another, in its middle."""
    with Image.open(BytesIO(png)) as opened:
        wide, high = opened.size
    scale = min(box.w / wide, box.h / high)
    w, h = wide * scale, high * scale
    return Box(box.x + (box.w - w) / 2, box.y + (box.h - h) / 2, w, h)


def _add_table(slide: Any, part: TablePart) -> None:
    rows = (tuple(each.heading for each in part.columns), *part.rows)
    frame = slide.shapes.add_table(len(rows), len(part.columns), *_place(part.box))
    table = frame.table
    table.horz_banding = False
    for index, width in enumerate(part.widths):
        table.columns[index].width = Emu(round(width * _EMU))
    for line, (row, height) in enumerate(zip(rows, part.heights, strict=True)):
        table.rows[line].height = Emu(round(height * _EMU))
        for index, words in enumerate(row):
            _fill_cell(table.cell(line, index), words, part, (line, index))


def _fill_cell(cell: Any, words: str, part: TablePart, at: tuple[int, int]) -> None:
    line, index = at
    cell.margin_left = cell.margin_right = Emu(round(INSET * _EMU))
    cell.margin_top = cell.margin_bottom = Emu(round(PADDING * _EMU))
    cell.vertical_anchor = MSO_ANCHOR.TOP
    cell.fill.solid()
    fill = _HEAD_FILL if line == 0 else _ROW_FILL if line % 2 == 0 else "#ffffff"
    cell.fill.fore_color.rgb = _rgb(fill)
    cell.text_frame.word_wrap = True
    _write(
        cell.text_frame.paragraphs[0],
        words,
        part.size,
        "#111827",
        bold=line == 0,
        align=part.columns[index].align,
    )
