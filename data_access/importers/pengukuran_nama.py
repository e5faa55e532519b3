"""e-PPGBM by name: children counted to desa in memory; nothing about a child leaves here.

Runs in the child process of `tables`. A finding names a row, never a NIK, a name or a cell.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from data_access.importers.cells import column_label, header_key, shown
from data_access.importers.dates import is_day_first, read_date
from data_access.importers.headers import SCANNED_ROWS, Header, find_header, names_of
from data_access.importers.numbers import Fault, is_missing, read_decimal
from data_access.importers.rows import (
    CLASSES,
    cell,
    is_nameless,
    is_numbering,
    one_line,
    too_wide,
)
from geo.findings import Finding, Severity

Cells = Sequence[str | None]

NAMES = names_of(
    nik="no_nik nik_anak nik_balita",
    kabupaten="kab_kota kab kabupaten_kota",
    kecamatan="kec kecmatan nama_kecamatan",
    desa="desa_kel desa_kelurahan kelurahan kel_desa nama_desa",
    tanggal="tanggal_pengukuran tgl_pengukuran tanggal_ukur tgl_ukur tanggalukur",
    kelas="tb_u pb_u_atau_tb_u",
    z="zs_tb_u zscore_tb_u z_score_tb_u",
)
_NEEDED = ("nik", "kecamatan", "desa", "tanggal")
_CLASS_WORDS = {
    "sangat pendek": "sangat_pendek",
    "severely stunted": "sangat_pendek",
    "pendek": "pendek",
    "stunted": "pendek",
    "normal": "normal",
    "tinggi": "tinggi",
    "outlier": "outlier",
    "pencilan": "outlier",
}
_NIK = re.compile(r"\d{16}")
_MANY_DIGITS = re.compile(r"\d{6}")
# From this many children on, numbers that all end in 0 are Excel's rounding to 15 digits.
_ROUNDED_FROM = 20

Place = tuple[str, str, str]


@dataclass(slots=True)
class CountedChildren:
    """Counts of one sheet. Each unit: month "YYYY-MM", kabupaten, kecamatan, desa, row (first
    in the file) and the children of each class and outliers."""

    units: list[dict[str, str | int]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Child:
    day: date
    row: int
    place: Place
    outcome: str


@cache
def _cut_offs() -> dict[str, float]:
    # Read here and not through `data_access.reference`, whose pandas the child process can spare.
    text = (Path(__file__).parents[1] / "reference" / "kelas_tbu.toml").read_text("utf-8")
    return {name: value for name, value in tomllib.loads(text).items() if name.endswith("_z")}


def lists_children(rows: Sequence[Cells]) -> bool:
    """Tell whether a sheet lists children by name: one of its first rows has a column NIK."""
    return any(header_key(text) in NAMES["nik"] for cells in rows[:SCANNED_ROWS] for text in cells)


def count_children(rows: Sequence[Cells], sheet: str | None) -> CountedChildren:
    """Count the children of a sheet by month, desa and height-for-age class.

    One child (NIK) counts once a month, by its last date; of two rows with one date the later
    row counts. A class beyond the outlier limit of `kelas_tbu.toml` is an outlier.
    """
    result = CountedChildren()
    header = find_header(rows, NAMES)
    if header is None or not header.has(*_NEEDED) or not {"kelas", "z"} & set(header.columns):
        result.findings.append(Finding("nama_kolom_kurang", "galat", sheet))
        return result
    data = [
        (number, cells)
        for number, cells in enumerate(rows, start=1)
        if number > header.index + 1
        and any(shown(text) for text in cells)
        and not is_numbering(cells)
    ]
    tally: Counter[str] = Counter()
    children = _read_children(data, header, sheet, result.findings, tally)
    result.findings.extend(
        Finding(code, "catatan", sheet, values={"jumlah": count})
        for code, count in sorted(tally.items())
    )
    result.units = _count(children)
    return result


def _read_children(
    data: list[tuple[int, Cells]],
    header: Header,
    sheet: str | None,
    findings: list[Finding],
    tally: Counter[str],
) -> list[_Child]:
    columns = header.columns
    day_first, sure = is_day_first(cell(cells, columns["tanggal"]) for _, cells in data)
    if sure != "pasti":
        severity: Severity = "galat" if sure == "campur" else "peringatan"
        findings.append(
            Finding(
                f"urutan_tanggal_{sure}",
                severity,
                sheet,
                None,
                column_label(columns["tanggal"], ""),
            )
        )
    niks = [shown(cell(cells, columns["nik"])) for _, cells in data]
    rounded = len(niks) >= _ROUNDED_FROM and all(nik.endswith("0") for nik in niks)
    if rounded:
        findings.append(Finding("nik_dibulatkan", "peringatan", sheet))
    latest: dict[tuple[str, str], _Child] = {}
    for (number, cells), nik in zip(data, niks, strict=True):
        faults = too_wide(cells, header.cells, sheet, number)
        child = (
            None
            if faults
            else _read_child(
                cells, columns, day_first=day_first, number=number, sheet=sheet, faults=faults
            )
        )
        findings.extend(faults)
        if child is None:
            tally["anak_tanpa_tbu"] += not faults
            continue
        known = not rounded and _NIK.fullmatch(nik) is not None
        tally["anak_tanpa_nik"] += not known
        key = (nik if known else f"baris {number}", child.day.isoformat()[:7])
        earlier = latest.get(key)
        tally["anak_berulang"] += earlier is not None
        if earlier is None or child.day >= earlier.day:
            latest[key] = child
    for code in [code for code, count in tally.items() if not count]:
        del tally[code]
    return list(latest.values())


def _read_child(
    cells: Cells,
    columns: Mapping[str, int],
    *,
    day_first: bool,
    number: int,
    sheet: str | None,
    faults: list[Finding],
) -> _Child | None:
    """Read one row; None with faults where it is wrong, None without where not measured."""

    def fault(code: str, name: str) -> None:
        faults.append(Finding(code, "galat", sheet, number, column_label(columns[name], "")))

    outcome = _outcome(cells, columns)
    if outcome is None:
        return None
    if outcome == "":
        fault("tbu_tak_terbaca", "kelas" if "kelas" in columns else "z")
    day = read_date(cell(cells, columns["tanggal"]), day_first=day_first)
    if day is None:
        fault("tanggal_tak_terbaca", "tanggal")
    place = {
        name: one_line(cell(cells, columns.get(name)))
        for name in ("kabupaten", "kecamatan", "desa")
    }
    for name in ("kecamatan", "desa"):
        if is_nameless(place[name]):
            fault("nama_kosong", name)
        elif _MANY_DIGITS.search(place[name]):
            fault("nama_berisi_angka", name)
    if faults or day is None:
        return None
    return _Child(day, number, (place["kabupaten"], place["kecamatan"], place["desa"]), outcome)


def _outcome(cells: Cells, columns: Mapping[str, int]) -> str | None:
    """Tell a child's class: None where it was not measured, "" where it cannot be read."""
    z = read_decimal(cell(cells, columns.get("z")))
    word = " ".join(shown(cell(cells, columns.get("kelas"))).casefold().split())
    if isinstance(z, Fault):
        return ""
    if z is not None and abs(z) > _cut_offs()["outlier_beyond_z"]:
        return "outlier"
    if not is_missing(word):
        return _CLASS_WORDS.get(word, "")
    return None if z is None else _class_of(z)


def _class_of(z: float) -> str:
    limits = _cut_offs()
    if z < limits["sangat_pendek_below_z"]:
        return "sangat_pendek"
    if z < limits["pendek_below_z"]:
        return "pendek"
    return "tinggi" if z > limits["tinggi_above_z"] else "normal"


def _count(children: list[_Child]) -> list[dict[str, str | int]]:
    units: dict[tuple[str, Place], dict[str, str | int]] = {}
    for child in sorted(children, key=lambda child: child.row):
        month = child.day.isoformat()[:7]
        kabupaten, kecamatan, desa = (part.casefold() for part in child.place)
        unit = units.setdefault(
            (month, (kabupaten, kecamatan, desa)),
            {
                "month": month,
                "kabupaten": child.place[0],
                "kecamatan": child.place[1],
                "desa": child.place[2],
                "row": child.row,
                **dict.fromkeys((*CLASSES, "outlier"), 0),
            },
        )
        unit[child.outcome] = int(unit[child.outcome]) + 1
    return list(units.values())
