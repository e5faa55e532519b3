"""Reads a delimited text file (csv) as text: encoding, delimiter and quotes found out."""

import csv
import gzip
import io
import zlib
from collections import Counter
from itertools import islice
from pathlib import Path

from data_access.importers.cells import DATE, FRACTION, column_letter
from data_access.importers.limits import MIB, TableLimits
from data_access.importers.refusal import Refused

Rows = list[list[str | None]]

_DELIMITERS = (";", ",", "\t", "|")
_SAMPLE_RECORDS = 200
_MARKS = str.maketrans("", "", FRACTION + DATE)


def read_delimited(path: Path, limits: TableLimits) -> Rows:
    """Read a csv file (also gzipped) as text; the index of a record is its number minus 1."""
    text = _decode(_read_bytes(path, limits))
    delimiter, text, skipped = _stated_delimiter(text)
    csv.field_size_limit(limits.unpacked_bytes)
    if delimiter is None:
        delimiter = _sniff(text)
    rows: Rows = [[] for _ in range(skipped)]
    rows.extend(_records(text, delimiter, limits, skipped))
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _read_bytes(path: Path, limits: TableLimits) -> bytes:
    with path.open("rb") as stream:
        packed = stream.read(2) == b"\x1f\x8b"
    try:
        with gzip.open(path) if packed else path.open("rb") as stream:
            content = stream.read(limits.unpacked_bytes + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Refused("berkas_rusak") from error
    if len(content) > limits.unpacked_bytes:
        raise Refused("berkas_mengembang", ukuran_mb=len(content) // MIB)
    return content


def _decode(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        if b"\x00" in content:
            row = content[: content.index(b"\x00")].count(b"\n") + 1
            raise Refused("berkas_bukan_teks", row=row)
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text.translate(_MARKS)
    raise Refused("berkas_bukan_teks", row=1)


def _stated_delimiter(text: str) -> tuple[str | None, str, int]:
    """Read Excel's own first line "sep=;", if it is there."""
    first, _, rest = text.partition("\n")
    stated = first.strip().strip('"')
    if stated.lower().startswith("sep=") and len(stated) == 5:
        return stated[4], rest, 1
    return None, text, 0


def _sniff(text: str) -> str:
    """Take the delimiter that cuts most records into the same number of fields."""

    def score(delimiter: str) -> tuple[float, int]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        try:
            widths = Counter(len(record) for record in islice(reader, _SAMPLE_RECORDS) if record)
        except csv.Error:
            return 0.0, 0
        wide = {width: count for width, count in widths.items() if width > 1}
        if not wide:
            return 0.0, 0
        width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
        return count / sum(widths.values()), width

    # A share alone would prefer a comma that stands once in every address over eight
    # semicolons that one faulty row breaks: the width counts as well.
    return max(_DELIMITERS, key=lambda delimiter: score(delimiter)[0] * score(delimiter)[1])


def _records(text: str, delimiter: str, limits: TableLimits, skipped: int) -> Rows:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: Rows = []
    cells = 0
    while True:
        number = skipped + len(rows) + 1
        try:
            record = next(reader, None)
        except csv.Error as error:
            raise Refused("csv_tanda_kutip", row=number) from error
        if record is None:
            return rows
        row = _cells(record, number, limits)
        cells += len(row)
        if number > limits.rows:
            raise Refused("berkas_baris_terlalu_banyak", row=number, batas=limits.rows)
        if cells > limits.cells:
            raise Refused("berkas_sel_terlalu_banyak", row=number)
        rows.append(row)


def _cells(record: list[str], number: int, limits: TableLimits) -> list[str | None]:
    cells: list[str | None] = [field.strip() or None for field in record]
    while cells and cells[-1] is None:
        cells.pop()
    if len(cells) > limits.columns:
        raise Refused(
            "berkas_kolom_terlalu_banyak",
            row=number,
            column=column_letter(len(cells) - 1),
            batas=limits.columns,
        )
    for index, cell in enumerate(cells):
        if cell is not None and len(cell) > limits.cell_characters:
            raise Refused("sel_terlalu_panjang", row=number, column=column_letter(index))
    return cells
