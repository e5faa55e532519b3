"""Tables of slides: how high each row is, and which rows stand on which page."""

from collections.abc import Sequence

from app.presentation_measure import break_lines, clip, height_of
from app.presentation_model import LEAST_TEXT, Box, SlideTable, TablePart

INSET, PADDING = 10.0, 5.0
Row = tuple[str, ...]


def split_rows(
    table: SlideTable, width: float, height: float, later_height: float
) -> tuple[list[tuple[Row, ...]], int]:
    """The rows page by page, clipped to their cells, and how many are shown on no page.

    `height`: of the first page's room, `later_height` of the others'.
    """
    widths = _widths(table, width)
    heading = _heading_height(table, widths)
    room = height - heading
    pages: list[list[Row]] = [[]]
    used = 0.0
    shown = 0
    for row in table.rows:
        fitted = _fit_row(table, row, widths)
        needed = _row_height(table, fitted, widths)
        if pages[-1] and used + needed > room:
            if len(pages) == table.most_pages:
                break
            pages.append([])
            used, room = 0.0, later_height - heading
        pages[-1].append(fitted)
        used += needed
        shown += 1
    return [tuple(page) for page in pages], len(table.rows) - shown


def draw_table(table: SlideTable, room: Box, scale: float = 1.0) -> TablePart:
    """The table in its place, all its words larger by `scale`; its rows come from `split_rows`."""
    widths, size = _widths(table, room.w), LEAST_TEXT * scale
    heights = [_heading_height(table, widths, size)]
    heights += [_row_height(table, row, widths, size) for row in table.rows]
    box = Box(room.x, room.y, room.w, sum(heights))
    return TablePart(box, table.columns, tuple(widths), tuple(heights), table.rows, size)


def is_whole(table: SlideTable, width: float, scale: float) -> bool:
    """Tell whether no cell and no heading is cut where all words are larger by `scale`."""
    size = LEAST_TEXT * scale
    for column, each in enumerate(_widths(table, width)):
        room, heading = _room_in(each), table.columns[column].heading
        if len(break_lines(heading, room, size, bold=True)) > 1:
            return False
        if any(len(break_lines(row[column], room, size)) > table.most_lines for row in table.rows):
            return False
    return True


def _widths(table: SlideTable, width: float) -> list[float]:
    whole = sum(each.width for each in table.columns)
    return [width * each.width / whole for each in table.columns]


def _fit_row(table: SlideTable, row: Row, widths: Sequence[float]) -> Row:
    return tuple(
        " ".join(clip(cell, _room_in(width), LEAST_TEXT, table.most_lines))
        for cell, width in zip(row, widths, strict=True)
    )


def _row_height(
    table: SlideTable, row: Row, widths: Sequence[float], size: float = LEAST_TEXT
) -> float:
    lines = max(
        len(clip(cell, _room_in(width), size, table.most_lines))
        for cell, width in zip(row, widths, strict=True)
    )
    return height_of(lines, size) + 2 * PADDING


def _heading_height(table: SlideTable, widths: Sequence[float], size: float = LEAST_TEXT) -> float:
    lines = max(
        len(clip(each.heading, _room_in(width), size, 2, bold=True))
        for each, width in zip(table.columns, widths, strict=True)
    )
    return height_of(lines, size) + 2 * PADDING


def _room_in(width: float) -> float:
    return (width - 2 * INSET) * 0.98
