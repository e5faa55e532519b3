"""Tables of slides: how high each row is, and which rows stand on which page."""

from collections.abc import Sequence

from app.presentation_measure import clip, height_of
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


def draw_table(table: SlideTable, room: Box) -> TablePart:
    """The table in its place; its rows come from `split_rows`."""
    widths = _widths(table, room.w)
    heights = [_heading_height(table, widths)]
    heights += [_row_height(table, row, widths) for row in table.rows]
    box = Box(room.x, room.y, room.w, sum(heights))
    return TablePart(box, table.columns, tuple(widths), tuple(heights), table.rows)


def _widths(table: SlideTable, width: float) -> list[float]:
    whole = sum(each.width for each in table.columns)
    return [width * each.width / whole for each in table.columns]


def _fit_row(table: SlideTable, row: Row, widths: Sequence[float]) -> Row:
    return tuple(
        " ".join(_lines(cell, width, table.most_lines))
        for cell, width in zip(row, widths, strict=True)
    )


def _row_height(table: SlideTable, row: Row, widths: Sequence[float]) -> float:
    lines = max(
        len(_lines(cell, width, table.most_lines)) for cell, width in zip(row, widths, strict=True)
    )
    return height_of(lines, LEAST_TEXT) + 2 * PADDING


def _heading_height(table: SlideTable, widths: Sequence[float]) -> float:
    lines = max(
        len(_lines(each.heading, width, 2, bold=True))
        for each, width in zip(table.columns, widths, strict=True)
    )
    return height_of(lines, LEAST_TEXT) + 2 * PADDING


def _lines(words: str, width: float, most: int, *, bold: bool = False) -> list[str]:
    return clip(words, (width - 2 * INSET) * 0.98, LEAST_TEXT, most, bold=bold)
