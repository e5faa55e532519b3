"""Tells which layout of a measurement file each sheet of a table has."""

from dataclasses import dataclass
from typing import Literal

from data_access.importers.cells import quoted
from data_access.importers.pengukuran_jabar import find_jabar_header
from data_access.importers.pengukuran_polos import find_plain_header
from data_access.importers.pengukuran_rekap import find_rekap_header
from data_access.importers.rows import list_headers
from data_access.importers.tables import Rows, TableFile
from geo.findings import Finding, has_errors

_GUIDE_SHEET = "Petunjuk"  # of our own templates

Layout = Literal["rekap_eppgbm", "polos", "jabar", "eppgbm_nama"]


@dataclass(frozen=True, slots=True)
class Recognised:
    """One sheet ("" for csv) and its layout."""

    layout: Layout
    sheet: str


def layout_of(rows: Rows) -> Layout | None:
    """Tell a sheet's layout by its headers; lists by name never come this far (`counted`)."""
    if find_jabar_header(rows) is not None:
        return "jabar"
    if find_rekap_header(rows) is not None:
        return "rekap_eppgbm"
    if find_plain_header(rows) is not None:
        return "polos"
    return None


def recognise(table: TableFile) -> tuple[Recognised | None, list[Finding]]:
    """Choose the one sheet that holds measurements; none or several are a "galat"."""
    if has_errors(table.findings):
        return None, []  # refused before; `table.findings` says why
    known = [Recognised("eppgbm_nama", sheet) for sheet in table.counted]
    for sheet, rows in table.sheets.items():
        layout = None if sheet in table.counted else layout_of(rows)
        if layout is not None:
            known.append(Recognised(layout, sheet))
    if len(known) > 1:
        names = ", ".join(quoted(found.sheet) for found in known)
        return None, [Finding("lembar_ganda", "galat", values={"lembar": names})]
    if not known:
        headers = " | ".join(_widest(rows) for rows in table.sheets.values() if any(rows))
        return None, [Finding("layout_tak_dikenal", "galat", values={"kepala": headers or "-"})]
    ignored = [
        sheet
        for sheet, rows in table.sheets.items()
        if sheet not in {known[0].sheet, _GUIDE_SHEET} and any(rows)
    ]
    if ignored:
        return known[0], [
            Finding(
                "lembar_diabaikan", "catatan", values={"lembar": ", ".join(map(quoted, ignored))}
            )
        ]
    return known[0], []


def _widest(rows: Rows) -> str:
    """Take the first row with most filled cells among the first ten for the header."""
    return list_headers(max(rows[:10], key=lambda cells: sum(text is not None for text in cells)))
