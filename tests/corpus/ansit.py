"""A kecamatan of 40 desa whose parties fill their entry workbook in."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook
from sqlalchemy import Engine

from app.ansit_form import PARTIES, list_form_items, make_template
from app.text.ansit import SHEETS
from data_access.writes.wilayah import save_regions
from tests.corpus.places import make_info, make_place

KECAMATAN, OTHER = "63.11.01", "63.11.02"
DESA = [f"{KECAMATAN}.{2001 + number}" for number in range(40)]
PERIOD = "2026"
FIRST_ROW = 7
_LARGE = {"S01": 4_000, "S02": 1_000, "S16": 900, "S03": 300, "S08": 100, "S09": 150, "S10": 200}
_LARGE |= {"S04": 60, "S11": 50}
Edit = Callable[[Workbook], None]


def add_regions(engine: Engine) -> None:
    """Store the desa of the kecamatan, and one of its neighbour."""
    save_regions(engine, make_place([*DESA, f"{OTHER}.2001"]), make_info("wilayah"))


def make_values(*parties: str) -> dict[tuple[str, str], int]:
    """A plausible figure for every cell of some parties, different from desa to desa."""
    values = {}
    for place, unit in enumerate(DESA):
        for party in parties or PARTIES:
            for item in list_form_items(party):
                values[unit, item.code] = _figure(item.code, place)
    return values


def _figure(item: str, place: int) -> int:
    if item == "I31":
        return place % 2
    if item in _LARGE:
        return _LARGE[item] + place
    return 3 + place % 5


def open_template(engine: Engine, kecamatan: str = KECAMATAN, period: str = PERIOD) -> Workbook:
    """The workbook as a person opens it."""
    return openpyxl.load_workbook(BytesIO(make_template(engine, kecamatan, period)))


def column_of(book: Workbook, sheet: str, item: str) -> int:
    """The column of an item on a sheet, counted from 1."""
    return next(cell.column for cell in book[sheet][4] if cell.value == item)


def sheet_of(book: Workbook, item: str) -> str:
    """The sheet on which an item is filled in."""
    return next(t for t in SHEETS.values() if any(c.value == item for c in book[t][4]))


def fill(book: Workbook, values: Mapping[tuple[str, str], int | None]) -> None:
    """Type figures into the cells of their desa and items."""
    for title in SHEETS.values():
        page = book[title]
        rows = {page.cell(row, 1).value: row for row in range(FIRST_ROW, page.max_row + 1)}
        columns = {cell.value: cell.column for cell in page[4]}
        for (unit, item), value in values.items():
            if item in columns and unit in rows:
                page.cell(rows[unit], columns[item]).value = value


def save(book: Workbook, path: Path) -> Path:
    """Write the workbook down."""
    book.save(path)
    return path
