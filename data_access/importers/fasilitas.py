"""Health facilities: posyandu, puskesmas, pustu as points, one facility a row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from data_access.importers.cells import column_label, header_key, quoted, shown
from data_access.importers.coding import code_finding, examine_cell
from data_access.importers.fasilitas_checks import Facility, check_degrees, check_doubles
from data_access.importers.headers import Header, find_header, names_of, repeated_columns
from data_access.importers.limits import TableLimits
from data_access.importers.names import bare_letters
from data_access.importers.numbers import Fault, read_decimal
from data_access.importers.pengukuran_checks import shorten
from data_access.importers.region_index import RegionIndex, suggestions
from data_access.importers.region_names import check_name
from data_access.importers.rows import Cells, cell, list_headers, one_line, too_wide
from data_access.importers.tables import DEFAULT_LIMITS, read_table_file
from geo.codes import level_of, parent_of
from geo.findings import Finding, has_errors

_NAMES = names_of(
    kode="code kode_wilayah kode_desa kode_kelurahan kode_kemendagri kode_desa_kelurahan",
    wilayah="desa kelurahan desa_kelurahan nama_desa nama_wilayah nama_desa_kelurahan",
    jenis="kind jenis_fasilitas tipe kategori jenis_faskes jenis_sarana",
    nama="name nama_fasilitas nama_faskes fasilitas nama_posyandu nama_puskesmas nama_sarana",
    lintang="latitude lat y garis_lintang koordinat_lintang titik_lintang lintang_latitude",
    bujur="longitude lon long lng x garis_bujur koordinat_bujur titik_bujur bujur_longitude",
    sumber="source sumber_data",
)
_NEEDED = ("kode", "jenis", "nama", "lintang", "bujur")
_KINDS = {
    "posyandu": "posyandu",
    "pos_pelayanan_terpadu": "posyandu",
    "puskesmas": "puskesmas",
    "pkm": "puskesmas",
    "puskesmas_induk": "puskesmas",
    "pusat_kesehatan_masyarakat": "puskesmas",
    "pustu": "pustu",
    "puskesmas_pembantu": "pustu",
}
_LONGEST_NAME, _LONGEST_SOURCE = 160, 120


@dataclass(slots=True)
class FasilitasFile:
    """What a file of facilities holds: the rows that could be read, and what was found.

    A "galat" among the findings stops the import as a whole; the other rows are here all the
    same, so that all of their faults are named at once. `sheet` is where they stood.
    """

    facilities: tuple[Facility, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    sheet: str | None = None


def read_facilities_file(
    path: Path, index: RegionIndex, limits: TableLimits = DEFAULT_LIMITS
) -> FasilitasFile:
    """Read a table of facilities: kode, jenis, nama, lintang, bujur (wilayah, sumber).

    `kode` is of the desa, or of the kecamatan where the desa is not known. Degrees (WGS 84) with
    decimal comma or point. Where a point lies is checked by `fasilitas_checks.check_places`.
    """
    table = read_table_file(path, limits)
    findings = list(table.findings)
    for sheet, rows in table.sheets.items():
        header = find_header(rows, _NAMES)
        if header is not None and header.has(*_NEEDED):
            findings += repeated_columns(header, quoted(sheet) or None)
            return _read(rows, header, quoted(sheet) or None, index, findings)
    if table.sheets:
        first = next((rows[0] for rows in table.sheets.values() if rows), [])
        values = {"kepala": list_headers(first) or "-"}
        findings.append(Finding("fasilitas_kolom_kurang", "galat", values=values))
    return FasilitasFile(findings=findings)


def _read(
    rows: Sequence[Cells],
    header: Header,
    sheet: str | None,
    index: RegionIndex,
    findings: list[Finding],
) -> FasilitasFile:
    facilities: list[Facility] = []
    filled = 0
    for number, cells in enumerate(rows[header.index + 1 :], start=header.index + 2):
        if not any(shown(text) for text in cells):
            continue
        filled += 1
        findings += too_wide(cells, header.cells, sheet, number)
        facility, faults = _Row(cells, header, sheet, number).read(index)
        findings += faults
        if facility is not None:
            facilities.append(facility)
    if not filled:
        findings.append(Finding("tanpa_baris", "galat", sheet))
    findings += check_doubles(facilities, sheet)
    return FasilitasFile(tuple(facilities), shorten(findings), sheet)


@dataclass(frozen=True, slots=True)
class _Row:
    cells: Cells
    header: Header
    sheet: str | None
    number: int

    def read(self, index: RegionIndex) -> tuple[Facility | None, list[Finding]]:
        code, findings = self._read_region(index)
        kind, faults = self._read_kind()
        findings += faults
        name, source = one_line(self._text("nama")), one_line(self._text("sumber"))
        if not name:
            findings.append(self._fault("fasilitas_tanpa_nama", "nama"))
        for words, column, longest in (
            (name, "nama", _LONGEST_NAME),
            (source, "sumber", _LONGEST_SOURCE),
        ):
            findings += check_name(words, self.sheet, self.number, column, longest=longest)
        latitude, longitude = (
            self._read_degrees("lintang", findings),
            self._read_degrees("bujur", findings),
        )
        if latitude is None or longitude is None:
            return None, findings
        findings += check_degrees(latitude, longitude, self.sheet, self.number)
        if has_errors(findings) or code is None or kind is None:
            return None, findings
        return Facility(code, kind, name, latitude, longitude, source, self.number), findings

    def _read_region(self, index: RegionIndex) -> tuple[str | None, list[Finding]]:
        text = self._text("kode")
        reading = examine_cell(text)
        findings = code_finding(reading, text, self.sheet, self.number)
        code = reading.code
        if code is None:
            return None, findings
        region = index.get(code)
        name = one_line(self._text("wilayah"))
        if level_of(code) not in {"desa", "kecamatan"}:
            findings.append(self._fault("fasilitas_tingkat", "kode", kode=code))
        elif region is None:
            near = suggestions(name, index.children(parent_of(code) or "", level_of(code))) or "-"
            values = {"kode": code, "nama": quoted(name), "dekat": near}
            findings.append(self._fault("kode_tak_dikenal", "kode", **values))
        elif "wilayah" in self.header.columns and name:
            findings += self._compare_name(code, name, index)
        return code, findings

    def _compare_name(self, code: str, name: str, index: RegionIndex) -> list[Finding]:
        """The name beside the code is the desa's, or its kecamatan's."""
        known = [region for each in (code, code[:8]) if (region := index.get(each)) is not None]
        if any(bare_letters(name, r.level) == bare_letters(r.name, r.level) for r in known):
            return []
        values = {"kode": code, "nama": quoted(name), "nama_resmi": known[0].name}
        return [Finding("nama_beda", "peringatan", self.sheet, self.number, "nama", values)]

    def _read_kind(self) -> tuple[str | None, list[Finding]]:
        text = self._text("jenis")
        kind = _KINDS.get(header_key(text))
        if kind is not None:
            return kind, []
        return None, [self._fault("fasilitas_jenis", "jenis", isi=quoted(text) or "-")]

    def _read_degrees(self, name: str, findings: list[Finding]) -> float | None:
        value = read_decimal(self._text(name))
        if isinstance(value, Fault):
            findings.append(self._fault("derajat_tak_terbaca", name, isi=value.text))
            return None
        if value is None:
            findings.append(self._fault("derajat_kosong", name))
        return value

    def _text(self, name: str) -> str | None:
        return cell(self.cells, self.header.columns.get(name))

    def _fault(self, code: str, name: str, **values: object) -> Finding:
        place = self.header.columns[name]
        label = column_label(place, self.header.cells[place])
        return Finding(code, "galat", self.sheet, self.number, label, values)
