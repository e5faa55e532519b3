"""The codes of one row: its sub kegiatan and its account, from their columns or from above."""

from collections.abc import Mapping, Sequence

from data_access.importers.cells import quoted, shown
from data_access.importers.region_names import check_name
from data_access.importers.sipd_cells import LENGTHS, SipdTable, clean
from data_access.importers.sipd_codes import (
    CodeReading,
    read_account,
    read_subkegiatan,
    split_code,
)
from data_access.importers.sipd_notes import Notes

Cells = Sequence[str | None]

_REPAIRED = {
    "subkegiatan": "sipd_diperbaiki_subkegiatan",
    "rekening": "sipd_diperbaiki_rekening",
}


class CodeColumns:
    """Reads each code once, however many rows repeat it."""

    def __init__(self, table: SipdTable, notes: Notes, ending: int | None) -> None:
        self._table = table
        self._notes = notes
        self._ending = ending
        self._codes: dict[tuple[str, str | None, str | None], CodeReading] = {}
        self._skpd: dict[tuple[str, str], tuple[str, str | None]] = {}

    def read(self, meaning: str, cells: Cells, row: int, context: Mapping[str, str]) -> CodeReading:
        """Read the code of a "subkegiatan" or "rekening"; a fault is reported at its row."""
        code_text, name_text = self._find(meaning, cells, context)
        key = (meaning, code_text, name_text)
        if key not in self._codes:
            self._codes[key] = self._read(meaning, code_text, name_text)
        reading = self._codes[key]
        if reading.fault:
            values = {"isi": quoted(code_text or name_text), "calon": reading.candidates or "-"}
            self._table.report(reading.fault, row, self._column(meaning), values)
        elif reading.is_repaired:
            isi = quoted(code_text or name_text)
            self._notes.add(_REPAIRED[meaning], row, isi=isi, kode=reading.code)
        elif reading.code and reading.name == reading.code:
            self._notes.add("sipd_tanpa_nama", row, kode=reading.code)
        return reading

    def read_skpd(self, row: int, said: Mapping[str, str]) -> tuple[str, str | None]:
        """The SKPD's name and code; each name is checked where it comes first."""
        key = (said["skpd"], said["kode_skpd"])
        if key not in self._skpd:
            code, name = split_code(said["skpd"])
            name = name or said["skpd"]
            code = split_code(said["kode_skpd"])[0] or said["kode_skpd"] or code
            self._skpd[key] = (name, code or None)
            sheet, longest = self._table.sheet, LENGTHS["skpd"]
            self._table.findings += check_name(name, sheet, row, "SKPD", longest=longest)
        return self._skpd[key]

    def _find(
        self, meaning: str, cells: Cells, context: Mapping[str, str]
    ) -> tuple[str | None, str | None]:
        if "kode" not in self._table.columns:  # an outline says them above its lines
            code_text = self._table.raw(cells, f"kode_{meaning}")
            name_text = self._table.raw(cells, meaning)
            if shown(code_text) or shown(name_text):
                return code_text, name_text
        return context.get(f"kode_{meaning}"), context.get(meaning)

    def _read(self, meaning: str, code_text: str | None, name_text: str | None) -> CodeReading:
        has_code = bool(shown(code_text))
        written = code_text if has_code else name_text
        if meaning == "rekening":
            reading = read_account(written)
        else:
            reading = read_subkegiatan(written, self._ending)
        if reading.code is None:
            fault = reading.fault or (f"sipd_kode_{meaning}" if has_code else None)
            return CodeReading(None, fault=fault, candidates=reading.candidates)
        plain = clean(name_text)
        beside, rest = split_code(plain)
        name = (rest if beside else plain) or reading.name
        if meaning == "subkegiatan":
            name = name or reading.code
        return CodeReading(reading.code, name, reading.is_repaired)

    def _column(self, meaning: str) -> str:
        names = (f"kode_{meaning}", meaning, "kode")
        return next((name for name in names if name in self._table.columns), meaning)
