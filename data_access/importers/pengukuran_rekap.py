"""The e-PPGBM rekap: counts by class under merged headers, per puskesmas, desa or kecamatan."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data_access.importers.cells import column_label, header_key, quoted, shown
from data_access.importers.headers import SCANNED_ROWS, names_of
from data_access.importers.rows import (
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
)
from geo.findings import Finding

Cells = Sequence[str | None]

# "KECMATAN" and "Pukesmas" are the application's own spellings.
PLACES = names_of(
    puskesmas="pukesmas nama_puskesmas",
    kecamatan="kecmatan kec nama_kecamatan",
    desa="desa_kel desa_kelurahan kelurahan_desa kelurahan nama_desa",
)
CLASSES = names_of(
    sangat_pendek="severely_stunted", pendek="stunted", normal="", tinggi="", outlier="pencilan"
)
_GROUP = re.compile(r"(?:pb_u_)?(?:atau_)?tb_u(?:_.*)?|tinggi_badan_menurut_umur.*")
_DRAWN = re.compile(r"data\s+tanggal\s*:?\s*(.+)", re.IGNORECASE)
_MONTHS = (
    *("januari", "februari", "maret", "april", "mei", "juni"),
    *("juli", "agustus", "september", "oktober", "november", "desember"),
)
_MONTH = re.compile(r"\b(" + "|".join(_MONTHS) + r")\s+(20\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RekapHeader:
    """Where the names and the height-for-age classes stand; `last` is the last header row."""

    first: int
    last: int
    places: Mapping[str, int]
    classes: Mapping[str, int]
    labels: Cells


def find_rekap_header(rows: Sequence[Cells]) -> RekapHeader | None:
    """Find the group TB/U, the classes under it and the name columns, by their texts."""
    for first, cells in enumerate(rows[:SCANNED_ROWS]):
        start = next(
            (i for i, text in enumerate(cells) if _GROUP.fullmatch(header_key(text))), None
        )
        if start is None:
            continue
        end = next((i for i in range(start + 1, len(cells)) if shown(cells[i])), None)
        for last in range(first + 1, min(first + 4, len(rows))):
            classes = _find_columns(rows[last], CLASSES, start, end or len(rows[last]))
            if {"sangat_pendek", "pendek"} <= set(classes):
                places: dict[str, int] = {}
                for line in rows[first : last + 1]:
                    places |= _find_columns(line, PLACES, 0, start) | places
                if places:
                    return RekapHeader(first, last, places, classes, rows[last])
    return None


def _find_columns(
    cells: Cells, names: Mapping[str, frozenset[str]], start: int, end: int
) -> dict[str, int]:
    found: dict[str, int] = {}
    for place in range(start, min(end, len(cells))):
        for name, synonyms in names.items():
            if header_key(cells[place]) in synonyms - {""}:
                found.setdefault(name, place)
    return found


def parse_rekap(rows: Sequence[Cells], sheet: str | None) -> Parsed:
    """Read a rekap sheet: one unit a row, up to the row JUMLAH, which is held against the sums.

    Errors come as findings with row and column. Source: e-PPGBM, menu Rekap Status Gizi.
    """
    header = find_rekap_header(rows)
    if header is None:
        return Parsed(
            findings=[Finding("layout_tak_dikenal", "galat", sheet, values={"kepala": "-"})]
        )
    level = next(name for name in ("desa", "puskesmas", "kecamatan") if name in header.places)
    parsed = Parsed()
    parsed.source_date, parsed.stated_period = _stated_dates(rows[: header.first + 1])
    ended = False
    for number, cells in enumerate(rows[header.last + 1 :], start=header.last + 2):
        if is_numbering(cells) or not any(shown(text) for text in cells):
            continue
        if is_total(cells):
            ended = True
            parsed.findings += compare_totals(
                parsed.rows,
                cells,
                columns=header.classes,
                header=header.labels,
                sheet=sheet,
                row=number,
            )
            continue
        unit, faults = _read_unit(cells, header, level, sheet, number)
        if unit.is_empty and not faults and (ended or is_nameless(unit.name)):
            continue  # a remark below the table
        parsed.findings += faults
        if ended:
            parsed.findings.append(Finding("baris_sesudah_jumlah", "galat", sheet, number))
        elif is_nameless(unit.name):
            label = column_label(header.places[level], level)
            parsed.findings.append(Finding("nama_kosong", "galat", sheet, number, label))
        else:
            parsed.rows.append(unit)
    for unit in parsed.rows:
        parsed.findings += complete_counts(unit.counts, sheet, unit.row)
    return parsed


def _read_unit(
    cells: Cells, header: RekapHeader, level: str, sheet: str | None, number: int
) -> tuple[UnitRow, list[Finding]]:
    counts, faults = read_counts(cells, header.classes, header.labels, sheet, number)
    places = {name: one_line(cell(cells, index)) for name, index in header.places.items()}
    kecamatan = places.get("kecamatan") if level != "kecamatan" else None
    return UnitRow(number, places[level], level, kecamatan=kecamatan, counts=counts), faults


def _stated_dates(rows: Sequence[Cells]) -> tuple[str | None, str | None]:
    """Read "Data Tanggal : ..." and the month of the title (YYYY-MM) above the table."""
    drawn = period = None
    for text in (shown(text) for cells in rows for text in cells if text):
        if match := _DRAWN.match(text):
            drawn = quoted(match[1])
        elif match := _MONTH.search(text):
            period = f"{match[2]}-{_MONTHS.index(match[1].lower()) + 1:02d}"
    return drawn, period
