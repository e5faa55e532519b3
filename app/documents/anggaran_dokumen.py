"""The tagging document as the guideline lists it: per indicator its lines, with subtotals.

Source: guideline of 2024, Bab II, "Penandaan": sub kegiatan, kode rekening belanja, uraian
belanja, koefisien/volume, satuan, harga satuan, total belanja, per indicator.
"""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from app.budget_words import name_item
from app.coverage_figures import coverage_indicators
from app.documents.anggaran import arrange_lines
from app.documents.columns import Notes
from app.text import anggaran as text
from app.text import documents as document_text

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
_WIDTHS = (48, 22, 44, 22, 14, 18, 20, 20, 24, 24, 32, 28, 22)
_MONEY = ("unit_price_idr", "total_idr", "amount_idr")
_KEYS = tuple(text.DOCUMENT_HEADINGS)
_AMOUNT_AT = _KEYS.index("amount_idr")


def write_tagging_document(
    amounts: pd.DataFrame, names: Mapping[str, str], owner_code: str, title: str, notes: Notes
) -> bytes:
    """Write rows of `join_tags` grouped by indicator in the guideline's order, as a workbook.

    A line shared by several indicators stands under each with its own share; only the column of
    shares is added up, since line totals would count twice. Money without indicator comes last.
    """
    buffer = BytesIO()
    table = arrange_lines(amounts, names, owner_code).assign(
        item_code=amounts["item_code"],
        subkegiatan=amounts["subkegiatan_code"] + " " + amounts["subkegiatan_name"],
    )
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        forms = _make_formats(book)
        page = book.add_worksheet(text.SHEET_DOCUMENT)
        for at, width in enumerate(_WIDTHS):
            page.set_column(at, at, width)
        page.write_string(0, 0, title, forms["title"])
        for at, heading in enumerate(text.DOCUMENT_HEADINGS.values()):
            page.write_string(1, at, heading, forms["head"])
        _write_groups(page, table, forms)
        page.freeze_panes(2, 1)
        page.set_landscape()
        page.repeat_rows(1)
        page.fit_to_pages(1, 0)
        _write_notes(book, notes, forms)
    return buffer.getvalue()


def _write_groups(page: Worksheet, table: pd.DataFrame, forms: Mapping[str, Any]) -> None:
    row = 2
    known = [str(code) for code in coverage_indicators()["kode"]]
    for code in [*known, None]:
        mine = table["item_code"].isna() if code is None else table["item_code"] == code
        group = table[mine].sort_values(["subkegiatan", "account_code"], kind="stable")
        if group.empty:
            continue
        name = name_item(code)
        page.merge_range(row, 0, row, len(_KEYS) - 1, name, forms["group"])
        row = _write_rows(page, row + 1, group, forms)
        row = _write_sum(page, row, text.DOCUMENT_SUBTOTAL.format(label=name), group, forms)
    _write_sum(page, row, text.DOCUMENT_TOTAL, table, forms)


def _write_rows(page: Worksheet, row: int, group: pd.DataFrame, forms: Mapping[str, Any]) -> int:
    for record in group[list(_KEYS)].to_dict("records"):
        for at, key in enumerate(_KEYS):
            value = record[key]
            if pd.isna(value):
                continue
            if key in _MONEY:
                page.write_number(row, at, float(value), forms["idr"])
            else:
                page.write_string(row, at, str(value), forms["text"])
        row += 1
    return row


def _write_sum(
    page: Worksheet, row: int, label: str, group: pd.DataFrame, forms: Mapping[str, Any]
) -> int:
    page.write_string(row, 0, label, forms["sum"])
    page.write_number(row, _AMOUNT_AT, float(group["amount_idr"].sum()), forms["sum_idr"])
    return row + 1


def _make_formats(book: xlsxwriter.Workbook) -> dict[str, Any]:
    wrapped = {"text_wrap": True, "valign": "top", "num_format": "@"}
    money = {"num_format": "#,##0", "valign": "top"}
    filled = {"bold": True, "bg_color": "#e5e7eb", "border": 1}
    return {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({**filled, "text_wrap": True, "valign": "top"}),
        "group": book.add_format({**filled, "align": "left", "num_format": "@"}),
        "text": book.add_format(wrapped),
        "idr": book.add_format(money),
        "sum": book.add_format({"bold": True, "num_format": "@"}),
        "sum_idr": book.add_format({"bold": True, **money}),
        "bold": book.add_format({"bold": True, "valign": "top"}),
    }


def _write_notes(book: xlsxwriter.Workbook, notes: Notes, forms: Mapping[str, Any]) -> None:
    page = book.add_worksheet(document_text.SHEET_NOTES)
    page.set_column(0, 0, 26)
    page.set_column(1, 1, 90)
    for row, (label, value) in enumerate([*notes, document_text.EMPTY_CELLS]):
        page.write_string(row, 0, label, forms["bold"])
        page.write_string(row, 1, value, forms["text"])
