"""The sheet of a workbook whose header says what a list needs, wherever in the file it stands."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from data_access.importers.cells import quoted
from data_access.importers.headers import Header, Names, find_header, repeated_columns
from data_access.importers.limits import TableLimits
from data_access.importers.rows import list_headers
from data_access.importers.tables import Rows, read_table_file
from geo.findings import Finding, has_errors


@dataclass(frozen=True, slots=True)
class HeadedSheet:
    """A sheet with its header; `name` as a report may write it, None where a file has none."""

    header: Header
    name: str | None
    rows: Rows


def find_headed_sheet(
    path: Path, limits: TableLimits, names: Names, needed: Collection[str], *, fault: str
) -> tuple[HeadedSheet | None, list[Finding]]:
    """The first sheet that has the needed columns, with what was found on the way to it.

    `names`: the columns by our names. `fault`: the code of the "galat" (value: kepala, the headings
    that the file has instead) where no sheet has them and the file itself could be read.
    """
    table = read_table_file(path, limits)
    findings = list(table.findings)
    for name, rows in table.sheets.items():
        header = find_header(rows, names)
        if header is not None and header.has(*needed):
            sheet = quoted(name) or None
            findings += repeated_columns(header, sheet)
            return HeadedSheet(header, sheet, rows), findings
    if not has_errors(findings):
        first = next((rows[0] for rows in table.sheets.values() if rows), [])
        findings.append(Finding(fault, "galat", values={"kepala": list_headers(first) or "-"}))
    return None, findings
