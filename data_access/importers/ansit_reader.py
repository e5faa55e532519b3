"""The child process that reads a filled-in form: `table_reader`, with formulas and merges marked.

Run as `python -m data_access.importers.ansit_reader FILE LIMITS`. A formula's stored result would
pass for a typed figure, and of merged cells only the first holds anything.
"""

import re
import sys
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.cell import range_boundaries

from data_access.importers.cells import shown
from data_access.importers.limits import TableLimits
from data_access.importers.refusal import Refused
from data_access.importers.table_reader import Rows, main, read

# Private-use characters before the text of a cell, as in `cells`: what else the cell was.
FORMULA, MERGED = "\ue002", "\ue003"
_MARKS = str.maketrans("", "", FORMULA + MERGED)
_MERGE = re.compile(rb'<mergeCell\b[^>]*\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')


def read_form(path: Path, limits: TableLimits) -> dict[str, Any]:
    """Read one workbook as `table_reader.read` does, its formulas and merged cells marked."""
    answer = read(path, limits)
    sheets: dict[str, Rows] = answer["sheets"]
    for rows in sheets.values():
        for cells in rows:
            cells[:] = [None if text is None else text.translate(_MARKS) for text in cells]
    try:
        _mark_all(path, sheets)
    except zipfile.BadZipFile as error:  # a text file has no formulas, and is no form either
        raise Refused("berkas_bukan_tabel") from error
    # Every formula is named by itself.
    answer["findings"] = [f for f in answer["findings"] if f["code"] != "rumus_tanpa_nilai"]
    return answer


def _mark_all(path: Path, sheets: dict[str, Rows]) -> None:
    with zipfile.ZipFile(path) as archive:
        book = openpyxl.load_workbook(path, read_only=True, data_only=False, keep_links=False)
        for sheet in book.worksheets:
            rows = sheets[sheet.title]
            sheet.reset_dimensions()
            for cells in sheet.iter_rows():
                for cell in cells:
                    if cell.data_type == "f":
                        _mark(rows, cell.row, cell.column, FORMULA)
            content = archive.read(sheet._worksheet_path)
            for found in _MERGE.finditer(content):
                reference = found.group(1).decode("ascii")
                column, row, _, _ = range_boundaries(reference)
                _mark(rows, row, column, f"{MERGED}{reference}{MERGED}")


def _mark(rows: Rows, row: int, column: int, mark: str) -> None:
    """Put a mark before a cell's text; rows and columns count from 1 here."""
    if row > len(rows) + 1_000 or column > 300:
        return
    rows.extend([] for _ in range(row - len(rows)))
    cells = rows[row - 1]
    cells.extend(None for _ in range(column - len(cells)))
    cells[column - 1] = mark + (cells[column - 1] or "")


def take_marks(text: str | None) -> tuple[str | None, bool, str | None]:
    """A cell's text without these marks, whether it is a formula, and the merge it begins."""
    if text is None:
        return None, False, None
    merged = None
    if text.startswith(MERGED):
        _, merged, text = text.split(MERGED, 2)
    is_formula = text.startswith(FORMULA)
    plain = text.removeprefix(FORMULA)
    return (plain if shown(plain) else None), is_formula, merged


if __name__ == "__main__":
    sys.exit(main(read_form))
