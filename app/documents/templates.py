"""Templates to fill in Excel and hand in again: known codes stand there, locked, as text."""

from collections.abc import Sequence
from io import BytesIO

import pandas as pd
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from app.text import uploads as text

COUNTS = ("sasaran", "sangat_pendek", "pendek", "normal", "tinggi", "outlier")
_COLUMNS = {
    "survei": (
        *("kode", "nama", "tahun", "sumber"),
        *("prevalensi_pct", "bawah_pct", "atas_pct", "sampel"),
    ),
    "wilayah": ("kode", "nama"),
    "fasilitas": ("kode", "wilayah", "jenis", "nama", "lintang", "bujur", "sumber"),
    "padanan": ("kode_bps", "kemendagri_code"),
}
_CODES = frozenset({"kode", "kode_bps", "kemendagri_code"})
_WIDTHS = {"nama": 30, "sumber": 16, "kemendagri_code": 18, "kode": 16, "kode_bps": 16}
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
# Rows of an empty template that are ready to take a code as text.
_READY_ROWS = 2_000


def write_measurement_template(desa: pd.DataFrame) -> bytes:
    """The template of measurements: a row a desa, codes and names locked, counts to fill in.

    `desa`: code, name, in the order written.
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        page = book.add_worksheet(text.TEMPLATE_SHEETS["pengukuran"])
        _write_header(book, page, ("kode", "nama", *COUNTS))
        fixed = book.add_format({"num_format": "@", "bg_color": "#f3f4f6", "locked": True})
        free = book.add_format({"num_format": "0", "locked": False})
        for row, (code, name) in enumerate(zip(desa["code"], desa["name"], strict=True), start=1):
            page.write_string(row, 0, str(code), fixed)
            page.write_string(row, 1, str(name), fixed)
            for place in range(2, 2 + len(COUNTS)):
                page.write_blank(row, place, None, free)
        page.data_validation(1, 2, max(len(desa), 1), 1 + len(COUNTS), _WHOLE_NUMBERS)
        page.protect("", {"format_columns": True, "select_locked_cells": True})
        page.freeze_panes(1, 2)
        _write_guide(book, "pengukuran")
    return buffer.getvalue()


_WHOLE_NUMBERS = {
    "validate": "integer",
    "criteria": ">=",
    "value": 0,
    "ignore_blank": True,
    "error_title": text.COUNT_ONLY_TITLE,
    "error_message": text.COUNT_ONLY,
}


def write_empty_template(kind: str) -> bytes:
    """The template of "survei", "wilayah", "fasilitas" or "padanan": code columns are text."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        page = book.add_worksheet(text.TEMPLATE_SHEETS[kind])
        columns = _COLUMNS[kind]
        _write_header(book, page, columns)
        as_text = book.add_format({"num_format": "@"})
        for place, name in enumerate(columns):
            if name in _CODES:
                for row in range(1, _READY_ROWS + 1):
                    page.write_blank(row, place, None, as_text)
        page.freeze_panes(1, 0)
        _write_guide(book, kind)
    return buffer.getvalue()


def _write_header(book: xlsxwriter.Workbook, page: Worksheet, columns: Sequence[str]) -> None:
    header = book.add_format({"bold": True, "bg_color": "#e5e7eb", "border": 1, "locked": True})
    for place, name in enumerate(columns):
        page.set_column(place, place, _WIDTHS.get(name, 15))
        page.write_string(0, place, name, header)


def _write_guide(book: xlsxwriter.Workbook, kind: str) -> None:
    page = book.add_worksheet(text.GUIDE_SHEET)
    bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    page.set_column(0, 0, 30)
    page.set_column(1, 1, 90)
    for row, (label, line) in enumerate(text.GUIDES[kind]):
        page.write_string(row, 0, label, bold)
        page.write_string(row, 1, line, wrapped)
