"""The blocks of a slide: big figures, sentences, legend, bars; each from its own corner."""

from collections.abc import Sequence

from app import palette
from app.format import format_count
from app.presentation_measure import clip, height_of, measure
from app.presentation_model import (
    LEAST_TEXT,
    Bar,
    Bars,
    BigFigure,
    Box,
    FillPart,
    LegendChip,
    Part,
    TextPart,
)
from app.text import presentasi as text

_CARD, _CARD_BORDER, _GREY = "#f1f4f8", "#cfd5dd", "#4b5563"
_VALUE, _LEAST_VALUE, _LINE = 46.0, 27.0, 26.0
_VALUE_LINES = 2
_GAP, _INSET, _IN_ROW = 16.0, 16.0, 4
_HEADING, _LEAST_ROW, _MOST_ROW, _TRACK, _LEAST_BAR = 34.0, 30.0, 40.0, "#e5e9ef", 3.0
_NOTE_LINES = 10
Block = tuple[list[Part], float]


def draw_figures(figures: Sequence[BigFigure], room: Box, scale: float = 1.0) -> Block:
    """Cards side by side, three or four in a row; a colour is a stripe, its words stand beside.

    `scale`: how much larger than usual all words are.
    """
    if not figures:
        return [], 0.0
    in_row = len(figures) if len(figures) <= _IN_ROW else 3
    width = (room.w - _GAP * (in_row - 1)) / in_row
    parts: list[Part] = []
    y, size = 0.0, min(_value_size(each, width, scale) for each in figures)
    for start in range(0, len(figures), in_row):
        row = figures[start : start + in_row]
        # Values and notes stand side by side in a row, however long the words above them are.
        lines = max(len(_value_lines(each, width, size)) for each in row)
        height = max(_card_height(each, width, (size, lines), scale) for each in row)
        for index, figure in enumerate(row):
            box = Box(index * (width + _GAP), y, width, height)
            parts += _draw_card(figure, box, (size, lines), scale)
        y += height + _GAP
    return parts, y - _GAP


def _lines_of(words: str, width: float, most: int, scale: float) -> list[str]:
    inner = (width - 2 * _INSET) * 0.98
    return clip(words, inner, LEAST_TEXT * scale, most) if words else []


def count_value_lines(figures: Sequence[BigFigure], width: float, scale: float) -> int:
    """How many lines the longest value takes; see `draw_figures`."""
    if not figures:
        return 0
    in_row = len(figures) if len(figures) <= _IN_ROW else 3
    wide = (width - _GAP * (in_row - 1)) / in_row
    size = min(_value_size(each, wide, scale) for each in figures)
    return max(len(_value_lines(each, wide, size)) for each in figures)


def _card_height(figure: BigFigure, width: float, value: tuple[float, int], scale: float) -> float:
    """How high a card is; `value`: the size of its value and how many lines it is given."""
    labels = _lines_of(figure.label, width, 2, scale)
    notes = _lines_of(figure.note, width, _NOTE_LINES, scale)
    beside = height_of(len(labels) + len(notes), LEAST_TEXT * scale)
    return 28 + beside + height_of(value[1], value[0])


def _value_size(figure: BigFigure, width: float, scale: float) -> float:
    """The size at which a value fits its card; one size for all cards of a slide."""
    size, room = _VALUE * scale, (width - 2 * _INSET) * 0.98
    while size > _LEAST_VALUE * scale and measure(figure.value, size, bold=True) > room:
        size -= 1
    return size


def _value_lines(figure: BigFigure, width: float, size: float) -> list[str]:
    """The value in one line; in two where its words are too many even at the least size."""
    return clip(figure.value, (width - 2 * _INSET) * 0.98, size, _VALUE_LINES, bold=True)


def _draw_card(figure: BigFigure, box: Box, value: tuple[float, int], scale: float) -> list[Part]:
    size, inner, small = value[0], box.w - 2 * _INSET, LEAST_TEXT * scale
    labels = _lines_of(figure.label, box.w, 2, scale)
    notes = _lines_of(figure.note, box.w, _NOTE_LINES, scale)
    values = _value_lines(figure, box.w, size)
    x, y = box.x + _INSET, box.y + 14
    label_height = height_of(len(labels), small)
    value_height = height_of(value[1], size)
    parts: list[Part] = [FillPart(box, _CARD, _CARD_BORDER)]
    if figure.color:
        parts.append(FillPart(Box(box.x, box.y, 8, box.h), figure.color))
    parts += [
        TextPart(Box(x, y, inner, label_height), " ".join(labels), small, _GREY),
        TextPart(Box(x, y + label_height, inner, value_height), " ".join(values), size, bold=True),
    ]
    if notes:
        under = y + label_height + value_height
        note_box = Box(x, under, inner, height_of(len(notes), small))
        parts.append(TextPart(note_box, " ".join(notes), small))
    return parts


def draw_lines(lines: Sequence[str], width: float, scale: float = 1.0, most: int = 3) -> Block:
    """Sentences one below the other."""
    parts: list[Part] = []
    y, size = 0.0, _LINE * scale
    for words in lines:
        broken = clip(words, width * 0.98, size, most)
        height = height_of(len(broken), size)
        parts.append(TextPart(Box(0, y, width, height), " ".join(broken), size))
        y += height + 6
    return parts, max(y - 6, 0.0)


def draw_legend(chips: Sequence[LegendChip], width: float) -> Block:
    """The classes of a map in a row; in two where one is too short."""
    parts: list[Part] = []
    x = y = 0.0
    for chip in chips:
        wide = measure(chip.label, LEAST_TEXT) * 1.04 + 8
        if x and x + 36 + wide > width:
            x, y = 0.0, y + 34
        parts.append(FillPart(Box(x, y + 4, 28, 22), chip.color, "#4b5563"))
        parts.append(TextPart(Box(x + 36, y, wide, 30), chip.label))
        x += 36 + wide + 16
    return parts, (y + 30 if chips else 0.0)


def find_bars_height(bars: Bars, scale: float) -> float:
    """How high bars with their heading are where each row has the least room."""
    return (_HEADING + max(_LEAST_ROW * len(bars.rows), 60.0)) * scale


def draw_bars(bars: Bars, width: float, height: float, scale: float = 1.0) -> list[Part]:
    """Bars under their heading, as many as there is room for."""
    size, line, above = LEAST_TEXT * scale, _LEAST_ROW * scale, _HEADING * scale
    title = " ".join(clip(bars.title, width * 0.98, size, 1, bold=True))
    parts: list[Part] = [TextPart(Box(0, 0, width, line), title, size, bold=True)]
    if not bars.rows:
        parts.append(TextPart(Box(0, above + 2, width, 2 * line), bars.empty, size))
        return parts
    room = height - above
    shown = bars.rows[: max(int(room // line), 1)]
    if len(shown) < len(bars.rows):
        shown = shown[:-1]
        more = text.MORE_BARS.format(count=format_count(len(bars.rows) - len(shown)))
        parts.append(TextPart(Box(0, height - line, width, line), more, size, _GREY))
    row = line
    if len(shown) == len(bars.rows):
        row = min(room / max(len(shown), 1), _MOST_ROW * scale)
    value_width = max(measure(each.value, size) for each in shown) * 1.04 + 6
    label_width = min(max(measure(each.label, size) for each in shown) + 10, width * 0.52)
    track = width - label_width - value_width - 12
    for index, bar in enumerate(shown):
        parts += _draw_bar(bar, above + index * row, (label_width, track, value_width), scale)
    return parts


def _draw_bar(bar: Bar, y: float, widths: tuple[float, float, float], scale: float) -> list[Part]:
    label_width, track, value_width = widths
    size, line = LEAST_TEXT * scale, _LEAST_ROW * scale
    label = " ".join(clip(bar.label, (label_width - 4) * 0.99, size, 1))
    long = max(track * min(bar.share, 1.0), _LEAST_BAR)
    top, high, after = y + 4 * scale, 22 * scale, label_width + track + 8
    return [
        TextPart(Box(0, y, label_width, line), label, size),
        FillPart(Box(label_width, top, track, high), _TRACK),
        FillPart(Box(label_width, top, long, high), bar.color, palette.BORDER_COLOR),
        TextPart(Box(after, y, value_width, line), bar.value, size, align="kanan"),
    ]
