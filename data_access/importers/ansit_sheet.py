"""One party's sheet of an entry workbook: its headings, its desa, its cells."""

from collections.abc import Mapping, Sequence

from analysis.entry_form import (
    CODE_COLUMN,
    CODE_HEADING,
    FIRST_COLUMN,
    FIRST_ROW,
    NAME_COLUMN,
    NAME_HEADING,
    EntryForm,
    FormItem,
    FormSheet,
)
from data_access.importers.ansit_reader import take_marks
from data_access.importers.cells import column_label, column_letter, header_key, quoted, shown
from data_access.importers.coding import examine_cell
from data_access.importers.names import bare_letters
from data_access.importers.numbers import Fault, is_missing, read_count
from data_access.importers.rows import Cells, cell, is_total
from data_access.importers.tables import Rows
from geo.findings import Finding, Severity

Place = tuple[int, str]
"""A row as Excel counts, and a column by its letters with the item's code."""
_SCANNED = 20
_BEFORE = "lalu_"


class SheetReading:
    """One pass over a sheet; `cells`: unit, item, count and place of all that could be read."""

    def __init__(self, form: EntryForm, sheet: FormSheet, rows: Rows) -> None:
        self._form, self._sheet = form, sheet
        self.cells: list[tuple[str, str, int | None, Place]] = []
        self.findings: list[Finding] = []
        self._merged = self._take_merges(rows)
        header = self._find_header(rows)
        if header is None:
            self._report("ansit_judul_hilang")
            return
        self._width = FIRST_COLUMN + len(sheet.items)
        self._beside = self._check_headings(rows[header], rows, header)
        self._read_rows(rows, header + FIRST_ROW - 3)

    def _take_merges(self, rows: Rows) -> set[tuple[int, int]]:
        """Name every merge of cells; gives where they begin."""
        begun = set()
        for number, cells in enumerate(rows):
            for place, text in enumerate(cells):
                plain, _, merged = take_marks(text)
                if merged is not None:
                    begun.add((number, place))
                    cells[place] = plain
                    self._report("ansit_gabung", number + 1, place, {"isi": merged})
        return begun

    def _find_header(self, rows: Rows) -> int | None:
        """The row of codes: the first that begins with "kode" and holds an item."""
        codes = {item.code for item in self._sheet.items}
        for number, cells in enumerate(rows[:_SCANNED]):
            begins = header_key(cell(cells, CODE_COLUMN)) == CODE_HEADING
            if begins and codes & {shown(text) for text in cells}:
                return number
        return None

    def _check_headings(self, codes: Cells, rows: Rows, header: int) -> set[int]:
        """Hold both heading rows against the form; gives the columns of the period before."""
        names = rows[header + 1] if header + 1 < len(rows) else []
        fixed = [(CODE_HEADING, None), (NAME_HEADING, None)]
        expected: list[tuple[str, str | None]] = [*fixed]
        expected += [(item.code, item.heading) for item in self._sheet.items]
        for place, (code, heading) in enumerate(expected):
            found = shown(take_marks(cell(codes, place))[0])
            if found.casefold() != code.casefold():
                self._report_heading(header + 1, place, code, found)
            elif heading is not None and not _same(cell(names, place), heading):
                self._report_heading(header + 2, place, heading, shown(cell(names, place)))
        texts = enumerate(codes[self._width :], start=self._width)
        return {place for place, text in texts if header_key(text).startswith(_BEFORE)}

    def _report_heading(self, row: int, place: int, expected: str, found: str) -> None:
        values = {"semula": quoted(expected), "isi": quoted(found) or "-"}
        self._report("ansit_judul_berubah", row, place, values)

    def _read_rows(self, rows: Rows, first: int) -> None:
        seen: dict[str, int] = {}
        for number, cells in enumerate(rows[first:], start=first + 1):
            own = [text for place, text in enumerate(cells) if place not in self._beside]
            if all(is_missing(take_marks(text)[0]) and not take_marks(text)[1] for text in own):
                continue
            if is_total(cells):
                self._report("ansit_baris_jumlah", number, CODE_COLUMN, severity="catatan")
                continue
            unit = self._read_unit(number, cells, seen)
            self._check_width(number, cells)
            for place, item in enumerate(self._sheet.items, start=FIRST_COLUMN):
                self._read_cell(number, place, cells, item, unit)
        for order, (code, name) in enumerate(self._form.units.items()):
            if code not in seen:
                values = {"kode": code, "desa": quoted(name)}
                self._report("ansit_desa_hilang", first + order + 1, CODE_COLUMN, values)

    def _read_unit(self, number: int, cells: Cells, seen: dict[str, int]) -> str | None:
        """The desa of a row, None with a finding where it is none of this kecamatan's."""
        text, is_formula, _ = take_marks(cell(cells, CODE_COLUMN))
        name = take_marks(cell(cells, NAME_COLUMN))[0]
        reading = examine_cell(text)
        code = reading.code
        values: dict[str, object] = {"isi": quoted(text) or "-", "desa": quoted(name) or "-"}
        if is_formula:
            self._report("ansit_rumus", number, CODE_COLUMN, values | {"butir": CODE_HEADING})
        if text is None:
            self._report("ansit_kode_kosong", number, CODE_COLUMN, values)
        elif code is None:
            self._report("ansit_kode_rusak", number, CODE_COLUMN, values)
        elif code not in self._form.units:
            inside = code.startswith(f"{self._form.wilayah_code}.")
            problem = "ansit_desa_tak_dikenal" if inside else "ansit_desa_asing"
            self._report(problem, number, CODE_COLUMN, values)
        elif code in seen:
            self._report("ansit_desa_ganda", number, CODE_COLUMN, values | {"baris": seen[code]})
        else:
            seen[code] = number
            self._check_name(number, code, name)
            return code
        return None

    def _check_name(self, number: int, code: str, name: str | None) -> None:
        official = self._form.units[code]
        if bare_letters(shown(name), "desa") != bare_letters(official, "desa"):
            values = {"kode": code, "semula": quoted(official), "isi": quoted(name) or "-"}
            self._report("ansit_nama_beda", number, NAME_COLUMN, values)

    def _check_width(self, number: int, cells: Cells) -> None:
        for place, text in enumerate(cells[self._width :], start=self._width):
            if place not in self._beside and not is_missing(take_marks(text)[0]):
                self._report(
                    "ansit_kolom_lebih", number, place, {"isi": quoted(take_marks(text)[0])}
                )

    def _read_cell(
        self, number: int, place: int, cells: Cells, item: FormItem, unit: str | None
    ) -> None:
        text, is_formula, _ = take_marks(cell(cells, place))
        named = self._form.units.get(unit or "", "") or shown(cell(cells, NAME_COLUMN))
        values = {"butir": item.heading, "desa": quoted(named) or "-"}
        if is_formula:
            self._report("ansit_rumus", number, place, values)
            return
        value = read_count(text)
        if isinstance(value, Fault):
            self._report(f"ansit_{value.code}", number, place, values | {"isi": value.text})
        elif unit is not None and (number - 1, place) not in self._merged:
            self.cells.append((unit, item.code, value, (number, self._label(place))))

    def _label(self, place: int) -> str:
        items: Sequence[FormItem] = self._sheet.items
        inside = FIRST_COLUMN <= place < FIRST_COLUMN + len(items)
        return (
            column_label(place, items[place - FIRST_COLUMN].code)
            if inside
            else (column_letter(place))
        )

    def _report(
        self,
        code: str,
        row: int | None = None,
        place: int | None = None,
        values: Mapping[str, object] | None = None,
        severity: Severity = "galat",
    ) -> None:
        label = None if place is None else self._label(place)
        title = self._sheet.title
        self.findings.append(Finding(code, severity, title, row, label, values or {}))


def _same(text: str | None, heading: str) -> bool:
    found = shown(take_marks(text)[0])
    return " ".join(found.split()).casefold() == " ".join(heading.split()).casefold()
