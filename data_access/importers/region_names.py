"""What a name needs to be fit for entry, before anything is looked up by it."""

from collections.abc import Iterable

from data_access.importers.rows import UnitRow
from geo.escape import find_unsafe_characters
from geo.findings import Finding

LONGEST = 120


def check_name(
    name: str, sheet: str | None, row: int, column: str | None = None, *, longest: int = LONGEST
) -> list[Finding]:
    """Refuse a name with characters that act in a page, or longer than the database keeps.

    The report names the characters and the row; it never repeats the name.
    """
    unsafe = find_unsafe_characters(name)
    if unsafe:
        marks = " ".join(mark if mark.isprintable() else f"U+{ord(mark[0]):04X}" for mark in unsafe)
        return [Finding("nama_tak_aman", "galat", sheet, row, column, {"tanda": marks})]
    if len(name) > longest:
        return [
            Finding(
                "nama_terlalu_panjang",
                "galat",
                sheet,
                row,
                column,
                {"panjang": len(name), "batas": longest},
            )
        ]
    return []


def check_unit_names(rows: Iterable[UnitRow], sheet: str | None) -> list[Finding]:
    """Check the names of units, kecamatan and kabupaten of every row."""
    findings: list[Finding] = []
    for unit in rows:
        for column, name in (
            ("nama", unit.name),
            ("kecamatan", unit.kecamatan),
            ("kabupaten", unit.kabupaten),
        ):
            findings += check_name(name or "", sheet, unit.row, column)
    return findings
