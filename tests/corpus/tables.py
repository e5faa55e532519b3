"""Builds table files, good and bad, by code: nobody's real data, and every known trap."""

import gzip
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl

Line = Sequence[object]

UNSAFE_NAMES = ("{{7*7}}", "<img src=x onerror=alert(1)>", "![](http://127.0.0.1:9/x)")

REKAP_GROUPS = [
    "No",
    "Puskesmas",
    "KECMATAN",
    "BB/U",
    None,
    "TB/U",
    None,
    None,
    None,
    None,
    "BB/TB",
]
REKAP_CLASSES = [None, None, None, "Kurang", "Normal", "Sangat Pendek", "Pendek", "Normal",
                 "Tinggi", "Outlier", "Normal"]  # fmt: skip

BY_NAME = ["NIK", "Nama", "JK", "Tgl Lahir", "Prov", "Kab/Kota", "Kec", "Pukesmas", "Desa/Kel",
           "Posyandu", "Tanggal Pengukuran", "Berat", "Tinggi", "TB/U", "ZS TB/U"]  # fmt: skip


def write_csv(path: Path, lines: Sequence[Line], delimiter: str = ",", end: str = "\n") -> Path:
    """Write lines as csv, quoting what needs quotes; None is a blank."""

    def field(value: object) -> str:
        text = "" if value is None else str(value)
        risky = any(mark in text for mark in (delimiter, '"', "\n"))
        return '"' + text.replace('"', '""') + '"' if risky else text

    text = "".join(delimiter.join(map(field, line)) + end for line in lines)
    path.write_bytes(text.encode("utf-8"))
    return path


def write_xlsx(path: Path, sheets: dict[str, Sequence[Line]]) -> Path:
    """Write a workbook; values keep their types."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, lines in sheets.items():
        sheet = book.create_sheet(title)
        for line in lines:
            sheet.append(list(line))
    book.save(path)
    return path


def rekap_lines(units: Sequence[Line], total: Line | None, skipped: int = 0) -> list[Line]:
    """Give the lines of a rekap: units are (puskesmas, kecamatan, five height classes)."""
    lines: list[Line] = [[] for _ in range(skipped)]
    lines += [["STATUS GIZI BALITA BULAN AGUSTUS 2025"], ["Data Tanggal : 2025-09-01 08:00:00"]]
    lines += [REKAP_GROUPS, REKAP_CLASSES, list(range(1, 12))]
    for place, (puskesmas, kecamatan, *classes) in enumerate(units, start=1):
        lines.append([f"{place}.", puskesmas, kecamatan, 1, 2, *classes, 3])
    if total is not None:
        lines.append(["JUMLAH", None, None, len(units), 2 * len(units), *total, 3 * len(units)])
    return lines


def child_line(nik: str, desa: str, day: object, category: str | None, z: str | None) -> Line:
    """Give one fictional child of a list by name."""
    return [nik, "Anak Rekaan", "L", "2023-01-01", "PROVINSI", "KABUPATEN ARUNIKA", "SATU",
            "SATU", desa, "Melati", day, "9,5", "75,2", category, z]  # fmt: skip


def cell_at_the_far_corner(path: Path) -> None:
    """A workbook of a few kilobytes with one cell at XFD1048576."""
    book = openpyxl.Workbook()
    book.active["A1"] = "kode"
    book.active["XFD1048576"] = 1
    book.save(path)


def row_number_beyond_excel(path: Path) -> None:
    """A sheet whose row says that it is number 4,000,000,000."""
    _sheet(path, b'<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>')


def zip_bomb(path: Path) -> None:
    """A megabyte that unpacks to 400 MB of cells."""
    _sheet(path, b'<row r="1"><c r="A1"><v>1</v></c></row>' + b" " * (400 << 20))


def long_texts(path: Path) -> None:
    """Thousands of cells of 30,000 equal letters: small while packed."""
    text = b"A" * 30_000
    cells = b"".join(b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>%s</t></is></c></row>'
                     % (row, row, text) for row in range(1, 5001))  # fmt: skip
    _sheet(path, cells)


def entity_bomb(path: Path) -> None:
    """Entities that multiply: a few hundred bytes for gigabytes of text."""
    levels = "".join(
        f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 12)
    ).encode()
    _sheet(path, b'<row r="1"><c r="A1" t="inlineStr"><is><t>&e11;</t></is></c></row>',
           b'<!DOCTYPE x [<!ENTITY e0 "lol">' + levels + b"]>")  # fmt: skip


def _sheet(path: Path, rows: bytes, head: bytes = b"") -> None:
    start = path.with_suffix(".start.xlsx")
    write_xlsx(start, {"A": [["a"]]})
    body = (
        b'<?xml version="1.0"?>' + head + b"<worksheet xmlns="
        b'"http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        + rows + b"</sheetData></worksheet>"
    )  # fmt: skip
    with (
        zipfile.ZipFile(start) as old,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            content = body if name == "xl/worksheets/sheet1.xml" else old.read(name)
            new.writestr(name, content)
    start.unlink()


def many_columns(path: Path) -> None:
    """A csv of 100,000 columns."""
    path.write_text(",".join(f"k{place}" for place in range(100_000)) + "\n")


def nul_bytes(path: Path) -> None:
    """A csv with a NUL in its second line."""
    path.write_bytes(b"kode,nama,stunting\n32.01.01.2001,De\x00sa,3\n")


def open_quote(path: Path) -> None:
    """A csv whose quote never closes."""
    path.write_text('kode,nama,stunting\n32.01.01.2001,"Desa,3\n32.01.01.2002,Lain,4\n')


def gzip_bomb(path: Path) -> None:
    """A csv.gz of 400 KB that unpacks to 400 MB."""
    with gzip.open(path, "wb", compresslevel=9) as stream:
        for _ in range(400):
            stream.write(b"0" * (1 << 20))


def truncated_gzip(path: Path) -> None:
    """A csv.gz cut off."""
    path.write_bytes(gzip.compress(b"kode,nama\n" * 1000)[:-20])


def truncated_workbook(path: Path) -> None:
    """An xlsx cut in half."""
    whole = write_xlsx(path, {"A": [["kode", "nama"]]}).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def not_a_workbook(path: Path) -> None:
    """A zip with something else in it."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("catatan.txt", "bukan tabel")


def old_excel(path: Path) -> None:
    """The first bytes of an .xls file, and of a workbook locked with a password."""
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)


def only_a_chart(path: Path) -> None:
    """A workbook without a single sheet of cells."""
    book = openpyxl.Workbook()
    book.create_chartsheet("Grafik")
    book.remove(book.worksheets[0])
    book.save(path)


def web_page(path: Path) -> None:
    """A page of the web that calls itself a workbook, as some programs export tables."""
    path.write_bytes(b"<html><body><table><tr><td>kode</td></tr></table></body></html>")


def nothing(path: Path) -> None:
    """An empty file."""
    path.write_bytes(b"")


def noise(path: Path) -> None:
    """Bytes of no known format."""
    path.write_bytes(bytes(range(256)) * 50)


HOSTILE: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "far corner": ("x.xlsx", cell_at_the_far_corner, "berkas_kolom_terlalu_banyak"),
    "row beyond Excel": ("x.xlsx", row_number_beyond_excel, "berkas_baris_terlalu_banyak"),
    "zip bomb": ("x.xlsx", zip_bomb, "berkas_mengembang"),
    "long texts": ("x.xlsx", long_texts, "berkas_mengembang"),
    "entities": ("x.xlsx", entity_bomb, "berkas_rusak"),
    "100,000 columns": ("x.csv", many_columns, "berkas_kolom_terlalu_banyak"),
    "NUL": ("x.csv", nul_bytes, "berkas_bukan_teks"),
    "open quote": ("x.csv", open_quote, "csv_tanda_kutip"),
    "gzip bomb": ("x.csv.gz", gzip_bomb, "berkas_mengembang"),
    "cut gzip": ("x.csv.gz", truncated_gzip, "berkas_rusak"),
    "cut workbook": ("x.xlsx", truncated_workbook, "berkas_rusak"),
    "other zip": ("x.xlsx", not_a_workbook, "berkas_bukan_tabel"),
    "old Excel": ("x.xls", old_excel, "berkas_xls"),
    "only a chart": ("x.xlsx", only_a_chart, "berkas_tanpa_lembar"),
    "web page": ("x.xlsx", web_page, "berkas_bukan_tabel"),
    "empty": ("x.csv", nothing, "berkas_kosong"),
    "noise": ("x.csv", noise, "berkas_bukan_teks"),
}
