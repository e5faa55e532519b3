"""Reads an xlsx workbook as text, after looking at what its zip declares."""

import re
import zipfile
from pathlib import Path

import openpyxl

from data_access.importers.cells import column_letter, quoted, text_of
from data_access.importers.limits import MIB, TableLimits
from data_access.importers.refusal import Refused
from data_access.importers.workbook_parts import check_parts

Rows = list[list[str | None]]

_EXCEL_ROWS = 1_048_576
# A formula that no program has computed yet: its cell would read as empty.
_UNCOMPUTED = re.compile(rb"(?:</f>|<f\s[^>]*/>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")


def count_uncomputed_formulas(path: Path) -> int:
    """Count formulas without a stored value in all sheets."""
    count = 0
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                tail = b""
                with archive.open(name) as stream:
                    while chunk := stream.read(MIB):
                        block = tail + chunk
                        found = list(_UNCOMPUTED.finditer(block))
                        count += len(found)
                        # Keep a tail for a match cut in two, but never one already counted.
                        tail = block[max(len(block) - 512, found[-1].end() if found else 0) :]
    return count


def read_workbook(path: Path, limits: TableLimits) -> dict[str, Rows]:
    """Read every sheet of a workbook as text; the index of a row is its number minus 1."""
    check_parts(path, limits)
    book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    if len(book.worksheets) > limits.sheets:
        raise Refused("berkas_lembar_terlalu_banyak", batas=limits.sheets)
    sheets: dict[str, Rows] = {}
    budget = [limits.cells, limits.characters]
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # the declared size is the writer's claim
        sheets[sheet.title] = _read_sheet(sheet, limits, budget)
    return sheets


def _read_sheet(
    sheet: openpyxl.worksheet.worksheet.Worksheet, limits: TableLimits, budget: list[int]
) -> Rows:
    rows: Rows = []
    filled = 0
    title = quoted(sheet.title)
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > _EXCEL_ROWS:
            raise Refused("berkas_baris_terlalu_banyak", sheet=title, row=number, batas=limits.rows)
        cells = _cells(values, title, number, limits)
        if cells and number > limits.rows:
            raise Refused("berkas_baris_terlalu_banyak", sheet=title, row=number, batas=limits.rows)
        if number > limits.rows:
            continue
        budget[0] -= len(cells)
        budget[1] -= sum(len(cell) for cell in cells if cell)
        if min(budget) < 0:
            raise Refused("berkas_sel_terlalu_banyak", sheet=title, row=number)
        rows.append(cells)
        filled = number if cells else filled
    del rows[filled:]
    return rows


def _cells(
    values: tuple[object, ...], sheet: str, row: int, limits: TableLimits
) -> list[str | None]:
    width = len(values)
    while width and values[width - 1] is None:
        width -= 1
    if width > limits.columns:
        raise Refused(
            "berkas_kolom_terlalu_banyak",
            sheet=sheet,
            row=row,
            column=column_letter(width - 1),
            batas=limits.columns,
        )
    cells = [text_of(value) for value in values[:width]]
    for index, cell in enumerate(cells):
        if cell is not None and len(cell) > limits.cell_characters:
            raise Refused("sel_terlalu_panjang", sheet=sheet, row=row, column=column_letter(index))
    while cells and cells[-1] is None:
        cells.pop()
    return cells
