"""Text tables that are bad as files: their bytes, their size, their quotes."""

import gzip
import io
import json
import tarfile
from pathlib import Path

from tests.endurance.bad_case import GOOD, HEAD, BadFile, raw
from tests.endurance.bad_workbook_parts import known

TABLE = "\n".join(",".join(map(str, line)) for line in (HEAD, GOOD)) + "\n"
NOT_TEXT = "berkas_bukan_teks"
BIG = 300 << 20


def sparse(path: Path, size: int = BIG) -> None:
    """One line of 300 MB, which takes no place on the disk."""
    with path.open("wb") as stream:
        stream.write(b"kode,nama,")
        stream.truncate(size)


def long_line(path: Path) -> None:
    """A line of 40 MB without an end."""
    path.write_bytes(TABLE.encode() + b"63.11.01.2002,Desa" + b"a" * (40 << 20))


def million_columns(path: Path) -> None:
    path.write_bytes(b"kode,nama" + b",0" * 1_000_000 + b"\n")


def million_blanks(path: Path) -> None:
    """A table, and a million lines of nothing but commas below it, with a mark in the last."""
    path.write_bytes(TABLE.encode() + b",,,,,,\n" * 1_000_000 + b"x\n")


def many_rows(path: Path) -> None:
    row = TABLE.splitlines()[1] + "\n"
    path.write_text(TABLE + row * 260_000)


def many_quotes(path: Path) -> None:
    path.write_text(TABLE + '"' * 3_000_001 + "\n")


def many_cells(path: Path) -> None:
    """Three hundred columns in twenty-one thousand rows: each is allowed, both are too many."""
    path.write_text("kode,stunting\n" + (",".join(["1"] * 300) + "\n") * 21_000)


def gzip_of_gzip(path: Path) -> None:
    path.write_bytes(gzip.compress(gzip.compress(TABLE.encode() * 50)))


def wrong_checksum(path: Path) -> None:
    packed = bytearray(gzip.compress(TABLE.encode() * 50))
    packed[-8:-4] = b"\1\2\3\4"
    path.write_bytes(bytes(packed))


def archive(path: Path) -> None:
    """A folder packed by tar: text it is, but no table."""
    with tarfile.open(path, "w:gz") as made:
        for name in ("batas.csv", "ukur.csv"):
            member = tarfile.TarInfo(name)
            member.size = len(TABLE)
            made.addfile(member, io.BytesIO(TABLE.encode()))


CSV = "tabel.csv"
WIDE_QUOTE = b'kode,nama,stunting\n63.11.01.2001,"Desa" Satu,3\n'
CASES = (
    known("empty", "berkas_kosong"),
    raw("nothing but the mark of its encoding", CSV, b"\xef\xbb\xbf", "layout_tak_dikenal"),
    raw("nothing but blank lines", CSV, b"\n \r\n\t\n" * 20, "layout_tak_dikenal"),
    known("NUL", NOT_TEXT, row=2),
    known("noise", NOT_TEXT, row=1),
    raw("UTF-16 that does not say so", CSV, TABLE.encode("utf-16-le"), NOT_TEXT, row=1),
    raw("UTF-32", CSV, TABLE.encode("utf-32"), NOT_TEXT, row=1),
    raw("UTF-16 cut in the middle of a letter", CSV, TABLE.encode("utf-16")[:-1], NOT_TEXT, row=1),
    raw("bytes of no encoding", CSV, TABLE.encode() + b"\x81\x8d\x8f", NOT_TEXT),
    raw("an office's letter as PDF", CSV, b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        "berkas_bukan_tabel"),
    raw("a photograph", CSV, b"\x89PNG\r\n\x1a\n" + bytes(500), "berkas_bukan_tabel"),
    raw("a web page", CSV, b"<!DOCTYPE html><table><tr><td>kode</td></tr>", "berkas_bukan_tabel"),
    raw("an object of JSON", CSV, json.dumps([{"kode": "63.11", "stunting": 3}]).encode(),
        "berkas_bukan_tabel"),
    raw("a database", CSV, b"SQLite format 3\0" + bytes(500), NOT_TEXT, "berkas_bukan_tabel"),
    raw("a packed folder", CSV, b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(90), "berkas_bukan_tabel"),
    BadFile("a folder packed by tar", "tabel.csv.gz", archive, (NOT_TEXT,), row=1),
    BadFile("packed twice", "tabel.csv.gz", gzip_of_gzip, (NOT_TEXT, "berkas_rusak")),
    BadFile("packed with a wrong checksum", "tabel.csv.gz", wrong_checksum, ("berkas_rusak",)),
    known("gzip bomb", "berkas_mengembang"),
    known("cut gzip", "berkas_rusak"),
    known("100,000 columns", "berkas_kolom_terlalu_banyak", row=1, column="EQXD"),
    BadFile("a million columns", CSV, million_columns, ("berkas_kolom_terlalu_banyak",), row=1),
    BadFile("a line of 300 MB", CSV, sparse, ("berkas_terlalu_besar",)),
    BadFile("a line of 40 MB", CSV, long_line, ("sel_terlalu_panjang",), row=3, column="B"),
    BadFile("260,000 rows", CSV, many_rows, ("berkas_baris_terlalu_banyak",), row=250_001),
    BadFile("a million blank lines and a mark", CSV, million_blanks,
            ("berkas_baris_terlalu_banyak",), row=250_001),
    BadFile("six million cells", CSV, many_cells, ("berkas_sel_terlalu_banyak",)),
    known("open quote", "csv_tanda_kutip", row=2),
    raw("a word behind a closing quote", CSV, WIDE_QUOTE, "csv_tanda_kutip", row=2),
    BadFile("three million quotes", CSV, many_quotes, ("csv_tanda_kutip", "sel_terlalu_panjang"),
            row=3),
)  # fmt: skip
