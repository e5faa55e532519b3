"""Survey estimates (SSGI, SKI, Riskesdas): one kabupaten or provinsi and year a row."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from data_access.importers.cells import column_label, quoted, shown
from data_access.importers.coding import code_finding, examine_cell
from data_access.importers.headers import Header, find_header, names_of, repeated_columns
from data_access.importers.limits import TableLimits
from data_access.importers.names import bare_letters
from data_access.importers.numbers import Fault, read_count, read_decimal
from data_access.importers.pengukuran_checks import shorten
from data_access.importers.region_index import RegionIndex
from data_access.importers.region_names import check_name
from data_access.importers.rows import Cells, cell, list_headers, one_line, too_wide
from data_access.importers.tables import DEFAULT_LIMITS, read_table_file
from geo.codes import level_of
from geo.findings import Finding, has_errors

_NAMES = names_of(
    kode="code kode_wilayah kode_kemendagri kode_kabupaten",
    nama="name nama_wilayah kabupaten kabupaten_kota",
    tahun="year",
    sumber="survei source",
    prevalensi_pct="prevalensi prevalensi_% prevalence prevalensi_persen",
    bawah_pct="bawah batas_bawah ci_bawah lower",
    atas_pct="atas batas_atas ci_atas upper",
    sampel="n n_sampel jumlah_sampel sampel_jiwa",
)
_NEEDED = ("kode", "tahun", "sumber", "prevalensi_pct")
_PERCENTAGES = ("prevalensi_pct", "bawah_pct", "atas_pct")
_LONGEST_SOURCE = 60
_YEAR = re.compile(r"(19|20)\d\d")
SURVEI_COLUMNS = ("wilayah_code", "year", "source", *_PERCENTAGES, "sampel_jiwa", "row")


@dataclass(slots=True)
class SurveiFile:
    """rows: wilayah_code, year (int), source, prevalensi_pct, bawah_pct, atas_pct (percent, NaN
    where not stated), sampel_jiwa (NaN where not stated), row; one row a region x year x source,
    empty when a finding is a "galat"."""

    rows: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(SURVEI_COLUMNS)))
    findings: list[Finding] = field(default_factory=list)


def read_survei(
    path: Path, regions: pd.DataFrame, limits: TableLimits = DEFAULT_LIMITS
) -> SurveiFile:
    """Read a survey file: kode, tahun, sumber, prevalensi_pct (nama, bawah_pct, atas_pct, sampel).

    Percentages in percent, decimal comma or point, 0 to 100, bawah <= prevalensi <= atas.
    """
    table = read_table_file(path, limits)
    findings = list(table.findings)
    for sheet, rows in table.sheets.items():
        header = find_header(rows, _NAMES)
        if header is not None and header.has(*_NEEDED):
            findings += repeated_columns(header, quoted(sheet) or None)
            return _read(rows, header, quoted(sheet) or None, RegionIndex(regions), findings)
    if table.sheets:
        first = next((rows[0] for rows in table.sheets.values() if rows), [])
        findings.append(
            Finding("survei_kolom_kurang", "galat", values={"kepala": list_headers(first) or "-"})
        )
    return SurveiFile(findings=findings)


def _read(
    rows: list[list[str | None]],
    header: Header,
    sheet: str | None,
    index: RegionIndex,
    findings: list[Finding],
) -> SurveiFile:
    seen: dict[tuple[object, ...], int] = {}
    records: list[dict[str, object]] = []
    for number, cells in enumerate(rows[header.index + 1 :], start=header.index + 2):
        if not any(shown(text) for text in cells):
            continue
        findings += too_wide(cells, header.cells, sheet, number)
        record, faults = _read_row(cells, header, sheet, number, index)
        findings += faults
        key = (record["wilayah_code"], record["year"], str(record["source"]).casefold())
        if not has_errors(faults) and key in seen:
            findings.append(
                Finding(
                    "survei_ganda",
                    "galat",
                    sheet,
                    number,
                    None,
                    {"kode": key[0], "tahun": key[1], "baris": seen[key]},
                )
            )
        seen.setdefault(key, number)
        records.append(record)
    if not records:
        findings.append(Finding("tanpa_baris", "galat", sheet))
    result = SurveiFile(findings=shorten(findings))
    if not has_errors(findings):
        numbers = dict.fromkeys((*_PERCENTAGES, "sampel_jiwa"), float)
        frame = pd.DataFrame(records, columns=list(SURVEI_COLUMNS))
        result.rows = frame.astype(numbers | {"year": int, "row": int})
    return result


def _read_row(
    cells: Cells, header: Header, sheet: str | None, number: int, index: RegionIndex
) -> tuple[dict[str, object], list[Finding]]:
    columns = header.columns

    def fault(code: str, name: str, **values: object) -> Finding:
        label = column_label(columns[name], header.cells[columns[name]])
        return Finding(code, "galat", sheet, number, label, values)

    text = cell(cells, columns["kode"])
    code, findings = _read_region(
        text, cells, header=header, sheet=sheet, number=number, index=index
    )
    year, source = shown(cell(cells, columns["tahun"])), one_line(cell(cells, columns["sumber"]))
    if not _YEAR.fullmatch(year):
        findings.append(fault("tahun_tak_terbaca", "tahun", isi=quoted(year)))
    elif int(year) > datetime.now(UTC).year:
        findings.append(fault("tahun_belum_tiba", "tahun", isi=year))
    if not source:
        findings.append(fault("sumber_kosong", "sumber"))
    findings += check_name(source, sheet, number, "sumber", longest=_LONGEST_SOURCE)
    values: dict[str, float | None] = {}
    for name in (*_PERCENTAGES, "sampel"):
        raw = cell(cells, columns.get(name))
        value = read_count(raw) if name == "sampel" else read_decimal(raw, percent_sign=True)
        if isinstance(value, Fault):
            findings.append(fault(value.code, name, isi=value.text))
            value = None
        elif name != "sampel" and value is not None and not 0 <= value <= 100:
            findings.append(fault("persen_di_luar_batas", name, nilai=value))
        values[name] = value
    findings += _check_interval(values, sheet, number)
    return {
        "wilayah_code": code,
        "year": year,
        "source": source,
        "row": number,
        "sampel_jiwa": values.pop("sampel"),
        **values,
    }, findings


def _read_region(
    text: str | None,
    cells: Cells,
    *,
    header: Header,
    sheet: str | None,
    number: int,
    index: RegionIndex,
) -> tuple[str | None, list[Finding]]:
    if shown(text) == "ID":
        return "ID", []
    reading = examine_cell(text)
    findings = code_finding(reading, text, sheet, number)
    code = reading.code
    if code is None:
        return None, findings
    region = index.get(code)
    name = one_line(cell(cells, header.columns.get("nama")))
    findings += check_name(name, sheet, number, "nama")
    if level_of(code) not in {"provinsi", "kabupaten"}:
        findings.append(Finding("survei_tingkat", "galat", sheet, number, "kode", {"kode": code}))
    elif region is None:
        findings.append(
            Finding(
                "kode_tak_dikenal",
                "galat",
                sheet,
                number,
                "kode",
                {"kode": code, "nama": quoted(name), "dekat": "-"},
            )
        )
    elif name and bare_letters(name, region.level) != bare_letters(region.name, region.level):
        findings.append(
            Finding(
                "nama_beda",
                "peringatan",
                sheet,
                number,
                "nama",
                {"kode": code, "nama": quoted(name), "nama_resmi": region.name},
            )
        )
    return code, findings


def _check_interval(
    values: dict[str, float | None], sheet: str | None, number: int
) -> list[Finding]:
    middle, low, high = (values[name] for name in _PERCENTAGES)
    findings = []
    if middle is None:
        findings.append(Finding("prevalensi_kosong", "galat", sheet, number, "prevalensi_pct"))
        return findings
    if (low is not None and low > middle) or (high is not None and high < middle):
        findings.append(
            Finding(
                "selang_terbalik",
                "galat",
                sheet,
                number,
                None,
                {"bawah": low, "prevalensi": middle, "atas": high},
            )
        )
    if 0 < middle < 1:
        # 22.7 % stored by Excel as 0.227 looks like this; a real figure below 1 % is not known.
        findings.append(
            Finding(
                "persen_seperti_pecahan",
                "peringatan",
                sheet,
                number,
                "prevalensi_pct",
                {"nilai": middle},
            )
        )
    return findings
