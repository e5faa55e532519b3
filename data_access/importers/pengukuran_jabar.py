"""Open Data Jabar per desa: counts of stunted children without the number measured."""

from collections.abc import Sequence

from data_access.importers.cells import column_label, quoted, shown
from data_access.importers.headers import Header, find_header, names_of, repeated_columns
from data_access.importers.rows import (
    Parsed,
    UnitRow,
    cell,
    complete_counts,
    one_line,
    read_counts,
    too_wide,
)
from geo.findings import Finding

Cells = Sequence[str | None]

NAMES = names_of(
    kode="kemendagri_kode_desa_kelurahan",
    nama="kemendagri_nama_desa_kelurahan",
    kecamatan="kemendagri_nama_kecamatan",
    kabupaten="bps_nama_kabupaten_kota nama_kabupaten_kota",
    stunting="jumlah_balita_stunting jumlah_stunting jumlah_anak_stunting",
    satuan="",
    tahun="",
)
_UNITS = frozenset(["anak", "orang", "balita", "jiwa"])


def find_jabar_header(rows: Sequence[Cells]) -> Header | None:
    """Find the header of the portal: a code, a count and the year, which no other layout states."""
    header = find_header(rows, NAMES)
    return header if header is not None and header.has("kode", "stunting", "tahun") else None


def parse_jabar(rows: Sequence[Cells], sheet: str | None, year: str | None = None) -> Parsed:
    """Read the portal's file: one desa a row, "-" where nothing is known; `year` picks a year.

    The result has counts of stunted children only: no prevalence can follow from it.
    """
    header = find_jabar_header(rows)
    if header is None:
        return Parsed(
            findings=[Finding("layout_tak_dikenal", "galat", sheet, values={"kepala": "-"})]
        )
    parsed = Parsed(findings=repeated_columns(header, sheet))
    years: set[str] = set()
    for number, cells in enumerate(rows[header.index + 1 :], start=header.index + 2):
        if not any(shown(text) for text in cells):
            continue
        stated_year = shown(cell(cells, header.columns.get("tahun")))
        years.add(stated_year)
        if year is not None and stated_year not in {year, ""}:
            continue
        parsed.findings += too_wide(cells, header.cells, sheet, number)
        parsed.findings += _check_unit(cells, header, sheet, number)
        counts, faults = read_counts(
            cells, {"stunting": header.columns["stunting"]}, header.cells, sheet, number
        )
        parsed.findings += faults + complete_counts(counts, sheet, number)
        parsed.rows.append(_unit(cells, header, counts, number))
    if len(years) > 1 and year is None:
        parsed.findings.append(
            Finding(
                "tahun_ganda",
                "galat",
                sheet,
                values={"tahun": ", ".join(sorted(map(quoted, years)))},
            )
        )
    elif year is not None and years and not years & {year, ""}:
        parsed.findings.append(
            Finding(
                "tahun_beda",
                "galat",
                sheet,
                values={"tahun": ", ".join(sorted(map(quoted, years))), "diminta": year},
            )
        )
    return parsed


def _unit(cells: Cells, header: Header, counts: dict[str, int | None], number: int) -> UnitRow:
    columns = header.columns
    return UnitRow(
        number,
        one_line(cell(cells, columns.get("nama"))),
        "desa",
        code=cell(cells, columns["kode"]) or "",
        kecamatan=one_line(cell(cells, columns.get("kecamatan"))) or None,
        kabupaten=one_line(cell(cells, columns.get("kabupaten"))) or None,
        counts=counts,
    )


def _check_unit(cells: Cells, header: Header, sheet: str | None, number: int) -> list[Finding]:
    """Refuse a row counted in anything but children, such as percent."""
    index = header.columns.get("satuan")
    unit = shown(cell(cells, index)).casefold()
    if index is None or unit in _UNITS or not unit:
        return []
    return [
        Finding(
            "satuan_lain",
            "galat",
            sheet,
            number,
            column_label(index, header.cells[index]),
            {"isi": quoted(unit)},
        )
    ]
