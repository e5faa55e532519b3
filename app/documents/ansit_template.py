"""The entry workbook of a kecamatan and period: a sheet a party, codes and last figures locked."""

from dataclasses import dataclass
from io import BytesIO

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from analysis.entry_form import (
    BASE_HEADINGS,
    CODE_COLUMN,
    CODE_HEADING,
    CODE_ROW,
    FIRST_COLUMN,
    FIRST_ROW,
    GROUP_ROW,
    GUIDE_ROW,
    HEADING_ROW,
    KIND,
    META_KEYS,
    META_SHEET,
    NAME_COLUMN,
    NAME_HEADING,
    TITLE_ROW,
    UNIT_ROW,
    EntryForm,
    FormItem,
    FormSheet,
)
from app.text import ansit as text

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_ITEM_WIDTH, _HEADING_HEIGHT = 15, 92
_ALLOWED = {"format_columns": True, "format_rows": True, "select_locked_cells": True}
_PROMPT, _PROMPT_TITLE = 255, 32
Values = dict[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class FormWords:
    """The kecamatan's name, the period and the one before in words."""

    place: str
    period: str
    previous: str


def write_form(
    form: EntryForm, cells: pd.DataFrame, previous: pd.DataFrame, words: FormWords
) -> bytes:
    """Write the workbook.

    `cells`: unit_code, item_code, value, version as stored now: they stand in the cells to fill
    in, and hidden with their versions, so that the reader knows what a person changed.
    `previous`: the same of the period before; they stand beside, locked.
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        book.set_properties({"title": text.TITLE.format(period=words.period, place=words.place)})
        _write_guide(book, form, words)
        formats = _make_formats(book)
        now, before = _values(cells), _values(previous)
        for sheet in form.sheets:
            _Sheet(book.add_worksheet(sheet.title), form, sheet, formats, words).write(now, before)
        _write_meta(book, form, cells)
    return buffer.getvalue()


def _values(cells: pd.DataFrame) -> Values:
    known = cells[cells["value"].notna()]
    keys = zip(known["unit_code"], known["item_code"], strict=True)
    return dict(zip(keys, known["value"].astype(int), strict=True))


def _make_formats(book: xlsxwriter.Workbook) -> dict[str, Format]:
    grey, wrapped = {"bg_color": "#f3f4f6"}, {"text_wrap": True, "valign": "top", "border": 1}
    made = {
        "title": {"bold": True, "font_size": 13},
        "guide": {"font_color": "#374151"},
        "group": {"bold": True},
        "code": {"font_size": 8, "font_color": "#4b5563", "align": "center", "border": 1, **grey},
        "heading": {"bold": True, "bg_color": "#e5e7eb", **wrapped},
        "unit": {"italic": True, "font_size": 9, **wrapped},
        "fixed": {"num_format": "@", "border": 1, **grey},
        "entry": {"num_format": "#,##0", "locked": False, "border": 1},
        "before": {"num_format": "#,##0", "font_color": "#4b5563", "border": 1, **grey},
        "above": {"bg_color": "#fde68a", "font_color": "#7c2d12"},
    }
    return {name: book.add_format(properties) for name, properties in made.items()}


class _Sheet:
    """One party's sheet while it is written."""

    def __init__(
        self,
        page: Worksheet,
        form: EntryForm,
        sheet: FormSheet,
        formats: dict[str, Format],
        words: FormWords,
    ) -> None:
        self._page, self._form, self._sheet = page, form, sheet
        self._formats, self._words = formats, words

    def write(self, now: Values, before: Values) -> None:
        """Write headings, desa, cells to fill in, and the figures before beside them."""
        self._write_top()
        self._write_items(FIRST_COLUMN, "{code}")
        for row, (unit, name) in enumerate(self._form.units.items(), start=FIRST_ROW):
            self._page.write_string(row, CODE_COLUMN, unit, self._formats["fixed"])
            self._page.write_string(row, NAME_COLUMN, name, self._formats["fixed"])
            for column, item in enumerate(self._sheet.items, start=FIRST_COLUMN):
                self._write_cell(row, column, now.get((unit, item.code)), "entry")
                self._add_check(row, column, name, item, before.get((unit, item.code)))
        self._mark_excess()
        self._write_before(before)
        self._page.freeze_panes(FIRST_ROW, FIRST_COLUMN)
        self._page.protect("", _ALLOWED)
        self._page.set_landscape()
        self._page.repeat_rows(CODE_ROW, UNIT_ROW)
        self._page.repeat_columns(CODE_COLUMN, NAME_COLUMN)

    def _write_top(self) -> None:
        title = text.SHEET_TITLE.format(
            period=self._words.period, place=self._words.place, party=self._sheet.title
        )
        self._page.write_string(TITLE_ROW, 0, title, self._formats["title"])
        self._page.write_string(GUIDE_ROW, 0, text.SHEET_GUIDE, self._formats["guide"])
        self._page.set_column(CODE_COLUMN, CODE_COLUMN, 15)
        self._page.set_column(NAME_COLUMN, NAME_COLUMN, 26)
        self._page.set_row(HEADING_ROW, _HEADING_HEIGHT)
        heads = ((CODE_HEADING, text.CODE), (NAME_HEADING, text.NAME))
        for column, (code, heading) in enumerate(heads):
            self._page.write_string(CODE_ROW, column, code, self._formats["code"])
            self._page.write_string(HEADING_ROW, column, heading, self._formats["heading"])
            self._page.write_string(UNIT_ROW, column, "", self._formats["unit"])

    def _write_items(self, start: int, code: str) -> None:
        group = None
        for column, item in enumerate(self._sheet.items, start=start):
            if item.group != group and start == FIRST_COLUMN:
                self._page.write_string(GROUP_ROW, column, item.group, self._formats["group"])
            group = item.group
            written = code.format(code=item.code)
            self._page.write_string(CODE_ROW, column, written, self._formats["code"])
            self._page.write_string(HEADING_ROW, column, item.heading, self._formats["heading"])
            self._page.write_string(UNIT_ROW, column, item.unit, self._formats["unit"])
        self._page.set_column(start, start + len(self._sheet.items) - 1, _ITEM_WIDTH)

    def _write_cell(self, row: int, column: int, value: int | None, form: str) -> None:
        if value is None:
            self._page.write_blank(row, column, None, self._formats[form])
        else:
            self._page.write_number(row, column, value, self._formats[form])

    def _add_check(
        self, row: int, column: int, name: str, item: FormItem, before: int | None
    ) -> None:
        """Whole numbers from 0 only; a selected cell tells its desa, item and figure before."""
        prompt = text.CELL_PROMPT.format(heading=item.heading, unit=item.unit or text.NO_UNIT)
        if before is not None:
            prompt += text.CELL_BEFORE.format(period=self._words.previous, value=before)
        self._page.data_validation(
            row,
            column,
            row,
            column,
            {
                "validate": "integer",
                "criteria": ">=",
                "value": 0,
                "ignore_blank": True,
                "error_title": text.CELL_ERROR_TITLE,
                "error_message": text.CELL_ERROR,
                "input_title": name[:_PROMPT_TITLE],
                "input_message": prompt[:_PROMPT],
            },
        )

    def _mark_excess(self) -> None:
        """Colour a figure above the group that it cannot exceed, where both stand here."""
        last = FIRST_ROW + len(self._form.units) - 1
        for column, item in enumerate(self._sheet.items, start=FIRST_COLUMN):
            columns = [self._sheet.column_of(code) for code in item.denominators]
            places = [place for place in columns if place is not None]
            if not places or len(places) < len(columns):
                continue
            own = xl_rowcol_to_cell(FIRST_ROW, column, col_abs=True)
            others = [xl_rowcol_to_cell(FIRST_ROW, place, col_abs=True) for place in places]
            known = "+".join(f"ISNUMBER({cell})" for cell in (own, *others))
            rule = f"=AND({known}={len(others) + 1},{own}>{'+'.join(others)})"
            self._page.conditional_format(
                FIRST_ROW,
                column,
                last,
                column,
                {"type": "formula", "criteria": rule, "format": self._formats["above"]},
            )

    def _write_before(self, before: Values) -> None:
        """The period before, in the same order, right of what is filled in."""
        mine = {item.code for item in self._sheet.items}
        if not any(code in mine for _, code in before):
            return
        start = FIRST_COLUMN + len(self._sheet.items) + 1
        self._page.set_column(start - 1, start - 1, 3)
        title = text.BEFORE_TITLE.format(period=self._words.previous)
        self._page.write_string(GROUP_ROW, start, title, self._formats["group"])
        self._write_items(start, text.BEFORE_CODE)
        for row, unit in enumerate(self._form.units, start=FIRST_ROW):
            for column, item in enumerate(self._sheet.items, start=start):
                self._write_cell(row, column, before.get((unit, item.code)), "before")
        where = text.BEFORE_WHERE.format(period=self._words.previous, column=xl_col_to_name(start))
        self._page.write_string(GUIDE_ROW, 0, f"{text.SHEET_GUIDE} {where}", self._formats["guide"])


def _write_guide(book: xlsxwriter.Workbook, form: EntryForm, words: FormWords) -> None:
    page = book.add_worksheet(text.GUIDE_SHEET)
    bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    page.set_column(0, 0, 26)
    page.set_column(1, 1, 96)
    parties = "; ".join(
        text.GUIDE_PARTY.format(party=sheet.title, count=len(sheet.items)) for sheet in form.sheets
    )
    facts = {
        "place": words.place,
        "code": form.wilayah_code,
        "period": words.period,
        "previous": words.previous,
        "units": len(form.units),
        "parties": parties,
    }
    for row, (label, line) in enumerate(text.GUIDE):
        page.write_string(row, 0, label, bold)
        page.write_string(row, 1, line.format(**facts), wrapped)
    page.protect("", _ALLOWED)


def _write_meta(book: xlsxwriter.Workbook, form: EntryForm, cells: pd.DataFrame) -> None:
    """What the reader checks: which form this is, and each stored cell with its version."""
    page = book.add_worksheet(META_SHEET)
    meta = (KIND, form.digest, form.wilayah_code, form.period)
    for row, (key, value) in enumerate(zip(META_KEYS, meta, strict=True)):
        page.write_string(row, 0, key)
        page.write_string(row, 1, value)
    for column, heading in enumerate(BASE_HEADINGS):
        page.write_string(len(META_KEYS), column, heading)
    rows = cells[["unit_code", "item_code", "value", "version"]].itertuples(index=False, name=None)
    for row, (unit, item, value, version) in enumerate(rows, start=len(META_KEYS) + 1):
        page.write_string(row, 0, unit)
        page.write_string(row, 1, item)
        page.write_string(row, 2, "" if pd.isna(value) else str(int(value)))
        page.write_string(row, 3, str(int(version)))
    page.protect("")
    page.hide()
