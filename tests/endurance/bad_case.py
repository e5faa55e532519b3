"""What a bad file is: how it is made, where it is handed in, and how it must be refused."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.corpus.tables import Line, write_csv, write_xlsx

Make = Callable[[Path], object]

KABUPATEN, JUAI, HALONG = "63.11", "63.11.01", "63.11.02"
SATU, DUA = f"{JUAI}.2001", f"{JUAI}.2002"
HEAD = ("kode", "nama", "sasaran", "sangat_pendek", "pendek", "normal", "tinggi")
GOOD: Line = (SATU, "Desa Satu", 60, 3, 7, 38, 2)
NEXT: Line = (DUA, "Desa Dua", 60, 3, 7, 38, 2)


@dataclass(frozen=True, slots=True)
class BadFile:
    """One file that must be refused.

    `wrong` says what is wrong with it. `codes`: one of them must be found as a "galat"; with `row`,
    `column` (how its name begins) and `sheet` where the fault has a place. `page_only` for faults
    that only a person's duties make: the command line has none.
    """

    wrong: str
    file: str
    make: Make
    codes: tuple[str, ...]
    kind: str = "pengukuran"
    row: int | None = None
    column: str | None = None
    sheet: str | None = None
    period: str = "2025-08"
    source: str = "e-PPGBM"
    area: str | None = KABUPATEN

    def __str__(self) -> str:
        return self.wrong


def raw(wrong: str, file: str, content: bytes, *codes: str, **more: object) -> BadFile:
    """A file of these very bytes."""
    return BadFile(wrong, file, lambda path: path.write_bytes(content), codes, **more)  # type: ignore[arg-type]


def lines(wrong: str, rows: Sequence[Line], code: str, **more: object) -> BadFile:
    """A csv of these lines."""
    return BadFile(wrong, "tabel.csv", lambda path: write_csv(path, rows), (code,), **more)  # type: ignore[arg-type]


def sheets(wrong: str, book: dict[str, Sequence[Line]], code: str, **more: object) -> BadFile:
    """A workbook of these sheets."""
    return BadFile(wrong, "tabel.xlsx", lambda path: write_xlsx(path, book), (code,), **more)  # type: ignore[arg-type]


def sheet(wrong: str, rows: Sequence[Line], code: str, **more: object) -> BadFile:
    """A workbook of one sheet "Data"."""
    return sheets(wrong, {"Data": rows}, code, **{"sheet": "Data", **more})


def with_cell(column: int, value: object) -> list[Line]:
    """A sound table but for one cell, in its third line."""
    return [HEAD, GOOD, (*NEXT[:column], value, *NEXT[column + 1 :])]


def csv_cell(wrong: str, column: int, value: object, code: str) -> BadFile:
    """A csv of measurements with one bad cell."""
    return lines(wrong, with_cell(column, value), code, row=3, column=_letter(column, code))


def excel_cell(wrong: str, column: int, value: object, code: str) -> BadFile:
    """A workbook of measurements with one bad cell."""
    return sheet(wrong, with_cell(column, value), code, row=3, column=_letter(column, code))


def _letter(column: int, code: str) -> str | None:
    """How the report names the column: by letter, a code's column by its name."""
    return "ABCDEFG"[column] if code.startswith("angka") else None
