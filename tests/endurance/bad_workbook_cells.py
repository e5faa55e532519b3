"""Workbooks that open well and hold what no import may take: cells, headers, sheets."""

from datetime import date
from pathlib import Path

import openpyxl

from tests.corpus.tables import BY_NAME, child_line, rekap_lines
from tests.endurance.bad_case import (
    DUA,
    GOOD,
    HEAD,
    NEXT,
    SATU,
    BadFile,
    excel_cell,
    sheet,
    sheets,
)

NIK = "6311014708230001"


def hidden_twin(path: Path) -> None:
    """The table of this month, and one of another month in a sheet that nobody sees."""
    book = openpyxl.Workbook()
    for title, state in (("Agustus", "visible"), ("Februari", "veryHidden")):
        page = book.create_sheet(title)
        page.append(HEAD)
        page.append(GOOD)
        page.sheet_state = state
    book.remove(book.worksheets[0])
    book.save(path)


def never_computed(path: Path) -> None:
    """Counts that are formulas, written by a program that computes nothing."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Data"
    page.append(HEAD)
    for row, code in enumerate((SATU, DUA), start=2):
        page.append([code, "Desa", *(f"=H{row}*{place}" for place in range(5))])
    book.save(path)


def merged_titles(path: Path) -> None:
    """A report for printing: its titles merged over three lines, the classes turned sideways."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Data"
    page["A1"], page["A2"], page["C2"] = "LAPORAN GIZI", "WILAYAH", "HASIL"
    page["C3"], page["D3"] = "Jumlah anak pendek (L)", "Jumlah anak pendek (P)"
    for area in ("A1:G1", "A2:B3", "C2:G2"):
        page.merge_cells(area)
    page.append([SATU, "Desa Satu", 3, 7])
    book.save(path)


CASES = (
    excel_cell("a count in words", 3, "delapan", "angka_tak_terbaca"),
    excel_cell("a count that lost its cell", 4, "#REF!", "angka_tak_terbaca"),
    excel_cell("a count divided by nothing", 4, "#DIV/0!", "angka_tak_terbaca"),
    excel_cell("a count called nihil", 3, "nihil", "angka_tak_terbaca"),
    excel_cell("a count that is true", 5, True, "angka_tak_terbaca"),
    excel_cell("a percentage in a cell of counts", 3, 0.125, "angka_pecahan"),
    excel_cell("1.234 as a number", 2, 1.234, "angka_pecahan"),
    excel_cell("1,234 as text", 2, "1,234", "angka_rancu"),
    excel_cell("fewer than no children", 5, -3, "angka_negatif"),
    excel_cell("a count that Excel made a date", 4, date(2025, 8, 3), "angka_tanggal"),
    excel_cell("a code that Excel made a date", 0, date(2011, 1, 20), "kode_terbaca_tanggal"),
    excel_cell("a code without its points", 0, 6311012002, "kode_tanpa_titik"),
    BadFile("counts that no program has computed", "tabel.xlsx", never_computed,
            ("tanpa_angka",), sheet="Data"),
    BadFile("a second table in a hidden sheet", "tabel.xlsx", hidden_twin, ("lembar_ganda",)),
    BadFile("titles merged for printing", "tabel.xlsx", merged_titles, ("layout_tak_dikenal",)),
    sheets("no table in any sheet", {"Catatan": [["Isi menyusul"]], "Lain": []},
           "layout_tak_dikenal"),
    sheet("numbers of citizens under another heading",
          [("No KTP anak", *HEAD), (NIK, *GOOD), (str(int(NIK) + 1), *NEXT)],
          "berkas_berisi_nik", row=2, column="A"),
    sheet("a list by name without the measure",
          [BY_NAME[:13], child_line(NIK, "Desa Satu", "2025-08-03", None, None)[:13]],
          "nama_kolom_kurang"),
    sheet("a list by name whose dates are in two orders",
          [BY_NAME, child_line(NIK, "Desa Satu", "25/08/2025", "Normal", "0,1"),
           child_line(NIK[:-1] + "2", "Desa Satu", "08/26/2025", "Normal", "0,1")],
          "urutan_tanggal_campur", column="K"),
    sheet("a row of data below the total",
          [*rekap_lines([("SATU", "SATU", 1, 2, 30, 0, 0)], (1, 2, 30, 0, 0)),
           ["2.", "DUA", "DUA", 1, 2, 1, 2, 30, 0, 0, 3]],
          "baris_sesudah_jumlah", row=8),
)  # fmt: skip
