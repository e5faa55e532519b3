"""The plain layout: one unit a row with its code (or name), target and classes."""

from collections.abc import Collection, Sequence

from data_access.importers.cells import column_label, header_key, quoted, shown
from data_access.importers.headers import Header, find_header, names_of, repeated_columns
from data_access.importers.rows import (
    COUNTS,
    Parsed,
    UnitRow,
    cell,
    compare_totals,
    complete_counts,
    is_nameless,
    is_numbering,
    is_total,
    one_line,
    read_counts,
    too_wide,
)
from geo.findings import Finding

Cells = Sequence[str | None]

NAMES = names_of(
    kode="code kode_wilayah kode_kemendagri kemendagri_code kode_desa kode_desa_kelurahan"
    " kode_desa_kel kode_kecamatan kode_puskesmas kode_unit unit_code",
    kode_bps="bps_code iddesa id_desa kode_desa_bps",
    nama="name nama_wilayah nama_unit nama_desa desa desa_kel desa_kelurahan kelurahan",
    puskesmas="pukesmas nama_puskesmas",
    kecamatan="kec kecmatan nama_kecamatan",
    sasaran="sasaran_jiwa jumlah_sasaran target sasaran_balita balita_sasaran",
    sangat_pendek="sangat_pendek_jiwa severely_stunted",
    pendek="pendek_jiwa stunted",
    normal="normal_jiwa",
    tinggi="tinggi_jiwa",
    outlier="outlier_jiwa pencilan",
    stunting="stunting_jiwa jumlah_stunting balita_stunting jumlah_balita_stunting",
    diukur="diukur_jiwa jumlah_diukur balita_diukur jumlah_balita_diukur measured",
)
_UNIT_COLUMNS = ("nama", "puskesmas", "kecamatan")


def find_plain_header(rows: Sequence[Cells]) -> Header | None:
    """Find a header with a unit (code or name) and children counted (classes or stunting)."""
    header = find_header(rows, NAMES)
    return header if header is not None and has_unit_and_count(header.columns) else None


def has_unit_and_count(columns: Collection[str]) -> bool:
    """Tell whether columns name a unit (code or name) and count children (classes or stunting)."""
    named = any(name in columns for name in ("kode", "kode_bps", *_UNIT_COLUMNS))
    return named and ("stunting" in columns or {"sangat_pendek", "pendek"} <= set(columns))


def parse_plain(rows: Sequence[Cells], sheet: str | None, header: Header | None = None) -> Parsed:
    """Read a plain sheet: one unit a row; a row "JUMLAH" is held against the sums.

    Columns: kode or kode_bps (or kecamatan and nama), nama, sasaran, sangat_pendek, pendek,
    normal, tinggi, outlier; or stunting and, where known, diukur. Errors come as findings.
    `header`: the columns as a person said them, instead of those known by their names.
    """
    header = header or find_plain_header(rows)
    if header is None:
        return Parsed(
            findings=[Finding("layout_tak_dikenal", "galat", sheet, values={"kepala": "-"})]
        )
    parsed = Parsed(findings=repeated_columns(header, sheet) + _ignored(header, sheet))
    for number, cells in enumerate(rows[header.index + 1 :], start=header.index + 2):
        if is_numbering(cells) or not any(shown(text) for text in cells):
            continue
        if is_total(cells):
            parsed.findings += compare_totals(
                parsed.rows,
                cells,
                columns=header.columns,
                header=header.cells,
                sheet=sheet,
                row=number,
            )
            continue
        parsed.findings += too_wide(cells, header.cells, sheet, number)
        counts, faults = read_counts(cells, header.columns, header.cells, sheet, number)
        unit = _unit(cells, header, counts, number)
        parsed.findings += faults
        if unit.code is None and unit.bps_code is None and is_nameless(unit.name):
            if unit.is_empty and not faults:
                continue  # a remark below the table
            place = min(header.columns.values())
            parsed.findings.append(
                Finding(
                    "unit_kosong", "galat", sheet, number, column_label(place, header.cells[place])
                )
            )
        else:
            parsed.rows.append(unit)
    for unit in parsed.rows:
        parsed.findings += complete_counts(unit.counts, sheet, unit.row)
    return parsed


def _unit(cells: Cells, header: Header, counts: dict[str, int | None], number: int) -> UnitRow:
    columns = header.columns
    has_code = header.has("kode") or header.has("kode_bps")
    source = next((name for name in _UNIT_COLUMNS if name in columns), None)
    level = None if has_code else {"nama": "desa", None: None}.get(source, source)
    name = one_line(cell(cells, columns[source])) if source else ""
    kecamatan = one_line(cell(cells, columns.get("kecamatan"))) if source != "kecamatan" else ""
    return UnitRow(
        number,
        name,
        level,
        code=_code(cell(cells, columns.get("kode"))),
        bps_code=_code(cell(cells, columns.get("kode_bps"))),
        kecamatan=kecamatan or None,
        counts=counts,
    )


def _code(text: str | None) -> str | None:
    """Keep a code's mark: a code that Excel made a number or a date must stay known as such."""
    return None if shown(text) in {"", "-"} else text


def _ignored(header: Header, sheet: str | None) -> list[Finding]:
    used = {*header.columns.values(), *header.repeated.values()}
    ignored = [
        quoted(text)
        for place, text in enumerate(header.cells)
        if shown(text) and place not in used and header_key(text) not in {"no", "nomor"}
    ]
    if not ignored:
        return []
    return [
        Finding(
            "kolom_diabaikan",
            "catatan",
            sheet,
            header.index + 1,
            values={"kolom": "; ".join(ignored), "dikenal": ", ".join(COUNTS)},
        )
    ]
